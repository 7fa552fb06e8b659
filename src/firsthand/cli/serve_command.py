"""`firsthand serve`: the case in the browser, on this machine only."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.context import CONTEXT, Context


@click.command(name="serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8417,
    show_default=True,
    help="Port on 127.0.0.1; 0 takes a free one.",
)
@click.option("--browser/--no-browser", default=True, help="Open the browser.")
@CONTEXT
def command(context: Context, port: int, browser: bool) -> None:
    """Serve the case on 127.0.0.1 until stopped with Ctrl-C. Reading only; nothing is loaded from the network."""
    context.open().close()  # a missing or wrong file is said before the server starts
    start(Path(context.settings.case), port=port, open_browser=browser)


def start(path: Path, *, port: int = 8417, open_browser: bool = False) -> None:
    """Serves a case until stopped."""
    import socket
    import webbrowser

    import uvicorn

    from firsthand.errors import UsageError
    from firsthand.ledger import Ledger
    from firsthand.web import make_app

    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        raise UsageError(
            f"port {port} on 127.0.0.1 is taken ({error.strerror}): choose another with --port, or --port 0"
        ) from error
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    click.echo(f"{path} at {address}  (Ctrl-C stops)")
    if open_browser:
        webbrowser.open(address)
    server = uvicorn.Server(
        uvicorn.Config(make_app(lambda: Ledger(path, create=False)), log_level="warning", server_header=False)
    )
    server.run(sockets=[listener])

"""`firsthand serve`: the case in the browser, on this machine only."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.context import CONTEXT, Context, now
from firsthand.settings import Settings


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
    """Serve the case on 127.0.0.1 until stopped with Ctrl-C; nothing is loaded from the network.

    The printed address opens once, in one browser; the page gives others under “Another browser”.
    """
    context.open().close()  # a missing or wrong file is said before the server starts
    start(Path(context.settings.case), port=port, open_browser=browser, settings=context.settings)


def start(path: Path, *, port: int = 8417, open_browser: bool = False, settings: Settings | None = None) -> None:
    """Serves a case until stopped."""
    import socket
    import webbrowser

    import uvicorn

    from firsthand.errors import UsageError
    from firsthand.ledger import Ledger
    from firsthand.web import TICKET, Door, make_app

    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError as error:
        raise UsageError(
            f"port {port} on 127.0.0.1 is taken ({error.strerror}): choose another with --port, or --port 0"
        ) from error
    listener.listen(64)  # from here on the browser waits instead of being turned away
    door = Door()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/?{TICKET}={door.ticket()}"
    click.echo(f"{path} at {address}  (opens once; Ctrl-C stops)")
    if open_browser:
        webbrowser.open(address)
    app = make_app(lambda: Ledger(path, create=False), now=now, settings=settings, door=door)
    with Ledger(path, create=False) as ledger:
        if ledger.unsettled():  # decisions taken just before the last server was stopped
            app.state.settler.ask(ledger.counts().articles)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
    server.run(sockets=[listener])

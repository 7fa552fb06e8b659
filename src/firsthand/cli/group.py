"""The group of verbs. Each verb's module is imported only when it is called, so that `firsthand --help` stays quick."""

from __future__ import annotations

import importlib
import sys

import click

from firsthand import __version__
from firsthand.cli.context import CONTEXT, Context
from firsthand.errors import FirsthandError, UsageError

VERBS: dict[str, str] = {
    "demo": "Read the demo case: one invented story in about 40 pages.",
    "add": "Read pages into the case: files, folders, archives, feeds, addresses, stdin.",
    "claims": "List claims: exact words, speaker, chain, status.",
    "figures": "List figures: series by series, who gave which number.",
    "chain": "Show through whose hands a claim or figure came.",
    "origins": "Show how many origins stand behind each figure, and why.",
    "diff": "Compare versions of a page, dates of the case, or a draft with the ledger.",
    "search": "Search the words of claims, their speakers, outlets and titles.",
    "review": "List what waits for a person: readings with gaps, in order of weight.",
    "verify": "Re-check every hash, span and entry of the case.",
    "explain": "Show the words, rules and scores behind a record, or how two figures stand.",
    "brief": "Write a dossier on a question, every sentence footnoted to a span.",
    "export": "Write claims and figures as CSV, JSONL, Markdown or static HTML.",
    "settle": "Judge what changed since the last time, or the whole case anew.",
    "forget": "Remove a page's text; its hash, the reason and your name stay.",
    "authority": "Show which states, bodies and outlets are known under a name.",
    "serve": "Open the case in the browser, on this machine only.",
    "doctor": "Check that everything firsthand needs is in place.",
}


class VerbGroup(click.Group):
    """Knows its verbs by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"firsthand.cli.{cmd_name}_command").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(f"{error.message} The verbs are: {', '.join(VERBS)}.") from None


@click.group(cls=VerbGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--case",
    type=click.Path(dir_okay=True),
    default=None,
    help="The case file (default: case.db here, or FIRSTHAND_CASE).",
)
@click.version_option(__version__, prog_name="firsthand")
@click.pass_context
def group(ctx: click.Context, case: str | None) -> None:
    """A ledger of who said what, not a judge of what is true.

    \b
    firsthand demo                                   one story, start to end
    firsthand add *.html my.wacz feed.xml            read what you have saved
    firsthand figures; firsthand origins             who gave which number, and how many sources that is
    firsthand serve                                  the same in the browser
    """
    ctx.obj = Context.of(case)


def main() -> None:
    """Runs the command line. Exit 0: fine; 1: problems found; 2: wrong use."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Gives the exit code of one command line; errors of ours are said in a sentence, not a traceback."""
    try:
        result = group.main(arguments, prog_name="firsthand", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        click.echo("stopped; what was reported as stored is stored", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return 2
    except FirsthandError as error:
        click.echo(f"firsthand: {error}", err=True)
        return 2 if isinstance(error, UsageError) else 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0


__all__ = ["CONTEXT", "VERBS", "group", "main", "run"]

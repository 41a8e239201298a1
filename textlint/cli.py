"""The command line: a lazy click group, its errors and the exit statuses."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

from textlint import __version__
from textlint.commands.status import CLEAN, INCOMPLETE, INTERRUPTED, USAGE
from textlint.commands.streams import abandon_stdout, notice
from textlint.spelling import nearest

COMMANDS = {
    "check": "Check articles and report what is wrong with them.",
    "show-prose": "Print the prose of a file as the rules see it.",
    "baseline": "Accept the findings of today, so that a check reports only new ones.",
    "rules": "List the rules that are installed.",
    "explain": "Say what a rule reports, why it matters and how to fix it.",
    "init": "Write a textlint.toml for the site in the working directory.",
    "schema": "Print the JSON Schema of the configuration file.",
    "completion": "Print the completion script of a shell.",
    "new": "Write a plugin or a rule that works, to be changed.",
    "plugins": "List the plugins that are installed, and their problems.",
}


_MEANT = {"lint": "check", "fix": "check"}  # as other linters call it; nearer to "init" by letters


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports a command's module when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"textlint.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table: asking the commands would import them all."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            hint = (
                nearest(_MEANT.get(name, name), COMMANDS)
                or f"; the commands are {', '.join(COMMANDS)}"
            )
            ctx.fail(f'there is no command "{name}"{hint}')
        return super().resolve_command(ctx, args)


@click.group(
    "textlint",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="textlint %(version)s")
def group() -> None:
    """Find the defects of republished articles: mixed personas, left-over page furniture, unsourced
    figures, spun text."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return the exit status; nothing a user does gives a traceback."""
    try:
        status = group.main(list(arguments), prog_name="textlint", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        _say(error)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our output has left (`| head`)
        abandon_stdout()
        return CLEAN
    except OSError as error:  # a full disk below standard output; commands guard their own files
        abandon_stdout()
        where = "cannot write standard output" if error.filename is None else str(error.filename)
        notice(f"Error: {where}: {error.strerror or error}")
        return INCOMPLETE
    except Exception as error:
        abandon_stdout()
        notice(f"Error: a fault of textlint itself: {_told(error)}")
        notice("Please report this line, with what you called; TEXTLINT_TRACEBACK=1 tells more.")
        if os.environ.get("TEXTLINT_TRACEBACK"):
            raise
        return INCOMPLETE
    return status if isinstance(status, int) else CLEAN


def _told(error: Exception) -> str:
    """Return what was raised and where: the innermost line of this program."""
    from textlint.engine import say

    place = ""
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("textlint"):
            place = f" ({module}, line {trace.tb_lineno})"
        trace = trace.tb_next
    return f"{say(error)}{place}"


def _say(error: click.ClickException) -> None:
    if isinstance(error, click.UsageError) and error.ctx is not None:
        notice(error.ctx.get_usage())
        notice(f"Try '{error.ctx.command_path} --help' for help.")
    notice(f"Error: {error.format_message()}")

"""`textlint completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click

from textlint.commands.parameters import offered, one_of
from textlint.commands.status import CLEAN

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument(
    "shell", callback=one_of(*SHELLS), metavar="|".join(SHELLS), shell_complete=offered(*SHELLS)
)
def command(*, shell: str) -> int:
    """Print the completion script of a shell, to be read at its start.

    In bash: eval "$(textlint completion bash)"
    """
    from click.shell_completion import get_completion_class

    from textlint.commands.streams import write_stdout

    kind = get_completion_class(shell)
    assert kind is not None  # click knows these three
    write_stdout(
        kind(
            click.get_current_context().find_root().command, {}, "textlint", "_TEXTLINT_COMPLETE"
        ).source()
        + "\n"
    )
    return CLEAN

"""`textlint check`."""

from __future__ import annotations

import click


@click.command("check")
@click.argument("paths", nargs=-1)
@click.option("--format", "format_name", default="text", metavar="NAME")
@click.option("--isolated", is_flag=True, help="Ignore every configuration file.")
def command(paths: tuple[str, ...], format_name: str, isolated: bool) -> int:
    """Check articles and report what is wrong with them."""
    from textlint.commands.interim import run_json
    from textlint.plugins import load_host

    text, status = run_json(paths or ("."), load_host())
    click.echo(text, nl=False)
    return status

"""`textlint schema`: the JSON Schema of the configuration file, for editors."""

from __future__ import annotations

import json

import click

from textlint.commands.status import CLEAN


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of textlint.toml with the rules that are installed."""
    from textlint.commands.streams import write_stdout
    from textlint.config_schema import config_schema
    from textlint.plugins import load_host

    write_stdout(json.dumps(config_schema(load_host().rules), indent=1) + "\n")
    return CLEAN

"""From the options that commands share to the host's rules and the settings of the run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from textlint.config import Config, ConfigError
from textlint.config_file import check_names, load_config
from textlint.model import Severity
from textlint.plugins import Host
from textlint.rule import PROFILES


@dataclass(frozen=True, slots=True)
class CommandLine:
    """What the options of the command line say about the settings; None and () where nothing."""

    config_file: Path | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    fail_on: str | None = None


def settings_for(cwd: Path, host: Host, line: CommandLine) -> Config:
    """Return the settings of a run: those of the file, with the command line's in their place.

    Raises `click.ClickException` for what is wrong in them, also when they leave no rule to run:
    such a run would look clean.
    """
    try:
        config = _read(cwd, host, line)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    config = config.overridden(
        select=line.select,
        ignore=line.ignore,
        profile=None if line.profile is None else PROFILES[PROFILES.index(line.profile)],
    )
    if line.fail_on is not None:
        fail_on = None if line.fail_on == "never" else Severity.parse(line.fail_on)
        config = replace(config, fail_on=fail_on)
    if not host.problems and not config.every_active_rule(host.rules):
        raise click.ClickException(_why_nothing_runs(config, host))
    return config


def _read(cwd: Path, host: Host, line: CommandLine) -> Config:
    rules = host.rules
    is_incomplete = bool(host.problems)
    config = load_config(
        cwd, rules, file=line.config_file, isolated=line.isolated, plugins_missing=is_incomplete
    )
    problems = [
        *check_names(line.select, rules, "--select", plugins_missing=is_incomplete),
        *check_names(line.ignore, rules, "--ignore", plugins_missing=is_incomplete),
    ]
    return replace(config, problems=(*config.problems, *problems))


def _why_nothing_runs(config: Config, host: Host) -> str:
    if not host.rules:
        return "no rule is installed: `textlint plugins` lists what was found"
    wanted = [r for r in host.rules if r.family in config.select and r.family not in config.ignore]
    profiles = {r.profile for r in wanted} - {config.profile}
    if profiles:
        needed = min(profiles, key=PROFILES.index)
        families = ", ".join(sorted({r.family for r in wanted}))
        return f"no rule would run: those of {families} need --profile {needed}"
    return "no rule would run: everything that is selected is also ignored"

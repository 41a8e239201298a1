"""From the options that commands share to the host's rules and the settings of the run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from textlint.commands.streams import notice
from textlint.config import Config, ConfigError
from textlint.config_file import check_names, load_config
from textlint.model import Severity
from textlint.plugins import Host, Plugin
from textlint.rule import PROFILES


def settings_for(
    cwd: Path,
    host: Host,
    *,
    file: Path | None = None,
    isolated: bool = False,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    profile: str | None = None,
    fail_on: str | None = None,
) -> Config:
    """Return the settings of a run: those of the file, with the command line's in their place.

    Raises `click.ClickException` for what is wrong in them, also when they leave no rule to run:
    such a run would look clean.
    """
    incomplete = bool(host.problems)
    try:
        config = load_config(
            cwd, host.rules, file=file, isolated=isolated, plugins_missing=incomplete
        )
        add_own_rules(host, config)
        problems = [
            *check_names(select, host.rules, "--select", plugins_missing=incomplete),
            *check_names(ignore, host.rules, "--ignore", plugins_missing=incomplete),
        ]
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    config = replace(config, problems=(*config.problems, *problems)).overridden(
        select=select,
        ignore=ignore,
        profile=None if profile is None else PROFILES[PROFILES.index(profile)],
    )
    if fail_on is not None:
        least = None if fail_on == "never" else Severity.parse(fail_on)
        config = replace(config, fail_on=least)
    if not host.problems and not config.every_active_rule(host.rules):
        raise click.ClickException(_why_nothing_runs(config, host))
    return config


def add_own_rules(host: Host, config: Config) -> None:
    """Give the host the rules that the configuration file defines itself."""
    if config.own_rules and config.path is not None:
        host.plugins.append(Plugin("phrases", config.path.name, "", rules=config.own_rules))


def host_with_own_rules(host: Host) -> Host:
    """Return the host with the rules of the nearest configuration file, for commands that list them.

    A file that is wrong is told on standard error: what is installed can be listed without it.
    """
    try:
        add_own_rules(host, load_config(Path.cwd(), host.rules, plugins_missing=True))
    except (ConfigError, FileNotFoundError) as error:
        notice(f"textlint: {error}")
    return host


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

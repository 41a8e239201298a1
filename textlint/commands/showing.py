"""What `textlint check` would read and with what settings, without checking anything."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from textlint.commands.parameters import STDOUT
from textlint.commands.scanning import Scan
from textlint.commands.status import CLEAN, INCOMPLETE
from textlint.commands.streams import notice, write_stdout
from textlint.config import Config
from textlint.escaping import no_command, shown_path, visible
from textlint.files import EXCLUDED, FileSettings, find_files, is_excluded, no_reader, suffix_of
from textlint.readers import AnyReader


def show_file_list(scan: Scan) -> int:
    """Print each file that would be read with its format, and each other with the reason."""
    readers = scan.host.readers_by_suffix
    paths = [path for path in scan.paths if path != STDOUT]
    found = find_files(paths, _settings(scan.config, readers), scan.cwd)
    lines = [
        f"{visible(file.path)}  {readers[suffix_of(file.path)].format}" for file in found.files
    ]
    lines += [f"{visible(path)}  not read: {visible(reason)}" for path, reason in found.skipped]
    write_stdout("".join(f"{no_command(line)}\n" for line in lines))
    for problem in found.problems:
        notice(f"textlint: {visible(problem.message)}")
    return INCOMPLETE if found.problems else CLEAN


def show_settings_of(path: str, scan: Scan) -> int:
    """Print the reader, the configuration and the active rules with their options for one path."""
    write_stdout("".join(f"{line}\n" for line in _settings_lines(path, scan)))
    return CLEAN


def _settings_lines(path: str, scan: Scan) -> Iterator[str]:
    cwd, host, config = scan.cwd, scan.host, scan.config
    readers = host.readers_by_suffix
    reader = readers.get(suffix_of(path))
    if reader is None:
        yield f"reader         none: {no_reader(path)}"
    elif is_excluded(path, _settings(config, readers), cwd):
        yield f"reader         none: {EXCLUDED}"
    else:
        yield f"reader         {reader.format}"
    named = "none" if config.path is None else visible(shown_path(config.path, cwd))
    yield f"configuration  {named}"
    yield f"fail-on        {config.fail_on.label if config.fail_on is not None else 'never'}"
    if config.text_field is not None:
        yield f"text-field     {visible(config.text_field)}"
    active = config.active_rules(host.rules, path)
    yield f"rules          {len(active)} of {len(host.rules)}"
    for rule in active:
        severity = rule.severity or rule.rule.severity
        options = dataclasses.asdict(rule.options)
        told = "".join(f"  {name.replace('_', '-')} = {value!r}" for name, value in options.items())
        yield f"  {severity.label:7}  {rule.rule.id}{visible(told)}"


def _settings(config: Config, readers: dict[str, AnyReader]) -> FileSettings:
    return FileSettings(
        exclude=config.exclude,
        suffixes=frozenset(readers),
        respect_gitignore=config.respect_gitignore,
        root=config.root,
    )

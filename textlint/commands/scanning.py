"""What `check` and `baseline` share: the options that say what is read and judged, and the scan itself."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, TypeVar, Unpack

import click

from textlint.commands.parameters import STDOUT, one_of, split_names
from textlint.commands.streams import notice, read_stdin

if TYPE_CHECKING:
    from textlint.collecting import CollectionSettings
    from textlint.config import Config
    from textlint.files import InputFile
    from textlint.plugins import Host
    from textlint.report import Run

F = TypeVar("F", bound=Callable[..., Any])


class ScanOptions(TypedDict):
    """The values of `scan_options`, as click hands them to a command."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    config_file: Path | None
    isolated: bool
    text_field: str | None
    collection: str | None
    references: tuple[str, ...]
    jobs: int | None
    no_cache: bool
    cache_dir: Path | None


NO_OPTIONS: ScanOptions = {
    "paths": (),
    "select": (),
    "ignore": (),
    "profile": None,
    "config_file": None,
    "isolated": False,
    "text_field": None,
    "collection": None,
    "references": (),
    "jobs": None,
    "no_cache": False,
    "cache_dir": None,
}
_OPTIONS = (
    click.argument("paths", nargs=-1, type=str),
    click.option(
        "--select",
        multiple=True,
        callback=split_names,
        metavar="NAMES",
        help="Run only these rules or families. Repeatable, comma lists.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=split_names,
        metavar="NAMES",
        help="Leave these rules or families out. Repeatable, comma lists.",
    ),
    click.option(
        "--profile",
        callback=one_of("default", "strict", "audit"),
        metavar="default|strict|audit",
        help="How many doubtful findings you can bear. The default is 'default'.",
    ),
    click.option(
        "--config",
        "config_file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Read this configuration file and look for no other.",
    ),
    click.option("--isolated", is_flag=True, help="Ignore every configuration file."),
    click.option(
        "--text-field",
        metavar="NAME",
        help="The field of JSON records that holds the text, a name or a path (data.text).",
    ),
    click.option(
        "--collection",
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        help="Compare with all documents of DIR, whichever are checked.",
    ),
    click.option(
        "--reference",
        "references",
        multiple=True,
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        help="A folder of originals that documents are compared with. Repeatable.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Check in N processes. The default is one per core for more than a few files.",
    ),
    click.option("--no-cache", is_flag=True, help="Keep nothing between runs."),
    click.option(
        "--cache-dir",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="The folder for what is kept between runs, instead of the system's.",
    ),
)


def scan_options(command: F) -> F:
    """Give a command PATHS and the options that say what is read, with which rules, compared with what."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def working_directory() -> Path:
    """Return the working directory; its absence is an error of usage."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise click.ClickException("the working directory does not exist any more") from None


class Scan(NamedTuple):
    """What a command reads and judges, as its options and the configuration say.

    `paths` are files and folders relative to `cwd`, and "-" is standard input, read as the file
    `stdin_filename` would be. `jobs` is the number of processes, 0 for as many as pay.
    """

    paths: tuple[str, ...]
    cwd: Path
    host: Host
    config: Config
    collection: CollectionSettings
    jobs: int = 0
    stdin_filename: str | None = None

    @classmethod
    def prepared(cls, fail_on: str | None = None, **options: Unpack[ScanOptions]) -> Scan:
        """Load the plugins and the configuration; raise `click.ClickException` for what is wrong."""
        from textlint.caching import default_folder
        from textlint.collecting import CollectionSettings
        from textlint.commands.settings import settings_for
        from textlint.plugins import load_host

        if options["isolated"] and options["config_file"] is not None:
            raise click.UsageError("--isolated and --config contradict each other")
        cwd, host = working_directory(), load_host()
        config = settings_for(
            cwd,
            host,
            file=options["config_file"],
            isolated=options["isolated"],
            select=options["select"],
            ignore=options["ignore"],
            profile=options["profile"],
            fail_on=fail_on,
        )
        if options["text_field"] is not None:
            config = replace(config, text_field=options["text_field"])
        root, cache = options["collection"], options["cache_dir"]
        compared = CollectionSettings(
            root=config.collection_folder() if root is None else root,
            references=options["references"],
            cache=None if options["no_cache"] else (cache or default_folder()),
        )
        paths = options["paths"] or (".",)
        return cls(paths, cwd, host, config, compared, options["jobs"] or 0)

    def run(
        self,
        *,
        contents: Mapping[str, bytes] | None = None,
        only: Callable[[InputFile], bool] | None = None,
        tell_costs: bool = False,
    ) -> Run:
        """Run the rules with a progress line.

        `contents` take the place of the files that are reported by these paths; of the files that
        are found, those are checked for which `only` is true. `tell_costs` says on standard error
        what each rule took.
        """
        from textlint import runner
        from textlint.commands.progress import ProgressLine

        stdin = self._stdin() if STDOUT in self.paths and not contents else None
        progress = ProgressLine()
        host, costs = self.host, None
        if tell_costs:
            from textlint.rule_costs import Costs, measured

            costs = Costs()
            host = measured(host, costs)
        # What a rule of a plugin prints must not end up in the middle of a report.
        with contextlib.redirect_stdout(sys.stderr):
            run = runner.run(
                runner.RunSettings(
                    paths=self.paths,
                    cwd=self.cwd,
                    host=host,
                    config=self.config,
                    stdin=stdin,
                    stdin_filename=self.stdin_filename,
                    progress=progress,
                    contents=contents or {},
                    only=only,
                    collection=self.collection,
                    # What a rule costs is counted in this process, and only if it runs.
                    jobs=1 if tell_costs else self.jobs,
                    cache=None if tell_costs else self.collection.cache,
                )
            )
        progress.clear()
        for text in run.notices:
            notice(f"textlint: {text}")
        for row in costs.table() if costs is not None else ():
            notice(row)
        return run

    def _stdin(self) -> bytes:
        try:
            return read_stdin()
        except OSError as error:
            problem = f"cannot read standard input: {error.strerror or error}"
            raise click.ClickException(problem) from None

    def compares_all_of(self, folder: Path) -> bool:
        """Whether rules that compare documents know all of `folder`, or the collection that is set.

        If not, that such a rule finds nothing about a document only says that the other document was
        not looked at.
        """
        root = self.collection.root
        if root is not None and root == self.config.collection_folder():
            return True
        real = folder.resolve()
        paths = self.paths if root is None else (root,)
        return any(real.is_relative_to((self.cwd / path).resolve()) for path in paths)

    def refuse_missing_paths(self) -> None:
        """Raise when not one of the paths exists."""
        if not any(path == STDOUT or os.path.lexists(path) for path in self.paths):
            raise click.UsageError(f"no such file or folder: {', '.join(self.paths)}")

    def refuse_an_empty_run(self, run: Run) -> None:
        """Raise when the paths led to no file at all: such a run would look clean.

        A named file that is excluded, unreadable or of a kind that is not read is one, and the report
        says what became of it: pre-commit names such files, and a commit of nothing else is clean.
        """
        self.refuse_missing_paths()
        field = self.config.text_field
        without = [f for f in run.files if field and f.skipped and f'"{field}"' in f.skipped]
        if without and not run.checked:
            raise click.UsageError(f'"{field}" is the text of no record: {without[0].path}')
        if (
            run.checked
            or STDOUT in self.paths
            or any(os.path.lexists(file.path) for file in run.files)
        ):
            return
        suffixes = sorted(self.host.readers_by_suffix)
        paths = ", ".join(self.paths)
        raise click.UsageError(
            f"nothing to check in {paths}: what is read ends in {', '.join(suffixes)}"
        )

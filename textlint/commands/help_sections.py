"""The help of commands with many options: in sections, by what somebody wants to do."""

from __future__ import annotations

import click

# An option that stands in no section is listed last, beside --help.
SECTIONS = {
    "Report": ("--format", "-o", "--output", "--statistics", "--show-suppressed"),
    "Exit status": ("--fail-on", "--exit-zero"),
    "Rules": ("--select", "--ignore", "--profile", "--config", "--isolated"),
    "Only what is new": ("--baseline", "--prune", "--diff-base"),
    "Fixes": ("--fix", "--diff"),
    "Documents": ("--stdin-filename", "--text-field", "--collection", "--reference"),
    "Looking into it": ("--show-files", "--show-settings", "--profile-rules"),
    "Speed": ("--jobs", "--no-cache", "--cache-dir"),
    "Code scanning": ("--sarif-category", "--allow-partial-sarif"),
}


class SectionedCommand(click.Command):
    """A command whose help lists its options by `SECTIONS`."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        left = {
            param.opts[0]: row
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (row := param.get_help_record(ctx)) is not None
        }
        for title, names in SECTIONS.items():
            rows = [left.pop(name) for name in names if name in left]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
        with formatter.section("Other"):
            formatter.write_dl(list(left.values()))

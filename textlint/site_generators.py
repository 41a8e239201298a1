"""Which program builds a site, told by its configuration file, and which folders hold no articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator: files of which one shows it, and what below them is no article.

    `without` are .gitignore patterns of what it generates, of templates and of files that it only
    copies. The defaults are those of each program's own documentation.
    """

    name: str
    marks: tuple[str, ...]
    without: tuple[str, ...]


def _with_suffixes(stem: str, *suffixes: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{suffix}" for suffix in suffixes)


_SCRIPTS = ("js", "mjs", "cjs", "ts", "mts")

GENERATORS = (
    Generator(
        "Hugo",
        (*_with_suffixes("hugo", "toml", "yaml", "yml", "json"), "config/_default", "archetypes"),
        ("/public/", "/resources/", "/static/", "/themes/", "/layouts/", "/archetypes/"),
    ),
    Generator(
        "Docusaurus",
        _with_suffixes("docusaurus.config", *_SCRIPTS),
        ("/build/", "/src/", "/static/"),
    ),
    Generator(
        "Astro",
        _with_suffixes("astro.config", *_SCRIPTS),
        ("/dist/", "/public/", "/src/components/", "/src/layouts/"),
    ),
    Generator(
        "Eleventy",
        (*_with_suffixes("eleventy.config", *_SCRIPTS), ".eleventy.js"),
        ("/_site/", "_includes/", "_layouts/"),
    ),
    Generator(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml"),
        ("/site/", "/overrides/"),
    ),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml"),
        ("/_site/", "/_layouts/", "/_includes/", "/vendor/"),
    ),
)
PLAIN = Generator("", (), ())


def generator_of(folder: Path) -> Generator:
    """Return the generator of the site in `folder`, `PLAIN` when there is no sign of one."""
    for generator in GENERATORS:
        if any((folder / mark).exists() for mark in generator.marks):
            return generator
    return PLAIN

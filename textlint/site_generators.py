"""Which program builds a site, told by its configuration file, and which folders are no articles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator: files of which one shows it, where its articles are, what is none.

    `without` are .gitignore patterns of what it generates and of templates. The defaults are those of
    each program's own documentation.
    """

    name: str
    marks: tuple[str, ...]
    content: tuple[str, ...]
    without: tuple[str, ...]


def _with_suffixes(stem: str, *suffixes: str) -> tuple[str, ...]:
    return tuple(f"{stem}.{suffix}" for suffix in suffixes)


_SCRIPTS = ("js", "mjs", "cjs", "ts", "mts")

GENERATORS = (
    Generator(
        "Hugo",
        (*_with_suffixes("hugo", "toml", "yaml", "yml", "json"), "config/_default", "archetypes"),
        ("content",),
        ("/public/", "/resources/", "/themes/", "/layouts/", "/archetypes/"),
    ),
    Generator(
        "Docusaurus",
        _with_suffixes("docusaurus.config", *_SCRIPTS),
        ("docs", "blog"),
        ("/build/", "/src/", "/static/"),
    ),
    Generator(
        "Astro",
        _with_suffixes("astro.config", *_SCRIPTS),
        ("src/content", "src/pages"),
        ("/dist/", "/public/", "/src/components/", "/src/layouts/"),
    ),
    Generator(
        "Eleventy",
        (*_with_suffixes("eleventy.config", *_SCRIPTS), ".eleventy.js"),
        ("content", "posts"),
        ("/_site/", "_includes/", "_layouts/"),
    ),
    Generator(
        "MkDocs",
        ("mkdocs.yml", "mkdocs.yaml"),
        ("docs",),
        ("/site/", "/overrides/"),
    ),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml"),
        ("_posts", "_drafts"),
        ("/_site/", "/_layouts/", "/_includes/", "/vendor/"),
    ),
)
PLAIN = Generator("", (), (), ())


def generator_of(folder: Path) -> Generator:
    """Return the generator of the site in `folder`, `PLAIN` when there is no sign of one."""
    for generator in GENERATORS:
        if any((folder / mark).exists() for mark in generator.marks):
            return generator
    return PLAIN


def content_of(folder: Path, generator: Generator) -> list[str]:
    """Return the folders that hold articles as far as they exist, else the whole folder."""
    return [name for name in generator.content if (folder / name).is_dir()] or ["."]

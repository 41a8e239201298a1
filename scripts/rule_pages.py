"""A hook of MkDocs: one page for each rule, made from the rule itself, and a list of them.

The page of `family/name` is `rules/family/name/`, which is what `textlint.ruledocs.rule_url` says.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from textlint.plugins import load_host
from textlint.ruledocs import markdown_page

HOST = load_host()
FAMILIES = {family: list(rules) for family, rules in groupby(HOST.rules, lambda rule: rule.family)}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the rules into the navigation, by family."""
    if HOST.problems:
        raise SystemExit("\n".join(problem.message for problem in HOST.problems))
    families: list[Any] = [
        {family: [{rule.id: f"rules/{rule.id}.md"} for rule in rules]}
        for family, rules in FAMILIES.items()
    ]
    navigation = list(config.nav or [])
    navigation.insert(4, {"Rules": [{"All rules": "rules/index.md"}, *families]})
    config.nav = navigation
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages of the rules to those that lie in the folder."""
    files.append(File.generated(config, "rules/index.md", content=_index()))
    for rule in HOST.rules:
        page = markdown_page(rule)
        files.append(File.generated(config, f"rules/{rule.id}.md", content=page))
    return files


def _index() -> str:
    lines = ["# Rules", "", "Each rule of the program, made from the rules themselves.", ""]
    for family, rules in FAMILIES.items():
        lines += [f"## {family}", "", "| rule | severity | profile | what it reports |"]
        lines += ["|---|---|---|---|"]
        lines += [
            f"| [{rule.id}]({rule.id}.md) | {rule.severity.label} | {rule.profile} | {rule.summary} |"
            for rule in rules
        ]
        lines.append("")
    return "\n".join(lines)

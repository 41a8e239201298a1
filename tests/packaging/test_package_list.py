"""The built-in plugins stand in three places, and all three say the same."""

from __future__ import annotations

import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import textlint_footer

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))


def test_folders_packages_and_entry_points_are_the_same():
    declared = PROJECT["project"]["entry-points"]["textlint"]
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    folders = {
        folder.name
        for folder in Path(textlint_footer.__file__).parents[1].glob("textlint_*")
        if (folder / "__init__.py").is_file()
    }
    assert packages == ["textlint", *(f"plugins/{name}" for name in sorted(folders))]
    assert sorted(declared.values()) == sorted(folders)
    assert list(declared) == sorted(declared)
    for name, package in declared.items():
        assert package == f"textlint_{name}"


def test_what_is_installed_is_what_is_declared():
    declared = PROJECT["project"]["entry-points"]["textlint"]
    installed = {
        point.name: point.value
        for point in entry_points(group="textlint")
        if point.dist is not None and point.dist.name == "textlint"
    }
    assert installed == declared


def test_the_import_contracts_know_every_plugin():
    """Each rule about imports lists the packages by name: a new one must stand in all of them."""
    packages = sorted(PROJECT["project"]["entry-points"]["textlint"].values())
    linter = PROJECT["tool"]["importlinter"]
    lists = [linter["root_packages"][1:]]
    for contract in linter["contracts"]:
        for key in ("modules", "source_modules", "forbidden_modules"):
            names = contract.get(key, [])
            if any(name.startswith("textlint_") for name in names):
                lists.append(names)
    assert len(lists) == 4
    assert all(names == packages for names in lists)

"""Plugins that are broken in every way: each is named, and all others load."""

from __future__ import annotations

from importlib import metadata

import pytest

from textlint.plugins import load_host

HEAD = """
    from textlint.hookspecs import hookimpl
    from textlint.model import Hit, Span
    from textlint.rule import rule

    def make(id, **settings):
        @rule(id, summary="A test.", message="A test.", examples=(), **settings)
        def check(document, context):
            yield Hit(Span(0, 1))
        return check
"""
GOOD = (
    HEAD
    + """
    @hookimpl
    def textlint_rules():
        return [make("fine/one"), make("fine/two")]
"""
)


def load(only_site):
    return load_host()


def says(host, plugin: str) -> list[str]:
    """Return what the host says about a plugin, without the words that are always there."""
    origin = f"plugin {plugin} (textlint-{plugin} 1.2): "
    mine = [problem for problem in host.problems if problem.plugin == plugin]
    assert all(problem.kind == "plugin" for problem in mine)
    assert all(problem.message.startswith(origin) for problem in mine)
    return [problem.message.removeprefix(origin) for problem in mine]


def test_a_plugin_and_where_it_comes_from(install, only_site) -> None:
    install("fine", GOOD)
    host = load_host()
    assert host.problems == []
    (plugin,) = host.plugins
    assert (plugin.name, plugin.distribution, plugin.version) == ("fine", "textlint-fine", "1.2")
    assert [rule.id for rule in host.rules] == ["fine/one", "fine/two"]
    assert host.owner("fine/two") is plugin
    assert host.owner("fine/three") is None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import missing_module_of_a_test", "cannot be imported: ModuleNotFoundError: No module"),
        ("def broken(:", "cannot be imported: SyntaxError: invalid syntax"),
        ("raise SystemExit(0)", "cannot be imported: SystemExit: 0"),
        ("raise SystemExit", "cannot be imported: SystemExit"),
        ("raise GeneratorExit('x')", "cannot be imported: GeneratorExit: x"),
        ("1 / 0", "cannot be imported: ZeroDivisionError: division by zero"),
        ("raise ValueError('two\\nlines')", "cannot be imported: ValueError: two lines"),
        ("", "implements no hook; the hooks are textlint_rules, textlint_readers"),
        (
            HEAD + "    def textlint_rules():\n        return [make('odd/one')]\n",
            "textlint_rules is not marked with @hookimpl, so it is not called",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rulez():\n        return []\n",
            'there is no hook "textlint_rulez"; did you mean "textlint_rules"?',
        ),
        (
            HEAD + "    @hookimpl\n    def rules():\n        return []\n",
            'there is no hook "rules"',
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rules(document):\n        return []\n",
            "was refused: PluginValidationError",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rules():\n        return 7\n",
            "textlint_rules failed: TypeError: 'int' object is not iterable",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rules():\n        return 'abc'\n",
            "textlint_rules must give Rule objects, not str",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rules():\n        return [make]\n",
            "textlint_rules must give Rule objects, not function",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rules():\n        raise SystemExit(3)\n",
            "textlint_rules failed: SystemExit: 3",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_rules():\n        return [make('NoFamily')]\n",
            "textlint_rules failed: ValueError: rule id 'NoFamily' is not family/what-is-wrong",
        ),
        (
            HEAD
            + "    @hookimpl\n    def textlint_rules():\n"
            + "        return [make('odd/one', severity='fatal')]\n",
            "textlint_rules failed: ValueError: unknown severity 'fatal'",
        ),
        (
            HEAD
            + "    @hookimpl\n    def textlint_rules():\n"
            + "        return [make('odd/one', options=dict)]\n",
            "rule odd/one: its options are not a dataclass; left out",
        ),
        (
            HEAD
            + "    from dataclasses import dataclass\n"
            + "    @dataclass(frozen=True)\n    class Options:\n        needed: int\n"
            + "    @hookimpl\n    def textlint_rules():\n"
            + "        return [make('odd/one', options=Options)]\n",
            "rule odd/one: its options cannot be used: TypeError",
        ),
        (
            HEAD
            + "    from dataclasses import dataclass\n"
            + "    @dataclass(frozen=True)\n    class Options:\n        severity: int = 1\n"
            + "    @hookimpl\n    def textlint_rules():\n"
            + "        return [make('odd/one', options=Options)]\n",
            'rule odd/one: an option cannot be called "severity"',
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_readers():\n        return [1, 2]\n",
            "textlint_readers must give Reader objects, not int",
        ),
        (
            HEAD + "    @hookimpl\n    def textlint_reporters():\n        return [1]\n",
            "textlint_reporters must give Reporter objects, not int",
        ),
    ],
)
def test_a_broken_plugin_is_named_and_the_others_load(install, only_site, code, said) -> None:
    install("odd", code)
    install("fine", GOOD)
    host = load_host()
    (problem,) = says(host, "odd")
    assert problem.startswith(said)
    assert [rule.id for rule in host.rules] == ["fine/one", "fine/two"]
    assert says(host, "fine") == []


def test_a_plugin_with_a_misspelt_hook_keeps_its_other_hooks(install, only_site) -> None:
    install(
        "odd",
        HEAD
        + """
    @hookimpl
    def textlint_rules():
        return [make("odd/one")]

    @hookimpl
    def textlint_reader():
        return []
""",
    )
    host = load_host()
    assert [rule.id for rule in host.rules] == ["odd/one"]
    assert says(host, "odd") == [
        'there is no hook "textlint_reader"; did you mean "textlint_readers"?'
    ]


def test_a_generator_that_raises_midway_keeps_what_it_gave(install, only_site) -> None:
    install(
        "odd",
        HEAD
        + """
    @hookimpl
    def textlint_rules():
        yield make("odd/one")
        yield "not a rule"
        yield make("odd/two")
        raise RuntimeError("no more")
""",
    )
    host = load_host()
    assert [rule.id for rule in host.rules] == ["odd/one", "odd/two"]
    assert says(host, "odd") == [
        "textlint_rules failed: RuntimeError: no more",
        "textlint_rules must give Rule objects, not str",
    ]


def test_of_two_rules_with_one_id_the_first_stays(install, only_site) -> None:
    install("fine", GOOD)
    install("odd", GOOD.replace("fine/one", "odd/one"))
    host = load_host()
    assert [rule.id for rule in host.rules] == ["fine/one", "fine/two", "odd/one"]
    assert says(host, "odd") == ["rule fine/two is already defined by plugin fine; left out"]


def test_of_two_plugins_with_one_name_the_first_is_loaded(install, only_site) -> None:
    install("fine", GOOD, distribution="textlint-a")
    install("fine", GOOD.replace("fine/", "odd/"), distribution="textlint-b")
    host = load_host()
    assert [rule.id for rule in host.rules] == ["fine/one", "fine/two"]
    assert [problem.message for problem in host.problems] == [
        'plugin fine (textlint-b 1.2): the name "fine" is already taken by textlint-a 1.2; not loaded'
    ]


def test_readers_and_formats_cannot_take_names_that_are_taken(install, only_site) -> None:
    install(
        "odd",
        """
    from textlint.hookspecs import hookimpl
    from textlint.readers import BUILT_IN, Reader
    from textlint.report import Reporter

    @hookimpl
    def textlint_readers():
        return [Reader("own", (".own", ".md"), BUILT_IN[0].read)]

    @hookimpl
    def textlint_reporters():
        render = lambda run, options: ""
        return [Reporter("json", "", render), Reporter("own", "", render)]
""",
    )
    host = load_host()
    (own,) = [reader for reader in host.readers if reader.format == "own"]
    assert own.suffixes == (".own",)
    assert [reporter.name for reporter in host.reporters] == ["own"]
    assert says(host, "odd") == [
        "files .md are already read by textlint",
        "format json is already written by textlint; left out",
    ]


def test_what_a_plugin_prints_goes_to_standard_error(install, only_site, capsys) -> None:
    install("odd", "print('while importing')\n" + "import textlint\n")
    load_host()
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "while importing\n"


def test_an_interrupt_while_loading_ends_the_program(install, only_site) -> None:
    install("odd", "raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        load_host()


def test_a_package_with_unreadable_metadata_hides_no_other(install, site, monkeypatch) -> None:
    install("fine", GOOD)
    install("odd", GOOD)
    broken = next(site.glob("textlint_odd-*")) / "entry_points.txt"
    broken.write_bytes(b"[textlint\n\xff\xfe = broken")
    found = list(metadata.distributions(path=[str(site)]))

    def fail(**parameters: str) -> metadata.EntryPoints:
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")

    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setattr("importlib.metadata.entry_points", fail)
    monkeypatch.setattr("importlib.metadata.distributions", lambda: found)
    host = load_host()
    assert [rule.id for rule in host.rules] == ["fine/one", "fine/two"]
    assert len(host.problems) == 1
    assert "the metadata of an installed package cannot be read" in host.problems[0].message


def test_the_order_is_that_of_names_and_not_of_installation(install, only_site) -> None:
    for name in ("zeta", "alpha", "mid"):
        install(name, GOOD.replace("fine/", f"{name}/"))
    host = load_host()
    assert [plugin.name for plugin in host.plugins] == ["alpha", "mid", "zeta"]
    assert [rule.id for rule in host.rules] == sorted(rule.id for rule in host.rules)

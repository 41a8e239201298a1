"""A baseline against any edit of an article: what it accepts, what is new, what is gone, by count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.baseline import Baseline, BaselineError, accepting, apply, load, pruned, render, stale
from textlint.document import Document
from textlint.engine import ActiveRule, Engine
from textlint.model import Hit
from textlint.report import FileReport, Run
from textlint.rule import Context, rule
from textlint.testing import read

CWD = Path("/site")
GOOD = ["The tide waits.", "A new pier.", "# A title", "- ropes\n- buckets", "> Said the mate."]
BAD = ["A leak in the hull.", "A Leak  in the bow.", "Rust at the keel.", "No lamp on deck."]


@rule("ship/defect", summary="A defect.", message="A defect stands here.", examples=())
def defect(document: Document, context: Context) -> Iterator[Hit]:
    for block in document.prose:
        for found in re.finditer(r"(?i)leak\s+in the \w+|rust|no lamp", block.text):
            yield Hit(block.span_at(*found.span()))


ENGINE = Engine([ActiveRule(defect, defect.options())])


def run_over(**articles: Sequence[str]) -> Run:
    """Return the run of the rule over articles of paragraphs, as the command makes it."""
    files = []
    for name, paragraphs in articles.items():
        text = "\n\n".join(paragraphs) + "\n"
        found = ENGINE.check(read(text, f"{name}.md")).findings
        files.append(FileReport(f"{name}.md", findings=tuple(found), source=text))
    return Run("0", tuple(files), (defect,))


def accepted(*paragraphs: str) -> Baseline:
    return accepting(Baseline(CWD), run_over(a=paragraphs), CWD, all_compared=True)


def defects(paragraphs: Sequence[str]) -> Counter[str]:
    """Count the defects by what makes two of them equal: their words, not case or blanks."""
    text = " ".join(paragraphs).casefold()
    return Counter(" ".join(d.split()) for d in re.findall(r"leak\s+in the \w+|rust|no lamp", text))


def new(baseline: Baseline, run: Run) -> Counter[str]:
    found = [f for f in apply(baseline, run, CWD).findings if not f.suppressed]
    return Counter(" ".join(f.evidence.casefold().split()) for f in found)


articles = st.lists(st.sampled_from([*GOOD, *BAD]), max_size=9)


@given(articles, articles)
def test_the_baseline_takes_away_what_it_accepts_and_nothing_else(
    before: list[str], after: list[str]
) -> None:
    """Whatever the order, above, below or between: only how many equal defects there are counts."""
    baseline = accepted(*before)
    assert new(baseline, run_over(a=after)) == defects(after) - defects(before)


@given(articles, articles)
def test_what_is_gone_is_stale_and_prune_takes_out_just_that(
    before: list[str], after: list[str]
) -> None:
    baseline, run = accepted(*before), run_over(a=after)
    gone = stale(baseline, run, CWD, all_compared=True)
    assert sum(map(len, gone.values())) == (defects(before) - defects(after)).total()
    left = pruned(baseline, run, CWD, all_compared=True)
    assert left.entries <= baseline.entries
    assert left.size == (defects(before) & defects(after)).total()
    assert stale(left, run, CWD, all_compared=True) == {}
    assert new(left, run) == new(baseline, run)


@given(st.permutations([*GOOD, *BAD, *BAD[:2]]))
def test_moving_paragraphs_disturbs_nothing(moved: list[str]) -> None:
    baseline = accepted(*GOOD, *BAD, *BAD[:2])
    assert new(baseline, run_over(a=moved)).total() == 0
    assert (
        accepting(baseline, run_over(a=moved), CWD, all_compared=True).entries == baseline.entries
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which there is a `b.md`, that no run here reads."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "b.md").write_text("Not read.\n")
    return folder


@given(articles, articles)
def test_entries_of_files_that_were_not_read_stay(
    folder: Path, one: list[str], other: list[str]
) -> None:
    both = accepting(Baseline(folder), run_over(a=one, b=other), folder, all_compared=True)
    for change in (accepting, pruned):
        left = change(both, run_over(a=[]), folder, all_compared=True)
        assert left.files.get("b.md") == both.files.get("b.md")


@given(articles, st.data())
def test_a_merge_conflict_is_refused_with_its_line(
    folder: Path, paragraphs: list[str], data: st.DataObject
) -> None:
    lines = render(accepted(*paragraphs)).split("\n")
    at = data.draw(st.integers(0, len(lines)))
    mark = data.draw(st.sampled_from(["<<<<<<< HEAD", "=======", ">>>>>>> topic", "||||||| 1a2b"]))
    (folder / "b.json").write_text("\n".join([*lines[:at], mark, *lines[at:]]))
    with pytest.raises(BaselineError, match=f"^b.json:{at + 1}: there is a merge conflict"):
        load(folder / "b.json", "b.json")


@given(articles, articles)
def test_both_sides_of_a_merge_are_one_baseline(one: list[str], other: list[str]) -> None:
    """Entries are lines: the lines of both sides, in any order, accept what either accepts."""
    merged = Baseline(CWD, {"a.md": ()})
    for side in (one, other):
        found = accepted(*side).files.get("a.md", ())
        merged.files["a.md"] = (*merged.files["a.md"], *found)
    assert new(merged, run_over(a=one)).total() == 0
    assert new(merged, run_over(a=other)).total() == 0

"""Tables and a plot of what was timed, and their place in docs/performance.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from processes import Median

DOCS = Path(__file__).resolve().parents[2] / "docs"
BEGIN, END = "<!-- written by benchmarks/speed/run.py -->", "<!-- end of what it wrote -->"
PLOT = Path("images") / "speed.svg"


def peers_table(taken: Mapping[str, Median], megabytes: float) -> str:
    """Return a row for each program; the last column is how many times as much textlint reads."""
    ours = taken["textlint"].cpu
    rows = [
        "| program | MB per CPU second | CPU s | wall s | peak MB | textlint reads | status |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, median in taken.items():
        ratio = (
            ""
            if name.startswith("textlint, ") or name == "textlint"
            else f"{median.cpu / ours:.1f}×"
        )
        rows.append(
            f"| {name} | {megabytes / median.cpu:.2f} | {median.cpu:.2f} | {median.wall:.2f}"
            f" | {median.megabytes:.0f} | {ratio} | {median.status} |"
        )
    return "\n".join(rows)


def start_table(taken: Mapping[str, Median]) -> str:
    rows = ["| what | CPU ms | wall ms |", "|---|---:|---:|"]
    rows += [f"| {name} | {1000 * m.cpu:.0f} | {1000 * m.wall:.0f} |" for name, m in taken.items()]
    return "\n".join(rows)


def growth_table(taken: Sequence[tuple[str, float, Median]]) -> str:
    """Return a row for each size; the last column is the growth from the row above, if it has half."""
    rows = ["| files | MB | CPU s | peak MB | growth |", "|---|---:|---:|---:|---:|"]
    before: tuple[str, float] | None = None
    for kind, megabytes, median in taken:
        growth = f"{median.cpu / before[1]:.2f}" if before and before[0] == kind else ""
        before = kind, median.cpu
        rows.append(
            f"| {kind} | {megabytes:.1f} | {median.cpu:.2f} | {median.megabytes:.0f} | {growth} |"
        )
    return "\n".join(rows)


def plot(taken: Mapping[str, Median], megabytes: float) -> str:
    """Return a bar for each program: megabytes per CPU second."""
    shown = {name: megabytes / m.cpu for name, m in taken.items() if name != "textlint, all cores"}
    longest, height, left = 360, 28, 190
    most = max(shown.values())
    bars = []
    for number, (name, speed) in enumerate(shown.items()):
        top = 36 + number * height
        width = longest * speed / most
        colour = "#3367a8" if name == "textlint" else "#9aa5b1"
        bars.append(
            f'<text x="{left - 8}" y="{top + 14}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{left}" y="{top}" width="{width:.1f}" height="18" fill="{colour}"/>'
            f'<text x="{left + width + 6:.1f}" y="{top + 14}">{speed:.2f}</text>'
        )
    tall = 44 + len(shown) * height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 {tall}" font-family="sans-serif"'
        ' font-size="13" role="img"><title>Megabytes of Markdown per CPU second</title>'
        f'<text x="{left}" y="20">megabytes of Markdown per CPU second</text>{"".join(bars)}</svg>\n'
    )


def write(text: str, drawing: str) -> None:
    """Put the tables between their marks in docs/performance.md, and the plot beside it."""
    page = DOCS / "performance.md"
    content = page.read_text(encoding="utf-8")
    before, _, rest = content.partition(BEGIN)
    _, _, after = rest.partition(END)
    image = f"![Megabytes of Markdown per CPU second, by program]({PLOT.as_posix()})"
    page.write_text(f"{before}{BEGIN}\n\n{image}\n\n{text}\n\n{END}{after}", encoding="utf-8")
    (DOCS / PLOT).write_text(drawing, encoding="utf-8")

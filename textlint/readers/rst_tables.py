"""Tables that are drawn with characters, in reStructuredText."""

from __future__ import annotations

import re

from textlint.readers.source_lines import SourceLine

# The parts of one cell, line by line: start and end in the source.
Cell = list[tuple[int, int]]

LONGEST_TABLE = 500  # lines within which the end of a table is looked for

_COLUMN = re.compile(r"=+")


def grid_cells(lines: list[SourceLine], first: int, end: int, last: int) -> tuple[list[Cell], int]:
    """Return the cells of the grid table in the lines `first` to `end`, and the line after it."""
    cells: list[Cell] = []
    row: list[Cell] = []
    for line in lines[first:end]:
        if line.text.startswith("+"):
            cells += [cell for cell in row if cell]
            row = []
            continue
        column, start = 0, 0
        for place, character in enumerate(f"{line.text}|" if line.text[-1] != "|" else line.text):
            if character != "|":  # one that is missing at the end is taken for granted
                continue
            if place:
                if len(row) <= column:
                    row.append([])
                _add(row[column], line, start, place)
                column += 1
            start = place + 1
    cells += [cell for cell in row if cell]
    return cells, end


def simple_cells(
    lines: list[SourceLine], first: int, end: int, last: int
) -> tuple[list[Cell], int]:
    """Return the cells of a table whose columns are ruled with "="; blank lines may be in it."""
    columns = [match.span() for match in _COLUMN.finditer(lines[first].text)]
    reach = min(last, first + LONGEST_TABLE)
    rulers = [n for n in range(first + 1, reach) if lines[n].text == lines[first].text][:2]
    # The second rule ends the head or, when no third one follows closely, the table.
    if len(rulers) == 2 and any(not line.text for line in lines[rulers[0] + 1 : rulers[1]]):
        blank = next(n for n in range(rulers[0] + 1, rulers[1]) if not lines[n].text)
        rulers = rulers[:1] if blank == rulers[0] + 1 else rulers
    end = rulers[-1] + 1 if rulers else end
    cells: list[Cell] = []
    for line in lines[first + 1 : end]:
        if not line.text or set(line.text) <= set("=- "):
            continue
        margin = line.indent - lines[first].indent
        for number, (start, stop) in enumerate(columns):
            cell: Cell = []
            whole = len(line.text) if number + 1 == len(columns) else stop - margin
            _add(cell, line, max(start - margin, 0), min(whole, len(line.text)))
            if cell:
                cells.append(cell)
    return cells, end


def _add(cell: Cell, line: SourceLine, start: int, end: int) -> None:
    """Add `line.text[start:end]` without the white space around it."""
    text = line.text[start:end]
    inner = text.strip()
    if inner:
        begin = line.start + start + len(text) - len(text.lstrip())
        cell.append((begin, begin + len(inner)))

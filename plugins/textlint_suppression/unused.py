"""A comment or the front matter suppresses a rule, and the rule has nothing to report there.

Usually the passage was rewritten or the rule has become better, and the suppression stayed. It says that
something is wrong where nothing is, and it will hide the next real defect in the same place.

**How to fix.** Delete the suppression, or the name in it that is no longer needed; the safe fix does
so. It leaves `disable` and `enable` to you, since they come in pairs.

**Known limits.** Only rules that ran are judged: a rule that this run does not select, that is not for
the document's language or that crashed may still need its suppression. A family is judged when all of
its rules ran, so usually only in a run with `--profile audit`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.lines import final_lines
from textlint.model import Fix, Hit, Span
from textlint.rule import Context, bad, good, rule
from textlint.suppress import IGNORE, IGNORE_FILE, Directive, Name, Suppressions

_OWN_FAMILY = "suppression"


@rule(
    "suppression/unused",
    summary="A suppression for a rule that finds nothing there.",
    message="{names} {verb} nothing here: this suppression can go.",
    severity="note",
    after_others=True,
    examples=[
        bad(
            "<!-- textlint: ignore[footer/read-more] it is a link -->\n\nThe old mill is for sale.\n",
            at="footer/read-more",
        ),
        bad(
            "The old mill is for sale.\n\n<!-- textlint: ignore-file[footer/read-more] -->\n",
            at="footer/read-more",
        ),
        bad(
            "<!-- textlint: disable[footer/read-more] -->\n\nThe old mill is for sale.\n\n"
            "<!-- textlint: enable[footer/read-more] -->\n\nSo is the barn.\n",
            at="footer/read-more",
        ),
        good(
            "Write `<!-- textlint: ignore[footer/read-more] -->` before the block.\n",
            why="code is no comment",
        ),
        good(
            "<!-- textlint: ignore[suppression/unused] kept -->\n\nThe old mill is for sale.\n",
            why="suppressions of this family are not judged, or they would have to judge themselves",
        ),
        good(
            "<!-- textlint-disable footer/read-more -->\n\nThe old mill is for sale.\n",
            why="another program's",
        ),
    ],
)
def unused(document: Document, context: Context) -> Iterator[Hit]:
    for directive, names in Suppressions(document).unused(context.findings):
        judged = [name for name in names if _is_judged(name.text, context)]
        if judged:
            first = judged[0]
            yield Hit(
                first.span,
                {
                    "names": ", ".join(name.text for name in judged),
                    "verb": "finds" if len(judged) == 1 else "find",
                },
                fix=_fix(document, directive, judged),
                evidence=f"{directive.word}[{first.text}]",
            )


def _is_judged(name: str, context: Context) -> bool:
    if name.partition("/")[0] == _OWN_FAMILY:
        return False
    if context.ran is None:
        return True
    if "/" in name or context.known is None:
        return name in context.ran
    family = {rule_id for rule_id in context.known if rule_id.startswith(f"{name}/")}
    return bool(family) and family <= context.ran


def _fix(document: Document, directive: Directive, unneeded: Sequence[Name]) -> Fix | None:
    if directive.word not in (IGNORE, IGNORE_FILE) or not directive.in_comment:
        return None
    left = [name.text for name in directive.names if name not in unneeded]
    if left:
        return Fix(directive.inner, ", ".join(left))
    return Fix(_whole_lines(document, directive.span), "")


def _whole_lines(document: Document, span: Span) -> Span:
    """Return `span` with the end of its line, when nothing else stands on its lines."""
    final = final_lines(document.source, span, document.body.start)
    lines = document.lines
    start = lines.line_span(lines.line(span.start))
    last = lines.line(span.end)
    rest = document.source[span.end : lines.line_span(last).end]
    if document.source[start.start : span.start].strip() or rest.strip():
        return span
    if final is not None:
        return final
    end = lines.line_span(last + 1).start if last < len(lines) else len(document.source)
    return Span(start.start, end)

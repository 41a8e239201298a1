"""A comment or a front-matter key was meant to suppress a rule and suppresses nothing.

A suppression with a misspelt rule, an unknown word or no list of rules leaves its author in the belief
that a finding was dealt with. Each one names its rules, because a comment that silences everything also
silences what nobody has looked at.

**How to fix.** Write `<!-- textlint: ignore[family/rule] reason -->` before the block,
`<!-- textlint: disable[family] -->` and `<!-- textlint: enable[family] -->` around a passage,
`<!-- textlint: ignore-file[family/rule] -->` anywhere for the whole file, or
`textlint: {ignore: [family/rule]}` in the front matter. `textlint rules` lists the names.

**Known limits.** The rules of a plugin that is not installed are unknown. Comments that begin with
`textlint-` belong to another program and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint.spelling import nearest_name
from textlint.suppress import Suppressions

# The nearest name is looked for only for what could be a slip of the pen, and not without end.
_LONGEST_ID = 80
_MANY = 50


@rule(
    "suppression/invalid",
    summary="A suppression that is misspelt, names no rule or ends nothing.",
    message="This suppresses nothing: {mistake}.",
    after_others=True,
    examples=[
        bad(
            "<!-- textlint: ignore -->\n\nThe old mill is for sale.\n",
            at="<!-- textlint: ignore -->",
        ),
        bad(
            "<!-- textlint: ignroe[footer/read-more] -->\n\nThe old mill is for sale.\n",
            at="<!-- textlint: ignroe[footer/read-more] -->",
        ),
        bad(
            "The old mill is for sale.\n\n<!-- textlint: enable[footer] -->\n\nSo is the barn.\n",
            at="footer",
        ),
        bad(
            "<!-- textlint: disable[] for now -->\n\nThe old mill is for sale.\n",
            at="<!-- textlint: disable[] for now -->",
        ),
        good("<!-- textlint-disable -->\n\nThe old mill is for sale.\n", why="another program's"),
        good(
            "Write `<!-- textlint: ignore -->` and see.\n\n    <!-- textlint: ignore -->\n",
            why="code is no comment",
        ),
        good(
            "<!-- Textlint found nothing here. -->\n\nThe old mill is for sale.\n", why="a remark"
        ),
        good(
            "<!-- ask textlint: is this fine? -->\n\nThe mill is for sale.\n",
            why="not at the start",
        ),
    ],
)
def invalid(document: Document, context: Context) -> Iterator[Hit]:
    suppressions = Suppressions(document)
    for mistake in suppressions.mistakes:
        yield Hit(mistake.span, {"mistake": mistake.message})
    for directive, name in suppressions.idle_enables():
        text = f'nothing before has disabled "{name.text}"'
        yield Hit(name.span, {"mistake": text}, evidence=f"{directive.word}[{name.text}]")
    if context.known is None:
        return
    names = {rule_id for known in context.known for rule_id in (known, known.partition("/")[0])}
    suggestions: dict[str, str] = {}
    for directive in suppressions.directives:
        for name in directive.names:
            if name.text in names:
                continue
            if name.text not in suggestions:
                close = len(name.text) <= _LONGEST_ID and len(suggestions) < _MANY
                meant = nearest_name(name.text, names) if close else None
                suggestions[name.text] = f' (did you mean "{meant}"?)' if meant else ""
            text = f'there is no rule or family "{name.text}"{suggestions[name.text]}'
            yield Hit(name.span, {"mistake": text})

"""The declared language is not the language of the text, or the title is in another one than the body.

The declaration (`lang`, `language`, `locale` in the front matter, `<html lang>`) decides how a page
is hyphenated, read aloud, spelt and found. One that is wrong usually comes from the page the text
was copied from, or from a translation of which only one half was put in. A title in another
language than its article is a translation that was forgotten.

**How to fix.** Declare the language of the text; translate the title.

**Known limits.** At least 300 letters of running text whose function words decide are needed. A
title is judged only when it has at least two function words of another language and none of the
body's, and no quotation marks or brackets: names of foreign works and dishes are no mistake. Languages
that are close to each other (Danish and Norwegian, Czech and Slovak) are not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document, MetaValue
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_language.confirmation import is_close
from textlint_language.detection import detect_language
from textlint_language.languages import language_of_script, letters, name, table

LETTERS = 300
_CODE = lazy_pattern(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]{2,8})*\Z")
_KEYS = ("lang", "language", "locale", "inlanguage", "og:locale", "content-language")
_QUOTED = lazy_pattern('["“”„«»‘:(]')

_ENGLISH = (
    "The lighthouse was switched off on Monday after ninety years, and the keeper who had lived in it "
    "with his family went down to the village, where all the people had made a supper for them. "
) * 3
_SPANISH = (
    "El faro se apagó el lunes después de noventa años, y el guarda que había vivido en él con su "
    "familia bajó al pueblo, donde la gente les había preparado una cena para la despedida. "
) * 3


@rule(
    "language/declared-mismatch",
    summary="The declared language, or the title's, is not that of the text.",
    message="{what} {declared}, but the text is in {actual}.",
    about_document=True,
    examples=[
        bad(f"---\nlang: en\n---\n{_SPANISH}\n", at="en"),
        bad(f"---\ntitle: The light\nlanguage: de-DE\n---\n{_ENGLISH}\n", at="de-DE"),
        bad(
            f"# El faro que se apagó y no volvió a la costa\n\n{_ENGLISH}\n",
            at="El faro que se apagó y no volvió a la costa",
        ),
        good(f"---\nlang: en-GB\n---\n{_ENGLISH}\n", why="they agree"),
        good(f"---\nlang: es\n---\n{_SPANISH}\n", why="they agree"),
        good("---\nlang: es\n---\nThe light is off.\n", why="too short to tell"),
        good(f"# “El faro que se apagó”: a film review\n\n{_ENGLISH}\n", why="the name of a work"),
        good(f"# Bolo do Caco (Caco Bread)\n\n{_ENGLISH}\n", why="a name with its translation"),
        good(f"# A C-A ferry in a fog\n\n{_ENGLISH}\n", why="Italian has “a” and “in” too"),
        good(f"# La Manga\n\n{_ENGLISH}\n", why="a name"),
    ],
)
def declared_mismatch(document: Document, context: Context) -> Iterator[Hit]:
    declared = _declared(document)
    title = _title(document)
    if declared is None and title is None:
        return
    actual = detect_language(document)
    if actual is None or not _is_long(document):
        return
    if declared is not None:
        code = _CODE.match(declared.value.strip())
        said = code.group(1).lower() if code else ""
        if said in table().names and not is_close(said, actual):
            values = {
                "what": f'"{declared.value}" declares',
                "declared": name(said),
                "actual": name(actual),
            }
            yield Hit(declared.span, values)
    if title is not None:
        other = _language_of_title(title.folded, actual)
        if other is not None:
            values = {"what": "The title is in", "declared": name(other), "actual": name(actual)}
            yield Hit(title.content_span, values)


def _declared(document: Document) -> MetaValue | None:
    return next((value for value in document.meta if value.key in _KEYS), None)


def _title(document: Document) -> Block | None:
    """Return the block that is the title: of the front matter, else the first heading."""
    headings = (BlockKind.META, BlockKind.HEADING)
    for block in document.blocks:
        if block.kind in headings and (block.kind is BlockKind.HEADING or block.label == "title"):
            return block
        if block.is_prose:
            return None
    return None


def _is_long(document: Document) -> bool:
    total = 0
    for block in document.prose:
        total += letters(block.text)
        if total >= LETTERS:
            return True
    return False


def _language_of_title(text: str, body: str) -> str | None:
    """Return the language of a title when its function words leave no doubt, else None."""
    if _QUOTED.search(text):
        return None
    seen = language_of_script(text)
    if seen in ("ja", "ko", "zh", "he", "ar", "th"):
        return None if is_close(seen, body) else seen
    words = text.replace("'", " ").split()
    tables = table().words
    if len(words) < 5:
        return None
    own = tables.get(body, frozenset())
    if not any(word in table().owners and word not in own for word in words):
        return None  # no function word of any other language
    counts = {code: sum(map(known.__contains__, words)) for code, known in tables.items()}
    best = max(counts, key=lambda code: (counts[code], code))
    if any(word in own and word not in tables[best] for word in words):
        return None
    rivals = [n for code, n in counts.items() if code != best and not is_close(code, best)]
    if sum(word in tables[best] and word not in own for word in words) < 2:
        return None
    if counts[best] < 2 or counts[best] <= max(rivals) or counts[best] < 0.25 * len(words):
        return None
    return best if not is_close(best, body) else None

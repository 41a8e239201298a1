"""Joins the known lines of a page to runs, and parts each run into stretches of one kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from textlint_footer.lines import Shape
from textlint_footer.page import Page
from textlint_footer.wording import Evidence, Wording

GAP_AT_EDGE = 6  # unknown lines that a run may hold between two hits at the tail
GAP_IN_LIST = 40  # the same below a label such as "Most read"
GAP_INSIDE = 2  # the same in the middle of an article
LONGEST_FRAGMENTARY = 30  # lines of a document without a sentence that is looked at
LONGEST_GAP = 200  # the same with raw markup counted, which does not weigh
MENU_OF_LINKS = 6  # so many weak hits are a menu even when each is a link

# What stands above an article on its page.
_AT_HEAD = frozenset({"breadcrumb", "share-bar", "ad-slot", "cookie-notice", "comment-form"})
# What no sentence of an article is about, even when one word of it stands alone at the end.
_BUTTONS = frozenset({"share-bar", "comment-form", "read-more", "newsletter-call", "ad-slot"})
SHORTEST_WITH_BUTTON = 3  # lines of an article below which one button is enough
# Rows of numbers, dates and bylines are tables and heads more often than residue.
_SAYS_LITTLE = frozenset({"pagination", "bare-timestamp", "tag-list"})

Hits = list[tuple[int, Wording]]


def runs(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of each run that says enough for the place where it stands."""
    for first, last, opener in _joined(page):
        start = _trimmed(page, first, last)
        end = _before_section(page, start, last)
        if start <= end and _counts(page, start, end):
            yield _grown(page, start, end, opener)


def _joined(page: Page) -> Iterator[tuple[int, int, int]]:
    """Yield first hit, last hit and last label of each run; -1 for a run without a label."""
    first = last = opener = -1
    for index, wording in enumerate(page.known):
        if wording is None:
            continue
        if first >= 0 and not _bridges(page, last, index, opener):
            yield first, last, opener
            first = -1
        if first < 0:
            first, opener = index, -1
        last = index
        if wording.opens:
            opener = index
    if first >= 0:
        yield first, last, opener


def _bridges(page: Page, last: int, index: int, opener: int) -> bool:
    """Whether the lines between two hits belong to the same run."""
    if index - last == 1 or (last in page.scraped and index <= page.scraped[last][1]):
        return True
    return _fills(page, range(last + 1, index), last, opener)


def _fills(page: Page, between: range, last: int, opener: int) -> bool:
    """Whether unknown lines after the hit `last` are residue like it."""
    if len(between) > LONGEST_GAP:
        return False
    if any(index in page.article for index in between):
        return False
    lines = [page.lines[i] for i in between if page.lines[i].shape is not Shape.MARKUP]
    if last < page.last_article:
        return len(lines) <= GAP_INSIDE and not any(line.is_heading for line in lines)
    return len(lines) <= (GAP_IN_LIST if opener >= 0 else GAP_AT_EDGE)


def _trimmed(page: Page, first: int, last: int) -> int:
    """Return where the run begins without the author's own calls: "Follow Ada on Mastodon."."""
    while first <= last and first not in page.scraped and not page.is_telling(first):
        first += 1
    return first


def _before_section(page: Page, first: int, last: int) -> int:
    """Return where the run ends without the heading of what the article goes on with."""
    while first < last < page.last_article:
        wording = page.known[last]
        heads = page.lines[last].is_heading and last not in page.scraped
        if wording is not None and not (heads and wording.evidence is Evidence.COMPANY):
            break
        last -= 1
    return last


def _counts(page: Page, first: int, last: int) -> bool:
    """Whether a run says enough for its place."""
    found = _hits(page, first, last)
    strongest = max(w.evidence for _, w in found)
    if not page.article and not page.scraped and len(page.lines) > LONGEST_FRAGMENTARY:
        return False  # a list of words, a table
    if strongest is Evidence.ALONE:
        return True
    if all(page.is_field(i) for i, _ in found):
        return False  # a letter has them as well; a form has a button, or says what it does
    if not page.article:
        return False
    kinds = {w.kind for _, w in found}
    if first > page.last_article:
        return (
            strongest is Evidence.EDGE
            or _is_menu(page, found)
            or _is_sign_up(page, found)
            or _is_turning(page, found)
            or _is_last_word(page, found)
        )
    if last < page.first_article:
        if not kinds & _AT_HEAD:
            return False
        if strongest is Evidence.EDGE:
            return kinds == {"breadcrumb"} or len(found) > 1
        return _is_menu(page, found)
    edges = sum(w.evidence is Evidence.EDGE for _, w in found)
    if edges:
        return edges >= 2 or len(found) >= 3
    return _is_sign_up(page, found)


def _is_turning(page: Page, found: Hits) -> bool:
    """Whether both neighbours of the page are named: "Previous: The pier", "Next: The ferry"."""
    for (one, first), (other, second) in pairwise(found):
        lines = page.lines[one], page.lines[other]
        if first.kind == second.kind == "pagination" and other == one + 1:
            labels = [line.text.strip().partition(":")[0] for line in lines]
            titled = all(":" in line.text and not page.is_link(line) for line in lines)
            if titled and labels[0] != labels[1]:
                return True
    return False


def _is_last_word(page: Page, found: Hits) -> bool:
    """Whether an article ends in nothing but buttons: "Tweet this", "12 shares", "Load more"."""
    if len(page.article) < SHORTEST_WITH_BUTTON or found[-1][0] != len(page.lines) - 1:
        return False
    if len(found) != found[-1][0] - found[0][0] + 1:
        return False
    return all(
        w.kind in _BUTTONS
        and not page.lines[i].is_heading
        and not page.lines[i].is_listed
        and not page.is_link(page.lines[i])
        for i, w in found
    )


def _is_sign_up(page: Page, found: Hits) -> bool:
    """Whether weak hits are the parts of a sign-up box: its label, what it promises, its button."""
    calls = sum(w.kind == "newsletter-call" for _, w in found)
    listed = any(page.lines[i].is_listed for i, _ in found)
    return calls >= 3 and calls * 2 >= len(found) and not listed


def _is_menu(page: Page, found: Hits) -> bool:
    """Whether weak hits are enough in number: three different ones that are no list of links.

    The fields of a form count as one.
    """
    fields = [i for i, _ in found if page.is_field(i)]
    says_little = {*fields[1:], *(i for i, w in found if w.kind in _SAYS_LITTLE)}
    lines = [page.lines[i] for i, _ in found if i not in says_little]
    if len(found) * 2 < found[-1][0] - found[0][0] + 1:
        return False
    loose = sum(not line.is_listed for line in lines)
    if len(found) < MENU_OF_LINKS:
        loose -= sum(page.is_link(line) for line in lines)
    # Several copyright lines, one for each author, are a notice and no menu.
    words = {
        "©" if "copyright" in line.folded or "©" in line.folded else line.folded for line in lines
    }
    return loose >= 3 and len(words) >= 3


def _grown(page: Page, first: int, last: int, opener: int) -> tuple[int, int]:
    """Return the run with the lines that its block or the end of the document gives it."""
    if first in page.scraped:
        first = page.scraped[first][0]
    if last in page.scraped:
        last = page.scraped[last][1]
    if last >= page.last_article:
        end = len(page.lines) - 1
        rest = range(last + 1, end + 1)
        own = not any(page.is_declared(page.lines[i]) for i in rest[:LONGEST_GAP])
        if own and _fills(page, rest, last, opener):
            last = end
    while last > first and page.lines[last].shape is Shape.MARKUP:
        last -= 1
    return first, last


def _hits(page: Page, first: int, last: int) -> Hits:
    return [(i, w) for i in range(first, last + 1) if (w := page.known[i]) is not None]


# -- stretches -------------------------------------------------------------------------------------


def parts(page: Page, first: int, last: int) -> list[tuple[int, int, str]]:
    """Part a run into stretches of one kind: first and last line, kind."""
    starts: list[tuple[int, str]] = []
    for index, kind in _kinds(_hits(page, first, last), last):
        if not starts or starts[-1][1] != kind:
            starts.append((index, kind))
    starts[0] = (first, starts[0][1])
    ends = [index - 1 for index, _ in starts[1:]] + [last]
    return [(start, end, kind) for (start, kind), end in zip(starts, ends, strict=True)]


def _kinds(found: Hits, last: int) -> Iterator[tuple[int, str]]:
    """Yield the hits that may begin a stretch, with their kinds.

    A weak hit takes the kind of what stands before it, so that a site menu with "Subscribe" and
    "Privacy" in it stays one finding; unless many weak hits in a row are of another kind.
    """
    leader: tuple[int, Wording] | None = None
    followers: Hits = []
    for index, wording in [*found, (last + 1, None)]:
        if wording is not None and wording.evidence is Evidence.COMPANY:
            followers.append((index, wording))
            continue
        if leader is not None:
            yield leader[0], leader[1].kind
        if followers:
            kind, count = Counter(w.kind for _, w in followers).most_common(1)[0]
            if leader is None:
                yield followers[0][0], kind
            elif len(followers) >= 4 and kind != leader[1].kind and count * 2 > len(followers):
                yield next(i for i, w in followers if w.kind == kind), kind
        followers = []
        leader = (index, wording) if wording is not None else None

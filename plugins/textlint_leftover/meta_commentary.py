"""Remarks to whoever ordered or posts the article stand in the article.

"SEO title: … | Focus keyphrase: …", "Meta description:", "Word count: 812", "H2: Why it matters",
"Remember to replace the title for your blog post", "Conclusion: In conclusion, …", "Write 150
characters max" as a description: labels of an outline, fields of a publishing form, orders and notes to
the client are part of the work on a text and not of the text.

**How to fix.** Move the value to the field it was written for (front matter, the form of the
publishing system) and delete the line. Of a doubled label keep the sentence.

**Known limits.** Code, quotations, tables and articles about search engines, forms or writing are
left alone. "Title:" and "Keywords:" are usual in records and papers: they are reported only at the
head of an article that has no other such line, or beside two fields of a form. "Readability: …" and the
like before a sentence, or in a list of other labels, are the article's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from textlint.document import Block, BlockKind, Document
from textlint.lazy import lazy_pattern
from textlint.model import Hit
from textlint.rule import Context, bad, good, rule
from textlint_leftover.field_orders import is_order_for_field, is_subject
from textlint_leftover.mention import Mentions, sentence_range
from textlint_leftover.publishing_form import companions, form_in, is_virtue
from textlint_leftover.reply_patterns import one_of

# What the forms of publishing systems and their plugins ask for, and what is suggested for them.
_OF_SEARCH = one_of("seo meta yoast(?:_seo)? rank_math og social")
_SUGGESTED = one_of("suggested proposed recommended alternative possible optional")
_KEY = "key(?:word|phrase)s?"
_FIELD = (
    rf"(?:{_OF_SEARCH} (?:title|description|keywords?|tags?|slug|keyphrases?|meta description|caption"
    rf"|(?:focus )?{_KEY}|excerpt)"
    rf"|(?:focus|target|primary|secondary|main|lsi|long[- ]tail|seo|semantic|supporting) {_KEY}"
    r"(?: (?:density|used|usage|placement|count|variations?|phrases?))?"
    rf"|{_KEY} (?:density|placement|usage|used|count)"
    r"|(?:readability|reading level|flesch reading ease|flesch[- ]kincaid|yoast|uniqueness|originality"
    r"|plagiarism|ai detection)(?: (?:score|grade|level|check"
    r"|result))?(?<!yoast)(?<!plagiarism)(?<!originality)"
    r"(?<!uniqueness)|title tag|url slug|slug|permalink|word ?count|character count"
    rf"|(?:{_SUGGESTED} )?(?:image |featured image )?alt (?:text|tag)"
    r"|featured image(?: (?:prompt|suggestion|idea))?|image (?:prompt|suggestions?|ideas?)"
    rf"|{_SUGGESTED} (?:titles?|headlines?|tags|slug|url|meta description|alt text|images?|hashtags"
    r"|internal links?|external links?|categor(?:y|ies)|subheadings?|featured image|keywords?|excerpt|cta)"
    r"|(?:titles?|headlines?|subject line|slug|meta description|caption) (?:options?|ideas|suggestions"
    r"|variations)|(?:internal|external) link(?:s|ing)?(?: (?:suggestions?|opportunit(?:y|ies)|ideas))?"
    r"|anchor text|call[- ]to[- ]action|cta|schema markup|excerpt for social|social media (?:caption|post)"
    r"|note to (?:the )?(?:editor|client|writer|designer|publisher|self|webmaster))"
)
# A field's name, a colon and what belongs into it.
_LABEL = lazy_pattern(rf"\W{{0,4}}(?:\[|\()?{_FIELD} ?(?:\([^)]{{1,40}}\))? ?:(?! ?\ufffc*\Z)")
_LEVEL = lazy_pattern(
    r"\W{0,4}(?:h[1-6](?: (?:heading|tag))?|heading \d|subheading(?: \d)?) ?: ?\w"
)
_COUNT = lazy_pattern(
    r"\W{0,3}(?:total )?(?:word count|(?<=total )words) ?[:\-] ?(?:approx(?:\.|imately)? |about "
    r"|around |~ ?)?[\d,.]{1,9}(?: words)?\W{0,3}|\(\d{3,4} words\)"
)
# What a writer was given: "Target audience: parents. Tone: friendly. Length: 600 words."
_BRIEF = lazy_pattern(
    r"(?:\A|[.;|,\n•–—-]) ?\W{0,4}"
    + one_of(
        """target_audience tone(?:_of_voice)? tone_and_style writing_style length article_length
        keywords_used primary_intent search_intent point_of_view format language_style"""
    )
    + r" ?: ?\w"
)
_END = lazy_pattern(
    r"[\W_]{1,12}(?:end|start|beginning) of (?:the )?(?:article|post|blog post|draft|text|document|copy)"
    r"[\W_]{0,12}|[\[(]end of (?:article|post|text)[\])]"
    r"|end of (?:the )?(?:re-?written|revised|reworded|edited) (?:article|post|text|draft|version)\W{0,4}"
)
_LENGTH = lazy_pattern(r"[([]\s?\d{2,3} (?:characters|chars)\s?[)\]]\W{0,2}\Z")
_DOUBLED = lazy_pattern(
    r"\W{0,4}(?:conclusion|summary|final thoughts) ?: "
    + one_of("in_(?:conclusion|summary|closing|short) to_(?:conclude|sum_up) overall ultimately")
    + r",|\W{0,4}introduction ?: (?:in (?:this article|today's)|welcome to)\b"
)
_POSTED = one_of(
    """blog_post blog article post essay story brand_voice press_release website's_content"""
)
_POSTER = lazy_pattern(
    r"\b(?:remember|be sure|make sure|don't forget|please) (?:to )?"
    + one_of("replace customi[sz]e fill_in adapt personali[sz]e")
    + rf"\b[^.!?\n]{{0,200}}?\b(?:for|to fit|to suit|with|in) your (?:own )?{_POSTED}\b"
    r"|\b(?:this|the) (?:article|post|blog post|content|text) (?:is|has been|was) (?:fully )?"
    r"(?:seo[- ]optimi[sz]ed|optimi[sz]ed for (?:seo|search engines))\b"
    r"|\b(?:article|text|content|post) (?:was|has been|is) (?:re-?written|reworded|rephrased"
    r"|paraphrased)\b[^.!?\n]{0,60}\b(?:plagiarism|unique(?:ness)?|seo|originality)\b"
    r"|\bi(?:'ve| have) (?:included|used|incorporated|added) (?:the|your|all|both) "
    r"(?:\w+ ){0,3}(?:keywords?|keyphrases?)\b"
    r"|\b(?:use|uses|using|include|includes|including|contains?) the (?:\w+ ){0,2}?key(?:word|phrase)s? "
    r"[^.!?\n]{2,60} (?:once|twice|(?:three|four|five|six|seven|eight|nine|ten|\d{1,2}) times)\b"
    r"|\bthis (?:version|draft|rewrite|revision) (?:is|has|contains) (?:\w+ ){0,3}\d{2,4} words\b"
    r"|\bkeyword density (?:is|of|:) ?(?:about |around )?\d"
)
# One of these is in every such remark.
_REMARK_CLUES = (
    "replace", "customi", "fill in", "adapt", "personali", "optimi", "written", "worded", "phras",
    "keyword", "meta description", "this version", "this draft", "this rewrite", "this revision",
)  # fmt: skip
_LABEL_REACH = 80  # code points in which a label has its colon
_LONGEST_COUNT = 60  # code points
_TITLE = lazy_pattern(r"\W{0,4}(?:blog |article |post |working )?(?:title|headline) ?: ?[^\W\d_]")
_KEYWORDS = lazy_pattern(
    r"\W{0,4}(?:keywords?|key ?phrases?) ?: ?[^,;\n]{2,60}[,;][^,;\n]{2,60}[,;]"
)
# Beside a line of this kind "Title:" belongs to a record.
_RECORD = lazy_pattern(
    r"\W{0,4}"
    + one_of(
        """authors? by written_by date published publisher isbn director artist year pages genre
        status version type language doi reviewer journal label company location salary country
        runtime format price"""
    )
    + r" ?:"
)
# Metadata as Pelican and MultiMarkdown have them, at the head of a file.
_HEADER = lazy_pattern(r"\b(?:slug|date|tags|category|summary|status|authors?) ?: ?\S")
_PAPER = lazy_pattern(r"\W{0,4}(?:abstract|references|bibliography|acknowledge?ments?|doi)\b")
_SUBJECT = lazy_pattern(
    r"\b"
    + one_of(
        """seo search[-_]engine_optimi[sz]ation meta_(?:tags?|descriptions?) keyword_research
        copywriting content_writing content_management cms front_?matter accessibility alt_text
        metadata style_guide templates? html"""
    )
    + r"\b"
)
_FORM_FIELD = "is a field of a publishing form"
_KEYWORD_LIST = "is a list of keywords"
_ORDER = "says how the field is to be filled in"
_PROMPTLIKE_KEY = lazy_pattern(r"prompt|comment|note|seo|slug|keyphrase|focus", re.IGNORECASE)


@rule(
    "leftover/meta-commentary",
    summary="A remark or form field for whoever posts the article, left in the article.",
    message='"{text}" {what}. Move it or delete it.',
    clues=_REMARK_CLUES,
    always_runs=True,
    examples=[
        bad(
            "SEO title: Soup in ten minutes | Focus keyphrase: quick soup\n\n# Soup\n\nBoil water.\n",
            at="SEO title: Soup in ten minutes | Focus keyphrase: quick soup",
        ),
        bad("# Soup\n\nBoil water.\n\nWord count: 812\n", at="Word count: 812"),
        bad("# Title: Soup in ten minutes\n\nBoil water.\n", at="Title: Soup in ten minutes"),
        bad(
            "Boil water.\n\nConclusion: In conclusion, soup is good for everybody.\n",
            at="Conclusion: In conclusion,",
        ),
        bad(
            "Boil water.\n\nRemember to replace `title` with the relevant information for your blog post.\n",
            at="Remember to replace `title` with the relevant information for your blog post.",
        ),
        bad(
            "---\ndescription: Soup for everybody, quick and hot. (152 characters)\n---\nBoil water.\n",
            at="(152 characters)",
        ),
        bad(
            "Boil water.\n\nTone: friendly. Target audience: students. Length: 600 words.\n",
            at="Tone: friendly. Target audience: students. Length: 600 words.",
        ),
        bad("Boil water.\n\n--- End of article ---\n", at="--- End of article ---"),
        bad("Boil water.\n\nH2: Why soup matters\n\nIt is hot.\n", at="H2: Why soup matters"),
        good(
            "The box is called **Meta description:** and most leave it empty.\n",
            why="inside a sentence",
        ),
        good("```\nMeta description: soup\n```\n\nBoil water.\n", why="in code"),
        good("# SEO for cooks\n\nMeta description: the text below a result.\n", why="its subject"),
        good("Title: The Soup Book\n\nAuthor: A. Berg\n\nPages: 96\n", why="a record"),
        good(
            "ABSTRACT\n\nWe boil water.\n\nKeywords: soup; water; heat\n",
            why="a paper",
            filename="a.txt",
        ),
        good("Boil water.\n\nKeywords: soup, water, heat\n", why="subject words, each once"),
        good("Length: 12 m\n\nTone: dark\n", why="the data of a bell"),
        bad(
            "**Title:** Ten-minute soup\n**Tags:** soup\n**Meta description:** Quick and hot.\n\n# Soup\n",
            at="Title:** Ten-minute soup\n**Tags:** soup\n**Meta description:** Quick and hot.",
        ),
        good(
            "- **Brevity**: a recipe is short.\n- **Readability**: each step is a line of its own.\n",
            why="virtues of a recipe",
        ),
        good("Conclusion: the soup was cold.\n", why="a label that says something"),
        good(
            "Remember to replace `host` with the name of your server.\n",
            why="instructions to readers",
        ),
    ],
)
def meta_commentary(document: Document, context: Context) -> Iterator[Hit]:
    mentions = Mentions(document)
    found: list[tuple[Block, int, int, str]] = []
    remarks = frozenset(context.clued)
    chosen = remarks | _may_be_labels(document)
    for block in document.blocks if chosen else ():
        if block in chosen and _reads(block):
            found.extend((block, *place) for place in _places(mentions, block, block in remarks))
    if any(what is _KEYWORD_LIST for *_, what in found) and _is_paper(document):
        found = [item for item in found if item[3] is not _KEYWORD_LIST]
    if any(what is _ORDER for *_, what in found) and is_subject(document):
        found = [item for item in found if item[3] is not _ORDER]
    if not found or _is_its_subject(document):
        return
    fields = [block for block, *_, what in found if what is _FORM_FIELD]
    beside = companions(mentions, fields) if len(fields) > 1 else ()
    found.extend((block, *_first_line(block), _FORM_FIELD) for block in beside)
    for block, start, end, what in found:
        if mentions.is_set_apart(block, start, end):
            continue
        if block.kind is BlockKind.LIST_ITEM and mentions.is_introduced(block):
            continue
        text = block.text[start:end].replace("\ufffc", "…")
        shown = text if len(text) <= 80 else text[:79].rstrip() + "…"
        yield Hit(block.span_at(start, end), {"text": shown, "what": what})


def _reads(block: Block) -> bool:
    if block.kind is BlockKind.META:
        return not _PROMPTLIKE_KEY.search(block.label)
    return block.is_prose


def _may_be_labels(document: Document) -> set[Block]:
    """Return the blocks that begin with a label, and short ones that may count or mark something."""
    found = {
        block
        for block in document.blocks_holding(":")
        if block.folded.find(":", 0, _LABEL_REACH) >= 0
    }
    for block in document.blocks:
        text = block.folded
        if (
            len(text) <= _LONGEST_COUNT and ("word" in text or " of " in text)
        ) or block.kind is BlockKind.META:
            found.add(block)
    return found


def _places(mentions: Mentions, block: Block, remark: bool) -> Iterator[tuple[int, int, str]]:
    """Yield the remarks in one block, each with what is to be said of it.

    `remark` says that the block holds one of `_REMARK_CLUES`.
    """
    text = block.folded
    whole = (len(text) - len(text.lstrip()), len(text.rstrip()))
    if fields := form_in(block):
        yield (*fields, _FORM_FIELD)
        return
    if text.find(":", 0, _LABEL_REACH) >= 0:
        if _LABEL.match(text) and not (block.kind is BlockKind.META and len(text) > 400):
            if not is_virtue(mentions, block):
                yield (*_first_line(block), _FORM_FIELD)
            return
        if len(text) < 300 and len(_BRIEF.findall(text)) > 1:
            yield (*whole, "is the brief that the writer was given")
            return
        if _LEVEL.match(text) and len(text) < 160:
            yield (*whole, "names the level of a heading")
            return
        if doubled := _DOUBLED.match(text):
            yield (doubled.start(), doubled.end(), "says the same twice, as label and as sentence")
        elif _TITLE.match(text) and len(text) < 200 and _is_lone_title(mentions, block):
            yield (*whole, "labels the title as one")
        elif len(text) < 400 and _KEYWORDS.match(text) and _varies_one_word(text):
            yield (*whole, _KEYWORD_LIST)
    if len(text) <= _LONGEST_COUNT and "word" in text and _COUNT.fullmatch(text):
        yield (*whole, "counts the words for whoever ordered them")
    if len(text) <= _LONGEST_COUNT and " of " in text and _END.fullmatch(text):
        yield (*whole, "marks where the text begins or ends for whoever posts it")
    if block.kind is BlockKind.META and (length := _LENGTH.search(text)):
        yield (length.start(), length.end(), "counts the characters of a field")
    if block.kind is BlockKind.META and block.label != "title" and is_order_for_field(text):
        yield (*whole, _ORDER)
    if remark and (said := _POSTER.search(text)):
        yield (*sentence_range(block, *said.span()), "is said to whoever posts the article")


def _first_line(block: Block) -> tuple[int, int]:
    end = block.text.find("\n")
    return 0, len(block.text.rstrip()) if end < 0 else end


def _is_lone_title(mentions: Mentions, block: Block) -> bool:
    """Whether a "Title: …" line opens the article, or is a heading, and belongs to no record."""
    if block.kind is BlockKind.META:
        return block.label == "title"
    if block.kind is not BlockKind.HEADING and mentions.before(block) is not None:
        return False
    if _HEADER.search(block.folded):
        return False
    return not any(_RECORD.match(other.folded) for other in mentions.following(block, 3))


def _varies_one_word(text: str) -> bool:
    """Whether the keywords are variations of one ("soup, quick soup, hot soup"), made for a robot."""
    entries = re.split(r"[,;]", text.partition(":")[2])
    words = Counter(word for entry in entries for word in set(re.findall(r"\w{4,}", entry)))
    return any(count > 1 for count in words.values())


def _is_paper(document: Document) -> bool:
    return any(_PAPER.match(block.folded) for block in document.prose)


def _is_its_subject(document: Document) -> bool:
    if document.title and _SUBJECT.search(document.title.lower()):
        return True
    headings = [b for b in document.prose if b.kind is BlockKind.HEADING]
    return any(_SUBJECT.search(b.folded) for b in headings)

"""When the sum of evidence is a finding, and when it is not."""

from __future__ import annotations

import pytest
from textlint_spun import score
from textlint_spun.article_mismatch import article_mismatch
from textlint_spun.document_score import document_score
from textlint_spun.doubled_synonym import doubled_synonym
from textlint_spun.grammar_traces import traces

from textlint.model import Severity
from textlint.testing import check, check_examples, read

SPUN = (
    "The antediluvian watercraft was refurbished throughout the frosty months by two proficient "
    "artisans, and a aged mariner narrated a enthralling chronicle regarding the tempestuous voyage "
    "across the perilous gulf. Copious onlookers congregated nigh the quay to behold the magnificent "
    "spectacle. My progenitor had voyaged aboard her as a stripling, when she yet conveyed boulders "
    "from the archipelago, and he recounted afresh how they forfeited the mast one nightfall and "
    "retreated homeward beneath a folio of canvas. Nobody possessed currency for a novel motor then, "
    "hence for three annums they managed sans one. The gentlemen who fabricated her are deceased "
    "presently, but their appellations are incised into the girder above the portal of the cabin, and "
    "you can peruse them provided you fetch a lantern. In summertime she shall convoy sightseers round "
    "the promontory and return. It amounts to six pounds, youngsters proceed gratis, and supposing the "
    "breeze is erroneous you acquire a goblet of tea alternatively. "
)
PLAIN = (
    "The old boat was repaired over the winter by two men from the yard, and last week she went back into "
    "the water. We stood on the wall and watched. My father had sailed on her as a boy, when she still "
    "carried stone from the islands, and he told us again how they lost the mast one night and came home "
    "under a sheet of canvas. Nobody had money for a new engine then, so for three years they did without. "
    "The men who built her are dead now, but their names are cut into the beam above the door of the cabin, "
    "and you can read them if you bring a light. "
)
BETWEEN = "The spectators departed for their habitations. "


def test_examples() -> None:
    check_examples(document_score)
    check_examples(article_mismatch)
    check_examples(doubled_synonym)


def test_the_finding_lists_its_evidence() -> None:
    (seen,) = check(document_score, SPUN)
    assert "words such as" in seen.message
    assert 'articles: "a aged", "a enthralling"' in seen.message


def test_the_limit_is_an_option() -> None:
    assert check(document_score, SPUN, alarm=1000.0) == []


def test_a_score_a_little_over_the_limit_is_a_note() -> None:
    fine = SPUN.replace("a aged", "an aged").replace("a enthralling", "an enthralling")
    (sure,) = check(document_score, fine)
    assert sure.finding.severity is Severity.WARNING
    some = fine.partition(", and he recounted")[0] + ". "
    (weak,) = check(document_score, PLAIN + some + BETWEEN)
    assert weak.finding.severity is Severity.NOTE
    (warned,) = check(document_score, PLAIN + some + BETWEEN + "It was a extra day. ")
    assert warned.finding.severity is Severity.WARNING


def test_the_limit_is_lower_where_something_else_speaks_for_a_swap() -> None:
    fine = SPUN.replace("a aged", "an aged").replace("a enthralling", "an enthralling")
    some = PLAIN + fine.partition("My progenitor")[0] + BETWEEN
    assert check(document_score, some) == []
    (warned,) = check(document_score, some + "It was a extra day. ")
    assert f"limit {score.model().alarm:.1f}" in warned.message


def test_few_different_words_are_not_judged() -> None:
    assert check(document_score, SPUN.partition("My progenitor")[0] * 6) == []


def test_texts_about_spinning_are_left_alone() -> None:
    assert check(document_score, "# How article spinning works\n\n" + SPUN) == []


def test_a_word_that_is_repeated_is_the_subject() -> None:
    words = score.tables().words
    the, boat, old = (words.numbers[word] for word in ("the", "boat", "old"))
    assert score.counted([the, old, boat, -1, the, boat, the, boat, boat], words) == [1, 2, 5]


def test_rates_of_nothing_known() -> None:
    assert set(score.rates(["qqqq", "zzzz"], score.tables(), 0, 0)) == set(score.FEATURES)


def test_related_places_say_what_words_may_stand_for() -> None:
    (seen,) = check(document_score, SPUN)
    assert len(seen.related) > 1
    assert all(text.startswith('may stand for "') for text in seen.related)


def test_plain_words_are_not_even_scored() -> None:
    plain = "the old man goes up the stairs every night and looks at the sea for a long time"
    assert not score.is_marked(set(plain.split()))
    assert score.is_marked(set(SPUN.lower().split()))


@pytest.mark.parametrize("text", ["a hour", "a honest", "an user", "an union"])
def test_sounds_that_are_not_sure_are_left_out(text: str) -> None:
    assert check(article_mismatch, f"It was {text} of sorts.") == []


def test_mismatches_are_one_finding_with_places() -> None:
    (seen,) = check(article_mismatch, "It was a extra day, and an brilliant one.")
    assert (
        seen.message == '"a extra" should be "an extra"; 2 articles of this kind in the document.'
    )
    assert seen.related == ['"an brilliant"']


def test_doubled_words_and_stray_capitals_bear_a_score_out() -> None:
    fine = SPUN.replace("a aged", "an aged").replace("a enthralling", "an enthralling")
    some = fine.partition("My progenitor")[0]
    slips = "The spectators departed for for their habitations, and The end of it was near. "
    (seen,) = check(document_score, PLAIN + some + slips)
    assert seen.finding.severity is Severity.WARNING
    assert 'slips: "for for", "The end"' in seen.message
    assert check(document_score, PLAIN * 2 + slips) == []  # people make such slips, too


def test_slips_are_not_names_nor_english() -> None:
    document = read(
        "He had had enough of The Hague, and said that that was so. “It is is,” he said.", "a.txt"
    )
    assert traces(document.prose) == []


# Of our own making; the tables know few of its words, and these as rare ones.
DIALECT = """\
Auld Wat o the Fauld wis a canny herd, an he keepit his yowes ahint the dyke whaur the snaw lay
deepest. Ae nicht, when the mirk cam doon sooner nor he ettled, he heard a dowie sough ayont the
burn. He liftit his cruisie an stottered oot tae the yett, but naebody wis there, bar the hoolet i
the rowan. He bade his tyke bide a wee, an the tyke gurled an cooried ahint him. Syne there cam a
licht ower the moss, peerie as a glowworm, an it hirpled frae hag tae hag like a drouthy cadger
ganging hame. Wat wisna feart, no him, but his thrapple wis gey dry. He cried on the licht tae
haud its ground, an it stude. It speired wha he wis, in a voice as thrawn as a roosty hinge. The
bogle gied him a lantern wi nae lowe in't an telt him tae hing it in the byre. Frae that nicht the
kye gied mair milk than the luggies wad haud, an the guidwife left aff flyting. But gin ony body
speired whaur the lantern cam frae, it dwined, an the milk turned sour. Sae Wat learned tae haud
his wheesht aboot it, an that is mair nor maist herds ever learn, be they young or auld, bold or
blate, merry or dour, afore they are laid ablow the mools o the windy hill at last. A hundred
years efter, an antiquary frae the college, a stooping, bespectacled, inquisitive gentleman, dug
the mouldering foundations o the byre, an sieved ilka shovelful. He uncovered a crooked hasp, a
broken spindle, a tarnished thimble an a scrap o horn, thin as a leaf, that glimmered faintly i
the gloaming. He wrapped it in a silken kerchief, prized it abune gold, an mounted it in a cabinet
amang his curios. The housemaid swore it wandered at nicht, dusty an restless, seeking a herd tae
serve.
"""


def test_dialect_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(document_score, DIALECT) == []
    assert check(article_mismatch, DIALECT) == []
    monkeypatch.setattr(score, "OTHER_ENGLISH", 1.0)
    assert len(check(document_score, DIALECT)) == 1
    assert len(check(article_mismatch, DIALECT)) == 1


def test_one_broken_expression_does_not_bear_out_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    """With two of them the limit for texts in which something else speaks for a swap counts."""
    fine = SPUN.replace("a aged", "an aged").replace("a enthralling", "an enthralling")
    model = score.model()._replace(alarm=-100.0, alone=100.0)
    monkeypatch.setattr(score, "model", lambda: model)
    one = fine + "The swimming puddle is shut. "
    assert check(document_score, one) == []
    assert len(check(document_score, one + "Olive lubricant is dear. ")) == 1

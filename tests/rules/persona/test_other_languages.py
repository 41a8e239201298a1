"""Claims in languages other than English: two callings in one text, and one calling left in peace."""

from __future__ import annotations

import pytest
from textlint_persona.other_languages import LANGUAGES, clashing_voices

from textlint.testing import read

# Own sentences: two authors each; the first words of each claim.
MIXED = [
    (
        "de",
        "Als Heizungsbauer rate ich davon ab.",
        "Als Laie, der noch nie geheizt hat, friere ich.",
    ),
    ("de", "Ich als Notarin sehe das oft.", "Ich bin seit zehn Jahren Imker und kenne den Wind."),
    ("es", "Como panadera, yo madrugo.", "Llevo veinte años como abogado y sé esperar."),
    ("fr", "En tant que boulanger, je me lève tôt.", "Moi qui suis avocate, je dors."),
    ("it", "Da avvocato, io non firmerei.", "In qualità di veterinaria, ho visto di peggio."),
    ("nl", "Als bakker sta ik vroeg op.", "Als advocaat zie ik dat anders."),
    ("pt", "Como padeiro, eu acordo cedo.", "Na minha qualidade de juíza, tenho de ser discreta."),
]
SINGLE = [
    ("de", "Als Bäcker stehe ich früh auf.", "Als Bäckerin kennt sie das auch."),
    ("de", "Bevor ich Lehrer wurde, war ich Koch.", "Als Lehrer schlafe ich länger als ein Koch."),
    ("es", "Como panadera, yo madrugo.", "Como abogado, Pedro duerme hasta las diez."),
    ("fr", "En tant que boulanger, je me lève tôt.", "Comme boulanger, j'ai tout vu."),
    ("it", "Da avvocato, io non firmerei.", "Da bambino, io odiavo il latte."),
    ("nl", "Als bakker sta ik vroeg op.", "Als het regent blijf ik thuis."),
    ("pt", "Como padeiro, eu acordo cedo.", "“Como juíza, tenho de esperar”, disse ela."),
]
BETWEEN = {
    "de": "Der Preis stieg. Die Stadt baut. Es regnet.",
    "es": "El precio subió. La ciudad crece. Llueve.",
    "fr": "Le prix monte. La ville grandit. Il pleut.",
    "it": "Il prezzo sale. La città cresce. Piove.",
    "nl": "De prijs steeg. De stad groeit. Het regent.",
    "pt": "O preço subiu. A cidade cresce. Chove.",
}


def voices(language: str, *claims: str) -> list[str]:
    text = f"\n\n{BETWEEN[language]}\n\n".join(claims)
    return [
        v.text for v in clashing_voices(read(f"---\nlang: {language}\n---\n\n{text}\n", "a.md"))
    ]


@pytest.mark.parametrize(("language", "first", "second"), MIXED)
def test_two_callings_clash(language: str, first: str, second: str) -> None:
    found = voices(language, first, second)
    assert len(found) == 2
    assert first.startswith(found[0])
    assert second.startswith(found[1])


@pytest.mark.parametrize(("language", "first", "second"), SINGLE)
def test_one_author_is_left_in_peace(language: str, first: str, second: str) -> None:
    assert voices(language, first, second) == []


def test_every_language_has_both_sorts_of_examples() -> None:
    assert {example[0] for example in MIXED} == {example[0] for example in SINGLE} == set(LANGUAGES)

"""Paragraphs in another language, and what is meant to be in another language."""

from __future__ import annotations

import random

import pytest
from textlint_language.mixed import mixed

from textlint.testing import check, check_examples

ENGLISH = (
    "The lighthouse was switched off on Monday after ninety years, and the keeper who had lived in it "
    "with his family went down to the village, where the people had made a supper for them."
)
FOREIGN = {
    "French": (
        "Le phare a été éteint lundi après quatre-vingt-dix ans, et le gardien qui y avait vécu "
        "avec sa famille est descendu au village, où les gens leur avaient préparé un dîner dans "
        "la salle de l'école."
    ),
    "Portuguese": (
        "O farol foi apagado na segunda-feira depois de noventa anos, e o guarda que tinha "
        "vivido nele com a família desceu para a aldeia, onde as pessoas não quiseram que ele "
        "fosse sem uma ceia na escola."
    ),
    "Polish": (
        "Latarnia morska została zgaszona w poniedziałek po dziewięćdziesięciu latach, a "
        "strażnik, który mieszkał w niej z rodziną, zszedł do wsi, gdzie ludzie przygotowali dla "
        "nich kolację, bo nie chcieli się żegnać."
    ),
    "Russian": (
        "Маяк погасили в понедельник после девяноста лет службы, и смотритель, который жил в нём "
        "со своей семьёй, спустился в деревню, где люди приготовили для них ужин, потому что не "
        "хотели, чтобы они ушли так."
    ),
    "Finnish": (
        "Majakka sammutettiin maanantaina yhdeksänkymmenen vuoden jälkeen, ja majakanvartija, "
        "joka oli asunut siinä perheensä kanssa, lähti alas kylään, kun kyläläiset olivat "
        "tehneet heille illallisen, mutta hän ei jäänyt."
    ),
    "Japanese": (
        "灯台は九十年のあいだ働いたあと、月曜日に消されました。家族といっしょにそこに住んでいた灯"
        "台守は、村へ下りていきました。村の人たちは、別れのあいさつもなしに行かせたくないと思い、"
        "夕食を用意していました。子どもたちは学校で灯台の絵をかき、先生はそれを壁にはりました。長"
        "い夜でしたが、だれも帰ろうとしませんでした。次の朝、船は港を出ていきました。灯台はもう光"
        "りませんが、村の人は今もその話をしています。"
    ),
}


@pytest.mark.parametrize("language", sorted(FOREIGN))
def test_a_foreign_paragraph_is_found_and_named(language: str) -> None:
    text = "\n\n".join([ENGLISH] * 4 + [FOREIGN[language]] + [ENGLISH] * 2)
    (seen,) = check(mixed, text)
    assert seen.text == FOREIGN[language]
    assert seen.message == f"This paragraph is in {language}, the document in English."


@pytest.mark.parametrize("language", sorted(FOREIGN))
def test_a_document_in_one_language_is_silent(language: str) -> None:
    assert check(mixed, "\n\n".join([FOREIGN[language]] * 5)) == []


def test_neighbours_are_one_finding() -> None:
    text = "\n\n".join([ENGLISH] * 6 + [FOREIGN["French"]] * 2)
    (seen,) = check(mixed, text)
    assert seen.related == ["also in French"]


def test_an_introduced_passage_is_meant() -> None:
    text = "\n\n".join([ENGLISH] * 4 + ["The notice on the door read:", FOREIGN["French"]])
    assert check(mixed, text) == []


def test_a_heading_in_the_other_language_announces_it() -> None:
    heading = "## Pour les visiteurs qui ne sont pas de la région : ce que le gardien a dit"
    assert check(mixed, "\n\n".join([ENGLISH] * 4 + [heading, FOREIGN["French"]])) == []


def test_the_answer_does_not_depend_on_the_random_state() -> None:
    text = "\n\n".join([ENGLISH] * 4 + [FOREIGN["Portuguese"]])
    answers = []
    for seed in (1, 2, 3):
        random.seed(seed)
        answers.append([s.message for s in check(mixed, text)])
    assert answers[0] == answers[1] == answers[2]


def test_digits_emoji_and_nothing_do_not_crash() -> None:
    for text in ("", "\n", "1 2 3 " * 60, "😀 " * 200, "\u200b" * 300):
        assert check(mixed, text) == []


def test_examples() -> None:
    check_examples(mixed)

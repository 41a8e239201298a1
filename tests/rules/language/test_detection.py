"""The language of a whole document, cheap and offline, and honest when unsure."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textlint_language.detection import detect_language

from textlint.testing import read

TEXTS = {
    "en": "The ferry that was to have left at noon is still in the harbour, and nobody on it knows why.",
    "de": "Die Fähre, die um zwölf ablegen sollte, liegt noch im Hafen, und niemand auf ihr weiß warum.",
    "es": "El barco que debía salir al mediodía sigue en el puerto, y nadie a bordo sabe por qué no sale.",
    "fr": "Le bateau qui devait partir à midi est encore dans le port, et personne à bord ne sait pourquoi.",
    "it": "Il traghetto che doveva partire a mezzogiorno è ancora nel porto, e a bordo nessuno sa il perché.",
    "nl": "De veerboot die om twaalf uur zou vertrekken ligt nog in de haven, en niemand weet er iets van.",
    "ru": "Паром, который должен был уйти в полдень, всё ещё стоит в порту, и никто на нём не знает, почему.",
    "ko": "정오에 떠나기로 한 배가 아직 항구에 있고 배에 탄 사람 가운데 아무도 그 까닭을 모른다.",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_document_of_two_sentences_is_enough(code: str) -> None:
    assert detect_language(read(f"{TEXTS[code]} {TEXTS[code]}\n")) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sorry. No data so far.",
        "NVIDIA H100 GPU 30 42 PCIe",
        "Anna Berg, Nils Lund, Ole Dahl, Kari Vik, Jens Holm, Else Moe, Per Lie, Eva Bakke, Jon Ek",
        "1 2 3 4 5 6 7 8 9 10 11 12 13",
    ],
)
def test_unsure_is_none(text: str) -> None:
    assert detect_language(read(text)) is None


def test_a_foreign_motto_does_not_decide() -> None:
    text = "\n\n".join([TEXTS["es"], *[TEXTS["en"]] * 6])
    assert detect_language(read(text)) == "en"


def test_quotations_in_blocks_do_not_count() -> None:
    text = "> " + TEXTS["es"] * 3 + "\n\n" + TEXTS["en"] * 2
    assert detect_language(read(text)) == "en"


def test_langdetect_is_not_imported_for_an_ordinary_document() -> None:
    program = (
        "import sys\n"
        "from textlint.testing import check\n"
        "from textlint_language.mixed import mixed\n"
        f"check(mixed, {TEXTS['en'] * 3!r})\n"
        "assert 'langdetect' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

"""The profiles in our form say what langdetect's own say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import langdetect
import pytest
from langdetect import DetectorFactory
from textlint_language.confirmation import confirmed
from textlint_language.profiles import Packed, Profiles, number_of, pack

FOLDER = Path(langdetect.__file__).with_name("profiles")
TEXT = (
    "Der Leuchtturm wurde am Montag nach neunzig Jahren abgeschaltet, und der Wärter ging hinunter."
)


@pytest.fixture(scope="module")
def own() -> DetectorFactory:
    factory = DetectorFactory()
    factory.load_profile(str(FOLDER))
    return factory


@pytest.fixture(scope="module")
def packed() -> Profiles:
    return Profiles(Packed(*pack(sorted(FOLDER.iterdir()))))


def test_every_sequence_has_the_probabilities_of_langdetect(
    own: DetectorFactory, packed: Profiles
) -> None:
    assert sorted(own.langlist) == sorted(packed.languages)
    order = [own.langlist.index(name) for name in packed.languages]
    dictionary = own.word_lang_prob_map
    assert len(dictionary) > 80_000
    for sequence, shares in dictionary.items():
        assert packed[sequence] == [shares[index] for index in order], sequence


def test_a_sequence_of_no_language_is_not_there(packed: Profiles) -> None:
    assert "the" in packed
    assert "qxj" not in packed
    assert "\U0001f600" not in packed
    with pytest.raises(KeyError):
        packed["qxj"]


def test_no_two_sequences_have_the_same_number() -> None:
    sequences = ["a", "ab", "aba", "ba", "\U0001f600", "a\U0001f600", "\U0001f600a"]
    assert len({number_of(sequence) for sequence in sequences}) == len(sequences)


def test_the_detector_answers_as_with_its_own_dictionary(own: DetectorFactory) -> None:
    own.set_seed(0)
    detector = own.create()
    detector.append(TEXT)
    assert [guess.lang for guess in detector.get_probabilities()] == ["de"]
    assert confirmed(TEXT, "de")
    assert not confirmed(TEXT, "nl")
    assert not confirmed("1984 + 1985", "de")


def test_langdetect_does_not_read_its_own_profiles() -> None:
    program = (
        "import langdetect.detector_factory as factory\n"
        "from textlint_language.confirmation import confirmed\n"
        f"assert confirmed({TEXT!r}, 'de')\n"
        "assert factory._factory is None\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

"""Plain and laboured passages of a little over 100 words, as many as the examples of the rules need.

No two are alike, since a text that repeats itself is another rule's business.
"""

from __future__ import annotations

from itertools import cycle, islice

_WHO = ("man", "girl", "cook", "smith", "boy", "aunt", "monk", "clerk", "nurse", "guest", "twin")
_WHERE = ("hill", "lane", "quay", "yard", "barn", "mill", "well", "pond", "gate", "moor")
_WHAT = ("bread", "milk", "wood", "fish", "salt", "wool", "coal", "corn", "nails")
_PLAIN = (
    "The {who} went to the {where} with a dog and a bag of {what}.",
    "There the {who} sat down and ate.",
    "The sun was low on the {where} and the wind was cold.",
    "No one had seen the {what} or the {who} in a week.",
    "Then a light came up from the {where} and they ran home.",
)
_BODY = (
    "commission",
    "administration",
    "municipality",
    "federation",
    "corporation",
    "ministry",
    "association",
)
_QUALITY = (
    "institutional",
    "infrastructural",
    "environmental",
    "organisational",
    "technological",
    "international",
    "constitutional",
    "interdepartmental",
    "supplementary",
)
_AIM = (
    "accountability",
    "sustainability",
    "interoperability",
    "modernisation",
    "restructuring",
    "implementation",
    "transparency",
    "harmonisation",
    "proportionality",
    "decentralisation",
    "standardisation",
)
_LABOURED = (
    "Notwithstanding considerable {quality} complications, the {body} responsible for {quality} {aim}"
    " recommended comprehensive {quality} {aim}, emphasising {aim}, {quality} {aim} and proportionate"
    " supervision throughout subsequent {aim}."
)


def plain(number: int) -> str:
    """Return the passage of that number in short words and short sentences."""
    return _passage(_PLAIN, 12, number, who=_WHO, where=_WHERE, what=_WHAT)


def laboured(number: int, sentences: int = 5) -> str:
    """Return the passage of that number in long words and long sentences."""
    return _passage((_LABOURED,), sentences, number, body=_BODY, quality=_QUALITY, aim=_AIM)


def article(*passages: str) -> str:
    return "\n\n".join(passages) + "\n"


def _passage(
    patterns: tuple[str, ...], sentences: int, number: int, **words: tuple[str, ...]
) -> str:
    """Fill sentences with words in turn; the passage's number decides where each turn begins."""
    pattern = " ".join(islice(cycle(patterns), number, number + sentences))
    for place, (name, choice) in enumerate(words.items()):
        turn = islice(cycle(choice), number * (3 + 2 * place), None)
        slot = "{" + name + "}"
        while slot in pattern:
            pattern = pattern.replace(slot, next(turn), 1)
    return pattern

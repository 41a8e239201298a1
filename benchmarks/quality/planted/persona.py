"""Several first-person claims of different trades in one article."""

from __future__ import annotations

import random

from planted import Kind, insert, mark

_ROLES = {
    "medicine": ["paediatric nurse", "cardiologist", "hospital pharmacist", "dental hygienist"],
    "money": ["tax adviser", "day trader", "mortgage broker", "venture capitalist"],
    "machines": ["diesel mechanic", "structural engineer", "software developer", "crane operator"],
    "food": ["pastry chef", "dairy farmer", "sommelier", "brewer"],
    "school": ["primary school teacher", "professor of linguistics", "librarian", "driving instructor"],
    "law": ["criminal defence lawyer", "notary", "police officer", "customs inspector"],
    "stage": ["wedding photographer", "jazz drummer", "film editor", "puppeteer"],
}  # fmt: skip
_QUALITIES = ["", "", "seasoned ", "longtime ", "self-employed ", "retired ", "experienced "]

# {a} is a role with its article, {role} the role alone; the part in {{ }} is the claim itself.
_CLAIMS = [
    ("As {a}", ", I see this from the other side of the counter every week."),
    ("Speaking as {a}", ", I would not put my own money on it."),
    (
        "Having worked as {a} for the better part of two decades",
        ", I recognise the pattern at once.",
    ),
    ("I am {a}", ", and nothing about the announcement surprises me."),
    ("In my years as {a}", ", I never met anybody who argued otherwise."),
    ("From my perspective as {a}", ", the timing could hardly be better."),
    ("As someone who has been {a} since 2009", ", I can only welcome the plan."),
    ("In my work as {a}", ", I meet people who have waited for this all year."),
]


def _role(chance: random.Random, field: str) -> str:
    role = chance.choice(_QUALITIES) + chance.choice(_ROLES[field])
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def conflicting_roles(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant two or three claims of trades that have nothing in common."""
    count = chance.choice([2, 2, 3])
    fields = chance.sample(sorted(_ROLES), count)
    new = []
    for field, (claim, rest) in zip(fields, chance.sample(_CLAIMS, count), strict=True):
        new.append(mark(claim.format(a=_role(chance, field))) + rest)
    return insert(chance, paragraphs, new)


_SUBJECTS = ["this", "the point", "the news", "the paragraph", "that thought"]
_LEAKS = [
    "I would phrase it like this:",
    "I would rephrase {it} as follows:",
    "Here is how I would rewrite {it}:",
    "I would put {it} in these words:",
    "Let me rephrase {it} for you:",
    "I'd express {it} in the following way:",
]


def prompt_leak(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant the opening words of a rewriting tool's answer in front of a paragraph."""
    result = list(paragraphs)
    place = chance.randrange(1, len(result))
    pattern = chance.choice(_LEAKS)
    leak = pattern.format(it=chance.choice(_SUBJECTS))
    role = _role(chance, chance.choice(sorted(_ROLES)))
    # "I would put it in these words:" alone is any columnist's turn of phrase.
    alone = "rephrase" in pattern or "rewrite" in pattern
    lead = chance.choice(["", f"As {role}, "]) if alone else f"As {role}, "
    result[place] = f"{lead}{mark(leak)} {result[place]}"
    return result


KINDS = [
    Kind("persona/conflicting-roles", "persona", conflicting_roles),
    Kind("persona/prompt-leak", "leftover", prompt_leak),
]

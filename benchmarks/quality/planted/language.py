"""A paragraph in another language, and text that was decoded wrongly."""

from __future__ import annotations

import random

from planted import Kind, insert, mark

_PARAGRAPHS = [
    "Der Markt am Hafen öffnet jeden Samstag um sechs Uhr, und wer später als acht kommt, findet "
    "nur noch Kartoffeln und die guten Ratschläge der Händler. Im Winter rücken die Stände enger "
    "zusammen, damit der Wind nicht durch die Reihen geht.",
    "El mercado del puerto abre todos los sábados a las seis, y quien llega después de las ocho ya "
    "no encuentra más que patatas y los buenos consejos de los vendedores. En invierno los puestos "
    "se acercan unos a otros para que no pase el viento.",
    "Le marché du port ouvre tous les samedis à six heures, et celui qui arrive après huit heures "
    "ne trouve plus que des pommes de terre et les bons conseils des marchands. En hiver, les étals "
    "se rapprochent pour que le vent ne passe pas entre les rangées.",
    "Il mercato del porto apre ogni sabato alle sei, e chi arriva dopo le otto non trova altro che "
    "patate e i buoni consigli dei venditori. D'inverno le bancarelle si stringono una all'altra "
    "perché il vento non passi tra le file.",
    "Рынок у гавани открывается каждую субботу в шесть часов, и кто приходит после восьми, находит "
    "только картошку и добрые советы торговцев. Зимой прилавки сдвигают ближе друг к другу, чтобы "
    "ветер не гулял между рядами.",
    "O mercado do porto abre todos os sábados às seis, e quem chega depois das oito já só encontra "
    "batatas e os bons conselhos dos vendedores. No inverno as bancas aproximam-se umas das outras "
    "para que o vento não passe entre as filas.",
]


def mixed(chance: random.Random, paragraphs: list[str]) -> list[str]:
    return insert(chance, paragraphs, [mark(chance.choice(_PARAGRAPHS))])


_ACCENTED = ["café", "naïve", "señora", "Zürich", "crème brûlée", "Málaga", "it’s", "“so far”"]


def mojibake(chance: random.Random, paragraphs: list[str]) -> list[str]:
    """Plant a word that was written as UTF-8 and read as cp1252."""
    word = chance.choice(_ACCENTED).encode("utf-8").decode("cp1252", "replace")
    if "\ufffd" in word:
        word = "cafÃ©"
    result = list(paragraphs)
    place = chance.randrange(1, len(result))
    result[place] = f"{result[place]} They called it {mark(word)} in the end."
    return result


def replacement_character(chance: random.Random, paragraphs: list[str]) -> list[str]:
    result = list(paragraphs)
    place = chance.randrange(1, len(result))
    broken = chance.choice(["caf\ufffd", "it\ufffds", "Mu\ufffdoz"])
    result[place] = f"{result[place]} The sign said {mark(broken)} all summer."
    return result


KINDS = [
    Kind("language/mixed", "language", mixed),
    Kind("encoding/mojibake", "encoding", mojibake),
    Kind("encoding/replacement-character", "encoding", replacement_character),
]

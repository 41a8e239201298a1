"""The grammar of a chat assistant's reply in languages other than English.

As in `reply_patterns`, everything runs on folded text around a phrase of `chat-reply.csv`, whose kind
names the entry here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint_leftover.reply_patterns import one_of


class Delivery(NamedTuple):
    """How a text is handed over: what precedes the phrase, what follows it then, what it needs else."""

    opener: re.Pattern[str]
    product: re.Pattern[str]
    rewrite: re.Pattern[str]


def _delivery(opener: str, product: str, rewrite: str) -> Delivery:
    return Delivery(
        re.compile(rf"[^\w]{{0,4}}{one_of(opener)}[^\w]{{0,4}}\Z"),
        re.compile(rf"[^.!?\n]{{0,60}}?\b{one_of(product)}\b"),
        re.compile(rf"[^.!?\n:]{{0,40}}?\b{rewrite}\b"),
    )


DELIVERIES = {
    "delivery-es": _delivery(
        "claro(?:_que_sí)? por_supuesto desde_luego con_gusto entendido",
        "versión artículo texto título resumen descripción lista traducción borrador párrafo",
        r"(?:versión|texto|artículo|párrafo|título) (?:reescrit|reformulad|parafrasead)[oa]",
    ),
    "delivery-fr": _delivery(
        "bien_sûr certainement absolument d'accord avec_plaisir volontiers bien_entendu",
        "version article texte titre résumé description liste traduction reformulation paragraphe",
        r"(?:version|texte|article|paragraphe|titre) (?:réécrite?|reformulée?|paraphrasée?)",
    ),
    "delivery-de": _delivery(
        "natürlich gerne? selbstverständlich klar sicher aber_gerne?",
        "version fassung artikel text titel zusammenfassung beschreibung liste übersetzung entwurf absatz",
        r"(?:umgeschriebene|umformulierte|paraphrasierte)[rn]? (?:version|fassung|text|artikel|absatz)",
    ),
    "delivery-pt": _delivery(
        "claro(?:_que_sim)? com_certeza certamente com_prazer entendido",
        "versão artigo texto título resumo descrição lista tradução parágrafo reescrita",
        r"(?:versão|texto|artigo|parágrafo|título) (?:reescrit|reformulad|parafrasead)[oa]",
    ),
    "delivery-it": _delivery(
        "certo certamente naturalmente volentieri assolutamente va_bene",
        "versione articolo testo titolo riassunto descrizione elenco traduzione paragrafo",
        r"(?:versione|testo|articolo|paragrafo|titolo) (?:riscritt|riformulat|parafrasat)[oa]",
    ),
    "delivery-nl": _delivery(
        "natuurlijk zeker uiteraard graag prima",
        "versie artikel tekst titel samenvatting beschrijving lijst vertaling alinea",
        r"herschreven (?:versie|tekst|artikel|alinea|titel)",
    ),
    "delivery-pl": _delivery(
        "oczywiście jasne pewnie z_przyjemnością",
        "wersja artykuł tekst tytuł podsumowanie opis lista tłumaczenie akapit",
        r"(?:przeredagowan|sparafrazowan|przeformułowan)[aey] (?:wersja|artykuł|tekst|tytuł|akapit)",
    ),
    "delivery-tr": _delivery(
        "elbette tabii(?:_ki)? kesinlikle",
        r"versiyon\w* makale\w* metin metn\w* başlık\w* özet\w* liste\w* çeviri\w*",
        r"yeniden (?:yazılmış|düzenlenmiş) (?:versiyon|metin|metn|makale|hal)\w*",
    ),
    "delivery-ru": _delivery(
        "конечно разумеется безусловно с_удовольствием",
        "версия вариант статья текст заголовок описание список перевод абзац изложение",
        r"(?:переписанн|перефразированн)\w+ (?:версия|вариант|статья|текст|абзац|заголовок)",
    ),
}

# Behind an opener that begins the block: 当然！以下是改写后的文章
CJK_DELIVERY = re.compile(
    r".{0,12}?(?:以下是|这是|这里是|以下は|こちらが|こちらは|下記)[^。！!?]{0,40}?"
    + one_of(
        "版本 文章 改写 重写 润色 摘要 标题 翻译 文本 内容 記事 要約 タイトル 翻訳 リライト 書き直し"
    )
)

DECLINES = {
    "refusal-es": re.compile(
        r",? pero (?:como (?:un )?modelo|no puedo "
        r"(?:cumplir|completar|generar|proporcionar|acceder|ayudar\w* con es[at]))"
    ),
    "refusal-fr": re.compile(
        r",? (?:mais )?(?:en tant qu|je ne (?:peux|suis) pas (?:en mesure )?(?:de |d')?"
        r"(?:répondre à cette demande|accéder|générer|satisfaire|vous aider avec cette))"
    ),
    "refusal-de": re.compile(
        r",? (?:aber )?(?:als ki|ich kann (?:diese|dieser|ihre|deine) (?:anfrage|bitte)"
        r"|ich kann (?:keine inhalte|nicht auf externe))"
    ),
    "refusal-pt": re.compile(
        r",? mas (?:como (?:um )?modelo|não (?:posso|consigo) "
        r"(?:cumprir|atender|gerar|fornecer|acessar|ajudar com es[st]))"
    ),
    "refusal-it": re.compile(
        r",? ma (?:come modello|non posso "
        r"(?:soddisfare|fornire|generare|accedere|completare|aiutart[ei] con quest))"
    ),
}

AI_SPEAKS = {
    "identity-es": re.compile(r"(?: \w+)?,? (?:no )?(?:puedo|tengo|soy)\b"),
    "identity-fr": re.compile(r",? je\b"),
    "identity-de": re.compile(r"(?: \w+)? ?(?:kann|habe|bin|verfüge|besitze) ich\b"),
}

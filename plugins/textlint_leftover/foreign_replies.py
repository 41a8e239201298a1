"""The grammar of a chat assistant's reply in languages other than English.

As in `reply_patterns`, everything runs on folded text around a phrase of `chat-reply.csv`, whose kind
names the entry here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textlint.lazy import lazy_pattern
from textlint_leftover.reply_patterns import one_of


class Delivery(NamedTuple):
    """How a text is handed over: what precedes the phrase, what follows it then, what it needs else."""

    opener: re.Pattern[str]
    product: re.Pattern[str]
    rewrite: re.Pattern[str]


def _delivery(opener: str, product: str, rewrite: str) -> Delivery:
    return Delivery(
        lazy_pattern(rf"[^\w]{{0,4}}{one_of(opener)}[^\w]{{0,4}}\Z"),
        lazy_pattern(rf"[^.!?\n]{{0,60}}?\b{one_of(product)}\b"),
        lazy_pattern(rf"[^.!?\n:]{{0,40}}?\b{rewrite}\b"),
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
    "delivery-sv": _delivery(
        "självklart absolut visst javisst givetvis naturligtvis",
        "version artikel text titel sammanfattning beskrivning lista översättning utkast stycke",
        r"(?:omskriv(?:en|na)|omformulerad[e]?|omarbetad[e]?) (?:version|artikel|text|stycke)\w*",
    ),
    "delivery-da": _delivery(
        "selvfølgelig naturligvis selvsagt klart javisst",
        "version versjon udgave artikel tekst titel tittel resumé sammendrag liste udkast utkast",
        r"(?:omskrevet|omskrevne|omformuler[et]+) (?:version|versjon|udgave|artikel|tekst)\w*",
    ),
    "delivery-id": _delivery(
        "tentu(?:_saja)? baik baiklah",
        "versi artikel teks judul ringkasan deskripsi terjemahan paragraf",
        r"(?:versi|artikel|teks|paragraf)[^.!?:]{0,40} (?:ditulis ulang|disusun ulang|diparafrase)",
    ),
}

# Behind an opener that begins the block: 当然！以下是改写后的文章
CJK_DELIVERY = lazy_pattern(
    r".{0,12}?(?:以下是|这是|这里是|以下は|こちらが|こちらは|下記|다음은|아래는|여기)[^。！!?]{0,40}?"
    + one_of(
        "版本 文章 改写 重写 润色 摘要 标题 翻译 文本 内容 記事 要約 タイトル 翻訳 リライト 書き直し"
        " 버전 기사 요약 제목 번역 초안"
    )
)

DECLINES = {
    "refusal-es": lazy_pattern(
        r",? pero (?:como (?:un )?modelo|no puedo "
        r"(?:cumplir|completar|generar|proporcionar|acceder|ayudar\w* con es[at]))"
    ),
    "refusal-fr": lazy_pattern(
        r",? (?:mais )?(?:en tant qu|je ne (?:peux|suis) pas (?:en mesure )?(?:de |d')?"
        r"(?:répondre à cette demande|accéder|générer|satisfaire|vous aider avec cette))"
    ),
    "refusal-de": lazy_pattern(
        r",? (?:aber )?(?:als ki|ich kann (?:diese|dieser|ihre|deine) (?:anfrage|bitte)"
        r"|ich kann (?:keine inhalte|nicht auf externe))"
    ),
    "refusal-pt": lazy_pattern(
        r",? mas (?:como (?:um )?modelo|não (?:posso|consigo) "
        r"(?:cumprir|atender|gerar|fornecer|acessar|ajudar com es[st]))"
    ),
    "refusal-it": lazy_pattern(
        r",? ma (?:come modello|non posso "
        r"(?:soddisfare|fornire|generare|accedere|completare|aiutart[ei] con quest))"
    ),
}

AI_SPEAKS = {
    "identity-es": lazy_pattern(r"(?: \w+)?,? (?:no )?(?:puedo|tengo|soy)\b"),
    "identity-fr": lazy_pattern(r",? je\b"),
    "identity-de": lazy_pattern(r"(?: \w+)? ?(?:kann|habe|bin|verfüge|besitze) ich\b"),
}

# What the assistant offers to change: the text's manner, or the text itself.
_CHANGES = {
    "es": "cambios? ajustes? modificaci(?:ón|ones) tono versión estilo (?:el|este|del)_texto"
    " (?:el|este|del)_artículo",
    "fr": "modifications? ajustements? changements? ton_(?:plus|différent) version (?:le|ce|du)_texte"
    " l'article cet_article",
    "de": "änderungen? anpassung(?:en)? überarbeitung(?:en)? version fassung tonfall"
    " (?:den|der|des|einen)_text(?:es)? (?:den|der|des)_artikels?",
    "pt": "alteraç(?:ão|ões) ajustes? modificaç(?:ão|ões) mudanças? tom versão (?:o|este|do)_texto"
    " (?:o|este|do)_artigo",
    "it": "modifich?e modifica aggiustamenti cambiamenti tono versione (?:il|questo|del)_testo"
    " l'articolo quest'articolo",
    "nl": "aanpassing(?:en)? wijziging(?:en)? toon versie (?:de|deze)_tekst (?:het|dit)_artikel",
    "pl": "zmian(?:y|a)? poprawek poprawki tekst artykuł wersję",
    "ru": "изменени[яй] правк[иу] текст стат[ьи]ю? вариант",
}
_WANT = {
    "es": "quieres quiere deseas desea necesitas necesita prefieres prefiere hay",
    "fr": "souhaitez souhaites voulez veux besoin préférez préfères désirez",
    "de": r"wünsch\w+ möchte[nst]* brauch\w+ benötig\w+ willst wollen soll",
    "pt": "quiser desejar precisar preferir gostaria quer",
    "it": "vuoi vuole desideri desidera preferisci servono",
    "nl": "wilt wil wenst nodig",
    "pl": "chcesz potrzebujesz życzysz",
    "ru": "хотите хочешь нужн[аоы]? желаете",
}
_I_CAN = {
    "es": "(?:también )?puedo",
    "fr": "je (?:peux|pourrais)(?: aussi| également)?",
    "de": "(?:kann|könnte) ich",
    "pt": "(?:também )?posso",
    "it": "(?:posso|potrei)(?: anche)?",
    "nl": "kan ik",
}
# "Lass mich wissen" … ", wenn du Änderungen wünschst."; "Se quiser" … ", posso adaptar o texto."
OFFERS = {
    **{
        f"ask-{code}": lazy_pattern(rf"[^.!?\n]{{0,60}}?\b{one_of(words)}\b")
        for code, words in _CHANGES.items()
    },
    **{
        f"offer-{code}": lazy_pattern(
            rf"(?=[^.!?\n]{{0,80}}?\b{one_of(want)}\b)[^.!?\n]{{0,80}}?\b{one_of(_CHANGES[code])}\b"
        )
        for code, want in _WANT.items()
    },
    **{
        f"can-{code}": lazy_pattern(rf",? {can}\b[^.!?\n]{{0,60}}?\b{one_of(_CHANGES[code])}\b")
        for code, can in _I_CAN.items()
    },
}

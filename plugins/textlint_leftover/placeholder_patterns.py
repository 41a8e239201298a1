"""The grammar of placeholders: what stands in brackets and braces where a text belongs.

Patterns run on folded text (lower case, plain quotes and spaces) unless said otherwise.
"""

from __future__ import annotations

from textlint.lazy import lazy_pattern
from textlint_leftover.reply_patterns import one_of

_WHOSE = one_of(
    """your our my client'?s? customer'?s? company'?s? business'?s? brand'?s? product'?s? author'?s?
    recipient'?s? sender'?s? employer'?s? speaker'?s? competitor'?s? first last full middle event website
    blog publication journal expert'?s? organi[sz]ation'?s? institution'?s? university city street state
    school hospital team project"""
)
_SLOT = one_of(
    """names? titles? company business brand email e-mail address(?:es)? phone(?:_number)? numbers? website
    url links? logo city location position role industry niche topic keywords? keyphrase product service
    handle date signature department job_title job bio photo image headline story hobby hobbies skills?
    quote team audience product_name company_name brand_name name_here"""
)
_THING = one_of(
    """quotes? quotations? names? dates? links? images? photos? pictures? statistics? stats? sources?
    numbers? figures? data city country company companies product titles? keywords? examples? captions? urls?
    address price percentages? citations? references? videos? charts? tables? graphs? logos? email phone
    location website brand authors? headlines? cta call_to_action summary descriptions? text paragraphs?
    sections? details anecdotes? testimonials? disclaimer introduction conclusion bio credits? year month
    amount topic stor(?:y|ies) stud(?:y|ies) reports? experts? organi[sz]ation industry facts?"""
)
_NEEDS_TEXT = one_of("insert fill_in paste specify describe replace_with")
_NEEDS_THING = one_of(
    "add include mention attach provide cite embed upload link_to continue_(?:with|writing)"
)
# What a cook or a player is told to do as well.
_TOLD = one_of("write list put quote")
_A_FEW = r"(?:[\w,.%'-]+ ){0,3}?"
_FEWER = r"(?:[\w'-]+ ){0,2}?"
# What only an author is told: "insert your story", "add specific results", "write more here".
_TO_AUTHOR = r"(?:your|specific|relevant)\b"
# What goes on after the name of the thing: "add a link to the study".
_LEADS_ON = one_of(
    """here from of about for to with on by in at if and or below above that which describing showing
    explaining illustrating"""
)
_HERE = r"[^\]]{1,60}\bhere\W*\Z"

# What stands between square brackets.
BRACKETED = lazy_pattern(
    rf"(?:{_NEEDS_TEXT} (?:{_A_FEW}{_THING}\b|{_A_FEW}{_TO_AUTHOR}|{_HERE})"
    rf"|{_NEEDS_THING} (?:{_FEWER}{_THING}\b|(?:any |more |some )?(?:specific|relevant)\b|{_HERE})"
    rf"|{_TOLD} (?:{_FEWER}{_THING}\b|{_HERE})"
    rf"|enter (?:{_FEWER}{_THING}\W*\Z|your (?:[\w'-]+ ){{0,2}}?{_SLOT}|{_HERE})"
    rf"|(?:the )?{_WHOSE} (?:[\w'-]+ ){{0,2}}?{_SLOT}(?= here\b|\W*\Z)"
    r"|(?:(?:primary|secondary|main|focus|target|related|long-tail|exact|your|the) )?(?:seo )?"
    r"(?:keywords?|keyphrase)(?: \d| phrase| here)?"
    r"|name of (?:the |an? )?(?:expert|author|company|product|person|source|city|speaker|town)"
    r"|(?:placeholder|todo|tbd|tbc|to be (?:added|confirmed|completed|determined|announced)|to come)\b"
    rf"|(?:{_SLOT}|{_THING})(?: [\w'-]+)? (?:to be (?:confirmed|added|decided|supplied|inserted|determined)"
    r"|tb[acd]|goes here)\b"
    r"|(?:citations?|sources?|references?|statistics?|figures?|quotes?)(?: is| are)? (?:needed|required"
    r"|missing)"
    r"\W{1,5}(?:please |to )?(?:verify|confirm|check|add|insert|find|supply|fact)\b"
    r"|(?:please )?(?:verify|fact-check|double-check) (?:this|these|the|before|all)\b"
    r"|(?:quotes?|quotations?|statistics?|stats|testimonials?|anecdotes?) (?:from|about|by|on) [\w' ]{2,40}"
    r"(?:\W{1,3}(?:tb[acd]|tk|to (?:come|follow)|pending))?\Z"
    r"|(?:h[1-6]|cta(?: button)?|(?:internal|external) link|(?:featured|hero) image|pull quote)(?= ?:|\Z)"
    r"|(?:author|title|publisher|source|journal)(?:, (?:author|title|year|date|publisher|source|page|journal"
    r"|url|link)){1,5}\Z"
    r"|note to (?:the |my )?(?:editors?|self|authors?|clients?|writers?|designers?|team|web ?master)\b"
    r"|(?:tk+|xx+) ?%?\Z)(?![\w@/])[^\]]{0,160}"
)
# "[Doctor Name]", "[Phone Number]": a slot that a title in capitals names.
TITLED_SLOT = lazy_pattern(
    r"(?:[A-Z][a-z]+ ){1,2}(?:Names?|Numbers?|Address|Emails?|URL|Links?|Titles?|Date|City|Price)(?: Here)?"
    r"|(?:[A-Z]{2,}[ _]){1,2}(?:NAME|NUMBER|ADDRESS|EMAIL|URL|LINK|TITLE|DATE|CITY|PRICE)(?:[ _]HERE)?"
)
# It may be an order to somebody else: "[Put the figures back in the box]".
GOES_ON = lazy_pattern(
    rf"(?:{_TOLD}\b(?!.*\bhere\W*\Z)"
    rf"|(?:{_NEEDS_TEXT}|{_NEEDS_THING}) {_A_FEW}(?:{_THING} )++(?!{_LEADS_ON}\b)[\w'])"
)
# The same in other languages: "[Hier Namen einfügen]", "[Insérer une citation]", "[Tu nombre]".
BRACKETED_ABROAD = lazy_pattern(
    r"(?:(?:bitte |hier )?[\w ,.'-]{2,60} (?:einfügen|eintragen|einsetzen|ergänzen)"
    r"|(?:insére[rz]|ajoute[rz]|inserte|insertar?|añad(?:ir|e|a)|agreg(?:ar|ue|a)|introduzca|inserir|insira"
    r"|adicion(?:ar|e)|inserire|inserisci|aggiungere|aggiungi|invoegen|wstaw|infoga|indsæt|sett inn"
    r"|вставьте|вставить|укажите) [\w ,.'-]{3,80}"
    r"|(?:ihr|dein|votre|ton|tu|su|seu|il tuo|uw|jouw) (?:name|vorname|firmenname|unternehmen|nom|prénom"
    r"|entreprise|nombre|empresa|nome|naam|bedrijfsnaam)(?: [\w'-]+){0,2}"
    r"|(?:nombre|nom|nome) d(?:e|el|e la|e l'|u|a|o)(?: la| l')? ?(?:empresa|entreprise|marca"
    r"|client[eé]?|azienda))"
)
# Single words that are slots only where the document holds another placeholder.
BARE_SLOT = lazy_pattern(
    r"(?:name|date|city|state|country|company|title|amount|price|location|address|email|phone|url"
    r"|link|topic|product|brand|website|source|year|quote|cta|author|image|statistic|postcode|zip code"
    r"|phone number|percentage|venue|event|industry|currency|month|organi[sz]ation|position|town|hotel)"
)
# What a lone slot in capitals stands behind: "in [CITY]", "from [PRICE]", "Dear [Name]".
GOVERNS_SLOT = lazy_pattern(
    r"(?:in|at|of|by|for|from|to|with|near|dear|hi|hello|contact|call|only|just|is|was|our|the|visit) \Z"
)
# What speaks of the slot itself: "Type [name]", "the field [date]".
NAMES_SLOT = lazy_pattern(
    r"\b(?:types?|writes?|enter|replaces?|uses?|puts?|words?|tags?|fields?|values?|reads?) \Z"
)
# {city}, beside another placeholder
BRACED_SLOT = lazy_pattern(rf"(?<![\w/{{$=:.-])\{{({BARE_SLOT.pattern})\}}(?![\w/}}=])")
IN_PARENTHESES = lazy_pattern(
    rf"\(insert (?:(?:[\w'-]+ ){{0,2}}?{_THING}\b|{_TO_AUTHOR})[^()]{{0,40}}\)"
    r"|\(insert [^()]{1,80} here\)"
)
BRACKETS = lazy_pattern(r"\[([^\[\]\n]{2,200})\](?![(\[:]|\.?\w)")

# {{ first_name }}, {company_name}, {insert price}, *|FNAME|*, %%first_name%%
_OWNER = one_of(
    """first last full user company product brand client customer recipient city author event hotel
    business agent venue place shop store restaurant service school town country tour sender"""
)
_FIELD = (
    rf"(?:{_OWNER}[ _-]?name|(?:primary|target|focus|main)[ _]keywords?"
    r"|(?:your|insert)[ _][a-z _]{2,30})"
)
BRACED = lazy_pattern(
    rf"\{{\{{ ?(?:{_FIELD}|name|recipient|keywords?\d?|variable|placeholder|customer|topic) ?\}}\}}"
    rf"|(?<![{{$])\{{{_FIELD}\}}(?!\}})"
    r"|\*?\|(?:[fl]name|email|mc_[a-z_]{2,20}|unsub)\|\*?|%%[a-z]+_[a-z_]+%%|%recipient\.[a-z_]+%"
)
# {{author_bio}}, in a format that no template engine fills in
SNAKE = lazy_pattern(r"\{\{ ?[a-z]+(?:_[a-z]+)+ ?\}\}")
# {{LOCAL_OFFICIAL_NAME}}, on the text as it is written, in a document without code
CONSTANT = lazy_pattern(
    r"\{\{ ?(?:[A-Z]+_)+(?:NAME|TITLE|QUOTE|DATE|CITY|TOWN|COUNTRY|PLACE|LOCATION|COMPANY|AUTHOR|EXPERT"
    r"|SOURCE|FIGURE|NUMBER|AMOUNT|PRICE|LINK|URL|KEYWORD|TOPIC|BRAND|PRODUCT|IMAGE|BIO|YEAR|EMAIL"
    r"|PHONE)\d? ?\}\}"
)
# Where a form is filled in by hand.
BLANK = lazy_pattern(r"(?<!\w)_{4,}(?!\w)")
# A template engine is at work: what stands in braces will be filled in.
ENGINE = lazy_pattern(r"\{%|\{\{(?:[<%#]|[^}]{0,100}?[|.\"<][^}]{0,200}\}\})")

# On the text as it is written.
TO_DO = lazy_pattern(
    r"(?:TODO|FIXME|TBD):? (?i:add|insert|check|confirm|write|find|update|replace|link|get|ask|quote|fill)\b"
)
_UNIT = one_of("million billion thousand percent per_cent people years months days words")
_MONTH = one_of(
    "January February March April May June July August September October November December"
)
NUMBERLESS = lazy_pattern(
    r"\b(?:over|about|around|nearly|almost|approximately|roughly|than|least|some|sold) XX+\b"
    r"(?! (?:chromo|cent))|"
    r"\bXXX[ -]XXX-XXXX\b|\(?\d{3}\)?[ -]XXX-XXXX\b|\b(?:on|until|since) DD[/.-]MM[/.-]YY(?:YY)?\b|"
    rf"[$€£] ?XX+(?:[.,]XX+)?\b(?: {_UNIT})?|\bXX+(?:\.X+)?(?: ?%| {_UNIT}\b)"
    rf"|\[X{{1,3}}\](?: ?%| {_UNIT}\b)|\bXX/XX/(?:XX(?:XX)?|\d{{2,4}})\b|\b{_MONTH} XX\b"
    r"|\bXX:XX\b|\A[\w ]{1,24}: TK\.?\Z"
    rf"|\bTK(?: ?TK){{1,8}}\b|[\[(]TK\b[^\])\n]{{0,60}}[\])]|\bTK(?:%| {_UNIT}\b)"
)

_WHAT = one_of(
    """title heading headline subheading subtitle description content text copy quote image photo
    picture link url name bio caption paragraph article body summary excerpt tags? keywords? date logo
    video introduction conclusion post story section category cta"""
)
_LEADS = one_of(
    "write type enter your insert add put place paste article blog post meta seo alt featured section"
)
_BEFORE_WHAT = one_of(
    """your the main blog article post page meta markdown body seo image alt featured link quote author
    section sub intro opening closing lead first h[1-6] call_to_action cta video embed product company
    insert add put place paste a an"""
)
# The whole block is the name of a slot.
GOES_HERE = lazy_pattern(
    rf"\W*lorem ipsum\W*|\W*(?:(?:{_BEFORE_WHAT}|{_WHAT})[ -]?){{0,5}}\b{_WHAT}s? (?:goes|go|comes) here\W*"
    rf"|\W*(?:{_LEADS} )(?:an? )?(?:[a-z]+ )?(?:(?:{_BEFORE_WHAT}|{_WHAT})[ -]?){{0,4}}\b{_WHAT}s? here\W*"
    r"(?:\([^()]{1,40}\)\W*)?"
)
# "Replace [CITY] before publishing" was said to whoever posts the article.
BEFORE_POSTING = lazy_pattern(r"\bbefore (?:you )?(?:publish|post|send|go(?:ing)? live)\w*\b")
ABOUT_TEMPLATES = lazy_pattern(
    r"\b(?:templates?|templating|boilerplates?|placeholders?|merge (?:fields?|tags?)|square brackets"
    r"|bracketed|curly|fill in the blanks?|mad libs|mail merge|shortcodes?|spintax|style guide)\b"
)

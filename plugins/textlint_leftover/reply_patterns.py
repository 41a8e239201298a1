"""The grammar of a chat assistant's reply: what must stand around a phrase of `chat-reply.csv`.

Patterns run on folded text (lower case, plain quotes and spaces). Each is tried at one place, just
behind the phrase unless said otherwise, and every repetition in them is bounded.
"""

from __future__ import annotations

from textlint.lazy import lazy_pattern


def one_of(words: str) -> str:
    """Return a group that matches any of `words`, which are patterns with `_` for a space."""
    return "(?:" + "|".join(words.split()).replace("_", " ") + ")"


# -- what is talked about --------------------------------------------------------------------------

_TEXT = one_of(
    """versions? rewrites? rewriting rephrasings? revisions? rewordings? articles? paragraphs?
    blog_?posts? posts? news_(?:story|stories|articles?|reports?) stor(?:y|ies) texts? passages?
    summar(?:y|ies) titles? headlines? meta[-_]descriptions? descriptions? outlines? drafts? content
    essays? introductions? conclusions? captions? translations? press_releases? reviews? copy
    sentences? responses? answers? biograph(?:y|ies) scripts? emails? pieces? write-?ups? rewording
    newsletters?"""
)
_PRODUCT = one_of(
    f"""{_TEXT.replace(" ", "_")} (?:bullet_|key_|talking_)?points lists? tables? breakdowns? overviews?
    guides? examples? ideas suggestions options tags keywords hashtags faqs? questions steps
    explanations? rundowns? tips"""
)
_GIVEN = one_of(
    """text article content title paragraph sentence passage information keywords? details document
    url link headline topic"""
)
_MADE_OVER = one_of(
    """re-?written re-?worded re-?phrased paraphrased humani[sz]ed plagiarism[-_]free
    (?:seo|search[-_]engine)[-_](?:friendly|optimi[sz]ed)"""
)
_CHANGED = one_of(
    """revised possible improved polished simplified enhanced expanded extended shortened condensed
    refined edited updated optimi[sz]ed alternative suggested unique engaging concise translated corrected
    reworked"""
)
_NOT_CODE = (
    r"(?! (?:of|for) (?:\w+ ){0,3}"
    + one_of("code function query script program method class loop command regex")
    + r"\b)"
)
_YOUR = one_of("your the_(?:provided|given|original|above|supplied|following|requested)")
_ONE = one_of("the a an your one some")
_SOME = r"(?:[\w'-]+,? ){0,7}?"
_FEW = r"(?:[\w'-]+,? ){0,3}?"

# -- opening: "Certainly! Here is the rewritten article:" --------------------------------------------

# Everything before the phrase.
OPENER = lazy_pattern(
    r"[^\w]{0,4}(?:"
    + one_of(
        """certainly sure(?:_thing)? of_course absolutely understood got_it no_problem okay ok great
        gladly definitely alright yes perfect noted
        (?:my_|sincere_)?apologies_for_(?:the|any)_(?:confusion|misunderstanding|oversight)"""
    )
    + r"|thank(?:s| you) for (?:sharing|providing)[^.!?\n]{0,80})(?:[!,.:;]| ?[-–—] ?| )[^\w]{0,3}"
    r"(?:(?:i'd be (?:happy|glad)|i can help|happy|glad)[^.!:\n]{0,60}[.!:]\s{0,2})?\Z"
)
# Openers that people use in newsletters and columns too.
CASUAL_OPENER = lazy_pattern(
    r"\W*(?:okay|ok|great|perfect|alright|yes|thank|thanks|noted|my|apologies)\b"
)
# "Understood. I will now" … "write the article in the style of a newspaper."
ANNOUNCES = lazy_pattern(
    r" (?:proceed to |begin to |go ahead and )?"
    rf"(?:re-?write|rephrase|paraphrase|write|draft|generate|produce|summari[sz]e)"
    rf" {_SOME}{_TEXT}\b"
)
# After an opener any kind of text may be delivered.
DELIVERS = lazy_pattern(rf" ?{_SOME}{_PRODUCT}\b{_NOT_CODE}")
_HANDED_IN = one_of(
    "provided shared supplied pasted submitted uploaded requested asked_for gave_me sent_me"
)
# Without one only a text that says it was made over, or that belongs to whoever asked.
_REWRITE = one_of("rewrite rewording rephrasing revision paraphrase meta[-_]description")
DELIVERS_REWRITE = lazy_pattern(
    rf" (?:{_ONE} )?{_FEW}{_MADE_OVER},? {_FEW}{_TEXT}\b{_NOT_CODE}"
    rf"| (?:{_ONE} )?{_FEW}{_CHANGED},? {_FEW}{_TEXT} (?:of|for) {_YOUR} {_SOME}(?:{_TEXT}|consideration)\b"
    rf"| (?:the|your) {_FEW}{_TEXT},? (?:now )?{_MADE_OVER}\b"
    rf"| (?:{_ONE} )?{_SOME}{_TEXT} (?:that |which )?you(?:'ve| have)? {_HANDED_IN}\b[^.!?:]{{0,60}}:"
    rf"| {_ONE} (?:possible|potential|suggested|alternative) (?:{_REWRITE}|(?:seo )?title for)\b"
)
# "the text" … "to 300 words"
_TO_LENGTH = r"(?:down )?to (?:about |around |roughly |under |fewer than |less than )?\d{2,4} words"
_PURPOSE = one_of(
    "to_make_it to_ensure to_maintain to_sound to_improve to_be_more to_meet to_include_your"
)
_KEEPING = one_of("while to_keep to_preserve to_avoid to_fit")
_REWORDED = one_of(
    "re-?written reworded rephrased paraphrased optimi[sz]ed polished summari[sz]ed condensed"
)
_EDITED = one_of("revised edited shortened expanded translated")
# "I've" … "rewritten your article", "rewritten the text to avoid plagiarism". An editor shortens the
# text to fit the page, and a translator keeps the old spellings, too, and says so.
REWROTE = lazy_pattern(
    r" (?:now |also |carefully |gone ahead and )?(?:"
    rf"(?:{_REWORDED}|{_EDITED}) (?:{_YOUR} {_SOME}{_TEXT}"
    rf"|(?:the|this) {_SOME}{_TEXT} (?:{_PURPOSE}|{_TO_LENGTH}))\b"
    rf"|{_REWORDED} (?:the|this) {_SOME}{_TEXT} {_KEEPING}\b)"
    r"| (?:kept|changed|varied|altered) [^.!?]{2,80} to avoid plagiarism\b"
)
# "This rewritten version" … "while maintaining" … "the original meaning"
KEPT_SUBJECT = lazy_pattern(
    r"\W{0,4}(?:this|the|here is the|i(?:'ve| have)) "
    + one_of("rewritten revised reworded rephrased paraphrased updated edited")
    + r"\b"
)
KEPT = lazy_pattern(
    r" (?:the|its|your) (?:original|core|same|essential|key|overall) (?:[\w'-]+,? (?:and )?){0,3}?"
    + one_of("meaning message tone intent content information essence context idea facts")
    + r"\b"
)

# -- the speaker: "As an AI language model, I" ---------------------------------------------------------

FIRST_PERSON = lazy_pattern(
    r"(?: \w+){0,2}? ?" + one_of("model assistant chatbot bot program system") + r"?"
    r"(?: (?:developed|created|trained|made|built|designed) by \w+)?,? ?(?:but |and )?"
    r"(?:i(?:'m|'ve|'d)?|my)\b"
)
I_AM = lazy_pattern(
    r"(?: \w+)? (?:model|assistant|chatbot|program)\b"
    r"|[,.]? (?:and|so|but) (?:i|have|do not|don't|can't|cannot|lack)\b",
)
# "My knowledge cutoff" … "is", "as of my last update" … "in September 2021, there"
CUTOFF = lazy_pattern(
    r" " + one_of("is was only ends? goes extends? includes? does runs stops data date") + r"\b"
    r"|(?: base)? (?:only |just )?(?:is|goes|extends|ends|stops|reaches|cuts off"
    r"|covers) (?:[\w,]+ ){0,4}?(?:19|20)\d\d\b"
    r"| in (?:\w+ )?(?:19|20)\d\d, (?:i |there|the latest|information)"
)

# "As of my last update" … "in September 2021,"
UPDATED = lazy_pattern(r",? (?:in|on) (?:\w+ ){0,2}?(?:19|20)\d\d\b")

# -- offers: "Let me know if you'd like me to adjust the tone" -----------------------------------------

_REVISE = one_of(
    """adjust revise re-?write rephrase reword shorten condense tailor tweak polish refine reformat
    modify paraphrase proofread humani[sz]e optimi[sz]e regenerate"""
)
_PRODUCE = one_of(
    """create generate provide add include make write draft prepare turn convert format expand
    continue produce craft give_you summari[sz]e translate help_you come_up_with put_together brainstorm
    suggest whip_up"""
)
_OFFERED = (
    rf"(?:{_REVISE} "
    + one_of("it this that the any your an? anything certain specific some another further or")
    + rf"\b|{_PRODUCE} (?!your\b)(?:you |me )?{_SOME}(?:{_TEXT}|(?:further )?changes|keywords|hashtags"
    rf"|faqs?|tags|adjustments"
    r"|more (?:formal|casual|engaging|concise|detailed)"
    r"|(?:another|different|specific) (?:tone|style|section|format)"
    r"|(?:on |upon )?(?:any|this|that|a|certain|specific|the next) (?:\w+ )?(?:sections?|points?|parts?)"
    r"|(?:more|further|additional) (?:details?|examples|statistics|sections|quotes))\b"
    r"|make (?:it|this|that|the \w+) (?:\w+ )?(?:shorter|longer|simpler|punchier|snappier|funnier"
    r"|(?:more|less) (?:formal|casual|engaging|concise|detailed|technical|conversational))\b"
    r"|compare [^.?!]{2,40} in an? (?:\w+ )?(?:table|chart)\b)"
    # Authors invite wishes too, for what they will write next.
    r"(?![^.!?\n]{0,80}\b(?:comments?|below|subscrib\w+|next (?:week|time|month)|e-?mail me|future)\b)"
)
_YOU_WANT = one_of(
    "you_would_(?:like|prefer) you'd_(?:like|prefer) you_(?:like|prefer|want|need|wish)"
)
OFFER = lazy_pattern(
    rf"(?: {_YOU_WANT})? (?:me to|for me to) (?:also |further |make )?{_OFFERED}"
    rf"|(?: {_YOU_WANT}| you (?:have|require))?"
    r"(?: any| some| further| additional| more| other| specific){1,3} "
    + one_of("changes revisions adjustments edits modifications tweaks refinements rewrites")
    + rf"\b(?! (?:to|in|on) (?:the|your|our|my) (?!{_SOME}(?:{_TEXT}|tone|length|style|wording|structure)\b))"
    rf"|(?: that)?,? i (?:can|could|will|'ll) (?:also |then |next |happily |gladly )?{_OFFERED}"
)
# The same of anything that can be made, where nobody else in the article says "I".
_MADE = (
    r"(?:also |then |next |happily |gladly )?"
    + one_of(
        """create generate provide add include draft prepare turn convert format expand summari[sz]e
        translate outline compile put_together"""
    )
    + r"\b(?![^.!?\n]{0,80}\b(?:comments?|below|subscrib\w+|next (?:week|time|month)|e-?mail me|future)\b)"
)
OFFERS_ANYTHING = lazy_pattern(rf"(?: {_YOU_WANT})?,? (?:me to|i can|i could|i'll) {_MADE}")
ASKS_ANYTHING = lazy_pattern(rf" {_MADE}[^.?!]{{1,100}}\?")
# "If you share" … "more about your readers, I can tailor the article further."
TRADES = lazy_pattern(
    r" [^.!?\n]{2,80}, (?:and |then )?i(?:'ll| can| could| will) (?:then |also |further )?"
    rf"{_REVISE} (?:the|this|that) {_SOME}{_TEXT}\b"
)
# "Let me know which" … "option you prefer, and I'll refine it."
CHOICE = lazy_pattern(
    r" (?:one|option|version|title|headline|draft|tone|style)s? you(?:'d| would)? (?:prefer|like|want)"
    rf"[^.!?\n]{{0,20}} (?:and|so) i(?:'ll| can| could| will) (?:then )?(?:{_REVISE}|{_PRODUCE})\b"
)
# "I can" … "turn this into a newsletter if that would help."
CAN_ADAPT = lazy_pattern(
    r" (?:also |then |easily |gladly )?(?:adapt|turn|convert|repurpose|reformat|tailor|shorten|expand|rework)"
    r" (?:this|it|the (?:article|text|piece|post|draft))(?: \w+)? (?:for|into|to fit|to suit"
    r"|as) [^.!?\n]{0,60}?"
    r"\b(?:linkedin|newsletter|thread|posts?|e-?mail|infographic|scripts?|social media|captions?|summary"
    r"|audience|readers|format|tone|platform|press release|outline|slides|table)\b"
)
# "Happy to" … "make more changes if needed."
WILLING = lazy_pattern(
    r" (?:also )?(?:make (?:any |some |further |more |other |additional |small ){0,2}"
    r"(?:changes|edits|revisions|adjustments|tweaks)|(?:revise|tweak|adjust|refine|rework|re-?write"
    r"|edit|fine-?tune) "
    r"(?:it|this|anything|the (?:text|tone|draft|article|piece|wording)))\b"
)
# "Feel free to customize" … "this blog post further": nobody offers that to readers.
CUSTOM = lazy_pattern(
    r" (?:and \w+ )?this (?:[\w-]+ )?(?:blog ?post|post|article|essay|draft|piece|press release|write-?up)\b"
)
# "Good luck with" … "your article!"
LUCK = lazy_pattern(
    r" (?:your|the) (?:[\w-]+ )?(?:articles?|posts?|blog|piece|draft|publication|content"
    r"|write-?up)\b[^.!?\n]{0,20}[.!]"
)
# "Shall I" … "proceed with the next section?"
GO_ON = lazy_pattern(
    r"(?: proceed| (?:go on|continue|carry on|move on) (?:with|to) (?:the|this|that|another|part|section))\b"
    r"[^.?!\n]{0,60}\?"
)
# "Would you like me to" … "turn this into a newsletter?"
OFFER_QUESTION = lazy_pattern(rf" (?:also |further )?{_OFFERED}[^.?!]{{0,100}}\?")

# -- refusals and requests -----------------------------------------------------------------------------

_DECLINED = one_of(
    """fulfil?l assist(?:_you)?_with comply_with complete process help(?:_you)?_with answer
    respond_to continue(?:_with)? generate create provide produce write rewrite rephrase paraphrase
    summari[sz]e access browse open give offer"""
)
_UNDONE = one_of(
    """request prompt task content articles? responses? text rewrite urls? websites? links?
    the_internet web_?pages? (?:medical_)?diagnos[ie]s (?:medical|legal|financial|tax)_advice"""
)
_UNABLE = one_of(
    """can't cannot can_not (?:am_)?unable_to (?:am_)?not_able_to won't_be_able_to do_not_have
    don't_have"""
)
REFUSAL = lazy_pattern(
    r"(?:[,.]? (?:but )?(?:as [^,.]{3,60}, )?(?:i|i'm)\b)?"
    rf"(?: {_UNABLE})?(?:(?: to)? {_DECLINED} (?:[\w'-]+ ){{0,3}}?{_UNDONE}\b"
    r"|(?: to)? assist(?: you)? (?:with|in) (?:that|this)\b"
    r"| (?:the ability to|access to) (?:browse|access|real-time|the internet|external|up-to-date)"
    r"|,? (?:but )?(?:there (?:is|was) no|you (?:did not|didn't|have not|haven't) provided?)"
    r" [^.]{0,40}(?:text|article|content|title|sentence)\b)"
)
# "I cannot" … without an apology people say too: only what nobody else would decline.
CANNOT = lazy_pattern(
    r"(?: to)? (?:(?:fulfil?l|(?:assist|help)(?: you)? with|comply with|process) (?:this|that|your|the)"
    r" (?:\w+ )?(?:request|prompt|task)"
    r"|(?:open|access|view|read|see|visit|retrieve) (?:the|that|this|your|any) (?:[\w-]+ )?"
    r"(?:links?|urls?|files?|pages?|documents?|attachments?|websites?|articles?|pdf) (?:that )?"
    rf"you(?:'ve| have)? (?:{_HANDED_IN}|sent|attached|mentioned|linked)\b"
    r"|look (?:things|it|this|that|anything) up online\b|search the (?:web|internet)\b"
    r"|(?:browse|access) (?:the (?:internet|web)|external|real-time|specific (?:urls?|websites?))\b"
    r"|(?:provide|generate|create|produce) (?:\w+ )?(?:content|(?:the )?(?:full )?text of|an? article)\b"
    r"|(?:rewrite|paraphrase|summari[sz]e) (?:this|that|the|your) (?:\w+ )?(?:article|text|content)\b)"
)
NO_ACCESS = lazy_pattern(
    r" (?:direct )?(?:(?:live|real-time|up-to-date) (?:data|information)\b|access to (?:real-time|live"
    r"|the internet|external|up-to-date|current events)"
    r"|personal (?:experiences|opinions|emotions|preferences|beliefs)\b"
    r"|the ability to (?:browse|access (?:the internet|real-time|external)))"
)
REFUSAL_POLICY = lazy_pattern(
    r"[^.!?]{0,80}\b(?:goes? against|violates?) "
    r"(?:openai|my (?:programming|guidelines)|the (?:use|usage) policy)"
)
# "Please provide" … "the text you would like me to rewrite"
INPUT = lazy_pattern(
    rf"(?: me)?(?: with)? (?:the |a |an |some |more )?{_FEW}{_GIVEN}(?: or {_GIVEN})? (?:that )?"
    rf"(?:{_YOU_WANT}(?: me)? to|you want|to be|for me to|so (?:that )?i can|and i(?:'ll| will| can))"
)
# "Could you please" … "share the text?"
ASKS_FOR_TEXT = lazy_pattern(
    r" (?:provide|share|paste|send)(?: me)?(?: with)? (?:the|your) (?:[\w'-]+ ){0,2}?"
    r"(?:article|text|content|passage|paragraph)s?(?: text)?(?: (?:you|that|so)\b[^.?!\n]{0,80})?\?"
)
# "Could you paste" … "the text you'd like me to summarize?"
ASKS_FOR = lazy_pattern(
    rf"[^.?!\n]{{1,60}}\b{_GIVEN}s?\b[^.?!\n]{{0,40}}"
    rf"(?:\b{_YOU_WANT} me to|\bso (?:that )?i can (?:{_REVISE}|{_PRODUCE}|assist))\b"
)
# "It seems you" … "haven't included the text. Could you …"
NO_INPUT = lazy_pattern(
    r"(?:'ve| have)?(?: (?:not|only|accidentally|just|didn't|haven't|did not|have not|forgot to)){0,3}"
    r" ?(?:provided?|shared?|included?|pasted?|submitted|attach(?:ed)?)\b"
    rf"[^.!?]{{0,60}}\b{_GIVEN}\b[^.!?]{{0,80}}(?:me to|[.?!] (?:please|could you|can you))"
    rf"|(?: [\w-]+)? {_GIVEN}s? (?:attached|included|pasted|in your (?:message|request|prompt))\b"
    rf"|(?: any| the| an?)? ?{_GIVEN} (?:for me )?to (?:rewrite|rephrase|paraphrase|summari[sz]e)"
)

# -- what the program around the reply writes ------------------------------------------------------------

INTERFACE_LINE = lazy_pattern(
    r"\W{0,6}(?:regenerate(?: response)?|stop generating|chatgpt said:?|you said:?)\W{0,6}"
)
# A block that is nothing but the name of what was delivered: "Rewritten article:"
DELIVERY_LABEL = lazy_pattern(rf"\W{{0,6}}(?:the )?{_MADE_OVER} {_TEXT} ?:\W{{0,4}}")

# -- closing: "I hope this helps" ------------------------------------------------------------------------

CLOSING = lazy_pattern(
    r" helps?\b| (?:[\w-]+ )?(?:article|answer|response|information|explanation|summary)\b[^.!?]{0,60}"
    r"\b(?:helps?|useful|helpful)\b| works?(?: well)?(?: for you)?[!.]|(?=[!.])"
)
CLOSING_MADE = lazy_pattern(
    r" (?:[\w-]+ ){0,2}?(?:rewrit\w+|rephras\w+|paraphras\w+|version|revision)\b"
    r"|[^.!?]{0,20} meets? your (?:needs|expectations|requirements)"
)

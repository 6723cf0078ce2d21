"""Which cue stands beside a quotation, before or after it, and who its words say speaks.

Read from the tokens rather than from the parse of the whole sentence, since a quotation of several sentences is parsed
as several.
"""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.quotes.chains import saying_of
from briefing.nlp.quotes.grammar import hears, noun_phrase_at, passive, quoting, subject
from briefing.nlp.quotes.lexicon import frames_of
from briefing.nlp.quotes.reading import Reading
from briefing.nlp.quotes.voices import voice_after

_REACH = 45
"""Tokens between a quotation and its cue: a name with a long apposition lies between them."""
_LOOSE = frozenset([*",–—-―;", "--"])
_ENDS = tuple(",.!?…;—–-")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_NAMED = 16
"""Tokens before a colon that may be nothing but a name with its description."""
_BESIDE = frozenset(["npadvmod", "prep", "advmod", "dative", "prt"])
_HEARER = 6
_HEARER_WORDS = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "ADV", "ADP", "NUM", "PUNCT", "PART"])


def cue_after(reading: Reading, index: int) -> tuple[Token, Token | None] | None:
    """The cue after a quotation and the head of its speaker, in "“…,” said X" and "“…,” X said"."""
    doc, quotation = reading.doc, reading.quotations[index]
    first, i = reading.tokens[index]
    comma = False
    while i < len(doc) and (doc[i].text in _LOOSE or (doc[i].is_space and "\n" not in doc[i].text)):
        comma = comma or not doc[i].is_space
        i += 1
    if i >= len(doc) or "\n" in reading.text[quotation.outer.end : doc[i].idx]:
        return None
    inner = quotation.inner.of(reading.text).rstrip()
    if not comma and not inner.endswith(_ENDS) and not starts_sentence(reading, first):
        return None
    if inner.endswith(".") and not comma and not doc[i].text[0].islower():
        return None
    if doc[i].lower_ == "according" and i + 1 < len(doc) and doc[i + 1].lower_ == "to":
        return doc[i], next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None)
    if doc[i].lower_ == "as" and i + 1 < len(doc):
        i += 1
    return _inverted(reading, i, first) or _subject_first(reading, i, first)


def _inverted(reading: Reading, i: int, first: int) -> tuple[Token, Token | None] | None:
    """``said X``."""
    doc = reading.doc
    while i < len(doc) - 1 and (doc[i].pos_ == "ADV" or doc[i].dep_ == "aux"):
        i += 1
    verb = doc[i]
    if not (_cue(verb) or _utters(verb, first, i)) or i + 1 >= len(doc):
        return None
    speaker = next((c for c in verb.rights if c.dep_ == "nsubj" and not reading.quoted(c)), None) or subject(verb)
    if speaker is None or speaker.i < i:
        speaker = noun_phrase_at(doc, i + 1) or voice_after(verb)
    return verb, speaker


def _subject_first(reading: Reading, i: int, first: int) -> tuple[Token, Token | None] | None:
    """``X said``, with whatever stands in apposition to X between them."""
    doc = reading.doc
    for j in range(i + 1, min(len(doc), i + _REACH)):
        token = doc[j]
        if reading.quoted(token) or "\n" in token.text or token.text in (":", ";"):
            return None
        if (saying := saying_of(token)) is not None:
            return saying, quoting(saying)
        if _cue(token) or (token.lower_ == "quoted" and passive(token)) or _utters(token, first, i):
            speaker = subject(token, passive=True)
            if speaker is not None and i <= speaker.i < j and speaker.left_edge.i <= i + 1:
                return token, speaker
            if (speaker := noun_phrase_at(doc, i)) is not None and speaker.i < j:
                return token, speaker
        if token.tag_ in _FINITE and token.dep_ not in ("relcl", "acl", "advcl", "aux", "auxpass"):
            return None
    return None


def _utters(verb: Token, first: int, end: int) -> bool:
    """True for any verb whose clause is the quotation and that does nothing else: "“…,” she shot back"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.pos_ != "VERB" or verb.dep_ in ("relcl", "acl", "advcl"):
        return False
    own = [child.dep_ for child in verb.rights]
    return any(c.dep_ == "ccomp" and first <= c.i < end for c in verb.lefts) and not {"dobj", "ccomp", "xcomp"} & {*own}


def _cue(token: Token) -> bool:
    if token.lower_ in ("put", "puts") and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "it":
        return True  # "as she put it"
    return "quotation" in frames_of(token) and token.dep_ not in ("amod", "compound")


def cue_before(reading: Reading, index: int) -> tuple[Token, Token | None, str] | None:
    """The cue before a quotation, the head of its speaker and the rule, in "X said: “…”" and "X said, “…”"."""
    doc, quotation = reading.doc, reading.quotations[index]
    first, _ = reading.tokens[index]
    k = first - 1
    while k >= 0 and doc[k].is_space:
        k -= 1
    if k < 0 or reading.quoted(doc[k]) or doc[k].text in (".", "!", "?"):
        return None
    colon = doc[k].text == ":"
    if not colon and ("\n" in reading.text[doc[k].idx : quotation.outer.start] or not _complete(reading, index)):
        return None
    verb = _verb_before(reading, k, colon)
    if verb is not None:
        return verb, subject(verb, passive=True), "colon-then-quotation" if colon else "cue-then-quotation"
    if colon:
        speaker = _sentence_subject(reading, doc[k]) or _only_name(reading, doc[k])
        return (doc[k], speaker, "colon-then-quotation") if speaker is not None else None
    return None


def _complete(reading: Reading, index: int) -> bool:
    """True where the quotation ends its clause: its last mark, or what follows it, is a stop."""
    quotation = reading.quotations[index]
    inner = quotation.inner.of(reading.text).rstrip()
    if inner.endswith((".", "!", "?", ",", "…")):
        return True
    follows = reading.text[quotation.outer.end : quotation.outer.end + 1]
    return follows in ("", "\n", ".", ",", ";", ")", "?", "!")


def _verb_before(reading: Reading, k: int, colon: bool) -> Token | None:
    """The cue before token ``k``: the nearest quoting verb with no other clause between."""
    doc = reading.doc
    near = doc[k].text == "," or colon
    for j in range(k, max(-1, k - _REACH), -1):
        token = doc[j]
        if reading.quoted(token) or (token.is_space and "\n" in token.text):
            return None
        if _cue(token):
            if any(c.dep_ == "ccomp" and token.i < c.i <= k for c in token.children):
                return None
            return token if near or j == k or _only_hearer(token, k) else None
        if (
            not colon
            and token.pos_ in ("VERB", "AUX")
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
        ):
            return None
        if token.is_sent_start and j < k:
            return None
    return None


def _only_hearer(verb: Token, k: int) -> bool:
    """True where nothing but a hearer, a time or a place stands from the verb to token ``k``: "told reporters"."""
    between = verb.doc[verb.i + 1 : k + 1]
    if len(between) > _HEARER or any(token.pos_ not in _HEARER_WORDS for token in between):
        return False
    told = "addressed" in frames_of(verb) or "clause" in frames_of(verb)
    own = [token for token in between if token.head == verb]
    return all(token.dep_ in _BESIDE or (told and token.dep_ == "dobj" and hears(token)) for token in own)


def _sentence_subject(reading: Reading, token: Token) -> Token | None:
    if not reading.readable(token):
        return None
    start, _ = reading.sentence(token)
    for word in reading.doc[start : token.i]:
        if word.dep_ in ("nsubj", "nsubjpass") and word.head.i < token.i and not reading.quoted(word):
            return word
    return None


def _only_name(reading: Reading, colon: Token) -> Token | None:
    """Who is named before a colon where no verb is: "Jan Holt, in a letter to the board: “…”"."""
    start, _ = reading.sentence(colon)
    if colon.i - start > _NAMED or any(token.pos_ in ("VERB", "AUX") for token in reading.doc[start : colon.i]):
        return None
    head = noun_phrase_at(reading.doc, start)
    return head if head is not None and head.i < colon.i and head.ent_type_ in ("PERSON", "ORG", "NORP") else None


def starts_sentence(reading: Reading, first: int) -> bool:
    """True where a sentence, or a line, begins at the token."""
    if not 0 < first < len(reading.doc):
        return True
    return bool(reading.doc[first].is_sent_start) or "\n" in reading.doc[first - 1].text

"""Who said what stands in quotation marks.

The words beside the marks decide ("…," said X; X said: "…"; "…," X said, "…"), read from the tokens rather than from
the parse of the whole sentence, since a quotation of several sentences is parsed as several. A quotation without a cue
belongs to the speaker of the one before, where nothing stands between them.
"""

from __future__ import annotations

from spacy.tokens import Token

from briefing.model import Span
from briefing.nlp.quotes.attribution import cue_words
from briefing.nlp.quotes.chains import passed_on, saying_of, via
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import auxiliaries, noun_phrase_at, passive, quoting, subject
from briefing.nlp.quotes.lexicon import frames_of
from briefing.nlp.quotes.marks import Quotation
from briefing.nlp.quotes.reading import Reading

_REACH = 45
"""Tokens between a quotation and its cue: a name with a long apposition lies between them."""
_LOOSE = frozenset([*",–—-―;", "--"])
_ENDS = tuple(",.!?…;—–-")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_GAP = 400
"""Code points between a quotation and one that continues it: the rest of the sentence with its cue."""
_NAMED = 16
"""Tokens before a colon that may be nothing but a name with its description."""
_HEARER = 6
_HEARER_WORDS = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "ADV", "ADP", "NUM", "PUNCT", "PART"])


def quoted_speech(reading: Reading) -> list[Draft]:
    """The attributions of quotations that stand for themselves; fragments of a clause are left to the other rules."""
    drafts: list[Draft] = []
    last: Draft | None = None
    for index, quotation in enumerate(reading.quotations):
        if reading.silent(quotation.outer):
            continue
        found = _attribute(reading, index, last)
        if found is None:
            if not quotation.resumed:
                last = last if last is not None and _near(reading, last, quotation) else None
            continue
        if found is last:
            found.content.append(quotation.outer)
        else:
            drafts.append(found)
            last = found
    return drafts


def quoted_after_report(reading: Reading, attributed: list[Draft], reported: list[Draft]) -> list[Draft]:
    """Quotations without a cue that follow a sentence of reported speech: "S, he said. “T.”"."""
    taken = {span.start for draft in attributed for span in draft.content}
    by_end: dict[int, Draft] = {}
    for draft in reported:
        if draft.subject is not None and "quotation" in frames_of(draft.cue[-1]):
            by_end.setdefault(reading.sentence(draft.cue[-1])[1], draft)
    found: list[Draft] = []
    for index, quotation in enumerate(reading.quotations):
        first, _ = reading.tokens[index]
        before = by_end.get(first)
        if before is None or quotation.outer.start in taken or "\n" in reading.doc[first - 1].text:
            continue
        if _sentence_like(quotation.inner.of(reading.text)) and not any(
            span.overlaps(quotation.outer) for span in before.content
        ):
            found.append(Draft([quotation.outer], [], before.subject, "quotation-after-report", quoted=True))
    return found


def _near(reading: Reading, last: Draft, quotation: Quotation) -> bool:
    """True while the paragraph of the last attribution goes on."""
    between = Span(last.content[-1].end, quotation.outer.start)
    return between.length <= _GAP and "\n" not in between.of(reading.text)


def _attribute(reading: Reading, index: int, last: Draft | None) -> Draft | None:
    quotation = reading.quotations[index]
    if quotation.resumed and last is not None:
        return last
    before = _cue_before(reading, index)
    if before is not None and before[2] == "colon-then-quotation" and before[0].text != ":":
        return _joined(reading, quotation, last, *before)
    after = _cue_after(reading, index)
    if after is not None and _stands_alone(reading, reading.tokens[index][0]):
        return _joined(reading, quotation, last, *after, rule="quotation-then-cue")
    if after is not None and before is None and (sentence := _led_in(reading, index, *after)) is not None:
        return sentence
    if before is not None:
        return _joined(reading, quotation, last, *before)
    return _continued(reading, index, last)


def _joined(
    reading: Reading, quotation: Quotation, last: Draft | None, cue: Token, speaker: Token | None, rule: str
) -> Draft:
    """A new attribution, or the last one where the same cue stands between the two halves."""
    if last is not None and last.cue and last.cue[-1].i == cue.i:
        return last
    chained = cue.dep_ == "pcomp"
    parts = cue_words(cue) if chained else auxiliaries(cue) if cue.pos_ in ("VERB", "AUX") else [cue]
    draft = Draft([quotation.outer], parts, speaker, rule, via=via(cue) if chained else None, quoted=True)
    passed_on(draft)
    return draft


# ------------------------------------------------------------------ "…," said X


def _cue_after(reading: Reading, index: int) -> tuple[Token, Token | None] | None:
    doc, quotation = reading.doc, reading.quotations[index]
    first, i = reading.tokens[index]
    comma = False
    while i < len(doc) and (doc[i].text in _LOOSE or (doc[i].is_space and "\n" not in doc[i].text)):
        comma = comma or not doc[i].is_space
        i += 1
    if i >= len(doc) or "\n" in reading.text[quotation.outer.end : doc[i].idx]:
        return None
    inner = quotation.inner.of(reading.text).rstrip()
    if not comma and not inner.endswith(_ENDS) and not _starts_sentence(reading, first):
        return None
    if inner.endswith(".") and not comma and not doc[i].text[0].islower():
        return None
    if doc[i].lower_ == "according" and i + 1 < len(doc) and doc[i + 1].lower_ == "to":
        return doc[i], next((c for c in doc[i + 1].children if c.dep_ == "pobj"), None)
    return _inverted(reading, i, first) or _subject_first(reading, i, first)


def _stands_alone(reading: Reading, first: int) -> bool:
    """True where no clause leads into the quotation: before it stands a stop, a comma or another quotation."""
    return _starts_sentence(reading, first) or not reading.doc[first - 1].text[-1].isalnum()


def _led_in(reading: Reading, index: int, cue: Token, speaker: Token | None) -> Draft | None:
    """As in "Its job is “to lend”, she said": the quotation ends a sentence that belongs to the speaker as a whole."""
    first, end = reading.tokens[index]
    start = reading.sentence(reading.doc[first - 1])[0]
    if cue.tag_ not in ("VBD", "VBZ", "VBP") or speaker is None or reading.quoted(reading.doc[start]):
        return None
    quotation = reading.quotations[index]
    comma_after = reading.text.startswith(",", quotation.outer.end)
    if not comma_after and not quotation.inner.of(reading.text).endswith((",", "?", "!")):
        return None
    if min(speaker.left_edge.i, cue.i) != end + comma_after:
        return None
    if any(c.dep_ == "ccomp" and c.i > cue.i for c in cue.children):
        return None
    content = reading.words(start, end)
    return Draft([content], auxiliaries(cue), speaker, "sentence-then-cue") if content else None


def _starts_sentence(reading: Reading, first: int) -> bool:
    return first == 0 or bool(reading.doc[first].is_sent_start) or "\n" in reading.doc[first - 1].text


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
        speaker = noun_phrase_at(doc, i + 1)
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
    return "quotation" in frames_of(token) and token.dep_ not in ("amod", "compound")


# ------------------------------------------------------------------ X said: "…"


def _cue_before(reading: Reading, index: int) -> tuple[Token, Token | None, str] | None:
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
    own = [token.dep_ for token in between if token.head == verb]
    return all(dep in ("npadvmod", "prep", "advmod", "dative", "prt") or (told and dep == "dobj") for dep in own)


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


# ------------------------------------------------------------------ no cue of its own


def _continued(reading: Reading, index: int, last: Draft | None) -> Draft | None:
    """The last attribution goes on where only the end of its sentence stands between, and the words are a sentence."""
    quotation = reading.quotations[index]
    words, first = quotation.inner.of(reading.text), reading.tokens[index][0]
    if last is None or not (_sentence_like(words) or (_starts_sentence(reading, first) and _exclaimed(words))):
        return None
    cue_end = max((token.idx + len(token) for token in last.cue), default=0)
    since = max(last.content[-1].end, cue_end)
    gap = reading.text[since : quotation.outer.start]
    if len(gap) > _GAP or _sentence_between(reading, since, index):
        return None
    if "\n" in gap and not (last.quoted and _whole_paragraph(reading, quotation)):
        return None
    return last


def _whole_paragraph(reading: Reading, quotation: Quotation) -> bool:
    """True where nothing stands beside the quotation in its paragraph."""
    text, (start, end) = reading.text, quotation.outer
    before = text[max(0, start - _GAP) : start].rpartition("\n")[2]
    after = text[end : end + _GAP].partition("\n")[0]
    return not before.strip() and not after.strip(" .,")


def _sentence_between(reading: Reading, since: int, index: int) -> bool:
    """True where a sentence begins between the code point and the quotation."""
    i = reading.tokens[index][0] - 1
    while i >= 0 and reading.doc[i].idx >= since:
        if reading.doc[i].is_sent_start and reading.doc[i].text[0].isalnum():
            return True
        i -= 1
    return False


def _exclaimed(words: str) -> bool:
    """True for a sentence of a word or two: "Never."."""
    return words[:1].isupper() and words.endswith((".", "!", "?"))


def _sentence_like(words: str) -> bool:
    stripped = words.strip(" .…[(‘'")
    return len(words.split()) >= 3 and stripped[:1].isupper() and words.rstrip().endswith((".", "!", "?", "…", ","))

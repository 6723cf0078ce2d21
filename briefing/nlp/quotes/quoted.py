"""Who said what stands in quotation marks.

The words beside the marks decide ("…," said X; X said: "…"; "…," X said, "…"). A quotation without a cue belongs to the
speaker of the one before, where nothing stands between them.
"""

from __future__ import annotations

from spacy.tokens import Token

from briefing.model import Span
from briefing.nlp.quotes.attribution import cue_words
from briefing.nlp.quotes.chains import passed_on, via
from briefing.nlp.quotes.clauses import tail_speaker
from briefing.nlp.quotes.cues import cue_after, cue_before, starts_sentence
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import auxiliaries
from briefing.nlp.quotes.lexicon import frames_of
from briefing.nlp.quotes.marks import Quotation
from briefing.nlp.quotes.reading import Reading
from briefing.nlp.quotes.uncued import GAP, continued, introduced, sentence_like, signed


def quoted_speech(reading: Reading) -> list[Draft]:
    """The attributions of quotations that stand for themselves; fragments of a clause are left to the other rules."""
    drafts: list[Draft] = []
    last: Draft | None = None
    waiting: list[Span] = []
    for index, quotation in enumerate(reading.quotations):
        if reading.silent(quotation.outer):
            continue
        found = _attribute(reading, index, last)
        if not quotation.resumed:
            waiting = []
        if found is None:
            if not quotation.resumed:
                last = last if last is not None and _near(reading, last, quotation) else None
            if quotation.continues:
                waiting.append(quotation.outer)
            continue
        if waiting:  # paragraphs whose cue comes only in a later one
            found.content[:0] = waiting
            waiting = []
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
        if sentence_like(quotation.inner.of(reading.text)) and not any(
            span.overlaps(quotation.outer) for span in before.content
        ):
            found.append(Draft([quotation.outer], [], before.subject, "quotation-after-report", quoted=True))
    return found


def _near(reading: Reading, last: Draft, quotation: Quotation) -> bool:
    """True while the paragraph of the last attribution goes on."""
    between = Span(last.content[-1].end, quotation.outer.start)
    return between.length <= GAP and "\n" not in between.of(reading.text)


def _attribute(reading: Reading, index: int, last: Draft | None) -> Draft | None:
    quotation = reading.quotations[index]
    if quotation.resumed and last is not None:
        own = cue_after(reading, index)
        return last if own is None else _joined(reading, quotation, last, *own, rule="quotation-then-cue")
    before = cue_before(reading, index)
    if before is not None and before[2] == "colon-then-quotation" and before[0].text != ":":
        return _joined(reading, quotation, last, *before)
    after = cue_after(reading, index)
    if after is not None and _stands_alone(reading, reading.tokens[index][0]):
        return _joined(reading, quotation, last, *after, rule="quotation-then-cue")
    if after is not None and before is None and (sentence := _led_in(reading, index, *after)) is not None:
        return sentence
    if before is not None:
        return _split(reading, index, before[0]) or _joined(reading, quotation, last, *before)
    return signed(reading, index) or continued(reading, index, last) or introduced(reading, index)


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


def _stands_alone(reading: Reading, first: int) -> bool:
    """True where no clause leads into the quotation: before it stands a stop, a comma or another quotation."""
    return starts_sentence(reading, first) or not reading.doc[first - 1].text[-1].isalnum()


def _split(reading: Reading, index: int, cue: Token) -> Draft | None:
    """As in "The judge, he told the radio, “made up her mind”": the cue parts a clause that only ends in marks."""
    doc, quotation, (first, _) = reading.doc, reading.quotations[index], reading.tokens[index]
    if cue.tag_ not in ("VBD", "VBZ", "VBP") or not quotation.inner.of(reading.text)[:1].islower():
        return None
    speaker, comma = tail_speaker(reading, cue)
    start = reading.sentence(cue)[0]
    if speaker is None or speaker.i > cue.i or doc[first - 1].text != "," or comma <= start or doc[start].tag_ == "IN":
        return None
    content = reading.words(reading.opening(start, comma), comma)
    return Draft([content, quotation.outer], auxiliaries(cue), speaker, "parenthesis") if content else None


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

"""What the person does: annotate, judge, correct, undo. Everything is on disk when a method returns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefing.errors import WrongUse
from briefing.model import (
    Anchor,
    Annotation,
    Article,
    Change,
    Claim,
    Correction,
    CorrectionKind,
    Judgement,
    Motivation,
    Span,
    Story,
)
from briefing.store import Library, anchor_at, find_again
from briefing.store.person import new_id, now

_SINGLE = {"source", "published", "title", "story", "rename", "retype", "grade"}
"""Corrections of which a later one replaces the earlier one on the same subject."""

_JUDGED = {"confirmed": "confirmed", "disputed": "disputed", "unsure": "doubted"}


class Marks:
    """The person's annotations and corrections in one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._person = library.person

    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations, oldest first, each where its words now stand; those whose words are gone are orphans."""
        return self._person.annotations()

    def annotation(self, annotation_id: str) -> Annotation:
        """One annotation; UnknownAnnotation where there is none."""
        return self._person.annotation(annotation_id)

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, oldest first."""
        return self._person.corrections()

    def annotate(
        self,
        article: Article,
        span: tuple[int, int],
        *,
        note: str = "",
        tags: Iterable[str] = (),
        judge: Judgement | None = None,
        colour: str | None = None,
        confidence: int | None = None,
    ) -> Annotation:
        """Annotate a stretch of an article."""
        anchor = anchor_at(article, span)
        made = now()
        annotation = Annotation(
            id=new_id("a"),
            created=made,
            modified=made,
            motivation=_motivation(note, tuple(tags), judge),
            anchors=(anchor,),
            note=note,
            tags=_tags(tags),
            judge=judge,
            colour=colour,
            confidence=_confidence(confidence),
        )
        self._person.change(f"{_noun(annotation)} on {_words(anchor.exact)}", after=(annotation,))
        return annotation

    def judge(
        self,
        claim: Claim,
        articles: Mapping[str, Article],
        earlier: Annotation | None,
        judge: Judgement | None,
        note: str | None = None,
        confidence: int | None = None,
    ) -> Annotation | None:
        """Set the judgement of a claim; a note and a grade that stand are kept unless others are given.

        Without a judgement, a note or a grade, all that was said of the claim is taken back.
        """
        if judge is None and not note and confidence is None:
            if earlier is not None:
                self._person.change(f"judgement of {_claim_words(claim, articles)}", before=(earlier,))
            return None
        made = now()
        if earlier is not None:
            note = earlier.note if note is None else note
            confidence = earlier.confidence if confidence is None else confidence
        annotation = Annotation(
            id=earlier.id if earlier else new_id("a"),
            created=earlier.created if earlier else made,
            modified=made,
            motivation="assessing",
            anchors=tuple(anchor_at(articles[p.article], p.span) for p in claim.passages),
            claim=claim.id,
            note=note or "",
            tags=earlier.tags if earlier else (),
            judge=judge,
            confidence=_confidence(confidence),
        )
        title = f"{_JUDGED.get(judge or '', 'noted')}: {_claim_words(claim, articles)}"
        self._person.change(title, before=(earlier,) if earlier else (), after=(annotation,))
        return annotation

    def edit(
        self,
        annotation_id: str,
        *,
        note: str | None = None,
        tags: Iterable[str] | None = None,
        judge: Judgement | msgspec.UnsetType | None = msgspec.UNSET,
        colour: str | msgspec.UnsetType | None = msgspec.UNSET,
        confidence: int | msgspec.UnsetType | None = msgspec.UNSET,
    ) -> Annotation:
        """Change what an annotation says; what is not given stays."""
        before = self.annotation(annotation_id)
        after = msgspec.structs.replace(
            before,
            modified=now(),
            note=before.note if note is None else note,
            tags=before.tags if tags is None else _tags(tags),
            judge=before.judge if judge is msgspec.UNSET else judge,
            colour=before.colour if colour is msgspec.UNSET else colour,
            confidence=before.confidence if confidence is msgspec.UNSET else _confidence(confidence),
        )
        if after.claim is None:
            after = msgspec.structs.replace(after, motivation=_motivation(after.note, after.tags, after.judge))
        title = f"change of {_noun(before)} on {_words(before.anchors[0].exact if before.anchors else '')}"
        self._person.change(title, before=(before,), after=(after,))
        return after

    def remove(self, annotation_ids: Sequence[str]) -> tuple[Annotation, ...]:
        """Remove annotations, in one step of the history."""
        gone = tuple(self.annotation(annotation_id) for annotation_id in annotation_ids)
        if gone:
            first = f"{_noun(gone[0])} on {_words(gone[0].anchors[0].exact if gone[0].anchors else '')}"
            more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
            self._person.change(f"removal of {first}{more}", before=gone)
        return gone

    def correct(
        self, kind: CorrectionKind, subject: str, values: Sequence[str], *, story: str = "", title: str = ""
    ) -> tuple[Correction, ...]:
        """Put the person's word above the machine's, in one step of the history; ``title`` names the step."""
        made = now()
        corrections = tuple(
            Correction(id=new_id("k"), created=made, kind=kind, subject=subject, value=value, story=story)
            for value in values
        )
        replaced = tuple(
            old
            for old in self.corrections()
            if old.kind == kind
            and old.subject == subject
            and old.story == story
            and (kind in _SINGLE or old.value in values)
        )
        title = title or f"{kind} of {_words(subject)}: {_words(', '.join(values))}"
        self._person.change(title, before=replaced, after=corrections)
        return corrections

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none."""
        return self._person.undo()

    def redo(self) -> Change | None:
        """Do the last undone step again; None where there is none."""
        return self._person.redo()

    @property
    def undo_title(self) -> str | None:
        """What :meth:`undo` would take back."""
        step = self._person.undoable()
        return step.title if step else None

    @property
    def redo_title(self) -> str | None:
        """What :meth:`redo` would do again."""
        step = self._person.redoable()
        return step.title if step else None

    def carry_over(self, before_id: str, article: Article) -> None:
        """Move the annotations of an article's former text to where their words stand in the new one."""
        moved: list[Annotation] = []
        for annotation in self.annotations():
            anchors = [self._carried(anchor, before_id, article) for anchor in annotation.anchors]
            if all(anchor is None for anchor in anchors):
                continue
            kept = tuple(new[0] if new else old for new, old in zip(anchors, annotation.anchors, strict=True))
            lost = any(new is not None and not new[1] for new in anchors)
            moved.append(msgspec.structs.replace(annotation, anchors=kept, orphan=lost))
        self._person.rehome(moved)

    @staticmethod
    def _carried(anchor: Anchor, before_id: str, article: Article) -> tuple[Anchor, bool] | None:
        """The new anchor and whether its words were found; None where it needs no move."""
        if anchor.article not in {before_id, article.id} or anchor.text_hash == article.text_hash:
            return None
        found = find_again(anchor, article.text)
        if found is None:
            return msgspec.structs.replace(anchor, article=article.id), False
        return anchor_at(article, found.span), True


def judgements(story: Story, annotations: Iterable[Annotation]) -> dict[str, Annotation]:
    """The judged claims of a story: claim id to annotation, the latest where there are several.

    A judgement belongs to the claim with its id; where that claim has become another (a source joined, a rule changed),
    to the one whose passages hold all of its words and no other article's.
    """
    by_id = {claim.id: claim for claim in story.claims}
    found: dict[str, Annotation] = {}
    for annotation in annotations:
        if annotation.claim is None or annotation.orphan:
            continue
        if annotation.claim in by_id:
            found[annotation.claim] = annotation
            continue
        heirs = [claim for claim in story.claims if _same_matter(claim, annotation.anchors)]
        if len(heirs) == 1:
            found.setdefault(heirs[0].id, annotation)
    return found


def _same_matter(claim: Claim, anchors: Sequence[Anchor]) -> bool:
    if not anchors or len({a.article for a in anchors}) < min(2, len({p.article for p in claim.passages})):
        return False
    return all(
        any(
            p.article == a.article and 2 * p.span.shared(a.span) >= min(p.span.length, a.span.length)
            for p in claim.passages
        )
        for a in anchors
    )


def _motivation(note: str, tags: Sequence[str], judge: Judgement | None) -> Motivation:
    if judge:
        return "assessing"
    if note:
        return "commenting"
    return "tagging" if tags else "highlighting"


def _noun(annotation: Annotation) -> str:
    return {"assessing": "judgement", "commenting": "note", "tagging": "tags"}.get(annotation.motivation, "highlight")


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without surrounding space and without repetition, in the order given."""
    return tuple(dict.fromkeys(tag for raw in tags if (tag := raw.strip().lstrip("#"))))


def _confidence(value: int | None) -> int | None:
    if value is not None and not 1 <= value <= 6:
        raise WrongUse(f"Confidence is 1 to 6, not {value}.", "1 confirmed, 2 probably true … 6 cannot be judged.")
    return value


def _words(text: str, most: int = 40) -> str:
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= most else flat[: most - 1] + '…'}”"


def _claim_words(claim: Claim, articles: Mapping[str, Article]) -> str:
    if not claim.passages:
        return claim.id
    first = claim.passages[0]
    return _words(Span(first.start, first.end).of(articles[first.article].text))

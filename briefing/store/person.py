"""What the person made: annotations, corrections, the history that undoes them, and what was read."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from briefing.errors import UnknownAnnotation
from briefing.model import Annotation, Change, Correction
from briefing.store.tables import Tables

ANNOTATIONS, CORRECTIONS, HISTORY, READ = "annotations", "corrections", "history", "read"
HISTORY_LIMIT = 1_000
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"

Made: TypeAlias = Annotation | Correction


class Step(Change, frozen=True, kw_only=True, omit_defaults=True):
    """A change in the history; ``undone`` steps wait to be done again."""

    undone: bool = False


class ReadMark(msgspec.Struct, frozen=True):
    """An article the person has read, and when."""

    at: str


def new_id(prefix: str) -> str:
    """``prefix-`` and 10 random base-32 characters."""
    return f"{prefix}-" + "".join(secrets.choice(_BASE32) for _ in range(10))


def now() -> str:
    """This moment: ISO 8601, UTC, to the millisecond."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Person:
    """The person's work, in ``person.json``. Every method that changes something returns when it is on disk."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations, oldest first."""
        return self.tables.all(ANNOTATIONS, Annotation)

    def annotation(self, annotation_id: str) -> Annotation:
        """One annotation.

        Raises:
            UnknownAnnotation: There is none of this id.
        """
        found = self.tables.get(ANNOTATIONS, annotation_id, Annotation)
        if found is None:
            raise UnknownAnnotation(
                f"There is no annotation {annotation_id!r}.", "`briefing notes` shows all with their ids."
            )
        return found

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, oldest first; a later one overrules an earlier one on the same thing."""
        return self.tables.all(CORRECTIONS, Correction)

    def change(self, title: str, *, before: Sequence[Made] = (), after: Sequence[Made] = ()) -> Change:
        """Replace ``before`` by ``after`` and remember it, in one write. What was undone can no longer be redone.

        Raises:
            UnknownAnnotation: A record of ``before`` has been removed meanwhile.
        """
        step = Step(id=new_id("h"), at=now(), title=title, before=tuple(before), after=tuple(after))
        with self.tables.transaction():
            for record in before:
                if isinstance(record, Annotation):
                    self.annotation(record.id)
            self._replace(step.before, step.after)
            steps = [kept for kept in self._steps() if not kept.undone]
            dropped = [kept.id for kept in self._steps() if kept.undone]
            dropped += [kept.id for kept in steps[: max(0, len(steps) + 1 - HISTORY_LIMIT)]]
            self.tables.drop(HISTORY, dropped)
            self.tables.put(HISTORY, {step.id: step})
        return step

    def undo(self) -> Change | None:
        """Take the last change back; None where there is nothing to take back."""
        with self.tables.transaction():
            step = self.undoable()
            if step is not None:
                self._replace(step.after, step.before)
                self._mark(step, undone=True)
        return step

    def redo(self) -> Change | None:
        """Do the last undone change again; None where there is none."""
        with self.tables.transaction():
            step = self.redoable()
            if step is not None:
                self._replace(step.before, step.after)
                self._mark(step, undone=False)
        return step

    def undoable(self) -> Step | None:
        """The change that :meth:`undo` would take back."""
        return next((step for step in reversed(self._steps()) if not step.undone), None)

    def redoable(self) -> Step | None:
        """The change that :meth:`redo` would do again: the earliest undone one."""
        return next((step for step in self._steps() if step.undone), None)

    def history(self) -> tuple[Step, ...]:
        """Every remembered change, oldest first."""
        return tuple(self._steps())

    def rehome(self, annotations: Iterable[Annotation]) -> None:
        """Write annotations whose article changed under them; not a change of the person's, so not in the history."""
        moved = {annotation.id: annotation for annotation in annotations}
        if not moved:
            return
        with self.tables.transaction():
            known = {annotation.id for annotation in self.annotations()}
            order = {key: value for key, value in moved.items() if key in known}
            everything = {a.id: order.get(a.id, a) for a in self.annotations()}
            self.tables.put(ANNOTATIONS, everything)

    def read(self) -> frozenset[str]:
        """Ids of the articles that were read."""
        return frozenset(self.tables.raw(READ))

    def mark_read(self, article_ids: Iterable[str], *, read: bool = True) -> None:
        """Mark articles read or unread."""
        ids = list(article_ids)
        with self.tables.transaction():
            known = self.read()
            if read and (fresh := [i for i in ids if i not in known]):
                self.tables.put(READ, {article_id: ReadMark(now()) for article_id in fresh})
            if not read and known.intersection(ids):
                self.tables.drop(READ, ids)

    def _replace(self, before: Sequence[Made], after: Sequence[Made]) -> None:
        for table, kind in ((ANNOTATIONS, Annotation), (CORRECTIONS, Correction)):
            gone = [record.id for record in before if isinstance(record, kind)]
            there = {record.id: record for record in after if isinstance(record, kind)}
            if set(gone) - set(there):
                self.tables.drop(table, set(gone) - set(there))
            if there:
                self.tables.put(table, there)

    def _mark(self, step: Step, *, undone: bool) -> None:
        steps = {s.id: (msgspec.structs.replace(s, undone=undone) if s.id == step.id else s) for s in self._steps()}
        self.tables.put(HISTORY, steps)

    def _steps(self) -> list[Step]:
        return list(self.tables.all(HISTORY, Step))

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from briefing.errors import UnknownAnnotation
from briefing.store import Library
from briefing.store import person as person_module
from tests.unit.store.conftest import article, note


def test_undo_takes_back_and_redo_does_again_also_after_a_restart(library: Library, folder: Path) -> None:
    made = note(article(), "mayor", "first")
    library.person.change("note on mayor", after=[made])
    edited = msgspec.structs.replace(made, note="second")
    library.person.change("change of note", before=[made], after=[edited])

    again = Library(folder).person
    assert (step := again.undo()) is not None
    assert step.title == "change of note"
    assert again.annotation(made.id).note == "first"
    again.undo()
    assert again.annotations() == ()
    assert again.undo() is None
    again.redo()
    again.redo()
    assert Library(folder).person.annotation(made.id).note == "second"
    assert again.redo() is None


def test_a_new_step_forgets_what_was_undone(library: Library) -> None:
    library.person.change("one", after=[note(article(), "mayor", "one")])
    library.person.undo()
    library.person.change("two", after=[note(article(), "bridge", "two")])
    assert library.person.redo() is None
    assert [a.note for a in library.person.annotations()] == ["two"]


def test_changing_what_another_window_removed_is_told(library: Library) -> None:
    made = note(article(), "mayor")
    library.person.change("note", after=[made])
    library.person.change("removal", before=[made])
    with pytest.raises(UnknownAnnotation, match=made.id):
        library.person.change("change", before=[made], after=[made])


def test_the_history_is_bounded_and_the_notes_are_not(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_module, "HISTORY_LIMIT", 3)
    for number in range(6):
        library.person.change(str(number), after=[note(article(), "mayor", str(number))])
    assert [step.title for step in library.person.history()] == ["3", "4", "5"]
    assert len(library.person.annotations()) == 6


def test_reading_marks_come_and_go(library: Library, folder: Path) -> None:
    library.person.mark_read(["a", "b"])
    library.person.mark_read(["a"], read=False)
    assert Library(folder).person.read() == {"b"}

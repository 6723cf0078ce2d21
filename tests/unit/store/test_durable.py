from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
import pytest

from briefing.errors import LibraryBroken, LibraryLocked, LibraryTooNew, NotWritten
from briefing.store import Library
from briefing.store import schema as schema_module
from briefing.store.durable import pack, unpack, write_file
from briefing.store.lock import WriterLock
from tests.unit.store.conftest import article, note


def with_notes(folder: Path, count: int) -> Library:
    library = Library(folder)
    report = article()
    library.catalogue.add([report])
    for number in range(count):
        library.person.change(f"note {number}", after=[note(report, "mayor", str(number))])
    return library


def says(folder: Path) -> list[str]:
    return [annotation.note for annotation in Library(folder).person.annotations()]


_WRITER = """
import sys
from pathlib import Path
from tests.unit.store.conftest import article, note
from briefing.store import Library
library = Library(Path(sys.argv[1]))
report = article()
library.catalogue.add([report])
for number in range(100_000):
    made = note(report, "mayor", str(number))
    library.person.change("note", after=[made])
    print(made.id, flush=True)
"""


@pytest.mark.parametrize("seed", range(6))
def test_a_kill_at_any_moment_loses_nothing_acknowledged(folder: Path, seed: int) -> None:
    process = subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines: list[str] = []
    wanted = random.Random(seed).randint(1, 60)
    while len(lines) < wanted:
        lines.append(process.stdout.readline().strip())
    process.send_signal(signal.SIGKILL)
    lines += process.stdout.read().split()
    process.wait()
    kept = [annotation.id for annotation in Library(folder).person.annotations()]
    whole = [line for line in lines if len(line) == len("a-0123456789")]
    assert kept[: len(whole)] == whole
    assert len(set(kept)) == len(kept) <= len(whole) + 1


def test_a_failure_at_any_system_call_leaves_the_old_state(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = with_notes(folder, 2)
    for name in ("fsync", "link"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, _fail)
            if name == "link":  # a copy serves where a link cannot be made
                patch.setattr("shutil.copyfile", _fail)
            with pytest.raises(NotWritten, match="still stands"):
                library.person.change("note", after=[note(article(), "mayor", "lost")])
        assert says(folder) == ["0", "1"]
        assert [a.note for a in library.person.annotations()] == ["0", "1"]
    assert not list(folder.glob(".*new"))


def _fail(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("harm", ["truncate", "flip", "empty", "garbage"])
def test_a_damaged_file_is_set_aside_and_the_state_before_restored(folder: Path, harm: str) -> None:
    with_notes(folder, 3)
    path = folder / "person.json"
    whole = path.read_bytes()
    middle = len(whole) // 2
    harmed = {
        "truncate": whole[:middle],
        "flip": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "empty": b"",
        "garbage": os.urandom(100),
    }[harm]
    path.write_bytes(harmed)
    library = Library(folder)
    assert [a.note for a in library.person.annotations()] == ["0", "1"]
    assert any("damaged" in notice for notice in library.notices())
    assert [p.read_bytes() for p in (folder / "backups").glob("*.damaged")] == [harmed]
    library.person.change("note", after=[note(article(), "mayor", "after")])
    assert says(folder) == ["0", "1", "after"]


def test_a_damaged_file_without_an_earlier_state_is_left_untouched(folder: Path) -> None:
    with_notes(folder, 1)
    path = folder / "person.json"
    (folder / "person.json.last").unlink(missing_ok=True)
    path.write_bytes(b"{")
    with pytest.raises(LibraryBroken, match=r"person\.json"):
        Library(folder)
    assert path.read_bytes() == b"{"


def test_a_newer_library_is_refused_and_untouched(folder: Path) -> None:
    with_notes(folder, 1)
    path = folder / "person.json"
    tables = unpack(path.read_bytes())
    tables["meta"]["schema"]["version"] = schema_module.SCHEMA_VERSION + 1
    path.write_bytes(pack(tables))
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew, match="newer release"):
        Library(folder)
    assert path.read_bytes() == before


def test_an_older_library_is_copied_before_it_is_migrated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_notes(folder, 1)
    old = (folder / "person.json").read_bytes()

    def rename(tables: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
        for document in tables.get("annotations", {}).values():
            document["note"] = f"migrated {document['note']}"  # type: ignore[index]
        return tables

    monkeypatch.setattr(schema_module, "MIGRATIONS", {1: rename})
    for module in ("briefing.store.schema", "briefing.store.tables"):
        monkeypatch.setattr(f"{module}.SCHEMA_VERSION", 2)
    assert says(folder) == ["migrated 0"]
    assert (folder / "backups" / "person.json.schema-1").read_bytes() == old


def test_files_are_private_to_the_user(folder: Path) -> None:
    with_notes(folder, 1)
    for path in folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_two_windows_on_one_library_lose_no_note(folder: Path) -> None:
    windows = [with_notes(folder, 0), Library(folder)]

    def write(window: Library, name: str) -> None:
        for number in range(15):
            window.person.change("note", after=[note(article(), "mayor", f"{name}{number}")])

    threads = [threading.Thread(target=write, args=(w, n)) for w, n in zip(windows, "ab", strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(says(folder)) == sorted(f"{n}{i}" for n in "ab" for i in range(15))


def test_a_window_sees_what_the_other_wrote(folder: Path) -> None:
    one, other = with_notes(folder, 1), Library(folder)
    assert len(other.person.annotations()) == 1
    revision = other.revision()
    one.person.change("note", after=[note(article(), "mayor", "new")])
    assert [a.note for a in other.person.annotations()] == ["0", "new"]
    assert other.revision() != revision


def test_a_writer_that_does_not_let_go_is_named(folder: Path) -> None:
    library = with_notes(folder, 0)
    impatient = WriterLock(folder / "lock", patience=0.05)
    with library.lock.held(), pytest.raises(LibraryLocked, match="Another program"), impatient.held():
        pass


def test_a_read_only_folder_can_be_read_and_says_why_it_cannot_be_written(folder: Path) -> None:
    with_notes(folder, 1)
    if os.geteuid() == 0:
        pytest.skip("the superuser may write anywhere")
    folder.chmod(0o500)
    try:
        library = Library(folder)
        assert len(library.person.annotations()) == 1
        with pytest.raises(NotWritten):
            library.person.change("note", after=[note(article(), "mayor")])
    finally:
        folder.chmod(0o700)


def test_a_vanished_folder_is_told(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="could not be written"):
        write_file(tmp_path / "gone" / "x", b"x")


def test_opening_a_library_that_is_not_there_makes_nothing(folder: Path) -> None:
    assert Library(folder).catalogue.entries() == ()
    assert not folder.exists()


def test_a_packed_state_is_plain_json_that_other_programs_can_read(folder: Path) -> None:
    with_notes(folder, 1)
    state = msgspec.json.decode((folder / "person.json").read_bytes())
    assert [a["note"] for a in state["tables"]["annotations"].values()] == ["0"]

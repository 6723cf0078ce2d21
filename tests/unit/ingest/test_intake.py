from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import UnreadableInput
from briefing.ingest import MAX_CHARACTERS, material, read, supported
from briefing.model import Article
from tests.unit.ingest.conftest import ReadOne

TEXT = "Forty boats lay across the harbour from dawn.\n"
Refusal = Callable[..., UnreadableInput]


def test_folders_are_read_in_order_with_subfolders_and_without_hidden_or_other_files(tmp_path: Path) -> None:
    for name in ["b.txt", "a.md", "sub/c.html", ".hidden.txt", ".git/d.txt", "picture.png", "sub/z.TXT"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<p>{TEXT}</p>" if name.endswith("html") else TEXT)
    files = [Path(article.file).name for article in read([tmp_path]) if isinstance(article, Article)]
    assert files == ["a.md", "b.txt", "c.html", "z.TXT"]


def test_a_loop_of_links_ends_and_a_file_under_two_names_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "again.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert len(list(read([tmp_path]))) == 1


def test_each_refusal_names_the_file_and_the_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "figures.txt").write_text("12 34\n")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "raw.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "bare").mkdir()
    names = ["missing.txt", "empty.txt", "figures.txt", "paper.pdf", "raw.txt", "bare", "good.txt"]
    found = list(read([tmp_path / name for name in names]))
    words = ["no such file", "is empty", "holds no words", "PDF", "binary", "no file in this folder"]
    for name, word, refused in zip(names, words, found, strict=False):
        assert isinstance(refused, UnreadableInput)
        assert name in refused.message
        assert word in refused.message
    assert isinstance(found[-1], Article)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_closed_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    (refused,) = read([path])
    assert isinstance(refused, UnreadableInput)
    assert "permission" in refused.message


def test_a_device_is_refused_and_never_read(tmp_path: Path) -> None:
    (refused,) = read(["/dev/zero"])
    assert isinstance(refused, UnreadableInput)


def test_a_path_with_a_zero_byte_is_refused() -> None:
    (refused,) = read(["a\0b.txt"])
    assert isinstance(refused, UnreadableInput)


def test_too_large_a_file_and_too_long_a_text_are_refused_with_the_limit(
    refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"{MAX_CHARACTERS:,}" in refusal("long.txt", "word " * (MAX_CHARACTERS // 5 + 1)).message
    monkeypatch.setattr("briefing.ingest.intake.MAX_BYTES", 1024 * 1024)
    assert "larger than 1 MB" in refusal("big.txt", "word " * 300_000).message
    assert material.MAX_ARCHIVE_BYTES > material.MAX_BYTES


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ('{"text": "Boats lay across the harbour."}\n', "Boats lay across the harbour"),
        ("<!doctype html><title>Boats</title><article><p>They lay across the harbour.</p></article>", "Boats"),
        ("---\ntitle: Boats\n---\nThey lay across the harbour.", "Boats"),
        ("Boats block harbour\n\nThey lay across it from dawn.\n", "Boats block harbour"),
    ],
    ids=["json", "html", "front matter", "text"],
)
def test_standard_input_and_files_without_suffix_are_known_by_their_content(
    content: str, title: str, read_one: ReadOne
) -> None:
    (piped,) = read(["-"], stdin=content.encode())
    assert isinstance(piped, Article)
    assert (piped.title, piped.file) == (title, "")
    named = read_one("report", content)
    assert (named.title, named.id) == (title, piped.id)


def test_one_endless_line_takes_no_time_to_speak_of(read_one: ReadOne) -> None:
    for words in ("word and ", "A - ", "(Reuters) ", "1 Jan ", "a.) ", "Read more: ", '"said" '):
        assert read_one("a.txt", words * (1_000_000 // len(words))).furniture is not None


def test_every_suffix_is_told() -> None:
    assert {".txt", ".md", ".html", ".json", ".jsonl"} <= set(supported())


def test_the_door_opens_without_the_heavy_libraries() -> None:
    heavy = {"trafilatura", "lxml", "yaml", "charset_normalizer", "spacy"}
    code = f"import sys, briefing.ingest; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""Paths to articles: files, folders and standard input, in the order given; what cannot be read says why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.errors import UnreadableInput
from briefing.ingest.decoding import binary_kind
from briefing.ingest.material import MAX_ARCHIVE_BYTES, MAX_BYTES, MAX_CHARACTERS, Material
from briefing.ingest.registry import RECORDS, format_of, sniff, supported
from briefing.model import Article

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "read"]

STANDARD_INPUT = "-"


def read(paths: Iterable[str | Path], *, stdin: bytes | None = None) -> Iterator[Article | UnreadableInput]:
    """Every article of files and folders, in order; a file that holds none yields the reason, and the rest is read.

    Args:
        paths: Files of any supported or recognisable format; folders, read with their subfolders in order of name
            (hidden files and folders, links to folders and files of other kinds are passed over); ``-`` for
            standard input.
        stdin: The content of standard input, where the caller has read it already.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            content = sys.stdin.buffer.read(MAX_ARCHIVE_BYTES + 1) if stdin is None else stdin
            yield from _read_content(Material("standard input", "", content))
        else:
            yield from _read_path(Path(path))


def _read_path(path: Path) -> Iterator[Article | UnreadableInput]:
    try:
        is_folder = path.is_dir()
        files = list(_files(path)) if is_folder else [path]
    except (OSError, ValueError) as error:
        yield UnreadableInput(f"{path}: {_reason(error)}.")
        return
    if is_folder and not files:
        yield UnreadableInput(
            f"{path}: no file in this folder can be read.", f"Files that can: {', '.join(supported())}."
        )
    for file in files:
        yield from _read_file(file) if isinstance(file, Path) else (file,)


def _files(folder: Path) -> Iterator[Path | UnreadableInput]:
    """The readable kinds of files under a folder, by name; each file once; a closed subfolder says so."""
    refused: list[OSError] = []
    seen: set[Path] = set()
    for root, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(root, name)
            if name.startswith(".") or file.suffix.casefold() not in supported() or not file.is_file():
                continue
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield file
    for error in refused:
        yield UnreadableInput(f"{error.filename}: {_reason(error)}.")


def _read_file(path: Path) -> Iterator[Article | UnreadableInput]:
    try:
        material = Material(str(path), str(path.resolve()), _content(path))
    except UnreadableInput as refusal:
        yield refusal
    except (OSError, ValueError, RuntimeError) as error:
        yield UnreadableInput(f"{path}: {_reason(error)}.", _hint(error))
    else:
        yield from _read_content(material)


def _content(path: Path) -> bytes:
    """The bytes of a file or pipe, never more than may be read."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise UnreadableInput(f"{path}: is no file.")
    limit = MAX_ARCHIVE_BYTES if path.suffix.casefold() in RECORDS.suffixes else MAX_BYTES
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise UnreadableInput(
            f"{path}: is larger than {limit // (1024 * 1024)} MB.", "If it holds several reports, make a file of each."
        )
    return content


def _read_content(material: Material) -> Iterator[Article | UnreadableInput]:
    content = material.content
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        yield UnreadableInput(f"{material.name}: is empty.")
        return
    if kind := binary_kind(content):
        yield UnreadableInput(f"{material.name}: is {kind}, not text.", "Save its text as a .txt file and add that.")
        return
    form = format_of(material.name, content) if material.file else sniff(content)
    if form is not RECORDS and len(content) > MAX_BYTES:
        yield UnreadableInput(f"{material.name}: is larger than {MAX_BYTES // (1024 * 1024)} MB.")
        return
    try:
        yield from form.read(material)
    except UnreadableInput as refusal:
        yield refusal


def _reason(error: Exception) -> str:
    """What the system says, in lower case and without its number: "no such file or directory"."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return words[:1].lower() + words[1:]


def _hint(error: Exception) -> str:
    return "Check its permissions." if isinstance(error, PermissionError) else ""

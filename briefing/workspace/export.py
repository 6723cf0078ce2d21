"""From a story to a file: what an export needs, and writing it without harm to what is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import NotWritten, WrongUse
from briefing.model import Annotation, Article, Correction, Findings, Ledger, Story

if TYPE_CHECKING:
    from briefing.export import Dossier


def dossier(
    story: Story,
    articles: tuple[Article, ...],
    findings: Mapping[str, Findings],
    annotations: tuple[Annotation, ...],
    corrections: tuple[Correction, ...],
    ledger: Ledger,
    previous: str,
) -> Dossier:
    """The records of one story, as ``briefing.export`` takes them."""
    from briefing.export import Dossier

    return Dossier(
        story=story,
        articles=articles,
        findings=findings,
        annotations=annotations,
        corrections=corrections,
        ledger=ledger,
        previous=previous,
    )


def render(dossiers: Sequence[Dossier], format: str) -> str:
    """The text of an export.

    Raises:
        WrongUse: There is no such format.
    """
    from briefing import export

    writers = {"md": export.to_markdown, "json": export.to_json, "csv": export.to_csv}
    if format not in writers:
        raise WrongUse(f"There is no format {format!r}.", f"Choose one of {', '.join(writers)}.")
    return writers[format](dossiers)


def earlier(path: Path) -> str | None:
    """The text of an earlier export at ``path``; None where there is no file, or another program's."""
    from briefing.export import is_ours

    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if is_ours(text) else None


def write(path: Path, text: str) -> Path:
    """Write a file whole or not at all, with the permissions of the one it replaces, else the user's usual ones.

    Raises:
        NotWritten: It could not be written; what was there still stands.
    """
    beside = ""
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise NotWritten(
            f"{path} could not be written: {error.strerror or error}.", "Choose another place with -o."
        ) from error
    return path


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask

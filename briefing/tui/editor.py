"""Writing in the reader's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from briefing.errors import BriefingError


def edit_text(text: str) -> str:
    """The text after the reader has edited it with ``$VISUAL`` or ``$EDITOR``.

    Raises:
        BriefingError: No editor is named, or it failed; the text is as it was.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise BriefingError("No editor is set.", "Set EDITOR, for instance to nano.", title="No editor")
    descriptor, name = tempfile.mkstemp(suffix=".md", prefix="briefing-")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
        try:
            subprocess.run([*shlex.split(command), name], check=True)
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise BriefingError(f"The editor {command!r} failed: {error}.", "Write the note here instead.") from error
        return path.read_text("utf-8").strip()
    finally:
        path.unlink(missing_ok=True)

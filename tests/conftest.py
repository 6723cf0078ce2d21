"""What every test may ask for: real parses, made once a run; never the user's own folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Article, Findings

Analyse = Callable[..., Findings]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("BRIEFING_LIBRARY", "BRIEFING_SETTINGS", "BRIEFING_MODEL", "BRIEFING_THEME", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def analyser() -> Any:
    """The real pipeline, loaded once."""
    from briefing.nlp import Analyser

    return Analyser()


@pytest.fixture(scope="session")
def nlp(analyser: Any) -> Any:
    """The spaCy pipeline itself."""
    return analyser.nlp


@pytest.fixture(scope="session")
def analyse(analyser: Any) -> Analyse:
    """``analyse(text, published=..., id=...)`` gives the findings of one invented article."""

    def run(text: str, **fields: Any) -> Findings:
        findings: Findings = analyser.analyse(Article(**{"id": "x", "text": text, **fields}))
        return findings

    return run


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the two sample reports."""
    return Path(__file__).parent.parent / "seeds"

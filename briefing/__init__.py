"""Read several news reports of one event side by side.

The package's rooms, and the way the data goes: ``ingest`` makes an :class:`~briefing.model.Article` of a file, ``nlp``
finds what it says (:class:`~briefing.model.Findings`), ``compare`` sets several articles against each other
(:class:`~briefing.model.Story`), ``store`` keeps them, ``export`` writes them out, and ``workspace`` is the one way in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.workspace import Workspace

__version__ = "0.1.0"
__all__ = ["BriefingError", "Workspace", "__version__"]


def __getattr__(name: str) -> Any:
    """Resolve the public names on first use, so that importing the package costs nothing."""
    if name == "Workspace":
        from briefing.workspace import Workspace

        return Workspace
    if name == "BriefingError":
        from briefing.errors import BriefingError

        return BriefingError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

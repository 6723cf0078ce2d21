"""Files in, articles out: the door of the library.

``read`` takes files, folders and standard input and gives one :class:`~briefing.model.Article` a report, or the reason
why a file holds none. One module a format (:mod:`plain`, :mod:`markdown`, :mod:`html`, :mod:`records`), one registry
(:mod:`registry`), one place where text is cleaned (:mod:`cleaning`).
"""

from briefing.ingest.intake import MAX_BYTES, MAX_CHARACTERS, read
from briefing.ingest.registry import supported

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "read", "supported"]

"""An attribution while it is being put together: tokens of the parse beside code points of the text."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.model import Span


@dataclass(slots=True)
class Draft:
    """Who said what, before the speaker is resolved.

    Attributes:
        content: Stretches of what was said, marks and all.
        cue: Tokens of the cue.
        subject: Head of the words that name the source; None where nobody is named.
        rule: Name of the rule that found it.
        via: Head of the words that name who passed it on.
        described: The words that name the source, where they are not the phrase of ``subject``.
        quoted: The content is one or more stretches in quotation marks, nothing else.
    """

    content: list[Span]
    cue: list[Token]
    subject: Token | None
    rule: str
    via: Token | None = None
    quoted: bool = False
    described: Span | None = None

"""A headline made from the lead, for a report that has none."""

from __future__ import annotations

import re

LONGEST = 90
SHORTEST = 24
_SENTENCE = re.compile(r"[.!?][\"'”’)]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Gov|Rep|St|No|Inc|Ltd|Co|Prof|Capt|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$"
)
_CLAUSE = re.compile(
    r"[;:](?=\s)|\s[-–—]{1,2}\s|,?\s(?=(?:after|while|when|because|although|as|but|amid|despite)\s)"
    r"|,(?=\s(?:saying|which|who|where|with|and|according|officials|police|[a-z]{3,12}ing)\s)"
)
"""Where a clause ends: not at any comma, which may stand in a list ("in Egypt, the UAE and ...")."""
_SUBORDINATE = re.compile(r"(?:Even |Just )?(?:As|While|When|After|Although|Though|If|Since|Because|Before|Until)\b")


def headline_from(lead: str) -> str:
    """The first sentence or clause of a lead, in its own words; "…" where it had to be cut in the middle of one."""
    lead = " ".join(lead[: 4 * LONGEST].split())
    for end in _SENTENCE.finditer(lead[: LONGEST + 2]):
        if end.end() >= SHORTEST and not _ABBREVIATION.search(lead[: end.start()]):
            return lead[: end.end()].rstrip(".")
    if len(lead) <= LONGEST:
        return lead
    cuts = [cut.start() for cut in _CLAUSE.finditer(lead[:LONGEST]) if cut.start() >= SHORTEST]
    if cuts and not _SUBORDINATE.match(lead) and not _opens_quotation(lead[: cuts[-1]]):
        return lead[: cuts[-1]].rstrip()
    cut = lead.rfind(" ", 0, LONGEST)
    return lead[: cut if cut > 0 else LONGEST].rstrip(" ,;:-–—") + "…"


def _opens_quotation(words: str) -> bool:
    return words.count('"') % 2 == 1 or words.count("“") > words.count("”")

"""How an article speaks of what bears a place's name: as of a town, of a river, or of a spot where something stands."""

from __future__ import annotations

import re
from typing import Literal

Usage = Literal["settled", "inside", "spot", "built", "water", "area", ""]
"""A town by its own words, "in X", "at X" or "from X", "the X pit" or "plant at X", "the X", "X region", or none."""

_SETTLED = (
    r"(?:bishop|city|hamlet|inhabitants?|mayor|outskirts|port|residents?|streets?|suburbs?|town|townsfolk|townspeople"
    r"|township|villages?|villagers?)"
)
_SETTLED_BEFORE = re.compile(rf"\b{_SETTLED}(?: of| in)? (?:the )?$", re.IGNORECASE)
_SETTLED_BEHIND = re.compile(rf"(?:['’]s?)? {_SETTLED}\b|, (?:a|the)(?: \w+)? {_SETTLED}\b")
_PEOPLED = re.compile(
    r" (?:has|had) (?:about |some |only )?[\d.,]+ (?:million )?(?:people|inhabitants|residents|souls)\b"
)
_AREA_BEHIND = re.compile(r" (?:region|province|oblast|district|county|prefecture|governorate|state)\b")
_DATELINE = re.compile(r"(?:, [^.\n]{0,40})?(?: \([^)\n]{0,40}\))? ?[-–—]")
_INSIDE = re.compile(r"\b(?:in|near|outside|across|throughout|around) $", re.IGNORECASE)
_SPOT = re.compile(r"\b(?:at|from|through|via|to) $", re.IGNORECASE)
_BUILT = (
    r"(?:airbase|airfield|airport|arena|barrage|base|bridge|camp|centre|center|checkpoint|colliery|cosmodrome|crossing|dam"
    r"|hospital|jail|mines?|oilfield|pit|plant|prison|quarry|reactor|refinery|shipyard|spaceport|stadium|station|tunnel)"
)
_BUILT_BEHIND = re.compile(
    rf" (?:(?:nuclear|hydro\w*|power|border|military|space|gold|copper|coal|iron) ){{0,2}}{_BUILT}\b"
)
_BUILT_BEFORE = re.compile(rf"\b{_BUILT} at $")
_THE = re.compile(r"\b(?:the|The) $")
_NOUN = re.compile(r"['’]s?\b|[ -]\w*[a-z]\w*")
_VERBS = re.compile(
    r" (?:a[nst]|and|are|as|at|before|burst|but|by|could|fell|flows?|flooded|flooding|for|from|had|has|have|in|into|is"
    r"|may|near|of|off|on|or|overflowed|rises?|rising|rose|runs?|so|swelled|swept|that|through|to|was|were|when|where|which"
    r"|while|will|with|would)\b"
)


def usage(text: str, start: int, end: int) -> Usage:
    """How the mention from ``start`` to ``end`` of an article's text is used."""
    before, behind = text[max(0, start - 40) : start], text[end : end + 60]
    opens = not before.strip() or before.endswith("\n")
    if opens and text[start:end].isupper() and _DATELINE.match(behind):
        return "settled"
    if _BUILT_BEHIND.match(behind) or _BUILT_BEFORE.search(before):
        return "built"
    if _AREA_BEHIND.match(behind):
        return "area"
    if _SETTLED_BEFORE.search(before) or _SETTLED_BEHIND.match(behind) or _PEOPLED.match(behind):
        return "settled"
    if _THE.search(before):
        return "" if _NOUN.match(behind) and not _VERBS.match(behind) else "water"
    if _INSIDE.search(before):
        return "inside"
    return "spot" if _SPOT.search(before) else ""

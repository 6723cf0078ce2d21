"""Names of outlets and agencies: cleaned, and recognised where a line holds nothing else."""

from __future__ import annotations

import functools
import html
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from urllib.parse import urlsplit

from briefing.ingest.cleaning import collapse

MAX_NAME = 80
_DIVIDER = re.compile(r"\s*[|»›]\s*|\s*::\s*|\s+[-–—•·]\s+")


@functools.cache
def _words() -> Mapping[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("outlets.toml").read_text("utf-8"))


@functools.cache
def _agencies() -> Mapping[str, str]:
    return {name.casefold(): name for name in _words()["agencies"]}


def agency(name: str) -> str | None:
    """A known agency under its usual spelling, or None: ``agency("reuters") == "Reuters"``."""
    bare = name.strip().removeprefix("the ").removeprefix("The ")
    return _agencies().get(bare.casefold())


def looks_like_outlet(line: str) -> bool:
    """True for up to five capitalised words of which the last is one that outlets are named by ("Meridian Press")."""
    words = line.split()
    return (
        2 <= len(words) <= 5
        and words[-1].casefold() in _words()["outlet_words"]
        and all(word[0].isupper() or word in {"of", "the", "and", "&"} for word in words)
    )


def clean(name: str | None) -> str | None:
    """An outlet's name without the section of its page: "The Guardian | World" is "The Guardian".

    None where nothing is left, or what is left is too long to be a name.
    """
    name = collapse(html.unescape(name)) if name else None
    if name is None:
        return None
    parts = [part for part in _DIVIDER.split(name[: 4 * MAX_NAME]) if part]
    sections = _words()["sections"]
    named = [part for part in parts if part.casefold() not in sections] or parts
    if not named:
        return None
    kept = named[0] if any(sign in name for sign in "|»›") or "::" in name or len(named) < len(parts) else name
    kept = kept.strip(" \"'“”‘’")
    return kept if kept and len(kept) <= MAX_NAME else None


def without_outlet(title: str, outlet: str | None) -> str:
    """A page's title without the name of its site: "Rail deal signed | Dala 24" is "Rail deal signed"."""
    dividers = list(_DIVIDER.finditer(title))
    if not dividers or not dividers[-1].start():
        return title
    found = dividers[-1]
    last = title[found.end() :]
    named = outlet is not None and last.casefold() == outlet.casefold()
    piped = any(sign in found[0] for sign in "|»›:") and len(last.split()) <= 6
    return title[: found.start()] if named or piped or looks_like_outlet(last) or agency(last) else title


def host(url: str | None) -> str | None:
    """The host of an address, without ``www.``; None where it is no web address."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name and "." in name else None

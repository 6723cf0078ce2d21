"""Metadata of an HTML page: schema.org's JSON-LD, then Open Graph, Dublin Core and their like, then its elements.

Only what a page states of itself is taken. A date that would have to be guessed from its words is left unknown.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from briefing.ingest.cleaning import collapse
from briefing.ingest.dates import parse_date
from briefing.ingest.outlets import clean, host, without_outlet

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
SOURCES = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "article:publisher",
    "application-name",
    "copyright",
)
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dcterms.date", "pubdate", "publish-date", "publish_date",
    "published_time", "publication_date", "parsely-pub-date", "sailthru.date", "article.published",
    "originalpublicationdate", "date.release", "release_date",
)  # fmt: skip
URLS = ("og:url", "dc.identifier", "twitter:url")
MAX_JSON_LD = 2_000_000
MAX_DEPTH = 12
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(0\d|1[0-2])[/-]?([0-2]\d|3[01])(?=[/_-]|$)")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|writer)(?:$|[\s_-])", re.IGNORECASE)


class PageMetadata(NamedTuple):
    """What a page says of itself; None where it says nothing."""

    title: str | None
    source: str | None
    author: str | None
    published: str | None
    url: str | None


def read_metadata(tree: Any) -> PageMetadata:
    """The metadata of a parsed page."""
    named = _meta(tree)
    linked = _json_ld(tree)
    url = _address(linked.get("url")) or _canonical(tree) or _address(_pick(named, URLS))
    source = clean(linked.get("publisher")) or clean(_outlet(named)) or host(url)
    title = linked.get("headline") or _pick(named, TITLES) or _words(tree, "h1") or _words(tree, "title")
    title = without_outlet(collapse(html.unescape(title)) or "", source) if title else None
    return PageMetadata(
        title=title or None,
        source=source,
        author=_person(linked.get("author")) or _person(_pick(named, AUTHORS)) or _byline(tree),
        published=_date(tree, named, linked, url),
        url=url,
    )


def _meta(tree: Any) -> dict[str, str]:
    """Content by lower-case name, property or itemprop; the first of each counts."""
    named: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and content and len(content) < 2000:
            named.setdefault(name.strip().casefold(), content)
    return named


def _pick(named: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if named.get(name)), None)


def _outlet(named: Mapping[str, str]) -> str | None:
    """The first name of an outlet that is no address of a social network."""
    return next((named[name] for name in SOURCES if named.get(name) and "//" not in named[name]), None)


def _json_ld(tree: Any) -> dict[str, str]:
    """Headline, publisher, author, date and url of the first article that the page's JSON-LD describes."""
    for script in tree.iter("script"):
        content = script.text or ""
        if "ld+json" not in (script.get("type") or "").casefold() or len(content) > MAX_JSON_LD:
            continue
        try:
            described = json.loads(content, strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(described):
            if any(str(kind).endswith(("Article", "BlogPosting", "Report")) for kind in _as_list(thing.get("@type"))):
                return _described(thing)
    return {}


def _things(described: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(described, list) and depth < MAX_DEPTH:
        for part in described[:200]:
            yield from _things(part, depth + 1)
    elif isinstance(described, dict) and depth < MAX_DEPTH:
        yield described
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(described.get(key), depth + 1)


def _described(thing: dict[str, Any]) -> dict[str, str]:
    page = thing.get("mainEntityOfPage")
    values = {
        "headline": _name(thing.get("headline")) or _name(thing.get("name")),
        "publisher": _name(thing.get("publisher")) or _name(thing.get("sourceOrganization")),
        "author": ", ".join(filter(None, map(_name, _as_list(thing.get("author"))[:10]))),
        "date": _name(thing.get("datePublished")) or _name(thing.get("dateCreated")),
        "url": _name(thing.get("url")) or (page.get("@id") if isinstance(page, dict) else _name(page)),
    }
    return {key: html.unescape(value) for key, value in values.items() if isinstance(value, str) and value.strip()}


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _canonical(tree: Any) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").casefold() == "canonical")
    return next(filter(None, map(_address, links)), None)


def _address(value: str | None) -> str | None:
    value = (value or "").strip()
    return (
        value
        if value[:8].casefold().startswith(("http://", "https://")) and host(value) and len(value) < 2000
        else None
    )


def _date(tree: Any, named: Mapping[str, str], linked: Mapping[str, str], url: str | None) -> str | None:
    """Stated in metadata, in an element that says it is the publication, in the first ``<time>``, or in the address."""
    for stated in (linked.get("date"), *(named.get(name) for name in DATES)):
        if found := parse_date(stated):
            return found
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        published = element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
        if published and (found := parse_date(element.get("datetime") or element.get("content") or _inner(element))):
            return found
    times = [
        e for e in tree.iter("time") if not any(a.tag in {"aside", "nav", "footer", "li"} for a in e.iterancestors())
    ]
    if times and (found := parse_date(times[0].get("datetime") or _inner(times[0]))):
        return found
    found_in_address = _ADDRESS_DATE.search(url or "")
    return parse_date("-".join(found_in_address.groups())) if found_in_address else None


def _byline(tree: Any) -> str | None:
    """The one short element whose class, rel or itemprop says that it names the author."""
    for element in tree.iter("span", "a", "p", "div", "address"):
        told = element.get("itemprop") == "author" or element.get("rel") == "author"
        if told or _BYLINE_CLASS.search(element.get("class") or ""):
            person = _person(_inner(element))
            if person:
                return person
    return None


def _person(name: str | None) -> str | None:
    """A name without "By"; None for an address, or for more than a name can be."""
    name = collapse(html.unescape(name)) if name else None
    if name is None or "//" in name or len(name) > 120 or not any(character.isalpha() for character in name):
        return None
    return re.sub(r"^by:?\s+", "", name, flags=re.IGNORECASE) or None


def _words(tree: Any, tag: str) -> str | None:
    element = next(tree.iter(tag), None)
    return _inner(element) if element is not None else None


def _inner(element: Any) -> str | None:
    return collapse(" ".join(element.itertext())[:1000])

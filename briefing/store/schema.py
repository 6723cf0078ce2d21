"""Versions of the library's files, and the way from each to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Raw = dict[str, dict[str, Any]]

SCHEMA_VERSION = 1
META = "meta"

MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}
"""From version n to n + 1: takes the tables of a file and gives those of the next version."""


def version_of(tables: Raw) -> int:
    """The schema version a file was written with; an empty file has the present one."""
    if not tables:
        return SCHEMA_VERSION
    return int(tables.get(META, {}).get("schema", {}).get("version", SCHEMA_VERSION))


def migrate(tables: Raw, found: int) -> Raw:
    """The tables brought from version ``found`` to the present one, step by step."""
    for version in range(found, SCHEMA_VERSION):
        tables = MIGRATIONS[version](tables)
    tables[META] = {"schema": {"version": SCHEMA_VERSION}}
    return tables

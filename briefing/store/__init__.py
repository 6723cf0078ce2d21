"""The library on disk. The only room that imports TinyDB.

What lies where, under the library's directory (private to the user):

- ``texts/``: each text in a file named by its SHA-256, written once, never changed;
- ``catalogue.json``: TinyDB, what is known of each article and its versions;
- ``person.json``: TinyDB, what the person made: annotations, corrections, their history, what was read;
- ``findings/``, ``stories/``: one small compressed TinyDB file an article or story, and ``vectors/``: all of it can be
  made again, and is when the file is missing, broken or stale;
- ``backups/``: copies made before a migration, and files set aside because they were damaged.

:mod:`briefing.store.durable` tells what is guaranteed at which step.
"""

from briefing.store.anchoring import Found, anchor_at, find_again, find_quote
from briefing.store.library import SCHEMA_VERSION, Library

__all__ = ["SCHEMA_VERSION", "Found", "Library", "anchor_at", "find_again", "find_quote"]

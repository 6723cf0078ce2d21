"""Stories out: a Markdown summary for people, JSON and CSV for programs. Records in, text out; no file is touched here.

The Markdown is for GitHub. Every statement in it carries a footnote with the exact words of a source and their place;
the same library gives the same bytes; what a person wrote between keep marks survives the next export.
"""

from briefing.export.dossier import Dossier
from briefing.export.interchange import to_json
from briefing.export.markdown import is_ours, to_markdown
from briefing.export.table import to_csv

__all__ = ["Dossier", "is_ours", "to_csv", "to_json", "to_markdown"]

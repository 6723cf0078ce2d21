"""The one way in for the command line and the screen: open, add, analyse, compare, annotate, undo, export.

It knows no screen and prints nothing; long work reports its progress and can be cancelled.
"""

from briefing.workspace.analysis import Progress, Refresh
from briefing.workspace.contents import StoryListing
from briefing.workspace.executors import InlineExecutor
from briefing.workspace.workspace import ExportFormat, Outcome, Workspace

__all__ = ["ExportFormat", "InlineExecutor", "Outcome", "Progress", "Refresh", "StoryListing", "Workspace"]

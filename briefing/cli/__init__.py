"""The command line. Standard output is data, standard error is words.

``commands`` says what can be asked for; ``out`` alone writes standard output, ``words`` alone standard error. Nothing
heavy is imported before a command needs it, so that ``--help`` answers at once.
"""

from briefing.cli.commands import main

__all__ = ["main"]

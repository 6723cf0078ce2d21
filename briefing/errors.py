"""What can go wrong, each with a title, a message and the way out.

Every failure that a person may see is a :class:`BriefingError`. Its ``exit_code`` is what the command line ends with.
"""

from __future__ import annotations

PARTLY_DONE = 1
WRONG_USE = 2


class BriefingError(Exception):
    """A failure told to the person.

    Args:
        message: What happened, naming the file or thing concerned.
        hint: What the person can do about it; empty where nothing can be done.
        title: A headline of two to five words; each kind has its own by default.
    """

    title = "Something went wrong"
    exit_code = PARTLY_DONE

    def __init__(self, message: str, hint: str = "", *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if title is not None:
            self.title = title

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UnreadableInput(BriefingError):
    """A file or text that no reader can make an article of; the others are still done."""

    title = "Cannot be read"


class UnknownArticle(BriefingError):
    """No article, or more than one, answers to what the person typed."""

    title = "No such article"


class UnknownAnnotation(BriefingError):
    """No annotation has this id."""

    title = "No such annotation"


class QuoteNotFound(BriefingError):
    """The words to annotate do not stand in the article, or stand there more than once."""

    title = "Words not found"


class ModelMissing(BriefingError):
    """The language model is not installed, or does not load."""

    title = "Language model missing"
    exit_code = WRONG_USE


class BrokenSettings(BriefingError):
    """The settings file, an environment variable or a flag holds something it may not."""

    title = "Broken settings"
    exit_code = WRONG_USE


class LibraryBroken(BriefingError):
    """A file of the library cannot be read; it is left untouched."""

    title = "Library cannot be read"
    exit_code = WRONG_USE


class LibraryTooNew(LibraryBroken):
    """The library was written by a newer release; it is left untouched."""

    title = "Library is newer than the program"


class LibraryLocked(BriefingError):
    """Another process is writing to this library and did not finish in time."""

    title = "Library is in use"


class NotWritten(BriefingError):
    """A file could not be written (disk full, folder gone, no permission); what was there before still stands."""

    title = "Not saved"


class WouldOverwrite(BriefingError):
    """The target exists and was not written by this program."""

    title = "File exists"
    exit_code = WRONG_USE


class WrongUse(BriefingError):
    """The words of a call do not fit together."""

    title = "Wrong use"
    exit_code = WRONG_USE

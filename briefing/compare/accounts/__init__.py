"""The ledger of a story: what each source adds, what it leaves out, and what would be lost without it.

It rests on the finished comparison alone and is made when asked for: nothing here changes a claim.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.compare.accounts.credibility import credibility
from briefing.compare.accounts.entries import accounts
from briefing.compare.accounts.wording import wordings
from briefing.model import Article, Findings, Ledger, Story

__all__ = ["ledger"]


def ledger(story: Story, articles: Mapping[str, Article], findings: Mapping[str, Findings]) -> Ledger:
    """Draw up the accounts of a story's sources.

    Args:
        story: As the comparison made it.
        articles: By id; those of the story at least.
        findings: The same; an article without any has an account of claims alone.

    Returns:
        The same for the same input. Claims that only repeat a part of another (``within``) are left out.
    """
    claims = [claim for claim in story.claims if claim.within is None]
    members = [articles[id] for id in story.articles]
    return Ledger(
        story=story.id,
        accounts=accounts(story, claims, members, findings),
        wordings=wordings(story, claims, members, findings),
        credibility=tuple(credibility(story, claims, findings)),
    )

"""What one rule finds, as templates that serve both readers, and the places in them."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from iapcore.decisions.verdict import Verdict
from iapcore.vocabulary.people import Audience

__all__ = ["FOR_STAFF", "PLACES", "UNSAID", "Plain"]

FOR_STAFF: Final[Mapping[Audience, tuple[str, ...]]] = {
    Audience.FAMILY: ("REG", "SAFE"),
    Audience.PUPIL: ("CLOCK", "REG", "SAFE"),
}
"""The rooms whose rules ask adults about their own work, and are not told to that reader one by one.

A room is the part of a rule's key before its dash. A family has a part in the clocks of law, and is told of them.
"""

UNSAID: Final = ("elsewhere", "no_referral", "no_stay", "no_such_exit", "open", "other_purpose")
"""Reasons that only say that a question does not arise, or not yet: nothing is told, unless a rule says otherwise."""

PLACES: Final[Mapping[Audience, Mapping[str, str]]] = {
    Audience.FAMILY: {
        "you": "your child",
        "You": "Your child",
        "your": "your child's",
        "they": "they",
        "them": "them",
        "are": "is",
        "were": "was",
        "have": "has",
        "do": "does",
        "s": "s",
        "family": "you",
        "Family": "You",
    },
    Audience.PUPIL: {
        "you": "you",
        "You": "You",
        "your": "your",
        "they": "you",
        "them": "you",
        "are": "are",
        "were": "were",
        "have": "have",
        "do": "do",
        "s": "",
        "family": "your family",
        "Family": "Your family",
    },
}
"""What stands in a template for each reader: `{You} {have} a say` is *Your child has a say*, or *You have a say*."""


@frozen(kw_only=True)
class Plain:
    """What a rule finds, in plain words: one template for each verdict, and others for reasons that need them.

    An empty template tells nothing.

    >>> plain = Plain(met="We asked {you}.", not_met="", not_known="", by_reason=(("late", "We will ask {you}."),))
    >>> plain.template("late", Verdict.MET), plain.template("asked", Verdict.MET)
    ('We will ask {you}.', 'We asked {you}.')
    """

    met: str
    not_met: str
    not_known: str
    by_reason: tuple[tuple[str, str], ...] = ()

    def template(self, reason: str, verdict: Verdict) -> str:
        """The template for a reason: its own, else none where the question does not arise, else the verdict's."""
        own = dict(self.by_reason)
        if reason in own:
            return own[reason]
        if reason in UNSAID:
            return ""
        told = {Verdict.MET: self.met, Verdict.NOT_MET: self.not_met, Verdict.NOT_KNOWN: self.not_known}
        return told[verdict]

"""Which needs were found in a stay, and whether each kind was looked for."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Protocol, TypeVar

from iapcore.decisions.needs import NeedsSeen, needs_seen
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Citation, Force
from iapcore.vocabulary.spans import DateSpan

__all__ = [
    "FIRST_WEEK",
    "FOUND_RULES",
    "MONITORING",
    "NEEDS",
    "NO_NEEDS",
    "NO_STAY",
    "OPEN",
    "Happened",
    "found_in",
    "of_this_stay",
    "stay_of",
]

NEEDS: Final[Citation] = FOUR_TENETS.at("tenet 2, a place of support, not sanction")
FIRST_WEEK: Final[Citation] = FOUR_TENETS.at("case study 2, Lister Community School")
MONITORING: Final[Citation] = FOUR_TENETS.at("tenet 3, assessment and monitoring")
NO_STAY: Final = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Once the pupil has come, write down the first day of the stay.",
    )
}
NO_NEEDS: Final = NO_STAY | {
    "no_needs": (
        "Which needs were looked for is not recorded.",
        "Write down which kinds of need were looked for, when, and what was found.",
    )
}
_UNCLEAR: Final = {
    "unclear": (
        "Looked for, and not clear whether there is a need: {needs}.",
        "Ask those who looked, and write down whether there is a need: {needs}.",
    )
}
OPEN: Final = {
    "open": (
        "Not looked for yet, or not clear whether there is a need: {needs}.",
        "Look for these with pupil and family, and write down what was found: {needs}.",
    )
}


class Happened(Protocol):
    """A record of something that happened on a day."""

    @property
    def day(self) -> date:
        """The day on which it happened."""
        ...


R = TypeVar("R", bound=Happened)


def stay_of(situation: Situation) -> DateSpan:
    """The stay so far; where there is none the rule ends as *not known*."""
    return known(situation.stay, "no_stay")


def of_this_stay(situation: Situation, records: Iterable[R]) -> list[R]:
    """The records of this stay and of what led to it: since the end of the stay before."""
    stay = stay_of(situation)
    endings = [one.ending.day for one in situation.journey.placements or () if one.ending]
    before = max((day for day in endings if day < stay.start), default=date.min)
    return [one for one in records if before < one.day and one.day <= (stay.end or date.max)]


def found_in(situation: Situation) -> NeedsSeen:
    """What was looked for and found in this stay; where that is not recorded the rule ends as *not known*."""
    stay_of(situation)
    return needs_seen(of_this_stay(situation, known(situation.journey.needs, "no_needs")))


@rule(
    key="SUPP-1",
    asks="Was each kind of need looked for?",
    expects="A place finds out what a pupil needs in order to learn, to be well and to be safe; where the model has "
    "it, in the first week.",
    force=Force.REQUIRED,
    cites=(NEEDS, FIRST_WEEK),
    reads=("placements", "needs"),
    overlooks="How it was looked for, and how great a need is.",
    met={"looked": "Learning, wellbeing and safety were looked for. A need was found: {found}."},
    not_met={
        "not_looked_for": (
            "Not looked for yet: {needs}.",
            "Look for these with pupil and family, and write down what was found: {needs}.",
        )
    },
    not_known=NO_NEEDS | _UNCLEAR,
)
def needs_were_looked_for(situation: Situation) -> Said:
    seen = found_in(situation)
    if seen.not_looked_for:
        return said("not_looked_for", needs=seen.not_looked_for)
    return said("unclear", needs=seen.unclear) if seen.unclear else said("looked", found=seen.found)


FOUND_RULES: Final[tuple[Rule, ...]] = (needs_were_looked_for,)
"""What is asked of the search for needs."""

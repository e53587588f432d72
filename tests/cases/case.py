"""What a case is, and journeys of which nothing is known."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Final

from attrs import evolve, field, frozen

from iapcore.decisions.catalogue import RULES
from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.reviews import check_reviews
from iapcore.decisions.rule import Finding, Rule
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.situation import Situation
from iapcore.decisions.support import check_support
from iapcore.decisions.transition import check_transition
from iapcore.decisions.way_back import plan_return
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import profile
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.pupil import Pupil
from iapcore.record.referral import Referral
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.school_days import SchoolCalendar
from tests import stories

JUDGEMENTS: Final[dict[str, Callable[..., Judgement[Any]]]] = {
    "eligibility": check_eligibility,
    "support": check_support,
    "safeguards": check_safeguards,
    "reviews": check_reviews,
    "readiness": assess_readiness,
    "way_back": plan_return,
    "transition": check_transition,
    "outcome": classify_outcome,
}
"""Every judgement that can be asked for, under the name that it bears."""


@frozen(kw_only=True)
class Case:
    """A story, a day, and the reasons that rules give."""

    name: str
    journey: Journey
    on: date
    expect: Mapping[str, str] = field(hash=False)
    answer: Any = None
    policy: str | Policy = "half-term"
    placement: Placement | None = None
    referral: Referral | None = None
    places_free: int | None = None

    @property
    def asked(self) -> dict[str, Any]:
        """What every judgement is asked with."""
        policy = profile(self.policy) if isinstance(self.policy, str) else self.policy
        return {"policy": policy, "on": self.on, "placement": self.placement}

    @cached_property
    def situation(self) -> Situation:
        """What the rules look at."""
        return Situation.of(self.journey, **self.asked, referral=self.referral, places_free=self.places_free)

    @cached_property
    def findings(self) -> dict[Rule, Finding]:
        """What every rule finds."""
        return {rule: rule(self.situation) for rule in RULES}

    def judgements(self) -> dict[str, Judgement[Any]]:
        """All of them, each under its name."""
        more = {"eligibility": {"referral": self.referral, "places_free": self.places_free}}
        return {
            about: judge(self.journey, **self.asked, **more.get(about, {}))
            for about, judge in JUDGEMENTS.items()
        }


def all_of(prefix: str, numbers: range, reason: str) -> dict[str, str]:
    return {f"{prefix}-{number}": reason for number in numbers}


UNKNOWN: Final = Journey(pupil=Pupil(id=PupilId("elm-00")))
NOTHING_THERE: Final = evolve(
    UNKNOWN,
    referrals=(),
    placements=(),
    timetables=(),
    ratings=(),
    targets=(),
    reviews=(),
    assessments=(),
    subjects=(),
    qualifications=(),
    pathway=(),
)
NO_CALENDAR_AFTER_DECEMBER: Final = SchoolCalendar(key="autumn", terms=stories.CALENDAR.terms[:4])

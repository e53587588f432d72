"""Does a return last: does the pupil take part, did people look again, is it shown what the policy asks for?

Rule of the room: where a permanent exclusion followed, the return did not last, whatever else is shown.
"""

from datetime import date
from typing import Final

from iapcore.decisions.outcome.comparisons import (
    attends_more,
    has_fewer_incidents,
    keeps_pace_more,
    loses_less_to_suspension,
    wellbeing_is_better,
)
from iapcore.decisions.outcome.endings import NO_DESTINATION, NO_ENDING, ending_of
from iapcore.decisions.reviews import follow_up_days
from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.verdict import Verdict
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.policy_words import Evidence
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import HALF_DAYS
from iapcore.record.behaviour import Suspension
from iapcore.record.placement import Ending
from iapcore.record.transition import FollowUp
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.settings import Destination
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import ReviewResult, SuspensionCategory

__all__: list[str] = []

_RETURN: Final = FOUR_TENETS.at("tenet 4, successful reintegration")
_MEASURES: Final = FOUR_TENETS.at("tenet 4, table of design, measurement")
_GLOSSARY: Final = FOUR_TENETS.at("glossary, reintegration")
_EXITS: Final = FOUR_TENETS.at("tenet 4, common challenges")
_RETURNS: Final = (Destination.MAINSTREAM, Destination.MAINSTREAM_IN_PART)


@rule(
    key="OUT-5",
    asks="Does the pupil take part academically, socially and emotionally?",
    expects="A successful return means taking part in all three ways, in a stable and supported manner.",
    force=Force.ADVISORY,
    cites=(_GLOSSARY, _RETURN),
    reads=("placements", "placement.transition"),
    overlooks="How much of the week is in mainstream: a timetable does not show taking part.",
    met={"in_all": "At the follow-up on {day}: yes, in all three."},
    not_met={
        "not_in_all": (
            "At the follow-up on {day}: not, or only partly, {ways}.",
            "Ask the pupil what would make it easier to take part, and agree with the teachers what they will do.",
        )
    },
    not_known=NO_ENDING
    | {
        "no_follow_up": (
            "No follow-up since the end is recorded.",
            "Ask the pupil and a teacher how it goes in lessons, with others and in feeling, and write down the day.",
        ),
        "not_seen": (
            "The follow-up on {day} does not say: {ways}.",
            "Ask the pupil and a teacher about this too: {ways}.",
        ),
        "unlike": (
            "Follow-ups of {day} say different things.",
            "Talk with those who looked and with the pupil, and write down what holds.",
        ),
    },
)
def takes_part(situation: Situation) -> Said:
    lasts = _last_follow_ups(situation, ending_of(situation))
    last = known(lasts[0] if lasts else None, "no_follow_up")
    if len({(one.academic, one.social, one.emotional) for one in lasts}) > 1:
        return said("unlike", day=last.day)
    ways = {"academic": last.academic, "social": last.social, "emotional": last.emotional}
    if lacking := tuple(way for way, part in ways.items() if part in (Extent.NO, Extent.PARTLY)):
        return said("not_in_all", day=last.day, ways=lacking)
    if unseen := tuple(way for way, part in ways.items() if part is None):
        return said("not_seen", day=last.day, ways=unseen)
    return said("in_all", day=last.day)


def _last_follow_ups(situation: Situation, ending: Ending) -> list[FollowUp]:
    """Of the follow-ups after the end, those of the last day."""
    transition = situation.placement and situation.placement.transition
    held = [one for one in (transition and transition.follow_ups) or () if one.day > ending.day]
    last = max((one.day for one in held), default=None)
    return [one for one in held if one.day == last]


@rule(
    key="OUT-8",
    asks="Did people look again after the end?",
    expects="Follow-up monitoring shows whether success lasts; no source says when to look.",
    force=Force.ADVISORY,
    cites=(_MEASURES, FOUR_TENETS.at("tenet 4, planned and supported transition")),
    reads=("placements", "calendar", "placement.transition"),
    chooses=("follow_up_weeks",),
    overlooks="Visits to the base after the end: they are after-care and no relapse.",
    met={"looked": "They looked at or after each point that has come: {points}."},
    not_met={
        "missed": (
            "No follow-up at or after: {points}.",
            "Look now, with the pupil: one look covers every point that has passed.",
        )
    },
    not_known=NO_ENDING
    | {
        "no_follow_up": (
            "Follow-ups are not recorded.",
            "Write down when somebody looked again after the end, and what they saw.",
        ),
        "too_early": (
            "No follow-up point of the policy has come yet, or the calendar does not tell.",
            "Settle the day of the next look with pupil and family; see that the calendar reaches so far.",
        ),
    },
)
def was_followed_up(situation: Situation) -> Said:
    ending_of(situation)
    transition = situation.placement and situation.placement.transition
    held = known(transition and transition.follow_ups, "no_follow_up")
    points = tuple(day for day in follow_up_days(situation) if day < situation.on)
    if not points:
        return said("too_early")
    if missed := tuple(day for day in points if not any(day <= one.day for one in held)):
        return said("missed", points=_days(missed))
    all_told = len(follow_up_days(situation)) == len(situation.policy.follow_up_weeks.value)
    calendar = situation.journey.calendar
    if not all_told and (calendar is None or situation.on not in calendar.span):
        return said("too_early")
    return said("looked", points=_days(points))


def _days(days: tuple[date, ...]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)


@rule(
    key="OUT-16",
    asks="Did the pupil stay in school after going back, without a permanent exclusion?",
    expects="A provision is no stepping-stone to exclusion, and a return that ends in one has not lasted. It is judged "
    "by the day of the exclusion, up to the last follow-up that the policy asks for.",
    force=Force.ADVISORY,
    cites=(_EXITS, _MEASURES),
    reads=("placements", "placement.ending", "calendar", "suspensions"),
    chooses=("follow_up_weeks",),
    overlooks="An exclusion that was withdrawn, or after which the pupil was offered the place back. Other suspensions "
    "are compared elsewhere.",
    met={
        "none": "No permanent exclusion stands from {start} to {until}.",
        "elsewhere": "The stay did not lead back: it is not asked.",
    },
    not_met={
        "excluded": (
            "The pupil was permanently excluded on {day}.",
            "Ask pupil, family and staff what was missing after the stay, and what the school can still offer.",
        )
    },
    not_known=NO_DESTINATION
    | {
        "no_suspensions": (
            "Suspensions and exclusions are not recorded completely from {start} to {until}.",
            "Add the suspensions and exclusions of these days, or write down that there was none.",
        ),
        "no_kind": (
            "What was given on {day} may have been a suspension or a permanent exclusion: it is not recorded.",
            "Look up which of the two it was, and write it down.",
        ),
    },
)
def no_exclusion_followed(situation: Situation) -> Said:
    ending = ending_of(situation)
    if known(ending.destination, "no_destination") not in _RETURNS:
        return said("elsewhere")
    span = DateSpan(ending.day, _last_point(situation, ending))
    suspensions = situation.journey.suspensions
    given = [one for one in (suspensions.events if suspensions else ()) if one.day in span]
    if excluded := [one.day for one in given if _excludes(one)]:
        return said("excluded", day=min(excluded))
    if suspensions is None or not suspensions.complete.covers(span):
        return said("no_suspensions", start=span.start, until=span.end or situation.on)
    if unclear := [one.day for one in given if one.category is None and one.half_days is None]:
        return said("no_kind", day=min(unclear))
    return said("none", start=span.start, until=span.end or situation.on)


def _last_point(situation: Situation, ending: Ending) -> date:
    """The policy's last day for a follow-up, or `on` where that has not come or no calendar tells."""
    weeks = max(situation.policy.follow_up_weeks.value, default=None)
    calendar = situation.journey.calendar
    last = calendar.weeks_later(ending.day, weeks) if calendar and weeks else None
    return min(last or situation.on, situation.on)


def _excludes(one: Suspension) -> bool:
    """Whether it is a permanent exclusion that stands by what its last review says."""
    last = max((review.day for review in one.reviews or ()), default=None)
    results = [review.result for review in one.reviews or () if review.day == last]
    undone = any(one is ReviewResult.WITHDRAWN or (one and one.offers_reinstatement) for one in results)
    return one.category is SuspensionCategory.PERMANENT and not undone


_SHOWN_BY: Final[dict[Evidence, tuple[Rule, ...]]] = {
    Evidence.ATTENDANCE: (attends_more,),
    Evidence.PARTICIPATION: (takes_part,),
    Evidence.FOLLOW_UP: (was_followed_up,),
    Evidence.WELLBEING: (wellbeing_is_better,),
    Evidence.BEHAVIOUR: (loses_less_to_suspension, has_fewer_incidents),
    Evidence.ACADEMIC: (keeps_pace_more,),
}
"""The rules that show each kind of evidence."""


@rule(
    key="OUT-10",
    asks="Is the return sustained by what the policy asks for?",
    expects="A return lasts where the pupil attends and takes part in all three ways; what else must show, and for "
    "how long, no source says. A return that ended in a permanent exclusion has not lasted.",
    force=Force.REQUIRED,
    cites=(_GLOSSARY, _RETURN, _MEASURES, _EXITS),
    reads=(
        "placements",
        "placement.ending",
        "placement.transition",
        "calendar",
        "marks",
        "assessments",
        "subjects",
        "suspensions",
        "incidents",
    ),
    chooses=(
        "sustained",
        "comparison_weeks",
        "least_sessions",
        "follow_up_weeks",
        "improvement",
        "pace_kept",
    ),
    numbers=(HALF_DAYS,),
    overlooks="How much of the week is in mainstream, and what caused what.",
    met={
        "shown": "All is shown that the policy asks for: {shown}.",
        "elsewhere": "The stay did not lead back in full: it is not asked.",
    },
    not_met={
        "excluded": (
            "A permanent exclusion ended it.",
            "Ask pupil, family and staff what was missing after the stay, and what the school can still offer.",
        ),
        "otherwise": (
            "Of what the policy asks for, this shows otherwise: {otherwise}; not known: {missing}.",
            "Ask the pupil what would help most now, and agree what adults will do and when they look again.",
        ),
    },
    not_known=NO_DESTINATION
    | {
        "missing": (
            "Of what the policy asks for, this is not known: {missing}.",
            "Find out what is missing: {missing}.",
        ),
        "exclusion_not_known": (
            "All is shown that the policy asks for ({shown}); whether a permanent exclusion followed is not known.",
            "Look up the suspensions and exclusions since the end of the stay, or write down that there was none.",
        ),
    },
)
def return_is_sustained(situation: Situation) -> Said:
    destination = known(ending_of(situation).destination, "no_destination")
    if destination is not Destination.MAINSTREAM:
        return said("elsewhere")
    stayed = no_exclusion_followed(situation).verdict
    if stayed is Verdict.NOT_MET:
        return said("excluded")
    asked = situation.policy.sustained.value
    verdicts = {one: Verdict.all_of(rule(situation).verdict for rule in _SHOWN_BY[one]) for one in asked}
    otherwise = tuple(one for one, verdict in verdicts.items() if verdict is Verdict.NOT_MET)
    missing = tuple(one for one, verdict in verdicts.items() if verdict is Verdict.NOT_KNOWN)
    if otherwise:
        return said("otherwise", otherwise=otherwise, missing=missing)
    if missing:
        return said("missing", missing=missing)
    return said("shown" if stayed is Verdict.MET else "exclusion_not_known", shown=asked)

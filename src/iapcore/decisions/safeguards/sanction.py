"""Signs that a stay may stand in for a sanction.

Rule of the room: a sign is a question about the provision or the adults, and proves nothing.
"""

from datetime import date
from typing import Final

from iapcore.decisions.rule import Rule, Said, known, rule, said
from iapcore.decisions.safeguards.suspended import half_days_of, may_last_until
from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS, INCLUSION_BASES
from iapcore.guidance.sources import Force
from iapcore.guidance.thresholds import HALF_DAYS, SUSPENDED_DAYS_IN_YEAR
from iapcore.record.behaviour import Suspension
from iapcore.record.stream import E, Stream
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory

__all__ = ["SANCTION"]

_SUPPORT: Final = FOUR_TENETS.at("tenet 2, a place of support, not sanction")
_BASES: Final = INCLUSION_BASES.at("use of a base")
_NO_STAY: Final = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the day on which the pupil first came.",
    )
}
_NO_REFERRAL: Final = {
    "no_referral": ("No referral is recorded.", "Write down who asked for the place, when, and why.")
}
_NO_CALENDAR: Final = {
    "no_calendar": (
        "The school calendar is not recorded, or does not reach back so far.",
        "Add the dates of the school's terms, so that school days can be counted.",
    )
}


def _stay(situation: Situation) -> DateSpan:
    return known(situation.stay, "no_stay")


def _beside(situation: Situation) -> tuple[SchoolCalendar, DateSpan]:
    """The days beside the first of the stay: the policy's school days before it, and that day."""
    start = _stay(situation).start
    calendar = known(situation.journey.calendar, "no_calendar")
    first = calendar.days_earlier(start, situation.policy.beside_days.value)
    return calendar, DateSpan(known(first, "no_calendar"), start)


def _days_in(stream: Stream[E] | None, span: DateSpan) -> list[date]:
    """The days of the events that a stream holds of a span, as far as it reaches."""
    return [one.day for one in stream.events if one.day in span] if stream else []


@rule(
    key="SAFE-1",
    asks="Did the stay begin beside an incident or a removal, and was it planned before?",
    expects="A place follows from a planned referral; it does not react to behaviour.",
    force=Force.ADVISORY,
    cites=(_SUPPORT, _BASES),
    reads=("placements", "calendar", "incidents", "removals", "placement.began"),
    chooses=("beside_days",),
    overlooks="What happened, and whether one has to do with the other: a day beside another proves nothing.",
    met={
        "apart": "No incident and no removal is recorded in the {school_days} school days before {start}, or on it."
    },
    not_met={
        "beside": (
            "The stay began on {start}; on {day}, or nearer to it, an incident or a removal is recorded.",
            "Ask when the place was agreed, by whom and for what, and write down what the plan was before {day}.",
        )
    },
    not_known=_NO_STAY
    | _NO_CALENDAR
    | {
        "not_recorded": (
            "Incidents or removals are not recorded for the days before {start}.",
            "Record incidents and removals around {start}, or that somebody looked and there was none.",
        )
    },
)
def stay_begins_apart(situation: Situation) -> Said:
    _, span = _beside(situation)
    incidents, removals = situation.journey.incidents, situation.journey.removals
    days = [*_days_in(incidents, span), *_days_in(removals, span)]
    start = _stay(situation).start
    if days:
        return said("beside", start=start, day=min(days))
    if any(stream is None or not stream.complete.covers(span) for stream in (incidents, removals)):
        return said("not_recorded", start=start)
    return said("apart", start=start, school_days=situation.policy.beside_days.value)


@rule(
    key="SAFE-2",
    asks="Did the stay begin beside a suspension or permanent exclusion, or in its place?",
    expects="A place is no alternative to suspension.",
    force=Force.ADVISORY,
    cites=(_SUPPORT, _BASES),
    reads=("placements", "calendar", "suspensions", "placement.began"),
    chooses=("beside_days",),
    numbers=(HALF_DAYS, SUSPENDED_DAYS_IN_YEAR),
    overlooks="Why the suspension was given, and whether a permanent exclusion stands or was cancelled. A well-planned "
    "stay may happen to begin then: ask, and write it down. A permanent exclusion of longer ago has no days that run "
    "up to a stay.",
    met={
        "apart": "No suspension that runs up to {start} and no suspension or permanent exclusion beside it is recorded."
    },
    not_met={
        "beside": (
            "The stay began on {start}; a suspension from {day} runs up to it or begins beside it.",
            "Ask whether the place stands in for days of suspension; if it does, agree anew what it is for.",
        ),
        "beside_permanent": (
            "The stay began on {start}; a permanent exclusion of {day} is recorded beside it.",
            (
                "Ask whether the exclusion of {day} stands or was cancelled, and write it down. A place stands in for "
                "no exclusion: where it does, agree anew what it is for."
            ),
        ),
    },
    not_known=_NO_STAY
    | _NO_CALENDAR
    | {
        "not_recorded": (
            "Suspensions are not recorded for the days before {start}.",
            "Record the suspensions before {start}, or that somebody looked and there was none.",
        ),
        "no_length": (
            "How long the suspension from {day} lasted is not recorded.",
            "Look up how many half-days the suspension from {day} lasted, and write them down.",
        ),
    },
)
def stay_stands_in_for_no_suspension(situation: Situation) -> Said:
    calendar, span = _beside(situation)
    stream, start = situation.journey.suspensions, _stay(situation).start
    on, a_day = situation.on, HALF_DAYS.on(situation.on)
    earliest = calendar.days_earlier(span.start, SUSPENDED_DAYS_IN_YEAR.on(on)) or calendar.span.start
    events = stream.events if stream else ()
    unknown: list[date] = []
    near = [one for one in events if one.day in DateSpan(earliest, start)]
    for one in sorted(near, key=lambda one: one.day):
        if one.day in span and not _has_days(one):
            return said("beside_permanent", start=start, day=one.day)
        if one.day in span or any(day in span for day in half_days_of(one, calendar, a_day)):
            return said("beside", start=start, day=one.day)
        if one.half_days is None and _has_days(one):
            unknown.append(one.day)
    if any(may_last_until(one, calendar, span.start, on) for one in events if _has_days(one)):
        return said("no_calendar")
    if unknown:
        return said("no_length", day=max(unknown))
    if stream is None or not stream.complete.covers(span):
        return said("not_recorded", start=start)
    return said("apart", start=start)


def _has_days(suspension: Suspension) -> bool:
    """Whether it runs over days; a permanent exclusion has no last one."""
    return suspension.category is not SuspensionCategory.PERMANENT


@rule(
    key="SAFE-3",
    asks="Did people record that the place does not stand in for a sanction?",
    expects="A place is support, and no part of a continuum of sanctions.",
    force=Force.REQUIRED,
    cites=(_SUPPORT, _BASES),
    reads=("referrals", "referral.instead_of_sanction"),
    overlooks="How the pupil experiences it: ask, during the stay too.",
    met={"support": "It is recorded that the place does not stand in for a sanction."},
    not_met={
        "instead": (
            "It is recorded that the place stands in for a suspension or another sanction.",
            "Ask those who agreed the place what support the pupil is owed, and agree anew what the place is for.",
        )
    },
    not_known=_NO_REFERRAL
    | {
        "not_recorded": (
            "Whether the place stands in for a sanction is not recorded.",
            "Ask those who agreed the place, and write down whether it stands in for a sanction.",
        )
    },
)
def place_was_agreed_as_support(situation: Situation) -> Said:
    referral = known(situation.referral, "no_referral")
    return said("instead" if known(referral.instead_of_sanction, "not_recorded") else "support")


@rule(
    key="SAFE-4",
    asks="Is the room a place of support?",
    expects="A base is neither a removal room nor an internal suspension.",
    force=Force.REQUIRED,
    cites=(_SUPPORT, _BASES),
    reads=("placements", "placement.provision"),
    overlooks="What the room is called, and what else it is used for.",
    met={"support": "The room is recorded as {kind}."},
    not_met={
        "room_of_sanction": (
            "The room is recorded as one for sanctions: {kind}.",
            "Ask which room of support there is, and correct the record where it names the wrong one.",
        )
    },
    not_known={
        "no_provision": (
            "The provision of the stay is not recorded.",
            "Write down in which provision the stay is, and of which kind it is.",
        )
    },
)
def room_is_support(situation: Situation) -> Said:
    provision = known(situation.placement and situation.placement.provision, "no_provision")
    return said("support" if provision.kind.is_support else "room_of_sanction", kind=provision.kind)


SANCTION: Final[tuple[Rule, ...]] = (
    stay_begins_apart,
    stay_stands_in_for_no_suspension,
    place_was_agreed_as_support,
    room_is_support,
)
"""The law of this room."""

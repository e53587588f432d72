"""The stay and its week, and which lessons of it have their turn."""

from datetime import date, timedelta
from typing import Final

from iapcore.decisions.rule import Said, Telling, known, said
from iapcore.decisions.situation import Situation
from iapcore.decisions.turn import WeekAtHand
from iapcore.record.review import Review
from iapcore.record.timetable import Slot, latest_ratings
from iapcore.record.transition import Conversation
from iapcore.record.way_back import WayBack
from iapcore.vocabulary.grounds import Purpose
from iapcore.vocabulary.people import Informant
from iapcore.vocabulary.spans import DateSpan

__all__ = [
    "NO_RATINGS",
    "NO_STAY",
    "NO_WEEK",
    "OTHER_PURPOSE",
    "accompanied",
    "fresh_until",
    "in_turn",
    "lately",
    "next_lessons",
    "other_purpose",
    "proposed",
    "reviews_of",
    "spoken_about",
    "stay_of",
    "week_at_hand",
    "week_of",
]

_ONE_DAY: Final = timedelta(days=1)

NO_STAY: Final[dict[str, Telling]] = {
    "no_stay": (
        "The stay has not begun, or its first day is not recorded.",
        "Write down the first day of the stay, or the day for which it is planned.",
    )
}
NO_WEEK: Final[dict[str, Telling]] = {
    "no_timetable": (
        "The timetable during the stay, or where a lesson is taught, is not recorded.",
        "Write down the week as it is taught now: for every lesson, in the base or in mainstream.",
    )
}
NO_RATINGS: Final[dict[str, Telling]] = {
    "no_ratings": (
        "The pupil's colours are not recorded.",
        "Sit down with the pupil and ask for a colour for every lesson of the week.",
    )
}
OTHER_PURPOSE: Final[dict[str, Telling]] = {
    "other_purpose": "The stay now has another purpose than going back: {purpose}."
}


def stay_of(situation: Situation) -> DateSpan:
    """The stay; the check ends with *not known* where it has not begun."""
    return known(situation.stay, "no_stay")


def week_of(situation: Situation) -> WayBack:
    """Where the lessons stand; the check ends with *not known* where no timetable of the stay tells."""
    stay_of(situation)
    return known(situation.week, "no_timetable")


def reviews_of(situation: Situation) -> list[Review]:
    """The reviews of this stay."""
    stay = stay_of(situation)
    return [one for one in situation.journey.reviews or () if one.day in stay]


def other_purpose(situation: Situation) -> Said | None:
    """What a rule about going back says of a stay that now has another purpose than return."""
    purpose = situation.placement and situation.placement.purpose_on(situation.on)
    return None if purpose in (None, Purpose.RETURN) else said("other_purpose", purpose=purpose)


def fresh_until(situation: Situation, complete: DateSpan) -> date | None:
    """The last day that a stream tells of, unless that is longer ago than the policy's reviews lie apart."""
    until = complete.until(situation.on)
    stale = situation.on - timedelta(weeks=situation.policy.review_weeks.value)
    return until.end if until and until.end and until.end > stale else None


def lately(situation: Situation, complete: DateSpan, reason: str) -> DateSpan:
    """The last weeks of the stay of which a stream tells, as many as reviews lie apart; else the reason why not."""
    until = known(fresh_until(situation, complete), reason)
    span = known(stay_of(situation).until(until), reason)
    end = span.end or situation.on
    first = end - timedelta(weeks=situation.policy.review_weeks.value) + _ONE_DAY
    return DateSpan(max(span.start, first), end)


def _conversations(situation: Situation) -> tuple[Conversation, ...]:
    transition = situation.placement and situation.placement.transition
    return (transition and transition.conversations) or ()


def spoken_about(situation: Situation) -> frozenset[Slot]:
    """The lessons whose teachers were spoken to."""
    return frozenset(slot for one in _conversations(situation) for slot in one.slots or ())


def _owed(situation: Situation) -> frozenset[Slot]:
    """The lessons for which an agreed adjustment is not recorded as made."""
    transition = situation.placement and situation.placement.transition
    agreed = (transition and transition.adjustments) or ()
    return frozenset(slot for one in agreed if one.made is None for slot in one.slots or ())


def week_at_hand(situation: Situation) -> WeekAtHand:
    """The week as it stands; the check ends with *not known* where no timetable tells."""
    week = week_of(situation)
    return WeekAtHand(
        policy=situation.policy,
        timetable=known(situation.timetable, "no_timetable"),
        in_base=week.in_base,
        rated=tuple(latest_ratings(situation.ratings or (), by=Informant.PUPIL).values()),
        choice=situation.choice,
        spoken=spoken_about(situation),
        owed=_owed(situation),
    )


def next_lessons(situation: Situation) -> tuple[Slot, ...]:
    """The lessons in the base that may have their turn: as the pupil chose, by colour, then as the week runs."""
    week = week_at_hand(situation)
    known(situation.colours, "no_ratings")
    return tuple(sorted(week.candidates, key=lambda slot: (week.place(slot), slot.order)))


def in_turn(situation: Situation) -> tuple[Slot, ...]:
    """Those whose turn it is: as many as policy and pupil let a step add."""
    week = week_at_hand(situation)
    known(situation.colours, "no_ratings")
    return week.take_turn()


def proposed(situation: Situation) -> tuple[Slot, ...]:
    """Those of them that may be proposed: up to the first that waits until its teacher was spoken to."""
    return week_at_hand(situation).take_turn(is_now=True)


def accompanied(situation: Situation) -> tuple[Slot, ...]:
    """Those whose turn it is and to which somebody goes along, for their colour or since the pupil asked for it."""
    week = week_at_hand(situation)
    return tuple(slot for slot in week.take_turn() if week.is_accompanied(slot))

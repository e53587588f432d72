"""Referrals and placements that do not fit each other, or do not hold together."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from iapcore.errors import Problem
from iapcore.record.journey import Journey
from iapcore.record.placement import Entry, Placement
from iapcore.record.problems.places import contradiction, duplicate, placements, unknown
from iapcore.record.provision import Provision
from iapcore.vocabulary.spans import DateSpan

__all__ = ["STAYS"]


def _referrals(journey: Journey) -> Iterator[Problem]:
    seen: set[str] = set()
    for position, referral in enumerate(journey.referrals or ()):
        if referral.ref in seen:
            remedy = (
                "Another referral has this ref: give each its own, and look which of them each "
                "placement names."
            )
            yield duplicate(f"referrals[{position}].ref", remedy)
        seen |= {referral.ref} if referral.ref else set()


def _days_of_referrals(journey: Journey) -> Iterator[Problem]:
    for position, referral in enumerate(journey.referrals or ()):
        path = f"referrals[{position}]"
        for place, decision in enumerate(referral.decisions or ()):
            if decision.day < referral.day:
                remedy = "It was decided before the referral was made: look both days up, and correct the wrong one."
                yield contradiction(f"{path}.decisions[{place}].day", remedy)
        for name in ("waiting_since", "waited_until"):
            day: date | None = getattr(referral, name)
            if day and day < referral.day:
                remedy = "It lies before the referral was made: look both days up, and correct the wrong one."
                yield contradiction(f"{path}.{name}", remedy)


def _referrals_of_placements(journey: Journey) -> Iterator[Problem]:
    if journey.referrals is None:
        return
    known = {referral.ref: referral for referral in journey.referrals if referral.ref}
    for position, placement in enumerate(journey.placements or ()):
        path = f"placements[{position}].referral"
        if placement.referral is None:
            if not journey.referrals:
                remedy = (
                    "It is recorded that there was no referral, yet there is a placement: look the "
                    "referral up and add it, or leave referrals out where nobody knows of one."
                )
                yield contradiction(path, remedy)
        elif placement.referral not in known:
            remedy = "No referral here has that ref: look the referral up, and add it or correct the ref."
            yield unknown(path, remedy)
        elif placement.start and placement.start < known[placement.referral].day:
            remedy = (
                "The placement starts before its referral was made: look both days up, and "
                "correct the wrong one or the ref."
            )
            yield contradiction(path, remedy)


def _provisions_unlike(journey: Journey) -> Iterator[Problem]:
    first: dict[str, Provision] = {}
    for name in ("referrals", "placements"):
        for position, record in enumerate(getattr(journey, name) or ()):
            provision = record.provision
            if provision is not None and first.setdefault(provision.key, provision) != provision:
                remedy = (
                    "Another provision of this journey has this key and other details: look both up, "
                    "and correct the details, or give each its own key."
                )
                path = f"{name}[{position}].provision.key"
                yield duplicate(path, remedy)


def _placements_overlap(journey: Journey) -> Iterator[Problem]:
    every = journey.placements or ()
    stays = [(one.stay, place) for place, one in enumerate(every) if one.stay]
    for earlier, later in sorted(_overlapping(stays)):
        if every[earlier].ending is None and every[later].ending is None:
            remedy = "Two placements are open at once: look up how the earlier one ended, and record it."
        else:
            remedy = "Two placements overlap: look up when each began and ended, and correct the day."
        yield contradiction(f"placements[{later}]", remedy)


def _overlapping(stays: list[tuple[DateSpan, int]]) -> Iterator[tuple[int, int]]:
    """The places of each two that share a day: one walk by first day, past those that have not ended by then."""
    going_on: list[tuple[DateSpan, int]] = []
    for stay, place in sorted(stays, key=lambda one: one[0].start):
        going_on = [one for one in going_on if stay.start in one[0]]
        yield from ((min(place, other), max(place, other)) for _, other in going_on)
        going_on.append((stay, place))


def _entries(journey: Journey) -> Iterator[Problem]:
    first = min((one.began for one in journey.placements or () if one.began), default=None)
    for path, placement in placements(journey):
        start = placement.start
        is_further = start is not None and first is not None and first < start
        if placement.entry is Entry.FIRST and is_further:
            remedy = (
                "An earlier placement is recorded: look up how this stay came about, and correct "
                "the entry or the days."
            )
            yield contradiction(f"{path}.entry", remedy)
        if placement.entry not in (None, Entry.FIRST) and start and not is_further:
            remedy = (
                "No earlier placement is recorded: look whether there was one, and add it, or "
                "correct the entry."
            )
            yield contradiction(f"{path}.entry", remedy)


def _refs_of_placements(journey: Journey) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, placement in placements(journey):
        if placement.ref in seen:
            remedy = (
                "Another placement has this ref: look both up, and give each its own, or keep one "
                "if they are the same."
            )
            yield duplicate(f"{path}.ref", remedy)
        seen |= {placement.ref} if placement.ref is not None else set()


def _plans(journey: Journey) -> Iterator[Problem]:
    for path, placement in placements(journey):
        if placement.planned_on and (remedy := _why_not_planned_on(placement.planned_on, placement)):
            yield contradiction(f"{path}.planned_on", remedy)
        for place, extension in enumerate(placement.extensions or ()):
            where = f"{path}.extensions[{place}]"
            if placement.ending and placement.ending.day < extension.day:
                remedy = (
                    "It was decided after the stay had ended: look both days up, and correct the "
                    "wrong one, or add a further placement."
                )
                yield contradiction(f"{where}.day", remedy)
            if placement.planned and extension.until < placement.planned.start:
                remedy = (
                    "The stay is extended to a day before its planned start: look both days up, and "
                    "correct the wrong one."
                )
                yield contradiction(f"{where}.until", remedy)


def _why_not_planned_on(day: date, placement: Placement) -> str | None:
    """The first of the days that it lies after: one look at the plan mends them all."""
    if placement.began and placement.began < day:
        return (
            "The stay had begun by then: look up on which day it was planned and when it "
            "began, and correct the wrong one."
        )
    if placement.ending and placement.ending.day < day:
        return (
            "The stay had ended by then: look up on which day it was planned and when it "
            "ended, and correct the wrong one."
        )
    if placement.planned and placement.planned.end and placement.planned.end < day:
        return (
            "The planned end had passed by then: look up on which day the stay was planned "
            "and until when, and correct the wrong one."
        )
    return None


def _purposes(journey: Journey) -> Iterator[Problem]:
    for path, placement in placements(journey):
        for place, change in enumerate(placement.purpose_changes or ()):
            where = f"{path}.purpose_changes[{place}].day"
            if placement.began and change.day < placement.began:
                remedy = (
                    "The stay had not begun by then: look the day up and correct it, or record the change as "
                    "the purpose agreed at entry."
                )
                yield contradiction(where, remedy)
            if placement.ending and placement.ending.day < change.day:
                remedy = (
                    "The stay had ended by then: look up the day of the change and the last day of "
                    "the stay, and correct the wrong one."
                )
                yield contradiction(where, remedy)


def _follow_ups(journey: Journey) -> Iterator[Problem]:
    for path, placement in placements(journey):
        for place, follow_up in enumerate((placement.transition and placement.transition.follow_ups) or ()):
            if placement.began and follow_up.day < placement.began:
                where = f"{path}.transition.follow_ups[{place}].day"
                remedy = (
                    "The follow-up lies before the placement began: look both days up, and correct "
                    "the wrong one."
                )
                yield contradiction(where, remedy)


def _after_care(journey: Journey) -> Iterator[Problem]:
    for path, placement in placements(journey):
        visits = (placement.transition and placement.transition.after_care) or ()
        for place, visit in enumerate(visits):
            if placement.ending and visit.day <= placement.ending.day:
                remedy = (
                    "The visit does not come after the last day of the stay: look both days up, "
                    "and correct the wrong one."
                )
                yield contradiction(f"{path}.transition.after_care[{place}].day", remedy)


STAYS: Final = (
    _referrals,
    _days_of_referrals,
    _referrals_of_placements,
    _provisions_unlike,
    _placements_overlap,
    _entries,
    _refs_of_placements,
    _plans,
    _purposes,
    _follow_ups,
    _after_care,
)
"""What is looked at."""

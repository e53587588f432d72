"""What lies ahead of a provision: starts, reviews and ends, on the days that people set. No forecast about a child."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.value import Word

__all__ = ["AheadKind", "DateAhead", "find_places_ahead"]


class AheadKind(Word):
    """What people set a day for.

    >>> AheadKind("planned_end").name
    'PLANNED_END'
    """

    PLANNED_START = "planned_start"
    REVIEW = "review"
    PLANNED_END = "planned_end"


@frozen(kw_only=True)
class DateAhead:
    """A day that people set for a pupil's stay; `provision` is the key of the provision, where it is recorded.

    >>> DateAhead(day=date(2026, 12, 11), kind=AheadKind.PLANNED_END, pupil=PupilId("elm-01")).kind.value
    'planned_end'
    """

    day: date
    kind: AheadKind
    pupil: PupilId
    provision: str | None = None


_ORDER: Final = tuple(AheadKind)


def find_places_ahead(journeys: Iterable[Journey], *, on: date) -> tuple[DateAhead, ...]:
    """The days after `on` that people set for stays that are open or planned, the soonest first.

    A place is not free because a day came: whether a stay ends then is decided at a review.

    >>> from iapcore import DateSpan, Pupil
    >>> stay = Placement(began=date(2026, 11, 2), planned=DateSpan(date(2026, 11, 2), date(2026, 12, 11)))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> [(one.day.isoformat(), one.kind.value) for one in find_places_ahead([journey], on=date(2026, 11, 20))]
    [('2026-12-11', 'planned_end')]
    """
    found = [one for journey in journeys for one in _ahead(journey.as_of(on), on) if one.day > on]
    return tuple(sorted(found, key=lambda one: (one.day, _ORDER.index(one.kind), one.pupil.format())))


def _ahead(journey: Journey, on: date) -> Iterator[DateAhead]:
    for stay in journey.placements or ():
        if stay.ending is not None:
            continue
        key = stay.provision and stay.provision.key
        for kind, day in _days(journey, stay, on):
            if day is not None:
                yield DateAhead(day=day, kind=kind, pupil=journey.pupil.id, provision=key)


def _days(journey: Journey, stay: Placement, on: date) -> Iterator[tuple[AheadKind, date | None]]:
    if stay.began is None:
        yield AheadKind.PLANNED_START, stay.planned and stay.planned.start
    else:
        held = [one for one in journey.reviews or () if one.day >= stay.began]
        last = max(held, key=lambda one: one.day, default=None)
        yield AheadKind.REVIEW, last and last.next_review
    yield AheadKind.PLANNED_END, stay.planned_until(on)

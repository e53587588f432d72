"""How every measure is counted: each thing falls into exactly one place, and each group the same way."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Final

from attrs import evolve

from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.vocabulary.grounds import Purpose

__all__ = [
    "BASE",
    "HIT",
    "NOT_BEGUN",
    "NOT_KNOWN",
    "NOT_RECORDED",
    "by_provision",
    "by_purpose",
    "count",
    "count_stays",
    "label_of",
    "listed",
    "stays_of",
    "unbegun",
]

HIT: Final = "hit"
BASE: Final = "base"
NOT_KNOWN: Final = "not known"
NOT_RECORDED: Final = "not recorded"
NOT_BEGUN: Final = "not begun"


def count(
    definition: Definition, placed: Iterable[tuple[str, object]], *, on: date, grouped: bool
) -> Measure:
    """A measure of things that each come with their place and their group.

    A place is `HIT` (in the base and in the numerator), `BASE` (in the base alone), `NOT_KNOWN`, or the
    reason for which the thing is excluded.
    """
    whole: Counter[str] = Counter()
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for place, group in placed:
        whole[place] += 1
        if grouped:
            parts[label_of(group)][place] += 1
    groups = tuple((label, _measure(definition, parts[label], on)) for label in sorted(parts))
    return _measure(definition, whole, on, groups)


def count_stays(
    definition: Definition,
    journeys: Iterable[Journey],
    place: Callable[[Journey, Placement], str | None],
    *,
    on: date,
    by: By | None,
) -> Measure:
    """A measure of stays, each in the place that `place` gives it; what has none is not counted.

    A journey whose placements are not recorded is one thing that is not known.
    """
    placed = (
        (NOT_KNOWN if stay is None else place(journey, stay), group)
        for journey, stay, group in stays_of(journeys, on=on, by=by)
    )
    found = ((where, group) for where, group in placed if where is not None)
    return count(definition, found, on=on, grouped=by is not None)


def _measure(
    definition: Definition, counts: Counter[str], on: date, groups: tuple[tuple[str, Measure], ...] = ()
) -> Measure:
    return Measure(
        definition=definition,
        on=on,
        numerator=counts[HIT],
        base=counts[HIT] + counts[BASE],
        excluded=tuple(
            sorted((place, n) for place, n in counts.items() if place not in (HIT, BASE, NOT_KNOWN))
        ),
        not_known=counts[NOT_KNOWN],
        groups=groups,
    )


def label_of(group: object) -> str:
    """The label of a group: its code where it has one.

    >>> label_of(None), label_of(8)
    ('not recorded', '8')
    """
    if group is None:
        return NOT_RECORDED
    return str(group.value) if isinstance(group, Enum) else str(group)


def listed(places: Iterable[str], reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How often each of these reasons stands among the places, in their order, without those that do not.

    >>> listed(["open", "died", "open"], ("died", "open", "not begun"))
    (('died', 1), ('open', 2))
    """
    counts = Counter(places)
    return tuple((reason, counts[reason]) for reason in reasons if counts[reason])


def stays_of(
    journeys: Iterable[Journey], *, on: date, by: By | None
) -> Iterator[tuple[Journey, Placement | None, object]]:
    """Each stay as it stood on a day, in its journey and with its group; `None` where stays are not recorded.

    To be grouped, a journey is seen with that one stay alone.
    """
    for journey in journeys:
        seen = journey.as_of(on)
        if seen.placements is None:
            yield seen, None, by and by(seen)
        for placement in seen.placements or ():
            yield seen, placement, by and by(evolve(seen, placements=(placement,)))


def unbegun(stay: Placement, on: date) -> str | None:
    """Where a stay is counted that did not begin by a day, or of which nobody knows it; `None` once it began.

    >>> from iapcore import DateSpan, Placement
    >>> unbegun(Placement(planned=DateSpan(date(2026, 11, 2))), date(2026, 10, 1))
    'not begun'
    """
    if stay.began is not None:
        return None
    return NOT_BEGUN if stay.start is not None and on <= stay.start else NOT_KNOWN


def by_provision(journey: Journey) -> str | None:
    """A grouping of stays: the key of the provision in which the stay is.

    >>> from iapcore import Placement, Pupil, PupilId
    >>> by_provision(Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(),)))
    """
    provisions = (one.provision for one in journey.placements or ())
    return next((one.key for one in provisions if one is not None), None)


def by_purpose(journey: Journey) -> Purpose | None:
    """A grouping of stays: the purpose agreed at entry.

    >>> from iapcore import Placement, Pupil, PupilId
    >>> stay = Placement(purpose=Purpose.RETURN)
    >>> by_purpose(Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))).value
    'return'
    """
    return next((one.purpose for one in journey.placements or ()), None)

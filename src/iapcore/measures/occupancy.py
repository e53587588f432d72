"""How full a provision is, and how much of their weeks its pupils have back.

Sources: Simpson, *The rise of Internal Alternative Provision* (2024), on group size; Simpson and O'Brien, *Four
Tenets* (2025), case study two: pupils see their success in how many lessons they get back into.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from iapcore.decisions.situation import Situation
from iapcore.guidance.library import FOUR_TENETS, IAP_FINDINGS
from iapcore.guidance.policy import Policy
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count
from iapcore.measures.measure import By, Definition, Measure
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision

__all__ = ["LESSONS_BACK", "PLACES", "count_lessons_back", "count_places"]

PLACES: Final = Definition(
    key="places",
    numerator="pupils on an open placement",
    base="places",
    unit="places of a provision",
    cites=(IAP_FINDINGS.at("what is working well, group size"),),
    caution="Pupils on placement, not pupils in the room: with shared weeks more pupils than places can be right.",
)

LESSONS_BACK: Final = Definition(
    key="lessons-back",
    numerator="lessons back in mainstream",
    base="lessons that were moved to the base",
    unit="lessons a week of pupils on an open placement",
    cites=(FOUR_TENETS.at("case study 2, Lister Community School"),),
    caution="Lessons never left are not counted. More lessons sooner is not better: the pace is the pupil's.",
)


def count_places(
    journeys: Iterable[Journey], *, provision: Provision, on: date, policy: Policy | None = None
) -> Measure:
    """Pupils on an open placement in a provision, of its places.

    A placement that began and whose end was planned for an earlier day without an ending is not known. Where the
    provision does not say how many places it has, the base is the `policy`'s, and 0 where none is given.

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Provision, ProvisionKind, Pupil, PupilId, count_places
    >>> room = Provision(key="room", kind=ProvisionKind.INTERNAL_ALTERNATIVE_PROVISION, places=8)
    >>> stay = Placement(provision=room, began=date(2026, 11, 2))
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(stay,))
    >>> print(count_places([journey], provision=room, on=date(2026, 11, 20)))
    1 of 8 places
    """
    taken = unknown = 0
    for journey in journeys:
        for placement in journey.as_of(on).placements or ():
            if (
                placement.provision is None
                or placement.provision.key != provision.key
                or placement.began is None
            ):
                continue
            if placement.ending is None:
                overrun = placement.overran(on)
                unknown += overrun
                taken += not overrun
    chosen = policy.places.value if policy else 0
    base = chosen if provision.places is None else provision.places
    return Measure(definition=PLACES, on=on, numerator=taken, base=base, not_known=unknown)


def count_lessons_back(
    journeys: Iterable[Journey], *, policy: Policy, on: date, by: By | None = None
) -> Measure:
    """Of the weekly lessons that pupils on an open placement had in the base, how many are back in mainstream.

    A pupil whose timetable is not recorded, or whose stay outran its planned end, counts as one *not known*.

    >>> from datetime import date
    >>> from iapcore import Journey, Placement, Pupil, PupilId, count_lessons_back, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(began=date(2026, 11, 2)),))
    >>> print(count_lessons_back([journey], policy=profile(), on=date(2026, 11, 20)))
    0 of 0 lessons that were moved to the base; 1 not known
    """
    placed = (
        (place, by and by(journey))
        for journey in journeys
        for place in _lessons(Situation.of(journey, policy=policy, on=on))
    )
    return count(LESSONS_BACK, placed, on=on, grouped=by is not None)


def _lessons(situation: Situation) -> Iterator[str]:
    if (
        situation.placement is None
        or situation.placement.began is None
        or situation.placement.ending is not None
    ):
        return
    week = situation.week
    if week is None or situation.placement.overran(situation.on):
        yield NOT_KNOWN
        return
    yield from (HIT for _ in week.returned)
    yield from (BASE for _ in week.in_base)

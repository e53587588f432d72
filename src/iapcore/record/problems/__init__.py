"""Records that contradict each other. It finds, it does not judge: no rule of guidance is asked here.

Rule of the room: whatever can be constructed can be looked at; this never raises.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, cast

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.problems.attendance import ATTENDANCE
from iapcore.record.problems.places import duplicate
from iapcore.record.problems.progress import PROGRESS
from iapcore.record.problems.pupil import PUPIL, upn
from iapcore.record.problems.stays import STAYS
from iapcore.record.problems.suspensions import SUSPENSIONS
from iapcore.record.problems.way_back import WAY_BACK
from iapcore.record.problems.week import WEEK
from iapcore.vocabulary.local_authorities import UPN_AUTHORITIES

__all__ = ["find_problems"]

_LOOKS: Final = (*PUPIL, *STAYS, *PROGRESS, *ATTENDANCE, *SUSPENSIONS, *WEEK, *WAY_BACK)


def find_problems(
    records: Journey | Dataset, *, upn_authorities: Collection[str] = UPN_AUTHORITIES
) -> tuple[Problem, ...]:
    """Everything in a journey, or in all journeys of a dataset, that contradicts something else.

    `upn_authorities` are the numbers of local authorities that may stand in a UPN: give your own list where authorities
    were reorganised since ours was made.

    >>> from iapcore import Pupil, PupilId, Placement
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), placements=(Placement(referral="r1"),), referrals=())
    >>> for problem in find_problems(journey):
    ...     print(problem)
    placements[0].referral: No referral here has that ref: look the referral up, and add it or correct the ref.
    """
    given = cast("object", upn_authorities)
    numbers = tuple(cast("Iterable[object]", given)) if isinstance(given, Iterable) else (None,)
    if isinstance(given, str) or not all(isinstance(number, str) for number in numbers):
        remedy = "Give the numbers of authorities as a set of texts: of LOCAL_AUTHORITIES take each number."
        raise InvalidRecordError(Problem(path="upn_authorities", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    known = frozenset(cast("tuple[str, ...]", numbers))
    if isinstance(records, Journey):
        contradictions = (found for look in _LOOKS for found in look(records))
        return (*upn(records, known), *contradictions)
    found = [
        problem.below(f"journeys[{position}]")
        for position, journey in enumerate(records.journeys)
        for problem in find_problems(journey, upn_authorities=known)
    ]
    return (*found, *_pupils_twice(records))


def _pupils_twice(dataset: Dataset) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, journey in enumerate(dataset.journeys):
        earlier = first.setdefault(journey.pupil.id.format(), position)
        if earlier != position:
            remedy = (
                f"journeys[{earlier}] has the same pupil key: look whether they are one pupil, and join the two "
                "journeys, or give each its own key."
            )
            yield duplicate(f"journeys[{position}].pupil.id", remedy)

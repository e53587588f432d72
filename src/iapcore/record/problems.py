"""Records that contradict each other. It finds, it does not judge: no rule of guidance is asked here.

Rule of the room: whatever can be constructed can be looked at; this never raises.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Final, cast

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.vocabulary.identifiers import UnprovedUpn, Upn
from iapcore.vocabulary.local_authorities import UPN_AUTHORITIES

__all__ = ["find_problems"]


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
    placements[0].referral: No referral of this journey has that ref: add the referral, or correct the ref.
    """
    known = frozenset(upn_authorities)
    given = cast("frozenset[object]", known)
    if isinstance(upn_authorities, str) or not all(isinstance(number, str) for number in given):
        remedy = "Give the numbers of authorities as a set of texts: of LOCAL_AUTHORITIES take each number."
        raise InvalidRecordError(Problem(path="upn_authorities", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    if isinstance(records, Journey):
        contradictions = (found for look in _LOOKS for found in look(records))
        return (*_upn(records, known), *contradictions)
    found = [
        problem.below(f"journeys[{position}]")
        for position, journey in enumerate(records.journeys)
        for problem in find_problems(journey, upn_authorities=known)
    ]
    return (*found, *_pupils_twice(records))


def _contradiction(path: str, remedy: str) -> Problem:
    return Problem(path=path, kind=ProblemKind.CONTRADICTION, remedy=remedy)


def _pupils_twice(dataset: Dataset) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for position, journey in enumerate(dataset.journeys):
        earlier = first.setdefault(journey.pupil.id.format(), position)
        if earlier != position:
            remedy = f"journeys[{earlier}] has the same pupil key: join the two journeys, or give each its own key."
            yield Problem(path=f"journeys[{position}].pupil.id", kind=ProblemKind.DUPLICATE, remedy=remedy)


def _upn(journey: Journey, authorities: Collection[str]) -> Iterator[Problem]:
    match journey.pupil.upn:
        case UnprovedUpn():
            yield Problem(path="pupil.upn", kind=ProblemKind.MALFORMED, remedy=UnprovedUpn.remedy())
        case Upn() as upn if not upn.has_authority_in(authorities):
            remedy = (
                "Its authority (characters 2 to 4) is not in the list of local authorities: look the UPN up again, "
                "or give find_problems a newer list."
            )
            yield Problem(path="pupil.upn", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)
        case _:
            pass


def _referrals(journey: Journey) -> Iterator[Problem]:
    seen: set[str] = set()
    for position, referral in enumerate(journey.referrals or ()):
        if referral.ref in seen:
            remedy = "Another referral has this ref: give each its own, so that a placement can name one."
            yield Problem(path=f"referrals[{position}].ref", kind=ProblemKind.DUPLICATE, remedy=remedy)
        seen |= {referral.ref} if referral.ref else set()


def _referrals_of_placements(journey: Journey) -> Iterator[Problem]:
    if journey.referrals is None:
        return
    known = {referral.ref: referral for referral in journey.referrals if referral.ref}
    for position, placement in enumerate(journey.placements or ()):
        path = f"placements[{position}].referral"
        if placement.referral is None:
            if not journey.referrals:
                remedy = (
                    "It is recorded that there was no referral, yet there is a placement: add the referral."
                )
                yield _contradiction(path, remedy)
        elif placement.referral not in known:
            remedy = "No referral of this journey has that ref: add the referral, or correct the ref."
            yield Problem(path=path, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
        elif placement.start and placement.start < known[placement.referral].day:
            yield _contradiction(
                path, "The placement starts before its referral was made: look both days up again."
            )


def _provisions_unlike(journey: Journey) -> Iterator[Problem]:
    first: dict[str, Provision] = {}
    for name in ("referrals", "placements"):
        for position, record in enumerate(getattr(journey, name) or ()):
            provision = record.provision
            if provision is not None and first.setdefault(provision.key, provision) != provision:
                remedy = (
                    "Another provision of this journey has this key: correct one, or give each its own key."
                )
                path = f"{name}[{position}].provision.key"
                yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)


def _placements_overlap(journey: Journey) -> Iterator[Problem]:
    for (_, one), (position, other) in combinations(enumerate(journey.placements or ()), 2):
        if one.stay and other.stay and one.stay.overlaps(other.stay):
            if one.ending is None and other.ending is None:
                remedy = "Two placements are open at once: record how the earlier one ended."
            else:
                remedy = "Two placements overlap: correct the day on which one began or ended."
            yield _contradiction(f"placements[{position}]", remedy)


def _reviews(journey: Journey) -> Iterator[Problem]:
    stays = [placement.stay for placement in journey.placements or () if placement.stay]
    for position, review in enumerate(journey.reviews or ()):
        if stays and review.day < min(stay.start for stay in stays):
            yield _contradiction(
                f"reviews[{position}].day", "It lies before every placement: correct the day."
            )
        if review.next_review and review.next_review <= review.day:
            yield _contradiction(
                f"reviews[{position}].next_review",
                "It does not come after this review: correct one of the two days.",
            )


def _targets(journey: Journey) -> Iterator[Problem]:
    known = Counter(target.ref for target in journey.targets or ())
    for position, target in enumerate(journey.targets or ()):
        if known[target.ref] > 1:
            remedy = "Two targets have the same ref: give each its own."
            yield Problem(path=f"targets[{position}].ref", kind=ProblemKind.DUPLICATE, remedy=remedy)
    if journey.targets is None:
        return
    for position, review in enumerate(journey.reviews or ()):
        for place, progress in enumerate(review.targets or ()):
            if progress.target not in known:
                remedy = "No target of this journey has that ref: add the target, or correct the ref."
                path = f"reviews[{position}].targets[{place}].target"
                yield Problem(path=path, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)


def _marks(journey: Journey) -> Iterator[Problem]:
    seen: set[tuple[object, object]] = set()
    for position, mark in enumerate(journey.marks.events if journey.marks else ()):
        path = f"marks.events[{position}]"
        if (mark.day, mark.half) in seen:
            remedy = "This session has a mark already: keep one."
            yield Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)
        seen.add((mark.day, mark.half))
        if mark.counts_as is None:
            remedy = "That code was not in force on that day: use the code that was."
            yield Problem(path=f"{path}.code", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)
        if journey.calendar and journey.calendar.is_school_day(mark.day) is False:
            yield _contradiction(
                f"{path}.day", "The calendar has no school on that day: correct one of the two."
            )


def _slots(journey: Journey) -> Iterator[Problem]:
    if journey.timetables is None:
        return
    taught = {lesson.slot for timetable in journey.timetables for lesson in timetable.lessons}
    remedy = "No timetable of this journey has a lesson in that slot: correct the slot or add the lesson."
    for position, rating in enumerate(journey.ratings or ()):
        if rating.slot not in taught:
            yield Problem(path=f"ratings[{position}].slot", kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)
    for path, placement in _placements(journey):
        conversations = placement.transition.conversations if placement.transition else ()
        for place, conversation in enumerate(conversations or ()):
            if not taught.issuperset(conversation.slots or ()):
                where = f"{path}.transition.conversations[{place}].slots"
                yield Problem(path=where, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)


def _follow_ups(journey: Journey) -> Iterator[Problem]:
    for path, placement in _placements(journey):
        for place, follow_up in enumerate((placement.transition and placement.transition.follow_ups) or ()):
            if placement.began and follow_up.day < placement.began:
                where = f"{path}.transition.follow_ups[{place}].day"
                yield _contradiction(where, "A follow-up lies before the placement began: correct the day.")


def _placements(journey: Journey) -> Iterator[tuple[str, Placement]]:
    for position, placement in enumerate(journey.placements or ()):
        yield f"placements[{position}]", placement


_LOOKS: Final = (
    _referrals,
    _referrals_of_placements,
    _provisions_unlike,
    _placements_overlap,
    _reviews,
    _targets,
    _marks,
    _slots,
    _follow_ups,
)

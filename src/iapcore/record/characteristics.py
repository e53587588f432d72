"""What is recorded of a pupil beside the stay, from one day to the next version.

Rules of the room: all of it can change, so it is held in versions. Nothing here is a reason for a place, and nothing
here is shown: most of it is, or is to be treated as, special category data (Department for Education, *Data protection
in schools*).
"""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.characteristics import (
    CareHistory,
    EnglishProficiency,
    EnrolmentStatus,
    Ethnicity,
    FreeSchoolMeals,
    KinshipCare,
    Language,
    PupilPremium,
    ServiceChild,
    YoungCarer,
)
from iapcore.vocabulary.sen import SenNeed, SenProvision
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["Characteristics", "characteristics_on"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Characteristics(Discreet):
    """What was recorded of a pupil from the day `since` until the next version. Anything may be not recorded.

    A pupil has one primary type of need and at most one secondary. `eligible_for_free_school_meals` is the answer
    where the ground is not recorded.

    >>> from datetime import date
    >>> Characteristics(since=date(2026, 9, 1), sen_provision=SenProvision.SUPPORT, has_social_worker=False)
    ‹Characteristics›

    Raises `InvalidRecordError` for a secondary need without a primary one, or the same twice.
    """

    since: date = field(metadata=EXISTS_SINCE)
    sen_provision: SenProvision | None = None
    primary_need: SenNeed | None = None
    secondary_need: SenNeed | None = None
    eligible_for_free_school_meals: bool | None = None
    free_school_meals: FreeSchoolMeals | None = None
    pupil_premium: tuple[PupilPremium, ...] | None = field(default=None, repr=False)
    is_looked_after: bool | None = None
    care_history: CareHistory | None = None
    kinship_care: KinshipCare | None = None
    has_social_worker: bool | None = None
    young_carer: YoungCarer | None = None
    service_child: ServiceChild | None = None
    language: Language | None = None
    english: EnglishProficiency | None = None
    ethnicity: Ethnicity | None = None
    enrolment: EnrolmentStatus | None = None

    def __attrs_post_init__(self) -> None:
        if self.secondary_need is not None and self.primary_need in (None, self.secondary_need):
            remedy = "A secondary need stands beside another, primary one: correct the two."
            problem = Problem(path="secondary_need", kind=ProblemKind.CONTRADICTION, remedy=remedy)
            raise InvalidRecordError(problem)


def characteristics_on(versions: Iterable[Characteristics], day: date) -> Characteristics | None:
    """The version in force on a day; `None` before the first. Of two of one day, the one written later.

    >>> from datetime import date
    >>> first = Characteristics(since=date(2026, 9, 1))
    >>> characteristics_on([first], date(2026, 8, 31)) is None
    True
    """
    known = [one for one in versions if one.since <= day]
    return max(reversed(known), key=lambda one: one.since, default=None)

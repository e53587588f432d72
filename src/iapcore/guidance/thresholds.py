"""The numbers of law, guidance and research, each with its day, its basis and its place.

Rule of the room: a number that only someone remembers does not stand here; a number that no source gives
stands in a policy as the school's choice. Findings and examples are shown, never enforced. Each holds from the day of
the text that it was read in, also where an earlier text may have said the same.
"""

from datetime import date
from fractions import Fraction
from typing import Final, Generic, TypeVar

from attrs import frozen

from iapcore.guidance.dated import Dated
from iapcore.guidance.library import (
    ABSENCE_METHODOLOGY,
    ATTENDANCE_REGULATIONS,
    EXCLUSION_GUIDANCE,
    EXCLUSION_METHODOLOGY,
    FOUR_TENETS,
    IAP_FINDINGS,
    OFF_SITE_AMENDMENT,
    OFF_SITE_REGULATIONS,
    OUTPUT_CHECKING,
)
from iapcore.guidance.sources import Basis, Citation
from iapcore.vocabulary.shape import shaped

__all__ = [
    "BOARD_IF_ASKED_DAYS",
    "BOARD_IF_ASKED_OVER",
    "BOARD_MUST_DAYS",
    "BOARD_MUST_OVER",
    "EDUCATION_FROM_DAY",
    "GROUP_SIZE",
    "HALF_DAYS",
    "LEAD_MONTHS",
    "LEAST_SHOWN",
    "OFF_SITE_NOTICE_DAYS",
    "OFF_SITE_REVIEW_WEEKS",
    "PERSISTENT_ABSENCE",
    "QUALIFIED_TEACHERS",
    "REGISTER_YEARS",
    "REVIEW_WEEKS",
    "SETTLING_WEEKS",
    "SEVERE_ABSENCE",
    "STAFF_IN_ROOM",
    "STAY_WEEKS",
    "SUSPENDED_DAYS_IN_YEAR",
    "THRESHOLDS",
    "WELLBEING_STAY_WEEKS",
    "Threshold",
]

T = TypeVar("T")


@frozen(kw_only=True, field_transformer=shaped)
class Threshold(Generic[T]):
    """One number, what it counts, since when, on what basis and from where.

    >>> from datetime import date
    >>> PERSISTENT_ABSENCE.on(date(2026, 11, 20))
    Fraction(1, 10)
    >>> PERSISTENT_ABSENCE.basis.label
    'guidance, not statutory'
    """

    key: str
    unit: str
    value: Dated[T]
    basis: Basis
    cites: tuple[Citation, ...]

    def on(self, day: date) -> T:
        """The value that holds on `day`. Raises `OutOfScopeError` before the first."""
        return self.value.on(day)


_STATISTICS_OF_2015: Final = date(2015, 8, 1)
_EXCLUSION_GUIDANCE: Final = date(2024, 8, 1)  # the version of that month: its day is not known
_REGISTER: Final = date(2024, 8, 19)
_OFF_SITE: Final = date(2010, 9, 1)
_OFF_SITE_AMENDED: Final = date(2013, 1, 1)
_BLOG: Final = date(2024, 9, 6)
_OUTPUT_CHECKING: Final = date(2023, 6, 12)
_REPORT: Final = date(2025, 1, 1)  # the report names its year alone

_SUSPENSION_BOARD: Final = EXCLUSION_GUIDANCE.at("duties of the governing board, by days suspended in a term")
_LISTER: Final = FOUR_TENETS.at("case study 2, Lister Community School")

PERSISTENT_ABSENCE: Final = Threshold(
    key="persistent-absence",
    unit="of the pupil's own possible sessions missed, or more",
    value=Dated(((_STATISTICS_OF_2015, Fraction(1, 10)),)),
    basis=Basis.GUIDANCE,
    cites=(ABSENCE_METHODOLOGY.at("persistent absence"),),
)
SEVERE_ABSENCE: Final = Threshold(
    key="severe-absence",
    unit="of the pupil's own possible sessions missed, or more",
    value=Dated(((_STATISTICS_OF_2015, Fraction(1, 2)),)),
    basis=Basis.GUIDANCE,
    cites=(ABSENCE_METHODOLOGY.at("severe absence"),),
)
HALF_DAYS: Final = Threshold(
    key="half-days",
    unit="sessions, or half-days, in a school day",
    value=Dated(((_STATISTICS_OF_2015, 2),)),
    basis=Basis.GUIDANCE,
    cites=(ABSENCE_METHODOLOGY.at("sessions"),),
)
REGISTER_YEARS: Final = Threshold(
    key="register-years",
    unit="years for which an entry in the register is kept, at least",
    value=Dated(((_REGISTER, 6),)),
    basis=Basis.LAW,
    cites=(ATTENDANCE_REGULATIONS.at("explanatory note"),),
)
SUSPENDED_DAYS_IN_YEAR: Final = Threshold(
    key="suspended-days-in-year",
    unit="school days of suspension in a school year, all schools together, at most",
    value=Dated(((_EXCLUSION_GUIDANCE, 45),)),
    basis=Basis.STATUTORY_GUIDANCE,
    cites=(EXCLUSION_GUIDANCE.at("limit in a school year"), FOUR_TENETS.at("glossary, suspension")),
)
BOARD_IF_ASKED_OVER: Final = Threshold(
    key="board-if-asked-over",
    unit="school days of suspension in a term, more than which a board meets where a parent asks",
    value=Dated(((_EXCLUSION_GUIDANCE, 5),)),
    basis=Basis.STATUTORY_GUIDANCE,
    cites=(_SUSPENSION_BOARD,),
)
BOARD_IF_ASKED_DAYS: Final = Threshold(
    key="board-if-asked-days",
    unit="school days within which a board meets that a parent asked to",
    value=Dated(((_EXCLUSION_GUIDANCE, 50),)),
    basis=Basis.STATUTORY_GUIDANCE,
    cites=(_SUSPENSION_BOARD,),
)
BOARD_MUST_OVER: Final = Threshold(
    key="board-must-over",
    unit="school days of suspension in a term, more than which a board must meet",
    value=Dated(((_EXCLUSION_GUIDANCE, 15),)),
    basis=Basis.STATUTORY_GUIDANCE,
    cites=(_SUSPENSION_BOARD,),
)
BOARD_MUST_DAYS: Final = Threshold(
    key="board-must-days",
    unit="school days within which a board meets that must",
    value=Dated(((_EXCLUSION_GUIDANCE, 15),)),
    basis=Basis.STATUTORY_GUIDANCE,
    cites=(_SUSPENSION_BOARD,),
)
EDUCATION_FROM_DAY: Final = Threshold(
    key="education-from-day",
    unit="th school day of a suspension or exclusion, from which full-time education is arranged",
    value=Dated(((_EXCLUSION_GUIDANCE, 6),)),
    basis=Basis.STATUTORY_GUIDANCE,
    cites=(
        EXCLUSION_GUIDANCE.at("education from the sixth school day"),
        EXCLUSION_METHODOLOGY.at("alternative provision"),
    ),
)
OFF_SITE_NOTICE_DAYS: Final = Threshold(
    key="off-site-notice-days",
    unit="school days of written notice before the first day off site, at least",
    value=Dated(((_OFF_SITE, 2),)),
    basis=Basis.LAW,
    cites=(OFF_SITE_REGULATIONS.at("regulation 3"),),
)
OFF_SITE_REVIEW_WEEKS: Final = Threshold(
    key="off-site-review-weeks",
    unit="weeks since the last review meeting, within which another that is asked for need not be held",
    value=Dated(((_OFF_SITE_AMENDED, 10),)),
    basis=Basis.LAW,
    cites=(OFF_SITE_AMENDMENT.at("regulation 5, inserting regulation 4A"),),
)
GROUP_SIZE: Final = Threshold(
    key="group-size",
    unit="pupils in the room at one time, fewer than",
    value=Dated(((_BLOG, 10),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(IAP_FINDINGS.at("what is working well, group size"),),
)
STAFF_IN_ROOM: Final = Threshold(
    key="staff-in-room",
    unit="members of staff with a group, of whom one teaches and one supports",
    value=Dated(((_BLOG, 2),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(IAP_FINDINGS.at("what is working well, group size"),),
)
QUALIFIED_TEACHERS: Final = Threshold(
    key="qualified-teachers",
    unit="qualified teachers among the staff with a group",
    value=Dated(((_BLOG, 1),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(IAP_FINDINGS.at("what is working well, group size"),),
)
REVIEW_WEEKS: Final = Threshold(
    key="review-weeks",
    unit="school weeks between reviews, from and to",
    value=Dated(((_REPORT, (3, 6)),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(FOUR_TENETS.at("tenet 3, assessment and monitoring"),),
)
STAY_WEEKS: Final = Threshold(
    key="stay-weeks",
    unit="weeks to a full return in secondary schools, from and to",
    value=Dated(((_BLOG, (6, 52)),)),
    basis=Basis.RESEARCH_FINDING,
    cites=(IAP_FINDINGS.at("what is working well, length"),),
)
LEAD_MONTHS: Final = Threshold(
    key="lead-months",
    unit="months from a referral to the start of a stay",
    value=Dated(((_REPORT, 1),)),
    basis=Basis.PRACTICE_EXAMPLE,
    cites=(_LISTER,),
)
SETTLING_WEEKS: Final = Threshold(
    key="settling-weeks",
    unit="weeks at first, wholly in the base, where the model has it",
    value=Dated(((_REPORT, 1),)),
    basis=Basis.PRACTICE_EXAMPLE,
    cites=(_LISTER,),
)
WELLBEING_STAY_WEEKS: Final = Threshold(
    key="wellbeing-stay-weeks",
    unit="weeks in the provision, after more than which one school looks at social and emotional measures",
    value=Dated(((_REPORT, 3),)),
    basis=Basis.PRACTICE_EXAMPLE,
    cites=(FOUR_TENETS.at("tenet 3, assessment and monitoring"),),
)
LEAST_SHOWN: Final = Threshold(
    key="least-shown",
    unit="people in a cell of a table that leaves the team, fewer than which are looked at before they are shown",
    value=Dated(((_OUTPUT_CHECKING, 10),)),
    basis=Basis.GUIDANCE,
    cites=(OUTPUT_CHECKING.at("rule of thumb for counts"),),
)

THRESHOLDS: Final = (
    PERSISTENT_ABSENCE,
    SEVERE_ABSENCE,
    HALF_DAYS,
    REGISTER_YEARS,
    SUSPENDED_DAYS_IN_YEAR,
    BOARD_IF_ASKED_OVER,
    BOARD_IF_ASKED_DAYS,
    BOARD_MUST_OVER,
    BOARD_MUST_DAYS,
    EDUCATION_FROM_DAY,
    OFF_SITE_NOTICE_DAYS,
    OFF_SITE_REVIEW_WEEKS,
    GROUP_SIZE,
    STAFF_IN_ROOM,
    QUALIFIED_TEACHERS,
    REVIEW_WEEKS,
    STAY_WEEKS,
    LEAD_MONTHS,
    SETTLING_WEEKS,
    WELLBEING_STAY_WEEKS,
    LEAST_SHOWN,
)
"""All of them, each once."""

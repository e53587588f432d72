"""A pupil who is not as recorded: the UPN, the year group, codes of another age."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from iapcore.errors import Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.problems.places import contradiction
from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.identifiers import UnprovedUpn, Upn
from iapcore.vocabulary.year_groups import compulsory_school_age, expected_year_group

__all__ = ["PUPIL", "upn"]


def upn(journey: Journey, authorities: Collection[str]) -> Iterator[Problem]:
    """A UPN that is none, or of an authority that is not in the list."""
    match journey.pupil.upn:
        case UnprovedUpn():
            yield Problem(path="pupil.upn", kind=ProblemKind.MALFORMED, remedy=UnprovedUpn.remedy())
        case Upn() as proper if not proper.has_authority_in(authorities):
            remedy = (
                "Its authority (characters 2 to 4) is not in the list of local authorities: look the UPN up again, "
                "or give find_problems a newer list."
            )
            yield Problem(path="pupil.upn", kind=ProblemKind.UNKNOWN_CODE, remedy=remedy)
        case _:
            pass


_YEARS_APART: Final = 1
_LAST_COHORT: Final = date(2180, 1, 1)
"""Later days of birth would carry the end of school age out of the calendar; no mark lies so late."""


def _year_group(journey: Journey) -> Iterator[Problem]:
    """Told where the year is far from the age on every day that is known, and not for one year of difference."""
    pupil = journey.pupil
    days = [one.day for one in journey.referrals or ()]
    days += [one.start for one in journey.placements or () if one.start]
    if pupil.year_group is None or pupil.date_of_birth is None or not days:
        return
    expected = [expected_year_group(pupil.date_of_birth, on=day) for day in days]
    if all(year and abs(year.position - pupil.year_group.position) > _YEARS_APART for year in expected):
        remedy = (
            "It is more than one year from the one that the day of birth suggests: look both "
            "up, and correct the wrong one; leave it if the pupil is taught out of their "
            "year."
        )
        yield contradiction("pupil.year_group", remedy)


def _ages_of_codes(journey: Journey) -> Iterator[Problem]:
    """`C2` is for pupils of compulsory school age, `X` for the others."""
    born = journey.pupil.date_of_birth
    if born is None or journey.marks is None or born > journey.marks.complete.start:
        return
    span = compulsory_school_age(min(born, _LAST_COHORT))
    for position, mark in enumerate(journey.marks.events):
        path = f"marks.events[{position}].code"
        if mark.code is AttendanceCode.PART_TIME_TIMETABLE and mark.day not in span:
            remedy = (
                "C2 is for pupils of compulsory school age: look at the register and the day of "
                "birth, and use X, or correct the day of birth."
            )
            yield contradiction(path, remedy)
        if mark.code is AttendanceCode.NOT_REQUIRED and mark.day in span:
            remedy = (
                "X is for pupils who are not of compulsory school age: look up why the pupil was "
                "not there and use that code, or correct the day of birth."
            )
            yield contradiction(path, remedy)


PUPIL: Final = (_year_group, _ages_of_codes)
"""What is looked at."""

"""The years and terms of published statistics, which are not those of any school.

Source: Department for Education, absence statistics methodology, on the census terms and the year from August to July.

Rule of the room: a figure over statistical terms and one over a school's own terms are different figures. The terms
of a school stand in its `SchoolCalendar`.
"""

import re
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen
from dateutil.easter import easter

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import FIRST_DAY, LAST_DAY
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Word

__all__ = ["AcademicYear", "StatisticalTerm"]

_LABEL: Final = re.compile(r"([0-9]{4})/([0-9]{2})")
_CODE: Final = re.compile(r"([0-9]{4})([0-9]{2})")
_AUGUST: Final = 8


class StatisticalTerm(Word):
    """A term of the school census. The spring term ends on Easter Sunday.

    >>> AcademicYear(2025).term(StatisticalTerm.SPRING).format()
    '2026-01-01..2026-04-05'
    """

    AUTUMN = "autumn"
    SPRING = "spring"
    SUMMER = "summer"


@frozen
class AcademicYear:
    """A year of the statistics, from 1 August to 31 July, by the calendar year in which it starts.

    >>> AcademicYear.of(date(2026, 7, 31)).format()
    '2025/26'
    >>> AcademicYear.parse("2025/26").code
    '202526'
    >>> AcademicYear.parse("202526") == AcademicYear(2025)
    True

    Raises `InvalidRecordError` where the year is out of range, or the two parts of a text do not follow each other.
    """

    start: int = field()

    def __attrs_post_init__(self) -> None:
        if type(self.start) is not int or not FIRST_DAY.year <= self.start < LAST_DAY.year:
            remedy = f"Give the year in which it starts, from {FIRST_DAY.year} to {LAST_DAY.year - 1}."
            raise InvalidRecordError(Problem(path="start", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))

    @classmethod
    def of(cls, day: date) -> "AcademicYear":
        """The year in which a day lies."""
        return cls(day.year - (day.month < _AUGUST))

    @classmethod
    def parse(cls, text: str) -> "AcademicYear":
        """Inverse of `format`; takes the machine form `202526` too."""
        found = _LABEL.fullmatch(text) or _CODE.fullmatch(text)
        if not found or (int(found[1]) + 1) % 100 != int(found[2]):
            remedy = "Write two years that follow each other, as 2025/26 or 202526."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))
        return cls(int(found[1]))

    def format(self) -> str:
        """`2025/26`."""
        return f"{self.start}/{(self.start + 1) % 100:02}"

    @property
    def code(self) -> str:
        """`202526`, the form in data files."""
        return self.format().replace("/", "")

    @property
    def span(self) -> DateSpan:
        """From 1 August to 31 July."""
        return DateSpan(date(self.start, _AUGUST, 1), date(self.start + 1, _AUGUST, 1) - _DAY)

    def term(self, term: StatisticalTerm) -> DateSpan:
        """The days of a census term of this year."""
        sunday = easter(self.start + 1)
        new_year = date(self.start + 1, 1, 1)
        spans = {
            StatisticalTerm.AUTUMN: DateSpan(self.span.start, new_year - _DAY),
            StatisticalTerm.SPRING: DateSpan(new_year, sunday),
            StatisticalTerm.SUMMER: DateSpan(sunday + _DAY, self.span.end),
        }
        return spans[term]


_DAY: Final = timedelta(days=1)

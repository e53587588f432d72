"""National curriculum years and key stages, and the ages that go with them.

Sources: Department for Education published data columns (`nc_reception`, `nc_year_1` … `nc_not_followed`); Common
Basic Data Set (May 2026) for the early years codes; IPSEA, *Compulsory school age*.
"""

from datetime import date
from typing import Final

from dateutil.relativedelta import FR, relativedelta

from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import Word

__all__ = ["KeyStage", "YearGroup", "compulsory_school_age", "expected_year_group"]


class KeyStage(Word):
    """A key stage.

    >>> KeyStage("ks3").name
    'KS3'
    """

    EARLY_YEARS = "eyfs"
    KS1 = "ks1"
    KS2 = "ks2"
    KS3 = "ks3"
    KS4 = "ks4"
    KS5 = "ks5"


_KEY_STAGES = {
    **dict.fromkeys(("E1", "E2", "N1", "N2", "R"), KeyStage.EARLY_YEARS),
    **dict.fromkeys(("1", "2"), KeyStage.KS1),
    **dict.fromkeys(("3", "4", "5", "6"), KeyStage.KS2),
    **dict.fromkeys(("7", "8", "9"), KeyStage.KS3),
    **dict.fromkeys(("10", "11"), KeyStage.KS4),
    **dict.fromkeys(("12", "13", "14"), KeyStage.KS5),
}


class YearGroup(Word):
    """The year in which a pupil is taught. Reception is `R`, not 0; some pupils follow no year.

    >>> YearGroup("R").key_stage.name
    'EARLY_YEARS'
    >>> YearGroup("9").key_stage.name
    'KS3'
    >>> YearGroup("not_followed").key_stage is None
    True
    """

    EARLY_1 = "E1"
    EARLY_2 = "E2"
    NURSERY_1 = "N1"
    NURSERY_2 = "N2"
    RECEPTION = "R"
    YEAR_1 = "1"
    YEAR_2 = "2"
    YEAR_3 = "3"
    YEAR_4 = "4"
    YEAR_5 = "5"
    YEAR_6 = "6"
    YEAR_7 = "7"
    YEAR_8 = "8"
    YEAR_9 = "9"
    YEAR_10 = "10"
    YEAR_11 = "11"
    YEAR_12 = "12"
    YEAR_13 = "13"
    YEAR_14 = "14"
    NOT_FOLLOWED = "not_followed"

    @property
    def key_stage(self) -> KeyStage | None:
        """The key stage of the year; `None` where the national curriculum years are not followed."""
        return _KEY_STAGES.get(self.value)

    @property
    def position(self) -> int:
        """The place in the list, to sort by: Reception before Year 1, *not followed* last.

        >>> [year.value for year in sorted(YearGroup, key=lambda year: year.position)][4:6]
        ['R', '1']
        """
        return _POSITIONS[self]

    @property
    def usual_ages(self) -> tuple[int, ...]:
        """The age of most pupils on 31 August before the school year begins; empty where no year is followed.

        >>> YearGroup.YEAR_9.usual_ages, YearGroup.NURSERY_1.usual_ages
        ((13,), (2, 3))
        """
        return _AGES[self]


_POSITIONS: Final = {year: position for position, year in enumerate(YearGroup)}
_TAUGHT: Final = tuple(YearGroup)[YearGroup.RECEPTION.position : YearGroup.NOT_FOLLOWED.position]
_AGE_IN_RECEPTION: Final = 4
_AGES: Final = {
    **dict.fromkeys(tuple(YearGroup)[: YearGroup.RECEPTION.position], (2, 3)),
    **{year: (age,) for age, year in enumerate(_TAUGHT, start=_AGE_IN_RECEPTION)},
    YearGroup.NOT_FOLLOWED: (),
}
_SEPTEMBER: Final = 9


def expected_year_group(date_of_birth: date, *, on: date) -> YearGroup | None:
    """The year in which most pupils born on that day are taught; `None` before Reception and after Year 14.

    A cross-check and no more: some pupils are taught out of their cohort, and some born in summer start later.
    The year in which a pupil *is* taught is recorded, never derived.

    >>> expected_year_group(date(2013, 1, 10), on=date(2026, 11, 22)).value
    '9'
    """
    years = _cohort(on) - _cohort(date_of_birth) - _AGE_IN_RECEPTION - 1
    return _TAUGHT[years] if 0 <= years < len(_TAUGHT) else None


def _cohort(day: date) -> int:
    """The year of the 1 September on or before that day."""
    return day.year - (day.month < _SEPTEMBER)


_FIRST_AGE: Final = 5
_LAST_AGE: Final = 16
_JUNE: Final = 6


def compulsory_school_age(date_of_birth: date) -> DateSpan:
    """The days on which somebody born on that day is of compulsory school age.

    It starts on the first 31 March, 31 August or 31 December on or after the fifth birthday, and ends on the last
    Friday in June of the school year in which the sixteenth birthday falls (IPSEA, *Compulsory school age*).

    >>> compulsory_school_age(date(2013, 1, 10)).format()
    '2018-03-31..2029-06-29'

    Raises `InvalidRecordError` for days of birth so late that the span leaves the calendar of 1900 to 2199.
    """
    fifth = date_of_birth + relativedelta(years=_FIRST_AGE)
    ends_of_term = (date(fifth.year, 3, 31), date(fifth.year, 8, 31), date(fifth.year, 12, 31))
    sixteenth = date_of_birth + relativedelta(years=_LAST_AGE)
    last_of_june = date(_cohort(sixteenth) + 1, _JUNE, 30)
    return DateSpan(
        next(day for day in ends_of_term if day >= fifth), last_of_june + relativedelta(weekday=FR(-1))
    )

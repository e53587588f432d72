"""Register codes: what a session counts as depends on the code and the day.

Expected are the lists of the registration regulations of 2024 (regulation 10) and the groups of the Department
for Education's attendance data dictionary; the older codes held until 18 August 2024, `F` until the
regulations changed in September 2013.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import UnknownCodeError
from iapcore.vocabulary.attendance_codes import AttendanceClass, AttendanceCode, Half, codes_in_force

NEW = date(2024, 8, 19)
OLD = NEW - timedelta(days=1)
EXTENDED_HOLIDAYS = date(2013, 8, 31)
LIVE = {
    AttendanceClass.PRESENT: ("/", "\\", "L"),
    AttendanceClass.APPROVED_ACTIVITY: ("K", "V", "P", "W", "B"),
    AttendanceClass.AUTHORISED: ("C", "C1", "C2", "J1", "M", "S", "E", "I", "R", "T"),
    AttendanceClass.UNAUTHORISED: ("G", "N", "O", "U"),
    AttendanceClass.NOT_POSSIBLE: ("D", "X", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"),
    AttendanceClass.ADMINISTRATIVE: ("Z", "#"),
}
LEGACY = {
    "H": AttendanceClass.AUTHORISED,
    "J": AttendanceClass.APPROVED_ACTIVITY,
    "Y": AttendanceClass.NOT_POSSIBLE,
}
SINCE_2024 = {"K", "C1", "C2", "J1", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"}
EXPECTED = [
    *(
        (code, counts_as, NEW if code in SINCE_2024 else None, None)
        for counts_as, codes in LIVE.items()
        for code in codes
    ),
    *((code, counts_as, None, OLD) for code, counts_as in LEGACY.items()),
    ("F", AttendanceClass.AUTHORISED, None, EXTENDED_HOLIDAYS),
]
DAYS = [
    change + timedelta(days=days)
    for change in (EXTENDED_HOLIDAYS, NEW)
    for days in (-4000, *range(-7, 8), 800)
]


def test_the_list_is_whole() -> None:
    """34 live codes: 3 present, 5 approved activities, 10 + 4 absences, 10 not possible, 2 administrative."""
    assert [len(codes) for codes in LIVE.values()] == [3, 5, 10, 4, 10, 2]
    assert {code.value for code in AttendanceCode} == {code for code, *_ in EXPECTED}
    assert len(EXPECTED) == 34 + len(LEGACY) + 1


@pytest.mark.parametrize(("text", "counts_as", "first", "last"), EXPECTED)
def test_a_code_counts_as_the_same_on_every_day_on_which_it_held(
    text: str, counts_as: AttendanceClass, first: date | None, last: date | None
) -> None:
    code = AttendanceCode(text)
    for day in DAYS:
        if (first and day < first) or (last and last < day):
            with pytest.raises(UnknownCodeError):
                code.counts_as(day)
        else:
            assert code.counts_as(day) is counts_as


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_on_every_day_one_list_holds(day: date) -> None:
    """From the change-over on it is the list of 34; before it the older one, without the twelve new codes."""
    older = 34 - len(SINCE_2024) + len(LEGACY) + (day <= EXTENDED_HOLIDAYS)
    held = codes_in_force(day)
    assert len(held) == (34 if day >= NEW else older)
    assert list(held) == [code for code in AttendanceCode if code in held]
    for code in AttendanceCode:
        assert code.is_in_force(day) is (code in held)


@pytest.mark.parametrize(
    ("old", "successors"),
    [
        ("F", ["H"]),
        ("H", ["C"]),
        ("J", ["J1"]),
        ("Y", ["Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"]),
        ("/", []),
        ("J1", []),
    ],
)
def test_what_took_the_place_of_an_old_code(old: str, successors: list[str]) -> None:
    assert [code.value for code in AttendanceCode(old).successors] == successors


def test_the_interview_code_changed_sides() -> None:
    """Trap: `J` was attendance; `J1`, which took its place, is authorised absence."""
    assert AttendanceCode("J").counts_as(OLD).is_attended
    assert not AttendanceCode("J1").counts_as(NEW).is_attended
    assert AttendanceCode("J1").counts_as(NEW).is_possible


@pytest.mark.parametrize("counts_as", AttendanceClass)
def test_attended_sessions_are_possible_ones(counts_as: AttendanceClass) -> None:
    """Not possible and administrative sessions leave both sides of a rate."""
    attended = counts_as in (AttendanceClass.PRESENT, AttendanceClass.APPROVED_ACTIVITY)
    left_out = counts_as in (AttendanceClass.NOT_POSSIBLE, AttendanceClass.ADMINISTRATIVE)
    assert (counts_as.is_attended, counts_as.is_possible) == (attended, not left_out)
    assert counts_as.is_absent is (counts_as.is_possible and not attended)


def test_the_message_repeats_no_code() -> None:
    with pytest.raises(UnknownCodeError) as caught:
        AttendanceCode("J").counts_as(NEW)
    assert str(caught.value) == (
        "That register code was not in force on that day: look up the code it replaced, or its successors."
    )


def test_every_code_has_words_of_its_own() -> None:
    labels = [code.label for code in AttendanceCode]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_a_school_day_has_two_halves() -> None:
    assert [half.value for half in Half] == ["am", "pm"]

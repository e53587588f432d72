r"""Where a pupil is, and the register codes that fit.

Expected (regulations of 2024; council guidance; absence methodology): on the school's own site a pupil is present,
whatever the room or the timetable; part-time is agreed absence; provision made during a suspension is no `E`.
"""

from datetime import date

import pytest

from iapcore.vocabulary.attendance_codes import AttendanceClass, AttendanceCode
from iapcore.vocabulary.circumstances import Circumstance

TODAY = date(2026, 11, 22)
FITTING = {
    "in_base_on_site": ["/", "\\", "L"],
    "week_shared_on_site": ["/", "\\", "L"],
    "in_removal_room_on_site": ["/", "\\", "L"],
    "agreed_off_site_of_compulsory_age": ["C2", "M", "I"],
    "agreed_off_site_not_of_compulsory_age": ["X"],
    "at_external_provider": ["K", "B", "D"],
    "studying_at_home": ["C2", "I"],
    "suspended_without_provision": ["E"],
    "suspended_with_provision": ["K", "B", "D"],
}
ON_SITE = ["in_base_on_site", "week_shared_on_site", "in_removal_room_on_site"]


@pytest.mark.parametrize(("where", "codes"), FITTING.items())
def test_the_codes_that_fit(where: str, codes: list[str]) -> None:
    assert [code.value for code in Circumstance(where).codes] == codes


def test_the_list_is_whole_and_in_order() -> None:
    assert [where.value for where in Circumstance] == list(FITTING)


@pytest.mark.parametrize("where", ON_SITE)
def test_on_site_is_present_and_never_another_code(where: str) -> None:
    """Trap: a week shared between base and mainstream is no part-time timetable."""
    assert {code.counts_as(TODAY) for code in Circumstance(where).codes} == {AttendanceClass.PRESENT}
    assert not {"B", "C2", "D", "K"} & {code.value for code in Circumstance(where).codes}


@pytest.mark.parametrize("where", Circumstance)
def test_codes_are_in_force_and_in_the_order_of_the_register(where: Circumstance) -> None:
    assert all(code.is_in_force(TODAY) for code in where.codes)
    assert list(where.codes) == [code for code in AttendanceCode if code in where.codes]


def test_only_a_part_time_timetable_and_study_at_home_may_be_c2() -> None:
    part_time = [where.value for where in Circumstance if AttendanceCode("C2") in where.codes]
    assert part_time == ["agreed_off_site_of_compulsory_age", "studying_at_home"]


def test_a_pupil_not_of_compulsory_age_is_not_required() -> None:
    not_required = [where.value for where in Circumstance if AttendanceCode("X") in where.codes]
    assert not_required == ["agreed_off_site_not_of_compulsory_age"]


def test_study_at_home_is_absence_and_no_approved_activity() -> None:
    counted = {code.counts_as(TODAY) for code in Circumstance("studying_at_home").codes}
    assert counted == {AttendanceClass.AUTHORISED}


def test_a_suspended_pupil_with_provision_is_not_marked_excluded() -> None:
    excluded = [where.value for where in Circumstance if AttendanceCode("E") in where.codes]
    assert excluded == ["suspended_without_provision"]

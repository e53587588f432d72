"""What the pupil chose: the latest choice stands, whole."""

from datetime import date

import pytest

from iapcore.errors import InvalidRecordError
from iapcore.record.pupil_choice import PupilChoice, latest_choice
from iapcore.record.timetable import Slot

DAY = date(2026, 11, 6)
ART, MATHS = Slot.parse("Mon:1"), Slot.parse("Tue:1")


def test_the_latest_choice_stands_and_of_one_day_the_one_written_later() -> None:
    early, late, later = (
        PupilChoice(day=day, ref=ref) for day, ref in ((DAY, "a"), (date(2026, 11, 20), "b"), (DAY, "c"))
    )
    assert latest_choice((late, early)) is late
    assert latest_choice((early, later)) is later
    assert latest_choice(()) is None


def test_a_lesson_cannot_come_first_and_not_yet_and_no_lesson_a_week_is_not_yet() -> None:
    with pytest.raises(InvalidRecordError) as caught:
        PupilChoice(day=DAY, first=(ART, MATHS), not_yet=(MATHS,), at_most=0)
    assert [one.path for one in caught.value.problems] == ["at_most", "not_yet"]


def test_the_words_of_a_pupil_are_never_shown() -> None:
    choice = PupilChoice(day=DAY, first=(ART,), words="ZQX not with him")
    assert repr(choice) == "‹PupilChoice first=1›"

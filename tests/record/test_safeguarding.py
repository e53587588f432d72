"""That there is a safeguarding record, and where.

Expected: a day and a pointer into the school's own system, and no room for anything that it says. The pointer
is never shown, because it leads to a child.
"""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from iapcore import structure, unstructure
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.as_of import as_of
from iapcore.record.safeguarding import SafeguardingPointer

DAY = date(2026, 10, 2)
POINTER = SafeguardingPointer(day=DAY, pointer="entry 4711")


def test_there_is_no_room_for_what_it_says() -> None:
    assert {field.name for field in attrs.fields(SafeguardingPointer)} == {"day", "pointer"}


@pytest.mark.parametrize(
    ("given", "path", "kind"),
    [
        ({"day": None}, "day", ProblemKind.WRONG_TYPE),
        ({"day": date(1899, 12, 31)}, "day", ProblemKind.OUT_OF_RANGE),
        ({"pointer": None}, "pointer", ProblemKind.WRONG_TYPE),
        ({"pointer": 4711}, "pointer", ProblemKind.WRONG_TYPE),
        ({"pointer": ""}, "pointer", ProblemKind.MALFORMED),
        ({"pointer": "entry\x00 4711"}, "pointer", ProblemKind.MALFORMED),
        ({"pointer": "4711" * 2_501}, "pointer", ProblemKind.MALFORMED),
    ],
)
def test_it_points_somewhere_and_its_day_is_known(
    given: dict[str, Any], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        SafeguardingPointer(**({"day": DAY, "pointer": "entry 4711"} | given))
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)
    assert "4711" not in str(caught.value)


def test_the_pointer_is_not_shown() -> None:
    assert repr(POINTER) == f"{POINTER}" == "‹SafeguardingPointer›"


def test_it_is_not_known_before_its_day() -> None:
    assert as_of(POINTER, DAY - timedelta(days=1)) is None
    assert as_of(POINTER, DAY) is POINTER


def test_it_is_read_as_it_is_written() -> None:
    written = {"day": "2026-10-02", "pointer": "entry 4711"}
    assert unstructure(POINTER) == written
    assert structure(written, SafeguardingPointer) == POINTER

"""Incidents and suspensions."""

from datetime import date

import attrs
import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.behaviour import Incident, Suspension

DAY = date(2026, 9, 10)


def test_an_incident_has_no_room_for_a_story() -> None:
    assert {field.name for field in attrs.fields(Incident)} == {"day", "slot", "ref"}


def test_a_lunchtime_is_one_half_day_and_less_is_none() -> None:
    assert Suspension(day=DAY, half_days=1).half_days == 1
    for wrong in (0, -1):
        with pytest.raises(InvalidRecordError) as caught:
            Suspension(day=DAY, half_days=wrong)
        [problem] = caught.value.problems
        assert (problem.path, problem.kind) == ("half_days", ProblemKind.OUT_OF_RANGE)

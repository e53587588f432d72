"""The schemas are made from the classes. That they and the reader agree is tested with a validator."""

import pytest

from iapcore.__main__ import main
from iapcore.errors import UnknownCodeError
from iapcore.exchange.json_text import parse
from iapcore.exchange.schema import SCHEMAS, schema_of


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert parse(capsys.readouterr().out.encode()) == schema_of(name)


def test_without_a_name_it_is_that_of_a_dataset(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert '"const": "iapcore/dataset"' in capsys.readouterr().out


def test_there_is_no_other() -> None:
    with pytest.raises(
        UnknownCodeError, match="There are: journey, dataset, journeys, policy, judgement, measure, hand_over"
    ):
        schema_of("zq7")


def test_every_class_that_a_journey_holds_is_told_once_and_explained() -> None:
    held = schema_of("journey")["$defs"]
    assert {"Journey", "Placement", "StreamOfSessionMark", "AttendanceCode", "OwnInstrument"} <= held.keys()
    assert all(one["description"] for one in held.values())
    assert held["Placement"]["additionalProperties"] is False
    assert held["Suspension"]["properties"]["half_days"] == {"type": ["integer", "null"], "minimum": 1}

"""The schemas are made from the classes. That they and the reader agree is tested with a validator."""

import re
from pathlib import Path
from typing import Any

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


def takes_null(shape: dict[str, Any]) -> bool:
    return (
        not shape
        or "null" in shape.get("type", ())
        or None in shape.get("enum", ())
        or any(takes_null(one) for one in shape.get("anyOf", ()))
    )


def test_the_page_of_the_format_names_each_key_that_may_be_left_out_and_takes_no_null() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "format.md"
    told = page.read_text(encoding="utf-8").partition("Two sorts of keys take no `null`.")[2].split("\n\n")[0]
    found = {
        key
        for name in SCHEMAS
        for held in (schema_of(name), *schema_of(name)["$defs"].values())
        for key, shape in held.get("properties", {}).items()
        if key not in held.get("required", ()) and not takes_null(shape)
    }
    assert found == set(re.findall("`([a-z_]+)`", told)) - {"null", "false"}

"""Every fact of the field that the project knows of stands in `coverage.csv`, with its place in the code or a reason.

The list is kept by hand; what is checked here is that it keeps its promises: each place exists, nothing unverified
has one, and what is to come names the floor that will hold it.
"""

import csv
import importlib
import re
from pathlib import Path
from typing import Any

import attrs
import pytest

LIST = Path(__file__).parents[2] / "docs" / "explanation" / "coverage.csv"
with LIST.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))
COLUMNS = ["fact", "says", "source", "confidence", "place", "reason"]
CONFIDENCE = {"primary", "secondary", "computed", "inference", "unverified"}
LATER = {"record", "guidance", "decisions", "way back", "measures", "format"}


def found(place: str) -> Any:
    """What a dotted name leads to: a module, then attributes; fields of records count."""
    parts = place.split(".")
    for length in range(len(parts), 0, -1):
        try:
            thing: Any = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for name in parts[length:]:
            fields = attrs.fields_dict(thing) if isinstance(thing, type) and attrs.has(thing) else {}
            thing = fields[name] if name in fields else getattr(thing, name)
        return thing
    raise AssertionError(place)


def test_the_columns_and_the_keys() -> None:
    assert list(ROWS[0]) == COLUMNS
    keys = [row["fact"] for row in ROWS]
    assert len(set(keys)) == len(keys)
    assert {row["confidence"] for row in ROWS} == CONFIDENCE


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["fact"])
def test_a_fact_has_a_place_or_a_reason(row: dict[str, str]) -> None:
    assert row["says"]
    assert row["source"]
    assert row["place"] or row["reason"]
    for place in row["place"].split():
        assert place.startswith("iapcore.")
        assert found(place) is not None
    if row["confidence"] == "unverified":
        assert not row["place"]
    assert set(re.findall(r"later: ([\w ]+)", row["reason"])) <= LATER


def test_a_place_that_is_not_there_would_be_found() -> None:
    for place in (
        "iapcore.vocabulary.colours.Purple",
        "iapcore.record.pupil.Pupil.risk_score",
        "nowhere.at_all",
    ):
        with pytest.raises((AssertionError, AttributeError)):
            found(place)

"""The data file and the file that describes it, as they stand on a disk."""

import csv
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from iapcore.errors import InvalidRecordError
from iapcore.exchange.open_data import write_published
from iapcore.measures.measure import Measure
from iapcore.measures.published import publish_measure
from iapcore.measures.returns import RETURNS
from iapcore.tables.open_data import Geography, to_open_data

BACK = publish_measure(Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=20, base=33, not_known=2))
DATA = to_open_data([BACK], place=Geography())
LIKE_IT = os.environ.get("IAPCORE_DFE_FILE")
"""A data file of the Department with its `.meta.csv` beside it, where somebody has one."""


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_both_files_are_written_in_utf_8(tmp_path: Path) -> None:
    write_published(DATA, tmp_path / "returns.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["returns.csv", "returns.meta.csv"]
    assert read(tmp_path / "returns.csv") == DATA.rows
    assert read(tmp_path / "returns.meta.csv") == DATA.meta
    assert not (tmp_path / "returns.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.skipif(LIKE_IT is None, reason="IAPCORE_DFE_FILE names no data file of the Department")
def test_it_has_the_columns_of_one_that_was_published(tmp_path: Path) -> None:
    theirs = Path(LIKE_IT or "")
    write_published(DATA, tmp_path / "returns.csv")
    ours, described = read(tmp_path / "returns.csv"), read(tmp_path / "returns.meta.csv")
    shared = ["time_period", "time_identifier", "geographic_level", "country_code", "country_name"]
    published = read(theirs)
    assert list(published[0])[:5] == list(ours[0])[:5] == shared
    assert published[0]["country_code"] == ours[0]["country_code"]
    assert list(read(theirs.with_suffix(".meta.csv"))[0]) == list(described[0])


@pytest.mark.parametrize("name", ["returns.txt", "my returns.csv", "returns.meta.csv", "réturns.csv", ".csv"])
def test_another_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidRecordError) as refused:
        write_published(DATA, tmp_path / name)
    assert [problem.path for problem in refused.value.problems] == ["path"]
    assert list(tmp_path.iterdir()) == []


def test_only_what_was_made_of_published_measures_is_written(tmp_path: Path) -> None:
    given: Any = BACK
    with pytest.raises(InvalidRecordError, match="to_open_data"):
        write_published(given, tmp_path / "returns.csv")
    assert list(tmp_path.iterdir()) == []

"""CSV that a spreadsheet cannot run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.exchange.csv_text import as_csv


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_cell_that_would_be_a_formula_is_text(sign: str) -> None:
    read = list(csv.reader(io.StringIO(as_csv([{"a": f"{sign}1"}]), newline="")))
    assert read == [["a"], [f"'{sign}1"]]


@given(st.lists(st.fixed_dictionaries({"a": st.text("ab,\"'; é"), "b": st.integers() | st.none()})))
def test_other_cells_come_back(rows: list[dict[str, object]]) -> None:
    read = list(csv.DictReader(io.StringIO(as_csv(rows), newline="")))
    assert read == [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in rows]


def test_no_row_is_no_text() -> None:
    assert as_csv([]) == ""

"""The table of two purposes: five rows, two columns, every cell filled and cited."""

import pytest

from iapcore.guidance.design_table import DESIGN_TABLE, Aspect, Design
from iapcore.guidance.library import FOUR_TENETS
from iapcore.guidance.sources import Basis
from iapcore.vocabulary.grounds import Purpose

PURPOSES = (Purpose.RETURN, Purpose.QUALIFICATIONS)


def test_every_cell_is_there_once_in_the_order_of_the_report() -> None:
    cells = [(cell.aspect, cell.purpose) for cell in DESIGN_TABLE]
    assert cells == [(aspect, purpose) for aspect in Aspect for purpose in PURPOSES]


@pytest.mark.parametrize("cell", DESIGN_TABLE, ids=lambda cell: f"{cell.aspect.value}-{cell.purpose.value}")
def test_a_cell(cell: Design) -> None:
    assert len(set(cell.points)) == len(cell.points) >= 2
    assert all(point[-1].isalnum() for point in cell.points)
    assert cell.basis is Basis.RESEARCH_FINDING
    assert [cite.source for cite in cell.cites] == [FOUR_TENETS]
    assert cell.cites[0].place == f"tenet 4, table of two purposes, {cell.aspect.value}"


def test_the_two_purposes_differ_in_every_row() -> None:
    for aspect in Aspect:
        one, other = (cell.points for cell in DESIGN_TABLE if cell.aspect is aspect)
        assert not set(one) & set(other)


def test_a_return_is_measured_by_what_lasts_and_qualifications_by_staying_on() -> None:
    measured = {
        cell.purpose: " ".join(cell.points) for cell in DESIGN_TABLE if cell.aspect is Aspect.MEASUREMENT
    }
    assert "later look" in measured[Purpose.RETURN]
    assert "stays on" in measured[Purpose.QUALIFICATIONS]

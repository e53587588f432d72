"""A measure is read back with its definition, its sources and its groups."""

from datetime import date
from typing import Any

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse, write
from iapcore.guidance.profiles import profile
from iapcore.measures.measure import Measure
from iapcore.measures.returns import count_returns
from iapcore.samples import cohort

ON = date(2026, 11, 20)


def measured() -> Measure:
    """How many of twenty made-up pupils went back, by sex."""
    return count_returns(cohort(20), policy=profile("half-term"), on=ON, by=lambda one: one.pupil.sex)


def test_a_measure_is_read_back() -> None:
    measure = measured()
    assert len(measure.groups) > 1
    assert structure(parse(write(unstructure(measure))), Measure) == measure


def test_its_document_holds_the_numbers_as_they_are() -> None:
    document = unstructure(measured())
    assert (document["format"], document["version"]) == ("iapcore/measure", 1)
    assert document["internal"] is True
    held = document["measure"]
    assert held["definition"]["cites"][0].keys() == {"source", "place"}
    parts = [group["numerator"] for _, group in held["groups"]]
    assert sum(parts) == held["numerator"] > 0
    assert min(parts) < 10  # nothing is hidden in here


def broken(**changes: Any) -> dict[str, Any]:
    document = unstructure(measured())
    return document | {"measure": document["measure"] | changes}


@pytest.mark.parametrize(
    ("document", "path", "kind"),
    [
        (broken(base="63"), "measure.base", ProblemKind.WRONG_TYPE),
        (broken(share=0.5), "measure", ProblemKind.UNKNOWN_KEY),
        (broken(excluded=[["open", 1.0]]), "measure.excluded[0][1]", ProblemKind.WRONG_TYPE),
        (broken(groups=[["F", {}]]), "measure.groups[0][1].definition", ProblemKind.MISSING_KEY),
        (broken() | {"internal": False}, "internal", ProblemKind.CONTRADICTION),
        (broken() | {"format": "iapcore/journey"}, "format", ProblemKind.WRONG_FORMAT),
    ],
)
def test_a_fault_is_told_where_it_is(document: object, path: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure(document, Measure)
    assert (path, kind) in {(one.path, one.kind) for one in caught.value.problems}

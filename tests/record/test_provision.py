"""The provision: what is not published is not recorded, and numbers are plausible."""

from typing import Any

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.record.provision import Provenance, Provision, Standing
from iapcore.vocabulary.provision_kinds import ProvisionKind

COUNTS = ("opened", "places", "soft_start_places", "teachers", "assistants", "settling_weeks", "review_weeks")


def provision(**given: Any) -> Provision:
    return Provision(key="room", kind=ProvisionKind.SUPPORT_BASE, **given)


@pytest.mark.parametrize("name", COUNTS)
def test_a_count_is_not_negative(name: str) -> None:
    """Nought is an answer, as in a base without a teacher of its own; `None` is not known."""
    assert getattr(provision(**{name: 0}), name) == 0
    assert getattr(provision(), name) is None
    with pytest.raises(InvalidRecordError) as caught:
        provision(**{name: -1})
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (name, ProblemKind.OUT_OF_RANGE)


@pytest.mark.parametrize("weeks", [(1, 1), (6, 52)])
def test_a_stay_has_a_shortest_and_a_longest_length(weeks: tuple[int, int]) -> None:
    assert provision(weeks=weeks).weeks == weeks


@pytest.mark.parametrize("weeks", [(0, 6), (7, 6), (-3, -2)])
def test_the_shortest_stay_comes_first(weeks: tuple[int, int]) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        provision(weeks=weeks, places=-1)
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [
        ("places", ProblemKind.OUT_OF_RANGE),
        ("weeks", ProblemKind.OUT_OF_ORDER),
    ]


def test_a_statement_is_published_or_filled_in() -> None:
    assert {standing.value for standing in Standing} == {"published", "filled_in"}
    with pytest.raises(InvalidRecordError):
        Provenance(of=None, standing=Standing.PUBLISHED)  # type: ignore[arg-type]

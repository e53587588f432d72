"""The cases that a school leader can read come out as they say."""

from collections import Counter

import attrs
import pytest

from tests.cases.case import JUDGEMENTS
from tests.cases.told import Told, told_cases

TOLD = tuple(told_cases())
LEAST = 6


def word(answer: object) -> object:
    """The code of an answer: its own, or that of the step, kind or way in it."""
    inner = next(
        (getattr(answer, name) for name in ("step", "kind", "leads") if hasattr(answer, name)), answer
    )
    return getattr(inner, "value", None)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.title)
def test_a_case_comes_out_as_it_says(told: Told) -> None:
    judged = told.judged()
    reasons = {key: judged.finding(key).reason for key in told.case["reasons"]}
    assert reasons == told.case["reasons"]
    assert word(judged.answer) == told.case.get("answer", word(judged.answer))
    assert told.case["from"]
    assert told.case["reasons"] or "answer" in told.case


def test_there_are_cases_of_every_judgement() -> None:
    counted = Counter(told.about for told in TOLD)
    assert counted.keys() == JUDGEMENTS.keys()
    assert min(counted.values()) >= LEAST


def test_titles_stand_once_and_keys_are_known() -> None:
    assert len({told.title for told in TOLD}) == len(TOLD)
    known = {
        "title",
        "from",
        "story",
        "on",
        "policy",
        "choosing",
        "places_free",
        "given",
        "answer",
        "reasons",
    }
    assert not {key for told in TOLD for key in told.case} - known


def test_a_case_that_says_otherwise_would_be_found() -> None:
    wrong = attrs.evolve(TOLD[0], case=TOLD[0].case | {"reasons": {"ELIG-1": "no_such_reason"}})
    with pytest.raises(AssertionError):
        test_a_case_comes_out_as_it_says(wrong)

"""A self-review and costs as people write them down: small TOML files, read strictly."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.own_files import read_costs, read_self_review
from iapcore.exchange.toml_text import MOST_BYTES
from iapcore.measures.costs import Cost
from iapcore.measures.self_review import Practised
from iapcore.vocabulary.money import Money

REVIEW: Final = """
on = "2026-11-20"

[[answers]]
practice = "UNI-3"
answer = "in_place"
evidence = "zq7 list"

[[answers]]
practice = "UNI-4"
answer = "not_in_place"
"""
COSTS: Final = """
[ours]
name = "our room"
total = "96,000"
places = 8
weeks = 39

[other]
name = "a place outside"
total = "6150.50"
places = 1
weeks = 13
"""
READERS: Final = {"review": (read_self_review, REVIEW), "costs": (read_costs, COSTS)}


def file(text: str) -> io.BytesIO:
    return io.BytesIO(text.encode())


def test_a_self_review(tmp_path: Path) -> None:
    review = read_self_review(file(REVIEW))
    assert (review.on, review.answer("UNI-3"), review.answer("UNI-4"), review.answer("UNI-5")) == (
        date(2026, 11, 20),
        Practised.IN_PLACE,
        Practised.NOT_IN_PLACE,
        Practised.NOT_KNOWN,
    )
    assert review.evidence("UNI-3") == "zq7 list"
    (tmp_path / "review.toml").write_text(REVIEW, encoding="utf-8")
    assert read_self_review(tmp_path / "review.toml") == review
    assert read_self_review(file(REVIEW.replace('"2026-11-20"', "2026-11-20"))) == review


def test_costs() -> None:
    costs = read_costs(file(COSTS))
    assert costs.ours == Cost(name="our room", total=Money(9_600_000), places=8, weeks=39)
    assert costs.other == Cost(name="a place outside", total=Money(615_050), places=1, weeks=13)
    assert structure(unstructure(costs.other), Cost) == costs.other
    assert unstructure(costs.other)["total"] == "6,150.50"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("review", '"2026-11-20"', '"20.11.2026"', "on: Write a day that exists as YYYY-MM-DD"),
        ("review", '"2026-11-20"', "2026-11-20T09:00:00", "on: Write a day that exists as YYYY-MM-DD"),
        ("review", '"2026-11-20"', "09:00:00", "on: Write a day that exists as YYYY-MM-DD"),
        (
            "review",
            '"2026-11-20"',
            "2026-02-30",
            "Line 2 is no TOML. .* a day that exists is written as 2026",
        ),
        ("review", '"2026-11-20"', "20261120", "on: Give text"),
        ("review", '"in_place"', '"zq7"', r"answers\[0\].answer: Give one of: in_place, not_in_place, not_"),
        ("review", '"UNI-3"', '"zq7"', r"answers\[0\].practice: Give the key of a practice, such as UNI-3."),
        ("review", '"UNI-4"', '"UNI-3"', r"answers\[1\].practice: This practice was answered already"),
        ("review", "evidence", "zq7", r"answers\[0\]: 1 key not known here"),
        ("review", "[[answers]]", "[answers]", "Line [0-9]+ is no TOML. Texts stand in straight quotation"),
        ("review", 'on = "2026-11-20"', "", "on: "),
        ("costs", '"96,000"', "96000", "ours.total: Give text"),
        ("costs", '"96,000"', '"96.000"', "ours.total: Write pounds, with two digits of pence or none"),
        ("costs", "weeks = 13", "weeks = 0", "other.weeks: Give a number from 1 on."),
        ("costs", "weeks = 13", "weeks = 13.5", "other.weeks: Give a whole number"),
        ("costs", "weeks = 13", "weeks = 0x8" + "0" * 15, "A whole number has more than 18 digits"),
        ("costs", "weeks = 13", "weeks = -" + "9" * 19, "A whole number has more than 18 digits"),
        (
            "review",
            'on = "2026-11-20"',
            "on = [[1], [0xFFFFFFFFFFFFFFFF]]",
            "A whole number has more than 18",
        ),
        ("costs", "weeks = 13", "weeks = 0x" + "F" * 9_000, "A whole number has more than 18 digits"),
        ("costs", "[other]", "[zq7]", "other: "),
    ],
)
def test_what_is_amiss_is_told_with_its_place_and_never_repeated(
    name: str, old: str, new: str, told: str
) -> None:
    read, text = READERS[name]
    with pytest.raises(InvalidRecordError, match=told) as refused:
        read(file(text.replace(old, new)))
    assert "zq7" not in str(refused.value)


def test_every_answer_that_is_amiss_is_told_at_once() -> None:
    amiss = REVIEW.replace("UNI-3", "zq7").replace('"not_in_place"', '"zq7"').replace("2026-11-20", "zq7")
    with pytest.raises(InvalidRecordError) as refused:
        read_self_review(file(amiss))
    assert [one.path for one in refused.value.problems] == ["on", "answers[0].practice", "answers[1].answer"]


@pytest.mark.parametrize("name", READERS)
def test_a_file_that_is_too_large_or_another_is_refused(name: str) -> None:
    read, text = READERS[name]
    with pytest.raises(InvalidRecordError, match="is it the right file"):
        read(file(text + "#" * MOST_BYTES))
    with pytest.raises(InvalidRecordError, match="Line 1 is no TOML"):
        read(file('{"format": "iapcore/dataset"}'))


@pytest.mark.parametrize("read", [read_self_review, read_costs])
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_other_bytes_are_refused_in_our_own_words(read: Callable[[io.BytesIO], Any], data: bytes) -> None:
    with pytest.raises(InvalidRecordError):
        read(io.BytesIO(data))

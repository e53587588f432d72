"""A measure as it may leave the team."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError, OutOfScopeError
from iapcore.measures.counting import BASE, HIT, NOT_KNOWN, count
from iapcore.measures.disclosure import CITES, PublishedCell
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import LESSONS_BACK, PLACES
from iapcore.measures.published import OTHER_REASONS, PublishedMeasure, PublishedPart, publish_measure
from iapcore.measures.returns import RETURNS
from iapcore.vocabulary.symbols import Symbol

ON = date(2026, 11, 20)


def measure(**counts: Any) -> Measure:
    return Measure(definition=RETURNS, on=ON, **counts)


def shown(part: PublishedPart) -> tuple[str, str]:
    return str(part.numerator), str(part.base)


@pytest.mark.parametrize(
    ("numerator", "base", "expected"),
    [
        (41, 63, ("41", "63")),
        (3, 20, ("c", "20")),
        (17, 20, ("c", "20")),  # three did not
        (0, 20, ("c", "20")),
        (20, 20, ("c", "20")),  # all of them: it tells of each
        (4, 9, ("c", "c")),
        (0, 0, ("c", "c")),
        (10, 20, ("10", "20")),
    ],
)
def test_nought_and_all_are_hidden_as_small_numbers_are(
    numerator: int, base: int, expected: tuple[str, str]
) -> None:
    part = publish_measure(measure(numerator=numerator, base=base)).whole
    assert shown(part) == expected
    is_shown = "c" not in expected
    assert part.share == (Fraction(numerator, base) if is_shown else Symbol.CONFIDENTIAL)
    assert (part.percent() is Symbol.CONFIDENTIAL) == (not is_shown)


@pytest.mark.parametrize(
    ("numerator", "base", "places", "expected"),
    [
        (10, 10_000, 0, Symbol.LOW),
        (10, 10_000, 1, Decimal("0.1")),
        (0, 50, 0, Decimal(0)),
        (25, 200, 0, Decimal(13)),  # twelve and a half: half up
        (10, 2_000, 0, Decimal(1)),
    ],
)
def test_per_cent_are_rounded_half_up_and_what_rounds_to_nought_says_so(
    numerator: int, base: int, places: int, expected: Decimal | Symbol
) -> None:
    part = PublishedPart(
        numerator=PublishedCell(numerator),
        base=PublishedCell(base),
        excluded=(),
        not_known=PublishedCell(0),
    )
    assert part.percent(places) == expected


def test_rare_reasons_are_not_named() -> None:
    """That one pupil died, or that a reason occurs at all, is told of no small number."""
    whole = measure(
        numerator=41, base=63, excluded=(("died", 1), ("not begun", 9), ("open", 12)), not_known=4
    )
    published = publish_measure(whole)
    assert [(name, str(cell)) for name, cell in published.whole.excluded] == [
        ("open", "12"),
        (OTHER_REASONS, "10"),
    ]
    assert str(published) == (
        "41 of 63 ended; 12 open; 10 other reasons; c not known; c: hidden, as are all counts below 10"
    )


@pytest.mark.parametrize("threshold", [2, 3, 10])
def test_that_there_are_other_reasons_is_not_told(threshold: int) -> None:
    none = publish_measure(measure(numerator=41, base=63), threshold=threshold)
    one = publish_measure(measure(numerator=41, base=63, excluded=(("died", 1),)), threshold=threshold)
    assert none == one
    assert [(name, str(cell)) for name, cell in none.whole.excluded] == [(OTHER_REASONS, "c")]


def test_groups_are_one_table_with_the_whole() -> None:
    placed = [
        *[(HIT, "7")] * 11,
        *[(BASE, "7")] * 14,
        *[(HIT, "8")] * 2,
        *[(BASE, "8")] * 31,
        *[(NOT_KNOWN, "7")] * 30,
        *[(NOT_KNOWN, "8")] * 12,
    ]
    published = publish_measure(count(RETURNS, placed, on=ON, grouped=True))
    assert shown(published.whole) == ("13", "58")
    assert [(label, *shown(part)) for label, part in published.groups] == [("7", "c", "25"), ("8", "c", "33")]
    assert [str(part.not_known) for _, part in published.groups] == ["30", "12"]
    assert published.whole.share == Fraction(13, 58)


@given(
    st.lists(
        st.tuples(st.sampled_from([HIT, BASE, NOT_KNOWN, "open", "died"]), st.sampled_from(["a", "b", None])),
        max_size=40,
    ),
    st.integers(2, 5),
)
def test_nobody_can_work_a_hidden_number_out(placed: list[tuple[str, object]], threshold: int) -> None:
    """Whoever knows what is shown, and that groups add up, finds another way in which the pupils may be spread."""
    whole = count(RETURNS, placed, on=ON, grouped=True)
    published = publish_measure(whole, threshold=threshold)
    parts = [part for _, part in published.groups]
    true = [(part.numerator, part.base - part.numerator) for _, part in whole.groups]
    if not parts:
        return
    for position, (numerator, rest) in enumerate(true):
        if str(parts[position].numerator) == "c":
            assert any(
                _looks_alike(published, other) and other[position][0] != numerator for other in _near(true)
            ), (numerator, rest)


def _near(true: list[tuple[int, int]]) -> list[tuple[tuple[int, int], ...]]:
    choices = [range(max(0, one - 1), one + 2) for pair in true for one in pair]
    return [tuple(zip(numbers[::2], numbers[1::2], strict=True)) for numbers in product(*choices)]


def _looks_alike(published: PublishedMeasure, other: tuple[tuple[int, int], ...]) -> bool:
    whole = (sum(one for one, _ in other), sum(rest for _, rest in other))
    parts = [published.whole, *(part for _, part in published.groups)]
    return all(
        str(cell) in ("c", str(number))
        for part, (numerator, rest) in zip(parts, (whole, *other), strict=True)
        for cell, number in ((part.numerator, numerator), (part.base, numerator + rest))
    )


def test_the_sources_and_the_threshold_stand_in_the_result() -> None:
    published = publish_measure(measure(numerator=41, base=63), threshold=5)
    assert published.threshold == 5
    assert published.cites == (*RETURNS.cites, *CITES)
    assert (published.on, published.definition) == (ON, RETURNS)


@pytest.mark.parametrize("definition", [PLACES, LESSONS_BACK], ids=lambda one: one.key)
def test_what_does_not_count_pupils_is_refused(definition: Any) -> None:
    """Three lessons or three hundred can be one pupil's."""
    with pytest.raises(OutOfScopeError, match="does not count pupils"):
        publish_measure(Measure(definition=definition, on=ON, numerator=300, base=400))


def test_groups_that_do_not_add_up_are_refused() -> None:
    whole = count(RETURNS, [(HIT, "a")] * 30 + [(BASE, "b")] * 30, on=ON, grouped=True)
    for wrong in (
        evolve(whole, numerator=31),
        evolve(whole, not_known=1),
        evolve(whole, excluded=(("open", 1),)),
    ):
        with pytest.raises(InvalidRecordError, match="do not add up"):
            publish_measure(wrong)
    with pytest.raises(InvalidRecordError, match="not negative"):
        publish_measure(measure(numerator=12, base=11))
    with pytest.raises(InvalidRecordError, match="from 2 on"):
        publish_measure(whole, threshold=1)

"""Three values, and no yes or no where one of them was meant."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iapcore.decisions.verdict import Verdict

MET, NOT_MET, NOT_KNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_KNOWN

AND = {
    (MET, MET): MET,
    (MET, NOT_KNOWN): NOT_KNOWN,
    (MET, NOT_MET): NOT_MET,
    (NOT_KNOWN, NOT_KNOWN): NOT_KNOWN,
    (NOT_KNOWN, NOT_MET): NOT_MET,
    (NOT_MET, NOT_MET): NOT_MET,
}
"""Kleene's strong logic: what is not known stays open, unless another answer settles the matter."""


@pytest.mark.parametrize("pair", list(product(Verdict, repeat=2)))
def test_two_together(pair: tuple[Verdict, Verdict]) -> None:
    expected = AND[pair] if pair in AND else AND[pair[1], pair[0]]
    assert Verdict.all_of(pair) is expected


def test_none_together() -> None:
    assert Verdict.all_of([]) is MET


@given(st.lists(st.sampled_from(Verdict), min_size=1), st.integers(0, 8))
def test_many_together_are_two_and_two_together(verdicts: list[Verdict], cut: int) -> None:
    parts = [Verdict.all_of(verdicts[:cut]), Verdict.all_of(verdicts[cut:])]
    assert Verdict.all_of(parts) is Verdict.all_of(verdicts)


@given(st.lists(st.sampled_from(Verdict), min_size=1), st.randoms(use_true_random=False))
def test_order_does_not_matter(verdicts: list[Verdict], chance: object) -> None:
    mixed = verdicts.copy()
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert Verdict.all_of(iter(mixed)) is Verdict.all_of(verdicts)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_has_no_truth_value(verdict: Verdict) -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(verdict)

"""What stands in a published table where no number does: the Department's symbols, and none of the older ones."""

import pytest

from iapcore.errors import UnknownCodeError
from iapcore.vocabulary.symbols import Symbol


def test_the_symbols_of_the_analysts_guide() -> None:
    """Not applicable, not available, hidden, rounds to nought, of low reliability."""
    assert [symbol.value for symbol in Symbol] == ["z", "x", "c", "low", "u"]


@pytest.mark.parametrize("old", ["", ":", "~", "*", "-", "0", "Z"])
def test_a_blank_and_the_older_marks_are_no_symbols(old: str) -> None:
    with pytest.raises(UnknownCodeError):
        Symbol(old)

"""What takes a measure out of the house hides small numbers or refuses, unless somebody asks in so many words.

Every public function above the measures that takes a `Measure` is found and called with small numbers.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, get_type_hints

import pytest

import iapcore
from iapcore.errors import OutOfScopeError
from iapcore.exchange.measures import write_measure_document
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import LESSONS_BACK
from iapcore.measures.returns import RETURNS

FLOORS: Final = ("tables", "exchange", "reports", "frames")
ON: Final = date(2026, 11, 20)
SMALL: Final = Measure(definition=RETURNS, on=ON, numerator=3, base=7, excluded=(("open", 6),), not_known=8)
LESSONS: Final = Measure(definition=LESSONS_BACK, on=ON, numerator=300, base=400)


DOCUMENTS: Final = (write_measure_document,)
"""What holds the numbers as they are, to be read back, and says in itself that it is internal."""


def takes_a_measure(thing: Callable[..., Any]) -> bool:
    return any(hint is Measure for name, hint in get_type_hints(thing).items() if name != "return")


def ways_out() -> Iterator[tuple[str, Callable[..., Any]]]:
    for floor in FLOORS:
        top = importlib.import_module(f"iapcore.{floor}")
        names = [one.name for one in pkgutil.walk_packages(top.__path__, f"{top.__name__}.")]
        for module in map(importlib.import_module, names):
            for name in module.__all__:
                thing = getattr(module, name, None)  # a room lists its modules, which load when asked for
                if inspect.isfunction(thing) and takes_a_measure(thing) and thing not in DOCUMENTS:
                    yield f"{module.__name__}.{name}", thing


WAYS_OUT: Final = dict(ways_out())


def test_the_ways_out_are_found() -> None:
    assert iapcore.to_rows in WAYS_OUT.values()


@pytest.mark.parametrize("write", DOCUMENTS)
@pytest.mark.parametrize("measure", [SMALL, LESSONS])
def test_a_document_says_that_it_is_internal(write: Callable[..., Any], measure: Measure) -> None:
    assert takes_a_measure(write)
    assert write(measure)["internal"] is True


@pytest.mark.parametrize("name", WAYS_OUT)
def test_small_numbers_stay_in(name: str) -> None:
    hints = get_type_hints(WAYS_OUT[name])
    [taken] = [one for one, hint in hints.items() if hint is Measure and one != "return"]
    cells = [cell for row in WAYS_OUT[name](**{taken: SMALL}) for cell in row.values()]
    assert not {3, 4, 6, 7, 8, "3", "4", "6", "7", "8"}.intersection(cells)
    with pytest.raises(OutOfScopeError):
        WAYS_OUT[name](**{taken: LESSONS})


@pytest.mark.parametrize("name", WAYS_OUT)
def test_to_ask_for_them_is_a_word_of_its_own(name: str) -> None:
    internal = inspect.signature(WAYS_OUT[name]).parameters["internal"]
    assert internal.kind is inspect.Parameter.KEYWORD_ONLY
    assert internal.default is False

"""What takes a measure out of the house hides small numbers or refuses, unless somebody asks in so many words.

Every public function above the measures that takes a `Measure`, or what was counted before, during and after stays, is
found and called with small numbers.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from typing import Any, Final, get_type_hints

import pytest

import iapcore
from iapcore.decisions.three_times import Counted
from iapcore.errors import OutOfScopeError
from iapcore.exchange.measures import write_measure_document
from iapcore.measures.before_and_after import BEFORE_AND_AFTER, Area, BeforeAndAfter, Led
from iapcore.measures.measure import Measure
from iapcore.measures.occupancy import LESSONS_BACK
from iapcore.measures.returns import RETURNS
from iapcore.tables.effects import effect_to_rows
from iapcore.vocabulary.settings import Destination

FLOORS: Final = ("tables", "exchange", "reports", "frames")
ON: Final = date(2026, 11, 20)
SMALL: Final = Measure(definition=RETURNS, on=ON, numerator=3, base=7, excluded=(("open", 6),), not_known=8)
LESSONS: Final = Measure(definition=LESSONS_BACK, on=ON, numerator=300, base=400)
COMPARED: Final = BeforeAndAfter(
    definition=BEFORE_AND_AFTER[Area.SUSPENSIONS],
    area=Area.SUSPENSIONS,
    on=ON,
    weeks=11,
    least=20,
    stays=5,
    before=Counted(count=31, possible=330),
    during=Counted(count=41, possible=440),
    after=Counted(count=32, possible=331),
    led=(
        Led(destination=Destination.MAINSTREAM, ended=6, compared=5),
        Led(destination=None, ended=2, compared=0),
    ),
    in_another_stay=1,
    absent=None,
    year_earlier=None,
    excluded=(("open", 3),),
    not_known=(("end not recorded", 4),),
)
"""Many half-days, of few pupils."""


DOCUMENTS: Final = (write_measure_document,)
"""What holds the numbers as they are, to be read back, and says in itself that it is internal."""


def takes(thing: Callable[..., Any], kind: type) -> bool:
    return any(hint is kind for name, hint in get_type_hints(thing).items() if name != "return")


def ways_out(kind: type = Measure) -> Iterator[tuple[str, Callable[..., Any]]]:
    for floor in FLOORS:
        top = importlib.import_module(f"iapcore.{floor}")
        names = {one.name for one in pkgutil.walk_packages(top.__path__, f"{top.__name__}.")}
        if find_spec("msgspec") is None:
            names.discard("iapcore.exchange.quick")  # without it this one cannot be imported
        for module in map(importlib.import_module, sorted(names)):
            for name in module.__all__:
                thing = getattr(module, name, None)  # a room lists its modules, which load when asked for
                if inspect.isfunction(thing) and takes(thing, kind) and thing not in DOCUMENTS:
                    yield f"{module.__name__}.{name}", thing


WAYS_OUT: Final = dict(ways_out())
OF_COMPARED: Final = dict(ways_out(BeforeAndAfter))


def test_the_ways_out_are_found() -> None:
    assert iapcore.to_rows in WAYS_OUT.values()
    assert effect_to_rows in OF_COMPARED.values()


@pytest.mark.parametrize("write", DOCUMENTS)
@pytest.mark.parametrize("measure", [SMALL, LESSONS])
def test_a_document_says_that_it_is_internal(write: Callable[..., Any], measure: Measure) -> None:
    assert takes(write, Measure)
    assert write(measure)["internal"] is True


@pytest.mark.parametrize("name", WAYS_OUT)
def test_small_numbers_stay_in(name: str) -> None:
    hints = get_type_hints(WAYS_OUT[name])
    [taken] = [one for one, hint in hints.items() if hint is Measure and one != "return"]
    cells = [cell for row in WAYS_OUT[name](**{taken: SMALL}) for cell in row.values()]
    assert not {3, 4, 6, 7, 8, "3", "4", "6", "7", "8"}.intersection(cells)
    with pytest.raises(OutOfScopeError):
        WAYS_OUT[name](**{taken: LESSONS})


@pytest.mark.parametrize("name", OF_COMPARED)
def test_what_was_counted_of_few_stays_stays_in(name: str) -> None:
    hints = get_type_hints(OF_COMPARED[name])
    [taken] = [one for one, hint in hints.items() if hint is BeforeAndAfter and one != "return"]
    [row] = OF_COMPARED[name](**{taken: COMPARED})
    told = {str(cell) for column, cell in row.items() if column not in ("weeks", "hidden_below")}
    assert not told & {str(number) for number in (*range(10), 31, 330, 41, 440, 32, 331)}


@pytest.mark.parametrize("name", WAYS_OUT | OF_COMPARED)
def test_to_ask_for_them_is_a_word_of_its_own(name: str) -> None:
    internal = inspect.signature((WAYS_OUT | OF_COMPARED)[name]).parameters["internal"]
    assert internal.kind is inspect.Parameter.KEYWORD_ONLY
    assert internal.default is False

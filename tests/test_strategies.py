"""The strategies that we ship: every value of the record can be drawn, wherever iapcore is installed."""

import importlib
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import iapcore.record
from iapcore.exchange.documents import structure, unstructure
from iapcore.record.behaviour import Incident
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.problems import find_problems
from iapcore.record.pupil import Pupil
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.strategies import consistent_journeys, contradictory_journeys, days, journeys, records
from iapcore.strategies.whole import _PLANTS
from iapcore.vocabulary.identifiers import PupilId, UnprovedUpn, Upn
from iapcore.vocabulary.school_days import SchoolCalendar
from iapcore.vocabulary.spans import DateSpan

A_FEW = settings(max_examples=10)
MADE_NOT_RECORDED = {"PseudonymKey", "SessionCount", "WayBack"}
"""Public values of a record's module that a function makes, or that cannot be looked into: nobody writes them down."""


def recorded() -> Iterator[type]:
    yield from (DateSpan, SchoolCalendar, PupilId, Upn, UnprovedUpn)
    for name in iapcore.record.__all__:
        module = importlib.import_module(f"iapcore.record.{name}")
        for public in module.__all__:
            kind = getattr(module, public)
            if isinstance(kind, type) and attrs.has(kind) and public not in MADE_NOT_RECORDED:
                yield kind


@pytest.mark.parametrize("kind", list(recorded()), ids=lambda kind: kind.__name__)
def test_every_record_can_be_drawn(kind: type) -> None:
    """What is drawn is of its class, compares and hashes by value, and is told from a changed copy."""

    @A_FEW
    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert type(value) is kind
        again = attrs.evolve(value)
        assert again is not value
        assert again == value
        assert hash(again) == hash(value)
        assert len({again, value}) == 1

    check()


@pytest.mark.parametrize("kind", [PupilId, Incident, Slot, Pupil])
def test_records_of_a_class_are_those_of_its_type(kind: type) -> None:
    @A_FEW
    @given(records(kind))
    def check(value: object) -> None:
        assert type(value) is kind

    check()


@given(days())
def test_days_lie_in_three_school_years(day: object) -> None:
    assert "2024-09-01" <= str(day) <= "2027-08-31"


def test_any_part_of_a_journey_may_be_recorded_or_not() -> None:
    """Filled, none and not recorded must come up, and soon, or a property about *not recorded* would prove nothing."""
    seen: set[tuple[str, str]] = set()

    @settings(max_examples=600, derandomize=True, phases=[Phase.generate])
    @given(journeys())
    def collect(journey: Journey) -> None:
        for name, value in attrs.asdict(journey, recurse=False).items():
            seen.add((name, "not recorded" if value is None else "none" if value == () else "filled"))

    collect()
    hints = get_type_hints(Journey)
    for name in {field.name for field in attrs.fields(Journey)} - {"pupil"}:
        assert {(name, "not recorded"), (name, "filled")} <= seen
        assert any(get_origin(part) is tuple for part in get_args(hints[name])) is ((name, "none") in seen)


@given(st.from_type(Stream[Incident]) | st.from_type(Stream))
def test_a_stream_is_of_one_kind_of_event(stream: Stream[Incident]) -> None:
    assert len({type(event) for event in stream.events}) <= 1


@A_FEW
@given(st.from_type(Dataset))
def test_a_dataset_survives_its_document(dataset: Dataset) -> None:
    assert structure(unstructure(dataset), Dataset) == dataset


def test_importing_hypothesis_is_enough() -> None:
    """An entry point registers them: those who embed us need not know that this module exists."""
    code = (
        "from hypothesis import strategies as st; import sys; "
        "print('iapcore.strategies' in sys.modules, end=' '); "
        "from iapcore import Journey; print(type(st.from_type(Journey).example()).__name__)"
    )
    command = [sys.executable, "-W", "ignore", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "Journey"]


@given(consistent_journeys())
def test_a_consistent_journey_has_no_problem(journey: Journey) -> None:
    assert find_problems(journey) == ()


@given(contradictory_journeys())
def test_a_contradictory_journey_has_one(journey: Journey) -> None:
    assert find_problems(journey)


@pytest.mark.parametrize("plant", _PLANTS, ids=lambda plant: plant.__name__)
def test_every_plant_is_found_on_the_barest_of_journeys(plant: Callable[[Journey], Journey]) -> None:
    assert find_problems(plant(Journey(pupil=Pupil(id=PupilId("elm-01")))))


def test_consistent_journeys_are_not_bare() -> None:
    """What is left after the contradictions were taken out is still a journey."""
    recorded_: Counter[str] = Counter()

    @settings(max_examples=200, derandomize=True, phases=[Phase.generate])
    @given(consistent_journeys())
    def count(journey: Journey) -> None:
        recorded_.update(field.name for field in attrs.fields(Journey) if getattr(journey, field.name))

    count()
    assert set(recorded_) == {field.name for field in attrs.fields(Journey)}


def test_a_failing_example_shows_records_and_how_to_make_them() -> None:
    """Neither the discreet repr, which tells nothing, nor the helpers that drew it."""

    @settings(max_examples=1_000, database=None, derandomize=True)
    @given(journeys())
    def fail(journey: Journey) -> None:
        assert not journey.marks

    with pytest.raises(AssertionError) as caught:
        fail()
    [told, *_] = caught.value.__notes__
    assert "Journey(pupil=Pupil(id=PupilId(" in told
    assert "marks=Stream(complete=DateSpan(start=datetime.date(" in told
    assert "‹" not in told
    assert "lambda" not in told


def test_journeys_shrink_to_little() -> None:
    """What is left of a journey that breaks a property is little more than what breaks it."""
    small = find(
        journeys(),
        lambda one: len(one.reviews or ()) > 1,
        settings=settings(database=None, max_examples=1_000),
    )
    assert small.reviews is not None
    assert len(small.reviews) == 2
    assert sum(value is not None for value in attrs.asdict(small, recurse=False).values()) <= 4

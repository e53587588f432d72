"""Records of every class are read back as they were written, by our converter and by a caller's own."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs
import pytest
from cattrs import Converter
from cattrs.preconf.json import make_converter
from hypothesis import given
from hypothesis import strategies as st

import iapcore.record
import iapcore.vocabulary
from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.judgement import Decision
from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.exchange.converter import is_ours
from iapcore.exchange.documents import register, structure, unstructure
from iapcore.exchange.json_text import parse, write
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.measures.measure import Measure
from iapcore.measures.returns import count_returns
from iapcore.record.assessment import Assessment
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import Incident, Suspension
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOverChange
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.provision import Provision
from iapcore.record.pseudonyms import PseudonymKey
from iapcore.record.pupil import Pupil
from iapcore.record.redaction import Redacted
from iapcore.record.stream import Stream
from iapcore.record.timetable import PeriodTime, Slot, TrafficLights
from iapcore.samples import cohort
from iapcore.strategies import records
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.identifiers import PupilId, UnprovedUpn, Upn
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Polarity, Scale
from iapcore.vocabulary.spans import DateSpan


def classes() -> Iterator[type]:
    for floor in (iapcore.record, iapcore.vocabulary):
        for module in pkgutil.iter_modules(floor.__path__, f"{floor.__name__}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if isinstance(kind, type) and kind.__module__ == module.name and kind.__name__[0] != "_":
                    yield kind


NO_RECORDS = (Redacted, HandOverChange, PseudonymKey)
"""What is made of records and stands in no document; least of all a key."""
RECORDS = [
    kind for kind in classes() if attrs.has(kind) and kind not in (Stream, Journey, Dataset, *NO_RECORDS)
]
STREAMS = [Stream[SessionMark], Stream[Incident], Stream[Suspension]]
CODES = [kind for kind in classes() if issubclass(kind, Enum)]


@pytest.mark.parametrize("kind", [*RECORDS, *STREAMS], ids=str)
@given(data=st.data())
def test_a_record_is_read_back(kind: Any, data: st.DataObject) -> None:
    record = data.draw(records(kind))
    assert structure(parse(write(unstructure(record))), kind) == record


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def test_every_code_is_read_back_and_no_other(kind: type[Enum]) -> None:
    for member in kind:
        assert structure(unstructure(member), kind) is member
    for wrong in ("zq7", "", None, 0, [], {}, True):
        with pytest.raises(InvalidRecordError):
            structure(wrong, kind)


def test_the_classes_are_found() -> None:
    assert {Placement, Provision, Pupil, Slot, TrafficLights, Upn} <= set(RECORDS)
    assert LessonColour in CODES


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_a_policy_is_read_back(policy: Policy) -> None:
    assert structure(parse(write(unstructure(policy))), Policy) == policy


def test_a_measure_is_read_back() -> None:
    day = date(2026, 11, 20)
    measure = count_returns(cohort(20), policy=profile(), on=day, by=lambda journey: journey.pupil.sex)
    assert structure(parse(write(unstructure(measure))), Measure) == measure


@pytest.mark.parametrize(
    ("kind", "given", "read"),
    [
        (str, "zq7", "zq7"),
        (bool, False, False),
        (int, 3, 3),
        (float, 3, 3.0),
        (float, 0.5, 0.5),
        (date, "2026-11-02", date(2026, 11, 2)),
        (Fraction, "9/10", Fraction(9, 10)),
        (Fraction, "0/1", Fraction(0)),
        (tuple[int, ...], [], ()),
        (tuple[int, int], [1, 2], (1, 2)),
        (list[DateSpan], [{"start": "2026-11-02"}], [DateSpan(date(2026, 11, 2))]),
        (Upn | UnprovedUpn | None, "H801200001001", Upn("H801200001001")),
        (Upn | UnprovedUpn | None, "zq7", UnprovedUpn("zq7")),
        (Upn | UnprovedUpn | None, None, None),
    ],
)
def test_a_plain_value_is_taken_as_what_it_is(kind: Any, given: object, read: object) -> None:
    taken = structure(given, kind)
    assert (taken, type(taken)) == (read, type(read))


@pytest.mark.parametrize(
    ("kind", "given", "problem"),
    [
        (str, 77177, ProblemKind.WRONG_TYPE),
        (str, "zq7\udc00", ProblemKind.MALFORMED),
        (bool, "false", ProblemKind.WRONG_TYPE),
        (bool, 0, ProblemKind.WRONG_TYPE),
        (int, 3.0, ProblemKind.WRONG_TYPE),
        (int, True, ProblemKind.WRONG_TYPE),
        (int, "3", ProblemKind.WRONG_TYPE),
        (float, "0.5", ProblemKind.WRONG_TYPE),
        (float, True, ProblemKind.WRONG_TYPE),
        (float, float("nan"), ProblemKind.WRONG_TYPE),
        (float, float("inf"), ProblemKind.WRONG_TYPE),
        pytest.param(float, 10**400, ProblemKind.WRONG_TYPE, id="a huge number"),
        (date, date(2026, 11, 2), ProblemKind.WRONG_TYPE),
        (date, 20261102, ProblemKind.WRONG_TYPE),
        (Fraction, 0.9, ProblemKind.MALFORMED),
        (Fraction, "90 %", ProblemKind.MALFORMED),
        (Fraction, "9/0", ProblemKind.MALFORMED),
        (Fraction, "-9/10", ProblemKind.MALFORMED),
        (Fraction, "9/10/11", ProblemKind.MALFORMED),
        (Fraction, "\u0669/\u0661\u0660", ProblemKind.MALFORMED),
        pytest.param(Fraction, "1" * 5_000 + "/2", ProblemKind.MALFORMED, id="a huge share"),
        (tuple[str, ...], "zq7", ProblemKind.WRONG_TYPE),
        (tuple[str, ...], {"zq7": 1}, ProblemKind.WRONG_TYPE),
        (tuple[str, ...], ("zq7",), ProblemKind.WRONG_TYPE),
        (tuple[int, int], [1, 2, 3], ProblemKind.WRONG_TYPE),
        (PupilId, None, ProblemKind.WRONG_TYPE),
        (Upn, "zq7", ProblemKind.MALFORMED),
        (UnprovedUpn, "H801200001001", ProblemKind.CONTRADICTION),
        (Upn | UnprovedUpn | None, 801200001001, ProblemKind.WRONG_TYPE),
        (TrafficLights, "GGZ", ProblemKind.MALFORMED),
        (DateSpan, "2026-11-02..", ProblemKind.WRONG_TYPE),
        (Stream[SessionMark], None, ProblemKind.WRONG_TYPE),
    ],
)
def test_another_value_is_refused(kind: Any, given: object, problem: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure(given, kind)
    assert [one.kind for one in caught.value.problems] == [problem]
    assert not {"zq7", "77177", "801200001001"} & set(str(caught.value).split())


def test_every_item_of_a_list_is_told() -> None:
    for kind in (tuple[DateSpan, ...], list[DateSpan]):
        with pytest.raises(InvalidRecordError) as caught:
            structure([{"start": "2026-11-02"}, {"start": "zq7"}, {}], kind)
        assert [problem.path for problem in caught.value.problems] == ["[1].start", "[2].start"]


def test_what_is_no_fault_of_the_data_is_not_hidden() -> None:
    class Foreign:
        pass

    with pytest.raises(Exception, match="Foreign") as caught:
        structure({}, Foreign)
    assert not isinstance(caught.value, InvalidRecordError)


# ---- a caller's own converter


@attrs.frozen
class Note:
    """A caller's own class that holds ours."""

    pupil: Pupil
    stays: list[Placement]
    colour: LessonColour | None
    marks: Stream[SessionMark] | None = None


def theirs() -> Converter:
    converter = make_converter()
    register(converter)
    return converter


@given(
    st.builds(
        Note,
        records(Pupil),
        st.lists(records(Placement), max_size=2),
        st.sampled_from([*LessonColour, None]),
        st.none() | records(Stream[SessionMark]),
    )
)
def test_a_callers_class_that_holds_ours(note: Note) -> None:
    converter = theirs()
    assert converter.structure(parse(write(converter.unstructure(note))), Note) == note


@given(st.integers(1, 1000), records(Placement))
def test_a_callers_converter_writes_as_we_do(seed: int, stay: Placement) -> None:
    converter = theirs()
    for value, kind in (
        (next(cohort(1, seed=seed)), Journey),
        (stay, Placement),
        (LessonColour.RED, LessonColour),
    ):
        written = unstructure(value)
        assert converter.unstructure(value) == written
        assert converter.structure(written, kind) == value


def test_a_callers_converter_knows_our_unions() -> None:
    converter = theirs()
    for upn in (Upn("H801200001001"), UnprovedUpn("801"), None):
        union = Upn | UnprovedUpn | None
        assert converter.structure(converter.unstructure(upn), union) == upn
    own = OwnInstrument(
        name="ours", scales=(Scale(name="a", low=0, high=2, polarity=Polarity.HIGHER_IS_STRENGTH),)
    )
    for instrument in (Instrument.SDQ, own):
        assert (
            converter.structure(converter.unstructure(instrument), Instrument | OwnInstrument) == instrument
        )


@pytest.mark.parametrize(
    ("instrument", "path", "kind"),
    [
        ("jane doe", "instrument", ProblemKind.UNKNOWN_CODE),
        (None, "instrument", ProblemKind.WRONG_TYPE),
        (5, "instrument", ProblemKind.WRONG_TYPE),
        (["sdq"], "instrument", ProblemKind.WRONG_TYPE),
        ({"name": "ours"}, "instrument.scales", ProblemKind.MISSING_KEY),
    ],
)
def test_an_instrument_is_a_name_or_is_declared(instrument: object, path: str, kind: ProblemKind) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure({"day": "2026-11-02", "instrument": instrument, "scores": []}, Assessment)
    [problem] = caught.value.problems
    assert (problem.path, problem.kind) == (path, kind)


def test_a_callers_converter_reads_decisions() -> None:
    converter = theirs()
    decision = check_eligibility(next(cohort(1)), policy=profile(), on=date(2026, 11, 20))
    assert converter.structure(converter.unstructure(decision), Decision) == decision


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Pupil, {"id": "zq7", "zq7": 1}),
        (Pupil, {"id": 77177}),
        (Placement, {"began": "2026-02-30"}),
        (Stream[SessionMark], {"complete": {"start": "2026-09-02", "end": "2026-09-03"}, "events": {}}),
        (LessonColour, "RED"),
        (Journey, {"pupil": {"id": "zq7"}}),
    ],
)
def test_a_callers_converter_is_as_strict(kind: Any, given: object) -> None:
    with pytest.raises(InvalidRecordError):
        theirs().structure(given, kind)


def test_a_callers_own_types_stay_the_callers() -> None:
    converter = theirs()
    assert converter.structure("3", int) == 3
    assert converter.unstructure(converter.structure(["2026-11-02"], list[str])) == ["2026-11-02"]
    assert not is_ours(int)
    assert not is_ours(list[int])
    assert not is_ours(Upn | None)
    assert is_ours(Stream[SessionMark])


@pytest.mark.parametrize("wrong", ["24:00", "9:05", "09:05:00", "09:60"])
def test_a_time_of_day_is_written_one_way(wrong: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        structure({"period": "1", "begins": wrong, "ends": "10:00"}, PeriodTime)
    assert [(one.path, one.kind) for one in caught.value.problems] == [("begins", ProblemKind.MALFORMED)]

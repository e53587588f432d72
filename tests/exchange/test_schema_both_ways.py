"""What we write, the schemas take; what they take we read, but for what no schema can say, which is listed here."""

import io
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import iapcore.strategies as ours
from iapcore.decisions.judgement import Judgement
from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import parse, write, write_line
from iapcore.exchange.lines import read_journeys, write_journeys
from iapcore.exchange.schema import SCHEMAS, schema_of
from iapcore.guidance.policy import Policy
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.measures.measure import Measure
from iapcore.measures.returns import count_returns
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.samples import cohort
from iapcore.vocabulary.recipients import Recipient
from tests.cases import CASES, Case
from tests.exchange.drawn import changed, drawn_from

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema comes with the extra `integrations`")

K = ProblemKind
ON: Final = date(2026, 11, 20)
KINDS: Final = {
    "journey": Journey,
    "dataset": Dataset,
    "journeys": Journey,
    "policy": Policy,
    "judgement": Judgement,
    "measure": Measure,
    "hand_over": HandOver,
}
every_kind = pytest.mark.parametrize("name", SCHEMAS)
often = settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)

DIFFERENCES: Final[dict[str, tuple[ProblemKind, str]]] = {
    "days that no calendar has": (K.NOT_A_DATE, r"."),
    "days in order": (K.OUT_OF_ORDER, r"."),
    "the same thing twice": (K.DUPLICATE, r"."),
    "references to provisions and calendars": (K.UNKNOWN_REFERENCE, r"(provision|calendar|parts)$"),
    "fields that exclude each other": (
        K.CONTRADICTION,
        r"(half_days|secondary_need|not_yet|slot|scale|times\[\d+\](\.\w+)?|handed_over)$",
    ),
    "a check digit": (K.MALFORMED, r"uln$"),
    "a Monday": (K.MALFORMED, r"weeks\[\d+\]\.starts$"),
    "a second week of the calendar": (K.OUT_OF_RANGE, r"second_weeks\[\d+\]$"),
    "events within the days that are complete": (K.OUT_OF_RANGE, r"events\[\d+\]\.day$"),
    "points within their scale": (K.OUT_OF_RANGE, r"(points|high)$"),
    "scales of an instrument": (K.UNKNOWN_CODE, r"scale$"),
    "a share of a policy": (K.OUT_OF_RANGE, r"(attendance_in_stay|check_in_share|targets_moving)$"),
    "what follows from the findings": (
        K.CONTRADICTION,
        r"^(verdict|answer(\.kind)?|findings)$|choices$",
    ),
}
"""What only the reader finds: the kind of problem, and where it may stand."""


def is_listed(problem: Problem) -> bool:
    return any(
        problem.kind is kind and re.search(place, problem.path) for kind, place in DIFFERENCES.values()
    )


@cache
def validator(name: str) -> Any:
    """As the schema means it: `$` is the end of the text, and a whole number is written as one."""
    base = jsonschema.Draft202012Validator
    whole = base.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    made = jsonschema.validators.extend(base, {"pattern": _pattern}, type_checker=whole)
    return made(schema_of(name))


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Any:
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield jsonschema.ValidationError("It does not match.")


def faults(name: str, document: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(name).iter_errors(document)]


def read(name: str, document: Any) -> bool:
    """Whether it was read; where not, all that was found is listed above."""
    try:
        made = line(document) if name == "journeys" else structure(parse(write(document)), KINDS[name])
    except InvalidRecordError as error:
        unlisted = [
            f"{one.path} {one.kind.name} {one.remedy}" for one in error.problems if not is_listed(one)
        ]
        assert unlisted == []
        return False
    assert isinstance(made, KINDS[name])
    return True


def line(document: Any) -> Journey:
    """The journey of a line of JSON Lines; of a header with a line that holds hardly anything."""
    written = write_line(document)
    if "format" in document:
        written += write_line({"pupil": {"id": "elm-01"}})
    else:
        written = write_line({"format": "iapcore/journeys", "version": 1}) + written
    [journey] = read_journeys(io.BytesIO(written))
    return journey


@every_kind
def test_it_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name))


# What we write


@given(st.from_type(Journey))
def test_a_journey_that_we_write(journey: Journey) -> None:
    try:
        document = unstructure(journey)
    except InvalidRecordError:  # two provisions under one key
        assume(False)  # noqa: FBT003
    assert faults("journey", document) == []


@settings(max_examples=settings().max_examples // 2)
@given(ours.datasets())
def test_a_dataset_that_we_write(dataset: Dataset) -> None:
    assert faults("dataset", unstructure(dataset)) == []


def test_made_up_and_shipped_journeys() -> None:
    assert faults("dataset", unstructure(Dataset.of(cohort(20)))) == []
    shipped = Path(str(ours.__file__)).parents[1] / "data" / "journeys.json"
    assert faults("dataset", parse(shipped.read_bytes())) == []


@pytest.mark.parametrize("policy", PROFILES, ids=lambda policy: policy.name)
def test_a_policy_that_we_write(policy: Policy) -> None:
    assert faults("policy", unstructure(policy)) == []


@pytest.mark.parametrize("case", CASES[::20], ids=lambda case: case.name)
def test_judgements_that_we_write(case: Case) -> None:
    for judgement in case.judgements().values():
        assert faults("judgement", unstructure(judgement)) == []


def measure() -> Measure:
    return count_returns(cohort(30), policy=profile("half-term"), on=ON, by=lambda one: one.pupil.sex)


def test_a_measure_that_we_write() -> None:
    assert faults("measure", unstructure(measure())) == []


def bundles() -> list[HandOver]:
    """Hand-overs, drafts and handed over."""
    drafts = [HandOver.of(one, to=Recipient.RECEIVING_TEACHER, on=ON) for one in cohort(12)]
    seen = {"seen_by_pupil": ON, "seen_by_family": ON, "handed_over": ON}
    return [*drafts, *(evolve(one, **seen) for one in drafts)]


def test_a_hand_over_that_we_write() -> None:
    assert [faults("hand_over", unstructure(one)) for one in bundles()] == [[]] * 24


def test_lines_that_we_write() -> None:
    stream = io.BytesIO()
    write_journeys(list(cohort(12)), stream)
    assert [faults("journeys", parse(one)) for one in stream.getvalue().splitlines()] == [[]] * 13


# What the schemas take


def lines() -> list[Any]:
    stream = io.BytesIO()
    write_journeys([Journey(pupil=next(cohort(1)).pupil), *cohort(2, missing=0.8)], stream)
    return [parse(one) for one in stream.getvalue().splitlines()]


WRITTEN: Final[dict[str, Callable[[], list[Any]]]] = {
    "journey": lambda: [unstructure(one) for one in cohort(4)],
    "dataset": lambda: [unstructure(Dataset.of(cohort(2, missing=0.8), as_of=ON, about="Made up."))],
    "journeys": lines,
    "policy": lambda: [unstructure(one) for one in PROFILES],
    "judgement": lambda: [unstructure(one) for case in CASES[::50] for one in case.judgements().values()],
    "measure": lambda: [unstructure(measure())],
    "hand_over": lambda: [unstructure(one) for one in bundles()],
}


@cache
def written(name: str) -> list[Any]:
    """Documents to change something in."""
    return WRITTEN[name]()


@every_kind
@often
@given(data=st.data())
def test_a_changed_document_that_the_schema_takes_is_read(name: str, data: st.DataObject) -> None:
    document = data.draw(st.sampled_from(written(name)).flatmap(changed))
    assume(not faults(name, document))
    read(name, document)


@every_kind
@often
@given(data=st.data())
def test_a_document_made_from_the_schema_is_read(name: str, data: st.DataObject) -> None:
    document = data.draw(drawn_from(schema_of(name)))
    assume(not faults(name, document))
    read(name, document)


# Each difference is there, and told in the documentation


def journey(**content: Any) -> tuple[str, Any]:
    return "journey", {
        "format": "iapcore/journey",
        "version": 1,
        "journey": {"pupil": {"id": "zq7"}, **content},
    }


def policy(**values: Any) -> tuple[str, Any]:
    document = unstructure(profile("half-term"))
    for name, value in values.items():
        document["policy"][name]["value"] = value
    return "policy", document


def judgement(**content: Any) -> tuple[str, Any]:
    return "judgement", unstructure(CASES[0].judgements()["eligibility"]) | content


AUTUMN: Final = {"start": "2026-09-02", "end": "2026-12-18"}
TERM: Final = {"span": AUTUMN}
LATE: Final = {"complete": AUTUMN, "events": [{"day": "2027-01-11"}]}
SDQ: Final = {"day": "2026-11-02", "instrument": "sdq"}
EXAMPLES: Final = {
    "days that no calendar has": journey(reviews=[{"day": "2026-02-30"}]),
    "days in order": journey(placements=[{"planned": {"start": "2026-12-11", "end": "2026-11-02"}}]),
    "the same thing twice": journey(
        timetables=[{"starts": "2026-11-02", "lessons": [{"slot": "Mon:1"}] * 2}]
    ),
    "references to provisions and calendars": journey(calendar="zq7"),
    "fields that exclude each other": journey(
        choices=[{"day": "2026-11-02", "first": ["Mon:1"], "not_yet": ["Mon:1"]}]
    ),
    "a check digit": journey(pupil={"id": "zq7", "uln": "1234567890"}),
    "a Monday": journey(plans=[{"day": "2026-11-02", "weeks": [{"starts": "2026-11-03"}]}]),
    "a second week of the calendar": (
        "journey",
        journey()[1] | {"calendars": [{"key": "a", "terms": [TERM], "second_weeks": ["2026-09-08"]}]},
    ),
    "events within the days that are complete": journey(incidents=LATE),
    "points within their scale": journey(assessments=[SDQ | {"scores": [{"scale": "total", "points": 41}]}]),
    "scales of an instrument": journey(assessments=[SDQ | {"scores": [{"scale": "zq7", "points": 1}]}]),
    "a share of a policy": policy(check_in_share="3/2"),
    "what follows from the findings": judgement(verdict="not_known"),
}


def test_every_difference_has_an_example() -> None:
    assert EXAMPLES.keys() == DIFFERENCES.keys()


@pytest.mark.parametrize("words", DIFFERENCES)
def test_a_difference_is_there_and_is_told(words: str) -> None:
    name, document = EXAMPLES[words]
    assert faults(name, document) == []
    with pytest.raises(InvalidRecordError) as caught:
        structure(document, KINDS[name])
    kind, place = DIFFERENCES[words]
    assert any(one.kind is kind and re.search(place, one.path) for one in caught.value.problems)
    page = Path(__file__).parents[2] / "docs" / "reference" / "format.md"
    assert f"| {words} |" in page.read_text(encoding="utf-8")

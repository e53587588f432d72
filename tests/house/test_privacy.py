"""The marked-secret sweep: whatever is written about a child is planted everywhere and then looked for.

Every text, identifier and date of birth of a record is replaced by a mark. The marks may come out through
`format()` and in a document that somebody writes on purpose; elsewhere only as `SHOWN` says.
"""

import contextlib
import io
import json
import re
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iapcore.__main__ import main
from iapcore.decisions.eligibility import check_eligibility
from iapcore.decisions.judgement import Judgement
from iapcore.decisions.outcome import classify_outcome
from iapcore.decisions.readiness import assess_readiness
from iapcore.decisions.reviews import check_reviews, find_due, plan_reviews
from iapcore.decisions.safeguards import check_safeguards
from iapcore.decisions.situation import Situation
from iapcore.decisions.stage import find_stage
from iapcore.decisions.support import check_support
from iapcore.decisions.transition import check_transition
from iapcore.decisions.way_back import check_plan, plan_return
from iapcore.errors import IapError, InvalidRecordError, OutOfScopeError
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.files import read_dataset, write_dataset
from iapcore.guidance.profiles import PROFILES, profile
from iapcore.measures.before_and_after import Area
from iapcore.measures.counting import by_provision
from iapcore.measures.durations import count_time_to_return
from iapcore.measures.effect import count_before_and_after
from iapcore.measures.experience import count_answers
from iapcore.measures.fairness import Roll, count_fairness, publish_fairness
from iapcore.measures.lasting import count_relapses, count_sustained
from iapcore.measures.lengths import count_lengths
from iapcore.measures.measure import Measure
from iapcore.measures.milestones import Milestone, Trait
from iapcore.measures.occupancy import count_lessons_back, count_places
from iapcore.measures.published import publish_measure
from iapcore.measures.returns import (
    Followed,
    count_answered,
    count_followed,
    count_purpose_changes,
    count_returns,
)
from iapcore.measures.room import compare_staffing, count_in_room
from iapcore.measures.self_review import answers_of
from iapcore.measures.signals import find_signals
from iapcore.measures.waiting import count_waiting
from iapcore.measures.wellbeing import count_improved
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.attendance import SessionMark
from iapcore.record.characteristics import Characteristics
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.record.problems import find_problems
from iapcore.record.provision import Provision
from iapcore.record.pseudonyms import PseudonymKey, pseudonymise
from iapcore.record.pupil import Pupil
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.redaction import redact
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.stream import Stream
from iapcore.record.timetable import (
    PeriodTime,
    Slot,
    Timetable,
    TrafficLights,
    Weekday,
    coloured_week,
    timetable_on,
)
from iapcore.reports.hand_over_page import hand_over_as_html
from iapcore.reports.pages import tell_dataset
from iapcore.reports.pictures import draw_share, draw_way_back, draw_week
from iapcore.reports.plan_text import tell_plan
from iapcore.reports.provision import provision_page
from iapcore.reports.words import tell
from iapcore.samples import cohort
from iapcore.strategies import days, journeys
from iapcore.tables.effects import effect_to_rows
from iapcore.tables.rows import to_rows
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import Language
from iapcore.vocabulary.identifiers import Laestab, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.instruments import Instrument, OwnInstrument
from iapcore.vocabulary.lessons import SharedTime
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.provision_kinds import ProvisionKind
from iapcore.vocabulary.recipients import Recipient
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan, parse_day
from tests.stories import STORIES

SHOWN: Final[dict[str, set[str]]] = {
    # For staff who know the pupils: by key, never by another identifier; a lesson by its subject.
    "report": {
        "PupilId",
        "Dataset.about",
        "Lesson.subject",
        "Provision.name",
        "Provision.key",
        "Provision.school",
    },
    # A page about the provision: counts, and nothing about a pupil. A questionnaire is named with its edition.
    "page of the provision": {"Provision.name", "Provision.key", "Assessment.edition"},
    # What helps, for those who receive the pupil; it was written to be handed on.
    "hand-over": {
        "PupilId",
        "Adjustment.words",
        "Passport.strategies",
        "Passport.triggers",
        "Target.measure",
        "Target.words",
    },
    # A pupil's own week: whose it is stands on no picture.
    "week": {"Lesson.subject"},
    # Grouped by it: whose room it is, and nothing about a pupil.
    "measure by provision": {"Provision.key"},
    # Told for each edition of a questionnaire: which one, and nothing about a pupil.
    "measure by edition": {"Assessment.edition"},
    # A judgement told beside a timetable.
    "judgement with a timetable": {"Lesson.subject"},
}
"""Where a mark is meant to appear, and which. Everywhere else: none."""

CLOSED: Final = {
    "OwnInstrument.name",
    "PeriodTime.period",
    "Scale.name",
    "Scale.parts",
    "ScaleScore.scale",
    "Slot.period",
}
"""Codes and texts out of a closed list: checked when made, and no secret."""

CHECKED: Final = (Laestab, Language, OwnInstrument, PeriodTime, ScaleScore, Slot, Uln, Urn)
"""Values of which any other text would be refused: they bear their own, and a ULN is looked for as it is."""

REFS: Final = {"ref", "referral", "target"}
"""Fields that point at each other: alike before, alike after."""

ON: Final = date(2026, 11, 20)
SPAN: Final = DateSpan(date(2026, 11, 2), date(2026, 12, 18))
BORN: Final = date(2011, 3, 17)
UPN: Final = Upn("Y943210125999")
ULN: Final = Uln("4982597919")
FOUND: Final = re.compile(r"secret(\d{4})", re.IGNORECASE)
ALSO: Final = re.compile(
    r"Y943210125999|943210125|4982597919|2011-03-17|2011, 3, 17|17 March 2011|17/03/2011|17.0?3.2011"
)


class Marks:
    """Gives each text a mark of its own and remembers where the text stood."""

    def __init__(self) -> None:
        self.homes: list[str] = []
        self._marks: dict[tuple[str, str], str] = {}

    def mark(self, home: str, text: str) -> str:
        name = "a ref" if home.partition(".")[2] in REFS else home
        if (name, text) not in self._marks:
            self._marks[name, text] = f"secret{len(self.homes):04}"
            self.homes.append(name)
        return self._marks[name, text]

    def plant(self, value: Any, home: str = "") -> Any:
        """The same value with a mark for every text, the secret UPN and the secret date of birth."""
        if isinstance(value, tuple):
            return tuple(self.plant(item, home) for item in value)
        if isinstance(value, str):
            return self.mark(home, value)
        if isinstance(value, PupilId | UnprovedUpn):
            return type(value)(self.mark(type(value).__name__, value.format()))
        if isinstance(value, Upn):
            return UPN
        if not attrs.has(type(value)) or isinstance(value, CHECKED):
            return value
        kind = type(value)
        changes = {
            field.name: self.plant(getattr(value, field.name), f"{kind.__name__}.{field.name}")
            for field in attrs.fields(kind)
        }
        if isinstance(value, Pupil):
            changes["date_of_birth"] = BORN
        return attrs.evolve(value, **changes)

    def found(self, text: str) -> set[str]:
        """Where the marks come from that stand in a text."""
        homes = {self.homes[int(number)] for number in FOUND.findall(text)}
        return homes | ({"an identifier or a date of birth"} if ALSO.search(text) else set())


# A journey in which everything is recorded


def whole(hint: Any, name: str = "") -> Any:
    """A value of a type in which nothing is left out, made from what the fields say of themselves."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return whole(next(one for one in arguments if one is not NoneType), name)
    if origin is tuple:
        return (1, 2) if arguments[0] is int else (whole(arguments[0], name),)
    if origin is Stream:
        return Stream(complete=SPAN, events=(whole(arguments[0]),))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if hint in SIMPLE:
        return SIMPLE[hint](name)
    hints = get_type_hints(hint)
    return hint(**{field.alias: whole(hints[field.name], field.name) for field in attrs.fields(hint)})


SIMPLE: Final[dict[Any, Callable[[str], Any]]] = {
    str: lambda name: "same" if name in REFS else f"a {name}",
    int: lambda _: 1,
    bool: lambda _: True,
    date: lambda _: SPAN.start,
    DateSpan: lambda _: SPAN,
    SchoolCalendar: lambda _: SchoolCalendar(key="a calendar", terms=(Term(SPAN, None, "a term"),)),
    Slot: lambda _: Slot.parse("Mon:1"),
    PeriodTime: lambda _: PeriodTime(period="1", begins=time(9), ends=time(10)),
    Characteristics: lambda _: Characteristics(since=SPAN.start, has_social_worker=True),
    Uln: lambda _: ULN,
    Urn: lambda _: Urn("123456"),
    Laestab: lambda _: Laestab("8012000"),
    Language: lambda _: Language("ENB"),
    Upn: lambda _: UPN,
    PupilChoice: lambda _: PupilChoice(
        day=SPAN.start,
        first=(Slot.parse("Mon:1"),),
        not_yet=(Slot.parse("Tue:1"),),
        at_most=1,
        accompanied=(Slot.parse("Mon:1"),),
        back_to_base=(Slot.parse("Wed:1"),),
        apart_from=(SharedTime.LUNCH,),
        ref="same",
        words="some words",
    ),
    ReturnPlan: lambda _: ReturnPlan(
        day=SPAN.start,
        weeks=(
            PlannedWeek(
                starts=SPAN.start,
                back=(PlannedLesson(slot=Slot.parse("Mon:1"), accompanied=True, speak_first=True),),
                to_base=(Slot.parse("Wed:1"),),
            ),
        ),
        shared=(SharedTime.BREAK,),
        agreed_with=(Role.PUPIL,),
        ref="same",
        words="other words",
    ),
    Assessment: lambda _: Assessment(
        day=SPAN.start,
        instrument=Instrument.SDQ,
        edition="an edition",
        informant=Informant.TEACHER,
        scores=(ScaleScore(scale="total", points=3),),
        ref="same",
    ),
}


def everything() -> Dataset:
    """A dataset in which each field of each record is filled in.

    A second pupil has identifiers of the other sort, and one pupil stands in it twice.
    """
    journey: Journey = whole(Journey)
    [placement], [referral] = journey.placements or (), journey.referrals or ()
    bare = Provision(key="bare", kind=ProvisionKind.SUPPORT_BASE)
    second = attrs.evolve(
        journey,
        pupil=attrs.evolve(journey.pupil, id=PupilId("second"), upn=UnprovedUpn("no upn")),
        placements=(attrs.evolve(placement, ending=None, provision=bare),),
        referrals=(attrs.evolve(referral, provision=bare),),
    )
    return Dataset.of([journey, second, journey], as_of=ON, about="about")


def texts_of_records() -> set[str]:
    """Every field of every record that holds text, by introspection from `Dataset` down."""
    homes: set[str] = set()
    seen: set[type] = set()

    def visit(hint: Any, home: str) -> None:
        kind = get_origin(hint) or hint
        for argument in get_args(hint):
            visit(argument, home)
        if kind is str and home not in CLOSED:
            homes.add("a ref" if home.partition(".")[2] in REFS else home)
        if isinstance(kind, type) and attrs.has(kind) and kind not in seen:
            seen.add(kind)
            if kind in (PupilId, UnprovedUpn, Upn, Uln, Urn, Laestab, Language):
                homes.update({kind.__name__} & {"PupilId", "UnprovedUpn"})
                return
            for name, inner in get_type_hints(kind).items():
                visit(inner, f"{kind.__name__}.{name}")

    visit(Dataset, "")
    return homes


def planted() -> Iterator[tuple[Marks, Dataset]]:
    """Datasets full of marks: one with everything, the test stories, and a made-up cohort."""
    stories = dict.fromkeys(journey for journey, _ in STORIES.values())
    keyed = [
        attrs.evolve(journey, pupil=attrs.evolve(journey.pupil, id=PupilId(f"story-{number}"), upn=UPN))
        for number, journey in enumerate(stories)
    ]
    for dataset in (everything(), Dataset.of(cohort(6))):
        marks = Marks()
        yield marks, marks.plant(dataset)
    for journey in keyed:
        marks = Marks()
        yield marks, marks.plant(Dataset.of([journey]))


PLANTED: Final = list(planted())


def test_every_text_of_a_record_was_marked() -> None:
    """A field that is added later cannot stay out of the sweep."""
    marks, dataset = PLANTED[0]
    assert set(marks.homes) == texts_of_records()
    assert {journey.pupil.date_of_birth for journey in dataset.journeys} == {BORN}
    assert dataset.journeys[0].pupil.upn == UPN


def test_marks_would_be_found() -> None:
    marks = Marks()
    mark = marks.mark("Lesson.subject", "Maths")
    assert marks.found(f"... {mark.capitalize()}: ...") == {"Lesson.subject"}
    for leak in ("Y943210125999", "2011-03-17", repr(BORN), "17 March 2011"):
        assert marks.found(leak) == {"an identifier or a date of birth"}
    assert marks.found(f"secret9 {ON!r}") == set()


# Where a mark could come out


def shown(value: object) -> str:
    """A value in each of the ways in which Python shows one."""
    return f"{value} {value!r} {value!s:>3} {[value]} " + format(value, "")


def inside(value: object) -> Iterator[object]:
    """A value and every value inside it, but not the bare texts, which are their caller's."""
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from inside(getattr(value, field.name))


def judgements(journey: Journey, on: date) -> Iterator[Judgement[Any]]:
    for policy in PROFILES[:2]:
        yield check_eligibility(journey, policy=policy, on=on, places_free=1)
        yield check_support(journey, policy=policy, on=on)
        yield assess_readiness(journey, policy=policy, on=on)
        yield check_transition(journey, policy=policy, on=on)
        yield plan_return(journey, policy=policy, on=on)
        yield check_plan(journey, policy=policy, on=on)
        yield classify_outcome(journey, policy=policy, on=on)
        yield check_safeguards(journey, policy=policy, on=on)
        yield check_reviews(journey, policy=policy, on=on)


def sinks(dataset: Dataset, on: date) -> Iterator[tuple[str, str]]:
    """Everything that we say about a dataset, with the name of the place where we say it."""
    for value in inside(dataset):
        yield "repr", shown(value)
    for records in (dataset, *dataset.journeys):
        for problem in find_problems(records):
            yield "problem", shown(problem)
    for journey in dataset.journeys:
        yield "repr", shown(Situation.of(journey, policy=profile(), on=on))
        yield "repr", shown(plan_reviews(journey, policy=profile(), on=on))
        yield (
            "repr",
            shown((find_due(journey, policy=profile(), on=on), find_stage(journey, policy=profile(), on=on))),
        )
        week = timetable_on(journey.as_of(on).timetables or (), on)
        for judgement in judgements(journey, on):
            yield "judgement", shown(judgement) + tell(judgement)
            yield "judgement", json.dumps(unstructure(judgement))
            for finding in judgement.findings:
                told = f"{finding.asks} {finding.sentence} {finding.action} {finding.params}"
                yield "finding", f"{shown(finding)} {told}"
            yield "judgement with a timetable", tell(judgement, timetable=week)
        yield from of_the_way_back(journey, on)
        for to in Recipient:
            yield from of_sharing(journey, on, to)
        if week is not None and week.lessons:
            picture = draw_week(journey, on=on, following=tuple(lesson.slot for lesson in week.lessons))
            yield "week", f"{picture.svg} {shown(picture)} {picture._repr_svg_()}"
            yield "repr", shown(coloured_week(week, journey.ratings or (), by=Informant.PUPIL))
    yield from numbers(dataset, on)
    yield from pages(dataset, on)


def pages(dataset: Dataset, on: date) -> Iterator[tuple[str, str]]:
    for in_full in (True, False):
        yield "report", tell_dataset(dataset, policy=profile("half-term"), on=on, in_full=in_full)
    for publish in (None, "answered"):
        page = provision_page(dataset, policy=profile("half-term"), on=on, publish=publish)
        yield "page of the provision", page


def of_the_way_back(journey: Journey, on: date) -> Iterator[tuple[str, str]]:
    proposal = plan_return(journey, policy=profile("half-term"), on=on)
    yield "judgement", tell_plan(proposal)
    week = timetable_on(journey.as_of(on).timetables or (), on)
    yield "judgement with a timetable", tell_plan(proposal, timetable=week)
    for plan in (proposal.answer.plan, *(journey.plans or ())):
        with contextlib.suppress(OutOfScopeError):
            for picture in (draw_way_back(journey, plan=plan, on=on), draw_share(journey, plan=plan, on=on)):
                yield "week", f"{picture.svg} {shown(picture)}"


def of_sharing(journey: Journey, on: date, to: Recipient) -> Iterator[tuple[str, str]]:
    """By a recipient: what they are shown tells of nothing, and a hand-over what it is for."""
    key = PseudonymKey(bytes(range(32))) if to is Recipient.RESEARCHER else None
    shown_to_them = redact(journey, to=to, key=key)
    yield "repr", f"{shown(shown_to_them)} {shown_to_them.left_out}"
    if key is None:
        first, bare = (
            HandOver.of(one, to=to, on=on)
            for one in (journey, attrs.evolve(journey, placements=None, targets=None))
        )
        yield "repr", shown(first) + shown(first.diff(bare))
        yield "hand-over", hand_over_as_html(first) + hand_over_as_html(bare, last=first)


def numbers(dataset: Dataset, on: date) -> Iterator[tuple[str, str]]:
    for measure in measures(dataset, on):
        yield "measure", f"{shown(measure)} {to_rows(measure, internal=True)} {published(measure)}"
    for sink, by in (("measure", lambda journey: journey.pupil), ("measure by provision", by_provision)):
        yield sink, shown(count_time_to_return(dataset.journeys, policy=profile(), on=on, by=by))
        yield sink, shown(count_lengths(dataset.journeys, on=on, by=by))
        for area in Area:
            compared = count_before_and_after(
                dataset.journeys, area=area, policy=profile(), on=on, year_earlier=True, by=by
            )
            rows = (effect_to_rows(compared), effect_to_rows(compared, internal=True))
            yield sink, f"{shown(compared)} {rows}"
        for answers in count_answers(dataset.journeys, on=on, by=by):
            yield sink, f"{shown(answers)} {to_rows(answers.measure)}"
    better = count_improved(dataset.journeys, policy=profile(), on=on, by=lambda journey: journey.pupil)
    yield "measure by edition", shown(better)
    yield from (("measure", shown(one)) for one in told_of_the_provision(dataset, on))


def told_of_the_provision(dataset: Dataset, on: date) -> Iterator[Any]:
    """Who comes and waits, the use of rooms, and questions about the provision."""
    policy, many = profile(), 1_000
    for milestone, trait in zip(Milestone, (*Trait, Trait.SEX), strict=True):
        groups = tuple((label, many) for label in ("F", "M", "yes", "no", "K"))
        fairness = count_fairness(
            dataset.journeys,
            rolls=[Roll(year=AcademicYear.of(on), trait=trait, groups=groups)],
            milestone=milestone,
            policy=policy,
            on=on,
            confidence=Fraction(95, 100),
        )
        yield from (fairness, publish_fairness(fairness))
    yield from (count_waiting(dataset.journeys, on=on), find_signals(dataset.journeys, policy=policy, on=on))
    for provision in dataset.provisions:
        within = DateSpan(date(2026, 11, 2), date(2026, 11, 20))
        room = count_in_room(dataset.journeys, provision=provision, within=within, on=on)
        yield from (room, answers_of(provision))
        with contextlib.suppress(OutOfScopeError):  # on a day before the findings
            yield compare_staffing(provision, on=on, room=room)


def published(measure: Measure) -> str:
    if not measure.definition.counts_pupils:
        return ""
    return f"{shown(publish_measure(measure))} {to_rows(measure)}"


def measures(dataset: Dataset, on: date) -> Iterator[Any]:
    policy = profile()
    for by in (None, lambda journey: journey.pupil.sex, lambda journey: journey.pupil):
        yield count_returns(dataset.journeys, policy=policy, on=on, by=by)
        yield count_answered(dataset.journeys, policy=policy, on=on, by=by)
        yield count_purpose_changes(dataset.journeys, on=on, by=by)
        for followed in Followed:
            yield count_followed(dataset.journeys, followed=followed, policy=policy, on=on, by=by)
        for weeks in policy.follow_up_weeks.value:
            yield count_sustained(dataset.journeys, policy=policy, on=on, weeks=weeks, by=by)
            yield count_relapses(dataset.journeys, policy=policy, on=on, weeks=weeks, by=by)
        yield count_lessons_back(dataset.journeys, policy=policy, on=on, by=by)
    for provision in dataset.provisions:
        yield count_places(dataset.journeys, provision=provision, on=on)


def test_marks_come_out_only_where_they_are_meant_to() -> None:
    """And where the table says that they are meant to, they do."""
    came_out: dict[str, set[str]] = {}
    for marks, dataset in PLANTED:
        for on in (date(2026, 9, 30), ON, date(2027, 7, 23)):
            for sink, text in sinks(dataset, on):
                came_out.setdefault(sink, set()).update(marks.found(text))
    assert {sink: homes for sink, homes in came_out.items() if homes} == SHOWN
    assert came_out.keys() - SHOWN.keys() == {"repr", "problem", "finding", "judgement", "measure"}


@settings(max_examples=settings.default.max_examples // 2)
@given(journeys(), days())
def test_no_journey_shows_a_mark_where_it_should_not(journey: Journey, on: date) -> None:
    marks = Marks()
    assume(not any(problem.path.endswith("provision.key") for problem in find_problems(journey)))
    dataset = marks.plant(Dataset.of([journey], about="about"))
    for sink, text in sinks(dataset, on):
        assert marks.found(text) <= SHOWN.get(sink, set())


def test_an_answer_about_one_pupil_is_told_without_the_pupil() -> None:
    """What a judgement says may be read aloud: it holds dates, counts and codes."""
    for marks, dataset in PLANTED:
        for journey in dataset.journeys:
            for judgement in judgements(journey, ON):
                for _, value in (pair for finding in judgement.findings for pair in finding.params):
                    assert not marks.found(str(value))


# Errors


def said(call: Callable[[], object]) -> str:
    """Everything that an error says, with its whole traceback; nothing where there is none."""
    try:
        call()
    except Exception as error:  # noqa: BLE001
        return "".join(traceback.format_exception(error)) + repr(error) + str(error)
    return ""


A_NAME: Final = "secret0000"
WRONG: Final = (
    A_NAME,
    A_NAME * 2_000,
    f"{A_NAME}\x00",
    [A_NAME],
    (A_NAME,),
    {A_NAME: A_NAME},
    A_NAME.encode(),
    datetime(2011, 3, 17, tzinfo=UTC),
    BORN,
    None,
    -1,
)


def leaks(text: str) -> list[str]:
    return FOUND.findall(text) + ALSO.findall(text)


def values_by_kind() -> dict[type, object]:
    return {type(value): value for _, dataset in reversed(PLANTED) for value in inside(dataset)}


@pytest.mark.parametrize("value", list(values_by_kind().values()), ids=lambda value: type(value).__name__)
def test_no_wrong_construction_repeats_what_it_was_given(value: object) -> None:
    """Whatever is put into whichever field, the error names the place and the remedy and shows nothing."""
    told = []
    for field in attrs.fields(type(value)):
        for wrong in WRONG:
            changes = {field.name.lstrip("_"): wrong}
            text = said(lambda changes=changes: attrs.evolve(value, **changes))  # type: ignore[misc]
            assert leaks(text) == [], (field.name, type(wrong))
            told.append(text)
    assert any(told) or not texts_in(type(value))


def texts_in(kind: type) -> list[str]:
    return [name for name, hint in get_type_hints(kind).items() if hint is str]


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: PupilId(f"{A_NAME}\x00"), id="PupilId"),
        pytest.param(lambda: Upn(A_NAME), id="Upn"),
        pytest.param(lambda: Upn.parse("A" + UPN.format()[1:]), id="Upn, check letter"),
        pytest.param(lambda: UnprovedUpn(UPN.format()), id="UnprovedUpn"),
        pytest.param(lambda: DateSpan.parse(f"{A_NAME}..{A_NAME}"), id="DateSpan"),
        pytest.param(lambda: DateSpan(SPAN.start, BORN), id="DateSpan, order"),
        pytest.param(lambda: parse_day(A_NAME), id="day"),
        pytest.param(lambda: parse_day(f"{BORN} "), id="day, born"),
        pytest.param(lambda: Slot.parse(A_NAME), id="Slot"),
        pytest.param(lambda: Slot(Weekday.MONDAY, A_NAME), id="Slot, period"),
        pytest.param(lambda: TrafficLights.parse(A_NAME), id="TrafficLights"),
        pytest.param(lambda: profile(A_NAME), id="profile"),
        pytest.param(lambda: Timetable(starts=A_NAME, lessons=()), id="Timetable"),  # type: ignore[arg-type]
    ],
)
def test_no_notation_is_repeated_in_an_error(call: Callable[[], object]) -> None:
    with pytest.raises(IapError):
        call()
    assert leaks(said(call)) == []


def test_questions_out_of_scope_and_truth_values_name_nobody() -> None:
    _, dataset = PLANTED[0]
    journey = attrs.evolve(dataset.journeys[0], timetables=())
    with pytest.raises(OutOfScopeError):
        draw_week(journey, on=ON)
    assert leaks(said(lambda: draw_week(journey, on=ON))) == []
    for judgement in judgements(journey, ON):
        for call in (lambda: bool(judgement), lambda: judgement.finding(A_NAME)):  # noqa: B023
            text = said(call)
            assert text
            assert leaks(text) == []


# Bad documents


WRITTEN: Final = json.dumps(unstructure(PLANTED[0][1]))


def document() -> Any:
    return json.loads(WRITTEN)


def places(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value in a document."""
    if path:
        yield path
    if isinstance(node, dict | list):
        for key, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from places(inner, (*path, key))


def broken(path: tuple[str | int, ...], wrong: object) -> Any:
    """The document with something wrong at a path; a wrong key stands beside the value that was there."""
    whole_document = node = document()
    for step in path[:-1]:
        node = node[step]
    if isinstance(wrong, Key) and isinstance(node, dict):
        node[wrong.text] = node.pop(path[-1])
    else:
        node[path[-1]] = wrong
    if path[0] == "journeys" and len(path) > len(("journeys", "position")):
        whole_document["journeys"] = [
            whole_document["journeys"][path[1]]
        ]  # the others would only be read again
    return whole_document


@attrs.frozen
class Key:
    """A wrong key, put in the place of a right one."""

    text: str


BREAKS: Final = (Key(A_NAME), A_NAME, [A_NAME], {A_NAME: A_NAME}, f"{A_NAME}\x00", True, "2011-03-17", 10**9)


@pytest.mark.parametrize(
    "wrong", BREAKS, ids=["key", "text", "list", "object", "control", "bool", "day", "int"]
)
def test_no_bad_document_is_repeated_in_an_error(wrong: object) -> None:
    """Each place of a full document is broken in turn: one kind of error, and no mark in all it says."""
    refused = 0
    for path in places(document()):
        text = said(lambda path=path: structure(broken(path, wrong), Dataset))  # type: ignore[misc]
        if text:
            refused += 1
            assert "iapcore.errors.InvalidRecordError: " in text, path
            assert leaks(text) == [], path
    assert refused


@pytest.mark.parametrize("value", list(values_by_kind().values()), ids=lambda value: type(value).__name__)
def test_no_bad_record_is_repeated_in_an_error(value: object) -> None:
    """A record may be read by itself, from its own keys: what is behind the error must not show through."""
    kind: Any = Stream[SessionMark] if isinstance(value, Stream) else type(value)
    right = unstructure(value)
    if not isinstance(right, dict):
        with pytest.raises(InvalidRecordError):
            structure({A_NAME: A_NAME}, kind)
        assert leaks(said(lambda: structure({A_NAME: A_NAME}, kind))) == []
        return
    for wrong in ({A_NAME: 1} | right, *({**right, key: {A_NAME: [A_NAME]}} for key in right)):
        text = said(lambda wrong=wrong: structure(wrong, kind))  # type: ignore[misc]
        assert "iapcore.errors.InvalidRecordError: " in text
        assert leaks(text) == []


def test_no_bad_file_is_repeated_in_an_error(tmp_path: Any, capfd: pytest.CaptureFixture[str]) -> None:
    file = io.BytesIO()
    write_dataset(PLANTED[0][1], file)
    data = file.getvalue()
    cut = [data[:length] for length in range(0, len(data), 199)]
    twice = data.replace(b'"pupil":', b'"secret0001": 1, "secret0001": 2, "pupil":')
    latin = data.replace(b"secret", "sécret0001".encode("latin-1"), 1)
    for number, bad in enumerate((*cut, twice, latin)):
        text = said(lambda bad=bad: read_dataset(io.BytesIO(bad)))  # type: ignore[misc]
        assert "iapcore.errors.InvalidRecordError: " in text, number
        assert leaks(text) == [], number
    path = tmp_path / "bad.json"
    path.write_bytes(twice)
    for command in (["check", str(path)], ["report", str(path)], ["week", str(path), A_NAME]):
        assert main(command) == 1
        said_there = "".join(capfd.readouterr())
        assert said_there
        assert leaks(said_there) == []


def test_a_document_is_a_way_out_on_purpose() -> None:
    """What somebody writes is written whole: the sweep is not blind."""
    marks, dataset = PLANTED[0]
    written = json.dumps(unstructure(dataset))
    assert set(marks.homes) | {"an identifier or a date of birth"} == marks.found(written)
    assert structure(json.loads(written), Dataset) == dataset


def test_a_document_of_pseudonyms_holds_no_mark() -> None:
    key = PseudonymKey(bytes(range(32)))
    for marks, dataset in PLANTED:
        written = json.dumps(unstructure(pseudonymise(dataset, key=key)))
        assert marks.found(written) == set()
        assert "123456" not in re.findall(r"\d+", written)


@given(st.from_type(Pupil))
def test_only_format_gives_an_identifier_away(pupil: Pupil) -> None:
    marks = Marks()
    hidden = marks.plant(pupil)
    assert hidden.id.format() in (f"secret{number:04}" for number in range(2))
    assert marks.found(shown(hidden)) == set()

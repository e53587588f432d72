"""Every value of the record. What is drawn can be constructed; it may well be contradictory, as real records are."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from inspect import isclass
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs
from hypothesis import strategies as st

import iapcore.record
from iapcore.record.assessment import Assessment, ScaleScore
from iapcore.record.attendance import SessionMark
from iapcore.record.behaviour import Incident, Suspension
from iapcore.record.characteristics import Characteristics
from iapcore.record.check_in import CheckIn, DomainRating
from iapcore.record.dataset import Dataset, provisions_of
from iapcore.record.journey import Journey
from iapcore.record.learning import Qualification, VocationalPlace
from iapcore.record.placement import Ending, Extension, Placement
from iapcore.record.provision import Provision
from iapcore.record.referral import Referral
from iapcore.record.stream import Stream
from iapcore.record.support import Intervention, SupportTried
from iapcore.record.timetable import Blank, Lesson, PeriodTime, Slot, Timetable, TrafficLights, Weekday
from iapcore.record.transition import Adjustment
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import Language
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.identifiers import Laestab, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.instruments import Instrument, OwnInstrument, Scale
from iapcore.vocabulary.local_authorities import LocalAuthority
from iapcore.vocabulary.offers import MonitoringDomain
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.sen import SenNeed
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory, SuspensionReason

__all__ = ["datasets", "days", "journeys", "records"]

T = TypeVar("T")
_FIRST, _LAST = date(2024, 9, 1), date(2027, 8, 31)
_DAY: Final = timedelta(days=1)
_MOST: Final = 2
_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"


def days() -> st.SearchStrategy[date]:
    """Days of three school years."""
    return st.dates(_FIRST, _LAST)


def records(kind: type[T]) -> st.SearchStrategy[T]:
    """Any value of a class of the record or the vocabulary, for example `records(Placement)`."""
    return cast("st.SearchStrategy[T]", _of(cast("Any", kind)))


def journeys() -> st.SearchStrategy[Journey]:
    """Any journey: any part of it may be not recorded."""
    return records(Journey)


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """A dataset of up to three journeys, with what they refer to."""
    provisions = draw(st.lists(records(Provision), max_size=_MOST, unique_by=lambda one: one.key))
    calendars = draw(st.lists(records(SchoolCalendar), max_size=_MOST, unique_by=lambda one: one.key))
    drawn = draw(st.lists(journeys(), max_size=_MOST))
    provision = provisions[0] if provisions else None
    calendar = calendars[0] if calendars else None
    linked = tuple(_relinked(journey, provision, calendar) for journey in drawn)
    made = Dataset.of(linked, as_of=draw(st.none() | days()), about=draw(st.none() | _texts()))
    return attrs.evolve(made, provisions=tuple(dict.fromkeys([*made.provisions, *provisions])))


def _journeys() -> st.SearchStrategy[Journey]:
    return _plain(Journey).map(_with_one_provision)


def _with_one_provision(journey: Journey) -> Journey:
    return _relinked(journey, next(provisions_of([journey]), None), journey.calendar)


def _relinked(journey: Journey, provision: Provision | None, calendar: SchoolCalendar | None) -> Journey:
    """The journey with each reference replaced by this one, so that no two with one key differ."""
    return attrs.evolve(
        journey,
        calendar=journey.calendar and calendar,
        referrals=_with(journey.referrals, provision),
        placements=_with(journey.placements, provision),
    )


def _with(records: tuple[Any, ...] | None, provision: Provision | None) -> tuple[Any, ...] | None:
    if records is None:
        return None
    return tuple(attrs.evolve(one, provision=one.provision and provision) for one in records)


def _texts() -> st.SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(str.strip)


@st.composite
def _spans(draw: st.DrawFn) -> DateSpan:
    start = draw(days())
    return DateSpan(start, draw(st.none() | st.dates(start, _LAST)))


@st.composite
def _closed_spans(draw: st.DrawFn) -> DateSpan:
    start = draw(days())
    return DateSpan(start, draw(st.dates(start, _LAST)))


@st.composite
def _calendars(draw: st.DrawFn) -> SchoolCalendar:
    edges = sorted(draw(st.lists(days(), min_size=2, max_size=6, unique=True)))
    terms = tuple(draw(_terms(start, end)) for start, end in zip(edges[::2], edges[1::2], strict=False))
    away = st.lists(days(), max_size=_MOST).map(tuple)
    inside = st.sampled_from(
        [edge for term in terms for edge in (term.span.start, term.span.end or term.span.start)]
    )
    mondays = inside.map(lambda day: day - day.weekday() * _DAY)
    return SchoolCalendar(
        key=draw(_texts()),
        terms=terms,
        inset_days=draw(away),
        closed=draw(away),
        second_weeks=draw(st.none() | st.lists(mondays, max_size=_MOST).map(tuple)),
    )


@st.composite
def _terms(draw: st.DrawFn, start: date = _FIRST, end: date = _LAST) -> Term:
    half_term = None
    if end - start > _DAY and draw(st.booleans()):
        first = draw(st.dates(start + _DAY, end - _DAY))
        half_term = DateSpan(first, draw(st.dates(first, end - _DAY)))
    return Term(DateSpan(start, end), half_term, draw(st.none() | _texts()))


@st.composite
def _upns(draw: st.DrawFn) -> Upn:
    body = draw(st.text("0123456789", min_size=11, max_size=11)) + draw(
        st.sampled_from("0123456789" + _LETTERS)
    )
    values = (int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in body)
    total = sum(position * value for position, value in enumerate(values, start=2))
    return Upn(_LETTERS[total % len(_LETTERS)] + body)


@st.composite
def _streams(draw: st.DrawFn, kind: Any) -> Stream[Any]:
    complete = draw(_closed_spans())
    within = st.dates(complete.start, complete.end or complete.start)
    events = draw(st.lists(_of(kind), max_size=_MOST))
    return Stream(complete=complete, events=tuple(attrs.evolve(one, day=draw(within)) for one in events))


def _any_stream(hint: Any) -> st.SearchStrategy[Stream[Any]]:
    kinds = get_args(hint) or (SessionMark, Incident, Suspension)
    return st.one_of([_streams(kind) for kind in kinds])


@st.composite
def _in_order(draw: st.DrawFn, kind: type[Any], *names: str) -> Any:
    """A record whose days follow each other as they are named; those that may be left out sometimes are."""
    fields = attrs.fields_dict(kind)
    drawn = sorted(draw(st.lists(days(), min_size=len(names), max_size=len(names))))
    given = {
        name: st.just(day) if fields[name].default is attrs.NOTHING else st.sampled_from((None, day))
        for name, day in zip(names, drawn, strict=True)
    }
    return draw(_plain(kind, **given))


def _check_ins() -> st.SearchStrategy[CheckIn]:
    ratings = st.lists(_ratings(), max_size=_MOST, unique_by=_domain).map(tuple)
    return _plain(CheckIn, ratings=st.none() | ratings)


def _domain(rating: DomainRating) -> MonitoringDomain:
    return rating.domain


@st.composite
def _ratings(draw: st.DrawFn) -> DomainRating:
    points = draw(st.integers(1, 5))
    return DomainRating(
        domain=draw(st.sampled_from(MonitoringDomain)), points=points, out_of=points + draw(st.integers(0, 5))
    )


def _suspensions() -> st.SearchStrategy[Suspension]:
    reasons = st.lists(st.sampled_from(SuspensionReason), max_size=_MOST, unique=True).map(tuple)
    lasting = [one for one in SuspensionCategory if one is not SuspensionCategory.PERMANENT]
    half_days = st.none() | st.integers(1, 20)
    category = st.none() | st.sampled_from(lasting)
    permanent = st.just(SuspensionCategory.PERMANENT)
    return _plain(Suspension, category=category, half_days=half_days, reasons=st.none() | reasons) | _plain(
        Suspension, category=permanent, half_days=st.none(), reasons=st.none() | reasons
    )


@st.composite
def _characteristics(draw: st.DrawFn) -> Characteristics:
    primary, secondary, *_ = (*draw(st.lists(st.sampled_from(SenNeed), max_size=2, unique=True)), None, None)
    needs = {"primary_need": st.just(primary), "secondary_need": st.just(secondary)}
    drawn: Characteristics = draw(_plain(Characteristics, **needs))
    return drawn


@st.composite
def _period_times(draw: st.DrawFn) -> PeriodTime:
    begins, ends = sorted(draw(st.lists(_clocks(), min_size=2, max_size=2, unique=True)))
    period = draw(st.sampled_from([*map(str, range(1, 13)), "am", "pm"]))
    return PeriodTime(period=period, begins=begins, ends=ends)


def _clocks() -> st.SearchStrategy[time]:
    return st.builds(time, st.integers(0, 23), st.integers(0, 59))


def _placements() -> st.SearchStrategy[Placement]:
    return st.tuples(_plain(Placement, ending=st.none()), st.none() | _of(Ending)).map(_ended)


def _ended(drawn: tuple[Placement, Ending | None]) -> Placement:
    stay, ending = drawn
    if stay.began and ending and ending.day < stay.began:
        ending = attrs.evolve(ending, day=stay.began)
    return attrs.evolve(stay, ending=ending)


def _timetables() -> st.SearchStrategy[Timetable]:
    def cycle(*weeks: int | None) -> st.SearchStrategy[Timetable]:
        lesson = _plain(Lesson, slot=_slots(weeks))
        lessons = st.lists(lesson, max_size=6, unique_by=lambda lesson: lesson.slot).map(tuple)
        return _plain(Timetable, lessons=lessons)

    return cycle(None) | cycle(1, 2)


@st.composite
def _lights(draw: st.DrawFn) -> TrafficLights:
    cells = st.sampled_from([*LessonColour, *Blank])
    length = draw(st.integers(1, 6))
    week = draw(st.sampled_from((5, 10)))
    day = st.lists(cells, min_size=length, max_size=length).map(tuple)
    return TrafficLights(tuple(draw(st.lists(day, min_size=week, max_size=week))))


def _assessments() -> st.SearchStrategy[Assessment]:
    def score(scale: Scale) -> st.SearchStrategy[ScaleScore]:
        points = st.integers(scale.low, scale.high)
        return st.builds(ScaleScore, scale=st.just(scale.name), points=points)

    def of(instrument: Instrument | OwnInstrument) -> st.SearchStrategy[Assessment]:
        drawn = st.one_of([score(scale) for scale in instrument.scales])
        scores = st.lists(drawn, max_size=_MOST, unique_by=lambda score: score.scale).map(tuple)
        return _plain(Assessment, instrument=st.just(instrument), scores=scores)

    known = st.sampled_from([instrument for instrument in Instrument if instrument.scales])
    return st.one_of(known, _own_instruments()).flatmap(of)


def _own_instruments() -> st.SearchStrategy[OwnInstrument]:
    scales = st.lists(_scales(), min_size=1, max_size=_MOST, unique_by=lambda scale: scale.name).map(tuple)
    return _plain(OwnInstrument, name=_codes(), scales=scales)


def _scales() -> st.SearchStrategy[Scale]:
    high = st.integers(1, 100)
    return _plain(Scale, name=_codes(), low=st.just(0), high=high, parts=st.just(()))


def _codes() -> st.SearchStrategy[str]:
    return st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def _ulns() -> st.SearchStrategy[Uln]:
    """The last digit follows from the others; where none fits, the next number is taken."""

    def nearest(body: int) -> Uln:
        while (rest := sum(int(digit) * (10 - place) for place, digit in enumerate(str(body))) % 11) == 0:
            body += 1
        return Uln(f"{body}{10 - rest}")

    return st.integers(10**8, 10**9 - 10).map(nearest)


def _digits(count: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=count, max_size=count)


def _provisions() -> st.SearchStrategy[Provision]:
    weeks = st.tuples(st.integers(1, 40), st.integers(0, 40)).map(lambda pair: (pair[0], sum(pair)))
    return _plain(Provision, weeks=st.none() | weeks)


def _slots(weeks: tuple[int | None, ...] = (None, 1, 2)) -> st.SearchStrategy[Slot]:
    periods = st.sampled_from([*map(str, range(1, 13)), "am", "pm"])
    return st.builds(Slot, st.sampled_from(Weekday), periods, st.sampled_from(weeks))


def _plain(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a class whose fields may hold anything of their types."""
    hints = get_type_hints(kind)
    names = [field.name for field in attrs.fields(kind) if field.name not in given]
    return st.builds(kind, **{name: _of(hints[name]) for name in names}, **given)


@cache
def _of(hint: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.none() | st.one_of([_of(one) for one in arguments if one is not NoneType])
    if origin is tuple:
        return st.lists(_of(arguments[0]), max_size=_MOST).map(tuple)
    if origin is Stream:
        return _streams(arguments[0])
    if isclass(hint) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    special = _SPECIAL.get(hint)
    return _plain(hint) if special is None else special()


_SPECIAL: Final[dict[Any, Callable[[], st.SearchStrategy[Any]]]] = {
    str: _texts,
    bool: st.booleans,
    int: lambda: st.integers(1, 400),
    date: days,
    time: _clocks,
    Fraction: lambda: st.fractions(0, 1, max_denominator=100),
    DateSpan: _spans,
    AcademicYear: lambda: st.builds(AcademicYear, st.integers(2000, 2050)),
    SchoolCalendar: _calendars,
    Term: _terms,
    Language: lambda: st.builds(Language, st.sampled_from(("ENG", "ENB", "OTB", "REF", "FRN"))),
    Laestab: lambda: st.builds(Laestab, _digits(7)),
    LocalAuthority: lambda: st.builds(LocalAuthority, number=_digits(3), name=_texts()),
    OwnInstrument: _own_instruments,
    Scale: _scales,
    Uln: _ulns,
    Urn: lambda: st.builds(Urn, _digits(6)),
    PupilId: lambda: st.builds(PupilId, _texts()),
    Upn: _upns,
    UnprovedUpn: lambda: st.builds(UnprovedUpn, st.text("0123456789AB", min_size=1, max_size=8)),
    Slot: _slots,
    TrafficLights: _lights,
    Adjustment: lambda: _in_order(Adjustment, "agreed", "made"),
    Extension: lambda: _in_order(Extension, "day", "until"),
    Intervention: lambda: _in_order(Intervention, "started", "ended"),
    Qualification: lambda: _in_order(Qualification, "aimed_for", "entered", "gained"),
    Referral: lambda: _in_order(Referral, "waiting_since", "waited_until"),
    SupportTried: lambda: _in_order(SupportTried, "started", "ended"),
    VocationalPlace: lambda: _in_order(VocationalPlace, "started", "ended"),
    Characteristics: _characteristics,
    CheckIn: _check_ins,
    DomainRating: _ratings,
    PeriodTime: _period_times,
    Suspension: _suspensions,
    Provision: _provisions,
    Timetable: _timetables,
    Assessment: _assessments,
    Placement: _placements,
    Journey: _journeys,
}


def _records() -> Iterator[type[Any]]:
    """Every public value of the record, and those of the vocabulary that need more than their annotations."""
    yield from (special for special in _SPECIAL if attrs.has(special))
    for room in iapcore.record.__all__:
        module = import_module(f"iapcore.record.{room}")
        for name in module.__all__:
            thing = getattr(module, name)
            if isclass(thing) and attrs.has(thing) and thing not in (Stream, Dataset):
                yield thing


for _kind in _records():
    st.register_type_strategy(_kind, records(_kind))
st.register_type_strategy(Dataset, datasets())
st.register_type_strategy(Stream, _any_stream)

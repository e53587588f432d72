"""Every value of the record. What is drawn can be constructed; it may well be contradictory, as real records are."""

from collections.abc import Callable, Iterator
from datetime import date, time
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module
from inspect import isclass
from itertools import pairwise
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
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey
from iapcore.record.learning import Qualification, VocationalPlace
from iapcore.record.placement import Extension, Placement
from iapcore.record.provision import Provision
from iapcore.record.pseudonyms import PseudonymKey
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.referral import Referral
from iapcore.record.return_plan import PlannedLesson, PlannedWeek, ReturnPlan
from iapcore.record.stream import Stream
from iapcore.record.support import Intervention, SupportTried
from iapcore.record.timetable import Blank, Lesson, PeriodTime, Slot, Timetable, TrafficLights, Weekday
from iapcore.record.transition import Adjustment
from iapcore.strategies.calendars import calendars, spans, terms
from iapcore.strategies.choices import (
    CLOCKS,
    CODES,
    DAY,
    DAYS,
    LAST,
    MOST,
    TEXTS,
    Mend,
    as_drawn,
    days,
    each_once,
    in_order,
    made,
    mended,
    named,
    several,
)
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import Language
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.identifiers import Laestab, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.instruments import Band, Instrument, OwnInstrument, Scale
from iapcore.vocabulary.local_authorities import LocalAuthority
from iapcore.vocabulary.offers import MonitoringDomain
from iapcore.vocabulary.recipients import Recipient
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.suspension_codes import SuspensionCategory

__all__ = ["datasets", "days", "journeys", "records"]

T = TypeVar("T")
_FEW: Final = 5
_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_PERIODS: Final = (*map(str, range(1, 13)), "am", "pm")
_SLOTS: Final = {
    week: [Slot(weekday, period, week) for weekday in Weekday for period in _PERIODS] for week in (None, 1, 2)
}
_ANY_SLOT: Final = [slot for slots in _SLOTS.values() for slot in slots]


def records(kind: type[T]) -> st.SearchStrategy[T]:
    """Any value of a class of the record or the vocabulary, for example `records(Placement)`."""
    return cast("st.SearchStrategy[T]", _of(cast("Any", kind)))


def journeys() -> st.SearchStrategy[Journey]:
    """Any journey: any part of it may be not recorded, and most parts are not in most journeys."""
    return records(Journey)


def datasets() -> st.SearchStrategy[Dataset]:
    """A dataset of up to two journeys, with what they refer to."""
    return st.builds(
        _dataset,
        several(journeys()),
        st.lists(records(Provision), max_size=MOST, unique_by=lambda one: one.key),
        st.none() | records(SchoolCalendar),
        as_of=st.none() | DAYS,
        about=st.none() | TEXTS,
    )


def _dataset(
    drawn: tuple[Journey, ...],
    provisions: list[Provision],
    calendar: SchoolCalendar | None,
    as_of: date | None,
    about: str | None,
) -> Dataset:
    provision = provisions[0] if provisions else None
    linked = [attrs.evolve(one, **_relinked(_parts(one), provision, calendar)) for one in drawn]
    made = Dataset.of(linked, as_of=as_of, about=about)
    return attrs.evolve(made, provisions=tuple(dict.fromkeys([*made.provisions, *provisions])))


def _parts(journey: Journey) -> dict[str, Any]:
    return {name: getattr(journey, name) for name in ("calendar", "referrals", "placements")}


def _with_one_provision(parts: dict[str, Any]) -> dict[str, Any]:
    named = [*(parts.get("referrals") or ()), *(parts.get("placements") or ())]
    provision = next((one.provision for one in named if one.provision), None)
    return parts | _relinked(parts, provision, parts.get("calendar"))


def _relinked(
    parts: dict[str, Any], provision: Provision | None, calendar: SchoolCalendar | None
) -> dict[str, Any]:
    """The parts of a journey with each reference replaced by this one, so that no two with one key differ."""

    def with_this(records: tuple[Any, ...] | None) -> tuple[Any, ...] | None:
        return records and tuple(
            one if one.provision is None else attrs.evolve(one, provision=provision) for one in records
        )

    return {
        "calendar": parts.get("calendar") and calendar,
        "referrals": with_this(parts.get("referrals")),
        "placements": with_this(parts.get("placements")),
    }


def _upn(digits: str, last: str) -> Upn:
    body = digits + last
    values = (int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in body)
    total = sum(position * value for position, value in enumerate(values, start=2))
    return Upn(_LETTERS[total % len(_LETTERS)] + body)


def _stream(events: tuple[Any, ...], day: date, after: int) -> Stream[Any]:
    """Complete for a span that holds its events, and some day."""
    known = [day, *(event.day for event in events)]
    return Stream(complete=DateSpan(min(known), min(max(known) + after * DAY, LAST)), events=events)


def _streams(kind: Any) -> st.SearchStrategy[Stream[Any]]:
    return made(_stream, several(_of(kind)), DAYS, st.integers(0, 60))


def _any_stream(hint: Any) -> st.SearchStrategy[Stream[Any]]:
    kinds = get_args(hint) or (SessionMark, Incident, Suspension)
    return st.one_of([_streams(kind) for kind in kinds])


def _rating(domain: MonitoringDomain, points: int, more: int) -> DomainRating:
    return DomainRating(domain=domain, points=points, out_of=points + more)


def _without_length(parts: dict[str, Any]) -> dict[str, Any]:
    is_permanent = parts["category"] is SuspensionCategory.PERMANENT
    return parts | {
        "half_days": None if is_permanent else parts["half_days"],
        "reasons": parts["reasons"] and tuple(dict.fromkeys(parts["reasons"])),
    }


def _two_needs(parts: dict[str, Any]) -> dict[str, Any]:
    if parts.get("primary_need") in (None, parts.get("secondary_need")):
        return parts | {"secondary_need": None}
    return parts


def _period_time(period: str, hour: int, length: int) -> PeriodTime:
    return PeriodTime(period=period, begins=time(hour), ends=time(hour + length // 60, length % 60))


def _ended(parts: dict[str, Any]) -> dict[str, Any]:
    began, ending = parts.get("began"), parts.get("ending")
    if began and ending and ending.day < began:
        return parts | {"ending": attrs.evolve(ending, day=began)}
    return parts


_RECEIVING: Final = tuple(to for to in Recipient if to is not Recipient.RESEARCHER)
_IN_TURN: Final = in_order("on", "seen_by_pupil", "seen_by_family", "handed_over")


def _seen_first(parts: dict[str, Any]) -> dict[str, Any]:
    seen_by_both = parts.get("seen_by_pupil") and parts.get("seen_by_family")
    return _IN_TURN(parts | ({} if seen_by_both else {"handed_over": None}))


def _one_after_the_other(parts: dict[str, Any]) -> dict[str, Any]:
    """The times of a timetable, without a second one that would run into the first."""
    times: tuple[PeriodTime, ...] = parts["times"] or ()
    periods = {one.period for one in times}
    if len(periods) < len(times) or any(one.ends > other.begins for one, other in pairwise(times)):
        return parts | {"times": times[:1]}
    return parts


def _timetables() -> st.SearchStrategy[Timetable]:
    def cycle(*weeks: int | None) -> st.SearchStrategy[Timetable]:
        lesson = _plain(Lesson, slot=st.sampled_from([slot for week in weeks for slot in _SLOTS[week]]))
        lessons = st.lists(lesson, max_size=6, unique_by=lambda lesson: lesson.slot).map(tuple)
        return _plain(Timetable, _one_after_the_other, lessons=lessons)

    return cycle(None) | cycle(1, 2)


@st.composite
def _lights(draw: st.DrawFn) -> TrafficLights:
    cells = st.sampled_from([*LessonColour, *Blank])
    length = draw(st.integers(1, 6))
    week = draw(st.sampled_from((5, 10)))
    day = st.lists(cells, min_size=length, max_size=length).map(tuple)
    return TrafficLights(tuple(draw(st.lists(day, min_size=week, max_size=week))))


def _monday(parts: dict[str, Any]) -> dict[str, Any]:
    return parts | {"starts": parts["starts"] - parts["starts"].weekday() * DAY}


def _lessons_once(parts: dict[str, Any]) -> dict[str, Any]:
    """The weeks in order, each once, and each lesson only the first time."""
    planned: set[Slot] = set()
    weeks: list[PlannedWeek] = []
    drawn = {week.starts: week for week in parts["weeks"]}
    for starts in sorted(drawn):
        fresh: dict[Slot, PlannedLesson] = {
            one.slot: one
            for one in drawn[starts].back
            if one.slot not in planned | set(drawn[starts].to_base)
        }
        planned |= fresh.keys()
        weeks.append(attrs.evolve(drawn[starts], back=tuple(fresh.values())))
    return parts | {"weeks": tuple(weeks)}


def _one_or_the_other(parts: dict[str, Any]) -> dict[str, Any]:
    """A lesson that is to come first is not among those that shall wait."""
    first, wait = parts.get("first"), parts.get("not_yet")
    return parts | {"not_yet": wait and tuple(slot for slot in wait if slot not in (first or ()))}


def _scored(parts: dict[str, Any]) -> dict[str, Any]:
    """Places and points made to fit the scales of the instrument."""
    scales = parts["instrument"].scales
    scores: dict[str, ScaleScore] = {}
    for place, points, band in parts["scores"]:
        scale = scales[place % len(scales)]
        points_ = scale.low + points % (scale.high - scale.low + 1)
        scores[scale.name] = ScaleScore(scale=scale.name, points=points_, band=band)
    return parts | {"scores": tuple(scores.values())}


def _assessments() -> st.SearchStrategy[Assessment]:
    known = st.sampled_from([instrument for instrument in Instrument if instrument.scales])
    score = st.tuples(st.integers(0, 8), st.integers(0, 400), _of(Band | None))
    instruments = known | _own_instruments()
    return _plain(Assessment, _scored, instrument=instruments, scores=several(score))


def _own_instruments() -> st.SearchStrategy[OwnInstrument]:
    scales = st.lists(_scales(), min_size=1, max_size=MOST, unique_by=lambda scale: scale.name).map(tuple)
    return _plain(OwnInstrument, name=CODES, scales=scales)


def _scales() -> st.SearchStrategy[Scale]:
    high = st.integers(1, 100)
    return _plain(Scale, name=CODES, low=st.just(0), high=high, parts=st.just(()))


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
    def length(longest: int) -> st.SearchStrategy[tuple[int, ...]]:
        return st.tuples(st.integers(1, longest), st.integers(1, longest)).map(sorted).map(tuple)

    return _plain(Provision, weeks=length(80), terms=length(6))


def _plain(
    kind: type[Any],
    mend: Mend = as_drawn,
    **given: st.SearchStrategy[Any],
) -> st.SearchStrategy[Any]:
    """Values of a class whose fields hold anything of their types, or what is given, mended before one is made.

    Of a class with many fields that may be not recorded, it is chosen which are: a field is drawn only then, and
    to leave one out is to take one item out of a list, which shrinks well.
    """
    hints = get_type_hints(kind)
    filled = {field.name: given.get(field.name, _filled(hints[field.name])) for field in attrs.fields(kind)}
    optional = [name for name in filled if NoneType in get_args(hints[name])]
    if len(optional) <= _FEW:
        dense = {name: _given(hints[name], given.get(name)) for name in filled}
        return mended(kind, mend, dense, _NOTHING)
    always = {name: one for name, one in filled.items() if name not in optional}
    chosen = named(st.sampled_from(optional), filled)
    some = st.lists(chosen, max_size=len(optional))
    many = st.lists(chosen, min_size=len(optional) // 4, max_size=len(optional))
    return mended(kind, mend, always, some | many if kind is Journey else some)


def _given(hint: Any, strategy: st.SearchStrategy[Any] | None) -> st.SearchStrategy[Any]:
    if strategy is None:
        return _of(hint)
    return st.none() | strategy if NoneType in get_args(hint) else strategy


_NOTHING: Final = st.just(())


@cache
def _of(hint: Any) -> st.SearchStrategy[Any]:
    if NoneType not in get_args(hint):
        return _filled(hint)
    words = _words(hint)
    return st.sampled_from([None, *words]) if words else st.none() | _filled(hint)


def _words(hint: Any) -> list[Any]:
    """Every word of the closed lists that a type names, `False` and `True` for a flag; none where it names more."""
    kinds = [one for one in get_args(hint) or (hint,) if one is not NoneType]
    if not all(isclass(one) and issubclass(one, Enum | bool) for one in kinds):
        return []
    return [word for one in kinds for word in ((False, True) if one is bool else one)]


@cache
def _filled(hint: Any) -> st.SearchStrategy[Any]:
    """What a field of that type holds where it is recorded."""
    if words := _words(hint):
        return st.sampled_from(words)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([_of(one) for one in arguments if one is not NoneType])
    if origin is tuple:
        return several(_of(arguments[0]))
    if origin is Stream:
        return _streams(arguments[0])
    special = _SPECIAL.get(hint)
    return _plain(hint) if special is None else special()


_SPECIAL: Final[dict[Any, Callable[[], st.SearchStrategy[Any]]]] = {
    str: lambda: TEXTS,
    int: lambda: st.integers(1, 400),
    date: days,
    time: lambda: CLOCKS,
    Fraction: lambda: st.fractions(0, 1, max_denominator=100),
    DateSpan: spans,
    AcademicYear: lambda: st.builds(AcademicYear, st.integers(2000, 2050)),
    SchoolCalendar: calendars,
    Term: terms,
    Language: lambda: st.builds(Language, st.sampled_from(("ENG", "ENB", "OTB", "REF", "FRN"))),
    Laestab: lambda: st.builds(Laestab, _digits(7)),
    LocalAuthority: lambda: st.builds(LocalAuthority, number=_digits(3), name=TEXTS),
    OwnInstrument: _own_instruments,
    Scale: _scales,
    Uln: _ulns,
    Urn: lambda: st.builds(Urn, _digits(6)),
    PupilId: lambda: st.builds(PupilId, TEXTS),
    Upn: lambda: made(_upn, _digits(11), st.sampled_from("0123456789" + _LETTERS)),
    UnprovedUpn: lambda: st.builds(UnprovedUpn, st.text("0123456789AB", min_size=1, max_size=8)),
    Slot: lambda: st.sampled_from(_ANY_SLOT),
    TrafficLights: _lights,
    Adjustment: lambda: _plain(Adjustment, in_order("agreed", "made")),
    Extension: lambda: _plain(Extension, in_order("day", "until")),
    Intervention: lambda: _plain(Intervention, in_order("started", "ended")),
    Qualification: lambda: _plain(Qualification, in_order("aimed_for", "entered", "gained")),
    Referral: lambda: _plain(Referral, in_order("waiting_since", "waited_until")),
    SupportTried: lambda: _plain(SupportTried, in_order("started", "ended")),
    VocationalPlace: lambda: _plain(VocationalPlace, in_order("started", "ended")),
    Characteristics: lambda: _plain(Characteristics, _two_needs),
    CheckIn: lambda: _plain(CheckIn, each_once("ratings", by="domain")),
    DomainRating: lambda: made(
        _rating, st.sampled_from(MonitoringDomain), st.integers(1, 5), st.integers(0, 5)
    ),
    PeriodTime: lambda: made(
        _period_time, st.sampled_from(_PERIODS), st.integers(0, 21), st.integers(1, 150)
    ),
    Suspension: lambda: _plain(Suspension, _without_length, half_days=st.integers(1, 20)),
    Provision: _provisions,
    Timetable: _timetables,
    Assessment: _assessments,
    PlannedWeek: lambda: _plain(PlannedWeek, _monday),
    ReturnPlan: lambda: _plain(ReturnPlan, _lessons_once),
    PupilChoice: lambda: _plain(PupilChoice, _one_or_the_other, at_most=st.integers(1, 10)),
    Placement: lambda: _plain(Placement, _ended),
    Journey: lambda: _plain(Journey, _with_one_provision),
    HandOver: lambda: _plain(HandOver, _seen_first, to=st.sampled_from(_RECEIVING)),
    PseudonymKey: lambda: st.builds(PseudonymKey, st.binary(min_size=32, max_size=40)),
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
    st.register_type_strategy(_kind, records)
st.register_type_strategy(Dataset, lambda _: datasets())
st.register_type_strategy(Stream, _any_stream)

"""Ways to change a journey under which judgements obey laws: to forget, to go on after a day, to shuffle."""

from collections.abc import Hashable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, partial
from inspect import isclass
from types import NoneType
from typing import Any, Final, TypeAlias, get_args, get_type_hints

import attrs
from attrs import evolve
from hypothesis import strategies as st

from iapcore.errors import InvalidRecordError
from iapcore.guidance.policy import LeastGain
from iapcore.guidance.policy_words import ColourMeaning, Evidence, SubjectReturns, WaitingOrder
from iapcore.guidance.profiles import PROFILES
from iapcore.record.as_of import as_of
from iapcore.record.journey import Journey
from iapcore.record.learning import Qualification
from iapcore.record.placement import Ending, Placement
from iapcore.record.referral import Referral
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.record.transition import Passport, Transition
from iapcore.vocabulary.colours import LessonColour
from iapcore.vocabulary.grounds import DataSet, PriorSupport
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.qualifications import Pace
from iapcore.vocabulary.spans import DateSpan
from tests.cases import CASES

_STREAMS: Final = (
    "marks",
    "lesson_marks",
    "check_ins",
    "incidents",
    "removals",
    "suspensions",
    "contacts",
)
_TUPLES: Final = (
    "referrals",
    "timetables",
    "ratings",
    "choices",
    "plans",
    "targets",
    "reviews",
    "assessments",
    "needs",
    "interventions",
    "subjects",
    "qualifications",
    "vocational_places",
    "pathway",
)
COLLECTIONS: Final = ("placements", *_TUPLES, *_STREAMS)
"""What rules read of a journey."""
_DAYS: Final = ("starts", "started", "aimed_for", "day")
"""The names of the day on which a record begins to exist."""
_DAY: Final = timedelta(days=1)

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a value: names of fields and positions in tuples."""


# Journeys to judge


@st.composite
def told(draw: st.DrawFn) -> tuple[Journey, date]:
    """A journey and a day: a case, a case into which drawn parts were mixed, or one drawn altogether.

    A journey drawn altogether hardly ever meets a rule; near the cases every reason is near.
    """
    if draw(st.integers(0, 3)) == 0:
        return draw(st.from_type(Journey)), draw(st.dates(date(2024, 9, 1), date(2027, 8, 31)))
    case = draw(st.sampled_from(CASES))
    journey, on = case.journey, case.on
    changed: dict[str, Any] = {}
    for name in draw(st.lists(st.sampled_from(COLLECTIONS), max_size=2, unique=True)):
        drawn = draw(st.from_type(get_type_hints(Journey)[name]))
        ours = getattr(journey, name)
        if isinstance(ours, tuple) and isinstance(drawn, tuple) and draw(st.booleans()):
            drawn = tuple(draw(st.permutations([*ours, *drawn])))
        changed[name] = drawn
    shift = draw(st.just(0) | st.integers(-40, 40))
    return evolve(journey, **changed), on + shift * _DAY


def policies() -> st.SearchStrategy[str]:
    """The name of one of the policies that come with iapcore."""
    return st.sampled_from([policy.name for policy in PROFILES])


OTHERWISE: Final[dict[str, Any]] = {
    "prior_supports": tuple(PriorSupport),
    "supports_evaluated": 20,
    "professionals": tuple(Role),
    "data_sets": tuple(DataSet),
    "lead_months": 12,
    "beside_days": 20,
    "places": 3,
    "waiting_order": WaitingOrder.DAY_ON_LIST,
    "settling_weeks": 9,
    "review_weeks": 1,
    "lessons_per_step": 1,
    "weeks_per_step": 9,
    "taper": (40, 39),
    "colour_order": (LessonColour.RED,),
    "turn_order": (),
    "subject_returns": SubjectReturns.TOGETHER,
    "amber_means": ColourMeaning.TALK_FIRST,
    "red_means": ColourMeaning.ACCOMPANIED,
    "attendance_in_stay": Fraction(999, 1000),
    "check_in_share": Fraction(999, 1000),
    "targets_moving": Fraction(1, 1000),
    "pace_kept": (Pace.AHEAD,),
    "improvement": tuple(
        LeastGain(instrument=one, points=1000) for one in ("sdq", "boxall", "pass", "our_form")
    ),
    "least_sessions": 9999,
    "comparison_weeks": 2,
    "follow_up_weeks": (1,),
    "sustained": tuple(Evidence),
    "forces": (),
}
"""Another value for everything that a policy chooses, so far off that it makes a difference where it is looked at."""


# To forget


@cache
def _optional(kind: type) -> frozenset[str]:
    hints = get_type_hints(kind)
    return frozenset(field.name for field in attrs.fields(kind) if NoneType in get_args(hints[field.name]))


def forgettable(value: object) -> Iterator[Path]:
    """The path of each thing in a value that may be *not recorded*, and is.

    The week of a slot is no such thing: without one every week is alike.
    """
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from ((position, *path) for path in forgettable(item))
    elif attrs.has(type(value)) and not isinstance(value, Slot):
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            if held is not None and field.name in _optional(type(value)):
                yield (field.name,)
            yield from ((field.name, *path) for path in forgettable(held))


def forget(value: Any, path: Path) -> Any:
    """The value without what stands at that path; the value as it is where it cannot be written down so."""
    with suppress(InvalidRecordError):  # a term without an end, for example
        return _forget(value, path)
    return value


def _forget(value: Any, path: Path) -> Any:
    if not path:
        return None
    first, *rest = path
    if isinstance(first, int):
        return (*value[:first], _forget(value[first], tuple(rest)), *value[first + 1 :])
    return evolve(value, **{first: _forget(getattr(value, first), tuple(rest))})


# To go on after a day


@st.composite
def later(draw: st.DrawFn, journey: Journey, on: date) -> Journey:
    """The journey as it may look when time has gone on: what is added is dated after `on`.

    Only what is recorded grows: a first record in a collection also says that the collection is kept.
    """
    days = st.integers(1, 300).map(lambda ahead: on + ahead * _DAY)
    grown: dict[str, Any] = {}
    for name in _TUPLES:
        held = getattr(journey, name)
        if held is not None:
            grown[name] = _among(draw, held, _new(draw, get_type_hints(Journey)[name], days))
    if journey.referrals is not None:
        grown["referrals"] = tuple(_on_referral(draw, one, days) for one in grown["referrals"])
    if journey.placements is not None:
        kept = tuple(_on_placement(draw, one, days) for one in journey.placements)
        new = draw(st.lists(days.map(lambda day: Placement(began=day, ref="later")), max_size=1))
        grown["placements"] = _among(draw, kept, tuple(new))
    for name in _STREAMS:
        stream = getattr(journey, name)
        if stream is not None and stream.complete.end >= on:
            end = stream.complete.end + draw(st.integers(1, 90)) * _DAY
            new = _new(draw, get_type_hints(Journey)[name], st.just(end))
            complete = DateSpan(stream.complete.start, end)
            grown[name] = Stream(complete=complete, events=_among(draw, stream.events, new))
    return evolve(journey, **grown)


def _among(draw: st.DrawFn, held: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    """The new records before or after those that are held."""
    return (*new, *held) if draw(st.booleans()) else (*held, *new)


def _new(draw: st.DrawFn, hint: Any, days: st.SearchStrategy[date]) -> tuple[Any, ...]:
    """Up to two records of what a collection or stream holds, each on one of the days."""
    kind = next(part for part in _inner(hint) if isclass(part) and attrs.has(part))
    drawn = draw(st.lists(st.from_type(kind), max_size=2))
    later_days = {name: None for name in ("ended", "entered", "gained") if name in attrs.fields_dict(kind)}
    return tuple(evolve(one, **later_days, **{_dated_by(kind): draw(days)}) for one in drawn)


def _dated_by(kind: type) -> str:
    """The name of the day since which a record exists."""
    return next(name for name in _DAYS if name in attrs.fields_dict(kind))


def _inner(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _inner(part)


def _grown(draw: st.DrawFn, record: Any, days: st.SearchStrategy[date], *names: str) -> dict[str, Any]:
    hints = get_type_hints(type(record))
    return {
        name: _among(draw, getattr(record, name), _new(draw, hints[name], days))
        for name in names
        if getattr(record, name) is not None
    }


def _on_referral(draw: st.DrawFn, one: Referral, days: st.SearchStrategy[date]) -> Referral:
    return evolve(one, **_grown(draw, one, days, "consultations"))


def _on_placement(draw: st.DrawFn, one: Placement, days: st.SearchStrategy[date]) -> Placement:
    if one.began is not None and one.ending is None and draw(st.booleans()):
        ending: Ending = draw(st.from_type(Ending))
        one = evolve(one, ending=evolve(ending, day=max(one.began, draw(days))))
    if one.began is None and one.planned is not None and one.ending is None and draw(st.booleans()):
        one = evolve(one, began=draw(days))
    return evolve(one, transition=one.transition and _on_transition(draw, one.transition, days))


def _on_transition(draw: st.DrawFn, one: Transition, days: st.SearchStrategy[date]) -> Transition:
    passport = one.passport
    if passport is None:
        passport = draw(st.none() | days.map(lambda day: Passport(day=day, shared=day)))
    elif passport.shared is None:
        passport = evolve(passport, shared=draw(st.none() | days))
    adjustments = one.adjustments and tuple(
        each if each.made else evolve(each, made=draw(st.none() | days.map(partial(max, each.agreed))))
        for each in one.adjustments
    )
    return evolve(
        one,
        passport=passport,
        adjustments=adjustments,
        **_grown(draw, one, days, "conversations", "elements", "follow_ups"),
    )


# To shuffle


@st.composite
def shuffled(draw: st.DrawFn, journey: Journey, on: date) -> Journey:
    """The journey with its records in another order, where their days, as they are seen `on`, tell them apart."""
    changed: dict[str, Any] = {}
    for name in COLLECTIONS:
        held = getattr(journey, name)
        if isinstance(held, Stream):
            events = tuple(draw(st.permutations(held.events)))
            changed[name] = evolve(held, events=events)
        elif held is not None and len({_told_apart_by(one, on) for one in held}) == len(held):
            changed[name] = tuple(draw(st.permutations(held)))
    return evolve(journey, **changed)


def _told_apart_by(record: Any, on: date) -> Hashable:
    if isinstance(record, Placement):
        seen = as_of(record, on)
        return seen and seen.start
    if isinstance(record, Qualification):
        return record
    what = tuple(getattr(record, name, None) for name in ("slot", "need", "subject"))
    return getattr(record, _dated_by(type(record))), what

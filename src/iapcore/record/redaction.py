"""Redaction: what of a journey somebody is shown, and what is left out, and why.

Rules of the room: what is not named here is left out, so that a field added later is shown to nobody unasked. What is
left out is told alike for every pupil: a list of what was there would give it away. These are defaults for people who
know the pupil to go on from, and no advice on the law.
"""

from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Any, Final, cast, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.pseudonyms import (
    NameKind,
    PseudonymKey,
    as_left_out,
    free_text,
    name_kind,
    pseudonymise,
)
from iapcore.record.stream import Event, Stream
from iapcore.vocabulary.identifiers import Laestab, Uln, Upn, Urn
from iapcore.vocabulary.recipients import Recipient, WhyLeftOut
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet

__all__ = ["LeftOut", "Redacted", "left_out_for", "redact"]


@frozen(kw_only=True, field_transformer=shaped)
class LeftOut:
    """A field that a recipient is not shown, by its path without positions, and why.

    >>> left_out_for(Recipient.RECEIVING_TEACHER)[0]
    LeftOut(path='pupil.date_of_birth', why=<WhyLeftOut.NOT_NEEDED: 'not_needed'>)
    """

    path: str
    why: WhyLeftOut


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class Redacted(Discreet):
    """What somebody is shown of a journey, and everything that they are not shown, recorded or not."""

    journey: Journey
    to: Recipient
    left_out: tuple[LeftOut, ...]


def redact(journey: Journey, *, to: Recipient, key: PseudonymKey | None = None) -> Redacted:
    """What a recipient is shown of a journey. For a researcher it is pseudonymised too, with a `key`.

    What is left out looks like what was not recorded. The answers of rules about what is left would therefore differ:
    judge first, and redact what you hand on.

    >>> from iapcore import Pupil, PupilId, Stream, DateSpan, YearGroup
    >>> pupil = Pupil(id=PupilId("elm-01"), year_group=YearGroup.YEAR_8)
    >>> autumn = DateSpan.parse("2026-09-02..2026-12-18")
    >>> journey = Journey(pupil=pupil, incidents=Stream(complete=autumn, events=()))
    >>> shown = redact(journey, to=Recipient.RECEIVING_TEACHER)
    >>> shown.journey.pupil.year_group.value, shown.journey.incidents is None
    ('8', True)
    >>> [one.why.value for one in shown.left_out if one.path == "incidents"]
    ['fresh_start']

    Raises `InvalidRecordError` where a researcher's key is missing, or one is given for somebody else.
    """
    if not isinstance(cast("object", to), Recipient):
        remedy = "Give a Recipient: who receives it decides what is shown."
        raise InvalidRecordError(Problem(path="to", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    if (key is not None) is not (to is Recipient.RESEARCHER):
        remedy = "A researcher is shown pseudonyms, which need a key; everybody else knows the pupil, and needs none."
        raise InvalidRecordError(Problem(path="key", kind=ProblemKind.CONTRADICTION, remedy=remedy))
    named = journey if key is None else pseudonymise(journey, key=key)
    return Redacted(journey=_shown(named, "", to), to=to, left_out=left_out_for(to))


@frozen(kw_only=True)
class _Sees:
    """Paths of what is shown, with everything below; of what below them is not; and of texts that are."""

    shown: frozenset[str]
    but: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    def state(self, path: str) -> bool | None:
        """Whether it is shown; `None` where only something below it is."""
        if path in self.but:
            return False
        if any(path == one or path.startswith(f"{one}.") for one in self.shown):
            return True
        return None if any(one.startswith(f"{path}.") for one in self.shown) else False


_OF_USE: Final = frozenset(
    """
    pupil.year_group timetables plans targets referrals.supports referrals.support_while_waiting
    placements.transition.destination placements.transition.receiving placements.transition.passport
    placements.transition.adjustments
    """.split()
)
"""Whoever receives a pupil is shown this."""
_OF_SCHOOL: Final = frozenset(
    """
    pupil.date_of_birth pupil.sex pupil.upn pupil.no_upn pupil.uln home_school calendar placements.provision.name
    placements.provision.school placements.purpose placements.purpose_changes placements.planned placements.planned_on
    placements.began placements.extensions placements.ending placements.transition needs interventions subjects
    qualifications vocational_places pathway
    """.split()
)
_AFTER_16: Final = frozenset(
    "pupil.date_of_birth pupil.uln home_school subjects qualifications vocational_places pathway".split()
)
_MOST: Final = frozenset(
    """
    pupil home_school calendar timetables ratings choices plans targets reviews assessments needs interventions subjects
    qualifications vocational_places pathway trusted_adults marks lesson_marks check_ins incidents removals suspensions
    contacts
    """.split()
)
_HANDED_ON: Final = frozenset(
    """
    targets.measure targets.words placements.transition.passport.strategies placements.transition.passport.triggers
    placements.transition.adjustments.words home_school.name placements.provision.name placements.provision.school
    referrals.provision.name referrals.provision.school
    """.split()
)
"""Texts that are written to be handed on, and the names of places."""

_SEES: Final = {
    Recipient.RECEIVING_TEACHER: _Sees(shown=_OF_USE, texts=_HANDED_ON),
    Recipient.RECEIVING_SCHOOL: _Sees(shown=_OF_USE | _OF_SCHOOL, texts=_HANDED_ON),
    Recipient.POST_16_PROVIDER: _Sees(shown=_OF_USE - {"timetables", "plans"} | _AFTER_16, texts=_HANDED_ON),
    Recipient.FAMILY: _Sees(shown=_MOST | {"referrals", "placements"}, texts=_HANDED_ON),
    Recipient.RESEARCHER: _Sees(
        shown=_MOST | {"referrals", "placements", "experiences"},
        but=frozenset({"pupil.date_of_birth", "pupil.characteristics"}),
    ),
}

_WHY: Final = {
    "assessments": WhyLeftOut.SENSITIVE,
    "check_ins": WhyLeftOut.PUPILS_OWN,
    "choices": WhyLeftOut.PUPILS_OWN,
    "experiences": WhyLeftOut.PUPILS_OWN,
    "incidents": WhyLeftOut.FRESH_START,
    "needs": WhyLeftOut.SENSITIVE,
    "pupil.characteristics": WhyLeftOut.SENSITIVE,
    "ratings": WhyLeftOut.PUPILS_OWN,
    "referrals.grounds": WhyLeftOut.FRESH_START,
    "removals": WhyLeftOut.FRESH_START,
    "safeguarding": WhyLeftOut.ANOTHER_WAY,
    "suspensions": WhyLeftOut.FRESH_START,
}
_IDENTIFYING: Final = {Laestab, Uln, Upn, Urn}


@cache
def left_out_for(to: Recipient) -> tuple[LeftOut, ...]:
    """Every field that a recipient is not shown, in the order of the record.

    >>> [one.why.value for one in left_out_for(Recipient.FAMILY) if one.path == "safeguarding"]
    ['another_way']
    """
    return tuple(_left_out(Journey, "", to))


def _left_out(kind: type, path: str, to: Recipient) -> Iterator[LeftOut]:
    for one in _fields(kind, path, to):
        if one.why is not None:
            yield LeftOut(path=one.path, why=one.why)
        for part in one.records:
            yield from _left_out(part, one.path, to)


@frozen(kw_only=True)
class _Field:
    """A field in which something is left out: all of it, for a reason, or parts of the records in it."""

    name: str
    path: str
    why: WhyLeftOut | None
    may_be_none: bool
    records: tuple[Any, ...]


@cache
def _fields(kind: type, path: str, to: Recipient) -> tuple[_Field, ...]:
    hints = get_type_hints(kind)
    found: list[_Field] = []
    for field in attrs.fields(kind):
        here = f"{path}.{field.name}" if path else field.name
        hint = hints[field.name]
        why = _why_not(kind, field.name, here, hint, to)
        inside = () if why else tuple(one for one in _records(hint) if _fields(one, here, to))
        if why or inside:
            may_be_none = NoneType in get_args(hint)
            found.append(_Field(name=field.name, path=here, why=why, may_be_none=may_be_none, records=inside))
    return tuple(found)


def _why_not(kind: type, name: str, path: str, hint: Any, to: Recipient) -> WhyLeftOut | None:
    """Why a field is not shown; `None` where it is, or where there is no record without it."""
    if to is Recipient.RESEARCHER and _IDENTIFYING & {*_records(hint)}:
        return WhyLeftOut.IDENTIFIES
    if _SEES[to].state(path) is False and NoneType in get_args(hint):
        return _WHY.get(path, WhyLeftOut.NOT_NEEDED)
    if name in free_text(kind) and path not in _SEES[to].texts:
        return WhyLeftOut.FREE_TEXT
    return WhyLeftOut.ABOUT_STAFF if name_kind(kind, name) is NameKind.ADULT else None


def _records(hint: Any) -> tuple[Any, ...]:
    """The classes of records in an annotation; those of a stream, and not the stream."""
    inner = tuple(part for argument in get_args(hint) for part in _records(argument))
    kind = get_origin(hint) or hint
    return inner if kind is Stream or not attrs.has(kind) else (kind, *inner)


def _shown(value: Any, path: str, to: Recipient) -> Any:
    if isinstance(value, tuple):
        return tuple(_shown(one, path, to) for one in cast("tuple[object, ...]", value))
    if isinstance(value, Stream):
        stream = cast("Stream[Event]", value)
        return attrs.evolve(stream, events=_shown(stream.events, path, to))
    changes: dict[str, object] = {}
    for one in _fields(cast("Any", type(value)), path, to):
        held = getattr(value, one.name)
        if held is not None and one.why:
            changes[one.name] = None if one.may_be_none else as_left_out(held)
        elif held is not None:
            changes[one.name] = _shown(held, one.path, to)
    return attrs.evolve(value, **changes) if changes else value

"""What a document may hold, as JSON Schema: a class becomes an object, a closed list its codes.

Rule of the room: a shape says what one value may be by itself. What two values must be to each other (an order, a
reference, a sum) no schema says; the reader does.
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from enum import Enum
from fractions import Fraction
from functools import cache
from inspect import getdoc, isclass
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import attrs

from iapcore.guidance.library import LIBRARY
from iapcore.guidance.policy import Choice, LeastGain
from iapcore.guidance.sources import Source
from iapcore.record.behaviour import Removal, Suspension
from iapcore.record.check_in import DomainRating
from iapcore.record.hand_over import HandOver
from iapcore.record.provision import Provision, Staffing
from iapcore.record.pupil_choice import PupilChoice
from iapcore.record.stream import Stream
from iapcore.record.timetable import PeriodTime, Slot
from iapcore.vocabulary.characteristics import Language
from iapcore.vocabulary.identifiers import Laestab, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.instruments import OwnInstrument, Scale
from iapcore.vocabulary.recipients import Recipient
from iapcore.vocabulary.school_days import SchoolCalendar, Term
from iapcore.vocabulary.value import Word

__all__ = [
    "CODE",
    "DAY",
    "PLAIN",
    "SHARE",
    "TEXT",
    "Shape",
    "Shapes",
    "closed_object",
    "fields_of",
    "first_words",
]

Shape = dict[str, Any]

TEXT: Final[Shape] = {
    "type": "string",
    "minLength": 1,
    "maxLength": 10_000,
    "pattern": r"^(?=\s*\S)[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]*$",
}
_MONTH_AND_DAY: Final = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
DAY: Final[Shape] = {
    "type": "string",
    "format": "date",
    "pattern": f"^(19|20|21)[0-9]{{2}}-{_MONTH_AND_DAY}$",
}
SHARE: Final[Shape] = {"type": "string", "pattern": "^[0-9]{1,12}/[1-9][0-9]{0,11}$"}
CODE: Final[Shape] = {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,59}$"}
_PERIOD: Final = "(am|pm|[1-9]|1[0-2])"
_UPN_SIGN: Final = "[ABCDEFGHJKLMNPQRTUVWXYZ0-9]"

PLAIN: Final[dict[object, Shape]] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: DAY,
    time: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    Fraction: SHARE,
    NoneType: {"type": "null"},
    PupilId: TEXT,
    UnprovedUpn: TEXT,
    Upn: {"type": "string", "pattern": f"^[A-Z][0-9]{{11}}{_UPN_SIGN}$"},
    Uln: {"type": "string", "pattern": "^[1-9][0-9]{9}$"},
    Urn: {"type": "string", "pattern": "^[0-9]{6}$"},
    Laestab: {"type": "string", "pattern": "^[0-9]{7}$"},
    Language: {"type": "string", "pattern": "^[A-Z]{3,4}$"},
    Slot: {"type": "string", "pattern": f"^[12]?(Mon|Tue|Wed|Thu|Fri):{_PERIOD}$"},
    Provision: TEXT | {"description": "The key of one of the provisions of the document."},
    SchoolCalendar: TEXT | {"description": "The key of one of the calendars of the document."},
    Source: {"enum": [source.key for source in LIBRARY]},
}
"""What has no fields to look into."""

_COUNT: Final[Shape] = {"minimum": 0}
_FROM_1: Final[Shape] = {"minimum": 1}
_FILLED: Final[Shape] = {"minItems": 1}
_ENDS: Final[Shape] = {"required": ["end"], "properties": {"end": {"type": "string"}}}
_LENGTH: Final[Shape] = {"prefixItems": [{"type": "integer"} | _FROM_1] * 2}
_OF_PROVISION: Final = (
    "opened",
    "places",
    "usually_on_roll",
    "soft_start_places",
    "drop_in_places",
    "teachers",
    "assistants",
    "settling_weeks",
    "review_weeks",
)
_LIMITS: Final[dict[tuple[type, str], Shape]] = {
    **{(Provision, name): _COUNT for name in _OF_PROVISION},
    (Provision, "weeks"): _LENGTH,
    (Provision, "terms"): _LENGTH,
    (Staffing, "count"): _COUNT,
    (Removal, "minutes"): _COUNT,
    (HandOver, "to"): {"not": {"const": Recipient.RESEARCHER.value}},
    (HandOver, "version"): _FROM_1,
    (Suspension, "half_days"): _FROM_1,
    (Suspension, "reasons"): {"maxItems": 3, "uniqueItems": True},
    (PupilChoice, "at_most"): _FROM_1,
    (DomainRating, "points"): _FROM_1,
    (PeriodTime, "period"): {"type": "string", "pattern": f"^{_PERIOD}$"},
    (Stream, "complete"): _ENDS,
    (Term, "span"): _ENDS,
    (Term, "half_term"): _ENDS,
    (SchoolCalendar, "terms"): _FILLED,
    (OwnInstrument, "scales"): _FILLED,
    (OwnInstrument, "name"): CODE,
    (Scale, "name"): CODE,
    (LeastGain, "instrument"): CODE,
    (LeastGain, "points"): {"minimum": 1, "maximum": 1_000},
}
"""What a class asks of one field beyond its type."""


class Shapes:
    """The shapes of classes, each held once under its name in `held`, and referred to from there."""

    def __init__(self, own: Mapping[type, Callable[["Shapes"], Shape]]) -> None:
        self.held: dict[str, Shape] = {}
        self._own = own

    def of(self, hint: Any) -> Shape:
        """The shape of a type, of a union of them, or of a tuple."""
        if hint in PLAIN:
            return dict(PLAIN[hint])
        if get_origin(hint) in (Union, UnionType):
            return self._any_of(get_args(hint))
        if get_origin(hint) is tuple:
            return self._list(get_args(hint))
        return self.referred(hint)

    def referred(self, hint: Any) -> Shape:
        """A reference to the shape of a class, which is held here from then on."""
        kind = get_origin(hint) or hint
        if kind is Choice:
            return self._record(hint)
        name = kind.__name__ + "".join(f"Of{one.__name__}" for one in get_args(hint))
        if name not in self.held:
            self.held[name] = {}  # while it is made, it may refer to itself
            self.held[name] |= {"description": first_words(kind)} | self._made(kind, hint)
        return {"$ref": f"#/$defs/{name}"}

    def _made(self, kind: type, hint: Any) -> Shape:
        if kind in self._own:
            return self._own[kind](self)
        return _codes(kind) if _is_word(kind) else self._record(hint)

    def _any_of(self, options: tuple[Any, ...]) -> Shape:
        shapes = [self.of(option) for option in options]
        if NoneType in options and len(shapes) == 1 + 1 and "type" in shapes[0]:
            return shapes[0] | {"type": [shapes[0]["type"], "null"]}
        return {"anyOf": shapes}

    def _list(self, kinds: tuple[Any, ...]) -> Shape:
        *firsts, last = kinds
        if last is Ellipsis:
            return {"type": "array", "items": self.of(firsts[0])}
        return {
            "type": "array",
            "prefixItems": [self.of(one) for one in kinds],
            "items": False,
            "minItems": len(kinds),
        }

    def _record(self, hint: Any) -> Shape:
        kind = get_origin(hint) or hint
        fields = fields_of(hint)
        return closed_object(
            {
                one.alias or one.name: self.of(held) | _LIMITS.get((kind, one.name), {})
                for one, held in fields
            },
            [one.alias or one.name for one, _ in fields if one.default is attrs.NOTHING],
        )


@cache
def fields_of(hint: Any) -> "tuple[tuple[attrs.Attribute[Any], Any], ...]":
    """The fields of a record, each with its type; in a generic one filled in with what it holds."""
    kind = get_origin(hint) or hint
    hints = get_type_hints(kind)
    fields = cast("tuple[attrs.Attribute[Any], ...]", attrs.fields(kind))
    return tuple((one, _filled_in(hints[one.name], get_args(hint))) for one in fields)


def closed_object(properties: Mapping[str, Shape], required: list[str]) -> Shape:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


def _filled_in(hint: Any, given: tuple[Any, ...]) -> Any:
    """The hint with what a generic class holds in the place of its type variable."""
    if isinstance(hint, TypeVar):
        return given[0]
    return hint[given] if getattr(hint, "__parameters__", ()) else hint


def _is_word(kind: Any) -> bool:
    return isclass(kind) and issubclass(kind, Enum)


def _codes(kind: Any) -> Shape:
    return {"enum": [member.value for member in cast("type[Word]", kind)]}


def first_words(kind: type) -> str:
    """The first paragraph of a docstring on one line."""
    return " ".join((getdoc(kind) or "").split("\n\n", maxsplit=1)[0].split())

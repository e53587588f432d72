"""Pseudonyms: the same records under other names, which only the holder of a key can join to the old ones again.

Rules of the room: a name is made with the caller's key (HMAC-SHA256) and never by a bare hash, because every UPN there
is can be tried. Each sort of name has a domain of its own. A text that is not known to be a key is free text, and goes.
National numbers go too: whatever is made up in their form may be somebody else's.
"""

import hmac
from collections.abc import Callable
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, Final, Literal, NoReturn, TypeVar, cast, get_args, get_origin, get_type_hints

import attrs

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.record.assessment import ScaleScore
from iapcore.record.dataset import Dataset
from iapcore.record.journey import Journey
from iapcore.record.stream import Event, Stream
from iapcore.record.timetable import PeriodTime, Slot
from iapcore.vocabulary.characteristics import Language
from iapcore.vocabulary.identifiers import Laestab, PupilId, Uln, UnprovedUpn, Upn, Urn
from iapcore.vocabulary.instruments import OwnInstrument, Scale
from iapcore.vocabulary.value import Discreet, Word

__all__ = ["LEFT_OUT", "NameKind", "PseudonymKey", "as_left_out", "free_text", "name_kind", "pseudonymise"]

LEFT_OUT: Final = "[left out]"
"""What stands where free text stood: that something was written is asked for by rules, what it was is not."""

_LEAST_BYTES: Final = 32
_DIGITS: Final = 32
"""Of the digest, in hexadecimal: 128 bits."""


class NameKind(Word):
    """What a name is the name of. The same text of another kind has another pseudonym.

    >>> NameKind("adult").name
    'ADULT'
    """

    PUPIL = "pupil"
    UPN = "upn"
    ULN = "uln"
    SCHOOL = "school"
    PROVISION = "provision"
    CALENDAR = "calendar"
    ADULT = "adult"
    PROVIDER = "provider"
    SUBJECT = "subject"
    EDITION = "edition"
    REF = "ref"


def _keyed(secret: bytes) -> hmac.HMAC:
    if not isinstance(cast("object", secret), bytes):
        remedy = "Give bytes, for example from secrets.token_bytes(32), and keep them apart from the data."
        raise InvalidRecordError(Problem(path="secret", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    if len(secret) < _LEAST_BYTES:
        remedy = f"Give at least {_LEAST_BYTES} bytes of chance: a short key can be guessed."
        raise InvalidRecordError(Problem(path="secret", kind=ProblemKind.OUT_OF_RANGE, remedy=remedy))
    return hmac.new(secret, digestmod="sha256")


@attrs.frozen(repr=False)
class PseudonymKey(Discreet):
    """The caller's key, of at least 32 bytes. It cannot be looked at again: not printed, not pickled, not written.

    >>> key = PseudonymKey(bytes(range(32)))
    >>> key
    ‹PseudonymKey›
    >>> key.pseudonym(NameKind.UPN, "H801200001001")
    'upn-54df23b4290e5ce49b0ac87d1d85c55f'

    Raises `InvalidRecordError` for fewer bytes, or anything but bytes.
    """

    _secret: hmac.HMAC = attrs.field(converter=_keyed, eq=hmac.HMAC.digest)

    def pseudonym(self, kind: NameKind, text: str) -> str:
        """The name that stands for a text: always the same under this key, another one under every other key."""
        made = self._secret.copy()
        made.update(f"iapcore pseudonym 1\0{kind.value}\0{text}".encode())
        return f"{kind.value}-{made.hexdigest()[:_DIGITS]}"

    def __reduce__(self) -> NoReturn:
        """A key is no part of the data, so it is not copied or pickled with them."""
        raise TypeError("A key is not pickled: store its bytes apart from the data, and make the key anew.")


R = TypeVar("R", Journey, Dataset)


def pseudonymise(records: R, *, key: PseudonymKey) -> R:
    """The same records under pseudonyms: what refers to each other still does, and rules answer alike.

    Keys of pupils, schools, provisions, calendars, adults and providers, subjects, editions and refs become pseudonyms.
    Free text becomes `LEFT_OUT`. UPN, ULN, URN and LAESTAB are left out. A date of birth becomes the first of its
    month, which is as much as an age in school needs. Days, codes and numbers stay, so a pupil may still be recognised
    by what happened to them: the data are pseudonymous, not anonymous.

    >>> from iapcore import Pupil
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01"), date_of_birth=date(2013, 1, 10)))
    >>> other = pseudonymise(journey, key=PseudonymKey(bytes(range(32))))
    >>> other.pupil.id.format()
    'pupil-ff2edf9fe9907289fececdd2dde347b0'
    >>> other.pupil.date_of_birth
    datetime.date(2013, 1, 1)
    """
    if not isinstance(cast("object", key), PseudonymKey):
        remedy = "Make a PseudonymKey of at least 32 bytes that you keep apart from the data."
        raise InvalidRecordError(Problem(path="key", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    if not isinstance(cast("object", records), Journey | Dataset):
        remedy = "Give a Journey or a Dataset."
        raise InvalidRecordError(Problem(path="", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    return cast("R", _renamed(records, key))


_BY_FIELD: Final = {
    "adult": NameKind.ADULT,
    "edition": NameKind.EDITION,
    "provider": NameKind.PROVIDER,
    "ref": NameKind.REF,
    "referral": NameKind.REF,
    "subject": NameKind.SUBJECT,
    "target": NameKind.REF,
    "teacher": NameKind.ADULT,
}
_BY_CLASS: Final = {
    ("Provision", "key"): NameKind.PROVISION,
    ("School", "key"): NameKind.SCHOOL,
    ("SchoolCalendar", "key"): NameKind.CALENDAR,
}
_NUMBERS: Final = (Laestab, Uln, UnprovedUpn, Upn, Urn)
_CODES: Final[set[type]] = {Language, OwnInstrument, PeriodTime, PupilId, Scale, ScaleScore, Slot, *_NUMBERS}
"""Their texts are codes out of a list, of ours or declared by the caller, and checked when made; or identifiers."""


def name_kind(kind: type, field: str) -> NameKind | None:
    """What the text in that field of a record is the name of; `None` where it is no name.

    >>> from iapcore import Lesson
    >>> name_kind(Lesson, "teacher").value, name_kind(Lesson, "room")
    ('adult', None)
    """
    return _BY_CLASS.get((kind.__name__, field)) or _BY_FIELD.get(field)


@cache
def free_text(kind: type) -> frozenset[str]:
    """The fields of a record that hold free text: every text that is neither a name nor a code.

    >>> from iapcore import Target
    >>> sorted(free_text(Target))
    ['measure', 'words']
    """
    hints = get_type_hints(kind)
    names = (field.name for field in attrs.fields(kind) if kind not in _CODES)
    return frozenset(name for name in names if _is_text(hints[name]) and name_kind(kind, name) is None)


def _is_text(hint: Any) -> bool:
    return hint is str or any(_is_text(part) for part in get_args(hint))


_Rename = Callable[[Any, PseudonymKey], object]


@cache
def _renames(kind: type) -> tuple[tuple[str, _Rename], ...]:
    """What is done to each field of a record, without those in which no name and no text can stand."""
    hints = get_type_hints(kind)
    found = ((field.name, _rename(kind, field.name, hints[field.name])) for field in attrs.fields(kind))
    return tuple((name, rename) for name, rename in found if rename is not None)


def _rename(kind: type, name: str, hint: Any) -> _Rename | None:
    if kind in _CODES:
        return None
    if _is_text(hint):
        named = name_kind(kind, name)
        return _hide if named is None else lambda value, key: key.pseudonym(named, value)
    if name == "date_of_birth":
        return lambda value, _: cast("date", value).replace(day=1)
    kinds = {part for part in _parts(hint) if attrs.has(part)}
    if kinds & {*_NUMBERS}:
        return _as_nothing
    return _renamed if any(part is PupilId or _renames(cast("Any", part)) for part in kinds) else None


def _parts(hint: Any) -> set[Any]:
    """The classes in an annotation."""
    inner = {part for argument in get_args(hint) for part in _parts(argument)}
    return inner | {get_origin(hint) or hint} - {NoneType, Literal}


def as_left_out(text: str | tuple[str, ...]) -> object:
    """What stands for a text that is not shown; of several, as many.

    >>> as_left_out(("one", "two"))
    ('[left out]', '[left out]')
    """
    return LEFT_OUT if isinstance(text, str) else (LEFT_OUT,) * len(text)


def _hide(text: Any, _: PseudonymKey) -> object:
    return as_left_out(text)


def _as_nothing(_: object, __: PseudonymKey) -> None:
    pass


def _renamed(value: Any, key: PseudonymKey) -> Any:
    if isinstance(value, PupilId):
        return PupilId(key.pseudonym(NameKind.PUPIL, value.format()))
    if isinstance(value, tuple):
        return tuple(_renamed(one, key) for one in cast("tuple[object, ...]", value))
    if isinstance(value, Stream):
        stream = cast("Stream[Event]", value)
        return attrs.evolve(stream, events=_renamed(stream.events, key))
    renames = _renames(cast("Any", type(value)))
    held = ((name, rename, getattr(value, name)) for name, rename in renames)
    changes = {name: rename(one, key) for name, rename, one in held if one is not None}
    return attrs.evolve(value, **changes) if changes else value

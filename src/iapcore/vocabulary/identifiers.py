"""The identifiers of a pupil, which never show themselves (`format()` is the only way out), and of a school.

Sources: UK Government Data Standards Catalogue, *Unique Pupil Number* 2.0, and the Department for Education's
Multiplication Tables Check for the check letter; Common Basic Data Set CS051 (May 2026), as one school information
system transcribes it, for the reasons why there is none; HESA, *ULN*, for the check digit; National Pupil Database
wiki for the school numbers.

Rule of the room: nothing may be read from the parts of a UPN. They serve to check it, not to learn a pupil's school,
authority or age.
"""

import re
from collections.abc import Collection
from typing import Final

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.value import Discreet, Word

__all__ = ["Laestab", "NoUpnReason", "PupilId", "Uln", "UnprovedUpn", "Upn", "Urn"]

_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN: Final = re.compile(rf"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_REMEDY: Final = (
    "A UPN has 13 characters: a check letter, 11 digits, then a digit or (temporary) a letter, without I, O "
    "and S, all in capitals and without blanks; the check letter must fit the rest. Look it up again, or leave it out."
)


@frozen(repr=False, field_transformer=shaped)
class PupilId(Discreet):
    """The key under which the caller knows a pupil: opaque, and not to be a name or a UPN.

    >>> PupilId("elm-01")
    ‹PupilId›
    >>> PupilId("elm-01").format()
    'elm-01'

    Raises `InvalidRecordError` where it is empty or not text.
    """

    _text: str

    def format(self) -> str:
        """The key itself: the only way out."""
        return self._text


@frozen(repr=False, field_transformer=shaped)
class Upn(Discreet):
    """A well-formed Unique Pupil Number, permanent or temporary.

    >>> Upn("H801200001001").format()
    'H801200001001'
    >>> Upn.parse("G80120000101A").is_temporary
    True
    >>> Upn.parse("A801200001001")
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. A UPN has 13 characters: ...

    Raises `InvalidRecordError`, without showing the text, where it is malformed or its check letter is wrong.
    """

    _text: str

    def __attrs_post_init__(self) -> None:
        if not _is_well_formed(self._text):
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=_REMEDY))

    @classmethod
    def parse(cls, text: str) -> "Upn":
        """Inverse of `format`."""
        return cls(text)

    def format(self) -> str:
        """The number itself: the only way out."""
        return self._text

    @property
    def is_temporary(self) -> bool:
        """A temporary number ends in a letter."""
        return self._text[-1] in _LETTERS

    def has_authority_in(self, numbers: Collection[str]) -> bool:
        """Whether the authority that gave the number out is one of these: a check, and nothing to learn from.

        A number outlives the authority that gave it out, so give abolished ones too
        (`local_authorities.UPN_AUTHORITIES`).

        >>> Upn("U909421612345").has_authority_in({"909", "942", "943"})
        True
        """
        return self._text[1:4] in numbers


@frozen(repr=False, field_transformer=shaped)
class UnprovedUpn(Discreet):
    """A UPN as it was written that does not prove to be one. A pupil with it is still a pupil.

    >>> UnprovedUpn("801200001001")
    ‹UnprovedUpn›

    Raises `InvalidRecordError` where the text is a well-formed UPN: then it is a `Upn`.
    """

    _text: str

    def __attrs_post_init__(self) -> None:
        if _is_well_formed(self._text):
            remedy = "This is a well-formed UPN: use Upn."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.CONTRADICTION, remedy=remedy))

    def format(self) -> str:
        """The text as it was written."""
        return self._text

    @staticmethod
    def remedy() -> str:
        """What to do about it."""
        return _REMEDY


def _is_well_formed(text: str) -> bool:
    if not _UPN.fullmatch(text):
        return False
    values = (int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in text[1:])
    total = sum(position * value for position, value in enumerate(values, start=2))
    return _LETTERS[total % len(_LETTERS)] == text[0]


class NoUpnReason(Word):
    """Why a child has no UPN, in the words of the returns on children in need and on SEN (CS051).

    >>> NoUpnReason("UN3").name
    'EDUCATED_OUTSIDE_ENGLAND'
    """

    UNDER_SIX = "UN1"
    NEVER_AT_MAINTAINED_SCHOOL = "UN2"
    EDUCATED_OUTSIDE_ENGLAND = "UN3"
    NEWLY_IN_NEED = "UN4"
    SOURCES_DISAGREE = "UN5"
    CANNOT_BE_OBTAINED = "UN6"
    REFERRED_WITHOUT_ACTION = "UN7"
    NEW_TO_AUTHORITY = "UN8"
    NEVER_IN_SCHOOL_OR_COLLEGE = "UN9"
    ASSESSMENT_WITHOUT_ACTION = "UN10"


_ULN: Final = re.compile(r"[1-9][0-9]{9}")
_ULN_MODULUS: Final = 11
_ULN_RESIDUE: Final = 10


@frozen(repr=False, field_transformer=shaped)
class Uln(Discreet):
    """A Unique Learner Number: ten digits, the first not zero, whose weighted sum proves it.

    >>> Uln.parse("4982597919")
    ‹Uln›
    >>> Uln("9999999999")
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. A ULN has ten digits: ...

    Raises `InvalidRecordError`, without showing the text, where it is malformed or its check digit is wrong.
    """

    _text: str

    def __attrs_post_init__(self) -> None:
        if not _ULN.fullmatch(self._text) or _weighted(self._text) % _ULN_MODULUS != _ULN_RESIDUE:
            remedy = (
                "A ULN has ten digits: the first is not zero and the last must fit the rest. "
                "Look it up again, or leave it out; a row of nines stands for none."
            )
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))

    @classmethod
    def parse(cls, text: str) -> "Uln":
        """Inverse of `format`."""
        return cls(text)

    def format(self) -> str:
        """The number itself: the only way out."""
        return self._text


def _weighted(digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(range(len(digits), 0, -1), digits, strict=True))


_URN: Final = re.compile(r"[0-9]{6}")


@frozen(field_transformer=shaped)
class Urn:
    """The Unique Reference Number of a school: six digits. A school that opens anew has a new one.

    >>> Urn.parse("123456").format()
    '123456'

    Raises `InvalidRecordError` for any other text.
    """

    _text: str

    def __attrs_post_init__(self) -> None:
        if not _URN.fullmatch(self._text):
            remedy = "A URN has six digits, for example 123456."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))

    @classmethod
    def parse(cls, text: str) -> "Urn":
        """Inverse of `format`."""
        return cls(text)

    def format(self) -> str:
        """The number, as text."""
        return self._text


_LAESTAB: Final = re.compile(r"[0-9]{7}")


@frozen(field_transformer=shaped)
class Laestab:
    """The number of a school in its authority: three digits of the authority, four of the establishment.

    >>> Laestab.parse("8012000").authority, Laestab("8012000").establishment
    ('801', '2000')

    Raises `InvalidRecordError` for any other text, `801/2000` among it.
    """

    _text: str

    def __attrs_post_init__(self) -> None:
        if not _LAESTAB.fullmatch(self._text):
            remedy = "Write the authority and the establishment as seven digits without a sign between, as 8012000."
            raise InvalidRecordError(Problem(path="", kind=ProblemKind.MALFORMED, remedy=remedy))

    @classmethod
    def parse(cls, text: str) -> "Laestab":
        """Inverse of `format`."""
        return cls(text)

    def format(self) -> str:
        """The seven digits, as text."""
        return self._text

    @property
    def authority(self) -> str:
        """The number of the local authority."""
        return self._text[:3]

    @property
    def establishment(self) -> str:
        """The number of the establishment in that authority."""
        return self._text[3:]

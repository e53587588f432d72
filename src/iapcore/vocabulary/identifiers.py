"""The identifiers of a pupil. None of them shows itself: `format()` is the only way out.

Sources: UK Government Data Standards Catalogue, *Unique Pupil Number* 2.0, and the Department for
Education's Multiplication Tables Check for the check letter. Nothing may be read from the parts of a UPN:
they serve to check it, not to learn a pupil's school, authority or age.
"""

import re
from typing import Final

from attrs import field, frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.value import Discreet, some_text

__all__ = ["PupilId", "UnprovedUpn", "Upn"]

_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN: Final = re.compile(rf"[{_LETTERS}][0-9]{{11}}[0-9{_LETTERS}]")
_REMEDY: Final = (
    "A UPN has 13 characters: a check letter, 11 digits, then a digit or (temporary) a letter, without I, O "
    "and S; the check letter must fit the rest. Look it up again, or leave it out."
)


@frozen(repr=False)
class PupilId(Discreet):
    """The key under which the caller knows a pupil: opaque, and not to be a name or a UPN.

    >>> PupilId("elm-01")
    ‹PupilId›
    >>> PupilId("elm-01").format()
    'elm-01'

    Raises `InvalidRecordError` where it is empty or not text.
    """

    _text: str = field(validator=some_text)

    def format(self) -> str:
        """The key itself: the only way out."""
        return self._text


@frozen(repr=False)
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

    _text: str = field(validator=some_text)

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


@frozen(repr=False)
class UnprovedUpn(Discreet):
    """A UPN as it was written that does not prove to be one. A pupil with it is still a pupil.

    >>> UnprovedUpn("801200001001")
    ‹UnprovedUpn›

    Raises `InvalidRecordError` where the text is a well-formed UPN: then it is a `Upn`.
    """

    _text: str = field(validator=some_text)

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

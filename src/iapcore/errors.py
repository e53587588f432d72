"""The few things that can go wrong, and the words in which we say so.

Rule of the room: a message is clear, gentle, concise, thorough, actionable and **private**. It names the
place (a path of keys and positions), what is the matter and what to do; it never repeats a value that
was given, because a value may be a child's.

Three duties of a caller, one error each: mend the record (`InvalidRecordError`), map the code
(`UnknownCodeError`), ask about a day or a case for which guidance is held (`OutOfScopeError`).
"""

from enum import Enum
from typing import Final

from attrs import evolve, frozen

__all__ = [
    "IapError",
    "InvalidRecordError",
    "OutOfScopeError",
    "Problem",
    "ProblemKind",
    "UnknownCodeError",
]

_SHOWN: Final = 20


class ProblemKind(Enum):
    """What is the matter with a record, in one word.

    >>> ProblemKind.OUT_OF_ORDER.value
    'out_of_order'
    """

    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    WRONG_FORMAT = "wrong_format"
    WRONG_VERSION = "wrong_version"
    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    DUPLICATE_KEY = "duplicate_key"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_CODE = "unknown_code"
    NOT_A_DATE = "not_a_date"
    MALFORMED = "malformed"
    OUT_OF_RANGE = "out_of_range"
    OUT_OF_ORDER = "out_of_order"
    DUPLICATE = "duplicate"
    UNKNOWN_REFERENCE = "unknown_reference"
    CONTRADICTION = "contradiction"


@frozen(kw_only=True)
class Problem:
    """One thing that is the matter with a record: where, what, and what to do about it.

    `path` leads from the top of the value or document to the place, as in `placements[0].planned.end`;
    it is empty where the whole is meant. `remedy` is a sentence for the person who mends the record.

    >>> problem = Problem(path="planned.end", kind=ProblemKind.OUT_OF_ORDER, remedy="Put the start first.")
    >>> str(problem)
    'planned.end: Put the start first.'
    >>> problem.below("placements[0]").path
    'placements[0].planned.end'
    """

    path: str
    kind: ProblemKind
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}: {self.remedy}" if self.path else self.remedy

    def below(self, prefix: str) -> "Problem":
        """The same problem, seen from further up: `prefix` is put before its path."""
        if not prefix or not self.path:
            return evolve(self, path=prefix or self.path)
        joint = "" if self.path.startswith("[") else "."
        return evolve(self, path=f"{prefix}{joint}{self.path}")


class IapError(Exception):
    """Anything that iapcore raises on purpose."""


class InvalidRecordError(IapError, ValueError):
    """A record does not hold together: mend it. Every problem found is in `problems`.

    >>> raise InvalidRecordError(Problem(path="end", kind=ProblemKind.OUT_OF_ORDER, remedy="Put the start first."))
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. end: Put the start first.
    """

    problems: tuple[Problem, ...]

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(*problems)

    def __str__(self) -> str:
        count = len(self.problems)
        shown = [str(problem) for problem in self.problems[:_SHOWN]]
        if count > _SHOWN:
            shown.append(f"… and {count - _SHOWN} more in .problems")
        joint = " " if count == 1 else "\n  "
        return f"{count} problem{'' if count == 1 else 's'}." + joint + joint.join(shown)


class UnknownCodeError(IapError, ValueError):
    """A code stands in no list that iapcore holds: map it to one that does. The code itself is not repeated."""


class OutOfScopeError(IapError):
    """No guidance is held for that day or that case, so nothing can be said about it."""

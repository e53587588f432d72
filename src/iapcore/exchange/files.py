"""Documents in files: paths or open binary files, never text that might be either."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, TypeVar

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.documents import structure, unstructure
from iapcore.exchange.json_text import MOST_BYTES, parse, write
from iapcore.exchange.policies import parse_policy
from iapcore.guidance.policy import Policy
from iapcore.record.dataset import Dataset
from iapcore.record.hand_over import HandOver
from iapcore.record.journey import Journey

if TYPE_CHECKING:
    from iapcore.exchange.quick import QuickPass

__all__ = [
    "Place",
    "quick_pass",
    "read_dataset",
    "read_hand_over",
    "read_journey",
    "read_policy",
    "reading",
    "write_dataset",
    "write_hand_over",
    "write_journey",
    "write_policy",
    "writing",
]

T = TypeVar("T")
Place: TypeAlias = str | PathLike[str] | BinaryIO
"""A path, or a file open for bytes."""


def read_dataset(place: Place) -> Dataset:
    """Read a dataset document.

    Raises `InvalidRecordError` with every problem and its path, and `OSError` where there is no such file.

    >>> import io
    >>> read_dataset(io.BytesIO(b'{"format": "iapcore/dataset", "version": 1, "journeys": []}'))
    ‹Dataset journeys=0 provisions=0 calendars=0›
    """
    return _read(_bytes(place), Dataset)


def write_dataset(dataset: Dataset, place: Place) -> None:
    r"""Write a dataset document. Inverse of `read_dataset`.

    >>> import io
    >>> from iapcore import Dataset
    >>> file = io.BytesIO()
    >>> write_dataset(Dataset(journeys=()), file)
    >>> file.getvalue().decode()
    '{\n "format": "iapcore/dataset",\n "version": 1,\n "journeys": []\n}\n'
    """
    _put(unstructure(_meant(dataset, Dataset)), place)


def read_journey(place: Place) -> Journey:
    """Read a journey document. Raises as `read_dataset` does.

    >>> import io
    >>> text = b'{"format": "iapcore/journey", "version": 1, "journey": {"pupil": {"id": "elm-01"}}}'
    >>> read_journey(io.BytesIO(text))
    ‹Journey›
    """
    return _read(_bytes(place), Journey)


def write_journey(journey: Journey, place: Place) -> None:
    """Write a journey document. Inverse of `read_journey`.

    >>> import io
    >>> from iapcore import Journey, Pupil, PupilId
    >>> file = io.BytesIO()
    >>> write_journey(Journey(pupil=Pupil(id=PupilId("elm-01"))), file)
    >>> read_journey(io.BytesIO(file.getvalue()))
    ‹Journey›
    """
    _put(unstructure(_meant(journey, Journey)), place)


def read_hand_over(place: Place) -> HandOver:
    """Read a hand-over document. Raises as `read_dataset` does.

    >>> import io
    >>> text = (
    ...     b'{"format": "iapcore/hand_over", "version": 1,'
    ...     b' "hand_over": {"pupil": "elm-01", "to": "receiving_teacher", "on": "2026-11-20", "version": 1}}'
    ... )
    >>> read_hand_over(io.BytesIO(text)).to.value
    'receiving_teacher'
    """
    return structure(parse(_bytes(place)), HandOver)


def write_hand_over(bundle: HandOver, place: Place) -> None:
    """Write a hand-over document. Inverse of `read_hand_over`.

    >>> import io
    >>> from datetime import date
    >>> from iapcore import PupilId, Recipient
    >>> file = io.BytesIO()
    >>> bundle = HandOver(pupil=PupilId("elm-01"), to=Recipient.FAMILY, on=date(2026, 11, 20), version=1)
    >>> write_hand_over(bundle, file)
    >>> read_hand_over(io.BytesIO(file.getvalue())).version
    1
    """
    _put(unstructure(_meant(bundle, HandOver)), place)


def read_policy(place: Place) -> Policy:
    r"""Read a school's own policy: TOML that starts from a ready-made one, or a whole policy in JSON.

    Raises `InvalidRecordError` with every problem and its path, and `OSError` where there is no such file.

    >>> import io
    >>> policy = read_policy(io.BytesIO(b'from = "half-term"\nname = "ours"\nlessons_per_step = 3'))
    >>> policy.name, policy.lessons_per_step.value, policy.lessons_per_step.basis.name
    ('ours', 3, 'SCHOOL_CHOICE')
    """
    return parse_policy(_bytes(place))


def write_policy(policy: Policy, place: Place) -> None:
    r"""Write a policy document in JSON, with what each choice rests on. Inverse of `read_policy`.

    >>> import io
    >>> from iapcore import profile
    >>> file = io.BytesIO()
    >>> write_policy(profile("half-term"), file)
    >>> read_policy(io.BytesIO(file.getvalue())) == profile("half-term")
    True
    """
    _put(unstructure(_meant(policy, Policy)), place)


@contextmanager
def reading(place: Place) -> Generator[BinaryIO]:
    """A file to read from: the one of that path, opened and closed, or the open one."""
    if isinstance(place, str | PathLike):
        with _open(place) as file:
            yield file
    else:
        yield place


def _open(place: str | PathLike[str]) -> BinaryIO:
    try:
        return Path(place).open("rb")
    except OSError as error:  # without the path: somebody may have given the document itself
        kind, number, reason = type(error), error.errno, error.strerror
    raise kind(number, reason)


@contextmanager
def writing(place: Place) -> Generator[BinaryIO]:
    """A file to write to, as `reading` gives one to read from."""
    if isinstance(place, str | PathLike):
        with Path(place).open("wb") as file:
            yield file
    elif hasattr(place, "write"):
        yield place
    else:
        remedy = "Give a path, or a file open for bytes."
        raise InvalidRecordError(Problem(path="place", kind=ProblemKind.WRONG_TYPE, remedy=remedy))


def _read(data: bytes, kind: type[T]) -> T:
    """What a document holds: told by the quick pass, if it can; else read, or refused, with care."""
    quick = quick_pass()
    made = None if quick is None else quick.read_whole(data, kind)
    return structure(parse(data), kind) if made is None else made


@cache
def quick_pass() -> "type[QuickPass] | None":
    """The quick first pass, where what it needs is installed (the extra `fast`)."""
    with suppress(ModuleNotFoundError):
        from iapcore.exchange.quick import QuickPass  # noqa: PLC0415  (loaded when it is used)

        return QuickPass
    return None


def _bytes(place: Place) -> bytes:
    with reading(place) as file:
        return file.read(MOST_BYTES + 1)


def _meant(value: T, kind: type[T]) -> T:
    """The value, where it is of that kind: nobody's record is written under another name."""
    if not isinstance(value, kind):
        more = " Of several journeys make one: Dataset.of(journeys)." if kind is Dataset else ""
        remedy = f"Give a {kind.__name__} first, then the place.{more}"
        raise InvalidRecordError(Problem(path="", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    return value


def _put(document: Any, place: Place) -> None:
    text = write(document)
    with writing(place) as file:
        file.write(text)

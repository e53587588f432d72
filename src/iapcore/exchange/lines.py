"""Many journeys as JSON Lines, one at a time: a cohort of any size in the memory that one journey needs.

The first line is the header: format, version, and the provisions and calendars that journeys refer to. Each further
line is one journey.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.converter import CONVERTER, body_of, gather, stop
from iapcore.exchange.documents import filled, linked, share, write_shared
from iapcore.exchange.envelope import closed, opened_with_version
from iapcore.exchange.files import Place, quick_pass, reading, writing
from iapcore.exchange.json_text import parse, write_line
from iapcore.exchange.migrations import VERSION, migrated
from iapcore.record.dataset import Dataset, calendars_of, provisions_of
from iapcore.record.journey import Journey
from iapcore.record.provision import Provision
from iapcore.vocabulary.school_days import SchoolCalendar

if TYPE_CHECKING:
    from iapcore.exchange.quick import QuickPass

__all__ = ["read_journeys", "write_journeys"]

_LONGEST_LINE: Final = 1 << 26
_MOST_PROBLEMS: Final = 1_000


@frozen(kw_only=True)
class _Header:
    provisions: tuple[Provision, ...] = ()
    calendars: tuple[SchoolCalendar, ...] = ()


def read_journeys(place: Place) -> Iterator[Journey]:
    r"""Read journeys one at a time from JSON Lines.

    A line that is amiss is passed over, and the others are read. Once all are, or 1,000 problems were found, or a line
    has no end in 64 MiB, one `InvalidRecordError` tells every problem, its path led by the number of its line. Nothing
    is opened before the first journey is asked for: then come the faults of the header, and `OSError` where there is no
    such file.

    >>> import io
    >>> text = b'{"format": "iapcore/journeys", "version": 1}\n{"pupil": {"id": "elm-01"}}\n{"pupil": {}}\n'
    >>> for journey in read_journeys(io.BytesIO(text)):
    ...     print(journey)
    Traceback (most recent call last):
    ...
    iapcore.errors.InvalidRecordError: 1 problem. lines[3].pupil.id: This key is needed: add it.
    """
    problems: list[Problem] = []
    with reading(place) as file:
        lines = _lines(file)
        document, version = _header(next(lines)[1])
        look = _quick(document) if version == VERSION else None
        for number, line in lines:
            try:
                found = None if look is None or _is_too_long(line) else look.read_line(line)
                journey = _journey(number, line, document, version) if found is None else found
            except InvalidRecordError as error:
                problems += error.problems
                if len(problems) >= _MOST_PROBLEMS or _is_too_long(line):
                    break
                continue
            yield journey
    if problems:
        raise InvalidRecordError(*problems)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 1
    yield number, file.readline(_LONGEST_LINE + 1)
    while line := file.readline(_LONGEST_LINE + 1):
        number += 1
        if line.strip() or _is_too_long(line):
            yield number, line


def _is_too_long(line: bytes) -> bool:
    return len(line) > _LONGEST_LINE


def _value(line: bytes) -> object:
    if _is_too_long(line):
        remedy = f"The line has more than {_LONGEST_LINE} bytes: write each journey on one of its own."
        raise stop(ProblemKind.TOO_LARGE, remedy)
    return parse(line.rstrip(b"\r\n"))


def _header(line: bytes) -> tuple[dict[str, Any], int]:
    with gather("lines[1]"):
        document, version = opened_with_version(_value(line), "journeys")
        problems = share(document)
        filled(_Header, document, problems)
    return document, version


def _quick(document: dict[str, Any]) -> "QuickPass | None":
    quick = quick_pass()
    return None if quick is None else quick([*document.get("provisions", ()), *document.get("calendars", ())])


def _journey(number: int, line: bytes, document: dict[str, Any], version: int) -> Journey:
    with gather(f"lines[{number}]"):
        written = migrated("journey", version, {"journey": _value(line)})["journey"]
        return cast("Journey", body_of(Journey)(linked(written, document), None))


def write_journeys(
    journeys: Iterable[Journey],
    place: Place,
    *,
    provisions: Iterable[Provision] | None = None,
    calendars: Iterable[SchoolCalendar] | None = None,
) -> None:
    """Write journeys one at a time as JSON Lines. Inverse of `read_journeys`.

    The header stands first, so what journeys refer to must be known before. Where it is not named, `journeys` is gone
    through twice; what can be gone through only once, such as a generator, needs both named.

    >>> import io
    >>> from iapcore import Pupil, PupilId
    >>> file = io.BytesIO()
    >>> write_journeys([Journey(pupil=Pupil(id=PupilId("elm-01")))], file)
    >>> print(file.getvalue().decode(), end="")
    {"format": "iapcore/journeys", "version": 1}
    {"pupil": {"id": "elm-01"}}

    Raises `InvalidRecordError` at the first journey that refers to what is not named.
    """
    if (provisions is None or calendars is None) and iter(journeys) is journeys:
        remedy = "Name the provisions and the calendars, or give a list: these journeys can be gone through only once."
        raise stop(ProblemKind.MISSING_KEY, remedy, "provisions")
    named = Dataset(
        journeys=(),
        provisions=tuple(dict.fromkeys(provisions_of(journeys) if provisions is None else provisions)),
        calendars=tuple(dict.fromkeys(calendars_of(journeys) if calendars is None else calendars)),
    )
    with writing(place) as file:
        file.write(write_line(closed("journeys", write_shared(named))))
        for number, journey in enumerate(journeys, start=2):
            with gather(f"lines[{number}]"):
                Dataset(journeys=(journey,), provisions=named.provisions, calendars=named.calendars)
            file.write(write_line(CONVERTER.unstructure(journey)))

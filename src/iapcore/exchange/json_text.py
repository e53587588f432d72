"""JSON text to plain values and back, strictly: one meaning, or an error that says where it stops.

Refused are text that is not UTF-8 or not JSON, `NaN` and `Infinity`, numbers of absurd length, nesting beyond
what the parser bears, lone surrogates, and files beyond `MOST_BYTES`. A repeated key is marked where it
stands, so that its path can be told.
"""

import json
from typing import Final

from iapcore.errors import InvalidRecordError, Problem, ProblemKind

__all__ = ["MOST_BYTES", "Repeated", "parse", "write", "write_line"]

MOST_BYTES: Final = 1 << 30


class Repeated(dict[str, object]):
    """An object in which a key stands twice: it has two meanings, so it has none."""


class _Refused(Exception):  # noqa: N818  (it never leaves this room)
    pass


def _no_constant(_: str) -> object:
    raise _Refused


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Repeated(found)


def _stop(kind: ProblemKind, remedy: str) -> InvalidRecordError:
    return InvalidRecordError(Problem(path="", kind=kind, remedy=remedy))


def parse(data: bytes) -> object:
    """The value that a JSON text stands for. Raises `InvalidRecordError` for any other bytes."""
    if len(data) > MOST_BYTES:
        raise _stop(ProblemKind.TOO_LARGE, f"The file has more than {MOST_BYTES} bytes: split it.")
    try:
        text = data.decode("utf-8-sig")
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except UnicodeDecodeError:
        problem = _stop(ProblemKind.NOT_JSON, "The file is not UTF-8 text: export it again as UTF-8.")
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        problem = _stop(ProblemKind.NOT_JSON, f"The text stops being JSON at {place}: is the file whole?")
    except RecursionError:
        problem = _stop(ProblemKind.TOO_LARGE, "The text is nested too deeply to be one of our documents.")
    except _Refused:
        problem = _stop(ProblemKind.NOT_JSON, "NaN and Infinity are no JSON: leave the number out instead.")
    except ValueError:
        problem = _stop(ProblemKind.NOT_JSON, "A number has too many digits.")
    else:
        return value
    raise problem from None


def write(value: object) -> bytes:
    """Inverse of `parse`: indented UTF-8 that reads well in a diff."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()


def write_line(value: object) -> bytes:
    """The value as one line of UTF-8, for JSON Lines."""
    return f"{json.dumps(value, ensure_ascii=False, allow_nan=False)}\n".encode()

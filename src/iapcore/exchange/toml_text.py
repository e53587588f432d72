"""TOML text to plain values, strictly: what is no TOML is told with its line, and without what stands there."""

import re
import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Any, Final

from iapcore.errors import ProblemKind
from iapcore.exchange.converter import maybe_list, maybe_object, stop

__all__ = ["MOST_BYTES", "parse_toml"]

MOST_BYTES: Final = 65_536
_MOST_DOTS: Final = 99  # a key of thousands of parts costs the parser gigabytes; a comment may have some dots
_LARGEST: Final = 1 << 63  # whole numbers of TOML have 64 bits; longer ones Python may not even write
_QUOTED: Final = re.compile(rb"\"[^\"]*\"|'[^']*'")
_PLACE: Final = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")


def parse_toml(data: bytes, *, too_large: str, how_to_write: str) -> dict[str, Any]:
    """The tables of a small file that people write themselves. Raises `InvalidRecordError` for any other bytes.

    >>> parse_toml(b'name = "ours"', too_large="Is it the right file?", how_to_write="Compare it with the page.")
    {'name': 'ours'}
    """
    if len(data) > MOST_BYTES or any(
        _QUOTED.sub(b"", line).count(b".") > _MOST_DOTS for line in data.splitlines()
    ):
        raise stop(ProblemKind.TOO_LARGE, too_large)
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        read = tomllib.loads(data.decode(encoding))
        if _is_held(read):
            return read
        refused = stop(ProblemKind.TOO_LARGE, "A whole number has more than 18 digits: look it up again.")
    except UnicodeDecodeError:
        refused = stop(
            ProblemKind.MALFORMED, "The text is not UTF-8: save the file again with that encoding."
        )
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line = f"Line {place[1]} is" if place else "This is"
        refused = stop(ProblemKind.MALFORMED, f"{line} no TOML. {how_to_write}")
    raise refused


def _is_held(value: object) -> bool:
    """Whether each whole number is one that TOML has."""
    if (table := maybe_object(value)) is not None:
        return all(map(_is_held, table.values()))
    if (several := maybe_list(value)) is not None:
        return all(map(_is_held, several))
    return not isinstance(value, int) or -_LARGEST <= value < _LARGEST

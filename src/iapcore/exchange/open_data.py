"""A data file in the Department for Education's shape, with the file that describes it beside it."""

import re
from os import PathLike
from pathlib import Path
from typing import Final

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.exchange.csv_text import as_csv
from iapcore.tables.open_data import OpenData

__all__ = ["write_published"]

_NAME: Final = re.compile(r"[A-Za-z0-9_-]+\.csv")


def write_published(data: OpenData, path: str | PathLike[str]) -> None:
    """Write a data file, and `.meta.csv` beside it: CSV in UTF-8, small numbers hidden.

    >>> import tempfile
    >>> from datetime import date
    >>> from iapcore import Geography, publish_measure, to_open_data
    >>> from iapcore.measures.measure import Measure
    >>> from iapcore.measures.returns import RETURNS
    >>> back = Measure(definition=RETURNS, on=date(2026, 11, 20), numerator=20, base=33, not_known=2)
    >>> data = to_open_data([publish_measure(back)], place=Geography())
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_published(data, Path(folder, "returns.csv"))
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['returns.csv', 'returns.meta.csv']

    Raises `InvalidRecordError` for another name than letters, digits, `-` and `_` with `.csv`, and for anything that is
    not made by `to_open_data`; `OSError` where the folder is not there.
    """
    problems: list[Problem] = []
    if type(data) is not OpenData:
        remedy = "Give what to_open_data makes of published measures."
        problems.append(Problem(path="data", kind=ProblemKind.WRONG_TYPE, remedy=remedy))
    place = Path(path)
    if not _NAME.fullmatch(place.name) or place.name.endswith(".meta.csv"):
        remedy = "Name the file with letters, digits, - and _ alone, and .csv at the end."
        problems.append(Problem(path="path", kind=ProblemKind.MALFORMED, remedy=remedy))
    if problems:
        raise InvalidRecordError(*problems)
    for suffix, rows in ((".csv", data.rows), (".meta.csv", data.meta)):
        place.with_suffix(suffix).write_bytes(as_csv(rows).encode("utf-8"))

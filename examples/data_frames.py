"""One measure in pandas, in Polars and in DuckDB: columns of whole numbers, text and dates, and none of objects.

    python examples/data_frames.py

`to_rows` gives plain cells and `column_types` says what each column holds. An empty cell is not recorded: with these
types it stays empty, and becomes neither False nor nought.
"""

from datetime import date
from typing import Any

import duckdb
import pandas as pd
import polars as pl

import iapcore as iap
from iapcore.samples import cohort

Rows = list[dict[str, Any]]

PANDAS = {bool: "boolean", int: "Int64", str: "string", date: "datetime64[s]"}
DUCKDB = {bool: "BOOLEAN", int: "BIGINT", str: "VARCHAR", date: "DATE"}


def in_pandas(rows: Rows) -> pd.DataFrame:
    types = {column: PANDAS[kind] for column, kind in iap.column_types(rows).items()}
    return pd.DataFrame(rows).astype(types)


def in_polars(rows: Rows) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=iap.column_types(rows))


def in_duckdb(rows: Rows, name: str) -> duckdb.DuckDBPyConnection:
    types = iap.column_types(rows)
    columns = ", ".join(f'"{column}" {DUCKDB[kind]}' for column, kind in types.items())
    store = duckdb.connect()
    store.execute(f'CREATE TABLE "{name}" ({columns})')
    marks = ", ".join("?" for _ in types)
    store.executemany(
        f'INSERT INTO "{name}" VALUES ({marks})', [[row.get(column) for column in types] for row in rows]
    )
    return store


def main() -> None:
    """Returns by year group, for those who know the pupils, in each of the three."""
    back = iap.count_returns(
        cohort(60, missing=0),
        policy=iap.profile("half-term"),
        on=date(2026, 11, 20),
        by=lambda journey: journey.pupil.year_group,
    )
    rows = iap.to_rows(back, internal=True)

    print(in_pandas(rows).dtypes.to_string())
    print(in_polars(rows).select("group", "on", "numerator", "base"))
    with in_duckdb(rows, "returns") as store:
        print(store.sql('SELECT "group", numerator, base FROM returns WHERE "group" IS NOT NULL'))


if __name__ == "__main__":
    main()

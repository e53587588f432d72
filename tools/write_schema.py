"""Writes the JSON Schemas of the format, for the package and for the documentation.

    python tools/write_schema.py

Tests compare what stands in the repository with what this would write.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from iapcore.exchange.json_text import write
from iapcore.exchange.schema import SCHEMAS, schema_of

ROOT: Final = Path(__file__).parents[1]
_FOLDERS: Final = (Path("src", "iapcore", "data", "schema"), Path("docs", "schema"))


def pages() -> Iterator[tuple[Path, str]]:
    """Every file and what stands in it."""
    for name in SCHEMAS:
        text = write(schema_of(name)).decode("utf-8")
        yield from ((folder / f"{name}.json", text) for folder in _FOLDERS)


if __name__ == "__main__":
    for path, text in pages():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")

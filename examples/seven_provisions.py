"""What is published of seven provisions of real schools, and what is not.

    python examples/seven_provisions.py

The shipped data hold published facts only, each with its source; what no source tells is `None`. There is no
judgement of a named school here, and no ranking: it tells what is known.
"""

from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO
from typing import Any, cast

import attrs

import iapcore as iap
from iapcore.reports.words import in_words

NOT_TOLD = ("key", "kind", "name", "school", "is_fictional", "provenance")
"""What is told in the heading, or is ours."""


def told(value: Any) -> str:
    """A field's value for a reader."""
    if isinstance(value, tuple):
        return ", ".join(map(in_words, cast("tuple[object, ...]", value)))
    return in_words(value)


def described(provision: iap.Provision) -> Iterator[str]:
    """A heading, a line for each published fact, one for what is not published, and the sources."""
    yield f"{provision.name or 'Internal alternative provision'}, {provision.school}"
    values = {
        field.name: getattr(provision, field.name)
        for field in attrs.fields(iap.Provision)
        if field.name not in NOT_TOLD
    }
    for name, value in values.items():
        if value is not None:
            yield f"  {in_words(name)}: {told(value)}"
    yield f"  not published: {', '.join(in_words(name) for name, value in values.items() if value is None)}"
    for source in provision.provenance or ():
        yield f"  source: {source.source}, {source.place}"


def main() -> None:
    """Read the shipped data and tell the provisions of real schools."""
    data = iap.read_dataset(BytesIO((files("iapcore") / "data" / "journeys.json").read_bytes()))
    for provision in data.provisions:
        if provision.is_fictional is False:
            print("\n".join(described(provision)), end="\n\n")


if __name__ == "__main__":
    main()

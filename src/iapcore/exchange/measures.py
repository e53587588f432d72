"""Measures as documents, with their numbers as they are.

Rule of the room: a measure is internal, and its document says so. It holds every number, small ones too; what leaves
the house is made from it by `publish_measure` first.
"""

from typing import Any, cast

from attrs import frozen

from iapcore.errors import ProblemKind
from iapcore.exchange.converter import CONVERTER, body_of, stop
from iapcore.exchange.envelope import closed, opened
from iapcore.measures.measure import Measure

__all__ = ["read_measure_document", "write_measure_document"]


@frozen(kw_only=True)
class _Document:
    internal: bool
    measure: Measure


def read_measure_document(value: object) -> Measure:
    """A measure from its document."""
    document = cast("_Document", body_of(_Document)(opened(value, "measure"), None))
    if not document.internal:
        remedy = "A measure holds its numbers as they are, so its document is internal: true. Write it anew."
        raise stop(ProblemKind.CONTRADICTION, remedy, "internal")
    return document.measure


def write_measure_document(measure: Measure) -> dict[str, Any]:
    """Inverse of `read_measure_document`."""
    return closed("measure", {"internal": True, "measure": CONVERTER.unstructure(measure)})

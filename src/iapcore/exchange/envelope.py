"""The envelope of a document: its format and its version."""

from collections.abc import Mapping
from typing import Any, Final

from iapcore.errors import ProblemKind
from iapcore.exchange.converter import as_object, stop

__all__ = ["VERSION", "closed", "opened"]

VERSION: Final = 0
"""The version of the format that this iapcore writes and reads."""


def opened(value: object, name: str) -> dict[str, Any]:
    """The content of a document, once its format and its version are seen to be ours."""
    document = dict(as_object(value))
    if document.pop("format", None) != f"iapcore/{name}":
        remedy = f'This is no such document: its "format" must be "iapcore/{name}".'
        raise stop(ProblemKind.WRONG_FORMAT, remedy, "format")
    version = document.pop("version", None)
    if type(version) is not int or version != VERSION:
        remedy = f"This iapcore reads version {VERSION} of the format: convert the document, or use another iapcore."
        raise stop(ProblemKind.WRONG_VERSION, remedy, "version")
    return document


def closed(name: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """Inverse of `opened`."""
    return {"format": f"iapcore/{name}", "version": VERSION, **content}

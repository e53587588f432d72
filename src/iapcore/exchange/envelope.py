"""The envelope of a document: its format and its version."""

from collections.abc import Mapping
from typing import Any, Final

from iapcore.errors import ProblemKind
from iapcore.exchange.converter import as_object, stop
from iapcore.exchange.migrations import VERSION, migrated

__all__ = ["closed", "opened", "opened_with_version"]


def opened(value: object, name: str) -> dict[str, Any]:
    """The content of a document as this version has it, once its format and its version are seen to be ours."""
    return opened_with_version(value, name)[0]


def opened_with_version(value: object, name: str) -> tuple[dict[str, Any], int]:
    """As `opened`, with the version in which the document was written."""
    document = dict(as_object(value))
    if document.pop("format", None) != f"iapcore/{name}":
        remedy = f'This is no such document: its "format" must be "iapcore/{name}".'
        raise stop(ProblemKind.WRONG_FORMAT, remedy, "format")
    version = document.pop("version", None)
    if type(version) is not int or not 0 <= version <= VERSION:
        raise stop(ProblemKind.WRONG_VERSION, _OTHER_VERSION, "version")
    return dict(migrated(name, version, document)), version


_OTHER_VERSION: Final = (
    f"This iapcore reads the versions 0 to {VERSION} of the format, as whole numbers: take a newer iapcore, or have "
    "the document written in one of them."
)


def closed(name: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """Inverse of `opened`, in the version of this iapcore."""
    return {"format": f"iapcore/{name}", "version": VERSION, **content}

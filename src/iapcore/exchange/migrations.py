"""How a document of an earlier version becomes one of this version.

Rules of the room:

* A step takes the content of a document (without its envelope) from one version to the next. It gets the name of the
  format too, as each line of JSON Lines is the content of a journey document.
* It makes new values and changes none that it was given.
* It looks only as far as it needs to; what is amiss stays as it was, for the reader to tell.
* Once released a step is never changed: the documents that it reads do not change either.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

__all__ = ["STEPS", "VERSION", "migrated"]

Content: TypeAlias = Mapping[str, Any]
Step: TypeAlias = Callable[[str, Content], Content]


def _as_it_was(_: str, content: Content) -> Content:
    """Version 1 is version 0 as it last stood, with the promise that it stays."""
    return content


STEPS: Final[tuple[Step, ...]] = (_as_it_was,)
"""The step from each version to the next, in their order."""
VERSION: Final = len(STEPS)
"""The version of the format that this iapcore writes: where the steps lead."""


def migrated(name: str, version: int, content: Content, steps: tuple[Step, ...] = STEPS) -> Content:
    """The content of a document of that format and version, as the last step leaves it.

    >>> migrated("journey", 0, {"journey": {"pupil": {"id": "elm-01"}}})
    {'journey': {'pupil': {'id': 'elm-01'}}}
    """
    for step in steps[version:]:
        content = step(name, content)
    return content

"""What is told of a contradiction, and how its place is written."""

from collections.abc import Iterator
from typing import Any

from iapcore.errors import Problem, ProblemKind
from iapcore.record.journey import Journey
from iapcore.record.placement import Placement
from iapcore.record.stream import Stream

__all__ = ["contradiction", "duplicate", "events", "placements", "unknown"]


def contradiction(path: str, remedy: str) -> Problem:
    """Two records that cannot both be right."""
    return Problem(path=path, kind=ProblemKind.CONTRADICTION, remedy=remedy)


def duplicate(path: str, remedy: str) -> Problem:
    """Something that stands there already."""
    return Problem(path=path, kind=ProblemKind.DUPLICATE, remedy=remedy)


def unknown(path: str, remedy: str) -> Problem:
    """Something that leads to nothing that is recorded."""
    return Problem(path=path, kind=ProblemKind.UNKNOWN_REFERENCE, remedy=remedy)


def placements(journey: Journey) -> Iterator[tuple[str, Placement]]:
    """Each placement with its path."""
    for position, placement in enumerate(journey.placements or ()):
        yield f"placements[{position}]", placement


def events(journey: Journey, name: str) -> Iterator[tuple[str, Any]]:
    """Each event of the stream of that name, with its path."""
    stream: Stream[Any] | None = getattr(journey, name)
    for position, event in enumerate(stream.events if stream else ()):
        yield f"{name}.events[{position}]", event

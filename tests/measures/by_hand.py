"""What several counts by hand share: a stay as people knew it on a day, and what came after it."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from iapcore.record.journey import Journey
from iapcore.record.placement import Entry, Placement
from iapcore.vocabulary.grounds import Purpose


def as_seen(one: Placement, on: date) -> Placement | None:
    """The stay as people knew it on a day: it is there once it is planned, or has begun."""
    came = one.began is not None and one.began <= on
    planned_later = one.planned_on is not None and one.planned_on > on
    never_planned = one.planned is None and one.planned_on is None
    if not came and (planned_later or (one.began is not None and never_planned)):
        return None
    return evolve(
        one,
        planned=None if planned_later else one.planned,
        planned_on=None,
        began=one.began if came else None,
        ending=one.ending if one.ending and one.ending.day <= on else None,
    )


def stays_seen(journey: Journey, on: date) -> list[Placement]:
    """All stays as people knew them on a day."""
    return [one for each in journey.placements or () if (one := as_seen(each, on))]


def overran(one: Placement, on: date) -> bool:
    """Whether the end that was planned last has passed, and none is recorded."""
    end = one.planned and one.planned.end
    moved_on = date.min
    for extension in one.extensions or ():
        if moved_on <= extension.day <= on:
            moved_on, end = extension.day, extension.until
    return one.ending is None and end is not None and end < on


def purpose_of(one: Placement, on: date) -> Purpose | None:
    """The purpose as it was changed last by a day."""
    purpose, changed_on = one.purpose, date.min
    for change in one.purpose_changes or ():
        if changed_on <= change.day <= on:
            changed_on, purpose = change.day, change.purpose
    return purpose


def what_came_after(one: Placement, others: Iterable[Placement], on: date) -> str:
    """What the next stay after one that ended was: none, planned or unplanned; not known where nobody can tell."""
    assert one.ending
    starts: list[tuple[date, Entry | None]] = []
    for other in others:
        start = other.began
        if start is None and other.planned is not None and on <= other.planned.start:
            start = other.planned.start
        if start is None:
            return "not known"
        if start >= one.ending.day:
            starts.append((start, other.entry))
    if not starts:
        return "none"
    entries = {entry for start, entry in starts if start == min(starts, key=lambda pair: pair[0])[0]}
    words = {Entry.PLANNED_FURTHER_STAY: "planned", Entry.UNPLANNED_RETURN: "unplanned"}
    entry = entries.pop()
    return "not known" if entries or entry is None else words.get(entry, "not known")

"""The week as it was on a day of the stay, where one timetable says so."""

from datetime import date

from iapcore.decisions.situation import Situation
from iapcore.record.timetable import Timetable

__all__ = ["week_on"]


def week_on(situation: Situation, day: date) -> Timetable | None:
    """The timetable in force on a day; `None` where none is, or where two of one day say otherwise.

    >>> from iapcore import Journey, Pupil, PupilId, profile
    >>> journey = Journey(pupil=Pupil(id=PupilId("elm-01")), timetables=())
    >>> week_on(Situation.of(journey, policy=profile(), on=date(2026, 11, 20)), date(2026, 11, 20)) is None
    True
    """
    begun = [one for one in situation.journey.timetables or () if one.starts <= day]
    last = max((one.starts for one in begun), default=day)
    latest = {one for one in begun if one.starts == last}
    return latest.pop() if len(latest) == 1 else None

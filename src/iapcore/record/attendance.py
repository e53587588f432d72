"""Attendance by sessions, as the register has it, and by lessons, which is another record.

Source: Department for Education, *Methodology: pupil absence statistics in England*: a session is half a
day; a rate is told of the pupil's own possible sessions, and there is none where no session was possible.
"""

from collections import Counter
from datetime import date
from fractions import Fraction

from attrs import field, frozen

from iapcore.errors import UnknownCodeError
from iapcore.record.stream import Stream
from iapcore.record.timetable import Slot
from iapcore.vocabulary.attendance_codes import AttendanceClass, AttendanceCode, Half
from iapcore.vocabulary.lessons import LessonAttendance
from iapcore.vocabulary.shape import shaped
from iapcore.vocabulary.spans import DateSpan
from iapcore.vocabulary.value import EXISTS_SINCE, Discreet

__all__ = ["LessonMark", "SessionCount", "SessionMark", "count_sessions"]


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class SessionMark(Discreet):
    """The register code of one half-day session. `ref` leads back to the caller's own row.

    >>> from datetime import date
    >>> from iapcore import AttendanceCode, Half
    >>> mark = SessionMark(day=date(2026, 9, 7), half=Half.MORNING, code=AttendanceCode("/"))
    >>> mark.code.counts_as(mark.day).is_attended
    True
    """

    day: date = field(metadata=EXISTS_SINCE)
    half: Half
    code: AttendanceCode
    ref: str | None = None

    @property
    def counts_as(self) -> AttendanceClass | None:
        """What the session counts as; `None` where the code was not in force on its day."""
        try:
            return self.code.counts_as(self.day)
        except UnknownCodeError:
            return None


@frozen(kw_only=True, repr=False, field_transformer=shaped)
class LessonMark(Discreet):
    """Whether a pupil was in a lesson. National figures cannot see this, and neither can the register.

    >>> from datetime import date
    >>> mark = LessonMark(day=date(2026, 9, 7), slot=Slot.parse("Mon:2"), attendance=LessonAttendance.LATE)
    >>> mark.attendance.was_there
    True
    """

    day: date = field(metadata=EXISTS_SINCE)
    slot: Slot
    attendance: LessonAttendance
    ref: str | None = None


@frozen(kw_only=True, field_transformer=shaped)
class SessionCount:
    """Sessions counted, exactly. `left_out` are neither attended nor absent: by law, or for want of one clear mark.

    >>> SessionCount(attended=53, possible=90).share
    Fraction(53, 90)
    >>> SessionCount(attended=0, possible=0).share is None  # no session, no rate
    True
    """

    attended: int
    possible: int
    left_out: int = 0

    @property
    def share(self) -> Fraction | None:
        """Attended of possible sessions; `None` where none was possible."""
        return Fraction(self.attended, self.possible) if self.possible else None


def count_sessions(marks: Stream[SessionMark], span: DateSpan) -> SessionCount | None:
    """The sessions of a span; `None` where the span reaches outside the one that is complete.

    >>> from datetime import date
    >>> from iapcore import AttendanceCode, DateSpan, Half
    >>> week = DateSpan(date(2026, 9, 7), date(2026, 9, 11))
    >>> monday = SessionMark(day=week.start, half=Half.MORNING, code=AttendanceCode("I"))
    >>> count_sessions(Stream(complete=week, events=(monday,)), week)
    SessionCount(attended=0, possible=1, left_out=0)
    """
    found = marks.within(span)
    if found is None:
        return None
    marked = Counter((mark.day, mark.half) for mark in found)
    classes = {(mark.day, mark.half): mark.counts_as for mark in found}
    possible = [
        one
        for session, one in classes.items()
        if marked[session] == 1 and one is not None and one.is_possible
    ]
    return SessionCount(
        attended=sum(one.is_attended for one in possible),
        possible=len(possible),
        left_out=len(classes) - len(possible),
    )

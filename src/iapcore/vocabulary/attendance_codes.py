r"""The codes of an attendance register, and what each counts as on a day.

Law: School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation 10, in force
from 19 August 2024; classes as in the Department for Education's attendance data dictionary (July 2026). The end
of `F`: Central Bedfordshire Council, *School census*, on the amended registration regulations of September 2013.

Rules of the room: what a code counts as depends on the code **and** the day (`J` was attendance until
18 August 2024; its successor `J1` is authorised absence). `/` and `\` are different codes, `#` is a code,
and some codes have two characters.
"""

from datetime import date
from typing import Final

from attrs import frozen

from iapcore.errors import UnknownCodeError
from iapcore.vocabulary.value import Word

__all__ = ["AttendanceClass", "AttendanceCode", "Half", "codes_in_force"]

_NEW_CODES: Final = date(2024, 8, 19)
_OLD_CODES: Final = date(2024, 8, 18)
_EXTENDED_HOLIDAYS: Final = date(2013, 8, 31)


class Half(Word):
    """The half of a school day that a session is: two sessions a day.

    >>> Half("am").name
    'MORNING'
    """

    MORNING = "am"
    AFTERNOON = "pm"


class AttendanceClass(Word):
    """What a session with this code counts as.

    >>> AttendanceClass.NOT_POSSIBLE.is_possible, AttendanceClass.AUTHORISED.is_absent
    (False, True)
    """

    PRESENT = "present"
    APPROVED_ACTIVITY = "approved_activity"
    AUTHORISED = "authorised"
    UNAUTHORISED = "unauthorised"
    NOT_POSSIBLE = "not_possible"
    ADMINISTRATIVE = "administrative"

    @property
    def is_attended(self) -> bool:
        """Counts as attended: present, or at an approved educational activity."""
        return self in (AttendanceClass.PRESENT, AttendanceClass.APPROVED_ACTIVITY)

    @property
    def is_absent(self) -> bool:
        """Counts as absence, authorised or not."""
        return self in (AttendanceClass.AUTHORISED, AttendanceClass.UNAUTHORISED)

    @property
    def is_possible(self) -> bool:
        """Counts among the possible sessions, attended or absent; the others leave both sides of a rate."""
        return self.is_attended or self.is_absent


class AttendanceCode(Word):
    r"""A register code, live or needed to read older registers.

    A pupil in a base on the school's own site is present (`/`, `\` or `L`), and a week shared between base
    and mainstream is no part-time timetable (`C2` is agreed absence).

    >>> from datetime import date
    >>> AttendanceCode("C2").label
    'Leave: temporary part-time timetable, compulsory school age'
    >>> AttendanceCode("J").counts_as(date(2024, 7, 1))
    <AttendanceClass.APPROVED_ACTIVITY: 'approved_activity'>
    >>> AttendanceCode("J").successors
    (<AttendanceCode.INTERVIEW: 'J1'>,)
    """

    PRESENT_AM = "/"
    PRESENT_PM = "\\"
    LATE = "L"
    ARRANGED_BY_LOCAL_AUTHORITY = "K"
    VISIT = "V"
    SPORT = "P"
    WORK_EXPERIENCE = "W"
    OFF_SITE = "B"
    LEAVE = "C"
    PERFORMANCE = "C1"
    PART_TIME_TIMETABLE = "C2"
    INTERVIEW = "J1"
    MEDICAL = "M"
    STUDY_LEAVE = "S"
    EXCLUDED = "E"
    ILLNESS = "I"
    RELIGIOUS = "R"
    MOBILE_CHILD = "T"
    HOLIDAY_NOT_GRANTED = "G"
    NO_REASON_YET = "N"
    UNAUTHORISED = "O"
    LATE_AFTER_REGISTER = "U"
    DUAL_REGISTERED = "D"
    NOT_REQUIRED = "X"
    NO_ACCESS = "Q"
    NO_TRANSPORT = "Y1"
    TRAVEL_DISRUPTED = "Y2"
    PART_CLOSED = "Y3"
    WHOLE_CLOSED = "Y4"
    DETAINED = "Y5"
    PUBLIC_HEALTH = "Y6"
    UNAVOIDABLE = "Y7"
    NOT_ON_ROLL = "Z"
    PLANNED_CLOSURE = "#"
    OLD_EXTENDED_HOLIDAY = "F"
    OLD_FAMILY_HOLIDAY = "H"
    OLD_INTERVIEW = "J"
    OLD_UNABLE = "Y"

    @property
    def label(self) -> str:
        """What the code means, for a reader."""
        return _ENTRIES[self].label

    def counts_as(self, day: date) -> AttendanceClass:
        """What a session on `day` with this code counts as.

        Raises `UnknownCodeError` on a day for which the code was not in the list.
        """
        if not self.is_in_force(day):
            raise UnknownCodeError(
                "That register code was not in force on that day: look up the code it replaced, or its successors."
            )
        return _ENTRIES[self].counts_as

    def is_in_force(self, day: date) -> bool:
        """Whether the code was in the list on `day`."""
        entry = _ENTRIES[self]
        return entry.first <= day <= entry.last

    @property
    def successors(self) -> tuple["AttendanceCode", ...]:
        """The codes that took its place; empty for one that is in force today."""
        return _ENTRIES[self].successors


def codes_in_force(day: date) -> tuple[AttendanceCode, ...]:
    """The list as it stood on a day.

    >>> len(codes_in_force(date(2026, 11, 2)))
    34
    """
    return tuple(code for code in AttendanceCode if code.is_in_force(day))


@frozen
class _Entry:
    label: str
    counts_as: AttendanceClass
    first: date = date.min
    last: date = date.max
    successors: tuple[AttendanceCode, ...] = ()


_ENTRIES: Final = {
    AttendanceCode.PRESENT_AM: _Entry("Present, morning session", AttendanceClass.PRESENT),
    AttendanceCode.PRESENT_PM: _Entry("Present, afternoon session", AttendanceClass.PRESENT),
    AttendanceCode.LATE: _Entry("Late, before the register closed", AttendanceClass.PRESENT),
    AttendanceCode.ARRANGED_BY_LOCAL_AUTHORITY: _Entry(
        "Education provision arranged by a local authority",
        AttendanceClass.APPROVED_ACTIVITY,
        first=_NEW_CODES,
    ),
    AttendanceCode.VISIT: _Entry("Educational visit or trip", AttendanceClass.APPROVED_ACTIVITY),
    AttendanceCode.SPORT: _Entry("Approved sporting activity", AttendanceClass.APPROVED_ACTIVITY),
    AttendanceCode.WORK_EXPERIENCE: _Entry("Work experience", AttendanceClass.APPROVED_ACTIVITY),
    AttendanceCode.OFF_SITE: _Entry(
        "Other approved educational activity off site", AttendanceClass.APPROVED_ACTIVITY
    ),
    AttendanceCode.LEAVE: _Entry("Leave of absence, exceptional circumstances", AttendanceClass.AUTHORISED),
    AttendanceCode.PERFORMANCE: _Entry(
        "Leave: regulated performance or employment abroad", AttendanceClass.AUTHORISED, first=_NEW_CODES
    ),
    AttendanceCode.PART_TIME_TIMETABLE: _Entry(
        "Leave: temporary part-time timetable, compulsory school age",
        AttendanceClass.AUTHORISED,
        first=_NEW_CODES,
    ),
    AttendanceCode.INTERVIEW: _Entry(
        "Leave: interview for employment or admission elsewhere", AttendanceClass.AUTHORISED, first=_NEW_CODES
    ),
    AttendanceCode.MEDICAL: _Entry("Leave: medical or dental appointment", AttendanceClass.AUTHORISED),
    AttendanceCode.STUDY_LEAVE: _Entry("Leave: study for a public examination", AttendanceClass.AUTHORISED),
    AttendanceCode.EXCLUDED: _Entry(
        "Suspended or permanently excluded, no other provision made", AttendanceClass.AUTHORISED
    ),
    AttendanceCode.ILLNESS: _Entry("Illness", AttendanceClass.AUTHORISED),
    AttendanceCode.RELIGIOUS: _Entry("Religious observance", AttendanceClass.AUTHORISED),
    AttendanceCode.MOBILE_CHILD: _Entry("Parent travelling for work", AttendanceClass.AUTHORISED),
    AttendanceCode.HOLIDAY_NOT_GRANTED: _Entry("Holiday not granted", AttendanceClass.UNAUTHORISED),
    AttendanceCode.NO_REASON_YET: _Entry("Reason not yet established", AttendanceClass.UNAUTHORISED),
    AttendanceCode.UNAUTHORISED: _Entry(
        "Absent in other or unknown circumstances", AttendanceClass.UNAUTHORISED
    ),
    AttendanceCode.LATE_AFTER_REGISTER: _Entry(
        "Arrived after the register closed", AttendanceClass.UNAUTHORISED
    ),
    AttendanceCode.DUAL_REGISTERED: _Entry(
        "Dual registered, due at the other school", AttendanceClass.NOT_POSSIBLE
    ),
    AttendanceCode.NOT_REQUIRED: _Entry(
        "Not of compulsory school age and not required to attend", AttendanceClass.NOT_POSSIBLE
    ),
    AttendanceCode.NO_ACCESS: _Entry(
        "Lack of access arrangements", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.NO_TRANSPORT: _Entry(
        "Usual transport not available", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.TRAVEL_DISRUPTED: _Entry(
        "Widespread disruption to travel", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.PART_CLOSED: _Entry(
        "Part of the premises closed", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.WHOLE_CLOSED: _Entry(
        "Whole school unexpectedly closed", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.DETAINED: _Entry(
        "Criminal justice detention", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.PUBLIC_HEALTH: _Entry(
        "Public health guidance or law", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.UNAVOIDABLE: _Entry(
        "Any other unavoidable cause", AttendanceClass.NOT_POSSIBLE, first=_NEW_CODES
    ),
    AttendanceCode.NOT_ON_ROLL: _Entry(
        "Prospective pupil not yet on the admission register", AttendanceClass.ADMINISTRATIVE
    ),
    AttendanceCode.PLANNED_CLOSURE: _Entry("Planned whole-school closure", AttendanceClass.ADMINISTRATIVE),
    AttendanceCode.OLD_EXTENDED_HOLIDAY: _Entry(
        "Agreed extended family holiday (until August 2013)",
        AttendanceClass.AUTHORISED,
        last=_EXTENDED_HOLIDAYS,
        successors=(AttendanceCode.OLD_FAMILY_HOLIDAY,),
    ),
    AttendanceCode.OLD_FAMILY_HOLIDAY: _Entry(
        "Agreed family holiday (until August 2024)",
        AttendanceClass.AUTHORISED,
        last=_OLD_CODES,
        successors=(AttendanceCode.LEAVE,),
    ),
    AttendanceCode.OLD_INTERVIEW: _Entry(
        "Interview (until August 2024)",
        AttendanceClass.APPROVED_ACTIVITY,
        last=_OLD_CODES,
        successors=(AttendanceCode.INTERVIEW,),
    ),
    AttendanceCode.OLD_UNABLE: _Entry(
        "Unable to attend (until August 2024)",
        AttendanceClass.NOT_POSSIBLE,
        last=_OLD_CODES,
        successors=(
            AttendanceCode.NO_ACCESS,
            AttendanceCode.NO_TRANSPORT,
            AttendanceCode.TRAVEL_DISRUPTED,
            AttendanceCode.PART_CLOSED,
            AttendanceCode.WHOLE_CLOSED,
            AttendanceCode.DETAINED,
            AttendanceCode.PUBLIC_HEALTH,
            AttendanceCode.UNAVOIDABLE,
        ),
    ),
}
"""The register's list: what each code means, counts as, when it was in force and what replaced it."""

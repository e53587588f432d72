r"""Where a pupil is when the register is taken, and the codes that say so.

Source: School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulations 10 and 11;
council guidance on coding for part-time timetables and study at home (Essex; Norfolk, June 2026); Department for
Education, absence methodology, for provision made from day six of a suspension.

Rules of the room: a pupil in a base on the school's own site is **present**, whatever the lesson. A week shared
between base and mainstream is no part-time timetable: part-time is agreed *absence*. Several codes where the reason
decides between them; which one is right is for the person who keeps the register.
"""

from typing import Final

from iapcore.vocabulary.attendance_codes import AttendanceCode
from iapcore.vocabulary.value import Word

__all__ = ["Circumstance"]


class Circumstance(Word):
    r"""Where the pupil is in a session of a stay.

    >>> [code.value for code in Circumstance.IN_BASE_ON_SITE.codes]
    ['/', '\\', 'L']
    >>> AttendanceCode.PART_TIME_TIMETABLE in Circumstance.WEEK_SHARED_ON_SITE.codes
    False
    """

    IN_BASE_ON_SITE = "in_base_on_site"
    WEEK_SHARED_ON_SITE = "week_shared_on_site"
    IN_REMOVAL_ROOM_ON_SITE = "in_removal_room_on_site"
    AGREED_OFF_SITE_OF_COMPULSORY_AGE = "agreed_off_site_of_compulsory_age"
    AGREED_OFF_SITE_NOT_OF_COMPULSORY_AGE = "agreed_off_site_not_of_compulsory_age"
    AT_EXTERNAL_PROVIDER = "at_external_provider"
    STUDYING_AT_HOME = "studying_at_home"
    SUSPENDED_WITHOUT_PROVISION = "suspended_without_provision"
    SUSPENDED_WITH_PROVISION = "suspended_with_provision"

    @property
    def codes(self) -> tuple[AttendanceCode, ...]:
        """Codes in force since August 2024 that the sources name for it; with another reason another may be right."""
        return _CODES[self]


_PRESENT: Final = (AttendanceCode.PRESENT_AM, AttendanceCode.PRESENT_PM, AttendanceCode.LATE)
_ELSEWHERE: Final = (
    AttendanceCode.ARRANGED_BY_LOCAL_AUTHORITY,
    AttendanceCode.OFF_SITE,
    AttendanceCode.DUAL_REGISTERED,
)
_CODES: Final = {
    Circumstance.IN_BASE_ON_SITE: _PRESENT,
    Circumstance.WEEK_SHARED_ON_SITE: _PRESENT,
    Circumstance.IN_REMOVAL_ROOM_ON_SITE: _PRESENT,
    Circumstance.AGREED_OFF_SITE_OF_COMPULSORY_AGE: (
        AttendanceCode.PART_TIME_TIMETABLE,
        AttendanceCode.MEDICAL,
        AttendanceCode.ILLNESS,
    ),
    Circumstance.AGREED_OFF_SITE_NOT_OF_COMPULSORY_AGE: (AttendanceCode.NOT_REQUIRED,),
    Circumstance.AT_EXTERNAL_PROVIDER: _ELSEWHERE,
    Circumstance.STUDYING_AT_HOME: (AttendanceCode.PART_TIME_TIMETABLE, AttendanceCode.ILLNESS),
    Circumstance.SUSPENDED_WITHOUT_PROVISION: (AttendanceCode.EXCLUDED,),
    Circumstance.SUSPENDED_WITH_PROVISION: _ELSEWHERE,
}

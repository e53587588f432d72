"""May the placement start?

Rules of the room: a place is support, so nothing here asks whether a pupil deserves one. Support that was
not tried yet never stands alone in the way where people recorded why waiting would harm. The answer proposes
no managed move, off-site direction, home education, part-time timetable or exclusion, ever.

Four modules hold it: what a `referral` says, whose `voices` were heard, whether the `place` fits and is free, and the
`answer` that follows.
"""

from iapcore.decisions.eligibility.answer import ELIGIBILITY, Eligibility, check_eligibility
from iapcore.decisions.eligibility.place import (
    key_stage_is_taught,
    needs_can_be_met,
    place_is_free,
    place_is_support,
    purpose_is_served,
    waiting_is_supported,
)
from iapcore.decisions.eligibility.referral import (
    data_were_considered,
    ground_is_recorded,
    referral_was_made,
    supports_came_first,
)
from iapcore.decisions.eligibility.voices import (
    family_is_on_board,
    professionals_gave_a_view,
    pupil_was_involved,
    there_was_time_to_consult,
)

__all__ = [
    "ELIGIBILITY",
    "Eligibility",
    "check_eligibility",
    "data_were_considered",
    "family_is_on_board",
    "ground_is_recorded",
    "key_stage_is_taught",
    "needs_can_be_met",
    "place_is_free",
    "place_is_support",
    "professionals_gave_a_view",
    "pupil_was_involved",
    "purpose_is_served",
    "referral_was_made",
    "supports_came_first",
    "there_was_time_to_consult",
    "waiting_is_supported",
]

"""What is measured: the definition of each, for tests that ask something of all."""

from typing import Final

from iapcore.measures.before_and_after import BEFORE_AND_AFTER
from iapcore.measures.durations import TIME_TO_RETURN
from iapcore.measures.experience import SAID_YES
from iapcore.measures.fairness import FAIRNESS
from iapcore.measures.lasting import RELAPSES, SUSTAINED
from iapcore.measures.lengths import LENGTHS
from iapcore.measures.occupancy import LESSONS_BACK, PLACES
from iapcore.measures.returns import ANSWERED, FOLLOWED, PURPOSE_CHANGES, RETURNS
from iapcore.measures.room import IN_ROOM
from iapcore.measures.signals import SIGNALS
from iapcore.measures.waiting import WAITING
from iapcore.measures.wellbeing import COMPARED, IMPROVED

MEASURED: Final = (
    RETURNS,
    ANSWERED,
    PURPOSE_CHANGES,
    *FOLLOWED.values(),
    SUSTAINED,
    RELAPSES,
    TIME_TO_RETURN,
    LENGTHS,
    *BEFORE_AND_AFTER.values(),
    COMPARED,
    IMPROVED,
    *SAID_YES.values(),
    PLACES,
    LESSONS_BACK,
    WAITING,
    *FAIRNESS.values(),
    IN_ROOM,
    *SIGNALS.values(),
)

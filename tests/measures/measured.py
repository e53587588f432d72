"""What is measured: the definition of each, for tests that ask something of all."""

from typing import Final

from iapcore.measures.durations import TIME_TO_RETURN
from iapcore.measures.fairness import FAIRNESS
from iapcore.measures.lasting import RELAPSES, SUSTAINED
from iapcore.measures.lengths import LENGTHS
from iapcore.measures.occupancy import LESSONS_BACK, PLACES
from iapcore.measures.returns import ANSWERED, FOLLOWED, PURPOSE_CHANGES, RETURNS
from iapcore.measures.room import IN_ROOM
from iapcore.measures.signals import SIGNALS
from iapcore.measures.waiting import WAITING

MEASURED: Final = (
    RETURNS,
    ANSWERED,
    PURPOSE_CHANGES,
    *FOLLOWED.values(),
    SUSTAINED,
    RELAPSES,
    TIME_TO_RETURN,
    LENGTHS,
    PLACES,
    LESSONS_BACK,
    WAITING,
    *FAIRNESS.values(),
    IN_ROOM,
    *SIGNALS.values(),
)

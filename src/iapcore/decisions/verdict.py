"""Three values, and the judgement that carries them.

Rules of the room: *not known* passes neither as yes nor as no (Kleene's strong logic). A judgement has no
truth value of its own: `if check_eligibility(...)` would let every pupil pass, so it raises.
"""

from collections.abc import Iterable

from iapcore.vocabulary.value import Word

__all__ = ["Verdict"]


class Verdict(Word):
    """The answer to a rule's question.

    >>> Verdict.all_of([Verdict.MET, Verdict.NOT_KNOWN]).name
    'NOT_KNOWN'
    >>> Verdict.all_of([Verdict.NOT_MET, Verdict.NOT_KNOWN]).name
    'NOT_MET'
    """

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"

    def __bool__(self) -> bool:
        raise TypeError("A verdict has three values: compare it with Verdict.MET, NOT_MET or NOT_KNOWN.")

    @classmethod
    def all_of(cls, verdicts: Iterable["Verdict"]) -> "Verdict":
        """Met where all are; not met where one is not; else not known. Of nothing: met."""
        found = set(verdicts)
        for verdict in (cls.NOT_MET, cls.NOT_KNOWN):
            if verdict in found:
                return verdict
        return cls.MET

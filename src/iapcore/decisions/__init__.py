"""Judgements about one pupil: the only place where a fact is held against a norm.

Rules of the room: pure functions of the record, the policy and the day. Every rule is asked and every reason
kept; *not known* is an answer; a pupil is never scored or ranked. People decide.
"""

__all__ = [
    "absence",
    "before_and_after",
    "catalogue",
    "eligibility",
    "judgement",
    "needs",
    "outcome",
    "questions",
    "readiness",
    "receiving_side",
    "reviews",
    "rule",
    "safeguards",
    "situation",
    "stage",
    "support",
    "three_times",
    "transition",
    "turn",
    "verdict",
    "way_back",
]

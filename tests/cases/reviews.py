"""Were the reviews held in time, with everybody, about what was agreed? The reasons in each story."""

from datetime import date
from typing import Final

from attrs import evolve

from iapcore.decisions.questions import Questions
from iapcore.record.placement import Ending
from iapcore.record.review import Review
from iapcore.vocabulary.people import Role, View
from tests import stories
from tests.cases.case import UNKNOWN, Case, all_of
from tests.stories import ON

_HYBRID: Final = stories.hybrid()
_HELD: Final = date(2026, 11, 18)

REVIEW_CASES: Final = (
    Case(
        name="a review in time, with everybody, about every target",
        journey=_HYBRID,
        on=ON,
        expect={
            "REV-1": "in_time",
            "REV-2": "there",
            "REV-3": "said",
            "REV-4": "recorded",
            "REV-5": "looked_at",
            "REV-6": "set",
        },
        answer=Questions.NONE_SEEN,
    ),
    Case(
        name="no stay to review",
        journey=UNKNOWN,
        on=ON,
        expect=all_of("REV", range(1, 7), "no_stay"),
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="reviews are not recorded",
        journey=evolve(_HYBRID, reviews=None),
        on=ON,
        expect=all_of("REV", range(1, 7), "not_recorded"),
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="no review was held, and the first is still to come",
        journey=evolve(_HYBRID, reviews=()),
        on=ON,
        expect=all_of("REV", range(2, 7), "none_held") | {"REV-1": "not_due"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="no review was held in four weeks",
        journey=evolve(_HYBRID, reviews=()),
        on=date(2026, 11, 30),
        expect={"REV-1": "late"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="no calendar to count school weeks by",
        journey=evolve(_HYBRID, calendar=None),
        on=ON,
        expect={"REV-1": "no_calendar"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="only staff were there, and nobody asked anybody",
        journey=stories.with_review(
            _HYBRID, attended=(Role.PROVISION_LEAD, Role.SENCO), pupil_wish=None, family_view=None
        ),
        on=ON,
        expect={"REV-2": "missing", "REV-3": "left_out", "REV-4": "no_view"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="a pupil who was there and said nothing",
        journey=stories.with_review(_HYBRID, pupil_wish=None),
        on=ON,
        expect={"REV-2": "there", "REV-3": "there"},
        answer=Questions.NONE_SEEN,
    ),
    Case(
        name="a review of which only the day is recorded",
        journey=evolve(_HYBRID, reviews=(Review(day=_HELD),)),
        on=ON,
        expect={
            "REV-2": "attendance_not_recorded",
            "REV-3": "attendance_not_recorded",
            "REV-4": "no_view",
            "REV-5": "targets_not_recorded",
            "REV-6": "not_set",
        },
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="two records of one review that say otherwise",
        journey=evolve(
            _HYBRID,
            reviews=tuple(
                Review(day=_HELD, attended=(role,), family_view=view)
                for role, view in ((Role.FAMILY, View.FOR), (Role.SENCO, View.AGAINST))
            ),
        ),
        on=ON,
        expect={"REV-2": "attendance_not_recorded", "REV-4": "no_view"},
        answer=Questions.CANNOT_TELL,
    ),
    Case(
        name="a target was not looked at",
        journey=stories.with_review(_HYBRID, targets=((_HYBRID.reviews or ())[-1].targets or ())[:1]),
        on=ON,
        expect={"REV-5": "left_out"},
        answer=Questions.TO_ASK,
    ),
    Case(
        name="the last review of a stay that has ended",
        journey=stories.with_placement(
            stories.with_review(_HYBRID, next_review=None), ending=Ending(day=date(2026, 11, 19))
        ),
        on=ON,
        expect={"REV-6": "ended"},
        answer=Questions.NONE_SEEN,
    ),
)

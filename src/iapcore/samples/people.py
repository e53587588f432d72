"""The people of a made-up journey: the pupil, the adults they trust, and what everybody says of the stay."""

from datetime import date, timedelta
from typing import Final

from iapcore.record.characteristics import Characteristics
from iapcore.record.contacts import TrustedAdult
from iapcore.record.experience import Experience
from iapcore.record.pupil import Pupil
from iapcore.samples.schools import weeks_later
from iapcore.samples.story import Story
from iapcore.vocabulary.academic_years import AcademicYear
from iapcore.vocabulary.characteristics import EnrolmentStatus, Ethnicity, Language, PupilPremium, Sex
from iapcore.vocabulary.extents import Extent
from iapcore.vocabulary.identifiers import PupilId
from iapcore.vocabulary.people import Informant, Role
from iapcore.vocabulary.sen import SenNeed, SenProvision
from iapcore.vocabulary.settings import Where

__all__ = ["experiences", "pupil", "trusted_adults"]

_DAYS_OF_A_YEAR: Final = 365
_ENGLISH, _OTHER_LANGUAGE = Language("ENG"), Language("OTB")
_NEEDS: Final = (
    SenNeed.SOCIAL_EMOTIONAL_MENTAL_HEALTH,
    SenNeed.SPEECH_LANGUAGE_COMMUNICATION,
    SenNeed.AUTISM,
    SenNeed.SPECIFIC_LEARNING,
    SenNeed.MODERATE_LEARNING,
)
_ETHNICITIES: Final = (
    (Ethnicity.WHITE_BRITISH, 62),
    (Ethnicity.ANY_OTHER_WHITE, 7),
    (Ethnicity.WHITE_AND_BLACK_CARIBBEAN, 4),
    (Ethnicity.ANY_OTHER_MIXED, 3),
    (Ethnicity.PAKISTANI, 5),
    (Ethnicity.INDIAN, 4),
    (Ethnicity.BANGLADESHI, 3),
    (Ethnicity.BLACK_AFRICAN, 5),
    (Ethnicity.BLACK_CARIBBEAN, 3),
    (Ethnicity.ANY_OTHER, 2),
    (Ethnicity.REFUSED, 2),
)


def pupil(story: Story) -> Pupil:
    """A pupil of the year in which they stay, with a birthday that fits it, and no UPN: it might be somebody's."""
    chance = story.chance("pupil")
    autumn = AcademicYear.of(story.start).start
    [age] = story.year_group.usual_ages
    youngest = date(autumn - age, 8, 31)
    return Pupil(
        id=PupilId(f"made-up-{story.number:06}"),
        year_group=story.year_group,
        date_of_birth=youngest - timedelta(days=chance.randrange(_DAYS_OF_A_YEAR)),
        sex=chance.one((Sex.FEMALE, Sex.MALE), 40, 60),
        characteristics=(_characteristics(story),),
    )


def _characteristics(story: Story) -> Characteristics:
    """Roughly as in such provisions: more SEN and more free school meals than in the whole school."""
    chance = story.chance("characteristics")
    sen = chance.one((SenProvision.NONE, SenProvision.SUPPORT, SenProvision.PLAN), 35, 50, 15)
    need = chance.one(_NEEDS, 55, 15, 12, 10, 8)
    meals = chance.happens(45)
    found = chance.weighed(_ETHNICITIES)
    return Characteristics(
        since=weeks_later(story.start, -12),
        sen_provision=sen,
        primary_need=None if sen is SenProvision.NONE else need,
        eligible_for_free_school_meals=meals,
        pupil_premium=(PupilPremium.DEPRIVATION,) if meals else (),
        is_looked_after=chance.happens(3),
        has_social_worker=chance.happens(12),
        language=_ENGLISH if chance.happens(82) else _OTHER_LANGUAGE,
        ethnicity=found,
        enrolment=EnrolmentStatus.CURRENT,
    )


def trusted_adults(story: Story) -> tuple[TrustedAdult, ...]:
    """One in the base, and often one in mainstream later."""
    if story.began is None:
        return ()
    chance = story.chance("adults")
    base = TrustedAdult(
        since=story.began + timedelta(days=chance.randint(0, 9)),
        role=chance.choice((Role.PROVISION_LEAD, Role.TEACHING_ASSISTANT)),
        where=Where.BASE,
    )
    mainstream = TrustedAdult(
        since=weeks_later(story.began, chance.randint(2, 5)),
        role=chance.choice((Role.PASTORAL, Role.SUBJECT_TEACHER, Role.CLASS_TEACHER)),
        where=Where.MAINSTREAM,
    )
    return (base, mainstream) if chance.happens(70) else (base,)


def experiences(story: Story) -> tuple[Experience, ...]:
    """What pupil, family and staff say in the fourth week, and at the end."""
    if story.stay is None:
        return ()
    chance = story.chance("experiences")
    extents = tuple(Extent)
    days = [weeks_later(story.stay.start, 3), *([story.left] if story.left else [])]
    return tuple(
        Experience(
            day=day,
            by=by,
            feels_supported=chance.one(extents, 65, 28, 7),
            is_learning=chance.one(extents, 55, 37, 8),
            transition_went_well=chance.one(extents, 60, 32, 8) if day == story.left else None,
        )
        for day in days
        for by in (Informant.PUPIL, Informant.FAMILY, Informant.STAFF)
    )

"""During a stay: offer, assessment, curriculum, teaching, staffing, funding.

Sources: Simpson and O'Brien, *Four Tenets* (2025), tenet three with its table of challenges, and the case studies;
Simpson, *The rise of Internal Alternative Provision* (2024); McPhee in Headteacher Update (2025).
"""

from typing import Final

from iapcore.guidance.library import FOUR_TENETS, HEADTEACHER_UPDATE, IAP_FINDINGS
from iapcore.guidance.tenets import Practice, Tenet, found, seen
from iapcore.vocabulary.offers import AdditionalOffer, CoreOffer, MonitoringDomain, SessionType
from iapcore.vocabulary.people import StaffKind

__all__ = ["WAY_THROUGH"]

_CASE_1: Final = FOUR_TENETS.at("case study 1, Queen Elizabeth High School")
_CASE_3: Final = FOUR_TENETS.at("case study 3, Matthew Moss High School")
_CASE_4: Final = FOUR_TENETS.at("case study 4, Oakmeadow primary school")
_INTERIM: Final = HEADTEACHER_UPDATE.at("what strong provision looks like, interim findings")
_ATKINS: Final = HEADTEACHER_UPDATE.at("Richard Atkins Primary School")
_WORKING: Final = IAP_FINDINGS.at("what is working well")

WAY_THROUGH: Final[tuple[Practice, ...]] = (
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, introduction"))(
        ("OFF-1", "Is the offer as good as that of mainstream, with more on top and cut to the pupil?"),
        ("OFF-2", "Where does each pupil meet success?"),
        ("OFF-3", "Have standards risen for those who come here?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, a high quality offer, core"))(
        ("OFF-4", "Is the teaching as good as anywhere in school?", CoreOffer.TEACHING_AND_LEARNING),
        ("OFF-5", "Is the curriculum broad, and is it balanced?", CoreOffer.BROAD_CURRICULUM),
        ("OFF-6", "Is progress assessed and followed?", CoreOffer.ASSESSMENT_AND_MONITORING),
        ("OFF-7", "Is there pastoral care as for everyone?", CoreOffer.PASTORAL),
        ("OFF-8", "Do shared weeks serve good teaching, the return, and room for more pupils?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, a high quality offer, in addition to the core"))(
        ("OFF-9", "Is it calm here, and are pupils welcome?", AdditionalOffer.CALM_ENVIRONMENT),
        ("OFF-10", "Are groups small?", AdditionalOffer.SMALL_GROUPS),
        ("OFF-11", "Are there enough adults for the pupils?", AdditionalOffer.HIGH_STAFF_RATIO),
        ("OFF-12", "Which help is there, alone or in small groups?", AdditionalOffer.TARGETED_INTERVENTION),
        ("OFF-13", "What else is there to try, such as sailing or debating?", AdditionalOffer.ENRICHMENT),
        ("OFF-14", "Where may pupils lead, with younger ones or a project?", AdditionalOffer.LEADERSHIP),
        ("OFF-15", "Where do pupils have a say and a choice?", AdditionalOffer.VOICE_AND_AGENCY),
        ("OFF-16", "Is there room for feelings in learning?", AdditionalOffer.SOCIAL_EMOTIONAL_LEARNING),
        ("OFF-17", "Are getting on and calming down taught?", AdditionalOffer.SOCIAL_SKILLS_AND_REGULATION),
        ("OFF-18", "Do pupils trust the adults, and each other?", AdditionalOffer.RELATIONSHIPS),
        ("OFF-19", "Do you and the parents or carers work together?", AdditionalOffer.PARENT_PARTNERSHIP),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, key takeaways"))(
        ("OFF-20", "Is wellbeing planned for as openly and as firmly as teaching?"),
    ),
    *seen(Tenet.BALANCES, _CASE_3)(
        ("OFF-21", "Do trips and outdoor projects bring pupils together with their neighbourhood?"),
    ),
    *seen(Tenet.BALANCES, _CASE_4)(
        ("OFF-22", "Do stories, play and food together give practice in taking turns?"),
        ("OFF-23", "May other pupils use the room for a soft start, without a full place?"),
    ),
    *found(Tenet.BALANCES, _WORKING)(
        ("OFF-24", "Are there fewer than ten at a time, where that can be?", AdditionalOffer.SMALL_GROUPS),
        ("OFF-25", "Are there vocational sessions, in Key Stage 4 above all?", SessionType.VOCATIONAL),
        ("OFF-26", "Are there regular breaks to move about in?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, assessment and monitoring"))(
        ("ASSESS-1", "Is social, emotional and mental health assessed at the start, to compare with later?"),
        ("ASSESS-2", "Do that and the referral's data decide which support a pupil gets?"),
        ("ASSESS-3", "Are attainment, SEN and behaviour known from the referral already?"),
        ("ASSESS-4", "Are pupil and family asked, so that the picture is whole?"),
        ("ASSESS-5", "Is progress followed as in mainstream, only closer and more often?"),
        ("ASSESS-6", "Is there a look each day at engagement?", MonitoringDomain.ENGAGEMENT),
        ("ASSESS-7", "Is there a look each day at learning?", MonitoringDomain.LEARNING),
        ("ASSESS-8", "Is there a look each day at behaviour?", MonitoringDomain.BEHAVIOUR),
        ("ASSESS-9", "Is there a look each day at social skills?", MonitoringDomain.SOCIAL_SKILLS),
        ("ASSESS-10", "Is there a look each day at how the pupil feels?", MonitoringDomain.EMOTIONAL_STATE),
        ("ASSESS-11", "Do pupils look back on their own day, at check-in and check-out or otherwise?"),
        ("ASSESS-12", "Do staff note what they see in the course of the day?"),
        ("ASSESS-13", "Do subject teachers assess along the way, and at the end?"),
        ("ASSESS-14", "Do staff and family review the stay, every three to six weeks?"),
        ("ASSESS-15", "Does a review renew the plan, look at the targets and prepare the move?"),
    ),
    *seen(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, assessment and monitoring, one school's account"))(
        ("ASSESS-16", "Do your data show who gains the skills that a full week in mainstream asks for?"),
    ),
    *seen(Tenet.BALANCES, _CASE_4)(
        ("ASSESS-17", "Do targets come from the first assessment, and sessions from the targets?"),
        ("ASSESS-18", "Are targets renewed as the child grows?"),
    ),
    *found(Tenet.BALANCES, _WORKING)(
        ("ASSESS-19", "Does check-in leave time to say what is going on, and to get ready for learning?"),
        ("ASSESS-20", "Does assessment find what stands between a pupil and lessons?", SessionType.DIAGNOSIS),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, a high quality offer, curriculum"))(
        ("CUR-1", "Where not every subject fits, are breadth and balance kept?"),
        ("CUR-2", "Does enrichment, such as gardening or creative therapy, widen a core of subjects?"),
        ("CUR-3", "Where less is taught, is it learned more deeply, with time to make it last?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, table of challenges, curriculum model"))(
        ("CUR-4", "Which subjects are taught, and why these?"),
        ("CUR-5", "Are key stages taught apart, or how do ages learn together?"),
        ("CUR-6", "Are there units made for this group: a spiral of key skills, a project?"),
        ("CUR-7", "Does what pupils care about shape what is taught?"),
        ("CUR-8", "Where the pace is slower, do mainstream staff help to choose what is core?"),
    ),
    *seen(Tenet.BALANCES, _CASE_1)(
        ("CUR-9", "Does the day hold both the subjects of mainstream and personal development?"),
    ),
    *seen(Tenet.BALANCES, _CASE_3)(
        ("CUR-10", "Do older pupils take their options beside their classmates?"),
        ("CUR-11", "Do base staff watch over courses that pupils take elsewhere?"),
    ),
    *found(Tenet.BALANCES, _WORKING)(
        ("CUR-12", "Can pupils keep pace with their year, taught by specialists?", SessionType.CURRICULUM),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, a high quality offer, subject specialists"))(
        ("TEACH-1", "Do subject specialists of mainstream teach here?", StaffKind.MAINSTREAM_TEACHER),
        ("TEACH-2", "Do pupils come to know teachers whom they will meet again in mainstream?"),
    ),
    *seen(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, two schools' accounts"))(
        ("TEACH-3", "Is there real teaching also for those who have been through hard things?"),
        ("TEACH-4", "Do these pupils get experienced teachers, and not who happens to be free?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, table of challenges, teaching and learning"))(
        ("TEACH-5", "Is teaching in the hands of qualified teachers?", StaffKind.QUALIFIED_TEACHER),
        ("TEACH-6", "Does a subject have one teacher, who wants to teach here?"),
        ("TEACH-7", "Is the timetable of the base made early, so that skill and interest decide?"),
        ("TEACH-8", "Is every mainstream teacher trained for it who teaches here?"),
        ("TEACH-9", "Is it an honour to teach here, with leave to try new ways?"),
    ),
    *found(Tenet.BALANCES, _INTERIM)(
        ("TEACH-10", "Is the bar high, with no ceiling on what a pupil can become?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, table of challenges, staffing"))(
        ("STAFF-1", "Is the base led strongly?"),
        ("STAFF-2", "Is there money and time for staff to learn, and to move into new roles?"),
        ("STAFF-3", "Are posts open to more kinds of people, and told of in more places?"),
        ("STAFF-4", "How are those won over who have been here longest?"),
        ("STAFF-5", "Which skills does success need, and who still lacks them?"),
    ),
    *seen(Tenet.BALANCES, _CASE_1)(
        ("STAFF-6", "Is the lead of the base there all day?"),
    ),
    *seen(Tenet.BALANCES, _CASE_3)(
        ("STAFF-7", "Have the teachers of the base been trained in SEND?"),
    ),
    *found(Tenet.BALANCES, _WORKING)(
        ("STAFF-8", "Are there two adults, one a qualified teacher and one in support?"),
        ("STAFF-9", "Can they make sessions lively, and answer social and emotional needs?"),
        ("STAFF-10", "Do they have the freedom to respond to the pupil before them?"),
        ("STAFF-11", "Do they train others, so that base and mainstream do alike?"),
    ),
    *seen(Tenet.BALANCES, _ATKINS)(
        ("STAFF-12", "Were all staff prepared and trained before it opened?"),
        ("STAFF-13", "Can staff ask for supervision by a professional?"),
    ),
    *found(Tenet.BALANCES, FOUR_TENETS.at("tenet 3, table of challenges, funding"))(
        ("FUND-1", "Are the pupils of the base reckoned as a part of SEND?"),
        ("FUND-2", "Is its cost set beside that of a permanent exclusion or a place outside?"),
        ("FUND-3", "Do you know who nearby could give openings or know-how?"),
        ("FUND-4", "Do pupils help to make the place better: outdoors, the garden, its walls?"),
    ),
    *found(Tenet.OUTCOMES, FOUR_TENETS.at("tenet 4, reintegration and capacity"))(
        ("FUND-5", "Do places come free as pupils move on, so that more of them gain?"),
    ),
)
"""The practices of these six topics."""

"""Before and around a stay: relationships, foundations, unification, referral, needs, perception.

Sources: Simpson and O'Brien, *Four Tenets* (2025), foreword, introduction, tenets one and two with their case studies;
Simpson, *The rise of Internal Alternative Provision* (2024); McPhee in Headteacher Update (2025).
"""

from typing import Final

from iapcore.guidance.library import FOUR_TENETS, HEADTEACHER_UPDATE, IAP_FINDINGS
from iapcore.guidance.tenets import Practice, Tenet, found, seen
from iapcore.vocabulary.grounds import DataSet, NeedKind, PriorSupport
from iapcore.vocabulary.people import Role
from iapcore.vocabulary.unification import Unification

__all__ = ["WAY_IN"]

_CASE_1: Final = FOUR_TENETS.at("case study 1, Queen Elizabeth High School")
_CASE_2: Final = FOUR_TENETS.at("case study 2, Lister Community School")
_CASE_3: Final = FOUR_TENETS.at("case study 3, Matthew Moss High School")
_CASE_4: Final = FOUR_TENETS.at("case study 4, Oakmeadow primary school")
_INTERIM: Final = HEADTEACHER_UPDATE.at("what strong provision looks like, interim findings")
_ATKINS: Final = HEADTEACHER_UPDATE.at("Richard Atkins Primary School")
_WORKING: Final = IAP_FINDINGS.at("what is working well")

WAY_IN: Final[tuple[Practice, ...]] = (
    *found(None, FOUR_TENETS.at("introduction, relationships in all four tenets"))(
        ("REL-1", "How do staff and pupils come to trust each other?"),
        ("REL-2", "How are the pupils' own friendships looked after?"),
        ("REL-3", "How do the adults of the base and of mainstream get on as colleagues?"),
        ("REL-4", "How do home and school keep in touch, on good days too?"),
    ),
    *seen(None, _CASE_2)(
        ("REL-5", "Are kindness and honesty spoken of in the base, and lived?"),
    ),
    *seen(None, _CASE_3)(
        ("REL-6", "Is there an adult to turn to with the troubles of the day?"),
    ),
    *found(None, _INTERIM)(
        ("REL-7", "Do staff give time to knowing each pupil and the family?"),
        ("REL-8", "Would the pupils say that they belong here?"),
    ),
    *found(None, FOUR_TENETS.at("tenet 1, four principles of whole school inclusion"))(
        ("FOU-1", "What does every pupil get, before anybody needs more?"),
        ("FOU-2", "Do those who lead the school lead its inclusion?"),
        ("FOU-3", "Who in the community works on inclusion together with the school?"),
        ("FOU-4", "By what does the school see whether its inclusion works?"),
    ),
    *found(Tenet.UNIFIED, FOUR_TENETS.at("tenet 1, whole school inclusion"))(
        ("FOU-5", "What will be different in mainstream when the pupil comes back?"),
        ("FOU-6", "Does what the base learns about a pupil reach those who teach the pupil next?"),
        ("FOU-7", "Is the base one stage of a graduated response, after what all pupils can have?"),
        ("FOU-8", "Do staff of the base and of mainstream learn from each other?"),
        (
            "FOU-9",
            "Do base staff show others, in training and at meetings on a return, what lowers barriers?",
        ),
        ("FOU-10", "How do base staff keep up with what is taught in mainstream lessons?"),
        ("FOU-11", "Which ways of working keep colleagues, in secondary above all, out of silos?"),
    ),
    *found(Tenet.UNIFIED, FOUR_TENETS.at("tenet 1, key takeaways"))(
        ("FOU-12", "Is the base part of the school's support, with everybody answering for these pupils?"),
    ),
    *found(Tenet.UNIFIED, _WORKING)(
        ("FOU-13", "What stops mainstream classrooms from being as nurturing as the base?"),
    ),
    *found(None, HEADTEACHER_UPDATE.at("risk versus reward"))(
        ("FOU-14", "Do leaders know the barriers that families here meet, poverty and racism among them?"),
    ),
    *found(Tenet.UNIFIED, FOUR_TENETS.at("tenet 1, table of strategies, pupils"))(
        ("UNI-1", "Do pupils spend breaks and lunch with everybody else?", Unification.SHARED_SOCIAL_TIMES),
        ("UNI-2", "Do pupils come to assemblies and some lessons?", Unification.ASSEMBLIES_AND_LESSONS),
        ("UNI-3", "Do pupils wear what everybody at the school wears?", Unification.SAME_UNIFORM),
    ),
    *found(Tenet.UNIFIED, FOUR_TENETS.at("tenet 1, table of strategies, the provision"))(
        ("UNI-4", "Do the school's rules and rewards hold here?", Unification.SAME_BEHAVIOUR_AND_REWARDS),
        ("UNI-5", "Is as much expected here, in the same spirit?", Unification.SAME_EXPECTATIONS),
        ("UNI-6", "Is the base on the school's site, or in one of its buildings?", Unification.ON_THE_SITE),
        ("UNI-7", "Which lessons here do mainstream staff teach?", Unification.MAINSTREAM_STAFF_TEACH),
        ("UNI-8", "Do mainstream staff come by, and keep coming?", Unification.MAINSTREAM_STAFF_VISIT),
    ),
    *found(Tenet.UNIFIED, FOUR_TENETS.at("tenet 1, table of strategies, access to mainstream resources"))(
        ("UNI-9", "Which special rooms, for food, music or PE, do pupils use?", Unification.SPECIALIST_ROOMS),
        ("UNI-10", "Do pupils join when visitors give a workshop?", Unification.VISITING_WORKSHOPS),
        ("UNI-11", "Do pupils get the same assessment tasks and dates?", Unification.MAINSTREAM_ASSESSMENTS),
        ("UNI-12", "Can pupils use other support all along the stay?", Unification.SAME_SUPPORT_SERVICES),
    ),
    *found(Tenet.UNIFIED, FOUR_TENETS.at("tenet 1, common challenges"))(
        ("UNI-13", "Are all staff trained in teaching that includes everyone?"),
        ("UNI-14", "Who leads the change in what staff understand by inclusion?"),
        (
            "UNI-15",
            "Does the lead know base and mainstream well enough to plan for both and speak up for it?",
        ),
        ("UNI-16", "Do base staff sit with the middle and senior leaders of the school?"),
        ("UNI-17", "Who on the staff speaks well of the base, and ties it to the rest?"),
    ),
    *seen(Tenet.UNIFIED, _CASE_1)(
        ("UNI-18", "Is the support that any pupil may need found in one part of the school?"),
        ("UNI-19", "Do staff learn what the base is for, how it runs and which part is theirs?"),
        ("UNI-20", "Does the senior leader for inclusion visit, both by plan and unannounced?"),
        ("UNI-21", "Do pupils hear from mainstream teachers about the work they do here?"),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, FOUR_TENETS.at("tenet 2, robust referral process"))(
        ("REF-1", "Does a referral rest on data, and on more than one person's view?"),
        ("REF-2", "Is referring to the base part of how the whole school gives support?"),
        ("REF-3", "Was other support tried first, and did somebody look at what it did?"),
        ("REF-4", "Does the form say what a tutor report brought?", PriorSupport.TUTOR_REPORT),
        ("REF-5", "Does it say what a report to the Head of Year brought?", PriorSupport.HEAD_OF_YEAR_REPORT),
        ("REF-6", "Does it say what an assessment of SEN found?", PriorSupport.SEN_ASSESSMENT),
        ("REF-7", "Does it say what mentoring brought?", PriorSupport.MENTORING),
        ("REF-8", "Does it say what work in a small group brought?", PriorSupport.SMALL_GROUP),
        ("REF-9", "Does it say how a time-out card was used and helped?", PriorSupport.TIME_OUT_CARD),
        ("REF-10", "Does it say what a plan for attendance brought?", PriorSupport.ATTENDANCE_PLAN),
        ("REF-11", "Does it say what talks with the family brought?", PriorSupport.FAMILY_MEETINGS),
        ("REF-12", "Is there time to ask everybody before a place begins?"),
        ("REF-13", "Is the lead of the base asked?", Role.PROVISION_LEAD),
        ("REF-14", "Is the Head of Year, or who else gives pastoral care, asked?", Role.PASTORAL),
        ("REF-15", "Is the SENCo asked?", Role.SENCO),
        ("REF-16", "Is a senior leader asked?", Role.SENIOR_LEADER),
        ("REF-17", "Is the safeguarding lead asked?", Role.SAFEGUARDING_LEAD),
        ("REF-18", "Do parents or carers have a part in it?", Role.FAMILY),
        ("REF-19", "Does the child have a part in it?", Role.PUPIL),
        ("REF-20", "Do these professionals meet anyway, to see the child as a whole?"),
        ("REF-21", "Do the criteria tell when a place is the support that saves most learning?"),
    ),
    *seen(Tenet.IDENTIFIES_NEEDS, _CASE_2, _CASE_4)(
        ("REF-22", "Do those who decide look at attendance?", DataSet.ATTENDANCE),
        ("REF-23", "Do they look at behaviour?", DataSet.BEHAVIOUR),
        ("REF-24", "Do they look at how the pupil does in subjects?", DataSet.ACADEMIC),
        ("REF-25", "Do they look at what pastoral staff know?", DataSet.PASTORAL),
        ("REF-26", "Do they look at special educational needs?", DataSet.SEN),
    ),
    *seen(Tenet.IDENTIFIES_NEEDS, _CASE_4)(
        ("REF-27", "Do they look at what is known of safeguarding?", DataSet.SAFEGUARDING),
        ("REF-28", "Is the class teacher asked, where there is one?", Role.CLASS_TEACHER),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, FOUR_TENETS.at("tenet 2, common challenges, referral"))(
        ("REF-29", "What keeps a place from being a quick reaction, or a suspension by another name?"),
        ("REF-30", "Has all of the staff been told what the base is for?"),
        ("REF-31", "Do senior leaders know the process, and stand by it?"),
    ),
    *seen(Tenet.IDENTIFIES_NEEDS, _CASE_2)(
        ("REF-32", "Does a referral start some four weeks ahead?"),
        ("REF-33", "Is it discussed what a stay could do for this very child?"),
        ("REF-34", "Does the family hear what is offered, and agree, before the first day?"),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, _INTERIM, _ATKINS)(
        ("REF-35", "Is admission fair to all, and can anyone see how it is decided?"),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, IAP_FINDINGS.at("common challenges"))(
        ("REF-36", "How are those who wait for a place weighed against those who have one?"),
    ),
    *found(
        Tenet.IDENTIFIES_NEEDS,
        FOUR_TENETS.at("tenet 2, a place of support, not sanction"),
        FOUR_TENETS.at("tenet 2, key takeaways"),
    )(
        ("NEED-1", "How do you find out what a pupil needs in order to learn?", NeedKind.LEARNING),
        ("NEED-2", "How do you find out what a pupil needs to be well?", NeedKind.WELLBEING),
        ("NEED-3", "How do you find out what a pupil needs to be safe?", NeedKind.SAFETY),
        ("NEED-4", "Do staff for pastoral care, SEND, behaviour and attendance work on it side by side?"),
        ("NEED-5", "Does support go to the cause, and not only to what shows?"),
        ("NEED-6", "Can it be speech and language therapy, literacy or mental health support, as is needed?"),
        ("NEED-7", "Are these pupils thought of as pupils who come first?"),
    ),
    *seen(Tenet.IDENTIFIES_NEEDS, _CASE_2)(
        ("NEED-8", "Does the first week bring an assessment of needs, own targets and the support to match?"),
    ),
    *found(None, FOUR_TENETS.at("foreword"))(
        ("PER-1", "Is the name of the base free of stigma in this school?"),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, FOUR_TENETS.at("tenet 2, a place of support, not sanction"))(
        ("PER-2", "Do staff, children and families all see support in the base?"),
        ("PER-3", "Does it stand on the way of inclusion, and on no ladder of sanctions?"),
        ("PER-4", "Do those who come here feel supported?"),
        ("PER-5", "Do they feel that they learn well?"),
        ("PER-6", "Do they find that moving on goes well?"),
        ("PER-7", "How do staff see the tie between base and mainstream?"),
        ("PER-8", "What do those who teach in both tell their colleagues?"),
        ("PER-9", "How is it for a teacher when a pupil comes back into the lesson?"),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, FOUR_TENETS.at("tenet 2, common challenges, staff and child perception"))(
        ("PER-10", "If a place of punishment was here before, what shows that this is another thing?"),
        ("PER-11", "Is the base well away from rooms for sanctions?"),
        ("PER-12", "Does everybody know that there is serious learning here?"),
        ("PER-13", "What do families fear of such a place, and has anybody asked?"),
        ("PER-14", "Do leaders tell where it is going, and take the staff of the base along?"),
        ("PER-15", "Do assemblies, training and briefings say what it is for and how it works?"),
        ("PER-16", "Does the room look as if its pupils mattered?"),
        ("PER-17", "Are parents and carers told plainly, and may they come in and look?"),
        ("PER-18", "Are mainstream teachers asked in, to visit and to teach?"),
        ("PER-19", "Does a strong offer give pupils something good to tell?"),
        ("PER-20", "Can others see, in pupils who moved on well, that it works?"),
    ),
    *found(Tenet.IDENTIFIES_NEEDS, _INTERIM)(
        ("PER-21", "Was its purpose clear from the start, and does everybody know it?"),
    ),
)
"""The practices of these six topics. Those that the report counts to no single tenet come first."""

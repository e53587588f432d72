"""iapcore: a typed model of internal alternative provision in the schools of England.

It holds what a school writes down about a pupil's stay, asks of it what law, guidance, research and the
school's own policy lay down, and answers with reasons, sources and what is not known. It informs people;
people decide. It never scores a child.

Names load when they are first used, so `import iapcore` costs next to nothing.
"""

TYPE_CHECKING = (
    False  # type checkers know the name; importing `typing` for it would double the cost of the import
)

if TYPE_CHECKING:
    from iapcore.errors import IapError as IapError
    from iapcore.errors import InvalidRecordError as InvalidRecordError
    from iapcore.errors import UnknownCodeError as UnknownCodeError
    from iapcore.errors import OutOfScopeError as OutOfScopeError
    from iapcore.errors import Problem as Problem
    from iapcore.errors import ProblemKind as ProblemKind
    from iapcore.vocabulary.attendance_codes import AttendanceCode as AttendanceCode
    from iapcore.vocabulary.attendance_codes import Half as Half
    from iapcore.vocabulary.characteristics import EnrolmentStatus as EnrolmentStatus
    from iapcore.vocabulary.characteristics import Sex as Sex
    from iapcore.vocabulary.colours import LessonColour as LessonColour
    from iapcore.vocabulary.extents import Extent as Extent
    from iapcore.vocabulary.grounds import DataSet as DataSet
    from iapcore.vocabulary.grounds import Ground as Ground
    from iapcore.vocabulary.grounds import NeedKind as NeedKind
    from iapcore.vocabulary.grounds import PriorSupport as PriorSupport
    from iapcore.vocabulary.grounds import Purpose as Purpose
    from iapcore.vocabulary.grounds import Time as Time
    from iapcore.vocabulary.identifiers import PupilId as PupilId
    from iapcore.vocabulary.identifiers import UnprovedUpn as UnprovedUpn
    from iapcore.vocabulary.identifiers import Upn as Upn
    from iapcore.vocabulary.identifiers import Laestab as Laestab
    from iapcore.vocabulary.identifiers import Uln as Uln
    from iapcore.vocabulary.identifiers import Urn as Urn
    from iapcore.vocabulary.instruments import Band as Band
    from iapcore.vocabulary.instruments import BandScheme as BandScheme
    from iapcore.vocabulary.instruments import Instrument as Instrument
    from iapcore.vocabulary.instruments import OwnInstrument as OwnInstrument
    from iapcore.vocabulary.instruments import Polarity as Polarity
    from iapcore.vocabulary.instruments import Scale as Scale
    from iapcore.vocabulary.lessons import LessonAttendance as LessonAttendance
    from iapcore.vocabulary.lessons import SharedTime as SharedTime
    from iapcore.vocabulary.offers import AdditionalOffer as AdditionalOffer
    from iapcore.vocabulary.offers import CoreOffer as CoreOffer
    from iapcore.vocabulary.offers import MonitoringDomain as MonitoringDomain
    from iapcore.vocabulary.offers import SessionType as SessionType
    from iapcore.vocabulary.people import Informant as Informant
    from iapcore.vocabulary.people import Role as Role
    from iapcore.vocabulary.people import StaffKind as StaffKind
    from iapcore.vocabulary.people import View as View
    from iapcore.vocabulary.people import Audience as Audience
    from iapcore.vocabulary.provision_kinds import Access as Access
    from iapcore.vocabulary.provision_kinds import ProvisionKind as ProvisionKind
    from iapcore.vocabulary.qualifications import Pace as Pace
    from iapcore.vocabulary.qualifications import PathwayStep as PathwayStep
    from iapcore.vocabulary.qualifications import QualificationKind as QualificationKind
    from iapcore.vocabulary.recipients import Recipient as Recipient
    from iapcore.vocabulary.school_days import SchoolCalendar as SchoolCalendar
    from iapcore.vocabulary.school_days import Term as Term
    from iapcore.vocabulary.sen import SenNeed as SenNeed
    from iapcore.vocabulary.sen import SenProvision as SenProvision
    from iapcore.vocabulary.settings import Destination as Destination
    from iapcore.vocabulary.settings import EndingKind as EndingKind
    from iapcore.vocabulary.settings import Phase as Phase
    from iapcore.vocabulary.settings import TransitionElement as TransitionElement
    from iapcore.vocabulary.settings import Where as Where
    from iapcore.vocabulary.spans import DateSpan as DateSpan
    from iapcore.vocabulary.suspension_codes import ReviewBody as ReviewBody
    from iapcore.vocabulary.suspension_codes import ReviewResult as ReviewResult
    from iapcore.vocabulary.suspension_codes import SuspensionCategory as SuspensionCategory
    from iapcore.vocabulary.suspension_codes import SuspensionReason as SuspensionReason
    from iapcore.vocabulary.tiers import AlternativeProvisionTier as AlternativeProvisionTier
    from iapcore.vocabulary.unification import Unification as Unification
    from iapcore.vocabulary.year_groups import KeyStage as KeyStage
    from iapcore.vocabulary.year_groups import YearGroup as YearGroup
    from iapcore.record.school import School as School
    from iapcore.record.characteristics import Characteristics as Characteristics
    from iapcore.record.pupil import Pupil as Pupil
    from iapcore.record.contacts import FamilyContact as FamilyContact
    from iapcore.record.contacts import TrustedAdult as TrustedAdult
    from iapcore.record.safeguarding import SafeguardingPointer as SafeguardingPointer
    from iapcore.record.stream import Stream as Stream
    from iapcore.record.attendance import LessonMark as LessonMark
    from iapcore.record.attendance import SessionMark as SessionMark
    from iapcore.record.timetable import Blank as Blank
    from iapcore.record.timetable import Lesson as Lesson
    from iapcore.record.timetable import PeriodTime as PeriodTime
    from iapcore.record.timetable import Rating as Rating
    from iapcore.record.timetable import Slot as Slot
    from iapcore.record.timetable import Timetable as Timetable
    from iapcore.record.timetable import TrafficLights as TrafficLights
    from iapcore.record.timetable import Weekday as Weekday
    from iapcore.record.behaviour import ExclusionReview as ExclusionReview
    from iapcore.record.behaviour import Incident as Incident
    from iapcore.record.behaviour import Removal as Removal
    from iapcore.record.behaviour import Suspension as Suspension
    from iapcore.record.check_in import CheckIn as CheckIn
    from iapcore.record.check_in import CheckTime as CheckTime
    from iapcore.record.check_in import DomainRating as DomainRating
    from iapcore.record.provision import Provenance as Provenance
    from iapcore.record.provision import Provision as Provision
    from iapcore.record.provision import Staffing as Staffing
    from iapcore.record.provision import Standing as Standing
    from iapcore.record.support import Evaluation as Evaluation
    from iapcore.record.support import Intervention as Intervention
    from iapcore.record.support import NeedLookedFor as NeedLookedFor
    from iapcore.record.support import SupportTried as SupportTried
    from iapcore.record.referral import Consultation as Consultation
    from iapcore.record.referral import Decided as Decided
    from iapcore.record.referral import Referral as Referral
    from iapcore.record.referral import ReferralDecision as ReferralDecision
    from iapcore.record.referral import RiskGround as RiskGround
    from iapcore.record.assessment import Assessment as Assessment
    from iapcore.record.assessment import ScaleScore as ScaleScore
    from iapcore.record.learning import PathwayEvent as PathwayEvent
    from iapcore.record.learning import ProviderCheck as ProviderCheck
    from iapcore.record.learning import Qualification as Qualification
    from iapcore.record.learning import SubjectAssessment as SubjectAssessment
    from iapcore.record.learning import VocationalPlace as VocationalPlace
    from iapcore.record.experience import Experience as Experience
    from iapcore.record.pupil_choice import PupilChoice as PupilChoice
    from iapcore.record.return_plan import PlannedLesson as PlannedLesson
    from iapcore.record.return_plan import PlannedWeek as PlannedWeek
    from iapcore.record.return_plan import ReturnPlan as ReturnPlan
    from iapcore.record.review import Progress as Progress
    from iapcore.record.review import Review as Review
    from iapcore.record.review import ReviewDecision as ReviewDecision
    from iapcore.record.review import Target as Target
    from iapcore.record.review import TargetProgress as TargetProgress
    from iapcore.record.review import Wish as Wish
    from iapcore.record.transition import Adjustment as Adjustment
    from iapcore.record.transition import AfterCareVisit as AfterCareVisit
    from iapcore.record.transition import Conversation as Conversation
    from iapcore.record.transition import ElementDone as ElementDone
    from iapcore.record.transition import FollowUp as FollowUp
    from iapcore.record.transition import Passport as Passport
    from iapcore.record.transition import Transition as Transition
    from iapcore.record.placement import Ending as Ending
    from iapcore.record.placement import Entry as Entry
    from iapcore.record.placement import Extension as Extension
    from iapcore.record.placement import Placement as Placement
    from iapcore.record.placement import PurposeChange as PurposeChange
    from iapcore.record.journey import Journey as Journey
    from iapcore.record.dataset import Dataset as Dataset
    from iapcore.record.problems import find_problems as find_problems
    from iapcore.record.pseudonyms import PseudonymKey as PseudonymKey
    from iapcore.record.pseudonyms import pseudonymise as pseudonymise
    from iapcore.record.redaction import Redacted as Redacted
    from iapcore.record.redaction import redact as redact
    from iapcore.record.hand_over import HandOver as HandOver
    from iapcore.guidance.policy import Policy as Policy
    from iapcore.guidance.profiles import profile as profile
    from iapcore.guidance.steps import Stage as Stage
    from iapcore.guidance.steps import Step as Step
    from iapcore.decisions.verdict import Verdict as Verdict
    from iapcore.decisions.rule import Finding as Finding
    from iapcore.decisions.judgement import Decision as Decision
    from iapcore.decisions.judgement import Judgement as Judgement
    from iapcore.decisions.catalogue import catalogue as catalogue
    from iapcore.decisions.stage import find_stage as find_stage
    from iapcore.decisions.reviews import find_due as find_due
    from iapcore.decisions.reviews import check_reviews as check_reviews
    from iapcore.decisions.reviews import plan_reviews as plan_reviews
    from iapcore.decisions.eligibility import Eligibility as Eligibility
    from iapcore.decisions.eligibility import check_eligibility as check_eligibility
    from iapcore.decisions.support import Support as Support
    from iapcore.decisions.support import check_support as check_support
    from iapcore.decisions.questions import Questions as Questions
    from iapcore.decisions.safeguards import check_safeguards as check_safeguards
    from iapcore.decisions.readiness import NextStep as NextStep
    from iapcore.decisions.readiness import assess_readiness as assess_readiness
    from iapcore.decisions.way_back import WayAhead as WayAhead
    from iapcore.decisions.way_back import check_plan as check_plan
    from iapcore.decisions.way_back import find_progress as find_progress
    from iapcore.decisions.way_back import plan_return as plan_return
    from iapcore.decisions.transition import Preparation as Preparation
    from iapcore.decisions.transition import check_transition as check_transition
    from iapcore.decisions.outcome import Outcome as Outcome
    from iapcore.decisions.outcome import OutcomeKind as OutcomeKind
    from iapcore.decisions.outcome import classify_outcome as classify_outcome
    from iapcore.measures.measure import Measure as Measure
    from iapcore.measures.returns import Followed as Followed
    from iapcore.measures.returns import count_answered as count_answered
    from iapcore.measures.returns import count_followed as count_followed
    from iapcore.measures.returns import count_purpose_changes as count_purpose_changes
    from iapcore.measures.returns import count_returns as count_returns
    from iapcore.measures.lasting import count_relapses as count_relapses
    from iapcore.measures.lasting import count_sustained as count_sustained
    from iapcore.measures.occupancy import count_lessons_back as count_lessons_back
    from iapcore.measures.occupancy import count_places as count_places
    from iapcore.measures.places_ahead import find_places_ahead as find_places_ahead
    from iapcore.measures.lengths import TimeUnit as TimeUnit
    from iapcore.measures.lengths import count_lengths as count_lengths
    from iapcore.measures.durations import count_time_to_return as count_time_to_return
    from iapcore.measures.before_and_after import Area as Area
    from iapcore.measures.effect import count_before_and_after as count_before_and_after
    from iapcore.measures.wellbeing import count_improved as count_improved
    from iapcore.measures.experience import count_answers as count_answers
    from iapcore.measures.published import PublishedMeasure as PublishedMeasure
    from iapcore.measures.published import publish_measure as publish_measure
    from iapcore.measures.milestones import Milestone as Milestone
    from iapcore.measures.milestones import Trait as Trait
    from iapcore.measures.fairness import Roll as Roll
    from iapcore.measures.fairness import count_fairness as count_fairness
    from iapcore.measures.fairness import publish_fairness as publish_fairness
    from iapcore.measures.waiting import count_waiting as count_waiting
    from iapcore.measures.room import compare_staffing as compare_staffing
    from iapcore.measures.room import count_in_room as count_in_room
    from iapcore.measures.signals import find_signals as find_signals
    from iapcore.measures.self_review import find_gaps as find_gaps
    from iapcore.measures.costs import compare_costs as compare_costs
    from iapcore.tables.rows import to_rows as to_rows
    from iapcore.tables.columns import column_types as column_types
    from iapcore.tables.open_data import Geography as Geography
    from iapcore.tables.open_data import to_open_data as to_open_data
    from iapcore.exchange.documents import structure as structure
    from iapcore.exchange.documents import unstructure as unstructure
    from iapcore.exchange.annotations import AsJson as AsJson
    from iapcore.exchange.files import read_dataset as read_dataset
    from iapcore.exchange.files import read_hand_over as read_hand_over
    from iapcore.exchange.files import read_journey as read_journey
    from iapcore.exchange.files import read_policy as read_policy
    from iapcore.exchange.files import write_dataset as write_dataset
    from iapcore.exchange.files import write_hand_over as write_hand_over
    from iapcore.exchange.files import write_journey as write_journey
    from iapcore.exchange.files import write_policy as write_policy
    from iapcore.exchange.open_data import write_published as write_published
    from iapcore.exchange.lines import read_journeys as read_journeys
    from iapcore.exchange.lines import write_journeys as write_journeys
    from iapcore.reports.words import tell as tell
    from iapcore.reports.plan_text import tell_plan as tell_plan
    from iapcore.reports.pictures import Picture as Picture
    from iapcore.reports.pictures import draw_week as draw_week
    from iapcore.reports.pictures import draw_way_back as draw_way_back
    from iapcore.reports.pictures import draw_share as draw_share
    from iapcore.reports.provision import provision_page as provision_page

_ROOMS = {
    "errors": (
        "IapError",
        "InvalidRecordError",
        "UnknownCodeError",
        "OutOfScopeError",
        "Problem",
        "ProblemKind",
    ),
    "vocabulary.attendance_codes": (
        "AttendanceCode",
        "Half",
    ),
    "vocabulary.characteristics": (
        "EnrolmentStatus",
        "Sex",
    ),
    "vocabulary.colours": ("LessonColour",),
    "vocabulary.extents": ("Extent",),
    "vocabulary.grounds": (
        "DataSet",
        "Ground",
        "NeedKind",
        "PriorSupport",
        "Purpose",
        "Time",
    ),
    "vocabulary.identifiers": (
        "PupilId",
        "UnprovedUpn",
        "Upn",
        "Laestab",
        "Uln",
        "Urn",
    ),
    "vocabulary.instruments": (
        "Band",
        "BandScheme",
        "Instrument",
        "OwnInstrument",
        "Polarity",
        "Scale",
    ),
    "vocabulary.lessons": (
        "LessonAttendance",
        "SharedTime",
    ),
    "vocabulary.offers": (
        "AdditionalOffer",
        "CoreOffer",
        "MonitoringDomain",
        "SessionType",
    ),
    "vocabulary.people": (
        "Informant",
        "Role",
        "StaffKind",
        "View",
        "Audience",
    ),
    "vocabulary.provision_kinds": (
        "Access",
        "ProvisionKind",
    ),
    "vocabulary.qualifications": (
        "Pace",
        "PathwayStep",
        "QualificationKind",
    ),
    "vocabulary.recipients": ("Recipient",),
    "vocabulary.school_days": (
        "SchoolCalendar",
        "Term",
    ),
    "vocabulary.sen": (
        "SenNeed",
        "SenProvision",
    ),
    "vocabulary.settings": (
        "Destination",
        "EndingKind",
        "Phase",
        "TransitionElement",
        "Where",
    ),
    "vocabulary.spans": ("DateSpan",),
    "vocabulary.suspension_codes": (
        "ReviewBody",
        "ReviewResult",
        "SuspensionCategory",
        "SuspensionReason",
    ),
    "vocabulary.tiers": ("AlternativeProvisionTier",),
    "vocabulary.unification": ("Unification",),
    "vocabulary.year_groups": (
        "KeyStage",
        "YearGroup",
    ),
    "record.school": ("School",),
    "record.characteristics": ("Characteristics",),
    "record.pupil": ("Pupil",),
    "record.contacts": (
        "FamilyContact",
        "TrustedAdult",
    ),
    "record.safeguarding": ("SafeguardingPointer",),
    "record.stream": ("Stream",),
    "record.attendance": (
        "LessonMark",
        "SessionMark",
    ),
    "record.timetable": (
        "Blank",
        "Lesson",
        "PeriodTime",
        "Rating",
        "Slot",
        "Timetable",
        "TrafficLights",
        "Weekday",
    ),
    "record.behaviour": (
        "ExclusionReview",
        "Incident",
        "Removal",
        "Suspension",
    ),
    "record.check_in": (
        "CheckIn",
        "CheckTime",
        "DomainRating",
    ),
    "record.provision": (
        "Provenance",
        "Provision",
        "Staffing",
        "Standing",
    ),
    "record.support": (
        "Evaluation",
        "Intervention",
        "NeedLookedFor",
        "SupportTried",
    ),
    "record.referral": (
        "Consultation",
        "Decided",
        "Referral",
        "ReferralDecision",
        "RiskGround",
    ),
    "record.assessment": (
        "Assessment",
        "ScaleScore",
    ),
    "record.learning": (
        "PathwayEvent",
        "ProviderCheck",
        "Qualification",
        "SubjectAssessment",
        "VocationalPlace",
    ),
    "record.experience": ("Experience",),
    "record.pupil_choice": ("PupilChoice",),
    "record.return_plan": (
        "PlannedLesson",
        "PlannedWeek",
        "ReturnPlan",
    ),
    "record.review": (
        "Progress",
        "Review",
        "ReviewDecision",
        "Target",
        "TargetProgress",
        "Wish",
    ),
    "record.transition": (
        "Adjustment",
        "AfterCareVisit",
        "Conversation",
        "ElementDone",
        "FollowUp",
        "Passport",
        "Transition",
    ),
    "record.placement": (
        "Ending",
        "Entry",
        "Extension",
        "Placement",
        "PurposeChange",
    ),
    "record.journey": ("Journey",),
    "record.dataset": ("Dataset",),
    "record.problems": ("find_problems",),
    "record.pseudonyms": (
        "PseudonymKey",
        "pseudonymise",
    ),
    "record.redaction": (
        "Redacted",
        "redact",
    ),
    "record.hand_over": ("HandOver",),
    "guidance.policy": ("Policy",),
    "guidance.profiles": ("profile",),
    "guidance.steps": (
        "Stage",
        "Step",
    ),
    "decisions.verdict": ("Verdict",),
    "decisions.rule": ("Finding",),
    "decisions.judgement": (
        "Decision",
        "Judgement",
    ),
    "decisions.catalogue": ("catalogue",),
    "decisions.stage": ("find_stage",),
    "decisions.reviews": (
        "find_due",
        "check_reviews",
        "plan_reviews",
    ),
    "decisions.eligibility": (
        "Eligibility",
        "check_eligibility",
    ),
    "decisions.support": (
        "Support",
        "check_support",
    ),
    "decisions.questions": ("Questions",),
    "decisions.safeguards": ("check_safeguards",),
    "decisions.readiness": (
        "NextStep",
        "assess_readiness",
    ),
    "decisions.way_back": (
        "WayAhead",
        "check_plan",
        "find_progress",
        "plan_return",
    ),
    "decisions.transition": (
        "Preparation",
        "check_transition",
    ),
    "decisions.outcome": (
        "Outcome",
        "OutcomeKind",
        "classify_outcome",
    ),
    "measures.measure": ("Measure",),
    "measures.returns": (
        "Followed",
        "count_answered",
        "count_followed",
        "count_purpose_changes",
        "count_returns",
    ),
    "measures.lasting": (
        "count_relapses",
        "count_sustained",
    ),
    "measures.occupancy": (
        "count_lessons_back",
        "count_places",
    ),
    "measures.places_ahead": ("find_places_ahead",),
    "measures.lengths": (
        "TimeUnit",
        "count_lengths",
    ),
    "measures.durations": ("count_time_to_return",),
    "measures.before_and_after": ("Area",),
    "measures.effect": ("count_before_and_after",),
    "measures.wellbeing": ("count_improved",),
    "measures.experience": ("count_answers",),
    "measures.published": (
        "PublishedMeasure",
        "publish_measure",
    ),
    "measures.milestones": (
        "Milestone",
        "Trait",
    ),
    "measures.fairness": (
        "Roll",
        "count_fairness",
        "publish_fairness",
    ),
    "measures.waiting": ("count_waiting",),
    "measures.room": (
        "compare_staffing",
        "count_in_room",
    ),
    "measures.signals": ("find_signals",),
    "measures.self_review": ("find_gaps",),
    "measures.costs": ("compare_costs",),
    "tables.rows": ("to_rows",),
    "tables.columns": ("column_types",),
    "tables.open_data": (
        "Geography",
        "to_open_data",
    ),
    "exchange.documents": (
        "structure",
        "unstructure",
    ),
    "exchange.annotations": ("AsJson",),
    "exchange.files": (
        "read_dataset",
        "read_hand_over",
        "read_journey",
        "read_policy",
        "write_dataset",
        "write_hand_over",
        "write_journey",
        "write_policy",
    ),
    "exchange.open_data": ("write_published",),
    "exchange.lines": (
        "read_journeys",
        "write_journeys",
    ),
    "reports.words": ("tell",),
    "reports.plan_text": ("tell_plan",),
    "reports.pictures": (
        "Picture",
        "draw_week",
        "draw_way_back",
        "draw_share",
    ),
    "reports.provision": ("provision_page",),
}
"""Which room each name of the face stands in, from the ground up."""

__version__ = "0.1.0"
__all__ = [
    "IapError",
    "InvalidRecordError",
    "UnknownCodeError",
    "OutOfScopeError",
    "Problem",
    "ProblemKind",
    "AttendanceCode",
    "Half",
    "EnrolmentStatus",
    "Sex",
    "LessonColour",
    "Extent",
    "DataSet",
    "Ground",
    "NeedKind",
    "PriorSupport",
    "Purpose",
    "Time",
    "PupilId",
    "UnprovedUpn",
    "Upn",
    "Laestab",
    "Uln",
    "Urn",
    "Band",
    "BandScheme",
    "Instrument",
    "OwnInstrument",
    "Polarity",
    "Scale",
    "LessonAttendance",
    "SharedTime",
    "AdditionalOffer",
    "CoreOffer",
    "MonitoringDomain",
    "SessionType",
    "Informant",
    "Role",
    "StaffKind",
    "View",
    "Audience",
    "Access",
    "ProvisionKind",
    "Pace",
    "PathwayStep",
    "QualificationKind",
    "Recipient",
    "SchoolCalendar",
    "Term",
    "SenNeed",
    "SenProvision",
    "Destination",
    "EndingKind",
    "Phase",
    "TransitionElement",
    "Where",
    "DateSpan",
    "ReviewBody",
    "ReviewResult",
    "SuspensionCategory",
    "SuspensionReason",
    "AlternativeProvisionTier",
    "Unification",
    "KeyStage",
    "YearGroup",
    "School",
    "Characteristics",
    "Pupil",
    "FamilyContact",
    "TrustedAdult",
    "SafeguardingPointer",
    "Stream",
    "LessonMark",
    "SessionMark",
    "Blank",
    "Lesson",
    "PeriodTime",
    "Rating",
    "Slot",
    "Timetable",
    "TrafficLights",
    "Weekday",
    "ExclusionReview",
    "Incident",
    "Removal",
    "Suspension",
    "CheckIn",
    "CheckTime",
    "DomainRating",
    "Provenance",
    "Provision",
    "Staffing",
    "Standing",
    "Evaluation",
    "Intervention",
    "NeedLookedFor",
    "SupportTried",
    "Consultation",
    "Decided",
    "Referral",
    "ReferralDecision",
    "RiskGround",
    "Assessment",
    "ScaleScore",
    "PathwayEvent",
    "ProviderCheck",
    "Qualification",
    "SubjectAssessment",
    "VocationalPlace",
    "Experience",
    "PupilChoice",
    "PlannedLesson",
    "PlannedWeek",
    "ReturnPlan",
    "Progress",
    "Review",
    "ReviewDecision",
    "Target",
    "TargetProgress",
    "Wish",
    "Adjustment",
    "AfterCareVisit",
    "Conversation",
    "ElementDone",
    "FollowUp",
    "Passport",
    "Transition",
    "Ending",
    "Entry",
    "Extension",
    "Placement",
    "PurposeChange",
    "Journey",
    "Dataset",
    "find_problems",
    "PseudonymKey",
    "pseudonymise",
    "Redacted",
    "redact",
    "HandOver",
    "Policy",
    "profile",
    "Stage",
    "Step",
    "Verdict",
    "Finding",
    "Decision",
    "Judgement",
    "catalogue",
    "find_stage",
    "find_due",
    "check_reviews",
    "plan_reviews",
    "Eligibility",
    "check_eligibility",
    "Support",
    "check_support",
    "Questions",
    "check_safeguards",
    "NextStep",
    "assess_readiness",
    "WayAhead",
    "check_plan",
    "find_progress",
    "plan_return",
    "Preparation",
    "check_transition",
    "Outcome",
    "OutcomeKind",
    "classify_outcome",
    "Measure",
    "Followed",
    "count_answered",
    "count_followed",
    "count_purpose_changes",
    "count_returns",
    "count_relapses",
    "count_sustained",
    "count_lessons_back",
    "count_places",
    "find_places_ahead",
    "TimeUnit",
    "count_lengths",
    "count_time_to_return",
    "Area",
    "count_before_and_after",
    "count_improved",
    "count_answers",
    "PublishedMeasure",
    "publish_measure",
    "Milestone",
    "Trait",
    "Roll",
    "count_fairness",
    "publish_fairness",
    "count_waiting",
    "compare_staffing",
    "count_in_room",
    "find_signals",
    "find_gaps",
    "compare_costs",
    "to_rows",
    "column_types",
    "Geography",
    "to_open_data",
    "structure",
    "unstructure",
    "AsJson",
    "read_dataset",
    "read_hand_over",
    "read_journey",
    "read_policy",
    "write_dataset",
    "write_hand_over",
    "write_journey",
    "write_policy",
    "write_published",
    "read_journeys",
    "write_journeys",
    "tell",
    "tell_plan",
    "Picture",
    "draw_week",
    "draw_way_back",
    "draw_share",
    "provision_page",
]

if not TYPE_CHECKING:

    def __getattr__(name):
        for room, names in _ROOMS.items():
            if name in names:
                from importlib import import_module

                found = getattr(import_module(f"iapcore.{room}"), name)
                globals()[name] = found
                return found
        raise AttributeError(f"module 'iapcore' has no attribute {name!r}")

    def __dir__():
        return sorted({*globals(), *__all__})

"""The numbers of local authorities: what the authority of a UPN or of a school is looked up in.

Sources: Department for Education, list of local authorities (July 2026); for Wales and the numbers outside England and
Wales, the list of the Department's Multiplication Tables Check.

Rules of the room: the list moves (Surrey divides in April 2027, its new numbers are not known yet), so it is data
that a caller may replace, and a number that is not in it makes no record invalid. An authority that was abolished
lives on inside old UPNs. The number is the key: names and statistical codes change under it.
"""

import re
from datetime import date
from typing import Final

from attrs import frozen

from iapcore.errors import InvalidRecordError, Problem, ProblemKind
from iapcore.vocabulary.shape import shaped

__all__ = ["LOCAL_AUTHORITIES", "UPN_AUTHORITIES", "LocalAuthority"]

_NUMBER: Final = re.compile(r"[0-9]{3}")


@frozen(kw_only=True, field_transformer=shaped)
class LocalAuthority:
    """A numbered authority of England, or British Forces overseas.

    A number that was new, or went out of use, since 2009 has its first or its last day.

    >>> next(one for one in LOCAL_AUTHORITIES if one.number == "909").last
    datetime.date(2023, 3, 31)

    Raises `InvalidRecordError` where the number has not three digits, or the last day lies before the first.
    """

    number: str
    name: str
    first: date | None = None
    last: date | None = None

    def __attrs_post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.number):
            remedy = "Give the three digits of the authority as text, for example 801."
            raise InvalidRecordError(Problem(path="number", kind=ProblemKind.MALFORMED, remedy=remedy))
        if self.first and self.last and self.last < self.first:
            remedy = "It lies before the first day: put the earlier day first."
            raise InvalidRecordError(Problem(path="last", kind=ProblemKind.OUT_OF_ORDER, remedy=remedy))

    def exists(self, on: date) -> bool:
        """Whether the number was in use on that day, as far as the list tells.

        >>> LocalAuthority(number="838", name="Dorset", first=date(2019, 4, 1)).exists(on=date(2019, 3, 31))
        False
        """
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


def _authority(number: str, name: str, first: date | None = None, last: date | None = None) -> LocalAuthority:
    return LocalAuthority(number=number, name=name, first=first, last=last)


LOCAL_AUTHORITIES: Final = (
    _authority("201", "City of London"),
    _authority("202", "Camden"),
    _authority("203", "Greenwich"),
    _authority("204", "Hackney"),
    _authority("205", "Hammersmith and Fulham"),
    _authority("206", "Islington"),
    _authority("207", "Kensington and Chelsea"),
    _authority("208", "Lambeth"),
    _authority("209", "Lewisham"),
    _authority("210", "Southwark"),
    _authority("211", "Tower Hamlets"),
    _authority("212", "Wandsworth"),
    _authority("213", "Westminster"),
    _authority("301", "Barking and Dagenham"),
    _authority("302", "Barnet"),
    _authority("303", "Bexley"),
    _authority("304", "Brent"),
    _authority("305", "Bromley"),
    _authority("306", "Croydon"),
    _authority("307", "Ealing"),
    _authority("308", "Enfield"),
    _authority("309", "Haringey"),
    _authority("310", "Harrow"),
    _authority("311", "Havering"),
    _authority("312", "Hillingdon"),
    _authority("313", "Hounslow"),
    _authority("314", "Kingston upon Thames"),
    _authority("315", "Merton"),
    _authority("316", "Newham"),
    _authority("317", "Redbridge"),
    _authority("318", "Richmond upon Thames"),
    _authority("319", "Sutton"),
    _authority("320", "Waltham Forest"),
    _authority("330", "Birmingham"),
    _authority("331", "Coventry"),
    _authority("332", "Dudley"),
    _authority("333", "Sandwell"),
    _authority("334", "Solihull"),
    _authority("335", "Walsall"),
    _authority("336", "Wolverhampton"),
    _authority("340", "Knowsley"),
    _authority("341", "Liverpool"),
    _authority("342", "St. Helens"),
    _authority("343", "Sefton"),
    _authority("344", "Wirral"),
    _authority("350", "Bolton"),
    _authority("351", "Bury"),
    _authority("352", "Manchester"),
    _authority("353", "Oldham"),
    _authority("354", "Rochdale"),
    _authority("355", "Salford"),
    _authority("356", "Stockport"),
    _authority("357", "Tameside"),
    _authority("358", "Trafford"),
    _authority("359", "Wigan"),
    _authority("370", "Barnsley"),
    _authority("371", "Doncaster"),
    _authority("372", "Rotherham"),
    _authority("373", "Sheffield"),
    _authority("380", "Bradford"),
    _authority("381", "Calderdale"),
    _authority("382", "Kirklees"),
    _authority("383", "Leeds"),
    _authority("384", "Wakefield"),
    _authority("390", "Gateshead"),
    _authority("391", "Newcastle upon Tyne"),
    _authority("392", "North Tyneside"),
    _authority("393", "South Tyneside"),
    _authority("394", "Sunderland"),
    _authority("420", "Isles of Scilly"),
    _authority("702", "British Forces Post Office overseas establishments"),
    _authority("800", "Bath and North East Somerset"),
    _authority("801", "Bristol, City of"),
    _authority("802", "North Somerset"),
    _authority("803", "South Gloucestershire"),
    _authority("805", "Hartlepool"),
    _authority("806", "Middlesbrough"),
    _authority("807", "Redcar and Cleveland"),
    _authority("808", "Stockton-on-Tees"),
    _authority("810", "Kingston upon Hull, City of"),
    _authority("811", "East Riding of Yorkshire"),
    _authority("812", "North East Lincolnshire"),
    _authority("813", "North Lincolnshire"),
    _authority("815", "North Yorkshire"),
    _authority("816", "York"),
    _authority("820", "Bedfordshire", last=date(2009, 3, 31)),
    _authority("821", "Luton"),
    _authority("822", "Bedford", first=date(2009, 4, 1)),
    _authority("823", "Central Bedfordshire", first=date(2009, 4, 1)),
    _authority("825", "Buckinghamshire"),
    _authority("826", "Milton Keynes"),
    _authority("830", "Derbyshire"),
    _authority("831", "Derby"),
    _authority("835", "Dorset", last=date(2019, 3, 31)),
    _authority("836", "Poole", last=date(2019, 3, 31)),
    _authority("837", "Bournemouth", last=date(2019, 3, 31)),
    _authority("838", "Dorset", first=date(2019, 4, 1)),
    _authority("839", "Bournemouth, Christchurch and Poole", first=date(2019, 4, 1)),
    _authority("840", "County Durham"),
    _authority("841", "Darlington"),
    _authority("845", "East Sussex"),
    _authority("846", "Brighton and Hove"),
    _authority("850", "Hampshire"),
    _authority("851", "Portsmouth"),
    _authority("852", "Southampton"),
    _authority("855", "Leicestershire"),
    _authority("856", "Leicester"),
    _authority("857", "Rutland"),
    _authority("860", "Staffordshire"),
    _authority("861", "Stoke-on-Trent"),
    _authority("865", "Wiltshire"),
    _authority("866", "Swindon"),
    _authority("867", "Bracknell Forest"),
    _authority("868", "Windsor and Maidenhead"),
    _authority("869", "West Berkshire"),
    _authority("870", "Reading"),
    _authority("871", "Slough"),
    _authority("872", "Wokingham"),
    _authority("873", "Cambridgeshire"),
    _authority("874", "Peterborough"),
    _authority("875", "Cheshire", last=date(2009, 3, 31)),
    _authority("876", "Halton"),
    _authority("877", "Warrington"),
    _authority("878", "Devon"),
    _authority("879", "Plymouth"),
    _authority("880", "Torbay"),
    _authority("881", "Essex"),
    _authority("882", "Southend-on-Sea"),
    _authority("883", "Thurrock"),
    _authority("884", "Herefordshire, County of"),
    _authority("885", "Worcestershire"),
    _authority("886", "Kent"),
    _authority("887", "Medway"),
    _authority("888", "Lancashire"),
    _authority("889", "Blackburn with Darwen"),
    _authority("890", "Blackpool"),
    _authority("891", "Nottinghamshire"),
    _authority("892", "Nottingham"),
    _authority("893", "Shropshire"),
    _authority("894", "Telford and Wrekin"),
    _authority("895", "Cheshire East", first=date(2009, 4, 1)),
    _authority("896", "Cheshire West and Chester", first=date(2009, 4, 1)),
    _authority("908", "Cornwall"),
    _authority("909", "Cumbria", last=date(2023, 3, 31)),
    _authority("916", "Gloucestershire"),
    _authority("919", "Hertfordshire"),
    _authority("921", "Isle of Wight"),
    _authority("925", "Lincolnshire"),
    _authority("926", "Norfolk"),
    _authority("928", "Northamptonshire", last=date(2021, 3, 31)),
    _authority("929", "Northumberland"),
    _authority("931", "Oxfordshire"),
    _authority("933", "Somerset"),
    _authority("935", "Suffolk"),
    _authority("936", "Surrey"),
    _authority("937", "Warwickshire"),
    _authority("938", "West Sussex"),
    _authority("940", "North Northamptonshire", first=date(2021, 4, 1)),
    _authority("941", "West Northamptonshire", first=date(2021, 4, 1)),
    _authority("942", "Cumberland", first=date(2023, 4, 1)),
    _authority("943", "Westmorland and Furness", first=date(2023, 4, 1)),
)
"""Every authority of the list, the abolished ones with their last day."""

_WALES: Final = (str(number) for number in range(660, 682))
_OUTSIDE: Final = ("701", "702", "704", "705", "706", "707", "708")

UPN_AUTHORITIES: Final = frozenset(
    {*(authority.number for authority in LOCAL_AUTHORITIES), *_WALES, *_OUTSIDE}
)
"""Every number that may stand in a UPN: England live and abolished, Wales, service schools and islands."""

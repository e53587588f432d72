"""Numbers of local authorities: the list of the Department for Education of July 2026, the abolished ones included.

Expected besides are the numbers that its Multiplication Tables Check takes from outside England. The day after an
authority ended its number is out of use, and stays valid inside old UPNs.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from iapcore.errors import InvalidRecordError, ProblemKind
from iapcore.vocabulary.identifiers import Upn
from iapcore.vocabulary.local_authorities import LOCAL_AUTHORITIES, UPN_AUTHORITIES, LocalAuthority

LIVE = """
    201 City of London | 202 Camden | 203 Greenwich | 204 Hackney | 205 Hammersmith and Fulham |
    206 Islington | 207 Kensington and Chelsea | 208 Lambeth | 209 Lewisham | 210 Southwark |
    211 Tower Hamlets | 212 Wandsworth | 213 Westminster | 301 Barking and Dagenham | 302 Barnet |
    303 Bexley | 304 Brent | 305 Bromley | 306 Croydon | 307 Ealing | 308 Enfield | 309 Haringey |
    310 Harrow | 311 Havering | 312 Hillingdon | 313 Hounslow | 314 Kingston upon Thames | 315 Merton |
    316 Newham | 317 Redbridge | 318 Richmond upon Thames | 319 Sutton | 320 Waltham Forest | 330 Birmingham |
    331 Coventry | 332 Dudley | 333 Sandwell | 334 Solihull | 335 Walsall | 336 Wolverhampton | 340 Knowsley |
    341 Liverpool | 342 St. Helens | 343 Sefton | 344 Wirral | 350 Bolton | 351 Bury | 352 Manchester |
    353 Oldham | 354 Rochdale | 355 Salford | 356 Stockport | 357 Tameside | 358 Trafford | 359 Wigan |
    370 Barnsley | 371 Doncaster | 372 Rotherham | 373 Sheffield | 380 Bradford | 381 Calderdale |
    382 Kirklees | 383 Leeds | 384 Wakefield | 390 Gateshead | 391 Newcastle upon Tyne | 392 North Tyneside |
    393 South Tyneside | 394 Sunderland | 420 Isles of Scilly |
    702 British Forces Post Office overseas establishments | 800 Bath and North East Somerset |
    801 Bristol, City of | 802 North Somerset | 803 South Gloucestershire | 805 Hartlepool |
    806 Middlesbrough | 807 Redcar and Cleveland | 808 Stockton-on-Tees | 810 Kingston upon Hull, City of |
    811 East Riding of Yorkshire | 812 North East Lincolnshire | 813 North Lincolnshire |
    815 North Yorkshire | 816 York | 821 Luton | 822 Bedford | 823 Central Bedfordshire |
    825 Buckinghamshire | 826 Milton Keynes | 830 Derbyshire | 831 Derby | 838 Dorset |
    839 Bournemouth, Christchurch and Poole | 840 County Durham | 841 Darlington | 845 East Sussex |
    846 Brighton and Hove | 850 Hampshire | 851 Portsmouth | 852 Southampton | 855 Leicestershire |
    856 Leicester | 857 Rutland | 860 Staffordshire | 861 Stoke-on-Trent | 865 Wiltshire | 866 Swindon |
    867 Bracknell Forest | 868 Windsor and Maidenhead | 869 West Berkshire | 870 Reading | 871 Slough |
    872 Wokingham | 873 Cambridgeshire | 874 Peterborough | 876 Halton | 877 Warrington | 878 Devon |
    879 Plymouth | 880 Torbay | 881 Essex | 882 Southend-on-Sea | 883 Thurrock |
    884 Herefordshire, County of | 885 Worcestershire | 886 Kent | 887 Medway | 888 Lancashire |
    889 Blackburn with Darwen | 890 Blackpool | 891 Nottinghamshire | 892 Nottingham | 893 Shropshire |
    894 Telford and Wrekin | 895 Cheshire East | 896 Cheshire West and Chester | 908 Cornwall |
    916 Gloucestershire | 919 Hertfordshire | 921 Isle of Wight | 925 Lincolnshire | 926 Norfolk |
    929 Northumberland | 931 Oxfordshire | 933 Somerset | 935 Suffolk | 936 Surrey | 937 Warwickshire |
    938 West Sussex | 940 North Northamptonshire | 941 West Northamptonshire | 942 Cumberland |
    943 Westmorland and Furness
"""
ABOLISHED = {
    "820": ("Bedfordshire", date(2009, 3, 31)),
    "835": ("Dorset", date(2019, 3, 31)),
    "836": ("Poole", date(2019, 3, 31)),
    "837": ("Bournemouth", date(2019, 3, 31)),
    "875": ("Cheshire", date(2009, 3, 31)),
    "909": ("Cumbria", date(2023, 3, 31)),
    "928": ("Northamptonshire", date(2021, 3, 31)),
}
NEW = {
    "822": date(2009, 4, 1),
    "823": date(2009, 4, 1),
    "895": date(2009, 4, 1),
    "896": date(2009, 4, 1),
    "838": date(2019, 4, 1),
    "839": date(2019, 4, 1),
    "940": date(2021, 4, 1),
    "941": date(2021, 4, 1),
    "942": date(2023, 4, 1),
    "943": date(2023, 4, 1),
}
WALES = {f"6{number}" for number in range(60, 82)}
OUTSIDE = {"701", "702", "704", "705", "706", "707", "708"}
DAY = timedelta(days=1)
NAMES = dict(one.strip().split(" ", 1) for one in LIVE.split("|"))
LISTED = {one.number: one for one in LOCAL_AUTHORITIES}


def test_the_list_is_whole() -> None:
    """153 authorities, 702 for service schools overseas, and seven that were abolished; each number once."""
    assert {one.number: one.name for one in LOCAL_AUTHORITIES} == NAMES | {
        number: name for number, (name, _) in ABOLISHED.items()
    }
    assert (len(NAMES), len(LOCAL_AUTHORITIES), len(LISTED)) == (154, 161, 161)


@pytest.mark.parametrize(("number", "last"), [(number, last) for number, (_, last) in ABOLISHED.items()])
def test_an_abolished_authority_exists_to_its_last_day(number: str, last: date) -> None:
    assert LISTED[number].last == last
    assert LISTED[number].exists(last)
    assert not LISTED[number].exists(last + DAY)
    assert number in UPN_AUTHORITIES


@pytest.mark.parametrize(("number", "first"), NEW.items())
def test_a_new_authority_exists_from_its_first_day(number: str, first: date) -> None:
    assert LISTED[number].first == first
    assert LISTED[number].exists(first)
    assert not LISTED[number].exists(first - DAY)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2009, 4, 1), 153),
        (date(2019, 3, 31), 153),
        (date(2019, 4, 1), 152),
        (date(2021, 3, 31), 152),
        (date(2021, 4, 1), 153),
        (date(2023, 3, 31), 153),
        (date(2023, 4, 1), 154),
        (date(2026, 11, 22), 154),
    ],
)
def test_how_many_numbers_were_in_use_on_a_day(day: date, count: int) -> None:
    assert len([one for one in LOCAL_AUTHORITIES if one.exists(day)]) == count


@pytest.mark.parametrize("number", ["370", "373", "390", "815", "825", "929", "933"])
def test_a_number_outlives_the_statistical_code(number: str) -> None:
    """Reorganised, with another statistical code, and the same number throughout."""
    assert all(LISTED[number].exists(date(year, 4, 1)) for year in range(2009, 2027))


def test_both_ends_of_an_authority_count() -> None:
    short = LocalAuthority(number="999", name="Elmshire", first=date(2020, 4, 1), last=date(2020, 4, 1))
    days = [date(2020, 3, 31), date(2020, 4, 1), date(2020, 4, 2)]
    assert [short.exists(day) for day in days] == [False, True, False]


def test_a_upn_may_name_any_number_live_or_abolished_and_some_outside_england() -> None:
    assert set(NAMES) | set(ABOLISHED) | WALES | OUTSIDE == UPN_AUTHORITIES
    assert len(UPN_AUTHORITIES) == 161 + 22 + 6


@pytest.mark.parametrize("number", ["0", "000", "659", "682", "703", "709", "804", "999"])
def test_what_is_no_number_of_an_authority_is_not_listed(number: str) -> None:
    """*Test* (999) and *does not apply* (0) stand in the list of the check, and are no places."""
    assert number not in UPN_AUTHORITIES


@pytest.mark.parametrize(
    "upn",
    [
        "H801200001001",
        "U909421612345",
        "N928400015012",
        "M838211519007",
        "V839400123115",
        "E940212422008",
        "K941405624317",
        "L942330126021",
        "Y943210125999",
        "Q702205123004",
        "J661210101801",
    ],
)
def test_the_numbers_that_others_reject_are_known(upn: str) -> None:
    """Trap: a list of 2011 rejects pupils of Dorset, Northamptonshire, Cumbria, service schools and Wales."""
    assert Upn(upn).format()[1:4] in UPN_AUTHORITIES


@pytest.mark.parametrize(
    ("wrong", "path", "kind"),
    [
        ({"number": 838}, "number", ProblemKind.WRONG_TYPE),
        ({"name": " "}, "name", ProblemKind.MALFORMED),
        ({"first": datetime(2019, 4, 1, tzinfo=UTC)}, "first", ProblemKind.WRONG_TYPE),
        ({"last": "2019-03-31"}, "last", ProblemKind.WRONG_TYPE),
    ],
)
def test_an_authority_of_the_callers_own_is_checked(
    wrong: dict[str, object], path: str, kind: ProblemKind
) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        LocalAuthority(**({"number": "838", "name": "Dorset"} | wrong))  # type: ignore[arg-type]
    assert [(problem.path, problem.kind) for problem in caught.value.problems] == [(path, kind)]


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ({"number": "80"}, "number"),
        ({"number": "8O1"}, "number"),
        ({"first": date(2026, 4, 1), "last": date(2026, 3, 31)}, "last"),
    ],
)
def test_an_authority_that_a_caller_adds_is_checked(given_: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        LocalAuthority(**({"number": "936", "name": "East Surrey"} | given_))
    assert [problem.path for problem in caught.value.problems] == [path]

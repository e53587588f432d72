"""A service that takes, checks, keeps and gives out journeys, and lists the reviews that are overdue.

    python examples/fastapi_service.py [journeys.db]

It needs fastapi, uvicorn and sqlalchemy, and keeps what it is given in a file of SQLite. Then look at
/docs on the address that it prints. A journey is asked for by a key of ours: a pupil's number would stand in the log of
every web server. Who may ask for what is left to you; do not put it on a network as it is.
"""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import uvicorn
from fastapi import APIRouter, Body, Depends, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy import JSON, Dialect, TypeDecorator, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import iapcore as iap
from iapcore.decisions.reviews import DueKind

POLICY = iap.profile("half-term")

JourneyIn = Annotated[iap.Journey, iap.AsJson(), Body()]
JourneyOut = Annotated[iap.Journey, iap.AsJson()]


class AsDocument(TypeDecorator[iap.Journey]):
    """A column of journeys, each as its JSON document."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: iap.Journey | None, dialect: Dialect) -> Any:
        return None if value is None else iap.unstructure(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> iap.Journey | None:
        return None if value is None else iap.structure(value, iap.Journey)


class Base(DeclarativeBase):
    pass


class JourneyRow(Base):
    """A journey as it was handed in, and beside it what one asks the database for."""

    __tablename__ = "journey"

    key: Mapped[int] = mapped_column(primary_key=True)
    pupil: Mapped[str] = mapped_column(unique=True)
    review_by: Mapped[date | None] = mapped_column(index=True)
    document: Mapped[iap.Journey] = mapped_column(AsDocument)


def review_by(journey: iap.Journey, on: date) -> date | None:
    """The day by which the next review is due, where there is one."""
    dues = iap.find_due(journey, policy=POLICY, on=on)
    return min((due.by for due in dues if due.kind is DueKind.REVIEW), default=None)


def told(journey: iap.Journey) -> list[dict[str, str]]:
    """What contradicts itself in a journey, place by place."""
    return [{"path": one.path, "remedy": one.remedy} for one in iap.find_problems(journey)]


def without_what_was_sent(_: Request, error: RequestValidationError) -> JSONResponse:
    """422 with every place and remedy. What was sent is left out, because it may be a child's."""
    kept = [{name: one[name] for name in ("loc", "type", "msg")} for one in error.errors()]
    return JSONResponse({"detail": kept}, status_code=422)


def session(request: Request) -> Iterator[Session]:
    with Session(request.app.state.engine) as opened:
        yield opened


Database = Annotated[Session, Depends(session)]
routes = APIRouter()


@routes.post("/check")
def check(journey: JourneyIn) -> list[dict[str, str]]:
    """What contradicts itself in a journey. Nothing is kept."""
    return told(journey)


@routes.put("/journeys")
def put(journey: JourneyIn, on: date, database: Database) -> dict[str, Any]:
    """Keep a journey, in the place of the pupil's last one. `on` is the day on which it is handed in."""
    pupil = journey.pupil.id.format()
    row = database.scalar(select(JourneyRow).where(JourneyRow.pupil == pupil)) or JourneyRow(pupil=pupil)
    row.document, row.review_by = journey, review_by(journey, on)
    database.add(row)
    database.commit()
    return {"key": row.key, "problems": told(journey)}


@routes.get("/journeys/{key}")
def get(key: int, database: Database) -> JourneyOut:
    """The journey with that key."""
    row = database.get(JourneyRow, key)
    if row is None:
        raise HTTPException(404, "There is no journey with that key.")
    return row.document


@routes.get("/reviews/overdue")
def overdue(on: date, database: Database) -> list[dict[str, Any]]:
    """The reviews whose day has passed, the earliest first."""
    late = select(JourneyRow.key, JourneyRow.review_by).where(JourneyRow.review_by < on)
    found = database.execute(late.order_by(JourneyRow.review_by, JourneyRow.key))
    return [{"key": key, "review_by": by} for key, by in found]


def service(place: str = "journeys.db") -> FastAPI:
    """The service over that file of SQLite, which is made where it is not there."""
    app = FastAPI(title="Journeys")
    app.state.engine = create_engine(f"sqlite:///{place}")
    Base.metadata.create_all(app.state.engine)
    app.exception_handler(RequestValidationError)(without_what_was_sent)
    app.include_router(routes)
    return app


if __name__ == "__main__":
    uvicorn.run(service(*sys.argv[1:2]))

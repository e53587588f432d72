"""Journeys and decisions in a database, with columns for what one asks it: SQLAlchemy 2 on SQLite.

    python examples/sqlalchemy_store.py [YYYY-MM-DD]

Our classes are not mapped: they are frozen, and an object mapper wants to change what it maps. A row is a class of its
own, with the document in one column and beside it, in columns of their own, what one looks for.
"""

import sys
from datetime import date
from typing import Any

from sqlalchemy import JSON, Dialect, ForeignKey, TypeDecorator, create_engine, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import iapcore as iap
from iapcore.decisions.reviews import DueKind
from iapcore.samples import cohort

POLICY = iap.profile("half-term")


class AsDocument(TypeDecorator[Any]):
    """A column of our values of one class, each as its JSON document."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> Any:
        return None if value is None else iap.unstructure(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Any:
        return None if value is None else iap.structure(value, self.kind)


class Base(DeclarativeBase):
    pass


class JourneyRow(Base):
    __tablename__ = "journey"

    key: Mapped[int] = mapped_column(primary_key=True)
    review_by: Mapped[date | None] = mapped_column(index=True)
    document: Mapped[iap.Journey] = mapped_column(AsDocument(iap.Journey))


class DecisionRow(Base):
    __tablename__ = "decision"

    key: Mapped[int] = mapped_column(primary_key=True)
    journey: Mapped[int] = mapped_column(ForeignKey("journey.key"))
    verdict: Mapped[str] = mapped_column(index=True)
    document: Mapped[iap.Decision[iap.Eligibility]] = mapped_column(AsDocument(iap.Decision))


def keep(session: Session, journey: iap.Journey, on: date) -> None:
    """A journey, the day by which its next review is due, and whether the pupil may have a place."""
    dues = iap.find_due(journey, policy=POLICY, on=on)
    review_by = min((due.by for due in dues if due.kind is DueKind.REVIEW), default=None)
    row = JourneyRow(document=journey, review_by=review_by)
    session.add(row)
    session.flush()
    decision = iap.check_eligibility(journey, policy=POLICY, on=on)
    session.add(DecisionRow(journey=row.key, verdict=decision.verdict.value, document=decision))


def main(day: str = "2026-12-14") -> None:
    """Keep a made-up cohort as of 20 November 2026, then ask what is overdue on that day."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        for journey in cohort(20, missing=0):
            keep(session, journey, date(2026, 11, 20))
        session.commit()
        session.expunge_all()  # what follows is read from the database

        late = select(JourneyRow).where(JourneyRow.review_by < date.fromisoformat(day))
        for row in session.scalars(late.order_by(JourneyRow.review_by, JourneyRow.key)):
            held = len(row.document.reviews or ())
            print(f"journey {row.key}: a review was due by {row.review_by}, {held} held so far")
        counted = select(DecisionRow.verdict, func.count()).group_by(DecisionRow.verdict)
        for verdict, count in session.execute(counted.order_by(DecisionRow.verdict)):
            print(f"eligibility {verdict}: {count}")
        first = session.scalars(select(DecisionRow).order_by(DecisionRow.key)).first()
        if first:
            print(f"the first rests on policy {first.document.policy.format()}")
    engine.dispose()


if __name__ == "__main__":
    main(*sys.argv[1:2])

"""Journeys in a database, with columns for what one asks it: Django, in one file, on SQLite in memory.

    python examples/django_store.py [YYYY-MM-DD]

In a project of yours the settings, the field and the model stand where Django wants them; migrations work as for any
field. It needs django.
"""

import sys
from datetime import date
from typing import Any

import django
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models.fields.json import KeyTransform

import iapcore as iap
from iapcore.decisions.reviews import DueKind
from iapcore.samples import cohort

POLICY = iap.profile("half-term")

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()


class JourneyField(models.JSONField):
    """A journey, kept as its JSON document."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        found = super().from_db_value(value, expression, connection)
        return found if isinstance(expression, KeyTransform) else self.to_python(found)  # of a part, the part

    def to_python(self, value: Any) -> iap.Journey | None:
        if value is None or isinstance(value, iap.Journey):
            return value
        try:
            return iap.structure(value, iap.Journey)
        except iap.InvalidRecordError as error:
            problems = [str(problem) for problem in error.problems]
        raise ValidationError(problems)

    def get_prep_value(self, value: Any) -> Any:
        return iap.unstructure(value) if isinstance(value, iap.Journey) else value

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(self.get_prep_value(value), model_instance)

    def value_to_string(self, obj: Any) -> Any:
        return self.get_prep_value(self.value_from_object(obj))


class JourneyRow(models.Model):
    document = JourneyField()
    review_by = models.DateField(null=True, blank=True, db_index=True)

    class Meta:
        app_label = "school"


def keep(journey: iap.Journey, on: date) -> JourneyRow:
    """A journey, and the day by which its next review is due."""
    dues = iap.find_due(journey, policy=POLICY, on=on)
    review_by = min((due.by for due in dues if due.kind is DueKind.REVIEW), default=None)
    row = JourneyRow(document=journey, review_by=review_by)
    row.full_clean()
    row.save()
    return row


def main(day: str = "2026-12-14") -> None:
    """Keep a made-up cohort as of 20 November 2026, then ask what is overdue on that day."""
    with connection.schema_editor() as editor:
        editor.create_model(JourneyRow)
    for journey in cohort(20, missing=0):
        keep(journey, date(2026, 11, 20))

    for row in JourneyRow.objects.filter(review_by__lt=date.fromisoformat(day)).order_by("review_by", "pk"):
        held = len(row.document.reviews or ())
        print(f"journey {row.pk}: a review was due by {row.review_by}, {held} held so far")

    try:
        JourneyRow(document={"format": "iapcore/journey", "version": 1, "journey": {}}).full_clean()
    except ValidationError as error:
        print(f"refused: {error.message_dict['document']}")


if __name__ == "__main__":
    main(*sys.argv[1:2])

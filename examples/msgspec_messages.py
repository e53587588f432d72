"""Messages with a journey in them, read and written by msgspec.

    python examples/msgspec_messages.py

msgspec takes attrs classes apart by itself: it knows neither our checks nor our format, lets unknown keys pass, and
cannot tell two of our classes apart. So a message holds a `Document`, which it does not know, and asks us.
"""

from datetime import date
from typing import Any

import msgspec

import iapcore as iap
from iapcore.samples import cohort


class Document:
    """A journey inside a message."""

    def __init__(self, journey: iap.Journey) -> None:
        self.journey = journey


class HandIn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a school sends."""

    sent: date
    document: Document


def enc_hook(value: Any) -> Any:
    if isinstance(value, Document):
        return iap.unstructure(value.journey)
    raise NotImplementedError


def dec_hook(kind: type, value: Any) -> Any:
    if kind is Document:
        return Document(iap.structure(value, iap.Journey))
    raise NotImplementedError


encoder = msgspec.json.Encoder(enc_hook=enc_hook)
decoder = msgspec.json.Decoder(HandIn, dec_hook=dec_hook)


def main() -> None:
    """There and back, and a message with two faults."""
    journey = next(cohort(1))
    message = encoder.encode(HandIn(sent=date(2026, 11, 20), document=Document(journey)))
    again = decoder.decode(message)
    print(f"{len(message)} bytes; the same again: {again.document.journey == journey}")

    broken = b"""{"sent": "2026-11-20", "document": {"format": "iapcore/journey", "version": 1, "journey":
        {"pupil": {"shoe_size": 38}, "placements": [{"planned": {"start": "2026-11-02", "end": "2026-10-02"}}]}}}"""
    try:
        decoder.decode(broken)
    except msgspec.ValidationError as error:
        print(f"refused: {error}")


if __name__ == "__main__":
    main()

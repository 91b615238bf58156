"""One deed done to several things: what is denied of it, and what is left open. Own sentences."""

import pytest

from graph.models import Annotation

from .test_extract import read, told

START = "Ana Rojas is the minister of Chile. Juan Poe, the envoy of Peru, spoke in Lima. "
BOTH = "Poe said Chile had accepted a truce and the opening of the port. "
TRUCE, PORT = "Chile accepted a truce", "Chile accepted the opening of the port"


def status(found: Annotation) -> dict[str, str]:
    """Return for each part whether it is denied, only its whole, or neither."""
    denied = {d for s in found.statements for d in s.denies}
    parts = [c for c in found.claims if c.part_of]
    return {
        c.text: "denied" if c.id in denied else "implied" if c.part_of in denied else "unanswered"
        for c in parts
    }


@pytest.mark.parametrize(
    ("denial", "truce", "port"),
    [
        ("Rojas said Chile had not accepted a truce.", "denied", "unanswered"),
        ("Rojas said Chile had not accepted the opening of the port.", "unanswered", "denied"),
        ("Rojas denied that.", "implied", "implied"),
        ("Rojas denied both points.", "denied", "denied"),
        ("Rojas rejected both claims.", "denied", "denied"),
    ],
)
def test_each_thing_has_its_answer(denial: str, truce: str, port: str) -> None:
    assert status(read(START + BOTH + denial)) == {TRUCE: truce, PORT: port}


@pytest.mark.parametrize(
    "text",
    [
        BOTH,
        BOTH + "Rojas said Chile had not sold the map.",
        "Poe said Chile had spoken between Monday and Tuesday. Rojas denied that.",
        "Poe said Chile had sold the map of Lima and Callao. Rojas denied that.",
        "Poe said Chile had met Peru and Bolivia. Rojas denied that.",
    ],
)
def test_what_nobody_answers_or_no_deed_is_done_to_has_no_parts(text: str) -> None:
    assert status(read(START + text)) == {}


def test_a_relative_clause_tells_of_its_noun() -> None:
    found = told(
        read(START + "Poe said Peru had signed a pact with Chile, one that he said would open the port.")
    )
    assert "The pact opens the port" in {c.replace("A pact", "The pact") for _, _, c in found}
    assert not [c for _, _, c in found if c.startswith("Juan Poe opens")]


def test_a_thing_says_nothing() -> None:
    found = read(
        START + "Chile insists that disarmament must come first and has said it could accept monitors."
    )
    assert not [c.text for c in found.claims if c.text.startswith("Disarmament said")]

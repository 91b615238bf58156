"""Who speaks where no name stands: bodies, writings, holders of posts. Own sentences."""

import pytest

from .test_extract import read
from .test_questions import turns

OPENING = "Ana Rojas came to Lund, where the harbour is. "


def speakers(text: str) -> list[tuple[str, str]]:
    """Return the kind and the name of everybody who speaks in a text, in the order of their sayings."""
    annotation = read(text)
    names = {actor.id: (actor.kind, actor.name) for actor in annotation.actors}
    return [names[id_] for s in annotation.statements if not s.inference for id_ in s.speakers]


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("The timber lobby", "Organization", "timber lobby"),
        ("The Rojas campaign", "Organization", "Rojas campaign"),
        ("Ana Rojas's campaign", "Organization", "campaign of Ana Rojas"),
        ("The panel", "Organization", "panel"),
        ("The clerk", "AnonymousSource", "clerk"),
        ("The harbour pilot", "AnonymousSource", "harbour pilot"),
        ("The dockers' lawyer", "AnonymousSource", "dockers' lawyer"),
        ("The lawsuit", "AnonymousSource", "lawsuit"),
        # A writing says what he or she says whose it is.
        ("Her newsletter", "Person", "Ana Rojas"),
        ("Ana Rojas's letter", "Person", "Ana Rojas"),
        ("A statement by the ministry", "Organization", "ministry"),
        # It is told whose post it is; nothing says that she holds it.
        ("The party's deputy leader", "AnonymousSource", "party's deputy leader"),
        ("The head of the fishing fleet", "AnonymousSource", "head of the fishing fleet"),
        ("The town's mayor", "AnonymousSource", "town's mayor"),
        # Here nothing does, and she was the last who was named.
        ("The mayor", "Person", "Ana Rojas"),
    ],
)
def test_a_phrase_that_speaks_is_an_actor(phrase: str, kind: str, name: str) -> None:
    assert speakers(f"{OPENING}{phrase} said that the dam leaked.") == [(kind, name)]


@pytest.mark.parametrize("phrase", ["The mood", "The sign", "The evidence", "The weather", "The letter box"])
def test_what_cannot_speak_is_nobody(phrase: str) -> None:
    assert speakers(f"{OPENING}{phrase} said that the dam leaked.") == []


def test_a_clerk_is_the_same_clerk_as_before() -> None:
    text = "A clerk of the bank said that the dam leaked. The clerk said that nobody had been told."
    (first, second) = speakers(text)
    assert first == second == ("AnonymousSource", "clerk of the bank")


def test_another_who_stands_in_the_quotation_does_not_speak() -> None:
    text = "“The dam leaks,” said Ana Rojas, “and the friend of the mayor knew it.”"
    assert set(speakers(text)) == {("Person", "Ana Rojas")}


def test_who_is_interviewed_is_you() -> None:
    text = turns(
        "In May you told this paper that Castria had closed the port.", "The port is open.", "Why?", "It is."
    )
    assert ("Person", "Olga Sarrin") in speakers(text)

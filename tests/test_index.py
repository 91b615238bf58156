"""The index of claims leaves out none that could say the same: by chance, against a comparison with all."""

from dataclasses import dataclass
from random import Random

from graph.extract.claims.index import Index
from graph.extract.claims.predicates import Frame
from graph.extract.claims.resembling import resemblance, stems
from graph.extract.claims.sameness import likeness

WHO = (None, "peru", "chile", "harbour-council", "two", "anyone", "dam", "eva-luna")
VERBS = ("close", "shut", "meet", "see", "be", "pay", "promise", "pledge")


@dataclass
class Told:
    """A claim as the index sees it."""

    number: int
    text: str
    frame: Frame | None


def claim(chance: Random, number: int) -> Told:
    agent, patient = chance.choice(WHO), chance.choice(WHO)
    frame = Frame(chance.choice(VERBS), agent, patient, such=chance.random() < 0.2)
    return Told(number, f"The {agent} {frame.verb} the {patient} of Peru", frame)


def test_nothing_alike_is_left_out() -> None:
    chance = Random(7)
    index = Index[Told]()
    claims = [claim(chance, number) for number in range(400)]
    for each in claims:
        index.put(each)
    compared = 0
    for denied in claims[:200]:
        found = index.like(denied.frame)
        assert [c for c in claims if likeness(denied.frame, c.frame) and c not in found] == []
        compared += len(found)
        near = index.resembling(denied.frame, stems("the council of Peru"))
        names = ["the council of Peru"]
        alike = [c for c in claims if resemblance((denied.text, denied.frame), (c.text, c.frame), names) > 0]
        assert [c for c in alike if c not in near] == []
        assert found == sorted(found, key=lambda c: c.number)
    assert compared < 200 * 400 / 4


def test_a_claim_that_is_dropped_is_not_found() -> None:
    index = Index[Told]()
    told = Told(1, "Peru closed the dam", Frame("close", "peru", "dam"))
    index.put(told)
    assert index.like(Frame("shut", "peru", "dam")) == [told]
    index.drop(told)
    assert index.like(Frame("shut", "peru", "dam")) == []

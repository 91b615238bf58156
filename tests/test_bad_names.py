"""A name, title or number that no graph can take loses itself, never the article it stands in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.check import problems
from graph.extract.plantext import DraftOf, annotate_draft
from graph.ingest import Understood
from graph.models import Annotation, Plan, PlanVersion
from graph.read import read_article
from graph.receive import understand_bytes
from graph.store import Store
from graph.write import write_document

from .long import tries
from .test_fuzz import SETTINGS

SANE = "Mayor Ada Holm said on Friday that the bridge is open."
NAMES = {
    "a long word": "K" + "estrel" * 60,
    "a word that is none": "K" + "estrel" * 170,
    "many words": " ".join(f"Kestrel{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(120)),
    "letters that grow": "\u0130" * 290,
    "a letter of many": "\ufdfa" * 40,
    "marks alone": "A" + "\u0301" * 400,
    "right to left": "\u202eKestrel\u202c \u200f\u05d0\u05d1\u05d2",
    "joined": "Ada\u200dKestrel\u2060Ruhl",
    "no letters": "\u2e3b\u2e3b",
    "fractions": "\u00bd\u00b2\u2460",
    "a number without end": "9" * 400,
    "a number with commas": "1" + ",000" * 120,
    "other digits": "\u0662\u0660\u0662\u0666",
    "no year": "0000",
    "the last year": "31 December 9999",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "underscores": "_" * 30,
    "colons": "a:b:c",
    "plain": "Kestrel",
}
PLACES = (
    "Ada {} said that the dam is closed.",
    "{} Ruhl, the {} minister of trade, said that she would resign. He denied it.",
    "The {} Council said that its spokesman had left.",
    "{}'s foreign minister said that {}an troops had left the port.",
    "The {} Accord would cap the army at {} soldiers. The mayor rejected the {} Accord.",
    "The {}-point plan obliges Norvale to leave {}. Its third draft, the {}-point draft, does not.",
    "The text of 3 {} of the peace plan would cap the army at {} men by {} {}.",
    "The talks in {} in March {} were held. The {} summit on Friday had failed.",
    "Ada Holm, mayor of {} since {}, and chair ({}\u2013{}), said three days later that it was so.",
    "1. {} must withdraw from {} within {} days.\n\n2. The plan must not cost more than {} {}.",
    "\u201c{}\u201d denies the claims. \u201c{}\u201d, said {}.",
    "Statement by {} on the dam\n\nWe, {}, deny that we sold it.",
    "By {}\n\n{} Times, {} March 2031\n\nAccording to {}, the dam is closed.",
    "{}: We said no. On {}, {} days ago, I said yes.\n\nQ: {}?\n\nA: No.",
    "The cap on {} at {} stays. The limit of {} per cent is 4 {}.",
)


def read(text: str) -> Annotation:
    """The annotation of an article that must not be refused, and can be stored."""
    found = understand_bytes(text.encode(), "text/plain", SETTINGS)
    return kept(found)


def kept(found: list[Understood]) -> Annotation:
    (understood,) = found
    assert understood.annotation is not None
    assert problems(understood.annotation) == []
    return understood.annotation


def article(place: str, name: str) -> str:
    return f"Bridge opens\n\n{place.replace('{}', name)}\n\n{SANE}\n"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", range(len(PLACES)))
def test_a_bad_name_loses_itself_and_not_the_article(place: int, name: str) -> None:
    annotation = read(article(PLACES[place], NAMES[name]))
    assert any("the bridge is open" in each.span.exact for each in annotation.statements)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_name_may_be_the_outlet_or_the_title(name: str) -> None:
    for known in ({"publisher": NAMES[name]}, {"author": NAMES[name]}, {"title": NAMES[name]}):
        for when in ("2031-03-04", "0001-01-01", "9999-12-31"):
            text = f"Bridge opens\n\n{SANE} She left yesterday, 3 years ago, and will be back tomorrow."
            body = json.dumps({"text": text, "published": when, **known})
            annotation = kept(understand_bytes(body.encode(), "application/json", SETTINGS))
            assert any("the bridge is open" in each.span.exact for each in annotation.statements)


def test_what_is_lost_is_told_where_it_stands() -> None:
    annotation = read(article("{} Ruhl said that the dam is closed.", "Ada " + NAMES["a long word"]))
    lost = [each for each in annotation.omissions if "cannot be kept" in each.reason]
    assert {each.reason.split(":")[0] for each in lost} == {
        "actor that cannot be kept", "statement that cannot be kept",
    }  # fmt: skip
    assert all(NAMES["a long word"] in each.span.exact or "dam" in each.span.exact for each in lost)
    assert not any("dam" in claim.text for claim in annotation.claims)


def test_a_plan_of_a_long_name_is_told() -> None:
    annotation = read(article("The {} Accord caps the army. The mayor rejected the {} Accord.", "Tarn" * 90))
    assert annotation.plans == ()
    assert any("a plan whose name is too long" in each.reason for each in annotation.omissions)


def test_what_is_left_can_be_stored(store: Store) -> None:
    for place in PLACES[:6]:
        for found in understand_bytes(article(place, "Ada " + "Ruhl" * 70).encode(), "text/plain", SETTINGS):
            assert write_document(store, found.subgraph).outcome == "added"


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "Cf")), min_size=1, max_size=12
)


@tries(60)
@given(
    place=st.sampled_from(PLACES),
    names=st.lists(st.one_of(st.sampled_from(list(NAMES.values())), WORDS), min_size=1, max_size=4),
    times=st.sampled_from([1, 1, 1, 40, 301]),
)
def test_any_name_is_taken_or_left_out(place: str, names: list[str], times: int) -> None:
    for name in names:
        place = place.replace("{}", name.title() * min(times, 2000 // len(name) + 1), 1)
    text = article(place, names[0])
    if text.strip() and "\x85" not in text:
        read(text)


DRAFT = DraftOf(
    Plan(id="halm-accord", name="Halm accord"),
    PlanVersion(id="halm-accord:d9", plan="halm-accord", name="d9"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_bad_name_in_a_draft(name: str) -> None:
    text = article(PLACES[9], NAMES[name])
    assert problems(annotate_draft(read_article(text.encode(), "draft"), DRAFT, SETTINGS)) == []

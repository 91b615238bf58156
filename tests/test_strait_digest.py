"""The digest of the fictional negotiation, held against examples/strait/gold/10-digest.yaml."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from graph import ask
from graph.answers import Citation, Digest, Sentence
from graph.digests.markdown import markdown
from graph.digests.page import page
from graph.project import document_id
from graph.store import Store

from .conftest import ROOT
from .strait import ANNOTATIONS, CLAIMS, fill, gold

GOLD = gold("10-digest")
SINCE, UNTIL = GOLD["since"], GOLD["until"]
DOCUMENTS = {document_id(a.document.text): stem for stem, a in ANNOTATIONS.items()}
pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module")
def strait(database: Store, cypher: Callable[..., Any]) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    fill(database)
    return database


@pytest.fixture(scope="module")
def digest(strait: Store) -> Digest:
    return ask.digest(strait, SINCE, until=UNTIL)


def sentences(digest: Digest, section: str) -> list[Sentence]:
    return next(each.sentences for each in digest.sections if each.id == section)


def citations(sentence: Sentence) -> list[Citation]:
    return [citation for piece in sentence.pieces for citation in piece.citations]


def overlaps(citation: Citation, want: dict[str, Any]) -> bool:
    """Whether a citation overlaps the gold's quote in the same document."""
    if DOCUMENTS[citation.document.id] != want["document"] or citation.start is None or citation.end is None:
        return False
    start = ANNOTATIONS[want["document"]].document.text.index(want["quote"])
    if "statement" in want:
        found = next(s for s in ANNOTATIONS[want["document"]].statements if s.id == want["statement"])
        start = found.span.start
    return citation.start < start + len(want["quote"]) and start < citation.end


def cites(sentence: Sentence, wanted: Any) -> bool:
    """Whether a sentence has every citation of the gold."""
    wanted = wanted if isinstance(wanted, list) else [wanted]
    return all(any(overlaps(c, want) for c in citations(sentence)) for want in wanted)


def id_(named: Any) -> str | None:
    return named and CLAIMS.get(named.id, named.id)


KEYS: dict[str, tuple[Callable[[Sentence], Any], Callable[[dict[str, Any]], Any]]] = {
    "new_claims": (lambda s: id_(s.claim), lambda g: g["claim"]),
    "new_denials": (lambda s: (id_(s.claim), id_(s.actor)), lambda g: (g["claim"], g["by"])),
    "shifts": (lambda s: (id_(s.actor), id_(s.claim or s.term)), lambda g: (g["actor"], g["target"])),
    "retractions": (lambda s: (id_(s.actor), id_(s.claim)), lambda g: (g["actor"], g["claim"])),
    "silences": (
        lambda s: (id_(s.actor), id_(s.claim or s.term)),
        lambda g: (g["actor"], g.get("claim") or g["term"]),
    ),
}


@pytest.mark.parametrize("section", KEYS)
def test_a_section_holds_what_the_gold_holds_with_its_citations(digest: Digest, section: str) -> None:
    mine, theirs = KEYS[section]
    found = {mine(sentence): sentence for sentence in sentences(digest, section)}
    wanted = {theirs(item): item for item in GOLD[section]}
    assert len(found) == len(sentences(digest, section))
    assert wanted.keys() <= found.keys()  # recall 1.0
    for key, item in wanted.items():
        assert cites(found[key], item["cite"]), key
    # Whether a claim is an accusation is a person's judgement: the digest tells all that wait for an answer.
    more = {(u["actor"], u["claim"]) for u in gold("4-silence")["unanswered"] if not u["accusation"]}
    assert found.keys() - wanted.keys() == (more if section == "silences" else set())


def test_contradictions_are_those_of_the_gold(digest: Digest) -> None:
    found = sentences(digest, "contradictions")
    assert sorted(s.kind or "" for s in found) == sorted(g["kind"] for g in GOLD["contradictions"])
    for item in GOLD["contradictions"]:
        assert sum(s.kind == item["kind"] and cites(s, item["cite"]) for s in found) == 1, item


def test_the_new_draft_is_told_with_what_it_changed(digest: Digest) -> None:
    (draft,) = sentences(digest, "drafts")
    (wanted,) = GOLD["drafts"]
    assert draft.version == wanted["version"]
    assert {DOCUMENTS[c.document.id] for c in citations(draft)} == {wanted["document"]}
    (pairs,) = [d["pairs"] for d in gold("1-plan-diff")["diffs"] if d["new"] == wanted["version"]]
    assert sorted(d.kind or "" for d in draft.details) == sorted(
        p["relation"] for p in pairs if p["relation"] != "kept"
    )


def test_every_sentence_ends_in_words_that_stand_there(digest: Digest) -> None:
    texts = {document_id(a.document.text): a.document.text for a in ANNOTATIONS.values()}
    told = [s for section in digest.sections for s in section.sentences]
    told += [detail for sentence in told for detail in sentence.details]
    assert len(told) > 60
    for sentence in told:
        assert sentence.pieces[-1].citations
        for c in citations(sentence):
            assert c.quote
            assert texts[c.document.id][c.start : c.end] == c.quote


@pytest.mark.parametrize(("name", "write"), [("digest.md", markdown), ("digest.html", page)])
def test_the_digest_is_written_as_it_was(digest: Digest, strait: Store, name: str, write: Any) -> None:
    """A golden file; rewrite it with UPDATE_GOLDEN=1 and read the difference."""
    text = write(digest, "http://127.0.0.1:8000")
    place = ROOT / "tests" / "golden" / f"strait-{name}"
    if os.environ.get("UPDATE_GOLDEN"):
        place.write_text(text, encoding="utf-8")
    assert text == place.read_text(encoding="utf-8")
    assert text == write(ask.digest(strait, SINCE, until=UNTIL), "http://127.0.0.1:8000")

"""The fictional negotiation of examples/strait: every file is sound, and its gold can be true."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph import ask
from graph.check import problems
from graph.ingest import store_documents, understand
from graph.models import Annotation, Claim
from graph.project import claim_id
from graph.read import read_article
from graph.read.annotation import dump_annotation, load_annotation
from graph.settings import Settings
from graph.store import Store

from .conftest import ROOT

STRAIT = ROOT / "examples" / "strait"
FILES = sorted((STRAIT / "annotations").glob("*.yaml"))
ANNOTATIONS = {path.stem: load_annotation(path) for path in FILES}
GOLD = {
    path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((STRAIT / "gold").glob("*.yaml"))
}
# The first writes of 26 documents into a cold engine are slow on a busy machine.
pytestmark = pytest.mark.timeout(900)
README = (STRAIT / "README.md").read_text(encoding="utf-8")
PLAN = "halm-accord"
ID_KEYS = {
    "actor": "actors", "by": "actors", "claimed_by": "actors", "denied_by": "actors",
    "first_speakers": "actors", "outlets": "actors", "claim": "claims", "claims": "claims", "term": "terms",
}  # fmt: skip


def ids(kind: str) -> set[str]:
    return {each.id for annotation in ANNOTATIONS.values() for each in getattr(annotation, kind)}


def claims() -> dict[str, Claim]:
    return {c.id: c for annotation in ANNOTATIONS.values() for c in annotation.claims}


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a gold file."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from mappings(each)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_there_is_an_article_for_each_annotation_and_a_row_in_the_readme() -> None:
    articles = [path.stem for path in sorted((STRAIT / "articles").glob("*.txt"))]
    assert articles == list(ANNOTATIONS)
    assert re.findall(r"^\| (\d\d-[\w-]+) \|", README, re.M) == articles


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_annotation_is_verbatim_and_survives_a_round_trip(path: Path) -> None:
    annotation = ANNOTATIONS[path.stem]
    assert problems(annotation) == []
    head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    assert "README" in head
    assert dump_annotation(annotation) == rest


@pytest.mark.parametrize("stem", ANNOTATIONS)
def test_an_annotation_has_the_text_of_its_article(stem: str) -> None:
    document = ANNOTATIONS[stem].document
    raw = read_article(STRAIT / "articles" / f"{stem}.txt")
    assert (raw.text, raw.title, raw.published) == (document.text, document.title, document.published)
    assert "these states, people and papers do not exist" in document.text
    assert 120 <= len(document.text.split()) <= 350


def test_local_ids_mean_the_same_in_every_file() -> None:
    for kind in ("actors", "claims", "plans", "versions", "events"):
        seen: dict[str, Any] = {}
        for annotation in ANNOTATIONS.values():
            for each in getattr(annotation, kind):
                assert seen.setdefault(each.id, each) == each
    assert len({claim_id(claim.text) for claim in claims().values()}) == len(claims())


def test_terms_have_the_words_of_their_draft() -> None:
    drafts = {t.id: t for stem, a in ANNOTATIONS.items() if "-draft-" in stem for t in drafted(a)}
    assert ids("terms") <= drafts.keys()
    for annotation in ANNOTATIONS.values():
        for term in annotation.terms:
            assert term.text == drafts[term.id].text


def drafted(annotation: Annotation) -> Iterator[Any]:
    """The provisions of a draft, each seen to stand there under its number."""
    if annotation.document.publisher == "envoy-office":
        for term in annotation.terms:
            assert f"\n{term.number}. {term.text}." in annotation.document.text
            yield term


@pytest.mark.parametrize("name", GOLD)
def test_gold_names_only_what_there_is(name: str) -> None:
    known = {kind: ids(kind) for kind in set(ID_KEYS.values())}
    for each in mappings(GOLD[name]):
        for key in each.keys() & ID_KEYS.keys():
            named = {name for name in listed(each[key]) if isinstance(name, str)}
            assert named <= known[ID_KEYS[key]], each


@pytest.mark.parametrize("name", GOLD)
def test_gold_quotes_what_stands_there(name: str) -> None:
    for each in mappings(GOLD[name]):
        if "quote" not in each:
            continue
        annotation = ANNOTATIONS[each["document"]]
        if "statement" in each:
            (statement,) = [s for s in annotation.statements if s.id == each["statement"]]
            assert each["quote"] == statement.span.exact
            assert each.get("condition") == (statement.condition if "condition" in each else None)
        assert each["quote"] in annotation.document.text


def test_headlines_stand_in_the_first_line() -> None:
    listed = [*GOLD["6-overreach"]["overreach"], *GOLD["6-overreach"]["supported"]]
    assert sorted((h["headline"]["document"], h["headline"]["statement"]) for h in listed) == sorted(
        (stem, s.id) for stem, a in ANNOTATIONS.items() for s in a.statements
        if s.span.end <= len(a.document.title)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "stem"), [("draft-2.html", "14-draft-2"), ("draft-3-prose.txt", "23-draft-3")]
)
def test_a_draft_in_another_form_has_the_same_provisions(name: str, stem: str) -> None:
    text = read_article(STRAIT / "drafts" / name).text
    assert all(f"{term.text}." in text for term in ANNOTATIONS[stem].terms)


def test_watch_follows_the_order_of_arrival() -> None:
    watch = GOLD["9-watch"]
    assert watch["arrivals"] == list(ANNOTATIONS)
    assert {change["question"] for change in watch["changes"]} == {q["id"] for q in watch["questions"]}
    disputed = [c for change in watch["changes"] if change["question"] == "disputes" for c in change["added"]]
    assert {*disputed} <= ids("claims")


def test_every_provision_has_its_place_in_the_plan_diff() -> None:
    for diff in GOLD["1-plan-diff"]["diffs"]:
        for side in ("old", "new"):
            named = [term for pair in diff["pairs"] for term in pair[side]]
            assert sorted(named) == sorted(t for t in ids("terms") if t.startswith(f"{diff[side]}:"))


@pytest.fixture(scope="module")
def strait_store(database: Store, cypher: Any) -> Store:
    cypher("MATCH (n) DETACH DELETE n")
    understood = {path: understand(path, Settings()) for path in FILES}
    for expected in ("added", "unchanged"):
        for path, documents in understood.items():
            (report,) = store_documents(path, documents, database)
            assert report.written is not None
            assert report.written.outcome == expected, path
    return database


@pytest.mark.parametrize("moment", GOLD["2-as-of"]["moments"], ids=lambda moment: moment["as_of"])
def test_disputes_and_board_are_those_of_the_gold(strait_store: Store, moment: dict[str, Any]) -> None:
    local = {claim_id(claim.text): claim.id for claim in claims().values()}
    names = {actor.name: actor.id for a in ANNOTATIONS.values() for actor in a.actors}
    found = ask.disputes(strait_store, status=None, until=moment["as_of"], limit=200).items
    assert by_claim(
        {"claim": local[d.id], "status": d.status,
         "claimed_by": sorted(names[n] for n in d.claimed_by),
         "denied_by": sorted(names[n] for n in d.denied_by)}
        for d in found if d.status in ("disputed", "unclaimed")
    ) == by_claim(moment["disputes"])  # fmt: skip
    cells = ask.board(strait_store, PLAN, until=moment["as_of"]).cells
    assert {(c.term, c.actor, c.stance) for c in cells} == {
        (c["term"], c["actor"], c["stance"]) for c in moment["board"]
    }


def by_claim(rows: Any) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["claim"])


def test_amounts_that_contradict_are_those_of_the_gold(strait_store: Store) -> None:
    gold = [c for c in GOLD["7-contradictions"]["contradictions"] if c.get("property") == "amount"]
    found = ask.contradictions(strait_store, kind="two-values", plan=PLAN).items
    amounts = {c.term.id: {v.value for v in c.values} for c in found if c.term and c.property == "amount"}
    assert amounts == {c["term"]: {*c["values"]} for c in gold}


def test_the_readme_counts_what_there_is() -> None:
    planted = README.partition("## What is planted")[2].partition("\n## ")[0]
    counted = {what: int(n) for what, n in re.findall(r"^\| ([^|]+?) \| (\d+) \|", planted, re.M)}
    assert counted == counts()


def counts() -> dict[str, int]:
    """What the README says there is of each planted device, from the gold."""
    shifts, silence, origins = GOLD["3-shifts"], GOLD["4-silence"], GOLD["5-origins"]["claims"]
    stances = GOLD["1-plan-diff"]["stances"]
    last = [next(s[v] for v in ("d3", "d2") if v in s) for s in stances]
    pairs = [pair["relation"] for diff in GOLD["1-plan-diff"]["diffs"] for pair in diff["pairs"]]
    kinds = [c["kind"] for c in GOLD["7-contradictions"]["contradictions"]]
    days = [t["days"] for t in silence["time_to_denial"]]
    statements = [s for a in ANNOTATIONS.values() for s in a.statements]
    return {
        "documents": len(ANNOTATIONS),
        "provisions in the three drafts": len(ids("terms")),
        "statements": len(statements),
        "claims": len(claims()),
        **{f"provisions {relation}": pairs.count(relation) for relation in dict.fromkeys(sorted(pairs))},
        "shifts": len(shifts["shifts"]),
        "retractions": len(shifts["retractions"]),
        "bound and silent": len(silence["bound"]),
        "accused and silent": sum(u["accusation"] for u in silence["unanswered"]),
        "claims denied days later": sum(d > 0 for d in days),
        "claims denied before they were made": sum(d < 0 for d in days),
        "claims with anonymous sources only": sum(o["anonymous_only"] for o in origins),
        "claims in five outlets or more from one origin": sum(
            len(o["outlets"]) >= 5 and o["independent_origins"] == 1 for o in origins
        ),
        "claims with two independent origins": sum(o["independent_origins"] == 2 for o in origins),
        "headlines that overreach": len(GOLD["6-overreach"]["overreach"]),
        "headlines that only look so": sum(h["looks_so"] for h in GOLD["6-overreach"]["supported"]),
        **{f"contradictions: {kind}": kinds.count(kind) for kind in dict.fromkeys(kinds)},
        "conditional stances": sum(bool(s.accepts_if) for s in statements),
        "changes of a value": len(GOLD["8-what-if"]["changes"]),
        "stances carried to the third draft": last.count("carried"),
        "stances stale by the third draft": sum(at.startswith("stale") for at in last),
    }

"""The radar at its edges: what is a contradiction, what only looks so, and what was dismissed."""

from pathlib import Path
from typing import Any

from graph import ask, judge
from graph.answers import Contradiction
from graph.models import Annotation
from graph.store import Store
from graph.write import forget_document

from .conftest import put
from .test_cli import run

SIGNED = "Ann signed the treaty"
PEOPLE = [
    {"id": "norland", "kind": "State", "name": "Norland"},
    {"id": "sudria", "kind": "State", "name": "Sudria"},
    {
        "id": "ann",
        "kind": "Person",
        "name": "Ann",
        "roles": [{"post": "minister", "organization": "norland"}],
    },
    {"id": "bob", "kind": "Person", "name": "Bob", "roles": [{"post": "minister", "organization": "sudria"}]},
    {"id": "wire", "kind": "Organization", "name": "The Wire"},
]


def article(published: str | None, *said: dict[str, Any], **more: Any) -> Annotation:
    """An article in which each of `said` is a sentence: speaker, act, claim, and the words."""
    claims: dict[str, dict[str, Any]] = {c["id"]: c for c in more.pop("claims", [])}
    text = f"News of {published}. " + " ".join(f"{each['words']}." for each in said)
    statements: list[dict[str, Any]] = []
    for number, each in enumerate(said):
        start = text.index(each["words"])
        claim = claims.setdefault(each["claim"], {"id": each["claim"], "text": each["claim"]})
        span = {"start": start, "end": start + len(each["words"]), "exact": each["words"]}
        statements.append(
            {"id": f"s{number}", "span": span, "speakers": [each["by"]], each["act"]: [claim["id"]],
             "said": each.get("said"), "inference": each.get("inference", False)}
        )  # fmt: skip
    document = {
        "title": text[:30],
        "text": text,
        "published": published,
        "publisher": more.pop("publisher", None),
    }
    for claim in claims.values():
        claim["id"], whole = slugged(claim["id"]), claim.get("part_of")
        claim["part_of"] = slugged(whole) if whole else None
    for statement in statements:
        for act in ("asserts", "denies", "retracts"):
            statement[act] = [slugged(id_) for id_ in statement.get(act, [])]
    return Annotation.model_validate(
        {"document": document, "extraction": {"reader": "hand", "version": "1"}, "actors": PEOPLE,
         "claims": list(claims.values()), "statements": statements, **more}
    )  # fmt: skip


def slugged(text: str) -> str:
    return "-".join(text.lower().replace(",", "").split())


def says(by: str, act: str, claim: str, words: str, **more: Any) -> dict[str, Any]:
    return {"by": by, "act": act, "claim": claim, "words": words, **more}


def found(store: Store, **filters: Any) -> list[Contradiction]:
    return ask.contradictions(store, limit=100, **filters).items


def kinds(store: Store, **filters: Any) -> list[str]:
    return [each.kind for each in found(store, **filters)]


def test_of_unknown_date_told_once_though_the_same_was_said_at_a_known_date(store: Store) -> None:
    put(store, article(None, says("ann", "asserts", SIGNED, "Ann said she signed the treaty")))
    put(store, article(None, says("ann", "denies", SIGNED, "Ann denied that she signed the treaty")))
    put(store, article("2030-01-02", says("ann", "asserts", SIGNED, "Ann said it again, and at length")))
    assert kinds(store) == ["actor-against-itself"]


def test_one_actor_asserts_and_denies_until_it_takes_one_back(store: Store) -> None:
    put(store, article("2030-01-01", says("ann", "asserts", SIGNED, "I signed")))
    put(store, article("2030-01-02", says("bob", "denies", SIGNED, "She did not sign")))
    assert found(store) == []
    put(store, article("2030-01-03", says("ann", "denies", SIGNED, "I never signed")))
    (one,) = found(store)
    assert (one.kind, one.since, one.until) == ("actor-against-itself", "2030-01-03", None)
    assert one.actor is not None
    assert (one.actor.id, [c.name for c in one.claims]) == ("ann", [SIGNED])
    assert [s.exact for s in one.statements] == ["I signed", "I never signed"]
    put(store, article("2030-01-09", says("ann", "retracts", SIGNED, "I take it back")))
    (ended,) = found(store)
    assert (ended.id, ended.until) == (one.id, "2030-01-09")
    assert found(store, as_of="2030-01-05") == [one]
    assert found(store, as_of="2030-01-02") == []


def test_what_was_taken_back_first_is_no_contradiction(store: Store) -> None:
    put(store, article("2030-01-01", says("ann", "asserts", SIGNED, "I signed")))
    put(
        store,
        article(
            "2030-01-03",
            says("ann", "retracts", SIGNED, "I take it back"),
            says("ann", "denies", SIGNED, "I never signed"),
        ),
    )
    assert found(store) == []


def test_who_asserts_the_whole_asserts_the_part_that_it_denies(store: Store) -> None:
    whole = f"{SIGNED} and left"
    claims = [{"id": whole, "text": whole}, {"id": SIGNED, "text": SIGNED, "part_of": whole}]
    put(store, article("2030-01-01", says("ann", "asserts", whole, "I signed and left"), claims=claims))
    put(store, article("2030-01-02", says("ann", "denies", SIGNED, "I never signed")))
    (one,) = found(store)
    assert [c.name for c in one.claims] == [SIGNED]


def test_an_outlet_counts_in_its_own_voice_alone(store: Store) -> None:
    more = {"publisher": "wire"}
    put(store, article("2030-01-01", says("ann", "asserts", SIGNED, "I signed"), **more))
    put(store, article("2030-01-02", says("bob", "denies", SIGNED, "She did not"), **more))
    put(store, article("2030-01-03", says("wire", "denies", SIGNED, "It is not so", inference=True), **more))
    put(store, article("2030-01-04", says("wire", "asserts", SIGNED, "Ann did sign"), **more))
    assert found(store) == []
    put(store, article("2030-01-05", says("wire", "denies", SIGNED, "Ann has not signed"), **more))
    (one,) = found(store)
    assert (one.kind, one.since) == ("outlet-against-itself", "2030-01-05")


def test_claims_of_one_outlet_that_differ_in_one_value(store: Store) -> None:
    more = {"publisher": "wire"}
    for day, number in enumerate(("500", "five hundred", "600"), 1):
        claim = f"The army has {number} men"
        put(store, article(f"2030-01-0{day}", says("wire", "asserts", claim, f"Its {number} men"), **more))
    put(store, article("2030-01-04", says("wire", "asserts", "The navy has 700 men", "700 sailors"), **more))
    put(store, article("2030-01-05", says("bob", "asserts", "The army has 800 men", "They are 800"), **more))
    assert set(kinds(store)) == {"outlet-against-itself"}
    assert {tuple(sorted(claim.name for claim in each.claims)) for each in found(store)} == {
        ("The army has 500 men", "The army has 600 men"),
        ("The army has 600 men", "The army has five hundred men"),
    }


def authored(claim: str, by: str, author: str, words: str, published: str) -> Annotation:
    about = [{"id": claim, "text": claim, "about": [author]}]
    return article(published, says(by, "asserts", claim, words), claims=about)


def test_two_sides_that_wrote_the_same(store: Store) -> None:
    put(store, authored("Norland wrote the draft", "ann", "norland", "We wrote it", "2030-01-01"))
    put(store, authored("Sudria wrote the draft", "ann", "sudria", "Or was it Sudria", "2030-01-02"))
    assert found(store) == []  # Bob's side has not claimed it.
    put(store, authored("Ann wrote the draft", "ann", "ann", "I wrote it myself", "2030-01-03"))
    assert found(store) == []  # She and her state are one side.
    put(
        store, authored("The draft was drafted by Sudria", "bob", "sudria", "The draft is ours", "2030-01-04")
    )
    assert kinds(store) == ["two-authors", "two-authors"]
    assert {c.since for c in found(store)} == {"2030-01-04"}
    assert {s.exact for c in found(store) for s in c.statements} == {
        "We wrote it", "I wrote it myself", "The draft is ours",
    }  # fmt: skip
    put(store, authored("Sudria proposed the draft", "bob", "sudria", "We proposed it", "2030-01-05"))
    put(store, authored("Sudria wrote the annex", "bob", "sudria", "The annex is ours", "2030-01-05"))
    assert len(found(store)) == 2


def test_dated_before_what_it_reports(store: Store) -> None:
    events = [{"id": "talks", "name": "Talks", "date": "2030-02-05"}]
    for name, claim, published in (
        ("past", "The talks ended in anger", "2030-02-01"),
        ("to come", "The talks will be held in a tent", "2030-02-02"),
        ("expected", "The talks are expected to be held", "2030-02-03"),
        ("on the day", "The talks were long", "2030-02-05"),
        ("in the month", "The talks were short", "2030-02"),
    ):
        about = [{"id": claim, "text": claim, "about": ["talks"]}]
        said = says("ann", "asserts", claim, f"Words on {name}")
        put(store, article(published, said, claims=about, events=events))
    put(store, article("2030-03-01", says("bob", "asserts", SIGNED, "She signed", said="2030-03-02")))
    put(store, article("2030-03-01", says("bob", "asserts", SIGNED, "She did sign", said="2030-03")))
    put(store, article(None, says("bob", "asserts", SIGNED, "She surely signed", said="2030-03")))
    assert [(c.published, c.reports, [s.exact for s in c.statements]) for c in found(store)] == [
        ("2030-03-01", "2030-03-02", ["She signed"]),
        ("2030-02-01", "2030-02-05", ["Words on past"]),
    ]


def test_what_is_dismissed_stays_so(store: Store) -> None:
    articles = [
        article("2030-01-01", says("ann", "asserts", SIGNED, "I signed")),
        article("2030-01-03", says("ann", "denies", SIGNED, "I never signed")),
    ]
    written = [put(store, each).document for each in articles]
    (one,) = found(store)
    made = judge.dismiss(store, one.id, reason="of two treaties")
    assert found(store) == []
    (shown,) = found(store, dismissed=True)
    assert (shown.id, shown.dismissed) == (one.id, made.id)
    for document in written:
        forget_document(store, document)
    for each in reversed(articles):
        put(store, each)
    put(store, article("2030-01-04", says("ann", "denies", SIGNED, "I did not sign")))
    assert found(store) == []
    judge.undo(store, made.id)
    assert [(c.id, c.dismissed) for c in found(store)] == [(one.id, None)]


def test_on_the_command_line(store: Store, tmp_path: Path) -> None:
    put(store, article("2030-01-01", says("ann", "asserts", SIGNED, "I signed")))
    put(store, article("2030-01-03", says("ann", "denies", SIGNED, "I never signed")))
    (one,) = found(store)
    shown = run("contradictions", "--kind", "actor-against-itself").stdout
    assert f"Ann: {SIGNED} · since 2030-01-03 · {one.id}" in " ".join(shown.split())
    assert "“I never signed”" in shown
    made = run("dismiss", one.id, "--reason", "two treaties", "--by", "Eve").stdout
    assert "No such contradiction" in run("contradictions").stdout
    assert "dismissed by" in run("contradictions", "--dismissed").stdout
    run("judgements", "undo", made.split()[1].rstrip(":"))
    assert one.id in run("contradictions").stdout

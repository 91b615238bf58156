"""The scorers, on small annotations whose scores are known by hand."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation import __main__ as command
from evaluation import corpus, floors
from evaluation.assign import assign
from evaluation.calibration import Sure, bins
from evaluation.claims import Claims
from evaluation.clusters import b_cubed
from evaluation.corpus import Case
from evaluation.match import Comparison, OtherTextError
from evaluation.report import as_data, report
from evaluation.result import Marked, Result, mark
from evaluation.score import Scores
from evaluation.words import Words, overlap
from graph.models import Annotation, Span
from graph.read.annotation import dump_annotation, load_annotation

from .samples import annotation, span

CASE = Case("bridge", "news", Path("bridge.txt"), Path("bridge.yaml"))


def marked(gold: dict[str, Any], found: dict[str, Any]) -> Marked:
    return mark(CASE, Annotation.model_validate(gold), Annotation.model_validate(found))


def scores(found: dict[str, Any], gold: dict[str, Any] | None = None) -> Scores:
    return Result([marked(gold or annotation(), found)]).scores


def changed(which: int, **changes: Any) -> dict[str, Any]:
    """The sample with one statement changed; a field given as None is left out."""
    data = annotation()
    merged = {**data["statements"][which], **changes}
    data["statements"][which] = {k: v for k, v in merged.items() if v is not None}
    return data


def counts(found: Scores, name: str) -> tuple[float, float, float]:
    score = found[name]
    return score.recalled, score.found, score.gold


def test_gold_against_itself_is_perfect_everywhere() -> None:
    for name, score in scores(annotation()).items():
        assert (score.precision, score.recall, score.f1) == (1, 1, 1), name


@pytest.mark.parametrize("path", sorted((corpus.PARTS["examples"] / "annotations").glob("*.yaml")))
def test_an_example_against_itself_is_perfect_and_without_a_statement_is_not(path: Path) -> None:
    gold = load_annotation(path)
    for name, score in Result([mark(CASE, gold, gold)]).scores.items():
        assert score.f1 == pytest.approx(1), name
    fewer = gold.model_copy(update={"statements": gold.statements[1:]})
    found = Result([mark(CASE, gold, fewer)]).scores
    assert counts(found, "content exact") == (len(fewer.statements),) * 2 + (len(gold.statements),)
    assert counts(found, "act") == counts(found, "speaker identity") == counts(found, "content exact")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_annotation_against_itself_is_perfect_everywhere(data: st.DataObject) -> None:
    spans = [span(w) for w in ("Mayor Ada Holm", "the council had approved the bridge", "paid for it",
                               "the council had paid for it", "Councillor Bo Lind")]  # fmt: skip
    claims, actors = ["whole", "approved", "paid"], ["ada-holm", "bo-lind", "council"]
    seen: set[str] = set()
    statements: list[dict[str, Any]] = []
    for i in range(data.draw(st.integers(0, 8))):
        act = data.draw(st.sampled_from(["asserts", "denies", "retracts", "demands", "rejects"]))
        targets = [*claims, "bridge", "bridge:cost"] if act in ("demands", "rejects") else claims
        core = {
            "span": data.draw(st.sampled_from(spans)),
            "speakers": data.draw(st.lists(st.sampled_from(actors), min_size=1, max_size=2, unique=True)),
            act: [data.draw(st.sampled_from(targets))],
        }
        if (key := json.dumps({**core, "speakers": sorted(core["speakers"])}, sort_keys=True)) in seen:
            continue  # the product refuses two statements that are the same
        seen.add(key)
        more = {
            "speaker_span": data.draw(st.none() | st.sampled_from(spans)),
            "reported_by": statements[-1]["id"] if statements and data.draw(st.booleans()) else None,
            "said": data.draw(st.sampled_from([None, "2026-01-01"])),
            "certainty": data.draw(st.sampled_from(["plain", "hedged"])),
        }
        statements.append({"id": f"s{i}", **core, **more})
    for name, score in scores(gold := annotation(statements=statements), gold).items():
        assert score.f1 == pytest.approx(1), name


def test_nothing_found_recalls_nothing() -> None:
    found = scores(annotation(statements=[], terms=[]))
    assert counts(found, "content overlap") == counts(found, "act") == (0, 0, 2)
    assert found["content overlap"].f1 == found["term"].f1 == 0
    assert found["act: questions"].f1 == 1, "nothing to find and nothing found"


def test_a_span_that_runs_on_overlaps_but_is_not_exact() -> None:
    found = scores(changed(1, span=span("denied that the council had paid for it")))
    assert counts(found, "content exact") == (1, 2, 2)
    assert counts(found, "content overlap") == (2, 2, 2)
    assert counts(found, "triple exact") == (1, 2, 2)


def test_half_of_the_words_is_enough_and_less_is_not() -> None:
    assert counts(scores(changed(1, span=span("the council had paid for it."))), "content exact") == (2, 2, 2)
    half = scores(changed(1, span=spot("paid for it", 90)))
    assert counts(half, "content overlap") == (2, 2, 2)
    less = scores(changed(1, span=spot("for it", 90)))
    assert counts(less, "content overlap") == (1, 2, 2)
    assert counts(less, "act") == (1, 2, 2), "a property counts only where the words match"


def spot(exact: str, after: int) -> dict[str, Any]:
    start = annotation()["document"]["text"].index(exact, after)
    return {"start": start, "end": start + len(exact), "exact": exact}


def test_quotation_marks_and_stops_are_no_words() -> None:
    text = 'He said: "No, never!"'
    words = Words(text)
    all_of_it = words.of(Span(start=9, end=21, exact=text[9:21]))
    assert all_of_it == words.of(Span(start=10, end=19, exact=text[10:19]))
    assert words.of(Span(start=7, end=8, exact=":")) == {7}, "a cue may be a colon"
    assert overlap(frozenset(), frozenset()) == 0


def test_the_wrong_speaker_costs_identity_alone() -> None:
    found = scores(changed(1, speakers=["council"]))
    assert counts(found, "speaker identity") == (1, 2, 2)
    assert found["speaker identity"].accuracy == 0.5
    assert counts(found, "act") == counts(found, "content exact") == (2, 2, 2)


@pytest.mark.parametrize(
    ("actor", "same"),
    [
        ({"id": "ada-holm", "name": "A. H."}, True),
        ({"id": "a1", "name": "The Holm Ada"}, True),
        ({"id": "a1", "name": "Mayor", "aliases": ["Holm"]}, True),
        ({"id": "a1", "name": "Mayor"}, False),
    ],
)
def test_actors_are_the_same_by_id_name_or_alias(actor: dict[str, Any], same: bool) -> None:
    found = changed(0, speakers=[actor["id"]])
    found["actors"][0] = {"kind": "Person", **actor}
    found["mentions"] = []
    assert counts(scores(found), "speaker identity") == (1 + same, 2, 2)


def test_an_alias_that_two_actors_share_names_neither() -> None:
    found = annotation()
    found["actors"][1]["aliases"] = ["Holm"]
    found["actors"][0] = {"id": "x", "kind": "Person", "name": "X", "aliases": ["Holm"]}
    found["statements"][0]["speakers"] = ["x"]
    assert counts(scores(found), "speaker identity") == (1, 2, 2)


def test_collective_speakers_are_a_set() -> None:
    gold = changed(0, speakers=["ada-holm", "council"])
    assert counts(scores(changed(0, speakers=["council", "ada-holm"]), gold), "speaker identity") == (2, 2, 2)
    assert counts(scores(changed(0, speakers=["council"]), gold), "speaker identity") == (1, 2, 2)


def test_the_wrong_act_costs_the_act_and_the_dispute() -> None:
    found = scores(changed(1, denies=None, asserts=["paid"]))
    assert counts(found, "act") == (1, 2, 2)
    assert counts(found, "act: denies") == (0, 0, 1)
    assert counts(found, "act: asserts") == (1, 2, 1)
    assert counts(found, "dispute") == counts(found, "denial of a claimed") == (0, 0, 1)
    assert counts(found, "part status") == (1, 2, 2)
    assert counts(found, "part denied or implied") == (0, 0, 1)


def test_a_denial_of_a_claim_that_nobody_found_asserting_is_a_wrong_link() -> None:
    found = annotation()
    found["claims"].append({"id": "lone", "text": "The council paid"})
    found["statements"][1]["denies"] = ["lone"]
    result = scores(found)
    assert counts(result, "denial of a claimed") == (0, 0, 1)
    assert counts(result, "denial of an unclaimed") == (0, 1, 0)
    reverse = scores(annotation(), found)
    assert counts(reverse, "denial of an unclaimed") == (0, 0, 1)


def test_a_denial_may_name_another_part_and_still_be_of_the_right_claim() -> None:
    found = scores(changed(1, denies=["whole"]))
    assert counts(found, "denial of a claimed") == counts(found, "dispute") == (1, 1, 1)
    assert counts(found, "part status") == (0, 2, 2), "both are implied now, neither as in the gold"


def test_parts_are_denied_implied_or_unanswered() -> None:
    def statuses(data: dict[str, Any]) -> dict[str, str]:
        claims = Claims(Annotation.model_validate(data))
        return {part: claims.status(part) for part in claims.parts}

    assert statuses(annotation()) == {"approved": "unanswered", "paid": "denied"}
    assert statuses(changed(1, denies=["whole"])) == {"approved": "implied", "paid": "implied"}
    retracted = annotation()
    back = {"id": "s3", "speakers": ["bo-lind"], "retracts": ["paid"], "span": spot("for it", 90)}
    retracted["statements"].append(back)
    assert statuses(retracted) == {"approved": "unanswered", "paid": "unanswered"}


def test_the_chain_is_right_where_the_outer_statement_matches() -> None:
    gold = changed(1, reported_by="s1")
    assert counts(scores(gold, gold), "reported by") == (1, 1, 1)
    assert counts(scores(annotation(), gold), "reported by") == (0, 0, 1)


def test_manner_and_dates() -> None:
    gold = changed(1, said="2026-01-01", certainty="hedged", mode="mixed", condition="for it")
    found = scores(changed(1, said="2026-01-02"), gold)
    assert counts(found, "said") == (0, 1, 1)
    assert counts(found, "mode") == counts(found, "certainty") == (1, 2, 2)
    assert counts(found, "certainty: not plain") == counts(found, "condition") == (0, 0, 1)


def test_terms_by_their_words_with_amount_unit_and_parties() -> None:
    found = annotation()
    found["terms"][0] |= {"id": "bridge:x", "name": "X", "amount": "2", "unit": "eur", "binds": ["ada-holm"]}
    found["claims"][2]["about"] = []
    result = scores(found)
    assert counts(result, "term") == counts(result, "term unit") == (1, 1, 1)
    assert counts(result, "term amount") == counts(result, "term binds") == (0, 1, 1)
    found["terms"][0] |= {"name": "Height", "text": "a mast of ten metres"}
    assert counts(scores(found), "term") == (0, 1, 1)


def test_a_stance_is_who_does_what_to_which_thing() -> None:
    gold = changed(1, denies=None, rejects=["bridge:cost", "bridge"])
    assert counts(scores(gold, gold), "stance") == (2, 2, 2)
    one = changed(1, denies=None, rejects=["bridge:cost"], supports=["bridge"])
    assert counts(scores(one, gold), "stance") == (1, 2, 2)
    by_other = changed(1, denies=None, rejects=["bridge:cost"], speakers=["council"])
    assert counts(scores(by_other, gold), "stance") == (0, 1, 2)


def test_the_wording_of_claims() -> None:
    found = annotation()
    found["claims"][2]["text"] = "The council paid for a road"  # 4 of 6 words are the gold's 6
    result = scores(found)
    assert result["claim wording"].f1 == pytest.approx((1 + 8 / 12) / 2)
    assert counts(result, "claim same words") == (1, 2, 2)


def test_b_cubed_on_a_split_and_a_merged_cluster() -> None:
    # Bagga & Baldwin: 1 2 3 4 5 | 6 7 | 8–12, with 8–12 joined to the first or to the second.
    key = [1] * 5 + [2] * 2 + [3] * 5
    to_second = b_cubed(list(zip(key, [1] * 5 + [2] * 7, strict=True)))
    to_first = b_cubed(list(zip(key, [1] * 5 + [2] * 2 + [1] * 5, strict=True)))
    assert (to_second.precision, to_second.recall) == (pytest.approx(16 / 21), 1)
    assert (to_first.precision, to_first.recall) == (pytest.approx(7 / 12), 1)


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=4))
def test_matching_is_optimal(weights: list[list[int]]) -> None:
    pairs = assign(weights)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    padded = [*weights, *[[0] * 3] * (3 - len(weights))]
    best = max(sum(padded[r][c] for c, r in enumerate(rows)) for rows in permutations(range(len(padded)), 3))
    assert sum(weights[r][c] for r, c in pairs) == best


def test_confidence_by_tenths() -> None:
    low, high = bins([Sure(0.95, True, False), Sure(1.0, True, True), Sure(0.3, False, False)])
    assert (low.low, low.statements, low.matched) == (0.3, 1, 0)
    assert (high.low, high.statements, high.confidence) == (0.9, 2, pytest.approx(0.975))
    assert (high.matched, high.right) == (1, 0.5)


def test_errors_are_named_with_their_words() -> None:
    found = changed(0, speakers=["council"])
    found["statements"][1] |= {"span": span("Councillor Bo Lind"), "cue": None}
    result = Result([marked(annotation(), found)])
    assert [m.kind for m in result.mistakes] == ["missed", "spurious", "wrong speaker"]
    text = report(result, verbose=True, errors=5)
    assert "bridge: bo-lind denies [The council paid for the bridge] “the council had paid for it”" in text
    assert "found: council" in text
    assert "F1 by genre" in text
    data = as_data(result, verbose=True, errors=5)
    assert data["scores"]["content overlap"]["recall"] == 0.5
    assert set(data["by_genre"]) == {"news"}
    json.dumps(data)


def test_annotations_of_another_text_are_refused() -> None:
    gold, other = annotation(statements=[], mentions=[]), annotation(statements=[], mentions=[])
    other["document"] = {**other["document"], "text": "Other."}
    with pytest.raises(OtherTextError, match="another text"):
        Comparison(Annotation.model_validate(gold), Annotation.model_validate(other))


def test_a_fallen_score_is_named() -> None:
    found = scores(changed(1, denies=None, asserts=["paid"]))
    assert floors.fallen(found, {"act": {"f1": 0.5}, "content exact": {"precision": 1.0}}) == []
    messages = floors.fallen(found, {"act": {"recall": 0.9}, "gone": {"f1": 0.1}})
    assert messages == [
        "act: recall has fallen to 0.5, below its floor of 0.9",
        "gone: no f1 is measured, yet it has a floor of 0.1",
    ]
    assert set(floors.load()) <= set(corpus.PARTS)


def test_the_command_reads_and_checks(tmp_path: Path, capsys, monkeypatch) -> None:
    gold = Annotation.model_validate(annotation())
    for folder, name, text in (
        ("annotations", "bridge.yaml", dump_annotation(gold)),
        ("articles", "bridge.txt", gold.document.text),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8")
    (tmp_path / "genres.yaml").write_text("bridge: local news\n", "utf-8")
    (tmp_path / "floors.json").write_text('{"dev": {"content overlap": {"f1": 1.1}}}', "utf-8")
    monkeypatch.setattr(floors.load, "__defaults__", (tmp_path / "floors.json",))
    arguments = ["--folder", str(tmp_path), "--json", "-v", "--check", "--jobs", "1"]
    assert command.main(arguments) == 1
    printed = capsys.readouterr()
    assert "dev: content overlap: f1 has fallen to" in printed.err
    assert set(json.loads(printed.out)["by_genre"]) == {"local news"}
    assert command.main(["--folder", str(tmp_path / "articles")]) == 2
    (tmp_path / "articles" / "bridge.txt").write_text("Another bridge.\n", "utf-8")
    assert command.main(["--folder", str(tmp_path), "--jobs", "1"]) == 2
    assert "made of another text" in capsys.readouterr().err

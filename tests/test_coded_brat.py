"""brat standoff: attributions by our convention and by others', and marks that cannot be taken."""

from pathlib import Path
from typing import Any

import pytest

from graph import ask
from graph.coded.run import Stored
from graph.errors import InputError, ReadError
from graph.store import Store

from .coded import BRAT_MARKS, BRAT_TEXT, Read, brat, imported, mark

ATTRIBUTIONS = {
    "types": {"Source": "speaker", "Cue": "cue", "Content": "statement", "Attribution": "ignored"},
    "act": "asserts",
    "kind": "Person",
}


def test_our_own_convention(tmp_path: Path) -> None:
    (taken,) = Read("brat", brat(tmp_path)).taken
    said, denied = taken.annotation.statements
    assert (said.speakers, said.asserts, said.span.exact) == (("ada-voss",), ("c1",), "the lake was sold")
    assert (denied.speakers, denied.denies) == (("bo-lind",), ("c1",))
    assert denied.cue is not None
    assert denied.cue.exact == "denied that"
    assert taken.annotation.claims[0].text == "Norvale sold the lake"
    assert taken.annotation.document.title == "Lake news 🌊"
    assert taken.annotation.document.source == "lake.txt"


def test_events_of_another_scheme_by_a_mapping(tmp_path: Path) -> None:
    ann = (
        mark("T1", "Source", "Ada Voss") + mark("T2", "Cue", "said that")
        + mark("T3", "Content", "the lake was sold") + mark("T4", "Attribution", "said that")
        + "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
        + mark("T5", "Weather", "laughed")
    )  # fmt: skip
    found = Read("brat", brat(tmp_path, ann), ATTRIBUTIONS)
    (statement,) = found.taken[0].annotation.statements
    assert (statement.speakers, statement.cue and statement.cue.exact) == (("ada-voss",), "said that")
    assert found.taken[0].annotation.claims[0].text == "the lake was sold"
    assert found.noted == [("type Weather", "mapped to nothing: 1 mark is left out")]


def test_a_statement_on_a_claim_worded_elsewhere_and_one_that_reports_another(tmp_path: Path) -> None:
    ann = BRAT_MARKS.replace("#2\tAnnotatorNotes T6\tNorvale sold the lake\n", "") + (
        mark("T7", "Claim", "the lake was sold") + "#3\tAnnotatorNotes T7\tNorvale sold the lake\n"
        "R5\tOn Arg1:T6 Arg2:T7\nR6\tReportedBy Arg1:T3 Arg2:T6\n"
    )  # fmt: skip
    (taken,) = Read("brat", brat(tmp_path, ann)).taken
    denied, said = taken.annotation.statements
    assert denied.denies == said.asserts
    assert said.reported_by == denied.id


@pytest.mark.parametrize(
    ("changed", "to", "line", "why"),
    [
        (
            "T6\tStatement 71 88",
            "T6\tStatement 71 8800",
            6,
            "stands at 71-8800, and the text has 103",
        ),
        ("T6\tStatement 71 88", "T6\tStatement 72 89", 6, "is not what the text has at 72-89"),
        ("T6\tStatement 71 88", "T6\tStatement 88 71", 6, "stands at 88-71"),
        ("T6\tStatement 71 88", "T6\tStatement 71 79;80 88", 6, "T6 is in 2 pieces"),
        ("T6\tStatement 71 88", "T6\tStatement x y", 6, "a text-bound annotation is"),
        ("T6\tStatement 71 88", "T3\tStatement 71 88", 6, "T3 is used twice"),
        ("R3\tSpokenBy Arg1:T6 Arg2:T4", "R3\tSpokenBy Arg1:T6 Arg2:T99", 9, "joins no statement to a mark"),
        ("R3\tSpokenBy Arg1:T6 Arg2:T4\n", "", 6, "T6 has no speaker"),
        ("A3\tAct T6 denies", "A3\tAct T6 doubts", 6, "the act 'doubts' is none of asserts"),
        ("A2\tKind T4 Person", "A2\tKind T4 Clown", 6, "the kind 'Clown' is none of"),
        ("A2\tKind T4 Person\n", "", 6, "nothing tells whether 'Bo Lind' is a person"),
        ("A2\tKind T4 Person", "#9\tAnnotatorNotes T4\tshe", 6, "'she' names nobody"),
        ("A3\tAct T6 denies", "?\tAct T6 denies", 13, "no line of brat's standoff"),
    ],
)
def test_a_mark_that_is_wrong_is_refused_by_its_line(
    tmp_path: Path, changed: str, to: str, line: int, why: str
) -> None:
    assert changed in BRAT_MARKS
    found = Read("brat", brat(tmp_path, BRAT_MARKS.replace(changed, to)))
    assert len(found.taken) == 1
    assert any(where == f"line {line}" and why in told for where, told in found.refused), found.refused


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("A9\tAct T99 denies", "A9 is of T99, which does not exist"),
        ("#9\tAnnotatorNotes T99\tNorvale kept the lake", "#9 is of T99, which does not exist"),
        ("A9\tAct T4 denies", "A9: Act is said of statements, and T4 is none"),
        ("E9\tStatement:T99 Speaker:T1", "E9 joins T99, which do not exist"),
        ("E9\tSpeaker:T1 Cue:T2", "E9 joins no statement"),
        ("R9\tFoo Arg1:T1 Arg2:T99", "joins no statement to a mark: T1, T99"),
    ],
)
def test_what_leads_to_nothing_is_refused_by_its_line(tmp_path: Path, line: str, why: str) -> None:
    found = Read("brat", brat(tmp_path, f"{BRAT_MARKS}{line}\n"))
    assert found.refused == [("line 16", why)]
    assert found.taken[0].rows == 2


@pytest.mark.parametrize(
    ("line", "type_", "why"),
    [
        ("E9\tFoo:T2", "Foo", "1 event is left out"),
        ("E9\tStatement:T3 Foo:T7", "Foo", "1 argument is left out"),
        ("R9\tFoo Arg1:T1 Arg2:T4\nR8\tFoo Arg1:T3 Arg2:T6", "Foo", "2 relations are left out"),
        ("A9\tFoo T3", "Foo", "1 attribute is left out"),
    ],
)
def test_types_that_are_mapped_to_nothing_are_told(tmp_path: Path, line: str, type_: str, why: str) -> None:
    found = Read("brat", brat(tmp_path, f"{BRAT_MARKS}{mark('T7', 'Bar', 'laughed')}{line}\n"))
    assert found.refused == []
    assert found.noted == [
        ("type Bar", "mapped to nothing: 1 mark is left out"), (f"type {type_}", f"mapped to nothing: {why}"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("A9\tAct T6 asserts", "T6: Act must say one thing: denies (line 13), asserts (line 16)"),
        ("A9\tAct T6", "T6: Act must say one thing: denies (line 13), no value (line 16)"),
        ("A9\tKind T4 State", "T4: Kind must say one thing: Person (line 12), State (line 16)"),
        ("#9\tAnnotatorNotes T6\tThe lake is dry", "T6: notes on it contradict each other: "),
    ],
)
def test_what_contradicts_itself_is_refused(tmp_path: Path, line: str, why: str) -> None:
    found = Read("brat", brat(tmp_path, f"{BRAT_MARKS}{line}\n"))
    ((where, told),) = found.refused
    assert (where, found.taken[0].rows) == ("line 6", 1)
    assert told.startswith(why)


@pytest.mark.parametrize("line", ["A9\tAct T6 denies", "#9\tAnnotatorNotes T6\tNorvale sold  the lake"])
def test_what_is_said_twice_is_noted(tmp_path: Path, line: str) -> None:
    found = Read("brat", brat(tmp_path, f"{BRAT_MARKS}{line}\n"))
    assert (found.refused, found.taken[0].rows) == ([], 2)
    assert found.noted == [("line 16", f"{line[:2]} says of T6 what a line before says: it counts once")]


def test_an_act_of_an_event_is_that_of_its_statement(tmp_path: Path) -> None:
    ann = (
        mark("T1", "Source", "Bo Lind") + mark("T2", "Attribution", "denied that")
        + mark("T3", "Content", "the lake was sold", 1)
        + "E1\tAttribution:T2 Content:T3 Source:T1\nA1\tAct E1 denies\n"
    )  # fmt: skip
    found = Read("brat", brat(tmp_path, ann), ATTRIBUTIONS)
    assert found.taken[0].annotation.statements[0].denies
    assert (found.refused, found.noted) == ([], [])
    more = mark("T4", "Source", "Ada Voss") + "E2\tAttribution:T2 Content:T3 Source:T4\n"
    found = Read("brat", brat(tmp_path, ann + more), ATTRIBUTIONS)
    assert found.refused == [("line 3", "T3: Act is not said of E2, which states it too")]


def test_an_event_that_leads_nowhere_or_is_broken_up(tmp_path: Path) -> None:
    marks = (
        mark("T1", "Source", "Ada Voss")
        + mark("T3", "Content", "the lake was sold")
        + mark("T5", "Content", "laughed")
    )
    found = Read("brat", brat(tmp_path, f"{marks}E1\tAttribution:T9 Content:T3 Source:T1\n"), ATTRIBUTIONS)
    assert ("line 4", "E1 joins T9, which do not exist") in found.refused
    found = Read("brat", brat(tmp_path, f"{marks}E1\tSource:T1 Content:T3 Content2:T5\n"), ATTRIBUTIONS)
    assert ("line 4", "E1: what is said is in 2 pieces; a statement is one stretch") in found.refused


def test_line_ends_count_as_brat_counts_them(tmp_path: Path) -> None:
    text = BRAT_TEXT.replace("\n", "\r\n")
    ann = mark("T1", "Speaker", "Bo Lind", 0, text) + mark("T2", "Statement", "the lake was sold", 1, text)
    found = Read("brat", brat(tmp_path, f"{ann}R1\tSpokenBy Arg1:T2 Arg2:T1\nA1\tKind T1 Person\n", text))
    assert found.taken[0].annotation.statements[0].span.start == text.index("the lake", 60)


@pytest.mark.parametrize(
    ("text", "ann", "why"),
    [
        (b"", b"", "empty"),
        (b"caf\xe9", b"", "not UTF-8 at byte 3"),
        (b"ok", b"T1\tStatement 0 2\t\xff", "not UTF-8 at byte 17"),
        (b"a\x00b", b"", "control character"),
        (None, b"", "No such file"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, text: bytes | None, ann: bytes, why: str) -> None:
    (tmp_path / "a.ann").write_bytes(ann)
    if text is not None:
        (tmp_path / "a.txt").write_bytes(text)
    with pytest.raises(ReadError, match=why):
        Read("brat", tmp_path / "a.ann")
    brat(tmp_path)
    found = Read("brat", tmp_path)  # in a folder, the others are taken
    assert [i.where for i in found.taken] == ["lake.ann"]
    assert found.refused[0][0] == "a.ann"


@pytest.mark.parametrize("mapping", [{"types": {"T": "singer"}}, {"act": "sings"}, {"tpyes": {}}])
def test_a_mapping_that_makes_no_sense(tmp_path: Path, mapping: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="mapping: "):
        Read("brat", brat(tmp_path), mapping)


def test_who_disputes_what_and_importing_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = brat(tmp_path)
    for outcome in ("added", "unchanged"):
        (event,) = imported("brat", path, store)
        assert isinstance(event, Stored)
        assert (event.outcome, event.rows) == (outcome, 2)
    (dispute,) = ask.disputes(store).items
    assert (dispute.claim, dispute.denying[0].speakers[0].name) == ("Norvale sold the lake", "Bo Lind")

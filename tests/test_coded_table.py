"""Tables: rows as statements by a mapping, and rows that cannot be."""

import codecs
from pathlib import Path
from typing import Any

import pytest

from graph import ask
from graph.coded.run import Stored
from graph.errors import InputError, ReadError
from graph.store import Store

from .coded import HEAD, LAKE, ROWS, TABLE, Read, imported, write


def read(tmp_path: Path, text: str | bytes, mapping: dict[str, Any] | None = None) -> Read:
    path = tmp_path / "t.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Read("csv", path, mapping or TABLE)


def mapping(without: tuple[str, ...] = (), **changes: Any) -> dict[str, Any]:
    """The mapping of TABLE with some columns changed and others left out."""
    columns = {**TABLE["columns"], **changes.pop("columns", {})}
    return {**TABLE, "columns": {k: v for k, v in columns.items() if k not in without}, **changes}


def test_quotes_are_found_where_they_stand_once(tmp_path: Path) -> None:
    (taken,) = read(tmp_path, HEAD + ROWS).taken
    said, denied = taken.annotation.statements
    assert (said.speakers, said.asserts, said.span.exact) == (("ada-voss",), ("c1",), "the lake was sold")
    assert (denied.denies, denied.span.exact) == (("c1",), "“a tale of the lake”")  # the text's own marks
    assert taken.annotation.document.publisher == "lake-post"
    assert taken.rows == 2


def test_values_are_compared_without_case(tmp_path: Path) -> None:
    (taken,) = read(tmp_path, HEAD + ROWS.replace("disagree", "DisAgree")).taken
    assert [bool(s.denies) for s in taken.annotation.statements] == [False, True]
    values = {"act": {"Agree": "asserts", "DISAGREE": "denies"}}
    assert read(tmp_path, HEAD + ROWS, mapping(values=values)).taken[0].rows == 2
    found = read(tmp_path, HEAD + ROWS.replace("disagree", "NEUTRAL"))
    assert "leaves rows out whose stance is 'NEUTRAL'" in found.refused[0][1]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f"1,,,Bo Lind,{LAKE},the lake,X is,agree", "stands 2 times in the text; give start and end"),
        (f"1,,,Bo Lind,{LAKE},the sea,X is,agree", "the quote 'the sea' does not stand in the text"),
        (f"1,,,Bo Lind,{LAKE},,X is,agree", "quote is missing (column 'quote' is empty)"),
        (f"1,,,,{LAKE},Ada Voss,X is,agree", "speaker is missing"),
        (f"1,,,?!,{LAKE},Ada Voss,X is,agree", "'?!' is no name of an actor"),
        (f"1,,,Bo Lind,{LAKE},Ada Voss,,agree", "its claim is empty"),
        (f"1,,,Bo Lind,{LAKE},Ada Voss,.,agree", "says nothing"),
        (f"1,,,Bo Lind,{LAKE},Ada Voss,X is,perhaps", "act: 'perhaps' is none of asserts"),
        (
            f"1,,,Bo Lind,{LAKE},Ada Voss,X is,neutral",
            "leaves rows out whose stance is 'neutral'",
        ),
        (
            f"1,,,Ada Voss,{LAKE},the lake was sold,Norvale sold the lake,agree",
            "came before in",
        ),
        ("1,,,Bo Lind,Another text,Another,X is,agree", "gives another text than the first row"),
        ("1,2,3", "has 3 cells, the header has 8"),
    ],
)
def test_a_row_that_is_wrong_is_refused_by_its_line(tmp_path: Path, row: str, why: str) -> None:
    found = read(tmp_path, f"{HEAD}{ROWS}{row}\n")
    ((where, told),) = found.refused
    assert (where, found.taken[0].rows) == ("line 6", 2)
    assert why in told


def test_rows_of_one_document_stand_together(tmp_path: Path) -> None:
    other = "2,,,Bo Lind,No sale,No sale,Norvale sold the lake,disagree\n"
    found = read(tmp_path, HEAD + ROWS + other + ROWS)
    assert [(t.rows, t.where) for t in found.taken] == [(2, "lines 2-4"), (1, "line 6")]
    assert [where for where, _ in found.refused] == ["line 7", "line 9"]
    assert "sort the table" in found.refused[0][1]


@pytest.mark.parametrize(
    ("data", "more"),
    [
        (codecs.BOM_UTF8 + (HEAD + ROWS).encode(), {}),
        ((HEAD + ROWS).encode("utf-16"), {}),
        ((HEAD + ROWS).replace("“", "'").replace("”", "'").encode("cp1252"), {"encoding": "cp1252"}),
        ((HEAD + ROWS).replace("\n", "\r\n").encode(), {}),
        (HEAD.replace(",", ";").encode() + ROWS.replace(",", ";").encode(), {}),
        (HEAD.replace(",", "\t").encode() + ROWS.replace(",", "\t").encode(), {"delimiter": "\t"}),
    ],
)
def test_encodings_and_delimiters(tmp_path: Path, data: bytes, more: dict[str, Any]) -> None:
    assert read(tmp_path, data, mapping(**more)).taken[0].rows >= 1


def test_offsets_are_code_points_or_what_the_mapping_says(tmp_path: Path) -> None:
    head = "id,who,text,quote,claim,stance,from,to\n"
    where = {"start": "from", "end": "to"}
    text = "🌊 Lake: sold, sold"
    left = ("published", "publisher")
    rows = f'1,Bo,"{text}",sold,X is,agree,8,12\n1,Bo,"{text}",sold,X is,agree,9,13\n'
    for unit, at in (("characters", 8), ("utf-16", 8)):
        found = read(tmp_path, head + rows, mapping(left, columns=where, offsets=unit))
        (statement,) = found.taken[0].annotation.statements
        assert statement.span.start == at
        assert "is not what the text has" in found.refused[0][1]
    for wrong, why in (
        ("9,99", "lies outside the text"),
        ("x,12", "whole numbers"),
        ("12,8", "lies outside"),
    ):
        found = read(tmp_path, f'{head}1,Bo,"{text}",,X is,agree,{wrong}\n', mapping(left, columns=where))
        assert why in found.refused[0][1]
    half = read(
        tmp_path, f'{head}1,Bo,"{text}",,X is,agree,1,3\n', mapping(left, columns=where, offsets="utf-16")
    )
    assert "lies outside" in half.refused[0][1]


def test_stances_on_terms_and_claims_about_them(tmp_path: Path) -> None:
    head = "id,who,text,quote,claim,stance,plan,term\n"
    rows = (
        "1,Bo,we back it,we back it,,supports,Lake Plan,Fishing rights\n"
        "2,Bo,no sale,no sale,Norvale sold the lake,denies,Lake Plan,\n"
        "3,Bo,never,never,,denies,Lake Plan,\n"
    )
    columns = {"plan": "plan", "term": "term"}
    found = read(tmp_path, head + rows, mapping(("published", "publisher"), columns=columns))
    first, second = (taken.annotation for taken in found.taken)
    assert first.statements[0].supports == ("lake-plan:fishing-rights",)
    assert (first.terms[0].part_of, first.plans[0].name) == ("lake-plan", "Lake Plan")
    assert second.claims[0].about == ("lake-plan",)
    assert found.refused == [("line 4", "it denies nothing: its claim is empty")]


def test_without_a_text_the_rows_are_the_text(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + ROWS, mapping(("text",)))
    annotation = found.taken[0].annotation
    assert annotation.document.text.splitlines()[:2] == ["who: Ada Voss", "quote: the lake was sold"]
    assert [s.speaker_span.exact for s in annotation.statements if s.speaker_span] == ["Ada Voss", "Bo Lind"]


def test_texts_in_files_beside_the_table_and_nowhere_else(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "a.txt").write_text("no sale\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("no sale\n", encoding="utf-8")
    names = ("a.txt", "../secret.txt", "/etc/passwd", "gone.txt", "")
    rows = "".join(f"{i},,,Bo,{name},no sale,X is,agree\n" for i, name in enumerate(names))
    path = write(folder / "t.csv", HEAD + rows)
    found = Read("csv", path, mapping(("text",), columns={"file": "text"}))
    assert [t.where for t in found.taken] == ["line 2"]
    assert ["no file in the table's folder" in why for _, why in found.refused] == [True, True, False, True]


def test_dates_are_iso_or_of_a_form_that_is_named(tmp_path: Path) -> None:
    german = HEAD + ROWS.replace("2031-05-02", "02.05.2031")
    (taken,) = read(tmp_path, german, mapping(dates=["%d.%m.%Y"])).taken
    assert taken.annotation.document.published == "2031-05-02"
    found = read(tmp_path, german)
    assert found.taken[0].annotation.document.published is None
    assert found.noted[0][1].startswith("published: '02.05.2031' is no date that is understood")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"id;who\n1;2\n", "no column 'date'"),
        (HEAD.replace("\n", ",who\n").encode(), "the column 'who' is there twice"),
        ((HEAD + ROWS)[:-60].encode(), "the file ends within a quoted cell"),
        ((HEAD + ROWS).encode()[:120] + b"\xff", "not utf-8-sig text"),
        ((HEAD + '1,"x" y,\n').encode(), "not valid CSV"),
    ],
)
def test_a_table_that_is_broken_says_where_and_why(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(ReadError, match=r"t\.csv") as caught:
        read(tmp_path, data)
    assert why in str(caught.value)


def test_a_quote_that_is_never_closed_is_no_memory_hole(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="a quotation mark is not closed"):
        read(tmp_path, HEAD + '1,,,"' + "x" * 10_100_000)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "needs --mapping"),
        ({"columns": {"speaker": "who"}}, "it does not tell act; quote"),
        ({**TABLE, "values": {"act": {"agree": "likes"}}}, "act: 'likes': must be among"),
        ({**TABLE, "defaults": {"kind": "Clown"}}, "kind: 'Clown'"),
        ({"columns": {"spaeker": "who"}}, "columns.spaeker"),
        (mapping(values={"act": {"Yes": "asserts", "yes": "denies"}}), "act: 'yes' means two things"),
        (mapping(encoding="klingon"), "encoding: unknown encoding: klingon"),
        (mapping(columns={"start": "text"}), "it does not tell end"),
        (mapping(columns={"term": "text"}), "plan, for the term"),
    ],
)
def test_a_mapping_that_makes_no_sense(tmp_path: Path, given: dict[str, Any], why: str) -> None:
    path = write(tmp_path / "t.csv", HEAD + ROWS)
    with pytest.raises(InputError) as caught:
        Read("csv", path, given)
    assert why in str(caught.value)


def test_who_disputes_what_and_importing_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", HEAD + ROWS)
    for outcome in ("added", "unchanged"):
        (event,) = imported("csv", path, store, TABLE)
        assert isinstance(event, Stored)
        assert (event.outcome, event.rows) == (outcome, 2)
    (dispute,) = ask.disputes(store).items
    assert (dispute.claim, dispute.denying[0].speakers[0].name) == ("Norvale sold the lake", "Bo Lind")

"""`counterclaim import`: the door for every kind; what it tells, stores and exits with."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from graph.cli import app
from graph.coded import Item, Kind, Options, Taken
from graph.coded.dates import when
from graph.coded.run import RefusedWhole, Stored, import_file
from graph.errors import InputError
from graph.models import Annotation
from graph.settings import Settings
from graph.store import Store

from .coded import HEAD, ROWS, TABLE, review, write
from .samples import annotation, model


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["import", *map(str, words)])


def refused(*words: str | Path) -> str:
    """Why a command refuses what it is given."""
    done = run(*words)
    assert isinstance(done.exception, InputError), done.output
    return str(done.exception)


def kind(*annotations: Annotation, error: str = "") -> Kind:
    def read(path: Path, options: Options) -> Iterator[Item]:
        yield from (Taken(each, 1, f"document {i}") for i, each in enumerate(annotations, 1))
        if error:
            raise InputError(error)

    return Kind("test", "", read)


def outcomes(store: Store | None, *annotations: Annotation, error: str = "") -> list[str]:
    events = import_file(Path("f"), kind(*annotations, error=error), Options({}, Settings()), store)
    return [e.outcome if isinstance(e, Stored) else type(e).__name__ for e in events]


def other(text: str = "Ada Holm spoke.", **changes: Any) -> Annotation:
    """A further document: the sample with another text, in which nobody says anything."""
    document = {"title": "Other", "text": text}
    return model(document=document, statements=[], mentions=[], **changes)


def named(kind: str, name: str) -> dict[str, Any]:
    """What makes a document of nobody but Ada Holm."""
    return {
        "actors": [{"id": "ada-holm", "kind": kind, "name": name}],
        "plans": [],
        "terms": [],
        "claims": [],
    }


def test_a_dry_run_needs_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    path = write(tmp_path / "f.json", [review(), review(author=None)])
    done = run("--as", "claimreview", "--dry-run", path)
    assert done.exit_code == 0, done.output
    assert done.stderr == f"refused: {path}, line 1: nobody is named as the author of the review\n"
    assert done.stdout == f"{path}: 2 rows read, 1 taken, 1 refused, 0 notes; documents: 1 valid\n"


def test_json_lines_for_programs(tmp_path: Path) -> None:
    path = write(tmp_path / "f.json", [review(), review(author=None)])
    lines = [
        json.loads(line)
        for line in run("--as", "claimreview", "--dry-run", "--json", path).stdout.splitlines()
    ]
    assert [line.get("event") for line in lines] == ["stored", "refused", None]
    assert lines[1] == {
        "file": str(path), "event": "refused", "where": "line 1", "rows": 1,
        "why": "nobody is named as the author of the review",
    }  # fmt: skip
    assert lines[2] == {
        "file": str(path), "read": 2, "taken": 1, "refused": 1, "noted": 0,
        "documents": {"valid": 1}, "entries": 0,
    }  # fmt: skip


def test_what_makes_no_sense_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "f.json", review())
    table = write(tmp_path / "t.csv", HEAD + ROWS)
    assert "its name does not tell what it is; say --as" in refused(path)
    assert "no such kind" in refused("--as", "magic", path)
    assert "no such file" in refused("--as", "claimreview", tmp_path / "gone.json")
    assert "cannot be read" in refused("--mapping", tmp_path / "gone.yaml", table)
    assert "name the file to write by --gazetteer" in refused("--as", "ftm", path)
    for bad, why in (
        ("a: [", "m.yaml:"),
        ("- 1", "expected a mapping"),
        ("a: &x 1\nb: *x", "aliases"),
        ("", "m.yaml"),
    ):
        assert why in refused("--dry-run", "--mapping", write(tmp_path / "m.yaml", bad), table)


def test_the_exit_code_tells_what_was_refused_as_a_whole(tmp_path: Path) -> None:
    good = write(tmp_path / "good.json", [review(), review(author=None)])
    every = write(tmp_path / "every.json", [review(author=None)])
    broken = write(tmp_path / "broken.json", json.dumps([review(), review()])[:-20])
    assert run("--as", "claimreview", "--dry-run", good).exit_code == 0
    for path in (every, broken):
        assert "refused as a whole" in refused("--as", "claimreview", "--dry-run", path, good)
    done = run("--as", "claimreview", "--dry-run", broken)
    assert done.stderr == f"refused: {broken}, line 1: not valid JSON: the file ends in the middle\n"
    assert done.stdout.endswith("documents: none\n")  # a broken file is found out before anything is stored


def test_each_document_is_stored_or_refused_by_itself(store: Store) -> None:
    clash = other("Holm again.", **named("Organization", "Ada Holm"))
    assert outcomes(store, model(), clash, other()) == ["added", "RefusedWhole", "added"]
    assert outcomes(store, model(), other()) == ["unchanged", "unchanged"]
    assert len(store.read("document_ids")) == 2


def test_an_error_at_the_end_keeps_what_came_before(store: Store) -> None:
    assert outcomes(store, model(), error="cut off") == ["added", "RefusedWhole"]
    assert len(store.read("document_ids")) == 1


def test_one_text_has_one_reading_in_a_file() -> None:
    fewer = model(statements=annotation()["statements"][:1])
    assert outcomes(None, model(), model(), fewer) == ["valid", "valid", "RefusedWhole"]


def test_what_breaks_the_rules_of_annotations_is_refused_alone() -> None:
    wrong = annotation()
    wrong["statements"][0]["span"]["exact"] = "said nothing of the sort, ever, at all, no, not she"
    lost = other()
    events = list(
        import_file(
            Path("f"), kind(Annotation.model_validate(wrong), lost), Options({}, Settings()), None
        )
    )  # fmt: skip
    assert isinstance(events[0], RefusedWhole)
    assert events[0].where == "document 1"
    assert "statements.0.span" in events[0].why
    assert isinstance(events[1], Stored)


def test_documents_that_contradict_each_other_are_each_valid() -> None:
    renamed = other(**named("Person", "A. Holm"))
    assert outcomes(None, model(), renamed) == ["valid", "valid"]


def test_an_interrupt_leaves_whole_documents(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph import cli_import

    def interrupted(*given: Any, **more: Any) -> Iterator[Any]:
        yield next(import_file(*given, **more))
        raise KeyboardInterrupt

    monkeypatch.setattr(cli_import, "import_file", interrupted)
    path = write(tmp_path / "f.json", [review(), review(claimReviewed="The lake is dry")])
    done = run("--as", "claimreview", path)
    assert done.exit_code == 130
    assert "interrupted: 1 documents were stored, each of them whole" in done.stderr.replace("\n", " ")
    assert len(store.read("document_ids")) == 1


def test_a_table_takes_its_mapping_from_a_file(store: Store, tmp_path: Path) -> None:
    mapping, table = write(tmp_path / "m.yaml", TABLE), write(tmp_path / "t.csv", HEAD + ROWS)
    for outcome in ("added", "unchanged"):
        done = run("--mapping", mapping, table)
        assert done.stdout == f"{table}: 2 rows read, 2 taken, 0 refused, 0 notes; documents: 1 {outcome}\n"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2031", "2031"), ("2031-05", "2031-05"), ("2031-05-02", "2031-05-02"),
        ("2031-05-02T10:00", "2031-05-02T10:00:00"), ("2031-05-02 10:00:01.5Z", "2031-05-02T10:00:01Z"),
        ("2031-05-02T10:00:00+0200", "2031-05-02T10:00:00+02:00"), (" 2031 ", "2031"),
        ("2031-13-01", None), ("2031-02-30", None), ("02.05.2031", None), ("05/02/2031", None),
        ("2031T10:00", None),
        ("2031-05-02T25:00", None), ("soon", None), ("", None),
    ],
)  # fmt: skip
def test_dates_are_as_precise_as_given_and_never_guessed(given: str, meant: str | None) -> None:
    assert when(given) == meant


@pytest.mark.parametrize(("form", "meant"), [("%d.%m.%Y", "2031-05-02"), ("%m.%d.%Y", "2031-02-05")])
def test_forms_of_dates(form: str, meant: str) -> None:
    assert when("02.05.2031", (form,)) == meant
    assert when("May 2031", ("%B %Y",)) == "2031-05"

"""Annotation files: what is wrong is named with file, line and reason."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import AnnotationError
from graph.models import slug
from graph.project import project
from graph.read.annotation import dump_annotation, load_annotation, parse_annotation

from .conftest import annotations
from .samples import TEXT, annotation, model, saying, span


@pytest.mark.parametrize("path", annotations(), ids=lambda path: path.stem)
def test_the_samples_survive_a_round_trip(path: Path) -> None:
    once = load_annotation(path)
    assert parse_annotation(dump_annotation(once)) == once


def test_the_dump_is_stable() -> None:
    assert dump_annotation(model()) == dump_annotation(parse_annotation(dump_annotation(model())))


def broken(**changes: object) -> str:
    return yaml.safe_dump(annotation(**changes), sort_keys=False)


STATEMENT = {"id": "s", "speakers": ["ada-holm"], "asserts": ["whole"], "span": span("said")}

BAD = {
    "empty": ("", "an annotation is a mapping"),
    "a list": ("- 1\n", "an annotation is a mapping"),
    "not yaml": ("a: [1", "x.yaml:"),
    "an alias": ("a: &x 1\nb: *x\n", "x.yaml:2: aliases are not allowed"),
    "a bomb": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "aliases are not allowed"),
    "too deep": ("a: " + "[" * 5000 + "]" * 5000, "nest"),
    "a doubled field": (
        "document: 1\ndocument: 2\n",
        "x.yaml:2: the field 'document' stands twice",
    ),
    "a python object": ("a: !!python/object:os.system x\n", "could not determine a constructor"),
    "an unknown field": (broken(verdict="true"), "verdict: Extra inputs are not permitted"),
    "a quote that does not match": (
        broken(statements=[{**STATEMENT, "span": {**span("said"), "exact": "sung"}}]),
        "statements.0.span: 'sung' is not what the text has",
    ),
    "an offset outside the text": (
        broken(statements=[{**STATEMENT, "span": {"start": 900, "end": 904, "exact": "said"}}]),
        "is not what the text has at 900-904: ''",
    ),
    "a speaker nobody knows": (
        broken(statements=[{**STATEMENT, "speakers": ["zoe"]}]),
        "no actor with id 'zoe'",
    ),
    "no speaker": (broken(statements=[{**STATEMENT, "speakers": []}]), "at least 1 item"),
    "a statement that does nothing": (
        broken(statements=[{**STATEMENT, "asserts": []}]),
        "does nothing",
    ),
    "an unlinked act that has a target": (
        broken(statements=[{**STATEMENT, "denies": ["whole"], "unlinked": "denies"}]),
        "'denies' has a target here",
    ),
    "a reference beside a target": (
        broken(statements=[{**STATEMENT, "refers_to": ["ada-holm"]}]),
        "only an unlinked statement refers to actors",
    ),
    "a reference to nobody": (
        broken(statements=[{**STATEMENT, "asserts": [], "unlinked": "denies", "refers_to": ["zoe"]}]),
        "refers_to: no actor with id 'zoe'",
    ),
    "an id used twice": (
        broken(plans=[{"id": "council", "name": "Bridge"}], terms=[], claims=[], statements=[]),
        "'council' is used twice",
    ),
    "a claim that is part of itself": (
        broken(
            claims=[
                {"id": "whole", "text": "A", "part_of": "b"},
                {"id": "b", "text": "B", "part_of": "whole"},
            ],
            statements=[],
        ),
        "'whole' is a part of itself",
    ),
    "a claim that is part of itself by another wording": (
        broken(
            claims=[
                {"id": "whole", "text": "A", "part_of": "b"},
                {"id": "again", "text": "A.", "part_of": "c"},
                {"id": "b", "text": "B", "part_of": "again"},
                {"id": "c", "text": "C"},
            ],
            statements=[],
        ),
        "is a part of itself",
    ),
    "a claim without words": (broken(claims=[{"id": "whole", "text": "..."}], statements=[]), "says nothing"),
    "a control character in a name": (
        broken(plans=[{"id": "bridge", "name": "Bri\x1bdge"}]),
        "should match pattern",
    ),
    "an id without end": (broken(plans=[{"id": "x" * 9000, "name": "X"}]), "at most 300 characters"),
    "an amount without end": (
        broken(terms=[{"id": "bridge:t", "part_of": "bridge", "name": "T", "text": "T", "amount": "1e400"}]),
        "terms.0.amount",
    ),
    "a deadline that does not stand in the text": (
        broken(terms=[{**annotation()["terms"][0], "deadline": "within 100 days"}]),
        "terms.0.deadline",
    ),
    "another value that does not stand in the text": (
        broken(terms=[{**annotation()["terms"][0], "other_values": ["2 EUR"]}]),
        "terms.0.other_values",
    ),
    "a qualification that was not said": (
        broken(statements=[{**STATEMENT, "qualification": "on Mondays"}]),
        "'on Mondays' does not stand in the text",
    ),
    "a day that is no date": (
        broken(document={"title": "T", "text": TEXT, "published": "last week"}),
        "document.published",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_with_place_and_reason(name: str, tmp_path: Path) -> None:
    text, message = BAD[name]
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnnotationError) as caught:
        load_annotation(path)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"title: \xff\n")
    with pytest.raises(AnnotationError, match="not UTF-8 at byte 7"):
        load_annotation(path)


def test_the_line_of_the_error_is_the_line_of_the_field(tmp_path: Path) -> None:
    text = dump_annotation(model()).replace("exact: said", "exact: sung")
    line = 1 + text.splitlines().index("  cue: {start: 15, end: 19, exact: sung}")
    with pytest.raises(AnnotationError, match=f"annotation:{line}: statements.0.cue"):
        parse_annotation(text)


def test_identical_statements_are_refused() -> None:
    twice = [STATEMENT, {**STATEMENT, "id": "s-again"}]
    with pytest.raises(AnnotationError, match="'s-again' repeats another one"):
        project(model(statements=twice))


@given(st.text())
def test_any_text_is_refused_by_name(text: str) -> None:
    with pytest.raises(AnnotationError, match=r"^annotation"):
        parse_annotation(text)


def test_separators_survive_a_yaml_file(tmp_path: Path) -> None:
    text = "Ann said\x85 it\u2028rains."
    path = tmp_path / "a.yaml"
    once = saying("asserts", "ann", text=text, published="2026-01-01")
    path.write_text(dump_annotation(once), encoding="utf-8")
    assert load_annotation(path) == once


@pytest.mark.parametrize(
    ("name", "slug_"),
    [
        ("Studio²", "studio2"),
        ("De\u0301le\u0301gue\u0301", "délégué"),
        ("The ½ Party", "the-1-2-party"),
        ("①", "1"),
    ],
)
def test_slugs_are_accepted_by_the_model(name: str, slug_: str) -> None:
    assert slug(name) == slug_
    assert saying("asserts", slug(name), text="x", published="2026").actors[0].id == slug_


def test_roles_are_told_apart_by_their_end() -> None:
    roles = [{"post": "Minister", "until": "2020"}, {"post": "minister", "until": "2024"}]
    data = annotation()
    data["actors"][0]["roles"] = roles
    assert len(project(model(**data)).labelled("Role")) == 2

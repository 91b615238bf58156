"""Studies of DNA as annotations: who says what, where the words stand, what is not held."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.check import problems
from graph.coded import Item, Noted, Options, Refused, Taken
from graph.coded.dna import read_dna
from graph.coded.dna.offsets import Offsets
from graph.errors import InputError
from graph.models import Annotation, Claim, Extraction, Role
from tests.dna_files import CONCEPT, LATER, ORGANIZATION, PERSON, TEXT, Study

HELPS, NOT = "that the quota helps", "that it does not"


def read(path: Path, **mapping: Any) -> list[Item]:
    items = list(read_dna(path, Options({key.replace("_", " "): value for key, value in mapping.items()})))
    for item in items:
        assert not isinstance(item, Taken) or not problems(item.annotation)
    return items


def one(path: Path, **mapping: Any) -> Annotation:
    (taken,) = (item for item in read(path, **mapping) if isinstance(item, Taken))
    return taken.annotation


def told(items: list[Item]) -> list[tuple[str, str]]:
    return [(item.where, item.why) for item in items if isinstance(item, Noted | Refused)]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return Study(tmp_path / "study.dna")


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize("version", ["3.0", "3.0.7", "3.1", "3.1.2"])
def test_a_statement_is_spoken_by_the_person_who_has_a_role_at_the_organisation(
    tmp_path: Path, version: str
) -> None:
    study = Study(tmp_path / "study.dna", version)
    document = study.document(Author="E. Writer", Source="Example Wire")
    study.statement(document, *place(HELPS))
    study.statement(document, *place(NOT), person="Sam Sample", organization="Fishers' Union", agreement=0)
    found = one(study.done())
    first, second = found.statements
    assert (first.span.exact, first.speakers, first.asserts) == (HELPS, ("ada-example",), second.denies)
    assert (second.span.exact, second.speakers) == (NOT, ("sam-sample",))
    assert [(a.id, a.kind, a.name) for a in found.actors] == [
        ("ada-example", "Person", "Ada Example"),
        ("sam-sample", "Person", "Sam Sample"),
        ("fishers-union", "Organization", "Fishers' Union"),
        ("example-wire", "Organization", "Example Wire"),
    ]
    assert found.actors[1].roles == (Role(post="affiliation", organization="fishers-union"),)
    assert [claim.text for claim in found.claims] == ["The quota helps."]
    assert found.document.text == TEXT
    assert (found.document.published, found.document.author) == ("2025-11-21", "E. Writer")
    assert (found.document.publisher, found.document.language) == ("example-wire", "und")
    assert found.extraction == Extraction(
        reader="dna",
        version=version,
        settings="coder Coder A; DNA Statement: person of organization, agreement: asserts or denies the "
        "claim concept",
    )


def test_a_time_of_day_is_kept_and_midnight_is_none(study: Study) -> None:
    study.document(date=LATER)
    assert one(study.done()).document.published == "2025-11-21T12:30:00"


def test_without_a_person_the_organisation_speaks(study: Study) -> None:
    study.statement(study.document(), *place(NOT), person="", organization="Fishers' Union")
    found = one(study.done())
    assert [(a.id, a.kind) for a in found.actors] == [("fishers-union", "Organization")]
    assert found.statements[0].speakers == ("fishers-union",)


def test_a_document_that_nobody_coded_is_taken_without_statements(study: Study) -> None:
    study.document()
    (taken,) = read(study.done())
    assert isinstance(taken, Taken)
    assert (taken.rows, taken.where, taken.annotation.statements) == (0, "DOCUMENTS, ID 1", ())


def test_documents_with_one_text_are_one_and_keep_all_statements(study: Study) -> None:
    first, other, second = study.document(), study.document("Another text."), study.document(title="Again")
    study.statement(second, *place(NOT), agreement=0)
    study.statement(first, *place(HELPS))
    study.statement(other, 0, 7)
    items = read(study.done())
    taken = [item for item in items if isinstance(item, Taken)]
    assert [(t.where, t.rows, t.annotation.document.title) for t in taken] == [
        ("DOCUMENTS, ID 1", 2, "On quotas"), ("DOCUMENTS, ID 2", 1, "On quotas"),
    ]  # fmt: skip
    assert told(items) == [
        (
            "DOCUMENTS, ID 3",
            "the same text as DOCUMENTS, ID 1: one document, with the title and date of that one",
        )
    ]


def test_what_two_coders_coded_alike_is_one_statement_and_both_are_told(study: Study) -> None:
    document = study.document()
    study.statement(document, *place(HELPS), coder=1)
    study.statement(document, *place(HELPS), coder=2)
    study.statement(document, *place(HELPS), coder=2, agreement=0)
    items = read(study.done())
    assert told(items) == [
        ("STATEMENTS, ID 2", "says the same as STATEMENTS, ID 1: one statement"),
        ("DOCUMENTS, ID 1", "coded by Admin and Coder A: which statement is whose is not held"),
    ]
    taken = items[-1]
    assert isinstance(taken, Taken)
    assert taken.rows == 3
    assert [(s.id, bool(s.denies)) for s in taken.annotation.statements] == [("s1", False), ("s3", True)]
    assert str(taken.annotation.extraction.settings).startswith("coder Admin, Coder A; ")


def test_offsets_count_utf_16_units_as_java_does(study: Study) -> None:
    text = "Fish \N{FISH} and \N{FISH}: Ms Example said that the quota helps \N{FISH}."
    start = text.index("that") + 2
    document = study.document(text)
    study.statement(document, start, start + len(HELPS) + 3)
    assert one(study.done()).statements[0].span.exact == HELPS + " \N{FISH}"


def test_a_windows_line_end_counts_as_one_character(study: Study) -> None:
    text = "Quotas\r\n\r\nMs Example said that the quota helps.\rSo she said."
    study.statement(study.document(text), text.index("that") - 2, text.index("that") - 2 + len(HELPS))
    items = read(study.done())
    taken = items[-1]
    assert isinstance(taken, Taken)
    assert taken.annotation.statements[0].span.exact == HELPS
    assert taken.annotation.document.text == text
    assert "Windows line ends" in told(items)[0][1]


texts = st.text(st.sampled_from("a \n\rä\u0301\u2028\uffff\U0001f41f\U0001f3f4"), max_size=40)


@given(texts)
def test_offsets_of_dna_are_ours_and_back(text: str) -> None:
    offsets = Offsets(text)
    java = text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")
    assert offsets.end == len(java) // 2
    for point in range(len(text) + 1):
        unit = offsets.dnas(point)
        if unit is None:
            assert text[point - 1 : point + 1] == "\r\n"
            continue
        assert offsets.ours(unit) == point
        before = text[:point].replace("\r\n", "\n").encode("utf-16-le")
        assert java[: unit * 2] == before
    for unit in range(offsets.end + 1):
        point = offsets.ours(unit)
        if point is None:  # between two halves of a character
            with pytest.raises(UnicodeDecodeError):
                java[: unit * 2].decode("utf-16-le")
    assert offsets.ours(offsets.end + 1) is None


@settings(max_examples=30, deadline=None)
@given(texts.filter(str.strip), st.data())
def test_spans_are_the_words_that_the_coder_marked(
    tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject
) -> None:
    java = text.replace("\r\n", "\n").encode("utf-16-le")
    start = data.draw(st.integers(0, len(java) // 2 - 1))
    stop = data.draw(st.integers(start + 1, len(java) // 2))
    study = Study(tmp_path_factory.mktemp("dna") / "study.dna")
    study.statement(study.document(text), start, stop)
    (taken,) = (item for item in read(study.done()) if isinstance(item, Taken))
    marked = java[start * 2 : stop * 2]
    try:
        words = marked.decode("utf-16-le")
        java[: start * 2].decode("utf-16-le")
    except UnicodeDecodeError:
        assert taken.rows == 0
    else:
        assert taken.annotation.statements[0].span.exact.replace("\r\n", "\n") == words


def test_attributes_that_the_model_holds_are_taken_and_the_others_told(study: Study) -> None:
    study.entity(PERSON, "Ada Example", Type="Expert", Alias="A. Example; Dr Example", Notes="met in May")
    study.entity(PERSON, "Sam Sample", Type="Union")
    study.attribute_variable(PERSON, "Wikidata")
    study.entity(PERSON, "Ada Example", Wikidata="Q42", Misspelling="Ada Exampel")
    study.run("INSERT INTO REGEXES VALUES ('quota', 1, 2, 3)")
    study.statement(study.document(Section="politics", Source="109"), *place(HELPS))
    items = read(study.done())
    taken = items[-1]
    assert isinstance(taken, Taken)
    actor = taken.annotation.actors[0]
    assert (actor.aliases, actor.wikidata) == (("A. Example", "Dr Example"), "Q42")
    assert actor.misspellings == ("Ada Exampel",)
    assert told(items) == [
        ("ATTRIBUTEVALUES of 'person'", "2 values of the attribute 'Type', such as 'Expert': not held"),
        ("ATTRIBUTEVALUES of 'person'", "1 value of the attribute 'Notes', such as 'met in May': not held"),
        ("DOCUMENTS, Section", "1 value: not held"),
        ("DOCUMENTS, Source", "1 value without letters, such as '109': not taken as a publisher"),
        ("REGEXES", "1 row: not held"),
    ]


def test_other_variables_and_other_types_are_told(study: Study) -> None:
    study.run("INSERT INTO VARIABLES VALUES (12, 'place', 'short text', 1), (13, 'weight', 'integer', 1)")
    document = study.document()
    id_ = study.statement(document, *place(HELPS))
    study.short_text(id_, 12, study.entity(12, "Harbour"))
    study.run("INSERT INTO DATAINTEGER (StatementId, VariableId, Value) VALUES (?, 13, 5)", id_)
    study.statement(document, *place(NOT), type_id=3)
    assert told(read(study.done())) == [
        ("VARIABLES, ID 13", "1 value of the variable 'weight': not held"),
        ("VARIABLES, ID 12", "1 value of the variable 'place': not held"),
        ("STATEMENTS, ID 2", "is of another type than 'DNA Statement': 'Annotation'"),
    ]


def test_a_concept_that_is_a_child_is_a_part_of_its_claim(study: Study) -> None:
    whole = study.entity(CONCEPT, "Quotas are good.")
    study.entity(CONCEPT, "The quota helps.", whole)
    study.statement(study.document(), *place(HELPS))
    part, above = one(study.done()).claims
    assert above == Claim(id=above.id, text="Quotas are good.")
    assert part.part_of == above.id


def test_an_actor_that_is_a_child_is_a_part_of_a_collective_alone(study: Study) -> None:
    group = study.entity(ORGANIZATION, "Friends of Fish", **{"counterclaim kind": "Collective"})
    study.entity(ORGANIZATION, "Fishers' Union", group)
    study.entity(PERSON, "Sam Sample", study.entity(PERSON, "Max Muster"))
    document = study.document()
    study.statement(document, *place(NOT), person="Sam Sample", organization="Fishers' Union")
    items = read(study.done())
    taken = items[-1]
    assert isinstance(taken, Taken)
    assert {a.id: a.member_of for a in taken.annotation.actors} == {
        "sam-sample": (), "fishers-union": ("friends-of-fish",), "friends-of-fish": (),
    }  # fmt: skip
    assert told(items) == [
        ("ENTITIES, ChildOf", "1 entity is a child of others (the first is ID 4): not held")
    ]


def test_names_that_differ_in_case_alone_are_one_actor_and_no_others(study: Study) -> None:
    document = study.document()
    for i, (person, organization) in enumerate(
        (("Ada Example", "C&A"), ("ADA  Example", "C.A."), ("c&a", ""), ("\N{FISH}", "")), start=1
    ):
        study.statement(document, i, i + 5, person=person, organization=organization)
    items = read(study.done())
    taken = items[-1]
    assert isinstance(taken, Taken)
    ids = {a.name: a.id for a in taken.annotation.actors}
    assert ids["Ada Example"] == "ada-example"
    assert ids["C&A"] == "c-a"
    assert ids["C.A."].startswith("c-a-")
    assert ids["\N{FISH}"].startswith("actor-")
    assert len(ids) == 4
    first = taken.annotation.actors[0]
    assert first.aliases == ("ADA  Example",)
    assert {role.organization for role in first.roles} == {"c-a", ids["C.A."]}
    assert [where for where, _ in told(items)] == ["ENTITIES, ID 4", "ENTITIES, ID 6"]


def test_the_mapping_says_what_speaks_and_what_is_done_to_what(study: Study) -> None:
    document = study.document()
    study.statement(document, *place(NOT), person="Sam Sample", organization="Fishers' Union", agreement=0)
    path = study.done()
    found = one(path, actor="organization", target="term", plan="Quota Act", language="en")
    statement, term = found.statements[0], found.terms[0]
    assert (found.document.language, statement.speakers) == ("en", ("fishers-union",))
    assert (term.id, term.part_of, term.name) == (
        "quota-act:the-quota-helps",
        "quota-act",
        "The quota helps.",
    )
    assert statement.rejects == (term.id,)
    assert found.actors[0].kind == "Organization"
    assert one(path, yes="supports", no="questions").statements[0].questions
    assert one(path, agreement=False).statements[0].asserts
    assert one(path, kind="State").actors[0].kind == "State"
    kinds = {"fishers' union": "Collective"}
    assert [actor.kind for actor in one(path, kinds=kinds).actors] == ["Person", "Collective"]
    assert one(path, organization=False).actors[0].roles == ()


def test_agreement_may_be_a_scale_whose_meaning_is_told(study: Study) -> None:
    study.run("INSERT INTO VARIABLES VALUES (12, 'position', 'integer', 1)")
    document = study.document()
    for start, value in enumerate((-1, 0, 2)):
        id_ = study.statement(document, start, start + 5)
        study.run("INSERT INTO DATAINTEGER (StatementId, VariableId, Value) VALUES (?, 12, ?)", id_, value)
    path = study.done()
    with pytest.raises(InputError, match="say in a --mapping file which of its values are 'positive'"):
        read(path, agreement="position")
    items = read(path, agreement="position", positive=[1, 2], negative=[-1])
    taken = items[-1]
    assert isinstance(taken, Taken)
    assert [bool(s.asserts) for s in taken.annotation.statements] == [False, True]
    assert ("STATEMENTS, ID 2", "position is 0: neither yes nor no") in told(items)


def test_agreement_may_be_words(study: Study) -> None:
    study.run("INSERT INTO VARIABLES VALUES (12, 'side', 'short text', 1)")
    id_ = study.statement(study.document(), *place(HELPS))
    study.short_text(id_, 12, study.entity(12, "contra"))
    assert one(study.done(), agreement="side", positive=["pro"], negative=["contra"]).statements[0].denies


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        (
            {"statement_type": "Frame"},
            "there are 'DNA Statement', 'Annotation': name one",
        ),
        ({"actor": "speaker"}, r"has no variable 'speaker'; it has 'person' \(short text\), "),
        ({"concept": "agreement"}, "VARIABLES, ID 4: 'agreement' is of type boolean, not short text"),
        ({"statement_type": "Annotation"}, "the statement type 'Annotation' has no variable 'person'"),
        ({"target": "term"}, "'target: term' needs 'plan'"),
        ({"target": "term", "plan": "P", "yes": "asserts"}, "a term is supported, rejected or demanded"),
        ({"kinds": {"Nobody": "State"}}, "kinds: ENTITIES has no actor called 'Nobody'"),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
    ],
)
def test_a_mapping_that_does_not_fit_says_what_there_is(
    study: Study, mapping: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read(study.done(), **mapping)

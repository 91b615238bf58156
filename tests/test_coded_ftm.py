"""FollowTheMoney: entities as entries of a gazetteer, by which articles know them."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.coded.gazetteerfile import GazetteerFile
from graph.coded.kinds import KINDS
from graph.errors import InputError, ReadError
from graph.extract import annotate
from graph.extract.actors.gazetteer import load
from graph.read import read_article
from graph.settings import Settings

from .coded import Read


def entity(id_: str, schema: str, **properties: Any) -> str:
    given = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": id_, "schema": schema, "properties": given, "datasets": ["ours"]}) + "\n"


VOSS = entity(
    "p1", "Person", name="Ada Voss", alias=["Ada M. Voss", "Ada"], wikidataId="Q42424242", gender="female"
)
MINISTRY = entity("b1", "PublicBody", name="Lake Ministry", country="CH")
CHAIR = entity("m1", "Membership", member="p1", organization="b1", role="Chair", startDate="2031-01")


def read(tmp_path: Path, text: str, mapping: dict[str, Any] | None = None) -> Read:
    (tmp_path / "e.ftm.json").write_text(text, encoding="utf-8")
    return Read("ftm", tmp_path / "e.ftm.json", mapping)


def entries(found: Read) -> dict[str, dict[str, Any]]:
    return {str(known.entry["name"]): dict(known.entry) for known in found.known}


def test_people_bodies_and_posts(tmp_path: Path) -> None:
    post = entity("pos", "Position", name="Minister of Lakes", country="ch")
    held = entity("o", "Occupancy", holder="p1", post="pos", startDate="2030", endDate="2030-12-31")
    found = read(tmp_path, CHAIR + held + VOSS + MINISTRY + post)  # in whatever order
    assert entries(found) == {
        "Ada Voss": {
            "name": "Ada Voss", "aliases": ["Ada M. Voss"], "gender": "she", "wikidata": "Q42424242",
            "posts": [{"Chair": "lake-ministry", "since": "2031-01"},
                      {"Minister of Lakes": "switzerland", "since": "2030", "until": "2030-12-31"}],
        },
        "Lake Ministry": {"name": "Lake Ministry", "of": "switzerland"},
    }  # fmt: skip
    assert sum(known.rows for known in found.known) == 5
    assert found.noted == [("Ada Voss", "names that may mean others are left out: Ada")]


def test_one_object_a_list_and_fragments_of_one_entity(tmp_path: Path) -> None:
    parts = [json.loads(VOSS), json.loads(entity("p1", "Person", previousName="Ada Holm"))]
    found = read(tmp_path, json.dumps(parts, indent=1))
    assert entries(found)["Ada Voss"]["aliases"] == ["Ada Holm", "Ada M. Voss"]
    assert found.known[0].rows == 2
    assert entries(read(tmp_path, json.dumps(json.loads(MINISTRY), indent=1))).keys() == {"Lake Ministry"}
    clash = read(tmp_path, VOSS + entity("p1", "Company", name="Ada Voss"))
    assert clash.refused == [("line 2", "'p1' is a Person on line 1, a Company here")]


def test_who_is_known_already(tmp_path: Path) -> None:
    known = entity("z", "Person", name="Volodymyr Oleksandrovych Zelenskyy", wikidataId="Q3874799")
    entry = entries(read(tmp_path, known))["Volodymyr Zelenskyy"]
    assert "Volodymyr Oleksandrovych Zelenskyy" in entry["aliases"]
    assert entry["posts"] == [{"President": "ukraine", "since": "2019-05-20"}]
    other = read(tmp_path, entity("z", "Person", name="Volodymyr Zelenskyy", wikidataId="Q1"))
    assert other.refused == [("line 1", "'Volodymyr Zelenskyy' is Q1 here, Q3874799 in the gazetteer")]
    kind = read(tmp_path, entity("f", "Person", name="France"))
    assert kind.refused == [("line 1", "'France' is a Person here, a State in the gazetteer")]


def test_a_name_of_several_means_none(tmp_path: Path) -> None:
    twice = read(tmp_path, entity("a", "Person", name="Jo Poe") + entity("b", "Person", name="Jo Poe"))
    assert [where for where, _ in twice.refused] == ["line 1", "line 2"]
    same = [entity(id_, "Person", name="Jo Poe", wikidataId="Q77777777") for id_ in "ab"]
    assert read(tmp_path, "".join(same)).known[0].rows == 2
    shared = entity("a", "Person", name="Jo Poe", alias="The Chair") + entity(
        "b", "Person", name="Al Moe", alias=["The Chair", "Vladimir Putin"]
    )
    found = read(tmp_path, shared)
    assert not any("aliases" in entry for entry in entries(found).values())
    assert [where for where, _ in found.noted] == ["Al Moe", "Jo Poe"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": ', "no JSON"),
        ("[1]", "no entity: it needs an id, a schema and properties"),
        ('{"id": "x", "schema": "Person"}', "no entity"),
        (entity("x", "Person", alias="Jo"), "'x' has no name"),
        (entity("x", "Membership", member="gone", organization="b1", role="Chair"), "'gone' is no actor"),
        (entity("x", "Membership", member="p1", organization="b1"), "does not tell what 'Ada Voss' is there"),
        (entity("x", "Membership", member="p1", organization="gone", role="Chair"), "at which state or body"),
        (entity("x", "Membership", member="b1", organization="b1", role="Chair"), "only people hold posts"),
        (entity("x", "Vessel", name="Tansy"), "neither an actor that is asked for nor a post of one"),
        (entity("x", "LegalEntity", name="Tansy"), "neither an actor"),
    ],
)
def test_an_entity_that_cannot_be_taken(tmp_path: Path, line: str, why: str) -> None:
    found = read(tmp_path, f"{VOSS}{MINISTRY}{line.strip()}\n")
    assert len(found.known) == 2
    ((_, told),) = found.refused
    assert why in told


@pytest.mark.parametrize("text", ["", "hello", '{"a":' * 100_000, '[{"id": "p1"'])
def test_a_file_that_is_broken(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReadError, match=r"e\.ftm\.json"):
        read(tmp_path, text)


def test_some_of_a_large_file(tmp_path: Path) -> None:
    many = "".join(entity(f"x{i}", "Company", name=f"Firm {i}", jurisdiction="fr") for i in range(10_001))
    with pytest.raises(ReadError, match="more than 10,000 actors"):
        read(tmp_path, many)
    found = read(tmp_path, many + MINISTRY, {"countries": ["ch"]})
    assert entries(found).keys() == {"Lake Ministry"}
    assert found.refused[0][0] == "schema Company of other countries"


def test_articles_know_who_was_imported(tmp_path: Path) -> None:
    path, folder = tmp_path / "actors.yaml", tmp_path / "folder"
    folder.mkdir()
    for target in (path, folder / "b.yaml", path):
        file = GazetteerFile(target)
        new = [file.add(known) for known in read(tmp_path, VOSS + MINISTRY + CHAIR).known]
        file.write()
    assert new == [False, False]
    assert path.read_bytes() == (folder / "b.yaml").read_bytes()
    (folder / "a.yaml").write_text("places:\n  - {name: Tansy Bay}\n", encoding="utf-8")
    article = "Lake talks\n\nAda M. Voss said on Monday that the lake would be sold.\n"
    for gazetteer in (path, folder):
        settings = Settings(gazetteer=gazetteer)
        actors = {a.id: a for a in annotate(read_article(article.encode(), "a.txt"), settings).actors}
        assert actors["ada-voss"].wikidata == "Q42424242"
        assert actors["ada-voss"].roles[0].organization == "lake-ministry"
    assert "tansy-bay" in load(folder).entries


def test_a_file_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("people:\n  - {name: Jo Poe}\n", encoding="utf-8")
    with pytest.raises(InputError, match="import did not write it"):
        GazetteerFile(tmp_path / "mine.yaml")


def test_kinds_have_one_line_each() -> None:
    assert all(kind.summary and "\n" not in kind.summary for kind in KINDS.values())

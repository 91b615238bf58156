"""Reading the text of a draft: lists, pages and prose; and what of the strait drafts is read rightly."""

from pathlib import Path

import pytest
import yaml

from graph.check import problems
from graph.drafts import Provision, align
from graph.drafts.tokens import key
from graph.extract.plantext import DraftOf, annotate_draft
from graph.models import Annotation, Plan, PlanVersion
from graph.read import read_article
from graph.read.annotation import load_annotation
from tests.conftest import ROOT

STRAIT = ROOT / "examples" / "strait"
FIRST, SECOND, THIRD = "01-draft-1", "14-draft-2", "23-draft-3"
GOLD = yaml.safe_load((STRAIT / "gold/1-plan-diff.yaml").read_text("utf-8"))


def of(version: str = "v", **known: str) -> DraftOf:
    plan = Plan(id="p", name="P")
    return DraftOf(plan, PlanVersion(id=f"p:{version}", plan="p", name=version), None, known)


def read(text: str | Path, version: str = "v") -> Annotation:
    source = text if isinstance(text, Path) else text.encode()
    found = annotate_draft(read_article(source), of(version))
    assert problems(found) == []
    return found


def texts(text: str | Path) -> list[tuple[str | None, str]]:
    return [(term.number, term.text) for term in read(text).terms]


def numbered(name: str) -> Annotation:
    return load_annotation(STRAIT / "annotations" / f"{name}.yaml")


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (f"articles/{FIRST}.txt", FIRST),
        (f"articles/{SECOND}.txt", SECOND),
        ("drafts/draft-2.html", SECOND),
        (f"articles/{THIRD}.txt", THIRD),
    ],
)
def test_a_numbered_draft_has_the_provisions_of_the_annotation(file: str, name: str) -> None:
    assert texts(STRAIT / file) == [(term.number, term.text) for term in numbered(name).terms]


def test_prose_has_the_provisions_of_the_annotation() -> None:
    assert texts(STRAIT / "drafts/draft-3-prose.txt") == [(None, t.text) for t in numbered(THIRD).terms]


@pytest.mark.parametrize(
    ("file", "name", "rights"),
    [
        (f"articles/{FIRST}.txt", FIRST, {"amount": 18, "unit": 18, "deadline": 18, "exception": 19}),
        ("drafts/draft-2.html", SECOND, {"amount": 19, "unit": 19, "deadline": 19, "exception": 20}),
        ("drafts/draft-3-prose.txt", THIRD, {"amount": 18, "unit": 18, "deadline": 19, "exception": 20}),
    ],
)
def test_what_of_a_provision_is_read_rightly(file: str, name: str, rights: dict[str, int]) -> None:
    found = {term.text: term for term in read(STRAIT / file).terms}
    wanted = numbered(name).terms
    for field, number in rights.items():
        assert sum(getattr(found[t.text], field) == getattr(t, field) for t in wanted) == number, field


@pytest.mark.parametrize(
    "files",
    [
        (f"articles/{FIRST}.txt", f"articles/{SECOND}.txt", f"articles/{THIRD}.txt"),
        (f"articles/{FIRST}.txt", "drafts/draft-2.html", "drafts/draft-3-prose.txt"),
    ],
    ids=["numbered", "page and prose"],
)
def test_drafts_that_are_read_differ_as_the_gold_says(files: tuple[str, str, str]) -> None:
    drafts = [
        provisions(read(STRAIT / file), name)
        for file, name in zip(files, (FIRST, SECOND, THIRD), strict=True)
    ]
    for gold, old, new in zip(GOLD["diffs"], drafts, drafts[1:], strict=False):
        found = {(p.relation, frozenset(p.old), frozenset(p.new)): p for p in align(old, new)}
        wanted = {(p["relation"], frozenset(p["old"]), frozenset(p["new"])): p for p in gold["pairs"]}
        # Precision and recall 1.0 of 20 and of 21 pairs, and all values.
        assert found.keys() == wanted.keys()
        for each, pair in found.items():
            for field in ("old_value", "new_value", "old_amount", "new_amount", "unit"):
                assert getattr(pair, field) == wanted[each].get(field)


def provisions(found: Annotation, name: str) -> list[Provision]:
    """What was read, under the ids of the gold."""
    ids = {key(term.text): term.id for term in numbered(name).terms}
    return [
        Provision(ids[key(t.text)], t.text, t.name, t.number, t.topic, t.binds,
                  None if t.amount is None else float(t.amount), t.unit)
        for t in found.terms
    ]  # fmt: skip


LIST = """Treaty on the Orla dam: second draft

The text as sent to the parties.

Article 1: The upper state opens the gates in May. It closes them in August.

2) Farmers draw water for:

(a) cattle and sheep;

(b) orchards below the mill.

3. The toll is 4 crowns a boat, and

Signed by nobody so far.
"""


def test_items_keep_all_their_sentences_and_the_number_above() -> None:
    assert texts(LIST) == [
        ("1", "The upper state opens the gates in May. It closes them in August"),
        ("2", "Farmers draw water for"),
        ("2(a)", "cattle and sheep"),
        ("2(b)", "orchards below the mill"),
        ("3", "The toll is 4 crowns a boat"),
    ]


PROSE = """Treaty on the Orla dam

The upper state opens the gates in May. It closes them in August. The lower state pays nothing.

Talks ended on Friday after nine days. We hope for the best. Farmers draw water for cattle and sheep.

Note: this text is a translation.
"""


def test_numbers_that_begin_anew_in_each_article_have_its_number() -> None:
    text = (
        "Draft\n\nArticle 1: Tolls\n\n1. Boats pay a toll:\n\n(a) carts pay none.\n\n"
        "2. Each town keeps a ledger.\n\nArticle 2\n\n1. The ferry runs all year.\n"
    )
    assert [number for number, _ in texts(text)] == ["1.1", "1.1(a)", "1.2", "2.1"]


def test_a_draft_of_one_numbered_provision() -> None:
    assert texts("Draft of one point\n\n1. Each Party pays its own costs.\n\nIssued in May\n") == [
        ("1", "Each Party pays its own costs")
    ]


def test_sentences_of_prose_that_lay_something_down() -> None:
    assert [text for _, text in texts(PROSE)] == [
        "The upper state opens the gates in May. It closes them in August",
        "The lower state pays nothing",
        "Farmers draw water for cattle and sheep",
    ]


PAGE = """<html><head><title>Dam treaty</title></head><body><article><h1>Dam treaty</h1>
<p>The parties to the treaty on the dam agreed on the following text after long talks in the old town.</p>
<ol{attributes}>
<li>The upper state opens the gates of the dam in May.</li>
<li{second}><p>The lower state pays for the <b>repair</b> of the weir.</p></li>
<li>Farmers draw water for cattle and sheep.</li>
</ol></article></body></html>"""


@pytest.mark.parametrize(
    ("attributes", "second", "numbers"),
    [
        ("", "", ["1", "2", "3"]),
        (' start="7"', "", ["7", "8", "9"]),
        ("", ' value="5"', ["1", "5", "6"]),
        (" reversed", "", ["3", "2", "1"]),
        (' start="many"', "", ["1", "2", "3"]),
    ],
)
def test_a_page_counts_its_items(attributes: str, second: str, numbers: list[str]) -> None:
    found = texts(PAGE.format(attributes=attributes, second=second))
    assert [number for number, _ in found] == numbers
    assert found[1][1] == "The lower state pays for the repair of the weir"


def test_letters_of_a_page_and_numbers_that_are_written_out() -> None:
    assert [n for n, _ in texts(PAGE.format(attributes=' type="a"', second=""))] == ["a", "b", "c"]
    written = PAGE.format(attributes="", second="").replace("<li>The upper", "<li>4. The upper")
    assert next(n for n, _ in texts(written)) == "4"


def test_known_provisions_keep_their_ids_and_others_get_free_ones() -> None:
    known = {key("The lower state pays nothing"): "p:v:pay", key("gone"): "p:v:upper-state-open-gate"}
    raw = read_article(PROSE.encode())
    found = annotate_draft(raw, DraftOf(of().plan, of().version, None, known))
    ids = [term.id for term in found.terms]
    assert ids[1] == "p:v:pay"
    assert len({*ids} | {"p:v:upper-state-open-gate"}) == len(ids) + 1

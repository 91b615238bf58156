"""Digests of small graphs: what is new, what is not; forms; Markdown and HTML that hold any words."""

import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from graph import ask, judge
from graph.answers import Citation, Digest, Piece, Section, Sentence, Source
from graph.digests.markdown import markdown
from graph.digests.page import POLICY, page
from graph.errors import InputError, NotFoundError
from graph.read.annotation import load_annotation
from graph.store import Store

from .conftest import annotations, put
from .samples import saying
from .service import local

COUNTERCLAIM = Path(sys.executable).parent / "counterclaim"
SECTIONS = [
    "drafts", "new_claims", "new_denials", "shifts", "retractions", "contradictions", "silences",
]  # fmt: skip


def told(digest: Digest, section: str) -> list[str]:
    (found,) = [each for each in digest.sections if each.id == section]
    return [" | ".join(piece.text for piece in sentence.pieces) for sentence in found.sentences]


def fill(store: Store) -> None:
    put(store, saying("asserts", "ann", text="Ann: it rains", published="2026-01-01"))
    put(store, saying("denies", "bob", text="Bob: it does not", published="2026-01-02"))
    put(store, saying("denies", "bob", text="Bob again: it does not", published="2026-01-09"))
    put(store, saying("asserts", "cat", text="Cat: it rains", published="2026-01-10"))
    put(store, saying("denies", "cat", text="Cat now: it does not", published="2026-01-12"))


def test_only_what_was_not_said_before_is_new(store: Store) -> None:
    fill(store)
    early = ask.digest(store, "2026-01-01", until="2026-01-05")
    assert (early.documents, len(told(early, "new_claims")), len(told(early, "new_denials"))) == (2, 1, 1)
    late = ask.digest(store, "2026-01-08")
    assert (late.until, late.documents) == ("2026-01-12", 3)
    assert told(late, "new_claims") == []
    (denial,) = told(late, "new_denials")
    assert denial.lower().startswith("cat denied that")
    assert len(told(late, "shifts")) == 1
    assert [section.id for section in late.sections] == SECTIONS


def test_a_document_dated_less_precisely_counts_as_before(store: Store) -> None:
    put(store, saying("asserts", "ann", text="Ann: it rains", published="2026"))
    put(store, saying("asserts", "bob", text="Bob: it rains", published="2026-01-10"))
    assert told(ask.digest(store, "2026-01-05"), "new_claims") == []
    assert len(told(ask.digest(store, "2026"), "new_claims")) == 1


def test_a_silence_that_is_dismissed_is_told_no_more(store: Store) -> None:
    for path in annotations():
        put(store, load_annotation(path))
    digest = ask.digest(store, "2025-11")
    (silences,) = [each for each in digest.sections if each.id == "silences"]
    first = silences.sentences[0]
    assert first.finding
    judge.dismiss(store, first.finding)
    (now,) = [each for each in ask.digest(store, "2025-11").sections if each.id == "silences"]
    assert [each.finding for each in now.sentences] == [s.finding for s in silences.sentences[1:]]


def test_a_plan_keeps_what_is_about_it(store: Store) -> None:
    for path in annotations():
        put(store, load_annotation(path))
    whole, plan = ask.digest(store, "2025-11"), ask.digest(store, "2025-11", plan="28-point-plan")
    assert plan.plan
    for section in SECTIONS:
        assert set(told(plan, section)) <= set(told(whole, section))
    assert 0 < len(told(plan, "new_claims")) < len(told(whole, "new_claims"))
    with pytest.raises(NotFoundError, match="no plan 'nothing'"):
        ask.digest(store, "2025", plan="nothing")
    with pytest.raises(InputError, match="'soon' is not a date"):
        ask.digest(store, "soon")


def digest_of(text: str, quote: str, url: str | None = None) -> Digest:
    source = Source(id="d", title=text, publisher=text, url=url, published="2026-01")
    cited = Citation(document=source, quote=quote, start=0, end=len(quote))
    sentence = Sentence(pieces=[Piece(text=text, citations=[cited, cited])])
    sections = [Section(id="new_claims", title="New claims", sentences=[sentence])]
    return Digest(plan=None, since="2026", until=None, documents=1, outlets=1, sections=sections)


words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1)


@given(words, words)
def test_markdown_shows_any_words_as_they_are(text: str, quote: str) -> None:
    made = markdown(digest_of(f"x{text}", quote))
    rendered = MarkdownIt().render(made)
    assert f"x{text}: “{quote}” (" in unescape(rendered)
    assert "<script" not in rendered
    assert made.count("\n[^1]: ") == 1


@given(words, words)
def test_html_shows_any_words_as_they_are(text: str, quote: str) -> None:
    root = lxml_html.fromstring(page(digest_of(text, quote)))
    assert root.xpath("string((//li)[1])").startswith(f"{text}: “{quote}” (")
    assert {each.tag for each in root.iter()} <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section", "ul", "ol",
        "li", "q", "span", "sup", "a", "cite",
    }  # fmt: skip


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x", None])
def test_only_addresses_of_the_web_are_links(url: str | None) -> None:
    assert 'href="#note-1"' in page(digest_of("x", "y", url))
    assert set(re.findall(r'href="([^"]*)"', page(digest_of("x", "y", url)))) == {"#note-1"}
    assert "](<" not in markdown(digest_of("x", "y", url))


def test_a_link_in_markdown_ends_where_it_ends() -> None:
    made = markdown(digest_of("x", "y", "https://e.org/a>) [b](c d"))
    assert "[↗](<https://e.org/a%3E)%20[b](c%20d>)" in made


def test_over_http_in_three_forms(store: Store) -> None:
    fill(store)
    with local(store) as client:
        found = client.get("/digest", params={"since": "2026-01-08"})
        assert [section["id"] for section in found.json()["sections"]] == SECTIONS
        assert found.headers["etag"]
        text = client.get("/digest?since=2026-01-08", headers={"Accept": "text/markdown"})
        assert text.headers["content-type"] == "text/markdown; charset=utf-8"
        assert re.search(r"\[↗\]\(<http://127.0.0.1:8000/#/documents/\w+\?at=\d+-\d+>\)", text.text)
        made = client.get("/digest?since=2026-01-08&format=html")
        assert made.headers["content-type"] == "text/html; charset=utf-8"
        assert made.headers["content-security-policy"] == POLICY
        assert client.get("/digest").status_code == 422
        assert client.get("/digest?since=2026&plan=nothing").status_code == 404


def test_the_command_prints_and_writes(store: Store, tmp_path: Path) -> None:
    fill(store)

    def run(*given: object) -> "subprocess.CompletedProcess[str]":
        words = [COUNTERCLAIM, "digest", *map(str, given)]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    done = run("--since", "2026-01-08")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# Digest\n\n8 January 2026 to 12 January 2026 · 3 documents")
    assert "## Retractions" not in done.stdout
    assert json.loads(run("--since", "2026-01-08", "--json").stdout)["documents"] == 3
    for name, begins in (("d.md", "# Digest"), ("d.html", "<!doctype html>"), ("d.json", "{")):
        assert run("--since", "2026-01-08", "-o", tmp_path / name).returncode == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert run("--since", "2026", "-o", "d.pdf").returncode == 2
    assert run("--since", "soon").returncode == 2

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ReadError
from graph.read import read_article, require_article
from graph.read.byline import Byline, read_byline
from graph.read.clean import clean_text, is_noise

ARTICLE = """Lake states quarrel over the ferry treaty

Maya Ortal 2030-02-03 08:15 Lakeside Herald

(Vesse) The envoys of both shores met on Monday.

Further Reading

Lake states quarrel over the ferry treaty

News: Ferry fares go up again

They said that “nothing was signed”.


Disclaimer: This text was copied from somewhere.
Submission successful!
!
+
Problem feedback
"""


def test_keeps_paragraphs_and_reports_what_it_drops():
    article = read_article(ARTICLE.encode(), "lake.txt")
    assert article.text == (
        "Lake states quarrel over the ferry treaty\n\n"
        "(Vesse) The envoys of both shores met on Monday.\n\n"
        "They said that “nothing was signed”."
    )
    assert article.title == "Lake states quarrel over the ferry treaty"
    assert (article.author, article.publisher, article.published) == (
        "Maya Ortal",
        "Lakeside Herald",
        "2030-02-03T08:15:00",
    )
    assert article.source == "lake.txt"
    assert {"Further Reading", "+", "Submission successful!"} <= set(article.dropped)
    lines = ARTICLE.split("\n")
    assert [lines[at - 1].strip() for at in article.dropped_at] == list(article.dropped)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Author", Byline("Ann Author")),
        ("Ann Author, The Herald, 3 March 2026", Byline("Ann Author", "The Herald", "2026-03-03")),
        ("The Sample Wire | By A. Writer | 2025-11-21", Byline("A. Writer", "The Sample Wire", "2025-11-21")),
        ("3 March 2026 | By Ana Lopez", Byline("Ana Lopez", None, "2026-03-03")),
        ("The Herald — March 3, 2026", Byline(None, "The Herald", "2026-03-03")),
        ("Maya Ortal 2025-11-20 14:40 Internet Report", Byline("Maya Ortal", None, "2025-11-20T14:40:00")),
        ("Harbour Standard | Live blog | 13 December 2023", Byline(None, "Harbour Standard", "2023-12-13")),
        ("Published: 14 March 2024", Byline(None, None, "2024-03-14")),
        ("On 3 March 2026 the two ministers met and agreed on nothing at all.", None),
        ("2026-13-45", None),
        ("Geneva, 21 November 2025", Byline(None, None, "2025-11-21")),
        ("Politico, 21 November 2025", Byline(None, "Politico", "2025-11-21")),
        ("AFP, 21 November 2025", Byline(None, "AFP", "2025-11-21")),
    ],
)
def test_bylines(line: str, byline: Byline | None):
    assert read_byline(line) == byline


def test_byline_over_several_lines():
    text = "Title of it\n\nBy Ann Author\nThe Lake Herald\n14 March 2024\n\nThe talks went on for hours."
    article = read_article(text.encode())
    assert (article.author, article.publisher, article.published) == (
        "Ann Author",
        "The Lake Herald",
        "2024-03-14",
    )
    assert article.text == "Title of it\n\nThe talks went on for hours."


@pytest.mark.parametrize(
    ("line", "author", "publisher"),
    [
        ("By Ann Author, The Lake Herald, 14 March 2024", "Ann Author", "The Lake Herald"),
        ("By Monday the talks were over.", None, None),
        ("Geneva, 14 March 2024", None, None),
    ],
)
def test_a_byline_below_a_standfirst_is_read_and_kept(line: str, author: str | None, publisher: str | None):
    text = f"Title of it\n\nWhy the talks went wrong.\n\n{line}\n\nThe talks went on for hours."
    article = read_article(text.encode())
    assert (article.author, article.publisher) == (author, publisher)
    assert line in article.text


@pytest.mark.parametrize(
    "line",
    [
        "!",
        "+",
        "Read more: the other story",
        "Related",
        "Share this article",
        "More from the Herald",
        "Please subscribe to our daily newsletter.",
        "Like what you read? Sign up for the briefing.",
        "This website uses cookies to improve your visit.",
    ],
)
def test_noise(line: str):
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "The minister read more of the treaty than anyone else in the room.",
        "Both states share this view, the envoy said.",
        "Norvale would not subscribe to a treaty that it had not read, she said.",
        "More from the hall. Delegates were asked to stay.",
        "The firm denied that it used cookies to follow voters.",
        "He said the newsletter had been forged.",
    ],
)
def test_a_sentence_is_no_noise(line: str):
    assert not is_noise(line)


def test_offsets_lead_back_to_the_source():
    article = read_article(ARTICLE.replace("\n", "\r\n").encode(), "lake.txt")
    for word in ("Lake states", "(Vesse)", "envoys", "nothing"):
        offset = article.text.index(word)
        source = article.source_offset(offset)
        assert source is not None
        assert ARTICLE[source:].startswith(word)
        assert article.line_of(offset) == ARTICLE[:source].count("\n") + 1


@given(
    st.lists(st.text(st.characters(exclude_categories=["C", "Z"])) | st.sampled_from([" ", "\t", "a b. "]))
)
def test_every_kept_character_has_its_place_in_the_source(lines: list[str]):
    text = "A title of it\n" + "\n".join(lines)
    article = clean_text(text)
    for offset, char in enumerate(article.text):
        source = article.source_offset(offset)
        assert source is not None
        assert char == "\n" or text[source] == char


def test_a_page_has_no_lines():
    page = b"<html><body><article><p>The envoys signed the treaty on Monday, after long talks.</p></article>"
    assert read_article(page).line_of(0) is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"ab\x00cd", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "offset 0"),
        (b"good text \xff\xfe bad", "byte offset 10"),
        (b"x" * (10 * 1024 * 1024 + 1), "limit"),
        (b"\n\n".join(b"Line %d." % n for n in range(120_000)), "characters of text, the limit is 1,000,000"),
        (b"lone \xed\xa0\x80 surrogate", "byte offset 5"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "byte offset 2"),
        (b"<html><body></body></html>", "no article text"),
        ("He said \x93no\x94.".encode(), "0x93 at character 8: the file was converted"),
    ],
    ids=["empty", "blank", "nul", "png", "latin", "large", "long", "surrogate", "utf16", "html", "c1"],
)
def test_refuses(data: bytes, message: str):
    with pytest.raises(ReadError, match=message):
        read_article(data, "bad.txt")


def test_missing_file_is_named(tmp_path: Path):
    with pytest.raises(ReadError, match=r"nowhere\.txt"):
        read_article(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str, tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_bytes("Zoë spoke.\r\n\r\nŁódź “agreed”.".encode(encoding))
    assert read_article(path).text == "Zoë spoke.\n\nŁódź “agreed”."


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line(end: str):
    assert read_article(f"A title{end}{end}She spoke.".encode()).text == "A title\n\nShe spoke."


def test_html():
    page = """<!doctype html><html><head><title>Ferry treaty signed</title>
    <meta name="author" content="Maya Ortal"><meta property="article:published_time" content="2024-02-03">
    <meta property="og:site_name" content="Lakeside Herald"></head><body><nav>Home | Sport</nav>
    <article><h1>Ferry treaty signed</h1><p>The envoys of both shores signed the treaty on Monday, after
    eleven hours of talks.</p><p>Neither of them said who will pay for the second ferry, which is to sail
    from June.</p></article><footer>All rights reserved</footer></body></html>"""
    article = read_article(page.encode(), "ferry.html")
    assert article.text.startswith("Ferry treaty signed\n\nThe envoys of both shores")
    assert (article.title, article.author) == ("Ferry treaty signed", "Maya Ortal")
    assert article.published == "2024-02-03"
    assert "Sport" not in article.text


@pytest.mark.parametrize("name", ["a.pdf", "a.DOCX", "a.md"])
def test_forms_that_hold_more_than_words_are_refused_by_name(name: str, tmp_path: Path):
    (tmp_path / name).write_text("%PDF-1.4\n\nAda Holm said that shells had hit the port.\n", "utf-8")
    with pytest.raises(ReadError, match=r"save it as plain text"):
        require_article(tmp_path / name)

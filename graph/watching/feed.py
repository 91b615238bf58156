"""What changed as an Atom feed (RFC 4287): an entry for each thing that came or went, latest first.

Its times are those of the graph, never of a clock: `published` is when the newest words of an entry
were, `updated` the newest document of the graph when it was noticed. The same reports give the same bytes.
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..answers.watch import Change, Finding, Report
from ..citing import address, cited_at, place, quoted, told
from ..project import digest

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_UNKNOWN = "1970-01-01T00:00:00Z"
_UNPRINTABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIGNS = {"added": "New", "removed": "Gone"}


def feed(title: str, news: Iterable[Report], base: str | None = None) -> bytes:
    """Return the feed of the reports; `base` is the address of a service whose page shows the words."""
    reports = sorted(news, key=lambda report: -report.number)
    root = Element("feed", {"xmlns": ATOM})
    _text(root, "id", f"urn:counterclaim:watch:{digest('feed', title)}")
    _text(root, "title", title)
    _text(root, "updated", _time(reports[0].newest if reports else None))
    author = SubElement(root, "author")
    _text(author, "name", "Counterclaim")
    for report in reports:
        for change in report.changes:
            _change(root, report, change, base)
    indent(root)
    return tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _change(root: Element, report: Report, change: Change, base: str | None) -> None:
    for sign in ("added", "removed"):
        for found in getattr(change, sign):
            entry = SubElement(root, "entry")
            id_ = digest("entry", report.id, change.question, sign, found.key)
            _text(entry, "id", f"urn:counterclaim:watch:{id_}")
            _text(entry, "title", f"{_SIGNS[sign]}: {found.text}")
            _text(entry, "updated", _time(report.newest))
            dates = [each.document.published or "" for each in (*found.words, *found.quotes)]
            if said := max(dates, default=""):
                _text(entry, "published", _time(said))
            SubElement(entry, "category", {"term": change.question, "label": _clean(change.title)})
            links = (*(address(e, base) for e in found.words), *(cited_at(e, base) for e in found.quotes))
            if href := next(filter(None, links), None):
                SubElement(entry, "link", {"rel": "alternate", "href": _clean(href)})
            _content(entry, sign, change, found, base)


def _content(entry: Element, sign: str, change: Change, found: Finding, base: str | None) -> None:
    content = SubElement(entry, "content", {"type": "xhtml"})
    div = SubElement(content, "div", {"xmlns": XHTML})
    came = "Came to" if sign == "added" else "Went from"
    _text(div, "p", f"{came}: {change.title}." + (" Asked for the first time." if change.first else ""))
    for words in found.words:
        _quote(div, words.exact, told(words), address(words, base))
    for cited in found.quotes:
        _quote(div, cited.quote, place(cited.document), cited_at(cited, base))
    if found.more:
        _text(div, "p", f"And {found.more} more.")


def _quote(div: Element, words: str | None, source: str, href: str | None) -> None:
    quote = SubElement(div, "blockquote")
    if words:
        _text(quote, "p", quoted(words))
    said = SubElement(quote, "p")
    shown = SubElement(said, "a", {"href": _clean(href)}) if href else said
    shown.text = _clean(source)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    """Return text without what no XML may hold."""
    return _UNPRINTABLE.sub("", text)


def _time(published: str | None) -> str:
    """Return a publication, as precise as it is known, as RFC 3339: its beginning, in UTC if nothing else."""
    if not published:
        return _UNKNOWN
    day, _, clock = published.partition("T")
    day += "0001-01-01"[len(day) :] if len(day) < 10 else ""
    if not clock:
        return f"{day}T00:00:00Z"
    return f"{day}T{clock}" + ("" if re.search(r"(Z|[+-]\d\d:\d\d)$", clock) else "Z")

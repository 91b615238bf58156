"""From an address to an article: redirects, media types, encodings; and where it came from."""

import re
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urljoin

from ..deadline import Deadline
from ..errors import ReadError
from ..read import RawArticle, read_article
from ..settings import Settings
from .hop import Answer, get
from .place import Place, place_of, resolved

HOPS = 5
"""Redirects that are followed."""

MOST = 10 * 1024 * 1024
"""Bytes of a page, unpacked: what a file may have."""

_REDIRECTS = (301, 302, 303, 307, 308)
_HTML = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})")
# Those that pages are written in; Python knows more, of which some are no writing at all.
_KNOWN = re.compile(
    r"utf-?8|utf-16(le|be)?|(us-)?ascii|iso-?8859-?\d+|windows-?125\d|cp125\d|latin-?1|koi8-[ru]|"
    r"shift[_-]jis|euc-(jp|kr)|gbk?|gb2312|gb18030|big5"
)


def is_address(source: str) -> bool:
    """Return whether a word of the command line is an address rather than a file."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source) is not None


def fetch_article(url: str, settings: Settings) -> RawArticle:
    """Return the article at an address, with the address at which it was found.

    Raises ReadError (not fetched for safety, or no article), UnavailableError (no answer).
    """
    place, answer = _followed(place_of(url), settings)
    if answer.status != HTTPStatus.OK:
        raise ReadError(f"{place.url}: answered {answer.status}; nothing was read")
    media_type, charset = _type(answer)
    if media_type not in (*_HTML, "text/plain"):
        raise ReadError(f"{place.url}: {media_type[:80]!r} is no article; text/html and text/plain are read")
    html = media_type in _HTML
    text = _decoded(answer.body, charset or (_told(answer.body) if html else ""), place.url)
    raw = read_article(text.encode(), place.url, html=html)
    # Where it was really found, whatever the page says of itself.
    return replace(raw, url=place.url, source=None)


def _followed(place: Place, settings: Settings) -> tuple[Place, Answer]:
    """Return the last place of a chain of redirects, with its answer; each is checked as the first was."""
    deadline = Deadline(settings.fetch_timeout)
    for _ in range(HOPS + 1):
        address = resolved(place, private=settings.fetch_private)
        answer = get(place, address, deadline, MOST)
        location = answer.headers.get("location")
        if answer.status not in _REDIRECTS or not location:
            return place, answer
        following = _joined(place, location)
        if place.scheme == "https" and following.scheme == "http":
            raise ReadError(f"{place.url}: leads from https to http, where anybody could change it")
        place = following
    raise ReadError(f"{place.url}: more than {HOPS} redirects")


def _joined(place: Place, location: str) -> Place:
    try:
        return place_of(urljoin(place.url, location))
    except ValueError as error:
        raise ReadError(f"{place.url}: leads to what is no address: {error}") from error


def _type(answer: Answer) -> tuple[str, str]:
    """Return the media type and the charset that the answer names."""
    media_type, _, rest = answer.headers.get("content-type", "").partition(";")
    charset = re.search(r"charset\s*=\s*[\"']?([^\s;\"']+)", rest, re.I)
    return media_type.strip().lower(), charset[1] if charset else ""


def _told(body: bytes) -> str:
    """Return the encoding that a page names in its first bytes."""
    found = _XML.search(body[:1024]) or _CHARSET.search(body[:4096])
    return found[1].decode("ascii") if found else ""


def _decoded(body: bytes, charset: str, url: str) -> str:
    """Return a body as text; Latin-1 means what browsers take it for."""
    name = charset.strip().lower() or "utf-8"
    if not _KNOWN.fullmatch(name):
        raise ReadError(f"{url}: its encoding {charset[:40]!r} is not known; save it as UTF-8")
    if name in ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"):
        name = "cp1252"
    try:
        return body.decode("utf-8-sig" if name in ("utf-8", "utf8") else name)
    except (UnicodeDecodeError, LookupError) as error:
        raise ReadError(f"{url}: is not the {name} that it says it is: {error}") from error

"""The Neo4j Browser, set up for this graph: a guide to click through, and the queries to keep.

Both are made of `cypher/*.cypher`, so they say what the files say. The forms are those of Neo4j
Browser 5: a guide is HTML with a `<slide>` per page whose `pre.runnable` goes to the editor by a
click; a zip of `.cypher` files that is dropped on the Browser becomes saved queries.
"""

import io
import zipfile
from html import escape
from importlib.resources import files
from urllib.parse import urlencode

from . import queries
from .queries import Query

CHAPTERS = {
    "First looks": ("what_is_here", "who_against_whom", "most_disputed", "only_anonymous"),
    "Claims and disputes": ("who_disputes", "dispute_graph", "claim_statements", "evidence"),
    "How a claim comes to us": ("chains", "claims_by_assertions", "headlines"),
    "Actors": ("actors", "actor", "actor_statements", "network_actors"),
    "Plans and their drafts": (
        "plans",
        "plan",
        "plan_statements",
        "plan_terms",
        "plan_versions",
        "new_drafts",
    ),
    "Terms of a plan": ("terms", "term", "term_statements"),
    "Over time": ("timeline", "takings"),
    "Contradictions": ("disowned_claims", "given_values", "dated_before"),
    "Who is silent": ("bindings", "unanswered_claims", "first_denials"),
    "What needs a person": ("open_denials", "linked_denials", "unsure_statements", "judgements"),
    "Documents": ("documents", "document", "document_statements", "document_mentions", "statements"),
    "Search": ("search", "search_documents"),
}
"""The queries that people ask from the Browser, by chapter of the guide; the others are parts of answers."""

_DAWN = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: the same bytes every time


def address(browser: str, bolt: str, user: str, guide: str | None = None) -> str:
    """Return the address at which the Browser opens with server and user filled in, and the guide open.

    The password cannot be part of it: Neo4j Browser takes none from an address.
    """
    given = {"dbms": bolt.replace("://", f"://{user}@", 1)}
    if guide:
        given |= {"cmd": "guide", "arg": guide}
    return f"{browser}?{urlencode(given)}"


def style() -> str:
    """Return the Browser's style sheet (GraSS) for this graph."""
    return files("cypher").joinpath("style.grass").read_text(encoding="utf-8")


def guide(style_url: str) -> str:
    """Return the guide as HTML; `style_url` is where the Browser can load the style sheet."""
    first = _slide(
        "Counterclaim",
        "<p>Who says what, who denies which part of it, who stands where. A click on a box puts it into the "
        "editor; the blue arrow there runs it.</p><p>First let the Browser write the words on the nodes:</p>"
        + _box(f":style {style_url}"),
    )
    slides = [_slide(title, "".join(map(_entry, found))) for title, found in _chapters()]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Counterclaim</title></head>\n'
        f'<body><article class="guide"><carousel class="deck container-fluid">\n{first}{"".join(slides)}'
        "</carousel></article></body></html>\n"
    )


def saved() -> bytes:
    """Return a zip of all queries of the guide, a folder per chapter; the same bytes for the same queries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, found in _chapters():
            for query in found:
                name = f"Counterclaim - {title}/{query.name}.cypher"
                archive.writestr(zipfile.ZipInfo(name, _DAWN), _favorite(query), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _chapters() -> list[tuple[str, list[Query]]]:
    known = queries.load()
    return [(title, [known[name] for name in names]) for title, names in CHAPTERS.items()]


def _favorite(query: Query) -> str:
    """Return one saved query: the Browser shows its first line as its name."""
    given = "".join(f"// first: {line}\n" for line in _given(query))
    return f"// {query.name}: {query.doc}\n{given}{query.text};\n"


def _given(query: Query) -> list[str]:
    # The parentheses are needed: the Browser takes bare braces for a query.
    return [f":param {name} => ({value})" for name, value in query.params.items()]


def _slide(title: str, body: str) -> str:
    return f'<slide class="row-fluid"><div class="col-sm-12"><h3>{escape(title)}</h3>{body}</div></slide>\n'


def _entry(query: Query) -> str:
    given = "".join(map(_box, _given(query)))
    return f"<h4>{escape(query.name)}</h4><p>{escape(query.doc)}</p>{given}{_box(query.text + ';')}"


def _box(code: str) -> str:
    return f'<pre class="pre-scrollable code runnable">{escape(code)}</pre>'

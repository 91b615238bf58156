"""Where claims come from: who says them first, who prints them, which of these are copies."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..answers import Evidence, Origin, Origins, Page, Row, Speaker
from ..copies import CopyOf, Printed, copies, oldest_first
from ..errors import OverlongError
from ..store import Store
from .affiliations import Sides
from .copying import copy_told, printed
from .evidence import evidence
from .filters import Given, filtered, filtered_by, meant, require_dates
from .naming import naming
from .pages import decode, next_cursor, one
from .stated import stated_of
from .ways import (
    Key,
    Way,
    best_hop,
    distinct,
    documents_of,
    in_order_of,
    independent,
    outlets_of,
    sides_of,
    way_of,
)

LOOKED_AT = 200
"""Claims that are looked at first for those in most documents."""

AT_MOST = 20_000
"""Claims that are looked at; who needs more than those gets no answer, for half of one looks whole."""

MOST = 200
"""Documents of one claim, at most and the oldest, among which copies are looked for."""


class _Traced(NamedTuple):
    """The ways of one claim, oldest first, whose side speaks on each, and those of each origin together."""

    ways: list[Way]
    side: Mapping[Key, Sequence[Speaker]]
    origins: list[list[Way]]
    copies: list[CopyOf]


@naming
def origins(
    store: Store,
    *,
    plan: str | None = None,
    term: str | None = None,
    actor: str | None = None,
    anonymous_only: bool | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Origins]:
    """Return where claims come from, those in most documents first; `actor` is a first speaker."""
    documents, id_ = decode(after, "origins", 2)
    require_dates(as_of)
    of = {"plan": plan, "term": term, "actor": meant(store, actor)}
    filters = of | {
        "anonymous_only": anonymous_only, "as_of": as_of, "after_documents": documents, "after_id": id_,
        "limit": limit + 1,
    }  # fmt: skip
    rows = (
        filtered(store, "origin_claims", **filters)
        if any(of.values())
        else _widest(store, filters, limit + 1)
    )
    found = _origins(store, rows[:limit], as_of)
    return Page[Origins](items=found, next=next_cursor(rows, limit, "origins", "documents", "id"))


def _widest(store: Store, filters: dict[str, Given], limit: int) -> list[Row]:
    """Return the claims in most documents: those that most statements assert are looked at first.

    OverlongError when there are too many to look at.
    """
    found: list[Row] = []
    skip, size = 0, LOOKED_AT
    while True:
        rows = store.read("claims_by_assertions", skip=skip, limit=size + 1)
        found += filtered(store, "origin_claims", **filters, among=[row["id"] for row in rows[:size]])
        found = sorted(found, key=lambda row: (-int(row["documents"]), row["id"]))[:limit]
        # No claim is in more documents than statements assert it.
        if len(rows) <= size or (len(found) == limit and int(found[-1]["documents"]) > rows[size]["most"]):
            return found
        skip, size = skip + size, min(4 * size, 20 * LOOKED_AT)
        if skip > AT_MOST:
            raise OverlongError("Too many claims would have to be looked at; give plan, term or actor.")


def origins_of(store: Store, claim: str, *, as_of: str | None = None) -> Origins:
    """Return where one claim comes from, empty when nobody asserts it; NotFoundError."""
    require_dates(as_of)
    row = one(store.read("claim_text", claim=claim), "claim", claim)
    if as_of:
        stated_of(store, [claim], "claim", as_of)
    return _origins(store, [{"id": row["id"], "claim": row["name"]}], as_of)[0]


def _origins(store: Store, claims: list[Row], as_of: str | None) -> list[Origins]:
    rows = store.read("origin_statements", claims=[c["id"] for c in claims], filter=filtered_by(as_of=as_of))
    ways: dict[str, list[Way]] = {claim["id"]: [] for claim in claims}
    for row in rows:
        ways[row["claim"]].append(way_of(row))
    every = [way for several in ways.values() for way in several]
    sides = Sides(store, (way.speaker.id for way in every), as_of=as_of)
    texts = printed(store, (id_ for several in ways.values() for id_ in documents_of(several)[:MOST]))
    traced = [_traced(ways[claim["id"]], sides, texts) for claim in claims]
    words = evidence(store, [group[0].statement for each in traced for group in each.origins])
    return [_answer(claim, each, words, texts) for claim, each in zip(claims, traced, strict=True)]


def _traced(ways: list[Way], sides: Sides, texts: Mapping[str, Printed]) -> _Traced:
    known = oldest_first(texts[id_] for id_ in documents_of(ways)[:MOST])
    copied = copies(known)
    ways = in_order_of((document.id for document in known), ways)
    side = sides_of(ways, sides, texts, copied)
    return _Traced(ways, side, list(independent(ways, side)), list(copied.values()))


def _answer(
    claim: Row, traced: _Traced, words: Mapping[str, Evidence], texts: Mapping[str, Printed]
) -> Origins:
    ways = traced.ways
    return Origins(
        id=claim["id"],
        claim=claim["claim"],
        statements=len({way.statement for way in ways}),
        documents=len(documents_of(ways)),
        first_speakers=distinct(way.speaker for way in ways),
        outlets=outlets_of(ways),
        independent_origins=len(traced.origins),
        anonymous_only=bool(ways) and all(way.anonymous for way in ways),
        weakest_hop=best_hop(ways),
        origins=[_origin(group, traced.side, words) for group in traced.origins],
        copies=[copy_told(copy, texts) for copy in traced.copies],
    )


def _origin(
    ways: Sequence[Way], sides: Mapping[Key, Sequence[Speaker]], words: Mapping[str, Evidence]
) -> Origin:
    return Origin(
        side=distinct(one for way in ways for one in sides[way.key]),
        speakers=distinct(way.speaker for way in ways),
        outlets=outlets_of(ways),
        statements=len({way.statement for way in ways}),
        first=words[ways[0].statement],
    )

"""Headlines that the body supports only by the writer's inference, or not at all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from ..answers import Deed, Evidence, Named, Overreach, Page, Row, Speaker
from ..store import Store
from .affiliations import Sides
from .evidence import evidence
from .filters import filtered, meant, require_dates
from .naming import naming
from .pages import decode, next_cursor
from .relations import SIDES
from .stretches import latest

BATCH = 200
"""Headlines that are looked at together."""

LOOKED_AT = 5 * BATCH
"""Headlines that are looked at for one page; it ends there, with a next one, be it full or not."""

_PLACE = ("published", "statement", "target")

Support = Literal["supported", "inference", "none"]


class _Weighed(NamedTuple):
    headline: Row
    support: Support
    missing: list[Named]
    body: list[str]


@naming
def overreach(
    store: Store,
    *,
    actor: str | None = None,
    document: str | None = None,
    plan: str | None = None,
    as_of: str | None = None,
    after: str | None = None,
    limit: int = 25,
) -> Page[Overreach]:
    """Return headlines that their body does not bear out, the latest first.

    The body bears a headline out when it says the same, in other words perhaps: asserts the claim, a
    larger one, or all its parts; denies it, or takes the same stance. Where the headline puts it in an
    actor's mouth, so must the body, or in that of somebody on its side. `actor` speaks in the headline,
    or publishes. A page may hold fewer than `limit`, or none, and there still be a next one.
    """
    published, statement, target = decode(after, "overreach", 3)
    require_dates(as_of)
    found: list[_Weighed] = []
    of = {"actor": meant(store, actor), "document": document}
    beyond: str | None = None
    for _ in range(LOOKED_AT // BATCH):
        filters = of | {
            "plan": plan, "as_of": as_of,
            "after_published": published, "after_statement": statement, "after_target": target,
        }  # fmt: skip
        rows = (
            filtered(store, "headlines", **filters, limit=BATCH)
            if any(of.values())
            else latest(store, "headlines", filters, BATCH, until=as_of, last=published)
        )
        found += [each for each in _weighed(store, rows, as_of) if each.support != "supported"]
        beyond = next_cursor([*rows, rows[-1]], BATCH, "overreach", *_PLACE) if len(rows) == BATCH else None
        if beyond is None or len(found) > limit:
            break
        published, statement, target = (rows[-1][key] for key in _PLACE)
    shown = found[:limit]
    words = evidence(store, [id_ for each in shown for id_ in (each.headline["statement"], *each.body)])
    rows = [each.headline for each in found]
    next_ = next_cursor(rows, limit, "overreach", *_PLACE) if len(rows) > limit else beyond
    return Page[Overreach](items=[_told(each, words) for each in shown], next=next_)


def _told(weighed: _Weighed, words: Mapping[str, Evidence]) -> Overreach:
    headline = weighed.headline
    return Overreach.model_validate({
        "headline": words[headline["statement"]],
        "deed": Deed.model_validate(headline),
        "support": weighed.support,
        "missing": weighed.missing,
        "body": [words[id_] for id_ in weighed.body],
    })  # fmt: skip


def _weighed(store: Store, headlines: Sequence[Row], as_of: str | None) -> Iterator[_Weighed]:
    asked = [{key: row[key] for key in ("document", "id", "end")} for row in headlines]
    bodies: dict[tuple[str, str], list[Row]] = {}
    for row in store.read("bodies_of", headlines=asked):
        bodies.setdefault((row["document"], row["id"]), []).append(row)
    everybody = {
        speaker["id"]
        for row in (*headlines, *(each for rows in bodies.values() for each in rows))
        for speaker in row["speakers"]
    }
    sides = Sides(store, everybody, as_of=as_of)
    for headline in headlines:
        yield _weigh(headline, bodies[(headline["document"], headline["id"])], sides)


def _weigh(headline: Row, body: Sequence[Row], sides: Sides) -> _Weighed:
    """Return what the body has of a headline; of a claim in parts, that which it bears out least counts."""
    said = [row for row in body if row["statement"] is not None]
    alike = [row for row in said if _bears(headline, row, sides)]
    leaves = [Named.model_validate(leaf) for leaf in body[0]["leaves"]]
    worth: list[Support] = [_best(alike)]
    missing: list[Named] = []
    if headline["act"] == "asserts":
        worth = [_best(row for row in alike if leaf.id in row["covers"]) for leaf in leaves]
        missing = [leaf for leaf, found in zip(leaves, worth, strict=True) if found != "supported"]
    support = _least(worth)
    shown = alike if support == "inference" else said
    ids = list(dict.fromkeys(row["statement"] for row in shown))
    return _Weighed(headline, support, missing if len(missing) < len(leaves) else [], ids)


def _best(rows: Iterable[Row]) -> Support:
    """Return how well the best of some statements bears out what a headline says."""
    found = {row["inference"] for row in rows}
    return "supported" if False in found else "inference" if found else "none"


def _least(worth: Sequence[Support]) -> Support:
    return "none" if "none" in worth else "inference" if "inference" in worth else "supported"


def _bears(headline: Row, row: Row, sides: Sides) -> bool:
    """Return whether a statement of the body does the same, said by whom the headline has say it."""
    matter, stance = headline["act"], row["act"]
    if SIDES.get(matter, matter) != SIDES.get(stance, stance):
        return False
    if headline["own_voice"]:
        return True
    ones, others = ([Speaker.model_validate(s) for s in each["speakers"]] for each in (headline, row))
    return any(sides.same(one, other, headline["published"] or None) for one in ones for other in others)

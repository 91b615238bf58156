"""Two actors that both claim to have written the same thing."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from ...answers import Row
from ...extract.lexicon import data
from ...store import Store
from .finding import Finding, clash, union
from .selves import by_claim, named


class Authorship(NamedTuple):
    """A claim that an actor wrote, or proposed, something."""

    claim: str
    author: str
    sides: frozenset[str]
    """The author, with those that it speaks for."""
    work: tuple[str, str]
    """What was done, and to what."""


def two_authors(store: Store, filter_: dict[str, str]) -> Iterator[Finding]:
    """Yield pairs of claims by different sides, each that its own side wrote the same thing."""
    rows = store.read("claims_of_authorship", verbs=_verbs())
    works: dict[tuple[str, str], list[Authorship]] = {}
    for row in rows:
        if found := authorship(row):
            works.setdefault(found.work, []).append(found)
    shared = {work: found for work, found in works.items() if len({each.author for each in found}) > 1}
    pieces = by_claim(store, (each.claim for found in shared.values() for each in found), filter_)
    for found in shared.values():
        for one, other in combinations(sorted(found), 2):
            if not one.sides & other.sides:
                yield from _both_claimed(one, other, pieces)


def authorship(row: Row) -> Authorship | None:
    """Return what a claim says of authorship: who is its subject must be the actor that it is about."""
    for verb, active, passive in _forms():
        for told in (active.match(row["text"]), passive.match(row["text"])):
            if told is None or _plain(told["subject"]) not in {_plain(name) for name in row["names"]}:
                continue
            if not _certain(told["work"]):
                continue
            sides = frozenset({row["actor"], *row["sides"]})
            return Authorship(row["claim"], row["actor"], sides, (verb, _work(told["work"])))
    return None


def _both_claimed(one: Authorship, other: Authorship, pieces: dict[str, list[Row]]) -> Iterator[Finding]:
    sides = [
        [
            piece
            for piece in pieces.get(each.claim, ())
            if piece["act"] == "asserts" and each.author in (piece["actor"], *piece["sides"])
        ]
        for each in (one, other)
    ]
    if found := clash(*sides):
        claims = sorted((one.claim, other.claim))
        yield Finding(
            "two-authors",
            tuple(claims),
            found.since or None,
            found.until,
            claims=named(claims, {row["claim"]: row["text"] for row in found.rows}),
            statements=tuple(row["statement"] for row in found.rows),
            pieces=found.size,
            actors=frozenset(row["actor"] for row in found.rows),
            plans=union(found.rows, "plans"),
            terms=union(found.rows, "terms"),
        )


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    words = data("contradictions.yaml")
    being, alone = "|".join(words["being"]), "|".join(words["alone"])
    return tuple(
        (
            verb,
            re.compile(
                rf"(?P<subject>.+?) (?:(?:{alone}) )?(?:{'|'.join(forms['active'])}) (?P<work>.+)", re.I
            ),
            re.compile(
                rf"(?P<work>.+?) (?:{being}) (?:{'|'.join(forms['passive'])}) "
                rf"(?P<subject>.+?)(?: (?:{alone}))?$",
                re.I,
            ),
        )
        for verb, forms in words["authorship"].items()
    )


def _verbs() -> list[str]:
    forms = data("contradictions.yaml")["authorship"].values()
    return [word for form in forms for word in (*form["active"], *form["passive"])]


def _work(text: str) -> str:
    alone = "|".join(data("contradictions.yaml")["alone"])
    return _plain(re.sub(rf" (?:{alone})$", "", text, flags=re.I))


def _certain(work: str) -> bool:
    """Say whether it is one thing, whoever names it: 'the draft', not 'a letter' or 'its own draft'."""
    words = data("contradictions.yaml")
    told = re.sub(rf" (?:{'|'.join(words['alone'])})$", "", work, flags=re.I)
    parts = told.casefold().split()
    if not {*parts}.isdisjoint(words["somebodys"]):
        return False
    return parts[0] in words["certain"] or (
        parts[0] not in words["articles"] and told[:1] != told[:1].lower()
    )


def _plain(text: str) -> str:
    articles = data("contradictions.yaml")["articles"]
    return " ".join(word for word in text.casefold().split() if word not in articles)

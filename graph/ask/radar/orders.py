"""Documents dated before what they report."""

import re
from collections.abc import Iterator
from functools import cache

from ...answers import Row
from ...extract.lexicon import data
from ...store import Store
from .finding import MOST, Finding, union


def dated_before(
    store: Store, filter_: dict[str, str], stretch: dict[str, str] | None = None
) -> Iterator[Finding]:
    """Yield each document, perhaps of a stretch, with each later date of what it reports as past.

    Words that it dates later are past by what they are; of events, claims in the past tense count, but for
    those that tell what was done to a thing to come: 'announced the summit', 'the summit was called off'.
    """
    if stretch and "undated" in stretch:
        return  # Nothing is before or after a date that is not known.
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in store.read("dated_before", filter={**filter_, **(stretch or {})}):
        if row["of"] == "said" or _is_past(row["text"]):
            grouped.setdefault((row["document"], row["reports"]), []).append(row)
    for key, rows in grouped.items():
        said = tuple(dict.fromkeys(row["statement"] for row in rows))
        yield Finding(
            "dated-before",
            key,
            rows[0]["published"],
            published=rows[0]["published"],
            reports=key[1],
            statements=said[:MOST],
            pieces=len(said),
            actors=union(rows, "publishers"),
            plans=union(rows, "plans"),
            terms=union(rows, "terms"),
        )


def _is_past(claim: str) -> bool:
    past, to_come = _tenses()
    return bool(past.search(claim)) and not to_come.search(claim)


@cache
def _tenses() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = data("contradictions.yaml")
    past, to_come = ("|".join(words[name]) for name in ("past", "to_come"))
    return (
        re.compile(
            rf"\b(?:{past}|(?!(?:need|speed|seed|feed|breed|indeed|exceed|proceed|succeed)\b)[a-z]{{2,}}ed)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{to_come})\b", re.IGNORECASE),
    )

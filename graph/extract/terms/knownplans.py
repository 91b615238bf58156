"""Plans that are well known under many names: 'the Mercosur deal', 'the EU trade deal with Mercosur'."""

import re
from functools import cache
from typing import Any, cast

from spacy.tokens import Token

from ..lexicon import data

_OTHER = frozenset(("any", "no", "another", "every", "other", "similar"))
_LINKS = frozenset(("with", "of", "on", "for", "to", "against", "between"))
_REACH = 6


@cache
def _known() -> list[tuple[str, re.Pattern[str]]]:
    rows = cast("list[dict[str, Any]]", data("plans.yaml"))
    return [(row["name"], re.compile(rf"\b(?:{'|'.join(row['words'])})\b")) for row in rows]


def known_plan(noun: Token) -> str | None:
    """Return the name under which a well-known plan is kept, where the words around its noun tell it."""
    before = noun.doc[noun.left_edge.i : noun.i]
    if any(t.lower_ in _OTHER for t in before):
        return None
    words = f"{before.text} {noun.text}{_after(noun)}".lower()
    return next((name for name, pattern in _known() if pattern.search(words)), None)


def _after(noun: Token) -> str:
    """Return what belongs to a noun after it: ' with the bloc Mercosur'."""
    kept = ""
    for token in noun.doc[noun.i + 1 : noun.i + 1 + _REACH]:
        ends = token.is_punct or (token.pos_ in ("VERB", "AUX") and kept != " to")
        if ends or (not kept and token.lower_ not in _LINKS):
            break
        kept += f" {token.text}"
    return kept

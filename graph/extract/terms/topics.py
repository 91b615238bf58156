"""What a provision is about."""

import re
from functools import cache
from typing import Any, cast

from ..lexicon import data


@cache
def topics() -> list[tuple[str, str, re.Pattern[str]]]:
    """Return topic, label and pattern of every topic, in order."""
    rows = cast("list[dict[str, Any]]", data("topics.yaml"))
    return [
        (row["topic"], row["label"], re.compile(rf"\b(?:{'|'.join(row['words'])})\b", re.I)) for row in rows
    ]


def topic_of(text: str) -> tuple[str, str] | None:
    """Return the topic that most words of `text` speak of, with its label; the first named of equals."""
    best: tuple[int, int, int] | None = None
    chosen: tuple[str, str] | None = None
    for place, (topic, label, pattern) in enumerate(topics()):
        hits = list(pattern.finditer(text))
        rank = (sum(len(m[0].split()) for m in hits), -hits[0].start(), -place) if hits else None
        if rank and (best is None or rank > best):
            best, chosen = rank, (topic, label)
    return chosen

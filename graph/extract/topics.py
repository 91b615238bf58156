"""What a provision is about, and where a text tells what a plan says."""

import re
from functools import cache
from typing import Any, cast

from spacy.tokens import Span

from .lexicon import data, words
from .plans import Plans, is_plan_word


@cache
def topics() -> list[tuple[str, str, re.Pattern[str]]]:
    """Return topic, label and pattern of every topic, in order."""
    rows = cast("list[dict[str, Any]]", data("topics.yaml"))
    return [
        (row["topic"], row["label"], re.compile(rf"\b(?:{'|'.join(row['words'])})\b", re.I)) for row in rows
    ]


def topic_of(text: str) -> tuple[str, str] | None:
    """Return the topic that most words of `text` speak of, with its label."""
    ranked = [
        (sum(len(m[0].split()) for m in pattern.finditer(text)), -place, topic, label)
        for place, (topic, label, pattern) in enumerate(topics())
    ]
    count, _, topic, label = max(ranked)
    return (topic, label) if count else None


def describes(sentence: Span, plans: Plans) -> tuple[bool, bool]:
    """Say whether a sentence tells what a plan says, and whether its present tense does."""
    for token in sentence:
        phase = token.lemma_ in ("phase", "stage") and token.head.lower_ == "under" and plans.main
        if not is_plan_word(token) and not phase:
            continue
        source = token.head
        if (
            token.dep_ == "pobj"
            and source.lower_ in ("under", "to", "in")
            and (source.lower_ != "to" or source.head.lower_ == "according")
        ):
            early = source.i - sentence.start < 8
            definite = any(c.lower_ in ("the", "this", "that") for c in token.children)
            if early and (source.lower_ != "in") and (definite or source.lower_ == "to"):
                return True, True
        if token.dep_ == "nsubj" and token.head.lemma_ in words("describes") and plans.at(token):
            if token.head.tag_ in ("VBZ", "VBP", "VBD", "VB"):
                return True, False
    return False, False

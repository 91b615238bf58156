"""The words of `graph/data`, loaded once: cues, posts, plan words, topics."""

from functools import cache
from importlib.resources import files
from typing import Any, cast

import yaml

from ..models import Act

# The loader in C reads the gazetteer about ten times faster; some builds of PyYAML lack it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def data(name: str) -> dict[str, Any]:
    """Return the content of a file in `graph/data`."""
    text = (files("graph") / "data" / name).read_text(encoding="utf-8")
    return cast("dict[str, Any]", yaml.load(text, Loader=_LOADER))


@cache
def words(name: str) -> frozenset[str]:
    """Return the list `name` of the cue lexicon."""
    return frozenset(data("cues.yaml")[name])


@cache
def _acts(part: str) -> dict[str, Act]:
    table = cast("dict[Act, list[str]]", data("cues.yaml")[part])
    acts: dict[str, Act] = {}
    for act, lemmas in table.items():
        for lemma in lemmas:
            acts.setdefault(lemma, act)
    return acts


def phrasal_act(verb: str, particle: str) -> Act | None:
    """Return the act of a verb with its particle: 'turn down'."""
    return _acts("phrasal").get(f"{verb} {particle}")


def turns(verb: str) -> tuple[str, ...]:
    """Return what follows a verb in the turns that deny a claim: 'cold water on' after 'pour'."""
    return tuple(data("cues.yaml")["denies_by"].get(verb, ()))


def doubts(verb: str) -> tuple[str, ...]:
    """Return what follows a verb in the turns that doubt a claim: 'doubt on' after 'cast'."""
    return tuple(data("cues.yaml")["questions_by"].get(verb, ()))


def verb_act(lemma: str) -> Act | None:
    """Return the act that a verb of saying reports."""
    return _acts("verbs").get(lemma)


def noun_act(lemma: str) -> Act | None:
    """Return the act that a noun such as 'denial' reports."""
    return _acts("nouns").get(lemma)


@cache
def frame_words(part: str, slot: str) -> frozenset[str]:
    """Return the words of a part of speech that take what is said in a slot."""
    return frozenset(str(data("frames.yaml")[part].get(slot, "")).split())


@cache
def cue_verbs() -> frozenset[str]:
    """Return all verbs that take what is said in some slot."""
    return frozenset(word for slot in data("frames.yaml")["verbs"] for word in frame_words("verbs", slot))

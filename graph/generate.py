"""Synthetic articles, for load and growth: an invented negotiation, as annotations.

Who speaks and what is spoken of follows Zipf's law, as in news: few actors speak most, few claims
are repeated most; one act in fifteen is a denial. Each document depends on the seed and its number
alone, so any range of a corpus can be made anywhere and is the same. Nothing in it is real, and each
title says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from .models import (
    Act,
    Actor,
    ActorKind,
    Annotation,
    Claim,
    Document,
    Extraction,
    Plan,
    Span,
    Statement,
    Term,
    slug,
)

_FIRST = (
    "Ada", "Bren", "Cato", "Dara", "Edin", "Fela", "Goran", "Hela", "Ivo", "Jana", "Kaj", "Lira",
    "Mato", "Nela", "Orin", "Pia", "Rada", "Sven", "Tova", "Una",
)  # fmt: skip
_START = (
    "Bar", "Cor", "Dal", "Fen", "Gar", "Hal", "Kel", "Lor", "Mar", "Nor", "Pel", "Ros", "Sel",
    "Tar", "Vel",
)  # fmt: skip
_END = (
    "dan", "eck", "grave", "holm", "in", "ling", "mont", "ner", "ov", "sen", "tin", "vik", "wald",
)  # fmt: skip
_DONE = (
    "approved", "rejected", "leaked", "postponed", "rewrote", "signed", "withdrew", "weakened",
)  # fmt: skip
_TOPICS = (
    "armed forces", "borders", "debts", "elections", "fishing", "frozen funds", "grain",
    "inspections", "ports", "prisoners",
)  # fmt: skip
_SAID: dict[Act, tuple[str, ...]] = {
    "asserts": ("said that", "claimed that", "told reporters that"),
    "denies": ("denied that", "called it false that"),
    "questions": ("doubted that",),
    "supports": ("welcomes", "backs"),
    "rejects": ("rejects", "refuses"),
    "demands": ("demands", "insists on"),
}
_WEIGHTS: dict[Act, int] = {
    "asserts": 62,
    "denies": 8,
    "questions": 4,
    "supports": 9,
    "rejects": 10,
    "demands": 7,
}
_KINDS: tuple[ActorKind, ...] = ("Person", "Person", "Person", "State", "Organization", "AnonymousSource")
_PLAN = Plan(id="synthetic-accord", name="Synthetic Accord")
_FIRST_DAY = date(2020, 1, 1)
_ACTORS, _OUTLETS, _TERMS = 400, 12, 60
_PER_DAY, _CLAIMS_PER_DAY = 20, 60


def generate(documents: int, seed: int = 0, first: int = 0) -> Iterator[Annotation]:
    """Yield `documents` synthetic annotations, from number `first` on; about eight statements each."""
    for number in range(first, first + documents):
        yield _annotation(number, seed)


@dataclass
class _Page:
    """The text of a document as it grows, with what it names."""

    text: str
    actors: dict[str, Actor] = field(default_factory=dict[str, Actor])
    claims: dict[str, Claim] = field(default_factory=dict[str, Claim])
    terms: dict[str, Term] = field(default_factory=dict[str, Term])
    statements: list[Statement] = field(default_factory=list[Statement])

    def add(self, words: str) -> Span:
        """Append words and return where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start=start, end=len(self.text), exact=words)

    def name(self, actor: Actor) -> Actor:
        """Note an actor whom the text names."""
        self.actors[actor.id] = actor
        return actor

    def claim(self, text: str, *about: str) -> Claim:
        """Return the claim with this text, new or not."""
        return self.claims.setdefault(text, Claim(id=f"c{len(self.claims)}", text=text, about=about))


def _annotation(number: int, seed: int) -> Annotation:
    random = Random(f"{seed}/{number}")
    day = number // _PER_DAY
    title = f"Synthetic article {number} of corpus {seed}"
    page = _Page(f"{title}. ")
    outlet = _outlet(page, random)
    for _ in range(random.randint(4, 12)):
        _say(page, random, day)
    return Annotation(
        document=Document(
            title=title,
            text=page.text.rstrip(),
            publisher=outlet.id,
            published=(_FIRST_DAY + timedelta(days=day)).isoformat(),
        ),
        extraction=Extraction(reader="synthetic", version="1", settings=f"seed {seed}"),
        actors=tuple(page.actors.values()),
        plans=(_PLAN,),
        terms=tuple(page.terms.values()),
        claims=tuple(page.claims.values()),
        statements=tuple(page.statements),
    )


def _say(page: _Page, random: Random, day: int) -> None:
    """Write one sentence: somebody does something to a claim or a term, in one of eight through a witness."""
    (act,) = random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))
    on_term = act in ("supports", "rejects", "demands")
    target = _term(page, random) if on_term else _claim(page, random, day)
    witness = _actor(page, random) if random.random() < 1 / 8 else None
    reported = _reported_start(page, witness)
    speaker = _actor(page, random)
    start = len(page.text)
    named = page.add(speaker.name)
    page.add(" ")
    cue = page.add(random.choice(_SAID[act]))
    page.add(" ")
    words = page.add(target.text if isinstance(target, Claim) else f"the {target.name}")
    number = len(page.statements)
    statement = Statement(
        id=f"s{number}",
        span=words,
        cue=cue,
        speaker_span=named,
        speakers=(speaker.id,),
        reported_by=f"s{number + 1}" if witness else None,
        mode=random.choice(("direct", "indirect", "indirect")),
    ).model_copy(update={act: (target.id,)})
    page.statements.append(statement)
    if witness and reported:
        page.statements.append(_witnessed(page, witness, reported, start, number + 1))
    page.add(". ")


def _reported_start(page: _Page, witness: Actor | None) -> tuple[Span, Span] | None:
    if witness is None:
        return None
    named = page.add(witness.name)
    page.add(" ")
    cue = page.add("reported")
    page.add(" that ")
    return named, cue


def _witnessed(page: _Page, witness: Actor, at: tuple[Span, Span], start: int, number: int) -> Statement:
    """Return the statement of who passed on what stands from `start` on."""
    text = page.text[start:]
    claim = page.claim(text)
    return Statement(
        id=f"s{number}",
        span=Span(start=start, end=len(page.text), exact=text),
        cue=at[1],
        speaker_span=at[0],
        speakers=(witness.id,),
        asserts=(claim.id,),
    )


def _zipf(random: Random, size: int) -> int:
    """Return a rank below `size`, rank k with a probability in proportion to 1/(k + 1)."""
    return random.choices(range(size), cum_weights=_weights(size))[0]


@cache
def _weights(size: int) -> list[float]:
    return [*accumulate(1 / rank for rank in range(1, size + 1))]


def _actor(page: _Page, random: Random) -> Actor:
    rank = _zipf(random, _ACTORS)
    kind = _KINDS[rank % len(_KINDS)]
    place = _place(rank)
    name = {
        "Person": f"{_FIRST[rank % len(_FIRST)]} {place}",
        "State": f"{place}ia",
        "Organization": f"the {place} Council",
        "AnonymousSource": f"officials from {place}ia",
    }[kind]
    return page.name(Actor(id=slug(name), kind=kind, name=name))


def _outlet(page: _Page, random: Random) -> Actor:
    name = f"The {_place(_ACTORS + _zipf(random, _OUTLETS))} Post"
    return page.name(Actor(id=slug(name), kind="Organization", name=name))


def _place(rank: int) -> str:
    """Return an invented name; no two ranks below 2,880 share one."""
    middle = ("", "a", "o", "i", "u", "e", "y", "ae", "ou", "ei", "ia", "oa", "ui", "au", "ay", "oi")
    block, rest = divmod(rank, len(_START) * len(_END))
    return _START[rest % len(_START)] + middle[block] + _END[rest // len(_START)]


def _claim(page: _Page, random: Random, day: int) -> Claim:
    """Return one of the claims of the last five days, of each day some much oftener than others."""
    since = max(0, day - random.randrange(5))
    made = Random(f"claim/{since}/{_zipf(random, _CLAIMS_PER_DAY)}")
    about = _actor(page, made)
    text = (
        f"{about.name} {made.choice(_DONE)} the {made.choice(_TOPICS)} clause "
        f"on {_FIRST_DAY + timedelta(days=since)}"
    )
    return page.claim(text, about.id)


def _term(page: _Page, random: Random) -> Term:
    rank = _zipf(random, _TERMS)
    topic = _TOPICS[rank % len(_TOPICS)]
    name = f"{topic} clause {rank // len(_TOPICS) + 1}"
    term = Term(
        id=f"{_PLAN.id}:{slug(name)}", part_of=_PLAN.id, name=name, topic=slug(topic), number=str(rank + 1),
        text=f"The parties settle {topic} as annex {rank + 1} says.",
    )  # fmt: skip
    page.terms[term.id] = term
    return term

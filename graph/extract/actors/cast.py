"""The cast of an article: every actor it names, under one id each, and where it names them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from spacy.tokens import Token

from ...models import Actor, ActorKind, Role, slug
from ..sentences import position
from .gazetteer import Entry, Gazetteer, Tenure
from .mentions import Mention, Mentions
from .surnames import Surnames

Made = Callable[[str, Callable[[], Actor]], Actor | None]
"""Makes the actor of an id, or nothing where that cannot be."""


@dataclass
class Member:
    """An actor as the article builds it up."""

    id: str
    kind: ActorKind | Literal["Place"]
    name: str
    surname: str = ""
    given: str = ""
    gender: str | None = None
    of: str | None = None
    entry: Entry | None = None
    spellings: set[str] = field(default_factory=set[str])
    misspellings: set[str] = field(default_factory=set[str])
    roles: list[Role] = field(default_factory=list[Role])
    member_of: set[str] = field(default_factory=set[str])
    states: tuple[str, ...] = ()
    many: bool = False
    thing: bool = False
    owner: str | None = None
    demonym: str = ""
    words: frozenset[str] = frozenset()
    rank: int = 0
    """How many came into the cast before."""

    @property
    def phrase(self) -> str:
        """The name as it stands in a sentence."""
        if self.entry:
            return self.entry.phrase
        if re.match(r"[A-Z]\S*['’]s ", self.name):
            return self.name  # 'Peru's foreign ministry'
        first, *_ = self.name.lower().split() or [""]
        if self.kind == "AnonymousSource" and not (self.name.endswith("s") or first in _COUNTED):
            return f"the {self.name}"
        if self.kind == "Organization" or (self.kind == "Collective" and self.name[0].islower()):
            return f"the {self.name}"
        return self.name


_COUNTED = frozenset(
    (
        "a",
        "an",
        "the",
        "one",
        "some",
        "another",
        "someone",
        "somebody",
        "people",
        "his",
        "her",
        "their",
        "its",
    )
)


class Cast:
    """Members by id, and the mentions that the article makes of them."""

    def __init__(self, gazetteer: Gazetteer, when: str | None = None) -> None:
        self.gazetteer = gazetteer
        self.when = when
        self.members: dict[str, Member] = {}
        self.mentions: list[Mention] = []
        self.places = Mentions()
        self._surnames = Surnames()
        self._given: dict[str, set[str]] = {}
        self.titles: dict[int, Token] = {}
        self._at: dict[int, Mention] = {}
        self.speaking: set[str] = set()
        """The single capital words that are subjects of verbs of saying: most are surnames."""
        self.unclear: set[int] = set()
        """Where 'he said' stands and nobody knows who is meant."""

    def mention(self, mention: Mention) -> None:
        """Record a mention; a later one does not replace an earlier one."""
        tokens = mention.first.doc[mention.first.i : mention.last.i + 1]
        if any(position(token) in self._at for token in tokens):
            return
        self.mentions.append(mention)
        self.places.add(mention)
        for token in tokens:
            self._at[position(token)] = mention

    def at(self, token: Token) -> Mention | None:
        """Return the mention that the token is part of."""
        return self._at.get(position(token))

    def release(self, mention: Mention) -> None:
        """Take a mention back, so that a longer name can hold its words."""
        self.mentions.remove(mention)
        self.places.remove(mention)
        for token in mention.first.doc[mention.first.i : mention.last.i + 1]:
            del self._at[position(token)]

    def kind(self, token: Token) -> str | None:
        """Return the kind of what the token is part of the name of."""
        mention = self.at(token)
        return self.members[mention.of].kind if mention is not None else None

    def posts(self, member: Member) -> list[tuple[str, str | None]]:
        """Return the posts of a member at the article's date, each with where it is held."""
        known = member.entry.posts(self.when) if member.entry else ()
        return [*((r.post, r.organization) for r in member.roles), *known]

    def known(self, id_: str) -> Member:
        """Return the member with this id, taking it from the gazetteer when it is new."""
        if id_ not in self.members:
            entry = self.gazetteer.entries[id_]
            given = entry.name.split()[0] if entry.kind == "Person" else ""
            self.members[id_] = Member(
                id_,
                entry.kind,
                entry.name,
                entry.surname,
                given,
                entry.gender,
                entry.of,
                entry,
                states=entry.members,
                rank=len(self.members),
            )
            if entry.surname:
                self._surnames.add(id_, entry.surname)
            self.call(self.members[id_], given)
        return self.members[id_]

    def bear(self, member: Member, surname: str) -> None:
        """Give a member a surname."""
        member.surname = surname
        self._surnames.add(member.id, surname)

    def call(self, member: Member, given: str) -> None:
        """Give a member a first name."""
        member.given = given
        self._given.setdefault(given, set()).add(member.id)

    def called(self, given: str) -> list[Member]:
        """Return the people of the article with just this first name."""
        found = (self.members[id_] for id_ in self._given.get(given, ()))
        return [m for m in found if m.kind == "Person" and m.given == given]

    def called_first(self, name: str) -> list[Member]:
        """Return the people whose name of three words begins with this one, which speaks: 'Ri' Son Gwon."""
        people = (m for m in self.members.values() if m.kind == "Person" and " " in m.given)
        return [m for m in people if m.given.split()[0] == name] if name in self.speaking else []

    def bearing(self, surname: str) -> list[Member]:
        """Return the people of the article whose surname may be another spelling of this one."""
        near = sorted(self._surnames.near(surname), key=lambda id_: self.members[id_].rank)
        return [m for id_ in near if (m := self.members[id_]).kind == "Person" and m.surname]

    def join(self, kind: ActorKind | Literal["Place"], name: str, of: str | None = None) -> Member:
        """Return the member of this name, new or not."""
        id_ = slug(name.replace("'", "").replace("\u2019", "")) or "unnamed"
        if id_ in self.gazetteer.entries and id_ not in self.members:
            return self.known(id_)
        if id_ in self.members and self.members[id_].kind != kind:
            id_ = f"{id_}-{kind.lower()}"
        return self.members.setdefault(id_, Member(id_, kind, name, of=of, rank=len(self.members)))

    def actors(self, wanted: set[str], made: Made = lambda _, make: make()) -> list[Actor]:
        """Return the actors with the ids `wanted` and all that they refer to, in order of id."""
        todo, done = sorted(wanted), dict[str, Actor | None]()
        while todo:
            id_ = todo.pop()
            if id_ in done or (id_ not in self.members and id_ not in self.gazetteer.entries):
                continue
            member = self.known(id_)
            if member.kind == "Place":
                continue
            done[id_] = actor = made(id_, partial(_actor, member, self.when))
            if actor is not None:
                todo += [r.organization for r in actor.roles if r.organization]
                todo += [*actor.member_of, *filter(None, [actor.affiliation])]
        return [actor for id_ in sorted(done) if (actor := done[id_]) is not None]


def _head(post: str) -> str:
    """Return the noun of a post: 'secretary' of 'Secretary of State'."""
    return post.lower().split(" of ")[0].split()[-1]


def _roles(member: Member, when: str | None) -> list[Role]:
    """Return the posts that the article gives, then those that are known for its date."""
    tenures = [t for t in (member.entry.tenures if member.entry else ()) if t.during(when)]
    if when is None:  # which of two terms of office is meant is not known
        tenures = [Tenure(*held) for held in dict.fromkeys((t.post, t.at) for t in tenures)]
    known = {_head(t.post): t for t in tenures}
    roles: list[Role] = []
    for role in member.roles:
        held = known.get(_head(role.post))
        if held is not None and not role.post.startswith("former"):
            missing = {"organization": held.at, "since": held.since, "until": held.until}
            role = role.model_copy(update={k: v for k, v in missing.items() if getattr(role, k) is None})
        roles.append(role)
    heads = {_head(role.post) for role in roles}
    return roles + [
        Role(post=t.post, organization=t.at, since=t.since, until=t.until)
        for t in tenures
        if _head(t.post) not in heads
    ]


def _actor(member: Member, when: str | None) -> Actor:
    assert member.kind != "Place"
    return Actor(
        id=member.id,
        kind=member.kind,
        name=member.name,
        aliases=tuple(sorted(member.spellings - {member.name})),
        misspellings=tuple(sorted(member.misspellings - member.spellings)),
        wikidata=member.entry.wikidata if member.entry else None,
        member_of=tuple(sorted(member.member_of)),
        affiliation=member.of if member.kind == "AnonymousSource" else None,
        roles=tuple(_roles(member, when)),
    )

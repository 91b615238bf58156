"""The cast of an article: every actor it names, under one id each, and where it names them."""

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from ..models import Actor, ActorKind, Role, slug
from .gazetteer import Entry, Gazetteer
from .names import fold, same_given, same_surname
from .sentences import position

How = Literal["name", "demonym"]


@dataclass(frozen=True)
class Mention:
    """A stretch of tokens that names an actor or a place."""

    of: str
    first: Token
    last: Token
    how: How = "name"


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
    owner: str | None = None

    @property
    def phrase(self) -> str:
        """The name as it stands in a sentence."""
        if self.entry:
            return self.entry.phrase
        if self.kind == "Organization" or (self.kind == "Collective" and self.name[0].islower()):
            return f"the {self.name}"
        return self.name


class Cast:
    """Members by id, and the mentions that the article makes of them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.members: dict[str, Member] = {}
        self.mentions: list[Mention] = []
        self.titles: dict[int, Token] = {}
        self._at: dict[int, Mention] = {}

    def mention(self, mention: Mention) -> None:
        """Record a mention; a later one does not replace an earlier one."""
        tokens = mention.first.doc[mention.first.i : mention.last.i + 1]
        if any(position(token) in self._at for token in tokens):
            return
        self.mentions.append(mention)
        for token in tokens:
            self._at[position(token)] = mention

    def at(self, token: Token) -> Mention | None:
        """Return the mention that the token is part of."""
        return self._at.get(position(token))

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
            )
        return self.members[id_]

    def join(self, kind: ActorKind | Literal["Place"], name: str, of: str | None = None) -> Member:
        """Return the member of this name, new or not."""
        id_ = slug(name.replace("'", "").replace("\u2019", "")) or "unnamed"
        if id_ in self.gazetteer.entries and id_ not in self.members:
            return self.known(id_)
        if id_ in self.members and self.members[id_].kind != kind:
            id_ = f"{id_}-{kind.lower()}"
        return self.members.setdefault(id_, Member(id_, kind, name, of=of))

    def person(self, given: str, surname: str, state: str | None = None) -> Member:
        """Return who is meant by a name: someone known already, someone famous, or someone new."""
        for same in (_equal, same_surname):
            for pool in (self._people(), self._famous()):
                for id_, its_surname, its_given, of in pool:
                    if its_surname and same(its_surname, surname) and _fits(given, its_given, state, of):
                        return self._spelled(self.known(id_), given, surname)
        name = f"{given} {surname}".strip()
        member = self.join("Person", name, state)
        member.surname, member.given = surname, given
        return member

    def _people(self) -> list[tuple[str, str, str, str | None]]:
        people = [m for m in self.members.values() if m.kind == "Person"]
        return [(m.id, m.surname, m.given, m.of) for m in reversed(people)]

    def _famous(self) -> list[tuple[str, str, str, str | None]]:
        return [
            (e.id, e.surname, e.name.split()[0], e.of)
            for e in self.gazetteer.entries.values()
            if e.kind == "Person"
        ]

    def _spelled(self, member: Member, given: str, surname: str) -> Member:
        name = f"{given} {surname}".strip()
        known = {member.name, *(member.entry.aliases if member.entry else ())}
        if any(fold(name) == fold(k) or fold(surname) == fold(k.split()[-1]) for k in known):
            if name != member.name:
                member.spellings.add(name)
        else:
            member.misspellings.add(name)
        if not member.given and given and not member.entry:
            member.given, member.name = given, name
        return member

    def actors(self, wanted: set[str]) -> list[Actor]:
        """Return the actors with the ids `wanted` and all that they refer to, in order of id."""
        todo, done = sorted(wanted), dict[str, Actor]()
        while todo:
            id_ = todo.pop()
            if id_ in done or (id_ not in self.members and id_ not in self.gazetteer.entries):
                continue
            member = self.known(id_)
            if member.kind == "Place":
                continue
            done[id_] = _actor(member)
            todo += [r.organization for r in done[id_].roles if r.organization]
            todo += [*done[id_].member_of, *filter(None, [done[id_].affiliation])]
        return [done[id_] for id_ in sorted(done)]


def _equal(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def _fits(given: str, its_given: str, state: str | None, of: str | None) -> bool:
    if given and its_given and not same_given(given, its_given):
        return False
    return not (state and of and state != of)


def _head(post: str) -> str:
    """Return the noun of a post: 'secretary' of 'Secretary of State'."""
    return post.lower().split(" of ")[0].split()[-1]


def _actor(member: Member) -> Actor:
    entry = member.entry
    aliases = set(member.spellings) - {member.name}
    known = {_head(post): at for post, at in (entry.posts if entry else ())}
    roles = [
        role if role.organization else role.model_copy(update={"organization": known.get(_head(role.post))})
        for role in member.roles
    ]
    heads = {_head(role.post) for role in roles}
    for post, at in entry.posts if entry else ():
        if _head(post) not in heads:
            roles.append(Role(post=post, organization=at))
    assert member.kind != "Place"
    return Actor(
        id=member.id,
        kind=member.kind,
        name=member.name,
        aliases=tuple(sorted(aliases)),
        misspellings=tuple(sorted(member.misspellings)),
        wikidata=entry.wikidata if entry else None,
        member_of=tuple(sorted(member.member_of)),
        affiliation=member.of if member.kind == "AnonymousSource" else None,
        roles=tuple(roles),
    )

"""Persons and organisations of a study as actors of the graph."""

import re
from itertools import takewhile
from typing import get_args

from ...models import Actor, ActorKind, Role
from .children import above
from .entities import ALIAS, MISSPELLING, OWN_KIND, WIKIDATA, Entities, Entity, fold

POST = "affiliation"
"""The post of a role that stands for DNA's organisation of a person: DNA names no post."""

KINDS: tuple[ActorKind, ...] = get_args(ActorKind)

_WIKIDATA = re.compile(r"Q[1-9]\d*")


class Actors:
    """The actors of one document, as its statements name them."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        told = entities.coding.mapping.kinds
        self._kinds: dict[str, ActorKind] = {fold(name): kind for name, kind in told.items()}
        self.found: dict[str, Actor] = {}

    def add(self, entity: Entity) -> str:
        """Take an entity as an actor, with the collectives it is a child of; return its id."""
        id_, lead = self._entities.id_of(entity)
        if id_ in self.found:
            return id_
        first = self._entities.get(lead) or entity
        line = [first, *takewhile(self._is_collective, above(self._entities, first))]
        ids = [self._entities.id_of(one)[0] for one in line]
        for one, own, group in zip(line, ids, [*ids[1:], None], strict=True):
            self.found.setdefault(own, self._actor(own, one, group))
        return id_

    def join(self, actor: str, organization: str) -> None:
        """Say that an actor speaks for an organisation: an affiliation, or of a person a role."""
        held = self.found[actor]
        if held.kind == "AnonymousSource":
            update: dict[str, object] = {"affiliation": held.affiliation or organization}
        else:
            role = Role(post=POST, organization=organization)
            update = {"roles": (*held.roles, *(() if role in held.roles else (role,)))}
        self.found[actor] = held.model_copy(update=update)

    def _actor(self, id_: str, entity: Entity, group: str | None) -> Actor:
        sharing = list(self._entities.sharing(entity))
        aliases = [name for one in sharing for name in (one.value, *_several(one.attributes.get(ALIAS, "")))]
        wrong = [name for one in sharing for name in _several(one.attributes.get(MISSPELLING, ""))]
        wikidata = entity.attributes.get(WIKIDATA, "")
        return Actor(
            id=id_,
            kind=self._kind(entity),
            name=entity.value,
            aliases=tuple(sorted(set(aliases) - {entity.value})),
            misspellings=tuple(sorted(set(wrong))),
            member_of=(group,) if group else (),
            wikidata=wikidata if _WIKIDATA.fullmatch(wikidata) else None,
        )

    def _kind(self, entity: Entity) -> ActorKind:
        """Return what an actor is: as the user says, or a file of ours, or else as its variable does."""
        told = self._kinds.get(fold(entity.value))
        own = entity.attributes.get(OWN_KIND)
        known = next((kind for kind in KINDS if kind == own), None)
        coding = self._entities.coding
        usual: ActorKind = coding.kind if entity.variable == coding.actor.id else "Organization"
        return told or known or usual

    def _is_collective(self, entity: Entity) -> bool:
        """Only of a collective can an actor be a part."""
        return self._kind(entity) == "Collective"


def _several(value: str) -> list[str]:
    return [name for part in value.split(";") if (name := part.strip())]

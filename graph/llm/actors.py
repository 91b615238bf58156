"""The actors that a model names: only by names that stand in the article, under the ids of the product."""

from typing import Any, NamedTuple

from ..extract.actors.gazetteer import Entry, Gazetteer
from ..extract.actors.names import fold, same_surname
from ..models import Actor, ActorKind, Mention, Role, slug
from ..words import span_at, spots
from .verify import Refused


class Names(NamedTuple):
    """What names are checked against: the whole article, and who is known."""

    text: str
    gazetteer: Gazetteer


def actor(fields: dict[str, Any], names: Names) -> Actor:
    """Return an actor under its lasting id, yet without what it refers to; Refused if nothing names it."""
    given = [str(fields["name"]), *map(str, fields["aliases"])]
    found = [name for name in given if spots(names.text, name, whole=True)]
    # Case alone makes no other name: 'The council' and 'the council'.
    found = found or [name for name in given if _stands(name, names.text)]
    if entry := _entry(given, found, str(fields["kind"]), names):
        aliases = tuple(sorted({*found} - {entry.name}))
        return Actor(
            id=entry.id, kind=_kind(entry), name=entry.name, aliases=aliases, wikidata=entry.wikidata
        )
    if not found:
        raise Refused(f"no name of {given[0]!r} is in the article")
    name = found[0]
    id_ = slug(name.replace("'", "").replace("\u2019", "")) or "unnamed"
    return Actor(id=id_, kind=fields["kind"], name=name, aliases=tuple(sorted({*found} - {name})))


def standing(text: str, *given: str) -> list[str]:
    """Return those of some names that a text has; Refused if it has none of them."""
    found = [name for name in given if slug(name) and spots(text, name, whole=True)]
    if not found:
        raise Refused(f"no name of {given[0]!r} is in the article")
    return found


def merged(one: Actor, other: Actor) -> Actor:
    """Return what two pieces of an article say of one actor."""
    aliases = {*one.aliases, *other.aliases, other.name} - {one.name}
    roles = [*one.roles, *(role for role in other.roles if role not in one.roles)]
    members = {*one.member_of, *other.member_of}
    return one.model_copy(
        update={
            "aliases": tuple(sorted(aliases)),
            "roles": tuple(roles),
            "member_of": tuple(sorted(members)),
            "affiliation": one.affiliation or other.affiliation,
        }
    )


def roles(fields: dict[str, Any], ids: dict[str, str], text: str) -> tuple[Role, ...]:
    """Return the posts that stand in the article; where one is held only if that is known."""
    return tuple(
        Role(post=role["post"], organization=ids.get(role["organization"] or ""))
        for role in fields["roles"]
        if _stands(role["post"], text)
    )


def mentions(id_: str, names: tuple[str, ...], text: str) -> list[Mention]:
    """Return where a text has one of these names."""
    places = {(at, len(name)) for name in names for at in spots(text, name, whole=True)}
    return [Mention(of=id_, span=span_at(text, at, size)) for at, size in sorted(places)]


def _stands(name: str, text: str) -> bool:
    return bool(spots(text.lower(), name.lower(), whole=True)) if name.strip() else False


def _kind(entry: Entry) -> ActorKind:
    assert entry.kind != "Place"
    return entry.kind


def _entry(given: list[str], found: list[str], kind: str, names: Names) -> Entry | None:
    """Return who is meant among the known, if the article names them in any way that is known."""
    known = names.gazetteer
    ids = [known.phrases[name] for name in given if name in known.phrases]
    if kind == "Person" and not ids:
        alone = {id_ for name in found if " " not in name for id_ in known.surnames.get(fold(name), [])}
        ids = list(alone) if len(alone) == 1 else []
    for entry in (known.entries[id_] for id_ in ids):
        # 'American' names the United States as well as 'Washington' does.
        own = (entry.name, *entry.aliases, *entry.metonyms, *entry.demonyms)
        if entry.kind == kind and (
            any(spots(names.text, name, whole=True) for name in own)
            or (kind == "Person" and any(same_surname(name.split()[-1], entry.surname) for name in found))
        ):
            return entry
    return None

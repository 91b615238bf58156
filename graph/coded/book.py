"""Actors of other people's lists as entries of a gazetteer: matched to those known, each name for one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..extract.actors.gazetteer import Entry, Gazetteer
from ..extract.actors.gazetteer import Kind as EntryKind
from ..extract.lexicon import data
from ..models import slug
from . import Item, Known, Noted, Refused, RowError
from .dates import when

KINDS: dict[str, EntryKind] = {
    "Person": "Person",
    "Organization": "Organization",
    "Company": "Organization",
    "PublicBody": "Organization",
    "Country": "State",
}
"""What entities of these schemata are."""
SECTIONS: dict[EntryKind, str] = {"Person": "people", "Organization": "organizations", "State": "states"}


@dataclass
class Entity:
    """One entity as its fragments in the file add up."""

    id: str
    line: int
    schema: str
    properties: dict[str, list[str]]
    caption: str | None = None
    rows: int = 1

    def first(self, name: str) -> str | None:
        """Return the first value of a property."""
        return next(iter(self.properties.get(name, ())), None)

    def merge(self, more: "Entity") -> None:
        """Add a further fragment of the entity; RowError if it is of another schema."""
        if self.schema != more.schema:
            raise RowError(f"{self.id!r} is a {self.schema} on line {self.line}, a {more.schema} here")
        self.rows += 1
        for name, values in more.properties.items():
            known = self.properties.setdefault(name, [])
            known += [value for value in values if value not in known]

    @property
    def name(self) -> str:
        """The name it goes by; RowError if it has none."""
        names = self.properties.get("name", [])
        if not names or not slug(names[0]):
            raise RowError(f"{self.id!r} has no name")
        return self.caption if self.caption in names and slug(self.caption) else names[0]


@dataclass
class _Page:
    """One actor's entry as it grows."""

    id: str
    kind: EntryKind
    row: dict[str, Any]
    rows: int
    names: list[str]
    weak: list[str]
    """Names by which the file's makers would not know it again."""
    posts: list[dict[str, str]] = field(default_factory=list[dict[str, str]])


class Book:
    """All actors of a file, each beside what the gazetteer knows of it."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._known = gazetteer
        self._by_wikidata = {e.wikidata: e for e in gazetteer.entries.values() if e.wikidata}
        self._pages: dict[str, _Page] = {}
        """By the ids of the file."""

    def enter(self, actors: Mapping[str, Entity]) -> Iterator[Item]:
        """Enter actors; refuse those that share a name, unless their Wikidata ids say that they are one."""
        named: dict[str, list[tuple[Entity, _Page]]] = {}
        for entity in actors.values():
            try:
                page = self._page(entity)
                named.setdefault(page.id, []).append((entity, page))
            except RowError as error:
                yield Refused(f"line {entity.line}", str(error), entity.rows)
        for several in named.values():
            first, ids = several[0][1], {page.row.get("wikidata") for _, page in several}
            for entity, page in several:
                if len(several) > 1 and (len(ids) > 1 or None in ids):
                    why = f"several in this file are called {page.row['name']!r}; a name means one of them"
                    yield Refused(f"line {entity.line}", why, entity.rows)
                else:
                    self._pages[entity.id] = first
                    if page is not first:
                        first.rows, first.names = first.rows + page.rows, [*first.names, *page.names]

    def hold(self, holder: str, tie: Entity, post: Entity | str) -> None:
        """Give a post to its holder; `post` is a position, or the id of the body in which a role is held."""
        page = self._pages.get(holder)
        if page is None:
            raise RowError(f"{holder!r} is no actor that is taken from this file")
        if page.kind != "Person":
            raise RowError(f"{page.row['name']!r} holds it, and only people hold posts here")
        name = post.name if isinstance(post, Entity) else tie.first("role")
        at = self._place(post) if isinstance(post, Entity) else self._id(post)
        if not name:
            raise RowError(f"it does not tell what {page.row['name']!r} is there")
        if not at:
            raise RowError(f"nothing tells at which state or body {page.row['name']!r} is {name!r}")
        dates = {"since": tie.first("startDate"), "until": tie.first("endDate")}
        page.posts.append({name: at, **{k: v for k, v in dates.items() if v and when(v)}})
        page.rows += tie.rows + (post.rows if isinstance(post, Entity) else 0)

    def entries(self) -> Iterator[Item]:
        """Yield every entry in order of name; a name that several bear is left out of all, and told."""
        owners: dict[str, set[str]] = {}
        for page in self._pages.values():
            for name in page.names:
                owners.setdefault(name, set()).add(page.id)
        pages = {page.id: page for page in self._pages.values()}
        for _, page in sorted(pages.items()):
            names = [name for name in dict.fromkeys(page.names) if self._names_one(name, page.id, owners)]
            usable = [name for name in names if _usable(name, page.kind)]
            if lost := [name for name in dict.fromkeys([*page.names, *page.weak]) if name not in usable]:
                yield Noted(page.row["name"], f"names that may mean others are left out: {', '.join(lost)}")
            yield Known(SECTIONS[page.kind], _row(page, usable), page.rows)

    def _names_one(self, name: str, id_: str, owners: Mapping[str, set[str]]) -> bool:
        return owners[name] == {id_} and self._known.phrases.get(name, id_) == id_

    def _page(self, entity: Entity) -> _Page:
        kind, name, wikidata = KINDS[entity.schema], entity.name, entity.first("wikidataId")
        entry = self._by_wikidata.get(wikidata or "") or self._known.entries.get(slug(name))
        if entry is not None:
            _require_same(entry, kind, wikidata)
        row: dict[str, Any] = _as_row(entry) if entry else {"name": name}
        if wikidata:
            row["wikidata"] = wikidata
        if kind == "Person":
            gender = {"male": "he", "female": "she"}.get(entity.first("gender") or "")
            row.update({"gender": row.get("gender") or gender} if gender else {})
            last = entity.properties.get("lastName", [])
            if entry is None and len(last) == 1 and f" {last[0]}" in name and not name.endswith(last[0]):
                row["surname"] = last[0]
        elif entity.schema == "PublicBody" and entry is None and (state := _state(entity)):
            row["of"] = state
        names = [n for field in ("name", "alias", "previousName") for n in entity.properties.get(field, [])]
        id_, weak = entry.id if entry else slug(name), entity.properties.get("weakAlias", [])
        return _Page(id_, kind, row, entity.rows, [n for n in names if n != row["name"]], weak)

    def _place(self, position: Entity) -> str | None:
        body = position.first("organization")
        return self._id(body) if body else _state(position)

    def _id(self, id_: str) -> str | None:
        page = self._pages.get(id_)
        return page.id if page else None


def countries(entity: Entity) -> list[str]:
    """Return the codes of the countries that an entity is of."""
    names = ("country", "jurisdiction", "nationality", "citizenship")
    return [code.lower() for name in names for code in entity.properties.get(name, [])]


def _state(entity: Entity) -> str | None:
    """Return the state of an entity, if it is of one."""
    codes = {code.lower() for name in ("country", "jurisdiction") for code in entity.properties.get(name, [])}
    return data("countries.yaml").get(codes.pop()) if len(codes) == 1 else None


def _require_same(entry: Entry, kind: EntryKind, wikidata: str | None) -> None:
    if entry.kind != kind:
        raise RowError(f"{entry.name!r} is a {kind} here, a {entry.kind} in the gazetteer")
    if wikidata and entry.wikidata and wikidata != entry.wikidata:
        raise RowError(f"{entry.name!r} is {wikidata} here, {entry.wikidata} in the gazetteer")


def _usable(name: str, kind: EntryKind) -> bool:
    """Say whether a text that has this name means its bearer: no word that is written small, no bare name."""
    return len(name) > 2 and not name[0].islower() and (kind != "Person" or " " in name)


def _as_row(entry: Entry) -> dict[str, Any]:
    """Return an entry as a row of a gazetteer file."""
    row: dict[str, Any] = {"name": entry.name}
    row |= {name: list(getattr(entry, name)) for name in _ORDER if name in _LISTS}
    row |= {name: getattr(entry, name) for name in ("article", "gender", "of", "wikidata")}
    if entry.kind == "Person" and entry.surname != entry.name.split()[-1]:
        row["surname"] = entry.surname
    dates = ("since", "until")
    row["posts"] = [
        {tenure.post: tenure.at, **{d: getattr(tenure, d) for d in dates if getattr(tenure, d)}}
        for tenure in entry.tenures
    ]
    return row


def _row(page: _Page, names: list[str]) -> dict[str, Any]:
    """Return a page as a row, its fields in one order whatever they come from."""
    aliases = sorted({*page.row.get("aliases", ()), *names})
    posts: list[dict[str, str]] = page.row.get("posts", [])
    posts = [*posts, *(post for post in page.posts if post not in posts)]
    row: dict[str, Any] = {**page.row, "aliases": aliases, "posts": posts}
    return {name: row[name] for name in _ORDER if row.get(name) or (name == "surname" and name in row)}


_ORDER = (
    "name", "surname", "aliases", "metonyms", "demonyms", "generic", "article", "gender", "of", "members",
    "posts", "wikidata",
)  # fmt: skip
_LISTS = {"aliases", "metonyms", "demonyms", "generic", "members"}

"""One answer of a model, checked item by item and joined to what earlier pieces of the article gave."""

from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import ValidationError

from .. import models
from ..extract.terms.amounts import amount_in
from ..extract.terms.topics import topic_of
from ..models import Annotation, Mention, slug
from ..project import claim_id
from .actors import Names, actor, merged, roles, standing
from .answer import Item
from .chunks import Chunk
from .schema import KINDS
from .sift import sift
from .verify import Refusal, Refused, borne_out, provision, spans_of, verbatim

CONFIDENCE = 0.7
"""Of every statement that a model finds: below that of the rules, since no test has measured it."""

LABEL = 60
"""Characters of a label that is made of a term's own words."""


class Assembled(NamedTuple):
    """An annotation that can be stored, and what was left out of it."""

    annotation: Annotation
    refused: list[Refusal]


def assemble(so_far: Annotation, answer: list[Item], chunk: Chunk, names: Names, writer: str) -> Assembled:
    """Return an annotation with what is true of an answer about one chunk of its text."""
    work = _Assembly(so_far, chunk, names, writer)
    for kind in KINDS:
        listed = [item.fields for item in answer if item.kind == kind]
        for fields in listed:
            work.take(kind, fields)
        if kind == "actors":
            work.join_actors(listed)
    work.join_claims([item.fields for item in answer if item.kind == "claims"])
    work.join_statements()
    annotation, refused = sift(work.annotation())
    return Assembled(annotation, [*work.refused, *refused])


class _Assembly:
    """An annotation while one answer is added; `ids` leads from the answer's ids to lasting ones."""

    def __init__(self, so_far: Annotation, chunk: Chunk, names: Names, writer: str) -> None:
        self.so_far, self.chunk, self.names, self.writer = so_far, chunk, names, writer
        self.actors = {a.id: a for a in so_far.actors}
        self.plans = {p.id: p for p in so_far.plans}
        self.versions = {v.id: v for v in so_far.versions}
        self.terms = {t.id: t for t in so_far.terms}
        self.claims = {c.id: c for c in so_far.claims}
        self.statements = list(so_far.statements)
        self.mentions = list(so_far.mentions)
        self.refused: list[Refusal] = []
        self.known = {*self.actors, *self.plans, *self.versions, *self.terms, *self.claims}
        self.ids = {id_: id_ for id_ in self.known}
        self.acts: dict[str, str] = {}
        self.outer: dict[str, str] = {}

    def annotation(self) -> Annotation:
        """Return all that was taken."""
        found: dict[str, Any] = {
            name: tuple(getattr(self, name).values()) for name in KINDS if name != "statements"
        }
        return self.so_far.model_copy(
            update={**found, "statements": tuple(self.statements), "mentions": tuple(self.mentions)}
        )

    def take(self, kind: str, fields: dict[str, Any]) -> None:
        """Add one item, or record why it is refused."""
        add: Callable[[dict[str, Any]], None] = getattr(self, f"_{kind}")
        try:
            add(fields)
        except Refused as refused:
            self.refused.append(Refusal(f"{kind}: {refused}", refused.refusal.span))
        except ValidationError as error:
            self.refused.append(Refusal(f"{kind}: {error.errors(include_input=False)[0]['msg']}"))

    def _bind(self, local: str, lasting: str) -> None:
        """Let an id of the answer mean a lasting one; Refused when it means something else already."""
        if self.ids.setdefault(local, lasting) != lasting:
            raise Refused(f"the id {local!r} is used for something else already")

    def _of(self, id_: str | None) -> str:
        """Return the lasting id, or one that nothing has, so that the check of references finds it."""
        return self.ids.get(id_ or "", f"undefined:{id_}")

    def _defined(self, ids: tuple[str, ...], among: dict[str, Any] | None = None) -> tuple[str, ...]:
        lasting = dict.fromkeys(self.ids[id_] for id_ in ids if id_ in self.ids)
        return tuple(id_ for id_ in lasting if among is None or id_ in among)

    def _actors(self, fields: dict[str, Any]) -> None:
        found = actor(fields, self.names)
        if (same := self.actors.get(found.id)) and same.kind != found.kind:
            found = found.model_copy(update={"id": f"{found.id}-{found.kind.lower()}"})
            same = self.actors.get(found.id)
        self._bind(fields["id"], found.id)
        self.actors[found.id] = merged(same, found) if same else found

    def join_actors(self, listed: list[dict[str, Any]]) -> None:
        """Say who belongs to whom, now that all are known; what leads nowhere is left unknown."""
        groups = {id_: a for id_, a in self.actors.items() if a.kind == "Collective"}
        for fields in listed:
            if (one := self.actors.get(self._of(fields["id"]))) is None:
                continue
            whose = self._defined((fields["affiliation"],), self.actors) if fields["affiliation"] else ()
            update: dict[str, Any] = {
                "member_of": tuple(i for i in self._defined(fields["member_of"], groups) if i != one.id),
                "affiliation": whose[0] if whose and one.kind == "AnonymousSource" else None,
                "roles": roles(fields, self.ids, self.names.text),
            }
            self.actors[one.id] = merged(one, one.model_copy(update=update))

    def _plans(self, fields: dict[str, Any]) -> None:
        name, *others = standing(self.names.text, fields["name"], *fields["aliases"])
        id_ = f"{slug(name)}-plan" if slug(name) in self.actors else slug(name)
        self._bind(fields["id"], id_)
        aliases = tuple(sorted({*others} - {name}))
        self.plans.setdefault(id_, models.Plan(id=id_, name=name, aliases=aliases))

    def _versions(self, fields: dict[str, Any]) -> None:
        (name,), plan = standing(self.names.text, fields["name"]), self._part(fields["plan"], self.plans)
        id_ = f"{plan}:{slug(name)}"
        self._bind(fields["id"], id_)
        self.versions.setdefault(id_, models.PlanVersion(id=id_, plan=plan, name=name))

    def _part(self, of: str, among: dict[str, Any]) -> str:
        if self.ids.get(of) not in among:
            raise Refused(f"no plan or version with id {of!r}")
        return self.ids[of]

    def _terms(self, fields: dict[str, Any]) -> None:
        span, plan = (
            provision(fields["text"], self.chunk),
            self._part(fields["part_of"], {**self.plans, **self.versions}),
        )
        topic, name = topic_of(span.exact), self._label(fields["name"], span.exact)
        binds = self._defined(fields["binds"], self.actors)
        amount = amount_in(span.exact)
        # As the rules name terms: who must do what; so that both readers mean the same one.
        local = "-".join((*binds[:1], topic[0])) if topic else slug(name)
        id_ = f"{plan}:{local}"
        if id_ in self.terms and self.terms[id_].text != span.exact:
            id_ = f"{id_}-{slug(name)}"
        self._bind(fields["id"], id_)
        self.terms.setdefault(
            id_,
            models.Term(
                id=id_, part_of=plan, name=name, text=span.exact, topic=topic and topic[0],
                binds=binds,
                amount=amount.value if amount else None,
                unit=amount.unit or None if amount else None,
            ),
        )  # fmt: skip
        self.mentions.append(Mention(of=id_, span=span))

    def _claims(self, fields: dict[str, Any]) -> None:
        self._borne_out(fields["text"])
        key = claim_id(fields["text"])
        same = next((c.id for c in self.claims.values() if claim_id(c.text) == key), None)
        id_ = same or self._free("c-" + "-".join(slug(fields["text"]).split("-")[:6]))
        self._bind(fields["id"], id_)
        about = tuple(a for a in self._defined(fields["about"]) if a not in self.claims)
        self.claims.setdefault(id_, models.Claim(id=id_, text=fields["text"], about=about))

    def join_claims(self, listed: list[dict[str, Any]]) -> None:
        """Say which claims are parts of which; a whole that was refused leaves its parts as they are."""
        for fields in listed:
            part, whole = self.ids.get(fields["id"]), self.ids.get(fields["part_of"] or "")
            if part in self.claims and whole in self.claims and part != whole:
                if self.claims[part].part_of is None:
                    self.claims[part] = self.claims[part].model_copy(update={"part_of": whole})

    def _statements(self, fields: dict[str, Any]) -> None:
        spans, text = spans_of(fields, self.chunk), self.chunk.text
        speakers = tuple(dict.fromkeys(self._of(s) for s in fields["speakers"]))
        if fields["inference"] and speakers != (self.writer,):
            raise Refused("a conclusion of the writer is spoken by the writer alone", spans["span"])
        self._not_another(spans["speaker_span"], speakers)
        narrow = {
            name: fields[name] and verbatim(fields[name], text) for name in ("qualification", "condition")
        }
        made: dict[str, Any] = {
            **{name: fields[name] for name in ("mode", "certainty", "inference")}, **narrow, **spans,
            "id": self._free(f"s{len(self.statements) + 1}"), "speakers": speakers, "confidence": CONFIDENCE,
            **self._done(fields),
        }  # fmt: skip
        statement = models.Statement.model_validate(made)
        same = next((s for s in self.statements if _act(s) == _act(statement)), None)
        self.acts.setdefault(fields["id"], same.id if same else statement.id)
        if same is None:
            self.statements.append(statement)
            if fields["reported_by"]:
                self.outer[statement.id] = fields["reported_by"]

    def _done(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the act with its targets, or the act on a claim that nobody can tell."""
        if fields["targets"]:
            return {fields["act"]: tuple(dict.fromkeys(self._of(t) for t in fields["targets"]))}
        whose = tuple(dict.fromkeys(self._of(actor_) for actor_ in fields["refers_to"]))
        return {"unlinked": fields["act"], "refers_to": whose}

    def join_statements(self) -> None:
        """Say who passes on whom; a statement whose teller is not there is refused by the check."""
        for i, statement in enumerate(self.statements):
            if outer := self.outer.get(statement.id):
                teller = self.acts.get(outer, f"undefined:{outer}")
                self.statements[i] = statement.model_copy(update={"reported_by": teller})

    def _not_another(self, who: models.Span | None, speakers: tuple[str, ...]) -> None:
        """Raise Refused when the words that name the speaker are the name of somebody else."""
        named = {a.id for a in self.actors.values() if who and who.exact in (a.name, *a.aliases)}
        if named and not named & set(speakers):
            raise Refused(f"{who and who.exact!r} is not the name of {', '.join(speakers)}", who)

    def _free(self, id_: str) -> str:
        """Return an id that nothing has yet."""
        used = {*self.ids.values(), *self.claims, *(s.id for s in self.statements)}
        return next(i for i in (id_, *(f"{id_}-{n}" for n in range(2, len(used) + 3))) if i not in used)

    def _label(self, name: str, text: str) -> str:
        """Return the name of a term, or its own words where the name says what the article does not."""
        try:
            self._borne_out(name)
        except Refused:
            return text if len(text) <= LABEL else f"{text[: LABEL - 1]}…"
        return name

    def _borne_out(self, sentence: str) -> None:
        names = [name for a in self.actors.values() for name in (a.name, *a.aliases)]
        names.append(self.so_far.document.published or "")
        borne_out(sentence, self.names.text, " ".join(names))


def _act(statement: models.Statement) -> tuple[object, ...]:
    """Return what makes two statements one and the same."""
    acts = tuple(tuple(sorted(getattr(statement, act))) for act in models.ACTS)
    unlinked = statement.unlinked, tuple(sorted(statement.refers_to))
    return statement.span, tuple(sorted(statement.speakers)), acts, unlinked

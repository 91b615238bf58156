"""An annotation as nodes and edges, with ids that the same input always gives."""

import hashlib
import unicodedata
from collections.abc import Iterable
from typing import Any, cast

from pydantic import BaseModel

from .errors import AnnotationError
from .facts import facts_of
from .models import ACTS, Act, Actor, Annotation, Claim, Role, Span, Statement, slug
from .ontology import load
from .subgraph import Edge, Node, Ref, Subgraph, Value

CONTEXT = 32
"""Code points of prefix and suffix, as Web Annotation clients use them."""

EDGES: dict[Act, str] = {**{act: str(act) for act in ACTS}, "accepts_if": "acceptsIf"}


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that depend on every part and on where each one ends."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def straight(text: str) -> str:
    """Return text with composed letters, straight quotes and single spaces."""
    text = unicodedata.normalize("NFC", text)
    for curly, plain in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"')):
        text = text.replace(curly, plain)
    return " ".join(text.split())


def normalised(proposition: str) -> str:
    """Return a claim's sentence in the form that is stored and hashed: same text, same claim."""
    text = straight(proposition).rstrip(" .")
    return text[:1].upper() + text[1:]


def claim_id(text: str) -> str:
    """Return the id of the claim with this sentence."""
    return digest("claim", normalised(text))


def document_id(text: str) -> str:
    """Return the id of the document with this text: the head of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def fragment(span: Span) -> str:
    """Return a span as an RFC 5147 fragment: 'char=12,20'."""
    return f"char={span.start},{span.end}"


def statement_id(
    document: str,
    words: str,
    speakers: Iterable[str],
    targets: Iterable[tuple[str, Ref]],
    unlinked: str | None = None,
    refers_to: Iterable[str] = (),
) -> str:
    """Return the id of a statement: words (a fragment) of a document, by whom, acts on what.

    As the graph keeps them: a speaker, an act or an actor that is given twice counts once.
    """
    done = {f"{act}={'/'.join(target)}" for act, target in targets}
    if unlinked:
        done |= {f"{unlinked}=?", *refers_to}
    return digest(document, words, *sorted(set(speakers)), "->", *sorted(done))


def project(annotation: Annotation) -> Subgraph:
    """Return the nodes and edges of a checked annotation; AnnotationError on identical statements."""
    return _Projection(annotation).subgraph


class _Projection:
    """One annotation on its way into a subgraph: knows what each local id stands for."""

    def __init__(self, annotation: Annotation) -> None:
        self.annotation = annotation
        self.subgraph = Subgraph()
        document = annotation.document
        self.document: Ref = ("Document", document_id(document.text))
        extraction = annotation.extraction
        self.extraction: Ref = (
            "Extraction",
            digest(extraction.reader, extraction.version, extraction.settings or ""),
        )
        self.refs: dict[str, Ref] = {
            **{a.id: ("Actor", a.id) for a in annotation.actors},
            **{p.id: ("Plan", p.id) for p in annotation.plans},
            **{v.id: ("PlanVersion", v.id) for v in annotation.versions},
            **{t.id: ("Term", t.id) for t in annotation.terms},
            **{e.id: ("Event", e.id) for e in annotation.events},
            **{c.id: ("Claim", claim_id(c.text)) for c in annotation.claims},
        }
        self.statements: dict[str, Ref] = {
            s.id: ("Statement", self._statement_id(s)) for s in annotation.statements
        }
        self._add_document()
        self._add_shared()
        for statement in annotation.statements:
            self._add_statement(statement)
        self._add_mentions()

    def _statement_id(self, statement: Statement) -> str:
        targets = [(act, self.refs[target]) for act in ACTS for target in getattr(statement, act)]
        return statement_id(
            self.document[1], fragment(statement.span), statement.speakers, targets,
            statement.unlinked, statement.refers_to,
        )  # fmt: skip

    def _add_document(self) -> None:
        document = self.annotation.document
        sha256 = hashlib.sha256(document.text.encode()).hexdigest()
        self._node("Document", self.document[1], document, omit={"publisher"}, sha256=sha256)
        self._edges("publishedBy", self.document, [document.publisher])
        self._node("Extraction", self.extraction[1], self.annotation.extraction)

    def _add_shared(self) -> None:
        for actor in self.annotation.actors:
            self._add_actor(actor)
        for plan in self.annotation.plans:
            self._node("Plan", plan.id, plan)
        for version in self.annotation.versions:
            self._node("PlanVersion", version.id, version, omit={"plan", "dated"}, date=version.dated)
            self._edges("partOf", ("PlanVersion", version.id), [version.plan])
        for term in self.annotation.terms:
            amount = None if term.amount is None else float(term.amount)
            self._node(
                "Term", term.id, term, omit={"part_of", "binds", "amount", "other_values"},
                amount=amount, otherValue=_value(term.other_values),
            )  # fmt: skip
            self._edges("partOf", ("Term", term.id), [term.part_of])
            self._edges("binds", ("Term", term.id), term.binds)
        for event in self.annotation.events:
            self._node("Event", event.id, event)
        for claim in self.annotation.claims:
            self._add_claim(claim)

    def _add_actor(self, actor: Actor) -> None:
        ref = ("Actor", actor.id)
        self._node(actor.kind, actor.id, actor, omit={"kind", "member_of", "affiliation", "roles"})
        self._edges("partOf", ref, actor.member_of)
        self._edges("affiliatedWith", ref, [actor.affiliation])
        for role in actor.roles:
            self._add_role(actor, role)

    def _add_role(self, actor: Actor, role: Role) -> None:
        until = f"until-{role.until}" if role.until and not role.since else None
        parts = (actor.id, slug(role.post), role.organization, role.since, until)
        ref = ("Role", ".".join(part for part in parts if part))
        self._node("Role", ref[1], role, omit={"organization"})
        self.subgraph.add(Edge("holds", ("Actor", actor.id), ref))
        self._edges("at", ref, [role.organization])

    def _add_claim(self, claim: Claim) -> None:
        ref = self.refs[claim.id]
        self.subgraph.add(Node("Claim", ref[1], {"text": normalised(claim.text)}))
        self._edges("about", ref, claim.about)
        self._edges("partOf", ref, [claim.part_of])

    def _add_statement(self, statement: Statement) -> None:
        ref = self.statements[statement.id]
        if ref in self.subgraph.nodes:
            raise AnnotationError(
                f"statement {statement.id!r} repeats another one: same words "
                f"({fragment(statement.span)}), speakers and targets; keep one of them"
            )
        self._node(
            "Statement", ref[1], statement,
            omit={
                "span", "cue", "speaker_span", "speakers", "reported_by", "refers_to",
                "link_basis", "link_confidence", *ACTS,
            },
            **self._words(statement),
            linkBasis=statement.link_basis,
            linkConfidence=statement.link_confidence,
        )  # fmt: skip
        self._edges("spokenBy", ref, statement.speakers)
        self._edges("refersTo", ref, statement.refers_to)
        for act in ACTS:
            self._edges(EDGES[act], ref, getattr(statement, act))
        outer = statement.reported_by
        self.subgraph.add(Edge("in", ref, self.document))
        self.subgraph.add(Edge("recordedBy", ref, self.extraction))
        self.subgraph.add(Edge("reportedBy", ref, self.statements[outer] if outer else self.document))

    def _words(self, statement: Statement) -> dict[str, Value | None]:
        text, span = self.annotation.document.text, statement.span
        return {
            "start": span.start,
            "end": span.end,
            "exact": span.exact,
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
            "cue": statement.cue.exact if statement.cue else None,
            "cueSpan": fragment(statement.cue) if statement.cue else None,
            "speakerSpan": fragment(statement.speaker_span) if statement.speaker_span else None,
        }

    def _add_mentions(self) -> None:
        spans: dict[Ref, set[str]] = {}
        for mention in self.annotation.mentions:
            spans.setdefault(self.refs[mention.of], set()).add(fragment(mention.span))
        for node in list(self.subgraph.nodes.values()):
            if node.ref[0] in load().shared:
                where: dict[str, Value] = {"spans": tuple(sorted(spans.get(node.ref, ())))}
                states = facts_of(node, self.subgraph)
                where = {key: value for key, value in where.items() if value}
                self.subgraph.add(Edge("mentions", self.document, node.ref, {**where, "states": states}))

    def _node(
        self, label: str, id_: str, model: BaseModel, omit: set[str] | None = None,
        **extra: Value | None,
    ) -> None:  # fmt: skip
        fields = {**model.model_dump(exclude=(omit or set()) | {"id"}), **extra}
        self.subgraph.add(Node(label, id_, {k: _value(v) for k, v in fields.items() if _given(v)}))

    def _edges(self, name: str, start: Ref, ends: Iterable[str | None]) -> None:
        for end in ends:
            if end is not None:
                self.subgraph.add(Edge(name, start, self.refs[end]))


def _given(value: object) -> bool:
    return value is not None and value != () and value != ""


def _value(value: Any) -> Value:
    return tuple(sorted(set(cast(tuple[str, ...], value)))) if isinstance(value, tuple) else value

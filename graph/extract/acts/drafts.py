"""Statements and terms while they are made: what they say may still change."""

from dataclasses import dataclass, field
from typing import Literal

from ... import models
from ...models import Act, slug
from ..terms.amounts import Amount
from .links import Link


@dataclass
class Draft:
    """One act of saying; `edges` holds the ids that each act points to."""

    id: str
    span: models.Span
    speakers: tuple[str, ...]
    edges: dict[Act, list[str]] = field(default_factory=dict[Act, list[str]])
    cue: models.Span | None = None
    speaker_span: models.Span | None = None
    reported_by: str | None = None
    mode: Literal["direct", "indirect", "mixed"] = "indirect"
    said: str | None = None
    certainty: Literal["plain", "hedged", "rumoured"] = "plain"
    qualification: str | None = None
    condition: str | None = None
    inference: bool = False
    confidence: float = 0.9
    vouched: str | None = None
    whole: bool = False
    unlinked: Literal["denies", "retracts", "questions"] | None = None
    refers_to: tuple[str, ...] = ()
    link_basis: str | None = None
    link_confidence: float | None = None

    def point(self, act: Act, *targets: str) -> None:
        """Add targets to an act, each once."""
        known = self.edges.setdefault(act, [])
        known += [target for target in targets if target not in known]

    def link(self, act: Act, link: Link) -> None:
        """Add the claims of a link to an act, with why and how surely they are meant."""
        self.point(act, *link.claims)
        if act in ("denies", "retracts", "questions"):
            known = self.link_confidence
            self.link_basis = self.link_basis or link.basis
            self.link_confidence = round(min(link.confidence, known or 1.0), 2)

    def leave(self, act: Literal["denies", "retracts", "questions"], whose: tuple[str, ...]) -> None:
        """Record an act on a claim that cannot be told, and whose claim it is."""
        self.unlinked, self.refers_to = act, whose

    @property
    def does(self) -> bool:
        """Say whether the statement does anything yet."""
        return any(self.edges.values()) or self.unlinked is not None

    def model(self) -> models.Statement:
        """Return the statement in the output form."""
        edges = {act: tuple(ids) for act, ids in self.edges.items()}
        return models.Statement(
            id=self.id,
            span=self.span,
            cue=self.cue,
            speaker_span=self.speaker_span,
            speakers=self.speakers,
            reported_by=self.reported_by,
            mode=self.mode,
            said=self.said,
            certainty=self.certainty,
            qualification=self.qualification,
            condition=self.condition,
            inference=self.inference,
            confidence=round(self.confidence, 2),
            asserts=edges.get("asserts", ()),
            denies=edges.get("denies", ()),
            questions=edges.get("questions", ()),
            retracts=edges.get("retracts", ()),
            supports=edges.get("supports", ()),
            rejects=edges.get("rejects", ()),
            demands=edges.get("demands", ()),
            accepts_if=edges.get("accepts_if", ()),
            unlinked=self.unlinked,
            refers_to=self.refers_to if self.unlinked else (),
            link_basis=self.link_basis,
            link_confidence=self.link_confidence,
        )


@dataclass
class Term:
    """A provision as the article gives it; `parties` tell it from others, `binds` are those who must act."""

    id: str
    part_of: str
    name: str
    text: str
    topic: str | None
    parties: tuple[str, ...]
    places: tuple[str, ...]
    words: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    """What tells it from others of its topic."""
    binds: tuple[str, ...] = ()
    amount: Amount | None = None
    number: str | None = None
    deadline: str | None = None
    exception: str | None = None
    place: str | None = None
    other_values: list[str] = field(default_factory=list[str])
    spans: list[models.Span] = field(default_factory=list[models.Span])


def term_model(term: Term) -> models.Term:
    """Return a term in the output form."""
    return models.Term(
        id=term.id,
        part_of=term.part_of,
        name=term.name,
        text=term.text,
        topic=term.topic and slug(term.topic),
        number=term.number,
        binds=term.binds,
        amount=term.amount.value if term.amount else None,
        unit=(term.amount.unit or None) if term.amount else None,
        other_values=tuple(term.other_values),
        deadline=term.deadline,
        exception=term.exception,
        place=term.place,
    )

"""An annotation in the making: statements are added one by one, and a bad one is refused by itself."""

from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from ..check import ON_CLAIMS
from ..models import (
    ACTS,
    Act,
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
from ..project import claim_id, normalised
from ..settings import Settings
from . import RowError
from .actors import Actors

VERSION = "1"
"""Version of the readers of coded data: how a source is understood."""


class Draft:
    """One document with what was coded of it."""

    def __init__(self, text: str, settings: Settings, when: str | None = None) -> None:
        self.text = text
        self.actors = Actors(settings, when)
        self.statements: list[Statement] = []
        self._claims: dict[str, Claim] = {}
        self._plans: dict[str, Plan] = {}
        self._terms: dict[str, Term] = {}
        self._seen = set[tuple[Any, ...]]()

    def claim(self, text: str, about: tuple[str, ...] = ()) -> str:
        """Return the local id of a claim with this sentence, new or not; RowError if it says nothing."""
        if not normalised(text):
            raise RowError(f"the claim {text!r} says nothing")
        id_ = claim_id(text)
        held = self._claims.get(id_) or _made(lambda: Claim(id=f"c{len(self._claims) + 1}", text=text))
        about = tuple(sorted({*held.about, *about}))
        self._claims[id_] = held.model_copy(update={"about": about})
        return held.id

    def plan(self, name: str) -> str:
        """Return the id of a plan by its name."""
        return self._plans.setdefault(_id(name), _made(lambda: Plan(id=_id(name), name=name))).id

    def term(self, plan: str, name: str) -> str:
        """Return the id of a provision of the plan with this id, by its name."""
        id_ = f"{plan}:{_id(name)}"
        made = _made(lambda: Term(id=id_, part_of=plan, name=name, text=name))
        return self._terms.setdefault(id_, made).id

    def state(self, act: Act, target: str, speakers: tuple[str, ...], span: Span, **more: Any) -> str:
        """Add a statement and return its id; RowError if its words are elsewhere or it is there already."""
        if act in ON_CLAIMS and target not in {claim.id for claim in self._claims.values()}:
            raise RowError(f"a statement {act} a claim, not a term or plan; give supports, rejects, demands")
        if (found := self.text[span.start : span.end]) != span.exact:
            raise RowError(f"{span.exact!r} is not what the text has at {span.start}-{span.end}: {found!r}")
        key = (span.start, span.end, frozenset(speakers), act, target)
        if key in self._seen:
            raise RowError("the same words, speaker and target came before in this document")
        id_ = f"s{len(self.statements) + 1}"
        fields: dict[str, Any] = {"id": id_, "speakers": speakers, act: (target,), "span": span, **more}
        made = _made(lambda: Statement.model_validate(fields))
        self._seen.add(key)
        self.statements.append(made)
        return id_

    def annotation(self, document: Document, reader: str) -> Annotation:
        """Return all that was stated as the annotation of `document`; what refused rows named is left out."""
        targets = {target for s in self.statements for act in ACTS for target in getattr(s, act)}
        claims = [claim for claim in self._claims.values() if claim.id in targets]
        targets |= {topic for claim in claims for topic in claim.about}
        terms = [term for term in self._terms.values() if term.id in targets]
        targets |= {term.part_of for term in terms}
        actors = {speaker for s in self.statements for speaker in s.speakers}
        return Annotation(
            document=document,
            extraction=Extraction(reader=reader, version=VERSION),
            actors=self.actors.with_ids(actors | {*filter(None, [document.publisher])}),
            plans=tuple(plan for plan in self._plans.values() if plan.id in targets),
            terms=tuple(terms),
            claims=tuple(claims),
            statements=tuple(self.statements),
        )


def document(**fields: Any) -> Document:
    """Return the document with these fields; RowError says which of them cannot be."""
    return _made(lambda: Document.model_validate(fields))


def checked_line(what: str, value: str | None) -> str | None:
    """Return a value as one line of text, or nothing; RowError if it holds control characters."""
    if value is None or not value.strip():
        return None
    line = " ".join(value.split())
    if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in line):
        raise RowError(f"{what}: {line[:80]!r} holds a control character")
    return line


def _id(name: str) -> str:
    if not (id_ := slug(name)):
        raise RowError(f"{name!r} is no name")
    return id_


def _made(make: Callable[[], Any]) -> Any:
    try:
        return make()
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise RowError(wrong) from error

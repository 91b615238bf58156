"""The claims of an article: each proposition once, compound ones with their parts."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from ... import models
from ..actors.cast import Cast
from ..attribution.contents import Content
from ..attribution.joined import joined_verbs
from ..sentences import child
from ..terms.plans import Plans
from .predicates import Frame, Predicates, shared
from .render import Writer
from .tense import Proposition
from .wording import tidy


@dataclass
class Claim:
    """A proposition under its local id, with what it is compared by."""

    id: str
    text: str
    about: set[str]
    frame: Frame | None = None
    part_of: str | None = None
    parts: list[str] = field(default_factory=list[str])
    topics: set[str] = field(default_factory=set[str])

    def model(self) -> models.Claim:
        """Return the claim in the output form."""
        about = tuple(sorted(self.about))
        return models.Claim(id=self.id, text=self.text, about=about, part_of=self.part_of)


class Claims:
    """Collects claims; the same text is the same claim."""

    def __init__(self, cast: Cast, plans: Plans, writer: Writer) -> None:
        self.cast, self.plans, self.writer = cast, plans, writer
        self.predicates = Predicates(cast, plans, writer.phrases)
        self.all: dict[str, Claim] = {}
        self._by_text: dict[str, str] = {}
        self._count = 0

    def add(self, text: str, about: set[str], *, part_of: str | None = None) -> Claim:
        """Return the claim with this text, new or not."""
        text = tidy(text)
        known = self._by_text.get(text.casefold())
        if known:
            return self.all[known]
        self._count += 1
        claim = Claim(f"c{self._count}", text, set(about), part_of=part_of)
        self.all[claim.id] = claim
        self._by_text[text.casefold()] = claim.id
        return claim

    def discard(self, claim: Claim, kept: set[str]) -> None:
        """Forget a claim that turned out to be another, with those of its parts that are as new."""
        for id_ in {claim.id, *claim.parts} - kept:
            if gone := self.all.pop(id_, None):
                self._by_text.pop(gone.text.casefold(), None)

    def add_clause(
        self,
        content: Content,
        proposition: Proposition,
        speakers: tuple[str, ...],
        *,
        backshift: bool = False,
    ) -> Claim:
        """Return the claim that a clause makes, with one part for each of its joined verbs."""
        claim = self.add(proposition.text, proposition.about)
        if claim.frame is None:
            claim.frame = self.predicates.frame(content.root, speakers)
            self._add_parts(claim, content, speakers, backshift=backshift)
        return claim

    def _add_parts(
        self, claim: Claim, content: Content, speakers: tuple[str, ...], *, backshift: bool
    ) -> None:
        joined = joined_verbs(content.root, content.tokens)
        if len(joined) < 2:
            return
        for index, verb in enumerate(joined):
            written = self._part(verb, joined[index + 1 :], content, speakers, backshift=backshift)
            part = self.add(written.text, written.about, part_of=claim.id)
            if part.id == claim.id or part.id in claim.parts:
                continue
            part.part_of = part.part_of or claim.id
            part.frame = self.predicates.frame(verb, speakers, joined)
            claim.parts.append(part.id)

    def _part(
        self,
        verb: Token,
        later: list[Token],
        content: Content,
        speakers: tuple[str, ...],
        *,
        backshift: bool,
    ) -> Proposition:
        """Write one predicate of a compound clause as a clause of its own, active if it can be."""
        first = content.root
        subject = child(first, "nsubj", "nsubjpass")
        inside = set(content.tokens)
        lead = [t for t in (subject.subtree if subject is not None else ()) if t in inside]
        helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        helpers = helpers or [c for c in first.children if c.dep_ in ("aux", "auxpass")]
        agent = child(verb, "agent") or shared(verb, later, "agent")
        borrowed = agent if agent is not None else shared(verb, later, "dobj")
        tokens = {*lead, *helpers, *self._own(verb, content)}
        tokens |= set(borrowed.subtree) if borrowed is not None else set()
        called = self.writer.called(speakers) if not lead and speakers else None
        return self.writer.write(
            sorted(tokens, key=lambda t: t.i),
            verb,
            speakers,
            subject=called,
            plural=self.writer.is_plural(speakers) if called else False,
            backshift=backshift,
            lender=first if verb != first else None,
            agent=agent,
        )

    def _own(self, verb: Token, content: Content) -> list[Token]:
        others = set(joined_verbs(content.root, content.tokens)) & set(verb.subtree) - {verb}
        skip = {s for o in others for s in o.subtree}
        left = {
            s
            for c in verb.children
            if c.dep_ in ("nsubj", "nsubjpass", "cc", "punct", "mark", "aux", "auxpass")
            for s in c.subtree
        }
        return [t for t in verb.subtree if t in content.tokens and t not in skip | left]

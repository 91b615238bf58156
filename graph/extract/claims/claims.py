"""The claims of an article: each proposition once, compound ones with their parts."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from ... import models
from ..actors.cast import Cast
from ..attribution.contents import Content
from ..attribution.joined import joined_verbs
from ..sentences import child
from ..terms.plans import Plans
from .index import Index
from .predicates import Frame, Predicates, key_of, shared
from .relative import antecedent
from .render import Writer
from .shares import shares
from .tense import Proposition
from .wording import tidy


@dataclass
class Claim:
    """A proposition under its local id, with what it is compared by."""

    id: str
    text: str
    about: set[str]
    number: int
    frame: Frame | None = None
    part_of: str | None = None
    parts: list[str] = field(default_factory=list[str])
    shares: list[str] = field(default_factory=list[str])
    """Its parts where one deed is done to several things: 'accepted the zone and the reopening'."""
    topics: set[str] = field(default_factory=set[str])
    wholes: list[str] = field(default_factory=list[str])
    """The claims that it is a part of; the first of them is `part_of`, unless that came before."""

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
        self.index = Index[Claim]()
        self.count = 0
        self._by_text: dict[str, str] = {}

    def add(self, text: str, about: set[str], *, part_of: str | None = None) -> Claim:
        """Return the claim with this text, new or not."""
        text = tidy(text)
        known = self._by_text.get(text.casefold())
        if known:
            return self.all[known]
        self.count += 1
        claim = Claim(f"c{self.count}", text, set(about), self.count, part_of=part_of)
        self.all[claim.id] = claim
        self._by_text[text.casefold()] = claim.id
        return claim

    def give(self, claim: Claim, frame: Frame) -> None:
        """Give a claim the frame by which it is found and compared."""
        self.index.drop(claim)
        claim.frame = frame
        self.index.put(claim)

    def turn(self, claim: Claim, doer: Token | None, thing: Token | None) -> None:
        """Compare a claim by another doer or thing than those of the verb that it shares."""
        if claim.frame is not None and doer is not None:
            self.give(claim, replace(claim.frame, agent=key_of(doer, self.cast, self.plans)))
        if claim.frame is not None and thing is not None:
            self.give(claim, replace(claim.frame, patient=key_of(thing, self.cast, self.plans)))

    def discard(self, claim: Claim, before: int) -> None:
        """Forget a claim that turned out to be another, with those of its parts; not those up to `before`."""
        for id_ in {claim.id, *claim.parts, *claim.shares}:
            gone = self.all.get(id_)
            if gone is not None and gone.number > before:
                del self.all[id_]
                self._by_text.pop(gone.text.casefold(), None)
                self.index.drop(gone)

    def add_clause(
        self,
        content: Content,
        proposition: Proposition,
        speakers: tuple[str, ...],
        *,
        backshift: bool = False,
        lender: Token | None = None,
    ) -> Claim:
        """Return the claim that a clause makes, with one part for each of its joined verbs.

        `lender` is a verb that lends the clause its subject.
        """
        claim = self.add(proposition.text, proposition.about)
        if claim.frame is None:
            joined = [lender, content.root] if lender is not None else None
            self.give(claim, self.predicates.frame(content.root, speakers, joined))
            self._add_parts(claim, content, speakers, backshift=backshift)
            self._add_shares(claim, content, speakers, backshift=backshift)
        return claim

    def _add_shares(
        self, claim: Claim, content: Content, speakers: tuple[str, ...], *, backshift: bool
    ) -> None:
        """Add a part for each thing that one deed is done to."""
        if claim.parts or claim.frame is None or content.root.pos_ != "VERB":
            return
        for share in shares(content):
            lead = child(content.root, "nsubj", "nsubjpass") in share.tokens
            called = None if lead or not speakers else self.writer.called(speakers)
            written = self.writer.write(
                share.tokens, content.root, speakers, subject=called, backshift=backshift
            )
            if written.negated or len(written.text) < 4:
                return
            part = self.add(written.text, written.about, part_of=claim.id)
            if part.id == claim.id or part.id in claim.shares:
                continue
            part.part_of = part.part_of or claim.id
            patient = key_of(share.thing, self.cast, self.plans)
            if part.frame is None:
                self.give(part, replace(claim.frame, patient=patient))
            claim.shares.append(part.id)
            part.wholes.append(claim.id)

    def forget_shares(self, addressed: set[str]) -> None:
        """Forget the things of deeds of which none is addressed by a statement, nor the deed itself."""
        for claim in [c for c in self.all.values() if c.shares]:
            if not addressed & {claim.id, *claim.shares}:
                for id_ in claim.shares:
                    part = self.all.get(id_)
                    if part is not None and part.part_of == claim.id and not part.wholes[1:]:
                        del self.all[id_]

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
            self.give(part, self.predicates.frame(verb, speakers, joined))
            claim.parts.append(part.id)
            part.wholes.append(claim.id)

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
        if (of := antecedent(subject)) is not None and not lead:
            told = [t for t in of.doc[of.left_edge.i : of.i + 1] if t.head == of or t == of]
            called = self.writer.write(told, of, ()).text
        return self.writer.write(
            sorted(tokens, key=lambda t: t.i),
            verb,
            speakers,
            subject=called,
            plural=self.writer.is_plural(speakers) if called and of is None else False,
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

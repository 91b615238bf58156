"""The claims of an article: each proposition once, compound ones with their parts."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from .. import models
from .cast import Cast
from .contents import Content
from .joined import joined_verbs
from .lexicon import words
from .plans import Plans
from .render import Writer, key_of
from .sentences import child
from .tense import Proposition
from .verbs import past
from .wording import tidy


@dataclass
class Claim:
    """A proposition under its local id, with what it is compared by."""

    id: str
    text: str
    about: set[str]
    verb: str | None = None
    agent: str | None = None
    patient: str | None = None
    part_of: str | None = None
    parts: list[str] = field(default_factory=list[str])
    topics: set[str] = field(default_factory=set[str])


class Claims:
    """Collects claims; the same text is the same claim."""

    def __init__(self, cast: Cast, plans: Plans, writer: Writer) -> None:
        self.cast, self.plans, self.writer = cast, plans, writer
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

    def add_clause(self, content: Content, proposition: Proposition, speakers: tuple[str, ...]) -> Claim:
        """Return the claim that a clause makes, with one part for each of its joined verbs."""
        claim = self.add(proposition.text, proposition.about)
        if claim.verb is None:
            verb = content.root
            claim.verb, claim.agent, claim.patient = self.predicate(verb, speakers)
            self._add_parts(claim, content, speakers)
        return claim

    def _add_parts(self, claim: Claim, content: Content, speakers: tuple[str, ...]) -> None:
        joined = joined_verbs(content.root, content.tokens)
        if len(joined) < 2:
            return
        for index, verb in enumerate(joined):
            text, about = self._part(verb, joined[index + 1 :], content, speakers)
            part = self.add(text, about, part_of=claim.id)
            if part.id == claim.id or part.id in claim.parts:
                continue
            part.part_of = part.part_of or claim.id
            part.verb, part.agent, part.patient = self.predicate(verb, speakers, joined)
            claim.parts.append(part.id)

    def _part(
        self, verb: Token, later: list[Token], content: Content, speakers: tuple[str, ...]
    ) -> tuple[str, set[str]]:
        """Write one predicate of a compound clause as a clause of its own, active if it can be."""
        first = content.root
        subject = child(first, "nsubj", "nsubjpass")
        helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        helpers = helpers or [c for c in first.children if c.dep_ in ("aux", "auxpass")]
        borrowed = _shared(verb, later, "agent") or _shared(verb, later, "dobj")
        own = self._own(verb, content)
        tokens = [*(subject.subtree if subject is not None else ()), *helpers, *own]
        if borrowed is not None:
            tokens += list(borrowed.subtree)
        written = self.writer.write(sorted(set(tokens), key=lambda t: t.i), first, speakers)
        if verb != first:
            written = self._regroup(verb, subject, helpers, own, borrowed, speakers)
        agent = child(verb, "agent") or (
            borrowed if borrowed is not None and borrowed.dep_ == "agent" else None
        )
        if agent is not None and subject is not None and subject.dep_ == "nsubjpass":
            return self._active(verb, subject, agent, own, speakers), written.about
        return written.text, written.about

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

    def _regroup(
        self,
        verb: Token,
        subject: Token | None,
        helpers: list[Token],
        own: list[Token],
        borrowed: Token | None,
        speakers: tuple[str, ...],
    ) -> Proposition:
        front = self._text(list(subject.subtree), speakers, subject.head) if subject is not None else ""
        rest = self.writer.write(
            own + (list(borrowed.subtree) if borrowed is not None else []), verb, speakers
        )
        passive = any(h.dep_ == "auxpass" for h in helpers)
        words = [h.lower_ for h in helpers]
        body = rest.text[:1].lower() + rest.text[1:] if own and own[0].text[0].islower() else rest.text
        if passive:
            plural = subject is not None and subject.tag_ in ("NNS", "NNPS")
            lead = "will be" if "will" in words or "would" in words else ("were" if plural else "was")
            body = f"{lead} {body}" if verb.tag_ in ("VBN", "VBD") else body
        elif "had" in words and verb.tag_ in ("VBN", "VBD"):
            body = body.replace(verb.text, past(verb.lemma_), 1)
        elif words and words[0] in ("will", "would") and verb.tag_ == "VB":
            body = f"will {body}"
        if subject is not None:
            rest.about |= self.writer.write(list(subject.subtree), verb, speakers).about
        rest.text = f"{front} {body}"
        return rest

    def _active(
        self, verb: Token, subject: Token, agent: Token, own: list[Token], speakers: tuple[str, ...]
    ) -> str:
        doer = child(agent, "pobj")
        who = self._text(list(doer.subtree) if doer is not None else [], speakers, verb)
        what = self._text(list(subject.subtree), speakers, verb, lower=True)
        rest = [t for t in own if t != verb and t not in set(agent.subtree) and t.i > verb.i]
        tail = self._text(rest, speakers, verb, lower=True) if rest else ""
        return f"{who} {past(verb.lemma_)} {what} {tail}"

    def _text(
        self, tokens: list[Token], speakers: tuple[str, ...], verb: Token, *, lower: bool = False
    ) -> str:
        text = self.writer.write(tokens, verb, speakers).text
        plain = lower and (text.startswith("The ") or (bool(tokens) and tokens[0].text[0].islower()))
        return text[:1].lower() + text[1:] if plain else text

    def predicate(
        self, verb: Token, speakers: tuple[str, ...], joined: list[Token] | None = None
    ) -> tuple[str, str | None, str | None]:
        """Return verb, doer and thing done of a clause, for comparison with others."""
        first = joined[0] if joined else verb
        if (owner := _backer(verb)) is not None:
            return (
                "support",
                key_of(owner, self.cast, self.plans),
                key_of(child(verb, "nsubj"), self.cast, self.plans),
            )
        later = joined[joined.index(verb) + 1 :] if joined else []
        subject, passive = child(first, "nsubj"), child(first, "nsubjpass")
        agent = child(verb, "agent") or (_shared(verb, later, "agent") if passive else None)
        thing = child(verb, "dobj") or _shared(verb, later, "dobj")
        doer = child(agent, "pobj") if agent is not None else subject
        patient = thing if thing is not None else passive
        if doer is not None and doer.lower_ in ("he", "she", "they", "i", "we", "it") and speakers:
            written = self.writer.write([doer], verb, speakers)
            known = next(iter(sorted(written.about)), None)
        else:
            known = self._holder(doer) or key_of(doer, self.cast, self.plans)
        if patient is not None and patient.lower_ == "it":
            return verb.lemma_.lower(), known, self.plans.main
        return verb.lemma_.lower(), known, key_of(patient, self.cast, self.plans)

    def _holder(self, noun: Token | None) -> str | None:
        """Return the person whom 'the secretary of state' means."""
        if noun is None or noun.lemma_.lower() not in words("posts") or self.cast.at(noun):
            return None
        voice = self.writer.phrases.voice(noun)
        one = voice.actors[0] if voice and len(voice.actors) == 1 else None
        return one if one and self.cast.known(one).kind == "Person" else None

    def models(self) -> tuple[models.Claim, ...]:
        """Return the claims in the output form."""
        return tuple(
            models.Claim(id=c.id, text=c.text, about=tuple(sorted(c.about)), part_of=c.part_of)
            for c in self.all.values()
        )


def _backer(verb: Token) -> Token | None:
    """Return X of 'the plan has the support of X'."""
    thing = child(verb, "dobj") if verb.lemma_ in ("have", "enjoy") else None
    if thing is None or thing.lemma_ not in ("support", "backing", "approval"):
        return None
    of = next((c for c in thing.children if c.lower_ == "of"), None)
    return child(of, "pobj") if of is not None else None


def _shared(verb: Token, later: list[Token], dep: str) -> Token | None:
    """Return what a later verb lends: in 'approved and changed by X', both are by X."""
    if child(verb, "dobj", "agent", "prep", "ccomp", "acomp", "attr", "xcomp", "oprd") is not None:
        return None
    for other in later:
        between = verb.doc[verb.i : other.i]
        if any(t.text == "," for t in between) and not any(t.lower_ == "and" for t in between):
            continue
        if (found := child(other, dep)) is not None:
            return found
        return None
    return None

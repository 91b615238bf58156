"""Denials of a noun of doing: 'denied the payment', 'denied any such promise', 'which she denied'."""

from spacy.tokens import Token

from ...models import Act
from ..afterthoughts import called, opening_noun
from ..attribution.attributions import Attribution
from ..attribution.standing import stance_words
from ..claims.claimwords import listed_words
from ..lexicon import words
from ..sentences import child, position
from ..terms.amounts import amount_in
from .answering import Answering
from .drafts import Draft
from .limits import condition_in
from .links import Link


class Deeds(Answering):
    """Finds the claim of the deed that a noun names, or writes it."""

    def clause_before(self, act: Attribution) -> None:
        """', which she denied' denies what its sentence says before; what that is may stay open."""
        verb = act.verb
        after = opening_noun(verb)
        begin = verb.sent[0] if after is None else verb.sent[0].nbor(-1).sent[0]
        start, at = position(begin), position(verb)
        before = [d for d in self.drafts if start <= d.span.start and d.span.end <= at]
        said = before[-1] if before and set(before[-1].edges) == {"asserts"} else None
        if said is not None and set(said.speakers) & set(act.voice.actors):
            self.omit(f"who '{verb.text}' this is not understood", verb)
            return
        which = child(verb, "dobj") or verb
        noun = verb.head if verb.head.lemma_ in words("said_before") and verb.dep_ == "relcl" else None
        noun = after if after is not None else noun
        judged = called(verb) if after is not None else None
        first, last = (which, which) if noun is None else judged or (noun.left_edge, noun)
        draft = self.draft(act, first, last)
        if said is None:
            draft.leave("denies", ())
            draft.confidence *= 0.8
            return
        link = Link(tuple(said.edges["asserts"]), "told in the same sentence", 0.95)
        self.aim(draft, "denies", link, act.voice.actors)

    def such(self, draft: Draft, target: Token) -> None:
        """'denied any such promise' denies the claim of one, or one that cannot be told."""
        link = self.links.such(target.lemma_.lower(), position(target), draft.speakers)
        if not link:
            draft.leave("denies", ())
            draft.confidence *= 0.8
            return
        self.aim(draft, "denies", link, draft.speakers)

    def noun_claim(self, edge: Act, target: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return the claim that a noun makes: that what is demanded takes place, or that one had it."""
        tokens = [t for t in target.subtree if not (t.head == target and t.lower_ == "any")]
        if edge == "demands" and (limit := condition_in(tokens)):
            tokens = tokens[: max(1, tokens.index(limit[0]) - _opening(tokens, limit[0]))]
        clause = tokens[0].lower_ == "that" and target.tag_ == "NNS"
        tokens = tokens[1:] if clause else tokens
        noun = self.writer.write(tokens, target, speakers)
        plain = (
            noun.text[:1].lower() + noun.text[1:]
            if target.subtree and tokens and (tokens[0].text[0].islower())
            else noun.text
        )
        if edge == "demands" and (worded := self._worded(target, speakers)) is not None:
            text = worded
        elif edge == "demands":
            plural = target.tag_ == "NNS"
            money = amount_in(noun.text)
            happens = (
                "is paid" if money and money[1].isupper() else ("take" if plural else "takes") + " place"
            )
            text = noun.text if clause else f"{noun.text} {happens}"
        elif edge == "denies" and target.lemma_.lower() in listed_words("had"):
            text = f"{self.writer.called(speakers)} had {plain}"
            noun.about.update(speakers)
        else:
            return []
        claim = self.claims.add(text, noun.about)
        claim.about.update(self.terms.find(claim.text, claim.about)[:3])
        return [claim.id]

    def _worded(self, noun: Token, speakers: tuple[str, ...]) -> str | None:
        """'Any mention of oil' would be that the text mentions oil."""
        of = next((c for c in noun.children if c.lower_ in ("of", "to") and c.i > noun.i), None)
        thing = child(of, "pobj") if of is not None else None
        if thing is None or noun.lemma_.lower() not in stance_words("worded"):
            return None
        plan = self.plans.name(self.plans.main) if self.plans.main is not None else "the text"
        written = self.writer.write(list(thing.subtree), thing, speakers).text
        own = thing.left_edge.text
        written = written[:1].lower() + written[1:] if own.islower() else written
        return f"{plan[:1].upper()}{plan[1:]} mentions {written}"


def _opening(tokens: list[Token], first: Token) -> int:
    """Return how many words open a condition: 3 of 'on condition that'."""
    at = tokens.index(first)
    return next(
        (n for n in (4, 3, 2) if at >= n and tokens[at - n].lower_ in ("on", "as", "so", "provided")), 1
    )

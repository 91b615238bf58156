"""Acts on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""

import re

from spacy.tokens import Token

from ...models import Act
from ..attribution.attributions import Attribution
from ..attribution.clauses import answers_before
from ..attribution.contents import Content, contents_of
from ..claims.claimwords import listed_words, verb_of
from ..claims.tense import OUGHT
from ..lexicon import words
from ..sentences import child, position, span
from ..terms.amounts import amount_in
from ..terms.numerals import SMALL
from .answering import Answering
from .drafts import Draft
from .limits import condition_in
from .links import NONE, Link
from .pointing import points_back
from .stances import OF_CLAIMS, stance_words, wished
from .targets import targets_of

_CLAIMING = frozenset(("announce", "confirm", "claim", "allege", "acknowledge", "admit"))
_NUMBERS = frozenset(("number", "figure", "count"))
_COUNTS = frozenset(
    (
        *SMALL,
        *[
            "half",
            "third",
            "quarter",
            "double",
            "twice",
            "dozen",
            "hundred",
            "thousand",
            "million",
            "billion",
            "percent",
        ],
    )
)
_TURNED: dict[Act, Act] = {"denies": "asserts", "asserts": "denies"}
_LEFT = ("denies", "retracts", "questions")


class Objects(Answering):
    """Reads acts whose object is a noun, not a clause."""

    def object(self, act: Attribution, target: Token) -> None:
        """Read an act on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""
        if act.act == "asserts" and target.lower_ == "nothing":
            self.omit(f"'{act.verb.text} nothing': what was not said is no statement", *act.cue)
            return
        if act.act == "asserts" and target.lemma_ in ("opposite", "contrary", "reverse"):
            self._content(act, Content(target, tuple(target.subtree)), [act])
            return
        if act.act == "denies" and answers_before(act.verb):
            self._clause_before(act)
            return
        if act.act == "asserts" and not points_back(target):
            if act.verb.lemma_ in _CLAIMING:
                self.omit(
                    f"what was '{act.verb.text}' is a noun, not a clause",
                    target.left_edge,
                    target.right_edge,
                )
            return
        told = act.verb.dep_ == "relcl" and act.verb.head == target
        draft = self.draft(act, target.left_edge, target if told else target.right_edge)
        if act.act == "denies" and any(c.lower_ == "such" for c in target.children):
            self._such(draft, target)
            return
        if not self._object_edges(draft, act, target):
            self.drop(draft, act)
            self.omit(
                f"no claim, term or plan is known that was '{act.verb.text}'",
                act.verb if act.verb.i < target.i else target.left_edge,
                target.right_edge if target.right_edge.i > act.verb.i else act.verb,
            )

    def _deed(self, draft: Draft, target: Token, speakers: tuple[str, ...]) -> bool:
        """'denied the payment', 'denied any meeting with X': the claim of such a deed, or one to be told."""
        link = self.links.deed(target.lemma_.lower(), position(target), speakers)
        claims = list(link.claims) if link else self._noun_claim("denies", target, speakers)
        if link:
            draft.link("denies", link)
        elif claims:
            draft.point("denies", *claims)
        else:
            draft.leave("denies", ())
            draft.confidence *= 0.8
        for claim in claims:
            self.links.remember("denies", speakers, claim, where=draft.span)
        return draft.does

    def _such(self, draft: Draft, target: Token) -> None:
        """'denied any such promise' denies the claim of one, or one that cannot be told."""
        lemma = target.lemma_.lower()
        link = self.links.such(lemma, verb_of(lemma), position(target), draft.speakers)
        if not link:
            draft.leave("denies", ())
            draft.confidence *= 0.8
            return
        draft.link("denies", link)
        for claim in link.claims:
            self.links.remember("denies", draft.speakers, claim, where=draft.span)

    def _clause_before(self, act: Attribution) -> None:
        """', which she denied' denies what its sentence says before; what that is may stay open."""
        verb = act.verb
        start, at = position(verb.sent[0]), position(verb)
        before = [d for d in self.drafts if start <= d.span.start and d.span.end <= at]
        said = before[-1] if before and set(before[-1].edges) == {"asserts"} else None
        if said is not None and set(said.speakers) & set(act.voice.actors):
            self.omit(f"who '{verb.text}' this is not understood", verb)
            return
        which = child(verb, "dobj") or verb
        noun = verb.head if verb.head.lemma_ in words("said_before") and verb.dep_ == "relcl" else None
        draft = self.draft(act, which, verb) if noun is None else self.draft(act, noun.left_edge, noun)
        if said is None:
            draft.leave("denies", ())
            draft.confidence *= 0.8
            return
        link = Link(tuple(said.edges["asserts"]), "told in the same sentence", 0.95)
        draft.link("denies", link)
        for claim in link.claims:
            self.links.remember("denies", act.voice.actors, claim, where=draft.span)

    def _object_edges(self, draft: Draft, act: Attribution, target: Token) -> bool:
        speakers, edge = act.voice.actors, act.act
        if edge in ("supports", "rejects") and (asked := self.links.called_for(target, speakers)):
            draft.point(edge, *asked)
            return True
        if edge == "retracts" or points_back(target):
            return self._on_claims(draft, edge, target, speakers)
        if edge in ("supports", "rejects"):
            return self._stance(draft, edge, act, target)
        if edge == "denies" and verb_of(target.lemma_.lower()):
            return self._deed(draft, target, speakers)
        claims = self._noun_claim(edge, target, speakers)
        draft.point(edge, *claims)
        for claim in claims:
            self.links.remember(edge, speakers, claim, where=draft.span)
        return bool(claims)

    def _on_claims(self, draft: Draft, edge: Act, target: Token, speakers: tuple[str, ...]) -> bool:
        """Point to the claims that a noun means; leave the act unlinked where they cannot be told."""
        pronoun = target.pos_ in ("PRON", "DET")
        if edge == "retracts":
            link = self.links.own(target, speakers)
            if not link and not points_back(target):
                return False
        else:
            if edge in ("supports", "rejects") and pronoun and self._stance_on_plan(draft, edge, target):
                return True
            question = self.question(position(target)) if pronoun and edge == "denies" else None
            if question is not None and question.content is not None:
                link = self._asked(question.content, speakers)
            else:
                link = self.links.denied(target, speakers)
            edge = OF_CLAIMS.get(edge, edge)
            if link.turned and edge in _TURNED:
                edge = _TURNED[edge]
            elif link.turned:
                link = NONE
            if target.lemma_.lower() in _NUMBERS and not all(self._counts(c) for c in link.claims):
                link = NONE
        if link:
            draft.link(edge, link)
            draft.confidence *= link.confidence
            for claim in link.claims:
                self.links.remember(edge, speakers, claim, where=draft.span)
        elif edge in _LEFT:
            draft.leave(edge, () if edge == "retracts" else self.links.owners.meant(target))
            draft.confidence *= 0.8
        return draft.does

    def _counts(self, claim: str) -> bool:
        """Say whether a claim names an amount."""
        words_ = re.findall(r"\w+", self.claims.all[claim].text.lower())
        return any(w[0].isdigit() or w in _COUNTS for w in words_)

    def _stance_on_plan(self, draft: Draft, edge: Act, target: Token) -> bool:
        targets = targets_of(target, self.terms, self.plans)
        draft.point(edge, *targets)
        return bool(targets)

    def _stance(self, draft: Draft, edge: Act, act: Attribution, target: Token) -> bool:
        """Point to the term or plan that is backed or refused, or to the deed that it would be."""
        after = [t for t in act.verb.sent if t.i > target.i and t in act.verb.subtree]
        if edge == "supports" and (found := condition_in(after)):
            edge, draft.condition = "accepts_if", span(self.text, *found).exact
        targets = targets_of(target, self.terms, self.plans)
        if not targets:
            targets = self.terms.from_noun(target)
            draft.confidence *= 0.7
        if not targets and target.lemma_.lower() in stance_words("deeds"):
            targets = self._noun_claim("demands", target, act.voice.actors)
        draft.point(edge, *targets)
        return bool(targets)

    def _noun_claim(self, edge: Act, target: Token, speakers: tuple[str, ...]) -> list[str]:
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
        if edge == "demands":
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

    def source(self, act: Attribution, noun: Token) -> None:
        """In 'denied the reports that ...' the reports assert what is denied."""
        sources = self.links.sources(noun)
        mine = [d for d in self.drafts if d.id in act.statements]
        claims = [c for d in mine for act_ in _ON_CLAIMS for c in d.edges.get(act_, [])]
        if not sources or set(sources) & set(act.voice.actors) or not claims:
            return
        other: Act = "asserts" if act.act == "denies" else "denies"
        if act.act in ("asserts", "denies") and any(d.edges.get(other) for d in mine):
            # The clause itself is negated: its source denies what the claim says without 'not'.
            self.claimed(noun, sources, claims, mine[0].span, "denies")
            return
        wants = any(wished(c, noun) or _ought(c.root) for c in act.contents or contents_of(noun))
        self.claimed(noun, sources, claims, mine[0].span, "demands" if wants else "asserts")
        self.drafts[-1].mode = mine[0].mode
        for denial in mine:
            if any(denial.edges.get(a) for a in _LEFT):
                denial.link_basis, denial.link_confidence = "told in the same sentence", 0.95


def has_it(act: Attribution, target: Token) -> bool:
    """'denied any knowledge that P' denies that one had it, not P."""
    return act.act == "denies" and target.lemma_.lower() in listed_words("had")


def _ought(verb: Token) -> bool:
    return any(c.lower_ in OUGHT for c in verb.children)


def _opening(tokens: list[Token], first: Token) -> int:
    """Return how many words open a condition: 3 of 'on condition that'."""
    at = tokens.index(first)
    return next(
        (n for n in (4, 3, 2) if at >= n and tokens[at - n].lower_ in ("on", "as", "so", "provided")), 1
    )


_ON_CLAIMS: tuple[Act, ...] = ("asserts", "denies", "questions", "supports", "rejects")

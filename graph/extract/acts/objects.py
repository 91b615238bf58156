"""Acts on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""

import re

from spacy.tokens import Token

from ...models import Act
from ...quantities.numbers import SMALL
from ..afterthoughts import opening_noun
from ..attribution.attributions import Attribution
from ..attribution.clauses import answers_before
from ..attribution.contents import contents_of
from ..claims.claimwords import listed_words
from ..claims.tense import OUGHT
from ..lexicon import words
from ..sentences import child, position, span
from .alleged import has_quality
from .drafts import Draft
from .limits import condition_in
from .links import NONE
from .pointing import POINTERS, points_back
from .reach import reach
from .stances import of_claim, on_condition, wished
from .stood import Stood
from .wanted import Wanted, told_besides

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
_AGAINST = frozenset(("contradict", "refute", "rebut"))
_PUT_FORWARD = words("plans") | {"offer", "demand", "call", "idea", "request", "ultimatum"}
_UPHOLDS = frozenset(("stand", "stick"))
_LEFT = ("denies", "retracts", "questions")


class Objects(Wanted):
    """Reads acts whose object is a noun, not a clause."""

    def object(self, act: Attribution, target: Token) -> None:
        """Read an act on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""
        if act.act == "asserts" and target.lower_ == "nothing":
            self.omit(f"'{act.verb.text} nothing': what was not said is no statement", *act.cue)
            return
        if act.act == "demands" and target.tag_ in ("WP", "WDT"):
            self.omit(f"what '{act.verb.text}' asks for is not told", *act.cue)
            return
        if act.act == "denies" and (answers_before(act.verb) or opening_noun(act.verb)):
            self.clause_before(act)
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
        stands = act.act in ("supports", "rejects", "demands")
        last = reach(act.verb, target) if stands else target.right_edge
        draft = self.draft(act, target.left_edge, target if told else last)
        draft.qualification = self.partly(act.verb)
        if act.act == "denies" and any(c.lower_ == "such" for c in target.children):
            self.such(draft, target)
            return
        if not self._object_edges(draft, act, target):
            self.drop(draft, act)
            self.omit(
                f"no claim, term or plan is known that was '{act.verb.text}'",
                act.verb if act.verb.i < target.i else target.left_edge,
                target.right_edge if target.right_edge.i > act.verb.i else act.verb,
            )

    def _object_edges(self, draft: Draft, act: Attribution, target: Token) -> bool:
        speakers, edge = act.voice.actors, act.act
        if edge in ("supports", "rejects") and self.on_call(draft, edge, target):
            return True
        if edge in ("supports", "rejects") and (asked := self.links.called_for(target, speakers)):
            draft.point(edge, *asked)
            return True
        if act.verb.lemma_ in _UPHOLDS and not act.told:
            if link := self.links.upheld(target, speakers):
                draft.link(edge, link)
            return bool(link)
        if edge in ("denies", "questions") and has_quality(target):
            return self.quality(draft, edge, act, target)
        if edge == "retracts" or points_back(target):
            return self._on_claims(draft, edge, act, target)
        if edge in ("supports", "rejects"):
            return self._stance(draft, edge, act, target)
        if edge == "denies" and act.verb.lemma_ == "dismiss" and target.lemma_.lower() in _PUT_FORWARD:
            return self._stance(draft, "rejects", act, target)
        if edge == "denies":
            if act.verb.lemma_ in _AGAINST and (them := self.phrases.voice(target)) is not None:
                return self._against(draft, them.actors, speakers, told=_of_something(act.verb, target))
            return self.deed(draft, target, speakers)
        doing = target.tag_ == "VBG" and child(target, "dobj") is not None
        claims = self.doing(target, speakers) if doing else self.noun_claim(edge, target, speakers)
        draft.point(edge, *claims)
        for claim in claims:
            self.links.remember(edge, speakers, claim, where=draft.span)
        return bool(claims)

    def _on_claims(self, draft: Draft, edge: Act, act: Attribution, target: Token) -> bool:
        """Point to the claims that a noun means; leave the act unlinked where they cannot be told."""
        speakers = act.voice.actors
        pronoun = target.pos_ in ("PRON", "DET") or target.lower_ in POINTERS
        if edge == "retracts":
            link = self.links.own(target, speakers)
            if not link and not points_back(target):
                return False
        else:
            if edge in ("supports", "rejects") and pronoun and self._stance(draft, edge, act, target):
                return True
            question = self.question(position(target)) if pronoun and edge == "denies" else None
            if question is not None and question.content is not None:
                link = self._asked(question.content, speakers)
            else:
                link = self.links.denied(target, speakers)
            edge = of_claim(edge, act.verb)
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
        elif edge in ("denies", "questions") and self.alleged(draft, edge, target, speakers):
            draft.confidence *= 0.9
        elif edge in _LEFT:
            draft.leave(edge, () if edge == "retracts" else self.links.owners.meant(target))
            draft.confidence *= 0.8
        return draft.does

    def _against(self, draft: Draft, them: tuple[str, ...], speakers: tuple[str, ...], *, told: bool) -> bool:
        """'contradicted the minister' denies what the minister said last, if that is one claim.

        `told` is whether the words tell on what, which may be anything that the minister said.
        """
        if set(them) & set(speakers):
            return False
        link = self.links.of_speakers(them, draft.span.start, speakers)
        if not link or told or len(link.claims) > 1 or self.links.deny_too(them, draft.span.start):
            draft.leave("denies", them)
            draft.confidence *= 0.8
            return True
        self.aim(draft, "denies", link, speakers)
        return True

    def _counts(self, claim: str) -> bool:
        """Say whether a claim names an amount."""
        words_ = re.findall(r"\w+", self.claims.all[claim].text.lower())
        return any(w[0].isdigit() or w in _COUNTS for w in words_)

    def _stance(self, draft: Draft, edge: Act, act: Attribution, target: Token) -> bool:
        """Point to what is backed or refused, on a condition if one is told."""
        besides = {t for c in act.verb.children if told_besides(c) for t in c.subtree}
        inside = [t for t in act.verb.subtree if t not in besides]
        after = [t for t in act.verb.sent if t.i > target.i and t in inside]
        found = condition_in(after) or condition_in(t for t in inside if t.i < act.verb.i)
        taken = on_condition(edge, found)
        if taken is None:
            return False
        draft.condition = span(self.text, *found).exact if found else None
        targets = self.thing(target, act.voice.actors, last=None if found else reach(act.verb, target))
        draft.point(taken, *targets)
        if targets and taken != "accepts_if":
            self.stood.append(Stood(act.voice.actors, tuple(targets), draft.span.start))
        return bool(targets)

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


def _of_something(*words_: Token) -> bool:
    """Say whether 'contradicted Peru on the map' tells of what, and not only when."""
    of = (c for w in words_ for c in w.children if c.lower_ in ("on", "about", "over"))
    things = (child(c, "pobj") for c in of)
    return any(thing is not None and thing.ent_type_ not in ("DATE", "TIME") for thing in things)


def _ought(verb: Token) -> bool:
    return any(c.lower_ in OUGHT for c in verb.children)


_ON_CLAIMS: tuple[Act, ...] = ("asserts", "denies", "questions", "supports", "rejects")

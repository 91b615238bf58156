"""What others want, told by the noun that is backed or refused: 'rejected Kyiv's calls for a truce'."""

from spacy.tokens import Token

from ...models import Act
from ..attribution.attributions import Attribution
from ..attribution.standing import stance_words
from ..sentences import child
from .drafts import Draft
from .things import Things


class Wanted(Things):
    """Reads stands on a call, a demand or an appeal for something."""

    def on_plan(self, act: Attribution) -> bool:
        """'Rejected an agreement adopted in Lima to cut waste' is of the agreement, not of its adoption."""
        noun = act.target if act.target is not None else child(act.verb, "dobj")
        plan = self.plans.at(noun) if noun is not None and act.act in ("supports", "rejects") else None
        if noun is None or plan is None or not _done_with(noun):
            return False
        self.draft(act, noun.left_edge, noun).point(act.act, plan)
        return True

    def on_call(self, draft: Draft, edge: Act, noun: Token) -> bool:
        """Let who 'rejected Kyiv's calls for a truce' reject what Kyiv so demands."""
        thing = called_for(noun)
        if thing is None:
            return False
        owners = tuple(o for o in self.links.sources(noun) if o not in draft.speakers)
        if known := self.links.wanted(thing, draft.speakers):
            draft.point(edge, *known)
            return True
        doing = thing.tag_ == "VBG" and child(thing, "dobj") is not None
        claims = self.doing(thing, owners) if doing else self.noun_claim("demands", thing, owners)
        draft.point(edge, *claims)
        for claim in claims:
            self.links.remember(edge, draft.speakers, claim, where=draft.span)
        if owners and claims:
            self.claimed(noun, owners, claims, draft.span, "demands")
        return bool(claims)


def _done_with(plan: Token) -> bool:
    return any(c.dep_ == "acl" and c.tag_ == "VBN" and c.i > plan.i for c in plan.children)


def told_besides(clause: Token) -> bool:
    """Say whether a clause is told besides a stand: ', while stating that Y acts if Z fails'."""
    while_ = any(c.lower_ in ("while", "whereas", "although", "though") for c in clause.children)
    return clause.dep_ == "advcl" and while_


def called_for(noun: Token) -> Token | None:
    """Return what a call is for: 'a truce' of 'calls for a truce'."""
    if noun.lemma_.lower() not in stance_words("calls"):
        return None
    near = (c for c in noun.children if c.lower_ == "for" and c.i > noun.i)
    return next((t for c in near if (t := child(c, "pobj", "pcomp")) is not None), None)

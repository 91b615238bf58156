"""Acts on what a noun tells: 'denied reports of talks', 'challenged the authenticity of the letter'."""

from typing import Literal

from spacy.tokens import Token

from ..attribution.attributions import Attribution
from ..claims.claims import Claim
from ..claims.claimwords import listed_words, quality, verb_of
from ..sentences import child, position
from .deeds import Deeds
from .drafts import Draft
from .pointing import points_back

_ANY = frozenset(("wrongdoing", "misconduct", "impropriety", "malpractice"))
"""What may be denied of whatever was alleged: 'denied fraud' is of a fraud only."""
_ALLEGE = frozenset(
    ("allegation", "accusation", "claim", "report", "rumour", "rumor", "suggestion", "charge", "speculation")
)
"""Of these, 'of' tells what there is said to be: not in 'his account of the talks'."""
_DETERMINERS = frozenset(("any", "the", "such", "some", "all"))
_NOW = frozenset(("ongoing", "current", "continuing", "present", "active"))
_FIXED = frozenset(("the", "this", "that", "these", "those", "such"))
_MANY = ("NNS", "NNPS")
On = Literal["denies", "questions"]


class Alleged(Deeds):
    """Writes what is alleged by a noun alone, and what a quality of a thing would be."""

    def deed(self, draft: Draft, target: Token, speakers: tuple[str, ...]) -> bool:
        """'denied the payment', 'denied any meeting with X': the claim of such a deed, or one to be told."""
        link = self.links.deed(target, speakers)
        if not link and _charge(target):
            link = self.links.charged(position(target), speakers)
        if link:
            self.aim(draft, "denies", link, speakers)
        elif claims := self.noun_claim("denies", target, speakers):
            draft.point("denies", *claims)
            for claim in claims:
                self.links.remember("denies", speakers, claim, where=draft.span)
        elif verb_of(target.lemma_.lower()) is None:
            return False
        elif not _known(target) and (claim := self.happened(target, speakers)) is not None:
            self._on(draft, "denies", claim, speakers)
        else:
            draft.leave("denies", ())
            draft.confidence *= 0.8
        return draft.does

    def alleged(self, draft: Draft, edge: On, target: Token, speakers: tuple[str, ...]) -> bool:
        """'allegations of strikes on the port': that there were such strikes; each of several things."""
        of = next((c for c in target.children if c.lower_ == "of" and c.dep_ == "prep"), None)
        thing = child(of, "pobj") if of is not None else None
        if thing is None or points_back(thing) or target.lemma_.lower() not in _ALLEGE:
            return False
        # The parser may join 'attacks on farms' to the 'allegations of strikes'.
        more = [t for t in target.conjuncts if t.i > target.i and not points_back(t)]
        things = (thing, *thing.conjuncts, *more)
        told = [claim for one in things if (claim := self.happened(one, speakers))]
        for claim in told:
            self._on(draft, edge, claim, speakers)
        return bool(told)

    def happened(self, noun: Token, speakers: tuple[str, ...]) -> Claim | None:
        """Return the claim that there was what a noun names; None for what is known or no common noun."""
        fixed = {c.lower_ for c in noun.children if c.dep_ == "det"} & _FIXED
        if noun.pos_ != "NOUN" or child(noun, "poss") is not None or (fixed and verb_of(noun.lemma_) is None):
            return None
        apart = (c for c in noun.children if c.dep_ in ("conj", "cc") or c.lower_ == "as")
        joined = {t for c in apart for t in c.subtree}
        left = {c for c in noun.children if c.lower_ in _DETERMINERS and c.i < noun.i} | joined
        tokens = [t for t in noun.subtree if t not in left]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        written = self.writer.write(tokens, noun, speakers)
        if not tokens or len(written.text) < 4:
            return None
        now = any(c.lower_ in _NOW for c in noun.children)
        be = ("are" if now else "were") if noun.tag_ in _MANY else ("is" if now else "was")
        name = written.text if tokens[0].ent_type_ or tokens[0].text[0].isupper() else _lower(written.text)
        a = "a " if _one_of(noun) else ""
        claim = self.claims.add(f"There {be} {a}{name}", written.about)
        if claim.frame is None:
            self.claims.give(claim, self.claims.predicates.of_noun(noun, speakers))
        claim.about.update(self.terms.find(claim.text, claim.about)[:3])
        return claim

    def quality(self, draft: Draft, edge: On, act: Attribution, target: Token) -> bool:
        """'disputed the accuracy of the report', 'questioned the authenticity of the letter'."""
        speakers, whole, adjective = act.voice.actors, whole_of(target), quality(target.lemma_.lower())
        if whole is None or adjective is None:
            return False
        if adjective == "exist":
            return self._existence(draft, edge, whole, speakers)
        if points_back(whole):
            link = self.links.denied(whole, speakers)
            if not link:
                draft.leave(edge, self.links.owners.meant(whole))
                return True
            self.aim(draft, edge, link, speakers)
            return True
        named = self.writer.write([t for t in whole.subtree if not t.is_punct], whole, speakers)
        be = "are" if whole.tag_ in _MANY or any(whole.conjuncts) else "is"
        claim = self.claims.add(f"{named.text} {be} {adjective}", named.about)
        self._on(draft, edge, claim, speakers)
        return True

    def _existence(self, draft: Draft, edge: On, whole: Token, speakers: tuple[str, ...]) -> bool:
        if any(c.lower_ == "such" for c in whole.children):
            link = self.links.such(whole.lemma_.lower(), position(whole), speakers)
            if link:
                self.aim(draft, edge, link, speakers)
                return True
        claim = self.happened(whole, speakers)
        if claim is not None:
            self._on(draft, edge, claim, speakers)
        else:
            draft.leave(edge, ())
        return True

    def _on(self, draft: Draft, edge: On, claim: Claim, speakers: tuple[str, ...]) -> None:
        """Deny or question a claim, or that of others which says the same."""
        known = self.links.counterpart(claim, speakers)
        meant = known[0] if known is not None else claim
        if known is not None:
            draft.link(edge, known[1])
        else:
            draft.point(edge, claim.id)
        self.links.remember(edge, speakers, meant.id, where=draft.span)


def _charge(noun: Token) -> bool:
    """Say whether 'denied the violation' or 'denied any wrongdoing' can mean what was just alleged."""
    alone = not any(c.dep_ in ("prep", "poss", "compound") for c in noun.children)
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    named = any(c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children)
    free = following is None or following.pos_ != "ADP"  # 'denied any fraud at the port' tells another
    return (
        alone
        and free
        and (named or noun.lemma_.lower() in _ANY)
        and noun.lemma_.lower() in listed_words("charges")
    )


def _known(noun: Token) -> bool:
    """Say whether a noun points to something known: 'the payment', 'its visit'."""
    return any(c.lower_ in _FIXED or c.dep_ == "poss" for c in noun.children)


def has_quality(noun: Token) -> bool:
    """Say whether a noun is the quality of a thing: 'the accuracy of the report'."""
    return quality(noun.lemma_.lower()) is not None and whole_of(noun) is not None


def whole_of(noun: Token) -> Token | None:
    """Return 'letter' of 'the authenticity of the letter' and of "the letter's authenticity"."""
    of = next((c for c in noun.children if c.lower_ == "of" and c.dep_ == "prep"), None)
    return child(of, "pobj") if of is not None else child(noun, "poss")


def _one_of(noun: Token) -> bool:
    """Say whether 'any truce' would be a truce, as against 'any fraud'."""
    lemma = noun.lemma_.lower()
    counted = lemma in listed_words("counted") or verb_of(lemma) is not None
    any_ = any(c.lower_ in ("any", "such", "the") for c in noun.children)
    return any_ and counted and noun.tag_ == "NN"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

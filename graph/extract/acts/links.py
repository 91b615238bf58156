"""Which earlier claim a denial, a doubt or a retraction is about, why, and how surely."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from ...models import Span
from ..actors.cast import Cast
from ..actors.phrases import Phrases
from ..claims.claims import Claim, Claims
from ..claims.claimwords import same_verb, verb_of
from ..claims.resembling import LEAST, MARGIN, resemblance
from ..claims.sameness import ENOUGH, alike, likeness, rivals
from ..lexicon import verb_act
from ..sentences import position
from .owners import Owners
from .pointing import POINTERS, hints, points_back, that_below

NEAR = 320
"""How many letters back 'this' and an answer reach."""

_SURE = 0.6
"""Links less sure than this are not made."""

_VERB_OF = {
    "accusation": "accuse",
    "allegation": "allege",
    "claim": "claim",
    "report": "report",
    "suggestion": "suggest",
    "assertion": "assert",
    "charge": "accuse",
    "remark": "remark",
    "warning": "warn",
    "threat": "threaten",
}
FINITE = ("VBD", "VBZ", "VBP")
_ALL = frozenset(("these", "those", "all", "both"))


@dataclass(frozen=True)
class Said:
    """Who did what to which claim, and where."""

    act: str
    speakers: tuple[str, ...]
    claim: str
    cue: str = ""
    at: int = 0
    end: int = 0


@dataclass(frozen=True)
class Link:
    """The claims that an act on 'the claims' or 'this' means, with the reason and how sure it is."""

    claims: tuple[str, ...]
    basis: str
    confidence: float
    turned: bool = False
    """Whether what was just said denies these claims, so that who denies that asserts them."""

    def __bool__(self) -> bool:
        return bool(self.claims) and self.confidence >= _SURE


NONE = Link((), "", 0.0)


class Links:
    """Remembers who said what and finds what a denial answers."""

    def __init__(self, cast: Cast, claims: Claims, phrases: Phrases) -> None:
        self.cast, self.claims = cast, claims
        self.owners = Owners(cast, claims, phrases)
        self.said: list[Said] = []

    def remember(
        self, act: str, speakers: tuple[str, ...], claim: str, cue: str = "", *, where: Span
    ) -> None:
        """Record an act on a claim, the word that reported it, and where its words stand."""
        self.said.append(Said(act, speakers, claim, cue, where.start, where.end))

    def denied(self, target: Token, speakers: tuple[str, ...]) -> Link:
        """Return the claims of others that 'the US claims' or 'this' means."""
        if not points_back(target):
            return NONE
        if target.lower_ in POINTERS:
            basis = f"'{target.lower_}' means what was just said"
            return self._close(self.answered(position(target), speakers, basis), target)
        before = self._by_others(position(target), speakers)
        sources = self.owners.of(target)
        if sources:
            before = [s for s in before if self.owners.speak_for(s.speakers, sources)]
        found = self._chosen(before, target, speakers, bool(sources))
        return found or self._last(before, target, bool(sources))

    def _chosen(
        self, before: list[Said], target: Token, speakers: tuple[str, ...], sourced: bool
    ) -> Link | None:
        """Choose by what the noun tells: whose claim, reported by which word, about what, about whom."""
        verb = _VERB_OF.get(target.lemma_.lower())
        named = [s for s in before if verb and s.cue == verb]
        mine = [s for s in before if self.owners.concerns(s.claim, speakers)]
        mine = [s for s in mine if self.owners.does(s.claim, speakers)] or mine
        sure_of_noun = sourced or len(named) == 1 or target.tag_ == "NN"
        told = [s for s in before if hints(target, self.claims.all[s.claim].text)]
        for chosen, basis, sure in (
            ([s for s in told if s in named] or told, "a claim about the thing that is named", 0.85),
            ([s for s in mine if s in named], f"reported by '{verb}' and about who denies it", 0.9),
            (mine if sourced else [], "claimed by those named, about who denies it", 0.9),
            (named if sure_of_noun else [], f"reported by '{verb}'", 0.8),
            (mine, "the latest claims about who denies it", 0.8),
            (before if sourced else [], "claimed by those named", 0.8 if len(before) == 1 else 0.65),
        ):  # fmt: skip
            if chosen:
                return Link(_some(chosen, target), basis, sure)
        return None

    def _last(self, before: list[Said], target: Token, sourced: bool) -> Link:
        near = [s for s in before if position(target) - s.end <= NEAR // 2]
        if not near or sourced or that_below(target):
            return NONE
        return self._close(Link(_some(near, target), "the claim just before", 0.75), target)

    def _close(self, link: Link, target: Token) -> Link:
        """Trust a link less for each verb that stands between the claim and what points back to it."""
        ends = [s.end for s in self.said if s.claim in link.claims and s.end <= position(target)]
        if not link or not ends:
            return link
        verbs = [t for t in target.doc if t.tag_ in FINITE and max(ends) <= position(t) < position(target)]
        other = max(0, len(verbs) - 1)
        return NONE if other > 1 else replace(link, confidence=round(link.confidence - 0.1 * other, 2))

    def answered(self, at: int, speakers: tuple[str, ...], basis: str) -> Link:
        """Return what was asked or asserted by others right before a place in the text."""
        before = [s for s in self._by_others(at, speakers, asked=True) if at - s.at <= NEAR]
        denied = [s for s in self._denied_by_others(at, speakers) if at - s.at <= NEAR]
        if denied and all(s.at < denied[-1].at for s in before):
            return Link(_ids(denied[-1:]), basis, 0.8, turned=True)
        if not before:
            return NONE
        last = max(before, key=lambda s: s.at)
        same = [s for s in before if s.at == last.at and s.speakers == last.speakers]
        sure = 0.85 if at - last.at <= NEAR // 2 or last.act == "asked" else 0.75
        return Link(_ids(same[-1:]), "answers the question" if last.act == "asked" else basis, sure)

    def of_speakers(self, them: tuple[str, ...], at: int, speakers: tuple[str, ...]) -> Link:
        """Return what those who 'are wrong' said last."""
        theirs = [s for s in self._by_others(at, speakers) if self.owners.alike(s.speakers, them)]
        if not theirs:
            return NONE
        last = [s for s in theirs if s.at >= theirs[-1].at - NEAR and s.speakers == theirs[-1].speakers]
        return Link(_ids(last), "said of those who claimed it", 0.8 if len(last) == 1 else 0.7)

    def such(self, noun: str, verb: str | None, at: int, speakers: tuple[str, ...]) -> Link:
        """Return the claim that 'no such meeting' means: one of a meeting, or of somebody who met."""
        for said in reversed(self._by_others(at, speakers, asked=True)):
            claim = self.claims.all[said.claim]
            frame = claim.frame
            if (frame and verb and frame.verb == verb) or noun in claim.text.casefold().split():
                return Link((claim.id,), f"'such' means the {noun} that was claimed", 0.8)
        return NONE

    def own(self, target: Token, speakers: tuple[str, ...]) -> Link:
        """Return the claims of the speakers themselves that 'that claim' or 'its report' means."""
        if not points_back(target):
            return NONE
        mine = [s for s in self.said if s.act == "asserts" and set(s.speakers) & set(speakers)]
        if not mine:
            return NONE
        verb = _VERB_OF.get(target.lemma_.lower())
        told = [s for s in mine if hints(target, self.claims.all[s.claim].text)]
        mine = told or [s for s in mine if s.cue == verb] or mine
        return Link(_some(mine, target), "claimed by who takes it back", 0.9 if len(mine) == 1 else 0.75)

    def called_for(self, target: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return what others demanded, when somebody backs or rejects 'the call'."""
        if target.lemma_.lower() not in ("call", "demand", "appeal", "request", "ultimatum"):
            return []
        asked = [s.claim for s in self.said if s.act == "demands" and s.speakers != speakers]
        return asked[-1:]

    def sources(self, target: Token) -> tuple[str, ...]:
        """Return whose claims 'the US claims' or 'reports' are, as far as the words tell."""
        return self.owners.named(target)

    def counterpart(self, claim: Claim, speakers: tuple[str, ...]) -> tuple[Claim, Link] | None:
        """Return the claim of others that says the same as `claim`, whole or part, the likeliest."""
        asserted = {s.claim for s in self.said if s.act == "asserts" and not set(s.speakers) & set(speakers)}
        asserted |= {p for c in asserted if c in self.claims.all for p in self.claims.all[c].parts}
        if claim.id in asserted:
            return claim, Link((claim.id,), "the same words", 0.95)
        best: tuple[float, float, Claim] | None = None
        own = " ".join(self.cast.known(s).name for s in speakers)
        for other in self.claims.all.values():
            if other.id not in asserted or other.id == claim.id or (other.parts and not claim.parts):
                continue
            sure = 0.0 if rivals(claim.text, other.text, own) else likeness(claim.frame, other.frame)
            if sure >= ENOUGH and (best is None or (sure, alike(claim.text, other.text)) >= best[:2]):
                best = (sure, alike(claim.text, other.text), other)
        if best is None:
            return self._resembling(claim, asserted, speakers, own)
        return best[2], Link((best[2].id,), "the same verb, doer and thing in other words", best[0])

    def _resembling(
        self, claim: Claim, asserted: set[str], speakers: tuple[str, ...], own: str
    ) -> tuple[Claim, Link] | None:
        """Return the one claim of others that a claim resembles by far the most, in its deed and its words."""
        homes = (of for s in speakers if (of := self.cast.known(s).of))
        names = [own, *(self.cast.known(of).name for of in homes if of in self.cast.members)]
        found: list[tuple[float, Claim]] = []
        for other in (c for c in self.claims.all.values() if c.id in asserted and c.id != claim.id):
            if (other.parts and not claim.parts) or rivals(claim.text, other.text, " ".join(names)):
                continue
            sure = resemblance((claim.text, claim.frame), (other.text, other.frame), names)
            found += [(sure, other)] if sure >= LEAST else []
        found.sort(key=lambda one: -one[0])
        if not found or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
            return None
        return found[0][1], Link((found[0][1].id,), "the same deed of the same doer", found[0][0])

    def deed(self, noun: str, at: int, speakers: tuple[str, ...]) -> Link:
        """Return the one claim of others, whole or part, of the deed that a noun such as 'payment' names."""
        verb = verb_of(noun)
        said = self._by_others(at, speakers) if verb else []
        ids = [i for s in said for i in (self.claims.all[s.claim].parts or [s.claim])]
        fits = dict.fromkeys(
            i
            for i in ids
            if i in self.claims.all and (f := self.claims.all[i].frame) and same_verb(f.verb, verb or "")
        )
        mine = [i for i in fits if self.owners.concerns(i, speakers)] or list(fits)
        return Link((mine[0],), f"the {noun} that was claimed", 0.8) if len(mine) == 1 else NONE

    def asserted(self, claim: str) -> bool:
        """Say whether anybody asserts the claim."""
        return any(s.act == "asserts" and s.claim == claim for s in self.said)

    def _denied_by_others(self, at: int, speakers: tuple[str, ...]) -> list[Said]:
        """Return what others denied before a place by saying the contrary: 'Peru never signed it'."""
        found = [s for s in self.said if s.act == "denies" and s.at < at and s.claim in self.claims.all]
        return [s for s in found if not set(s.speakers) & set(speakers) and verb_act(s.cue) == "asserts"]

    def _by_others(self, at: int, speakers: tuple[str, ...], *, asked: bool = False) -> list[Said]:
        """Return what others asserted before a place, or asked, as whole claims."""
        acts = ("asserts", "asked") if asked else ("asserts",)
        found = [s for s in self.said if s.act in acts and s.at < at and s.claim in self.claims.all]
        found = [s for s in found if not set(s.speakers) & set(speakers)]
        return [s for s in found if not self.claims.all[s.claim].part_of]


def _some(chosen: list[Said], target: Token) -> tuple[str, ...]:
    """Return the claims of the last one of `chosen`, and of more by the same speakers for a plural."""
    plural = target.tag_ in ("NNS", "NNPS") or target.lower_ in _ALL
    if not plural:
        return _ids(chosen[-1:])
    return _ids([s for s in chosen if s.speakers == chosen[-1].speakers])


def _ids(chosen: list[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.claim for s in chosen))

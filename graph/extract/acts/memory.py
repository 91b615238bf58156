"""Who said what of which claim in an article, and which claims say the same."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Token

from ...models import Span
from ..actors.cast import Cast
from ..actors.phrases import Phrases
from ..claims.claims import Claim, Claims
from ..claims.claimwords import converse_of, existing, listed_words, names_deed, of_deed, verbs_like
from ..claims.resembling import LEAST, MARGIN, resemblance, stems
from ..claims.sameness import ENOUGH, alike, likeness, rivals
from ..lexicon import verb_act
from ..sentences import position
from ..terms.wordlists import listed
from .nothing import nothing_done, of_figure
from .owners import Owners

_NEAR = 160
_SAID_TO_BE = frozenset(("alleged", "reported", "supposed", "claimed", "purported", "said", "such", "any"))
ACCUSES = frozenset(("accuse", "allege", "charge", "blame", "denounce"))
_SURE = 0.6
"""Links less sure than this are not made."""


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


class Memory:
    """Remembers acts on claims, and finds the claim that says the same as another."""

    def __init__(self, cast: Cast, claims: Claims, phrases: Phrases) -> None:
        self.cast, self.claims = cast, claims
        self.owners = Owners(cast, claims, phrases)
        self.said: list[Said] = []
        self._places: list[tuple[int, int]] = []
        self._asserters: dict[str, set[tuple[str, ...]]] = {}
        self._ends: dict[str, list[int]] = {}

    def remember(
        self, act: str, speakers: tuple[str, ...], claim: str, cue: str = "", *, where: Span
    ) -> None:
        """Record an act on a claim, the word that reported it, and where its words stand."""
        self.said.append(Said(act, speakers, claim, cue, where.start, where.end))
        insort(self._places, (where.start, len(self.said) - 1))
        self._ends.setdefault(claim, []).append(where.end)
        if act == "asserts":
            self._asserters.setdefault(claim, set()).add(speakers)

    def counterpart(self, claim: Claim, speakers: tuple[str, ...]) -> tuple[Claim, Link] | None:
        """Return the claim of others that says the same as `claim`, whole or part, the likeliest."""
        if self._others_assert(claim, speakers):
            return claim, Link((claim.id,), "the same words", 0.95)
        best: tuple[float, float, Claim] | None = None
        own = " ".join(self.cast.known(s).name for s in speakers)
        for other in self._claimed(self.claims.index.like(claim.frame), claim, speakers):
            sure = 0.0 if rivals(claim.text, other.text, own) else likeness(claim.frame, other.frame)
            if sure >= ENOUGH and (best is None or (sure, alike(claim.text, other.text)) >= best[:2]):
                best = (sure, alike(claim.text, other.text), other)
        if best is None:
            return (
                self._only_deed(claim, speakers)
                or self._resembling(claim, speakers, own)
                or self._only_thing(claim, speakers)
                or self._other_side(claim, speakers)
                or self._only_one(claim, speakers)
            )
        return best[2], Link((best[2].id,), "the same verb, doer and thing in other words", best[0])

    def _others_assert(self, claim: Claim, speakers: tuple[str, ...]) -> bool:
        """Say whether others assert a claim, or one that it is a part of."""
        wholes = (id_ for id_ in claim.wholes if id_ in self.claims.all)
        asserters = (by for id_ in (claim.id, *wholes) for by in self._asserters.get(id_, ()))
        return any(not set(by) & set(speakers) for by in asserters)

    def _claimed(self, found: list[Claim], claim: Claim, speakers: tuple[str, ...]) -> Iterator[Claim]:
        """Yield those that others assert and `claim` may be: a part is no claim in parts."""
        for other in found:
            if other.id != claim.id and (claim.parts or not other.parts):
                if self._others_assert(other, speakers):
                    yield other

    def _only_deed(self, claim: Claim, speakers: tuple[str, ...]) -> tuple[Claim, Link] | None:
        """Return the one claim of a deed that 'the meeting never took place' can mean."""
        frame = claim.frame
        if frame is None or frame.agent or frame.patient or not of_deed(claim.text, frame.verb):
            return None
        all_ = (c for c in self.claims.index.of_verb(frame.verb) if not c.parts)
        fits = list(islice((c for c in all_ if self._others_assert(c, speakers)), 2))
        link = Link((fits[0].id,), "the only such deed that was claimed", 0.75) if len(fits) == 1 else NONE
        return (fits[0], link) if link else None

    def _only_thing(self, claim: Claim, speakers: tuple[str, ...]) -> tuple[Claim, Link] | None:
        """Return the one claim of others in which the thing came to be that is said not to exist."""
        noun, told = existing(claim.text), stems(claim.text) - {"there"}
        if noun is None:
            return None
        makers = (c for verb in listed_words("makes") for c in self.claims.index.of_verb(verb))
        makes = (c for c in makers if c.frame is not None and c.frame.patient == noun and not c.parts)
        fits = [c for c in makes if told <= stems(c.text) and self._others_assert(c, speakers)]
        if len(fits) != 1:
            return None
        return fits[0], Link((fits[0].id,), f"the only claim of such a {noun}", 0.7)

    def _other_side(self, claim: Claim, speakers: tuple[str, ...]) -> tuple[Claim, Link] | None:
        """Return the one claim that 'it has received no letter' answers: that one was sent."""
        if (frame := claim.frame) is None or frame.patient is None:
            return None
        sent = (c for verb in converse_of(frame.verb) for c in self.claims.index.of_verb(verb))
        fits = [c for c in sent if c.frame is not None and c.frame.patient == frame.patient]
        fits = [c for c in fits if self._others_assert(c, speakers) and not rivals(claim.text, c.text)]
        if len(fits) != 1:
            return None
        return fits[0], Link((fits[0].id,), "the same thing, seen from the other side", 0.75)

    def _only_one(self, claim: Claim, speakers: tuple[str, ...]) -> tuple[Claim, Link] | None:
        """Return the one claim of others that 'nothing was withheld' or 'no such figure' can mean."""
        frame = claim.frame
        said = {id_: self.claims.all[id_] for id_ in self._asserters if id_ in self.claims.all}
        if frame is not None and nothing_done(claim):
            same = (c for verb in verbs_like(frame.verb) for c in self.claims.index.of_verb(verb))
            found = [c for c in same if c.id in said and not self._of_another(c, speakers)]
        else:
            found = of_figure(claim, (c for one in said.values() for c in self._smallest(one)))
        fits = [c for c in found if c.id != claim.id and self._others_assert(c, speakers)]
        if len(fits) != 1:
            return None
        return fits[0], Link((fits[0].id,), "the only claim of such a thing", 0.7)

    def _of_another(self, claim: Claim, speakers: tuple[str, ...]) -> bool:
        """Say whether a claim tells of another state than that of who denies it."""
        doer = claim.frame.agent if claim.frame is not None else None
        homes = {of for s in speakers if (of := self.cast.known(s).of)}
        state = doer in self.cast.members and self.cast.known(doer).kind == "State"
        return state and bool(homes) and doer not in homes | {*speakers}

    def _smallest(self, claim: Claim) -> list[Claim]:
        """Return a claim's parts, or the claim itself."""
        parts = [self.claims.all[i] for i in claim.parts or claim.shares if i in self.claims.all]
        return parts or [claim]

    def _resembling(self, claim: Claim, speakers: tuple[str, ...], own: str) -> tuple[Claim, Link] | None:
        """Return the one claim of others that a claim resembles by far the most."""
        homes = (of for s in speakers if (of := self.cast.known(s).of))
        names = [own, *(self.cast.known(of).name for of in homes if of in self.cast.members)]
        found: list[tuple[float, Claim]] = []
        stem = {word for name in names for word in stems(name)}
        for other in self._claimed(self.claims.index.resembling(claim.frame, stem), claim, speakers):
            if rivals(claim.text, other.text, " ".join(names)):
                continue
            sure = resemblance((claim.text, claim.frame), (other.text, other.frame), names)
            found += [(sure, other)] if sure >= LEAST else []
        found.sort(key=lambda one: -one[0])
        if not found or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
            return None
        return found[0][1], Link((found[0][1].id,), "the same deed of the same doer", found[0][0])

    def deed(self, target: Token, speakers: tuple[str, ...]) -> Link:
        """Return the one claim of others, whole or part, of the deed that a noun such as 'payment' names."""
        noun, said = target.lemma_.lower(), self.by_others(position(target), speakers)
        ids = [i for s in said for i in (self.claims.all[s.claim].parts or [s.claim])]
        fits = dict.fromkeys(
            i
            for i in ids
            if i in self.claims.all and (f := self.claims.all[i].frame) and names_deed(noun, f.verb)
        )
        own = any(t.tag_ == "PRP$" for t in target.subtree if t.i > target.i)
        if not all(_of_the_same(target, self.claims.all[i].text) for i in fits):
            return NONE
        if own and not any(self.owners.concerns(i, speakers) for i in fits):
            return NONE  # 'its own port' is that of who denies it
        mine = [i for i in fits if self.owners.concerns(i, speakers)] or list(fits)
        return Link((mine[0],), f"the {noun} that was claimed", 0.8) if len(mine) == 1 else NONE

    def charged(self, at: int, speakers: tuple[str, ...]) -> Link:
        """Return the claim right before a place that says who did something, when they deny a deed."""
        near = [s for s in self.by_others(at, speakers) if at - s.end <= _NEAR and s.cue in ACCUSES]
        mine = [s.claim for s in near if self.owners.does(s.claim, speakers)][-1:]
        return Link((mine[0],), "what who denies it was just said to have done", 0.75) if mine else NONE

    def made_by(self, claim: str) -> set[str]:
        """Return who asserts the claim."""
        return {actor for by in self._asserters.get(claim, ()) for actor in by}

    def last_end(self, claims: tuple[str, ...], at: int) -> int | None:
        """Return where the words of the last act on one of the claims end, before a place."""
        ends = (end for claim in claims for end in self._ends.get(claim, ()) if end <= at)
        return max(ends, default=None)

    def since(self, since: int, at: int) -> list[Said]:
        """Return what was remembered of the places from one up to another, in the order of remembering."""
        first, end = (bisect_left(self._places, (place,)) for place in (since, at))
        return [self.said[n] for n in sorted(number for _, number in self._places[first:end])]

    def denied_by_others(self, at: int, speakers: tuple[str, ...], since: int) -> list[Said]:
        """Return what others denied before a place by saying the contrary: 'Peru never signed it'."""
        found = [s for s in self.since(since, at) if s.act == "denies" and s.claim in self.claims.all]
        return [s for s in found if not set(s.speakers) & set(speakers) and verb_act(s.cue) == "asserts"]

    def by_others(
        self, at: int, speakers: tuple[str, ...], *, asked: bool = False, since: int = 0
    ) -> list[Said]:
        """Return what others asserted before a place, or asked, as whole claims, not that it stands in."""
        acts = ("asserts", "asked") if asked else ("asserts",)
        told = [s for s in self.since(since, at) if s.act in acts and s.claim in self.claims.all]
        found = [s for s in told if s.end <= at or s.act == "asked"]
        found = [s for s in found if not set(s.speakers) & set(speakers)]
        return [s for s in found if not self.claims.all[s.claim].part_of]


def _of_the_same(noun: Token, claim: str) -> bool:
    """Say whether 'the closure of the port' can be the deed of a claim, which then tells of the port."""
    kinds = (c for c in noun.children if c.dep_ in ("amod", "nummod", "compound"))
    if any(c.lemma_.lower() not in claim.casefold() and c.lower_ not in _SAID_TO_BE for c in kinds):
        return False  # 'the second closure', 'a partial closure'
    of = [c for c in noun.children if c.lower_ == "of" and c.dep_ == "prep"]
    if any(t.lower_ in listed("ordinals") or t.lower_ in ("other", "another") for c in of for t in c.subtree):
        return False
    words = {t.lemma_.lower() for c in of for t in c.subtree if t.pos_ in ("NOUN", "PROPN")}
    return not words or any(word in claim.casefold() for word in words)

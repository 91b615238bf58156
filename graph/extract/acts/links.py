"""Which earlier claim a denial, a doubt or a retraction is about, why, and how surely."""

from dataclasses import replace
from itertools import islice, takewhile

from spacy.tokens import Token

from ..claims.claimwords import names_deed
from ..sentences import position
from .memory import ACCUSES, NONE, Link, Memory, Said
from .pointing import POINTERS, both_of, hints, points_back, tells, that_below

_NEXT = 240
_RIGHT_AFTER = 6
"""How many letters, those of a stop and marks, part two sentences of one quotation."""
NEAR = 320
"""How many letters back 'this' and an answer reach."""


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
_CHARGES = frozenset(("accusation", "allegation", "charge"))
FINITE = ("VBD", "VBZ", "VBP")
_ALL = frozenset(("these", "those", "all", "both"))


class Links(Memory):
    """Remembers who said what and finds what a denial answers."""

    def denied(self, target: Token, speakers: tuple[str, ...]) -> Link:
        """Return the claims of others that 'the US claims' or 'this' means."""
        if target.lower_ == "neither":
            return self._two(position(target), speakers)
        if both_of(target):
            return self._both(position(target), speakers)
        if not points_back(target) or any(t.lower_ == "otherwise" for t in target.subtree):
            return NONE
        if target.lower_ in POINTERS or target.lower_ == "them":
            basis = f"'{target.lower_}' means what was just said"
            return self._close(self.answered(position(target), speakers, basis), target)
        before = self.by_others(position(target), speakers)
        sources = self.owners.of(target)
        if sources:
            before = [s for s in before if self.owners.speak_for(s.speakers, sources)]
        found = self._chosen(before, target, speakers, bool(sources))
        return found or self._last(before, target, bool(sources))

    def _two(self, at: int, speakers: tuple[str, ...]) -> Link:
        """Return the two claims that 'neither' means: just said by one speaker, and no third."""
        before = self.by_others(at, speakers, since=at - NEAR)
        theirs = _ids([s for s in before if s.speakers == before[-1].speakers])
        return Link(theirs, "'neither' means the two that were just said", 0.8) if len(theirs) == 2 else NONE

    def _both(self, at: int, speakers: tuple[str, ...]) -> Link:
        """Return the two things that 'both points' means: those of one claim, else the two just said."""
        before = self.by_others(at, speakers, since=at - 2 * NEAR)
        claim = self.claims.all[before[-1].claim] if before else None
        for two in (claim.parts, claim.shares) if claim is not None else ():
            if len(two) == 2:
                return Link(tuple(two), "both things that were just said", 0.8)
        theirs = _ids([s for s in before if s.speakers == before[-1].speakers])
        return Link(theirs, "the two that were just said", 0.8) if len(theirs) == 2 else NONE

    def _chosen(
        self, before: list[Said], target: Token, speakers: tuple[str, ...], sourced: bool
    ) -> Link | None:
        """Choose by what the noun tells: whose claim, reported by which word, about what, about whom."""
        verb = _VERB_OF.get(target.lemma_.lower())
        charge = target.lemma_.lower() in _CHARGES
        named = [s for s in before if verb and (s.cue == verb or (charge and s.cue in ACCUSES))]
        mine = [s for s in before if self.owners.concerns(s.claim, speakers)]
        mine = [s for s in mine if self.owners.does(s.claim, speakers)] or mine
        if _bare(target) and tells(target):
            mine = named = []  # 'denies deadline report' is of what was not told yet, but for its words
        sure_of_noun = sourced or len(named) == 1 or target.tag_ == "NN"
        told = [s for s in before if hints(target, self.claims.all[s.claim].text)] if tells(target) else []
        if _anew(target):
            mine = named = before = []  # 'dismissed allegations of torture' tells what was not told before
            told = [s for s in told if hints(target, self.claims.all[s.claim].text, most=True)]
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
        if not near or sourced or that_below(target) or ((_bare(target) or _anew(target)) and tells(target)):
            return NONE
        return self._close(Link(_some(near, target), "the claim just before", 0.75), target)

    def _close(self, link: Link, target: Token) -> Link:
        """Trust a link less for each verb between the claim's sentence and what points back to it."""
        end = self.last_end(link.claims, position(target))
        if not link or end is None:
            return link
        between = takewhile(lambda t: position(t) >= end, reversed(target.doc[: target.i]))
        told = next((t.sent for t in reversed(target.doc[: target.i]) if position(t) < end), None)
        apart = (t for t in between if told is None or t.i >= told.end)
        verbs = islice((t for t in apart if t.tag_ in FINITE), 3)
        other = max(0, len(list(verbs)) - 1)
        return NONE if other > 1 else replace(link, confidence=round(link.confidence - 0.1 * other, 2))

    def answered(self, at: int, speakers: tuple[str, ...], basis: str) -> Link:
        """Return what was asked or asserted by others right before a place in the text."""
        before = self.by_others(at, speakers, asked=True, since=at - NEAR)
        denied = self.denied_by_others(at, speakers, at - NEAR)
        if denied and all(s.at < denied[-1].at for s in before):
            return Link(_ids(denied[-1:]), basis, 0.8, turned=True)
        if not before:
            return NONE
        last = self._nearer(before, max(before, key=lambda s: s.at), speakers)
        same = [s for s in before if s.at == last.at and s.speakers == last.speakers]
        sure = 0.85 if at - last.at <= NEAR // 2 or last.act == "asked" else 0.75
        return Link(_ids(same[-1:]), "answers the question" if last.act == "asked" else basis, sure)

    def going_on(self, at: int, speakers: tuple[str, ...]) -> Link:
        """Return what the same speakers denied right before 'It is just not true'."""
        near = [s for s in self.since(at - _NEXT, at) if s.act != "asked"]
        last = max(near, key=lambda s: s.end, default=None)
        if last is None or last.speakers != speakers or last.act != "denies" or at - last.end > _RIGHT_AFTER:
            return NONE
        return Link((last.claim,), "goes on with what was just denied", 0.75)

    def _nearer(self, before: list[Said], last: Said, speakers: tuple[str, ...]) -> Said:
        """Return the charge against who answers where its maker then spoke of something else."""
        if last.act == "asked" or self.owners.concerns(last.claim, speakers):
            return last
        theirs = [s for s in before if s.speakers == last.speakers and s.cue in ACCUSES]
        near = (*speakers, *(of for s in speakers if (of := self.owners.cast.known(s).of)))
        mine = [s for s in theirs if self.owners.does(s.claim, near)]
        return mine[-1] if mine else last

    def of_speakers(self, them: tuple[str, ...], at: int, speakers: tuple[str, ...]) -> Link:
        """Return what those who 'are wrong' said last."""
        theirs = [s for s in self.by_others(at, speakers) if self.owners.alike(s.speakers, them)]
        if not theirs:
            return NONE
        last = [s for s in theirs if s.at >= theirs[-1].at - NEAR and s.speakers == theirs[-1].speakers]
        return Link(_ids(last), "said of those who claimed it", 0.8 if len(last) == 1 else 0.7)

    def deny_too(self, them: tuple[str, ...], at: int) -> bool:
        """Say whether those who are contradicted denied something as well, which may be what is meant."""
        near = (s for s in self.since(at - NEAR, at) if s.act == "denies")
        return any(self.owners.alike(s.speakers, them) for s in near)

    def such(self, noun: str, at: int, speakers: tuple[str, ...]) -> Link:
        """Return the claim that 'no such meeting' means: one of a meeting, or of somebody who met."""
        for said in reversed(self.by_others(at, speakers, asked=True)):
            claim = self.claims.all[said.claim]
            frame = claim.frame
            if (frame and names_deed(noun, frame.verb)) or noun in claim.text.casefold().split():
                return Link((claim.id,), f"'such' means the {noun} that was claimed", 0.8)
        return NONE

    def done(self, verb: str, at: int, speakers: set[str], *, same_only: bool = False) -> Link:
        """Return what 'We signed nothing of the sort' means: of that deed, of who says so, or the last."""
        before = [s for s in self.by_others(at, tuple(speakers), asked=True) if at - s.end <= 3 * NEAR]
        frames = {s.claim: self.claims.all[s.claim].frame for s in before}
        same = [s for s in before if (frame := frames[s.claim]) is not None and frame.verb == verb]
        mine = [s for s in before if self.owners.does(s.claim, tuple(speakers))]
        last = [s for s in before if at - s.end <= NEAR]
        likely = [[s for s in mine if s in same], same]
        for chosen in likely if same_only else (*likely, mine, last):
            if chosen:
                return Link(_ids(chosen[-1:]), "what who denies it was said to have done", 0.75)
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

    def upheld(self, target: Token, speakers: tuple[str, ...]) -> Link:
        """Return the claims that who 'stood by the account' made, or those for whom they speak."""
        link = self.own(target, speakers)
        near = {*speakers, *(of for s in speakers if (of := self.owners.cast.known(s).of))}
        before = self.by_others(position(target), speakers)
        kin = [s for s in before if self.owners.speak_for(s.speakers, near)]
        return link or (Link(_some(kin, target), "claimed by those who stand by it", 0.8) if kin else NONE)

    def called_for(self, target: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return what others demanded, when somebody backs or rejects 'the call'."""
        if target.lemma_.lower() not in ("call", "demand", "appeal", "request", "ultimatum"):
            return []
        asked = [s.claim for s in self.said if s.act == "demands" and s.speakers != speakers]
        return asked[-1:]

    def wanted(self, thing: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return what others demanded last of a thing that somebody names again: 'the call for a truce'."""
        name, at = thing.lemma_.lower(), position(thing)
        asked = [s.claim for s in self.said if s.act == "demands" and s.at < at and s.speakers != speakers]
        return [c for c in asked if name in self.claims.all[c].text.casefold().split()][-1:]

    def sources(self, target: Token) -> tuple[str, ...]:
        """Return whose claims 'the US claims' or 'reports' are, as far as the words tell."""
        return self.owners.named(target)


def _bare(noun: Token) -> bool:
    """Say whether a noun has nothing that points back: no 'the', no 'its'; plurals have none anyway."""
    return noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss") for c in noun.children)


def _anew(noun: Token) -> bool:
    """Say whether a noun tells of what it is and points to nothing: 'reports of talks'."""
    of = any(c.lower_ == "of" and c.dep_ == "prep" for c in noun.children)
    new = noun.lemma_.lower() in ("idea", "notion") or not any(
        c.dep_ in ("det", "poss") for c in noun.children
    )
    return of and bool(tells(noun)) and new


def _some(chosen: list[Said], target: Token) -> tuple[str, ...]:
    """Return the claims of the last one of `chosen`, and of more by the same speakers for a plural."""
    plural = target.tag_ in ("NNS", "NNPS") or target.lower_ in _ALL
    if not plural:
        return _ids(chosen[-1:])
    return _ids([s for s in chosen if s.speakers == chosen[-1].speakers])


def _ids(chosen: list[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.claim for s in chosen))

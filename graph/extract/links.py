"""Which earlier claim a denial, a doubt or a retraction is about."""

from dataclasses import dataclass

from spacy.tokens import Token

from .cast import Cast
from .claims import Claim, Claims
from .clauses import that_clause
from .lexicon import words
from .phrases import Phrases

_SAME = (
    {"approve", "accept", "agree", "endorse", "back", "support"},
    {"say", "tell", "state"},
    {"discuss", "negotiate", "talk"},
    {"modify", "change", "amend", "revise", "alter"},
    {"write", "draft", "author"},
    {"receive", "get"},
    {"hide", "conceal"},
    {"attack", "strike", "hit", "shell"},
    {"send", "supply", "deliver", "provide"},
    {"pay", "bribe"},
    {"order", "command"},
)
_ANY = frozenset(
    (
        "anything",
        "something",
        "so",
        "it",
        "this",
        "that",
        "such",
        "any",
        "term",
        "point",
        "provision",
        "text",
        "thing",
        "version",
    )
)
_VERB_OF = {
    "accusation": "accuse",
    "allegation": "allege",
    "claim": "claim",
    "report": "report",
    "suggestion": "suggest",
    "assertion": "assert",
    "charge": "charge",
    "remark": "remark",
}
_POINTERS = frozenset(("this", "that", "it", "these", "those", "all"))


@dataclass(frozen=True)
class Said:
    """Who did what to which claim, in reading order."""

    act: str
    speakers: tuple[str, ...]
    claim: str
    cue: str = ""


class Links:
    """Remembers who said what and finds what a denial answers."""

    def __init__(self, cast: Cast, claims: Claims, phrases: Phrases) -> None:
        self.cast, self.claims, self.phrases = cast, claims, phrases
        self.said: list[Said] = []

    def remember(self, act: str, speakers: tuple[str, ...], claim: str, cue: str = "") -> None:
        """Record an act on a claim, and the word that reported it."""
        self.said.append(Said(act, speakers, claim, cue))

    def denied(self, target: Token, speakers: tuple[str, ...]) -> tuple[list[str], float]:
        """Return the claims of others that 'the US claims' or 'this' means, and how sure it is."""
        if not points_back(target):
            return [], 0.0
        sources = set(self.phrases.states(target)) | self._owner(target)
        before = [s for s in self.said if s.act == "asserts" and not set(s.speakers) & set(speakers)]
        before = [s for s in before if not self.claims.all[s.claim].part_of]
        if sources:
            before = [s for s in before if self._from(s.speakers, sources)]
        pointer = target.lower_ in _POINTERS
        mine = [s for s in before if not pointer and self._involves(s.claim, speakers)]
        named = [s for s in before if s.cue and s.cue == _VERB_OF.get(target.lemma_.lower())]
        if named and not sources:
            mine = named if len(named) == 1 or target.tag_ == "NN" else mine or named
        if not (named and not sources):
            mine = [s for s in mine if self.claims.all[s.claim].agent in speakers] or mine
        plural = target.tag_ in ("NNS", "NNPS") or target.lower_ in ("these", "those", "all")
        chosen = mine or (before[-1:] if not sources or len(before) == 1 else [])
        if not plural:
            chosen = chosen[-1:]
        elif chosen:
            chosen = [s for s in chosen if s.speakers == chosen[-1].speakers]
        return list(dict.fromkeys(s.claim for s in chosen)), 0.85 if mine else 0.6

    def called_for(self, target: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return what others demanded, when somebody backs or rejects 'the call'."""
        if target.lemma_.lower() not in ("call", "demand", "appeal", "request", "ultimatum"):
            return []
        asked = [s.claim for s in self.said if s.act == "demands" and s.speakers != speakers]
        return asked[-1:]

    def sources(self, target: Token) -> tuple[str, ...]:
        """Return whose claims 'the US claims' or 'reports' are, as far as the words tell."""
        named = sorted(self._owner(target)) or self.phrases.states(target)[:1]
        if not named and target.lemma_.lower() in words("rumours"):
            voice = self.phrases.voice(target)
            named = list(voice.actors) if voice else []
        return tuple(named)

    def own(self, target: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return the claims of the speakers themselves that 'that claim' means."""
        if not points_back(target):
            return []
        mine = [s.claim for s in self.said if s.act == "asserts" and s.speakers == speakers]
        plural = target.tag_ in ("NNS", "NNPS")
        return list(dict.fromkeys(mine)) if plural else mine[-1:]

    def counterpart(self, claim: Claim, speakers: tuple[str, ...]) -> Claim | None:
        """Return a claim of others that says the same as `claim`: same verb, doer and thing."""
        if claim.verb is None:
            return None
        asserted = {s.claim for s in self.said if s.act == "asserts" and not set(s.speakers) & set(speakers)}
        asserted |= {p for c in asserted for p in self.claims.all[c].parts}
        for other in self.claims.all.values():
            if other.parts and not claim.parts:
                continue
            if other.id in asserted and other.id != claim.id and _same(claim, other):
                return other
        return None

    def asserted(self, claim: str) -> bool:
        """Say whether anybody asserts the claim."""
        return any(s.act == "asserts" and s.claim == claim for s in self.said)

    def _owner(self, target: Token) -> set[str]:
        found: set[str] = set()
        for token in target.children:
            if token.dep_ == "poss" and (voice := self.phrases.voice(token)):
                found |= set(voice.actors)
            if token.lower_ in ("by", "from", "of", "in") and token.dep_ == "prep":
                for noun in token.children:
                    voice = self.phrases.voice(noun) if noun.dep_ == "pobj" else None
                    found |= set(voice.actors) if voice else set()
        return found

    def _from(self, speakers: tuple[str, ...], sources: set[str]) -> bool:
        return any(s in sources or self.cast.known(s).of in sources for s in speakers)

    def _involves(self, claim: str, speakers: tuple[str, ...]) -> bool:
        about = self.claims.all[claim].about
        near = set(speakers) | {of for s in speakers if (of := self.cast.known(s).of)}
        return (
            bool(about & set(speakers))
            or bool(about & near)
            or any(
                self.cast.known(a).of in near
                for a in about
                if a in self.cast.members or a in self.cast.gazetteer.entries
            )
        )


def points_back(target: Token) -> bool:
    """Say whether a noun stands for what somebody else said."""
    if target.lower_ in _POINTERS and (target.pos_ in ("PRON", "DET") or target.dep_ == "dobj"):
        return True
    return target.lemma_.lower() in words("said_before") and that_clause(target) is None


def _same(one: Claim, other: Claim) -> bool:
    if one.verb != other.verb and not any({one.verb, other.verb} <= group for group in _SAME):
        return False
    doer = one.agent is None or other.agent is None or one.agent == other.agent
    known = one.agent is not None and one.agent == other.agent
    one_vague = one.patient is None or one.patient in _ANY
    if one.patient == other.patient and one.patient is not None:
        return doer
    return one_vague and doer and (known or one.patient in _ANY)

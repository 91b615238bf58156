"""Whose claims a noun phrase means, and whom a claim concerns."""

from spacy.tokens import Token

from ..actors.cast import Cast
from ..actors.phrases import Phrases
from ..attribution.contents import Content
from ..claims.claims import Claims
from ..lexicon import words
from ..meant import HE, THEY, mean
from ..sentences import child, in_quotes

_MADE = frozenset(("make", "raise", "level", "voice", "advance", "put"))


class Owners:
    """Tells from the words around 'claims' whose they are."""

    def __init__(self, cast: Cast, claims: Claims, phrases: Phrases) -> None:
        self.cast, self.claims, self.phrases = cast, claims, phrases

    def of(self, target: Token) -> set[str]:
        """Return the actors that 'the US claims', 'Kyiv's claim' or 'the claim by X' names."""
        return set(self.phrases.states(target)) | self._owners(target)

    def named(self, target: Token) -> tuple[str, ...]:
        """Return whose claims the words tell, and 'reports' themselves if nobody else's."""
        if (medium := self._medium(target)) is not None:
            return (medium,)
        found = sorted(self._owners(target)) or self.phrases.states(target)[:1]
        if not found and (owner := self.phrases.owner(target)) is not None:
            found = [owner.id]  # 'Its claim'
        if not found and target.lemma_.lower() in words("rumours"):
            voice = self.phrases.voice(target)
            found = list(voice.actors) if voice else []
        return tuple(found)

    def _medium(self, target: Token) -> str | None:
        """Return the media of 'US media reports', whose reports are not the state's."""
        medium = next((c for c in target.lefts if c.lemma_.lower() in words("media")), None)
        if medium is None or medium.dep_ not in ("compound", "amod", "nmod"):
            return None
        states = self.phrases.states(target)
        kept = [t for t in target.doc[target.left_edge.i : medium.i + 1] if t.pos_ not in ("DET", "NUM")]
        name = "".join(t.text_with_ws for t in kept).strip().replace("U.S.", "US").replace("U.K.", "UK")
        member = self.cast.join("AnonymousSource", name)
        member.many, member.of = True, member.of or (states[0] if states else None)
        return member.id

    def says_of_himself(self, noun: Token, contents: list[Content]) -> None:
        """In 'Poe's claim that he met her', 'he' is Poe, where he comes first."""
        owners = self._owners(noun) if child(noun, "poss") is not None or _by(noun) else set[str]()
        if len(owners) != 1:
            return
        kind = self.cast.known(next(iter(owners))).kind
        wanted = HE if kind == "Person" else THEY if kind in ("State", "Organization", "Collective") else ()
        for content in contents:
            subject = child(content.root, "nsubj", "nsubjpass")
            first = subject is not None and subject.lower_ in wanted and subject.i <= content.first.i + 1
            if subject is not None and first and not in_quotes(subject):
                mean([subject], tuple(owners))

    def meant(self, target: Token) -> tuple[str, ...]:
        """Return whose claims an act is on that could not be linked, as far as the words tell."""
        return tuple(sorted(self._owners(target))) or tuple(self.phrases.states(target)[:1])

    def speak_for(self, speakers: tuple[str, ...], sources: set[str]) -> bool:
        """Say whether a speaker is one of the sources or belongs to one."""
        of = any(s in sources or self.cast.known(s).of in sources for s in speakers)
        return of or self.alike(speakers, tuple(sources))

    def alike(self, speakers: tuple[str, ...], them: tuple[str, ...]) -> bool:
        """Say whether 'the officials' can be those 'Peruvian officials' who spoke."""
        if set(speakers) & set(them):
            return True
        last = {self._noun(t) for t in them if self._unnamed(t)}
        return any(self._noun(s) in last for s in speakers if self._unnamed(s))

    def _noun(self, actor: str) -> str:
        return self.cast.known(actor).name.split()[-1].lower().strip("'’")

    def _unnamed(self, actor: str) -> bool:
        return self.cast.known(actor).kind in ("AnonymousSource", "Collective")

    def concerns(self, claim: str, speakers: tuple[str, ...]) -> bool:
        """Say whether a claim is about speakers, their state or somebody of it."""
        about = self.claims.all[claim].about
        near = set(speakers) | {of for s in speakers if (of := self.cast.known(s).of)}
        known = (a for a in about if a in self.cast.members or a in self.cast.gazetteer.entries)
        return bool(about & near) or any(self.cast.known(a).of in near for a in known)

    def does(self, claim: str, speakers: tuple[str, ...]) -> bool:
        """Say whether a speaker is who did what a claim says."""
        frame = self.claims.all[claim].frame
        return frame is not None and frame.agent in speakers

    def _owners(self, target: Token) -> set[str]:
        found: set[str] = set()
        for token in target.children:
            if token.dep_ == "poss" and (voice := self.phrases.voice(token)):
                found |= set(voice.actors)
            made = token.dep_ == "acl" and token.lemma_ in _MADE
            if made and (agent := child(token, "agent")) is not None and (who := child(agent, "pobj")):
                found |= set(voice.actors) if (voice := self.phrases.voice(who, loose=True)) else set()
            if token.lower_ in ("by", "from", "of", "in") and token.dep_ in ("prep", "agent"):
                for noun in token.children:
                    voice = self.phrases.voice(noun) if noun.dep_ == "pobj" else None
                    found |= set(voice.actors) if voice else set()
        return found


def _by(noun: Token) -> bool:
    return any(c.lower_ == "by" and c.dep_ in ("prep", "agent") for c in noun.children)

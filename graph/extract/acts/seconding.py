"""Who backs what another wants: 'Peru, supported by Chile, urged deletion'."""

from spacy.tokens import Token

from ..attribution.attributions import Attribution
from ..sentences import child, span
from .bench import Bench
from .drafts import Draft


class Seconding(Bench):
    """Makes a statement of those by whom a speaker is supported."""

    def seconded(self, act: Attribution) -> None:
        """'Peru, supported by Chile, urged deletion': Chile backs what Peru wants."""
        subject = child(act.verb, "nsubj")
        mine = [d for d in self.drafts if d.id in act.statements and d.edges.get("demands")]
        by = seconder(subject) if subject is not None else None
        known = by is not None and all(self.cast.at(one) is not None for one in (by, *by.conjuncts))
        voice = self.phrases.voice(by) if by is not None and known else None
        if not mine or by is None or voice is None or set(voice.actors) & set(act.voice.actors):
            return
        cue = by.head.head
        draft = Draft(f"s{self.next_id()}", mine[0].span, voice.actors, cue=span(self.text, cue, cue))
        draft.speaker_span = span(self.text, voice.first, voice.last)
        draft.said, draft.reported_by, draft.confidence = mine[0].said, mine[0].reported_by, 0.7
        draft.point("supports", *mine[0].edges["demands"])
        self.drafts.append(draft)


def seconder(subject: Token) -> Token | None:
    """Return 'Chile' of 'Peru, supported by Chile,'."""
    for done in subject.children:
        if done.tag_ == "VBN" and done.lemma_ in ("support", "back", "second") and done.i > subject.i:
            if (agent := child(done, "agent")) is not None:
                return child(agent, "pobj")
    return None

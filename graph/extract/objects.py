"""Acts on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""

from spacy.tokens import Token

from ..models import Act
from .amounts import amount_in
from .attributions import Attribution
from .bench import Bench
from .drafts import Draft
from .lexicon import words
from .links import points_back
from .sentences import span
from .stances import targets_of

_HAD = frozenset(
    [
        "involvement",
        "knowledge",
        "role",
        "link",
        "tie",
        "contact",
        "responsibility",
        "part",
        "intention",
        "plan",
        "connection",
        "hand",
        "interest",
        "wish",
        "talk",
    ]
)
_CLAIMING = frozenset(("announce", "confirm", "claim", "allege", "acknowledge", "admit"))


class Objects(Bench):
    """Reads acts whose object is a noun, not a clause."""

    def object(self, act: Attribution, target: Token) -> None:
        """Read an act on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""
        if act.act == "asserts" and not points_back(target):
            if act.verb.lemma_ in _CLAIMING:
                self.omit(
                    f"what was '{act.verb.text}' is a noun, not a clause",
                    target.left_edge,
                    target.right_edge,
                )
            return
        draft = self.draft(act, target.left_edge, target.right_edge)
        if not self._object_edges(draft, act, target):
            self.drop(draft, act)
            self.omit(
                f"no claim, term or plan is known that was '{act.verb.text}'",
                act.verb if act.verb.i < target.i else target.left_edge,
                target.right_edge if target.right_edge.i > act.verb.i else act.verb,
            )

    def _object_edges(self, draft: Draft, act: Attribution, target: Token) -> bool:
        speakers, edge = act.voice.actors, act.act
        if edge == "retracts":
            claims = self.links.own(target, speakers)
        elif points_back(target):
            claims, sure = self.links.denied(target, speakers)
            draft.confidence *= sure or 1.0
            edge = "denies" if edge == "rejects" else edge
            edge = "asserts" if edge == "supports" else edge
        elif edge in ("supports", "rejects") and (asked := self.links.called_for(target, speakers)):
            draft.point(edge, *asked)
            return True
        elif edge in ("supports", "rejects"):
            targets = targets_of(target, self.terms, self.plans)
            if not targets:
                targets = self.terms.from_noun(target)
                draft.confidence *= 0.7
            draft.point(edge, *targets)
            return bool(targets)
        else:
            claims = self._noun_claim(edge, target, speakers)
        if claims:
            draft.point(edge, *claims)
            for claim in claims:
                self.links.remember(edge, speakers, claim)
        return bool(claims)

    def _noun_claim(self, edge: Act, target: Token, speakers: tuple[str, ...]) -> list[str]:
        tokens = [t for t in target.subtree if not (t.head == target and t.lower_ == "any")]
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
        elif edge == "denies" and target.lemma_.lower() in _HAD:
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
        claims = [c for d in mine for ids in d.edges.values() for c in ids]
        if not sources or set(sources) & set(act.voice.actors) or not claims:
            return
        draft = Draft(
            f"s{self.next_id()}",
            mine[0].span,
            sources,
            confidence=0.6,
            cue=span(self.text, noun, noun),
            mode=mine[0].mode,
        )
        draft.certainty = "rumoured" if noun.lemma_ in words("rumours") else "plain"
        draft.point("asserts", *claims)
        self.drafts.append(draft)
        for claim in claims:
            self.links.remember("asserts", sources, claim)

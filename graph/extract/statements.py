"""From acts of saying to statements that point to claims, terms and plans."""

from spacy.tokens import Span, Token

from .. import models
from ..models import Act
from .attributions import Attribution
from .cast import Cast
from .claims import Claim, Claims
from .contents import Content, contents_of, split_or
from .dates import Calendar
from .drafts import Draft
from .lexicon import words
from .links import Links, points_back, that_clause
from .phrases import Phrases
from .plans import Plans
from .render import Proposition, Writer
from .sentences import child, in_quotes, span
from .stances import act_on, called_false, condition_of, own_stance, qualification_of, targets_of
from .terms import Terms

_HAD = frozenset(
    (
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
    )
)
_CLAIMING = frozenset(("announce", "confirm", "claim", "allege", "acknowledge", "admit"))


class Statements:
    """Makes the statements of an article, in reading order."""

    def __init__(
        self,
        text: str,
        cast: Cast,
        plans: Plans,
        phrases: Phrases,
        terms: Terms,
        calendar: Calendar,
    ) -> None:
        self.text, self.cast, self.plans, self.phrases = text, cast, plans, phrases
        self.terms, self.calendar = terms, calendar
        self.writer = Writer(cast, plans, phrases)
        self.claims = Claims(cast, plans, self.writer)
        self.links = Links(cast, self.claims, phrases)
        self.drafts: list[Draft] = []
        self.omissions: list[models.Omission] = []
        self.last_said: str | None = None
        self._count = 0

    def omit(self, reason: str, first: Token, last: Token | None = None) -> None:
        """Record what was seen and not understood."""
        self.omissions.append(
            models.Omission(reason=reason, span=span(self.text, first, last if last is not None else first))
        )

    def add(self, acts: list[Attribution]) -> None:
        """Make the statements of one sentence's acts; what an outer act denies was not said."""
        for act in acts:
            parent = act.parent
            if parent is None or (parent.act == "asserts" and parent.statements):
                self._act(act, acts)
            elif parent.act != "asserts":
                self.omit("an act of saying inside what is denied, asked or demanded", *act.cue)

    def _act(self, act: Attribution, acts: list[Attribution]) -> None:
        target = act.target
        contents = act.contents
        if not contents and target is not None and not points_back(target):
            contents = contents_of(target)
        if contents:
            for content in contents:
                for part in split_or(content) if act.act == "denies" else [content]:
                    self._content(act, part, acts)
        elif target is not None:
            self._object(act, target)
        if act.target is not None and contents and that_clause(act.target) is not None:
            self._source(act, act.target)

    def _source(self, act: Attribution, noun: Token) -> None:
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

    def next_id(self) -> int:
        """Return the number of the next statement."""
        self._count += 1
        return self._count

    def _draft(self, act: Attribution, first: Token, last: Token) -> Draft:
        certainty = (
            "rumoured" if act.rumoured else ("hedged" if act.verb.lemma_ in words("hedges") else "plain")
        )
        parent = act.parent
        draft = Draft(
            f"s{self.next_id()}",
            span(self.text, first, last),
            act.voice.actors,
            cue=span(self.text, *act.cue),
            mode=_mode(first, last),
            speaker_span=span(self.text, act.voice.first, act.voice.last),
            said=self._said(act),
            certainty=certainty,
            confidence=act.confidence,
        )
        if parent is not None:
            draft.reported_by = self._outer(act, parent)
        if any(n.endswith(("reports", "rumours", "rumors")) for n in act.voice.actors):
            draft.certainty = "rumoured"
        self.drafts.append(draft)
        act.statements.append(draft.id)
        return draft

    def _outer(self, act: Attribution, parent: Attribution) -> str | None:
        for content, statement in zip(parent.contents, parent.statements, strict=False):
            if act.verb in content.tokens:
                return statement
        return parent.statements[0] if parent.statements else None

    def _content(self, act: Attribution, content: Content, acts: list[Attribution]) -> None:
        if _is_empty(content):
            return
        draft = self._draft(act, content.first, content.last)
        if (doubted := called_false(content.root)) is not None and self._false(draft, act, doubted):
            return
        inner = [
            a
            for a in acts
            if a.parent is act
            and content.root in (a.verb, a.verb.head)
            and (a.verb == content.root or a.verb.lower_ == "according")
        ]
        if act.act == "asserts" and inner:
            if inner[0].act == "denies" or any(_denial(c.root) for c in inner[0].contents):
                self._vouch(draft, act, content)
            return
        proposition = self._write(act, content)
        if not proposition.text or len(proposition.text) < 4:
            self.omit("the words that were said make no clause", content.first, content.last)
            self._drop(draft, act)
            return
        edge = act_on(act.act, proposition)
        if proposition.hedged and draft.certainty == "plain":
            draft.certainty = "hedged"
        if found := condition_of(content):
            draft.condition = span(self.text, *found).exact
        self._point(draft, edge, act, content, proposition)

    def _false(self, draft: Draft, act: Attribution, doubted: Token) -> bool:
        """'These claims are baseless' denies them; so does 'his claim that ... is false'."""
        speakers = act.voice.actors
        claims, sure = self.links.denied(doubted, speakers)
        for content in contents_of(doubted) if that_clause(doubted) is not None else []:
            written = self.writer.write(content.tokens, content.root, speakers)
            claims, sure = [self.claims.add_clause(content, written, speakers).id], 0.9
        if claims:
            draft.point("denies", *claims)
            draft.confidence *= sure
        return bool(claims)

    def _vouch(self, draft: Draft, act: Attribution, content: Content) -> None:
        """What the outer speaker asserts is that the inner one denied it."""
        written = self._write(act, content)
        claim = self.claims.add_clause(content, written, act.voice.actors)
        draft.vouched = claim.id
        self.links.remember("asserts", act.voice.actors, claim.id)

    def _drop(self, draft: Draft, act: Attribution) -> None:
        self.drafts.remove(draft)
        act.statements.remove(draft.id)

    def _write(self, act: Attribution, content: Content) -> Proposition:
        root, speakers = content.root, act.voice.actors
        subject, plural = None, False
        own = child(root, "nsubj", "nsubjpass", "expl", "csubj")
        verb = root.pos_ in ("VERB", "AUX")
        lead = content.first == root or (
            content.first.head == root and (content.first.dep_ in ("aux", "auxpass", "neg", "advmod"))
        )
        if own is None and verb and root.dep_ == "conj" and lead:
            shared = child(root.head, "nsubj", "nsubjpass")
            subject = self._name(shared) if shared is not None else self.writer.called(speakers)
            if shared is not None and shared.lower_ in ("he", "she", "they", "it", "we", "i"):
                subject = self.writer.called(speakers)
        elif own is None and verb and lead:
            thing = child(act.verb, "dobj")
            if thing is not None and thing.tag_ in ("WDT", "WP") and act.verb.dep_ == "relcl":
                thing = act.verb.head
            plural = self.writer.is_plural(speakers)
            subject = self.writer.called(speakers)
            if thing is not None and thing.i < root.i:
                subject = self._name(thing, root)
                plural = thing.tag_ in ("NNS", "NNPS")
        if act.verb.lemma_ in words("naming") and not verb:
            return self._naming(act, content, own)
        return self.writer.write(
            content.tokens, root, speakers, subject=subject, plural=plural, keep_not=act.act == "demands"
        )

    def _naming(self, act: Attribution, content: Content, own: Token | None) -> Proposition:
        thing = own if own is not None else child(act.verb, "dobj")
        if thing is not None and thing.lower_ in ("it", "them") and act.verb.dep_ == "advcl":
            thing = child(act.verb.head, "dobj") or thing
        rest = [t for t in content.tokens if thing is None or t not in set(thing.subtree)]
        name = self._name(thing) if thing is not None else "It"
        plural = thing is not None and (thing.tag_ == "NNS" or thing.lower_ in ("they", "them"))
        return self.writer.write(
            rest, content.root, act.voice.actors, subject=f"{name} {'are' if plural else 'is'}"
        )

    def _name(self, noun: Token, outside: Token | None = None) -> str:
        skip = {
            s for c in noun.children if c.dep_ in ("relcl", "acl") or outside in c.subtree for s in c.subtree
        }
        skip |= {t for t in noun.subtree if t.text == ","}
        return self.writer.write([t for t in noun.subtree if t not in skip], noun, ()).text

    def _point(
        self, draft: Draft, edge: Act, act: Attribution, content: Content, proposition: Proposition
    ) -> None:
        speakers = act.voice.actors
        doer = self.claims.predicate(content.root, speakers)[1] or (
            speakers[0] if child(content.root, "nsubj") is None and len(speakers) == 1 else None
        )
        home = {of for s in speakers if (of := self.cast.known(s).of)}
        stance = own_stance(content, doer, speakers, home, proposition.negated, self.terms, self.plans)
        if stance and act.act in ("asserts", "denies"):
            draft.point(stance[0], *stance[1])
            return
        before = set(self.claims.all)
        claim = self.claims.add_clause(content, proposition, speakers)
        if claim.agent is None and child(content.root, "nsubj", "nsubjpass") is None:
            claim.agent = doer
            claim.about.update(speakers if doer in speakers else ())
        claim.about.update(self.terms.find(claim.text, claim.about)[:3])
        if edge == "denies":
            claim = self._denied(draft, claim, before, content, speakers)
        draft.point(edge, claim.id)
        self.links.remember(edge, speakers, claim.id, act.verb.lemma_.lower())

    def _denied(
        self,
        draft: Draft,
        claim: Claim,
        before: set[str],
        content: Content,
        speakers: tuple[str, ...],
    ) -> Claim:
        if found := qualification_of(content):
            draft.qualification = self.text[slice(*found)]
        other = self.links.counterpart(claim, speakers)
        if other is None:
            return claim
        if claim.id not in before:
            self.claims.discard(claim)
        return other

    def _object(self, act: Attribution, target: Token) -> None:
        """Read an act on a noun: 'denied the claims', 'rejected the plan', 'demanded a truce'."""
        if act.act == "asserts" and not points_back(target):
            if act.verb.lemma_ in _CLAIMING:
                self.omit(
                    f"what was '{act.verb.text}' is a noun, not a clause",
                    target.left_edge,
                    target.right_edge,
                )
            return
        draft = self._draft(act, target.left_edge, target.right_edge)
        if not self._object_edges(draft, act, target):
            self._drop(draft, act)
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
            text = noun.text if clause else f"{noun.text} {'take' if plural else 'takes'} place"
        elif edge == "denies" and target.lemma_.lower() in _HAD:
            text = f"{self.writer.called(speakers)} had {plain}"
            noun.about.update(speakers)
        else:
            return []
        claim = self.claims.add(text, noun.about)
        claim.about.update(self.terms.find(claim.text, claim.about)[:3])
        return [claim.id]

    def _said(self, act: Attribution) -> str | None:
        inside = {t for c in act.contents for t in c.tokens}
        if act.parent is not None:
            outer = {t for c in act.parent.contents for t in c.tokens}
            return self.calendar.said(
                " ".join(t.text for t in sorted(outer - inside, key=lambda t: t.i)), self.last_said
            )
        verb: Token | None = act.verb
        while verb is not None:
            near = [t.text for t in verb.subtree if t not in inside]
            if found := self.calendar.said(" ".join(near), self.last_said):
                self.last_said = found
                return found
            verb = verb.head if verb.tag_ == "VBG" and verb.head != verb else None
        return None

    def finish(self) -> list[Draft]:
        """Let outer statements vouch for inner ones, and link denials to later claims."""
        by_id = {d.id: d for d in self.drafts}
        hollow = {d.id for d in self.drafts if not d.edges}
        for draft in reversed(self.drafts):
            outer = by_id.get(draft.reported_by or "")
            if outer is not None and outer.id in hollow:
                if outer.vouched:
                    outer.point("asserts", outer.vouched)
                for act, ids in draft.edges.items():
                    known = [i for i in ids if i in self.claims.all]
                    outer.point("denies" if act == "denies" else "asserts", *known)
        for draft in self.drafts:
            for index, id_ in enumerate(draft.edges.get("denies", [])):
                later = self.links.counterpart(self.claims.all[id_], draft.speakers)
                if later is not None and not self.links.asserted(id_):
                    draft.edges["denies"][index] = later.id
        self.drafts = [d for d in self.drafts if any(d.edges.values())]
        return self.drafts


def _is_empty(content: Content) -> bool:
    """'Nor will we': nothing is said that a claim could hold."""
    return content.root.tag_ == "MD" or (
        content.root.pos_ == "AUX"
        and not any(
            c.dep_ in ("attr", "acomp", "prep", "advmod", "ccomp", "xcomp", "nsubjpass")
            for c in content.root.children
        )
    )


def _denial(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _mode(first: Token, last: Token) -> str:
    words_ = first.doc[first.i : last.i + 1]
    if in_quotes(first) and in_quotes(last):
        return "mixed" if '"' in words_.text else "direct"
    return "mixed" if '"' in words_.text else "indirect"


def whole_sentence(sentence: Span) -> Content:
    """Return a sentence as one content."""
    tokens = [t for t in sentence if not (t.is_space or t.text == '"')]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return Content(sentence.root, tuple(tokens))

"""From acts of saying to statements that point to claims, terms and plans."""

from spacy.tokens import Span, Token

from ..models import Act
from .attributions import Attribution
from .claims import Claim
from .clauses import that_clause
from .contents import Content, contents_of, split_or
from .cueforms import addressee
from .drafts import Draft
from .lexicon import words
from .links import points_back
from .objects import Objects
from .sentences import child, span
from .stances import act_on, called_false, condition_of, own_stance, qualification_of
from .tense import Proposition

_VOWS = frozenset(["promise", "pledge", "vow", "threaten", "agree", "swear", "offer", "propose", "undertake"])


class Statements(Objects):
    """Makes the statements of an article, in reading order."""

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
            self.object(act, target)
        if act.target is not None and contents and that_clause(act.target) is not None:
            self.source(act, act.target)

    def _content(self, act: Attribution, content: Content, acts: list[Attribution]) -> None:
        if _is_empty(content):
            return
        draft = self.draft(act, content.first, content.last)
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
            self._vouch(draft, act, content)
            return
        proposition = self._write(act, content)
        if not proposition.text or len(proposition.text) < 4:
            self.omit("the words that were said make no clause", content.first, content.last)
            self.drop(draft, act)
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
        """What the outer speaker asserts is that the inner one said so, not what was said."""
        written = self._write(act, content)
        claim = self.claims.add_clause(content, written, act.voice.actors)
        draft.vouched = claim.id
        self.links.remember("asserts", act.voice.actors, claim.id)

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
            thing = addressee(act.verb)
            if thing is not None and thing.tag_ in ("WDT", "WP") and act.verb.dep_ == "relcl":
                thing = act.verb.head
            plural = self.writer.is_plural(speakers)
            subject = self.writer.called(speakers)
            if thing is not None and thing.i < root.i:
                subject = self._name(thing, root)
                plural = thing.tag_ in ("NNS", "NNPS")
        if subject and act.verb.lemma_ in _VOWS and root.tag_ == "VB":
            subject, plural = f"{subject} will", True
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
            s
            for c in noun.children
            if c.dep_ in ("relcl", "acl") or (outside is not None and outside in c.subtree)
            for s in c.subtree
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
            self.claims.discard(claim, before)
        return other

    def finish(self) -> list[Draft]:
        """Let outer statements assert that the inner ones were made, and link denials to later claims."""
        by_id = {d.id: d for d in self.drafts}
        hollow = {d.id for d in self.drafts if not d.edges}
        for draft in reversed(self.drafts):
            outer = by_id.get(draft.reported_by or "")
            if outer is not None and outer.id in hollow:
                if outer.vouched:
                    outer.point("asserts", outer.vouched)
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


def whole_sentence(sentence: Span) -> Content:
    """Return a sentence as one content."""
    tokens = [t for t in sentence if not (t.is_space or t.text == '"')]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return Content(sentence.root, tuple(tokens))

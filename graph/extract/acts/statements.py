"""From acts of saying to statements that point to claims, terms and plans."""

from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from ...models import Act
from ..attribution.attributions import Attribution
from ..attribution.clauses import that_clause
from ..attribution.contents import Content
from ..attribution.cueforms import addressee
from ..claims.contrast import Contrast, contrast_of
from ..claims.hedging import principle, unhedged
from ..claims.misread import headless
from ..claims.propositions import backshift
from ..claims.splitting import split, without_less
from ..claims.tense import Proposition
from ..lexicon import noun_act, words
from ..sentences import child, position, span
from .alleged import has_quality, whole_of
from .comments import lost_subject, no_comment
from .corrections import Corrections
from .drafts import Draft
from .ellipses import is_empty
from .ending import Ending
from .framed import JUDGED, Framed, framed_of
from .judged import words_of
from .limits import condition_beside, condition_of, only_if, qualification_of
from .objects import Objects, has_it
from .passing import Passing, thrown_in
from .pointing import closed_by, contents_on, telling, that_below
from .seconding import Seconding
from .stances import act_on, of_claim
from .verdicts import CONTRARY, verdict_of


class Statements(Ending, Objects, Corrections, Passing, Seconding):
    """Makes the statements of an article, in reading order."""

    def add(self, acts: list[Attribution]) -> None:
        """Make the statements of one sentence's acts; what an outer act denies was not said."""
        for framed in (f for a in acts for c in a.contents if (f := framed_of(c)) and f.act != "asserts"):
            self.closed.update(t for c in framed.contents for t in c.tokens)
        for noun in (n for a in acts for n in (a.target, a.verb) if n is not None and n.pos_ == "NOUN"):
            self.links.owners.says_of_himself(noun, contents_on(noun, judged=True))
        for noun in (a.target for a in acts if a.act in ("denies", "rejects") and a.target is not None):
            whole = whole_of(noun) if has_quality(noun) else None
            self.closed.update(closed_by(whole or noun))
        for act in acts:
            parent = act.parent
            if act.verb in self.closed:
                self.omit("an act of saying inside what is denied, asked or demanded", *act.cue)
            elif parent is None or (parent.act == "asserts" and parent.statements):
                own = self.claim_own(act)
                self._act(act, acts)
                self.seconded(act)
                if own:
                    self.take_back(act)
            elif parent.act != "asserts":
                self.omit("an act of saying inside what is denied, asked or demanded", *act.cue)

    def _act(self, act: Attribution, acts: list[Attribution]) -> None:
        if act.target is not None and has_quality(act.target) and (whole := whole_of(act.target)) is not None:
            act = replace(act, target=whole) if contents_on(whole, judged=True) else act
        target, contents = act.target, act.contents
        if target is not None and _of_denial(target):
            self.omit(f"what '{act.verb.text}' a denial affirms is not understood", *act.cue)
            return
        if self.on_plan(act):
            return
        told = act.told and (target is None or that_clause(target) is None)
        if not contents and target is not None and not (has_it(act, target) or told):
            contents = contents_on(target, judged=act.act in ("denies", "rejects", "questions"))
        if contents:
            for content in contents:
                for part in split(content, denied=act.act == "denies"):
                    self._content(act, part, acts)
        elif target is not None and act.act == "asserts" and target.lemma_ in CONTRARY:
            self._content(act, Content(target, tuple(target.subtree)), acts)
        elif target is not None:
            self.object(act, target)
        if act.target is not None and contents and (that_below(act.target) or telling(act.target)):
            self.source(act, act.target)

    def _framed(self, act: Attribution, content: Content, framed: Framed, acts: list[Attribution]) -> None:
        """Read 'It is false that P' as an act on P, in all these words; nothing where it cannot be told."""
        judged = JUDGED.get((act.act, framed.act))
        if judged is None:
            self.omit("whether this is affirmed or denied is not understood", content.first, content.last)
            return
        start = content
        for inner in framed.contents:
            end = content.last if content.root.i > inner.last.i else inner.last
            self._content(replace(act, act=judged), inner, acts, (start.first, end))
            start = inner
        if framed.noun is not None:
            self.source(replace(act, act=judged), framed.noun)

    def _content(
        self,
        act: Attribution,
        content: Content,
        acts: list[Attribution],
        words_: tuple[Token, Token] | None = None,
    ) -> None:
        if act.act in ("asserts", "denies") and (framed := framed_of(content)) is not None:
            self._framed(act, content, framed, acts)
            return
        if act.act == "asserts" and only_if(content):
            self.omit("a condition without what would follow is no statement", content.first, content.last)
            return
        if act.act == "asserts" and headless(content):
            self.omit("what these words are about is not understood", content.first, content.last)
            return
        if act.act == "asserts" and no_comment(content):
            self.omit("no comment is no denial: nothing is claimed here", content.first, content.last)
            return
        if act.act == "asserts" and lost_subject(content):
            self.omit("a clause without the subject that may deny it", content.first, content.last)
            return
        clear, tail = without_less(content)
        if act.act == "asserts" and tail is not None:
            self.omit("what 'let alone' adds is not read", tail)
            if clear is None:
                return
        content = clear or content
        verdict = verdict_of(content, act.verb)
        if is_empty(content) and verdict is None:
            return
        if act.bare and self._held(act, content):
            return
        draft = self.draft(act, *(words_ or words_of(content, verdict, bare=act.bare)))
        if act.quotes:
            self.quoted(draft, act, content, acts)
            return
        if verdict is not None and self.judge(draft, act, content, verdict):
            draft.qualification = draft.qualification or self.partly(content.root, act.verb)
            return
        content, seems = unhedged(content)
        if act.act == "asserts" and (wanted := principle(content)) is not None:
            act, content = replace(act, act="demands"), wanted
        if act.act == "asserts" and (found := contrast_of(content)) is not None:
            content = found.so
            if found.apart is not None:
                draft.span = span(self.text, content.first, content.last)
            self._instead(draft if found.apart is None else self.draft(act, *found.apart), act, found)
        inner = [
            a
            for a in acts
            if (a.parent is act or (a is not act and thrown_in(act, content)))
            and content.root in (a.verb, a.verb.head)
            and (a.verb == content.root or a.verb.lower_ == "according")
        ]
        if act.act == "asserts" and inner:
            self.vouch(draft, act, content, acts)
            return
        proposition = self._write(act, content)
        if proposition.unclear:
            self.omit("one negation more than is understood", content.first, content.last)
            self.drop(draft, act)
            return
        if not proposition.text or len(proposition.text) < 4:
            self.omit("the words that were said make no clause", content.first, content.last)
            self.drop(draft, act)
            return
        if (seems or proposition.hedged) and draft.certainty == "plain":
            draft.certainty = "hedged"
        if found := condition_of(content) or condition_beside(act.verb, content):
            draft.condition = span(self.text, *found).exact
        if narrow := qualification_of(content, mild=True):
            draft.qualification = self.text[slice(*narrow)]
        self._point(draft, self._edge(act, proposition, content), act, content, proposition)

    def _held(self, act: Attribution, content: Content) -> bool:
        """Say whether a statement of the same speakers has these words already, as a retraction does."""
        where, since = span(self.text, content.first, content.last), position(content.first.sent[0])
        here = takewhile(lambda d: d.span.end > since, reversed(self.drafts))
        return any((d.speakers, d.span) == (act.voice.actors, where) for d in here)

    def _instead(self, draft: Draft, act: Attribution, contrast: Contrast) -> None:
        """'Calder, not Osmark, wrote it' denies that Osmark did."""
        instead = contrast.instead
        written = self._write(act, instead, contrast.lender)
        if written.negated or len(written.text) < 4:
            return
        before, shift, lender = self.claims.count, backshift(act, instead), contrast.lender
        claim = self.claims.add_clause(instead, written, act.voice.actors, backshift=shift, lender=lender)
        self.claims.turn(claim, contrast.doer, contrast.reached)
        self.deny(draft, "denies", claim, before, instead, act.voice.actors)

    def _edge(self, act: Attribution, proposition: Proposition, content: Content) -> Act:
        """Return what an act does to a clause: who rejects what was alleged denies it."""
        edge = act.act
        if act.target is not None and act.target.lemma_.lower() in words("said_before"):
            edge = edge if proposition.ought else of_claim(edge, act.verb)
        return act_on(edge, proposition, content, act.verb)

    def _point(
        self, draft: Draft, edge: Act, act: Attribution, content: Content, proposition: Proposition
    ) -> None:
        speakers = act.voice.actors
        if act.told and edge == "supports" and draft.condition:
            edge = "accepts_if"
        taken = self.stances_in(act, content)
        for stance, targets, _ in taken:
            draft.point(stance, *targets)
        if any(root == content.root for _, _, root in taken):
            if act.bare:
                self._narrow(draft, content)
            return
        before = self.claims.count
        shift = backshift(act, content)
        claim = self.claims.add_clause(content, proposition, speakers, backshift=shift)
        frame = claim.frame
        if frame and frame.agent is None and child(content.root, "nsubj", "nsubjpass", "expl") is None:
            doer = speakers[0] if len(speakers) == 1 and content.root.pos_ in ("VERB", "AUX") else None
            if doer and (whom := addressee(act.verb)) is not None and whom.i < content.root.i:
                doer = self.claims.predicates.who(whom, speakers, content.root)
            self.claims.give(claim, replace(frame, agent=doer))
            claim.about.update(speakers if doer else ())
        claim.about.update(self.terms.find(claim.text, claim.about)[:3])
        if edge in ("denies", "questions"):
            self.deny(draft, edge, claim, before, content, speakers, act.verb.lemma_.lower())
        else:
            claim = self.same(claim, before) if edge == "asserts" else claim
            draft.point(edge, claim.id)
            self.links.remember(edge, speakers, claim.id, act.verb.lemma_.lower(), where=draft.span)

    def _narrow(self, draft: Draft, content: Content) -> None:
        """Give 'We cannot accept the cap' its cue, its speaker and what it is about."""
        verb = content.root
        subject = child(verb, "nsubj")
        by = next((c for c in verb.children if c.dep_ == "prep" and c.i == verb.i + 1), None)
        thing = child(verb, "dobj") or (child(by, "pobj") if by is not None else None)
        if (
            subject is None
            or subject.lower_ not in ("i", "we")
            or thing is None
            or thing not in content.tokens
        ):
            return
        draft.cue = span(self.text, verb, by if by is not None and thing.head == by else verb)
        draft.speaker_span = span(self.text, subject, subject)
        draft.span = span(self.text, thing.left_edge, content.last)


def _of_denial(noun: Token) -> bool:
    return noun_act(noun.lemma_.lower()) == "denies" and that_clause(noun) is not None


def whole_sentence(sentence: Span) -> Content:
    """Return a sentence as one content."""
    tokens = [t for t in sentence if not (t.is_space or t.text == '"')]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return Content(sentence.root, tuple(tokens))

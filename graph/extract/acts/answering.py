"""Acts on what was said before: 'That is not true', 'They are wrong', 'No', and answers to questions."""

from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from ... import models
from ...models import Act
from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..claims.propositions import Propositions
from ..lexicon import words
from ..sentences import address, child, position, span
from .askedhere import asked_here
from .asking import Asked, answers, asked, told_since
from .drafts import Draft
from .ellipses import does_so, is_empty
from .judged import Verdict
from .links import NEAR, NONE, Link
from .pointing import that_below, told_below

_SHORT = 6
_POINTERS = frozenset(("it", "this", "that"))
_FAR = 2000
"""Characters that no act of the same sentence lies before another."""


class Answering(Propositions):
    """Finds what a verdict judges and what an answer answers; `outlet` is who publishes the text."""

    outlet: str | None = None

    def hear(self, sentence: Span) -> None:
        """Remember a question, so that the answer to it can be understood."""
        tokens = [t for t in sentence if not (t.is_space or t.text == '"')]
        if tokens and tokens[-1].text == "?":
            since = position(sentence.doc[0])
            before = self.question(position(tokens[0]))
            question = asked(sentence, follows=before is not None and before.since == since)
            self.questions.append((position(tokens[0]), replace(question, since=since)))

    def asks_now(self, sentence: Span) -> bool:
        """Say whether a sentence stands right after a question that yes or no can answer."""
        question = self.question(position(sentence[0]))
        return question is not None and not question.open

    def unanswered(self, sentence: Span) -> None:
        """Tell of a short answer that could not be read, such as 'Not that I know of'."""
        tokens = [t for t in sentence if t.is_alpha]
        first = position(sentence[0]) == position(sentence.doc[0])
        if first and 0 < len(tokens) <= _SHORT and self.question(position(sentence[0])) is not None:
            self.omit("it is not clear what is answered here", tokens[0], tokens[-1])

    def judge(self, draft: Draft, act: Attribution, content: Content, verdict: Verdict) -> bool:
        """Point a draft to what its verdict is of, or leave it unlinked; False if it is no verdict."""
        speakers: tuple[str, ...] = act.voice.actors
        edge: Act = verdict.act
        if edge == "retracts":
            return self._own_error(draft, speakers)
        if act.act == "denies":
            edge = "denies" if edge == "asserts" else "asserts"
        elif act.act != "asserts":
            return False
        at = draft.span.start
        before = self.question(at)
        if before is not None and before.back and answers(verdict) and verdict.target is None:
            return self._denies_back(draft, act, verdict, speakers)
        question = self._answers(content, verdict, at)
        if question is not None:
            meant = question.yes if edge == "asserts" else question.no
            if meant is None or question.content is None:
                self.omit("it is not clear what is answered here", content.first, content.last)
                self.drop(draft, act)
                return True
            edge = meant
            link, whose = self._asked(question.content, speakers), ()
        else:
            link, whose = self._judged(content, verdict, speakers, at)
        if (verdict.such is not None or verdict.loose) and not link:
            return False
        if link.turned:
            edge = "asserts" if edge == "denies" else "denies"
        if link:
            draft.link(edge, link)
        elif edge == "denies":
            draft.leave("denies", whose)
        else:
            self.omit("what is confirmed here is not understood", content.first, content.last)
            self.drop(draft, act)
            return True
        for claim in link.claims if link else ():
            self.links.remember(edge, speakers, claim, where=draft.span)
        return True

    def _denies_back(
        self, draft: Draft, act: Attribution, verdict: Verdict, speakers: tuple[str, ...]
    ) -> bool:
        """'Yes' to 'Do you deny it?' denies what was said; 'No' says nothing that is certain."""
        at = draft.span.start
        link = self.links.answered(at, speakers, "answers whether it is denied")
        if verdict.act == "denies" or not link or link.turned:
            self.omit("it is not clear what is answered here", act.contents[0].first, act.contents[0].last)
            self.drop(draft, act)
            return True
        self.aim(draft, "denies", link, speakers)
        return True

    def _own_error(self, draft: Draft, speakers: tuple[str, ...]) -> bool:
        """'I was wrong' takes back what the speaker, or whom he speaks for, claimed last."""
        ours = {*speakers, *self.writer.pronouns.we(speakers)}
        mine = [s for s in self.links.said if s.act == "asserts" and ours & set(s.speakers)]
        if mine:
            draft.link("retracts", Link((mine[-1].claim,), "the speaker's own claim before", 0.75))
        else:
            draft.leave("retracts", ())
        return True

    def _judged(
        self, content: Content, verdict: Verdict, speakers: tuple[str, ...], at: int
    ) -> tuple[Link, tuple[str, ...]]:
        if (target := verdict.target) is not None:
            if target.lower_ in _POINTERS and (link := self.links.going_on(at, speakers)):
                return link, ()
            if that_below(target) is not None:
                return self._told(target, speakers, content.first), ()
            own = speakers == (self.outlet,) and not self.links.owners.meant(target)
            if own and (link := self.links.own(target, speakers)):
                return link, ()
            return self.links.denied(target, speakers), self.links.owners.meant(target)
        if verdict.speakers is not None:
            voice = self.phrases.voice(verdict.speakers)
            them = voice.actors if voice else ()
            return self.links.of_speakers(them, at, speakers), them
        if (deed := verdict.deed) is not None:
            ours = {*speakers, *self.writer.pronouns.we(speakers)}
            return self.links.done(deed.lemma_, at, ours, same_only=verdict.same), ()
        if (noun := verdict.such) is not None:
            return self.links.such(noun.lemma_.lower(), at, speakers), ()
        return self._answer(content, speakers, at), ()

    def _told(self, noun: Token, speakers: tuple[str, ...], judged: Token) -> Link:
        """'His claim that it leaked is false' tells the claim itself; `judged` begins what it is called."""
        claims: list[str] = []
        for content in told_below(noun, judged):
            written = self.writer.write(content.tokens, content.root, speakers)
            if written.negated:
                return NONE  # what calls a negation false would have to be turned round
            claim = self.claims.add_clause(content, written, speakers)
            same = self.links.counterpart(claim, speakers)
            claims.append(same[0].id if same is not None else claim.id)
            sources = self.links.sources(noun)
            if sources and not set(sources) & set(speakers):
                self.claimed(noun, sources, claims[-1:], span(self.text, content.first, content.last))
        return Link(tuple(claims), "told in the same sentence", 0.95) if claims else NONE

    def claimed(
        self,
        noun: Token,
        sources: tuple[str, ...],
        claims: list[str],
        where: models.Span,
        edge: Act = "asserts",
    ) -> None:
        """In 'denied the reports that ...' the reports assert what is denied."""
        cue = span(self.text, noun, noun)
        if (known := next((d for d in self.drafts if d.cue == cue), None)) is not None:
            known.edges = {edge: list(claims)}
            return
        draft = Draft(f"s{self.next_id()}", where, sources, confidence=0.6, cue=cue)
        draft.certainty = "rumoured" if noun.lemma_ in words("rumours") else "plain"
        draft.point(edge, *claims)
        self.drafts.append(draft)
        for claim in claims:
            self.links.remember(edge, sources, claim, where=where)

    def _answer(self, content: Content, speakers: tuple[str, ...], at: int) -> Link:
        """Return what an answer is to: what was asked in its sentence, or was claimed before it."""
        here = asked_here(content)
        link = self._asked(here, speakers) if here is not None else NONE
        link = link or self.links.answered(at, speakers, "answers what was just said")
        if told_since(content.first, self.links.last_end(link.claims, at), speakers, self.cast):
            return NONE
        return self._of_doer(content, link, speakers)

    def _of_doer(self, content: Content, link: Link, speakers: tuple[str, ...]) -> Link:
        """'It had not done so' is of a deed told of the same doer, and 'Peru had not' of what Peru did."""
        verb = content.root
        subject, so = child(verb, "nsubj"), does_so(verb)
        told = subject is not None and subject.pos_ in ("PROPN", "NOUN") and (so or is_empty(content))
        if not link or not (so or told):
            return link
        doers = set(speakers) | {of for s in speakers if (of := self.cast.known(s).of)}
        if subject is not None and (told or subject.lower_ in ("he", "she")):
            who = self.claims.predicates.who(subject, speakers, verb)
            doers = {who} if who else set[str]()
        does = all(self.links.owners.does(claim, tuple(doers)) for claim in link.claims)
        return (replace(link, turned=False) if so else link) if does else NONE

    def _asked(self, content: Content, speakers: tuple[str, ...]) -> Link:
        """Return the claim that who answers a question affirms or denies."""
        address(content.tokens, speakers)
        written = self.writer.write(content.tokens, content.root, speakers)
        helpers = (c for c in content.root.children if c.dep_ in ("aux", "auxpass"))
        for helper in (h for h in (content.root, *helpers) if h.text.istitle()):
            written.text = written.text.replace(f" {helper.text} ", f" {helper.lower_} ")
        if len(written.text) < 4:
            return NONE
        claim = self.claims.add_clause(content, written, speakers)
        found = self.links.counterpart(claim, speakers)
        return Link((found[0].id if found else claim.id,), "answers the question", 0.9)

    def _answers(self, content: Content, verdict: Verdict, at: int) -> Asked | None:
        """Return the question that a verdict answers, if it answers one and not what was claimed."""
        question = self.question(at)
        if question is None or not answers(verdict) or asked_here(content) is not None:
            return None
        if not question.open:
            return question
        # 'No' to 'What happens next?' says nothing, unless the question told of a claim.
        told = any(question.since <= s.at < at for s in self.links.said if s.act == "asserts")
        return None if told or verdict.target is not None else question

    def question(self, at: int) -> Asked | None:
        """Return the question right before a place, if nothing was asserted since."""
        near = takewhile(lambda asked: at - asked[0] <= NEAR, reversed(self.questions))
        place, found = next(((p, q) for p, q in near if p < at), (0, None))
        if found is None:
            return None
        recent = takewhile(lambda s: s.at > place - _FAR, reversed(self.links.said))
        return None if any(s.act == "asserts" and place < s.at < at for s in recent) else found

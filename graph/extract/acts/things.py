"""What a stand is taken on: a provision, a plan, what others want, or a deed written as a claim."""

import re

from spacy.tokens import Token

from ...models import Act
from ..attribution.attributions import Attribution
from ..attribution.clauses import clauses
from ..attribution.contents import Content, trimmed
from ..attribution.positions import offered
from ..attribution.standing import stance_words
from ..claims.claimwords import verb_of
from ..claims.verbs import participle
from ..lexicon import words
from ..sentences import child, position
from ..terms.amounts import amount_in
from .alleged import Alleged
from .limits import condition_of
from .links import NEAR
from .stances import own_stance, tells_of_now
from .targets import targets_of

_DEED = re.compile(r"\w{3}(?:tion|sion|ment|ance|ence|ure)$")
_POINTING = frozenset(("this", "that", "it", "these", "those", "them"))
_CONTENTS = frozenset(("element", "point", "part", "provision", "aspect", "detail", "term", "principle"))
_WISHES: tuple[Act, ...] = ("demands", "supports", "rejects", "accepts_if")
_ENDS = frozenset(("to", "by", "from", "until", "with", "without", "for", "in", "on", "at", "into", "out"))
_ENDLESS = frozenset(("any", "such", "a", "an", "all", "no"))


class Things(Alleged):
    """Finds what a stand is taken on."""

    def thing(
        self, target: Token, speakers: tuple[str, ...], *, reported: bool = False, last: Token | None = None
    ) -> list[str]:
        """Return the terms, plans or claims that a noun, a pronoun or 'raising the cap' means.

        In what is `reported` as said, 'we favour a signature' is left to be a claim as it stands.
        """
        if target.lower_ in _POINTING:
            return self.wished_before(target, speakers) or targets_of(target, self.terms, self.plans)
        if self.cast.at(target) is not None:
            return []  # 'would stand by Chile'
        if asked := self.links.called_for(target, speakers):
            return asked
        if target.tag_ == "VBG" and target.pos_ == "VERB":
            return self.doing(target, speakers)
        if (clause := _proposed(target)) is not None:
            return self._clause(clause, speakers)
        known = targets_of(target, self.terms, self.plans) or self.terms.named(target)
        if _any(target):
            known = [k for k in known if k not in self.terms.all or self.terms.tells(k, target)]
        known = self.terms.nearest(known, target)
        changes = target.lemma_.lower() in stance_words("changes")
        if known and not (changes and not self.terms.named(target)):
            return known
        if changes:
            return self.noun_claim("demands", target, speakers)
        if wanted := self._wanted(target, speakers):
            return wanted
        if target.lemma_.lower() in _CONTENTS and target.tag_ == "NNS":
            return []  # 'accepted many elements': which is not told
        made = [] if _any(target) else self.terms.from_noun(target, last)
        if made or not _of_deed(target) or (reported and _open(target)):
            return made
        return self.noun_claim("demands", target, speakers)

    def stances_in(self, act: Attribution, content: Content) -> list[tuple[Act, list[str], Token]]:
        """Return the stances that a content takes, with the verbs that take them."""
        if act.act != "asserts":
            return []
        speakers = act.voice.actors
        home = {of for s in speakers if (of := self.cast.known(s).of)}
        found: list[tuple[Act, list[str], Token]] = []
        for root in (r for r in clauses(content.root) if r in content.tokens and tells_of_now(r)):
            subject = child(root, "nsubj", "nsubjpass")
            doer = self.claims.predicates.who(subject, speakers, root)
            if subject is None and len(speakers) == 1:
                doer = speakers[0]

            def thing(noun: Token) -> list[str]:
                return self.thing(noun, speakers, reported=True)

            if stance := own_stance(content, root, doer, speakers, home, self.plans.main, thing):
                found.append((*stance, root))
            elif (offer := offered(root)) is not None and doer in speakers:
                taken: Act = "accepts_if" if condition_of(content) else "supports"
                found.append((taken, self._offer(offer.contents[0], speakers), root))
        return found

    def wished_before(self, target: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return what others wanted, backed or refused last, if 'this' right after it means that."""
        at = position(target)
        near = [s for s in self.links.since(at - NEAR, at) if not set(s.speakers) & set(speakers)]
        last = near[-1] if near else None
        stood = next((s for s in reversed(self.stood) if at - NEAR < s.at < at), None)
        if stood is not None and set(stood.speakers) & set(speakers):
            stood = None
        if stood is not None and (last is None or last.at <= stood.at):
            return list(stood.targets)
        return [last.claim] if last is not None and last.act in _WISHES else []

    def _offer(self, content: Content, speakers: tuple[str, ...]) -> list[str]:
        """'ready to release forty' would be that the speaker releases forty."""
        limit = condition_of(content)
        inside = [t for t in content.tokens if limit is None or t.i < limit[0].i - 1]
        written = self.writer.write(
            inside,
            content.root,
            speakers,
            subject=self.writer.called(speakers),
            plural=self.writer.is_plural(speakers),
        )
        return [self.claims.add(written.text, written.about | set(speakers)).id]

    def _wanted(self, noun: Token, speakers: tuple[str, ...]) -> list[str]:
        """Return what others demanded last of the thing that a noun names."""
        name = noun.lemma_.lower()
        if _any(noun) or name in words("plans"):  # 'Any plan that departs from it is unacceptable.'
            return []
        for said in reversed(self.links.since(0, position(noun))):
            others = not set(said.speakers) & set(speakers)
            if said.act == "demands" and others and (claim := self.claims.all.get(said.claim)) is not None:
                if name in {w.removesuffix("s") for w in claim.text.casefold().split()}:
                    return [claim.id]
        return []

    def doing(self, verb: Token, speakers: tuple[str, ...]) -> list[str]:
        """'raising the cap to 50 ships' would be that the cap is raised to 50 ships."""
        thing = child(verb, "dobj")
        if thing is None:
            return self.noun_claim("demands", verb, speakers)
        ends = {t for c in thing.children if c.lower_ in _ENDS for t in c.subtree}
        noun = [t for t in thing.subtree if t not in ends]
        rest = [t for t in verb.subtree if t.i > verb.i and t not in noun and t.dep_ != "punct"]
        name = self.writer.write(noun, thing, speakers)
        more = self.writer.write(rest, verb, speakers).text if rest else ""
        be = "are" if thing.tag_ in ("NNS", "NNPS") or thing.conjuncts else "is"
        more = more[:1].lower() + more[1:] if rest and rest[0].is_lower else more
        claim = self.claims.add(
            f"{name.text} {be} {participle(verb.lemma_.lower())} {more}".strip(), name.about
        )
        claim.about.update(self.terms.find(claim.text, claim.about)[:3])
        return [claim.id]

    def _clause(self, clause: Token, speakers: tuple[str, ...]) -> list[str]:
        """'the proposal to shorten the term' is that the term is shortened."""
        if child(clause, "nsubj", "nsubjpass") is None:
            return self.doing(clause, speakers) if child(clause, "dobj") is not None else []
        inside = trimmed([t for t in clause.subtree if t.dep_ != "mark"], clause)
        written = self.writer.write(inside, clause, speakers)
        if written.negated or written.unclear or len(written.text) < 4:
            return []
        return [self.claims.add_clause(Content(clause, tuple(inside)), written, speakers).id]


def _proposed(noun: Token) -> Token | None:
    """Return the verb of 'the proposal to shorten the term'."""
    if noun.lemma_.lower() not in stance_words("wishes") | stance_words("ideas"):
        return None
    return next(
        (c for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp") and c.tag_ == "VB" and c.i > noun.i),
        None,
    )


def _of_deed(noun: Token) -> bool:
    """Say whether a noun names something that is done: 'deletion', 'any cut in the share'."""
    lemma = noun.lemma_.lower()
    if _DEED.search(lemma) and lemma not in stance_words("ideas"):
        return True
    return lemma in stance_words("deeds") or (
        verb_of(lemma) is not None and lemma not in stance_words("ideas")
    )


def _any(noun: Token) -> bool:
    """'any levy' and 'a blockade' are no provision that a plan holds; 'a zone of 30 km' may be one."""
    vague = any(c.lower_ in _ENDLESS and c.dep_ == "det" for c in noun.children)
    return vague and amount_in(" ".join(t.text for t in noun.subtree)) is None


def _open(noun: Token) -> bool:
    return _any(noun) or not any(c.dep_ in ("det", "poss") for c in noun.children)

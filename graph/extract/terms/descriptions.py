"""Where a text tells what a plan says, and which plan or draft that is."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from ..attribution.positions import position_of
from ..lexicon import verb_act, words
from ..sentences import child
from .amounts import amount_in
from .described import subject_of
from .modals import has_modal
from .plannames import is_plan_word
from .plans import Plans
from .wordlists import listed

_ASIDE = frozenset(("include", "exclude", "except"))
_STAY = frozenset(("it", "this", "that", "there", "what", "which", "who", "he", "she", "i", "we", "you"))


@dataclass(frozen=True)
class Opening:
    """A sentence that begins to tell what `of` says; `number` where it names one article of it."""

    of: str
    present: bool
    number: str | None = None
    asked: bool = False
    """Whether it is a question: what the plan says follows."""


class Descriptions:
    """Finds the sentences that tell what a plan or a draft of it says."""

    def __init__(self, plans: Plans) -> None:
        self.plans = plans

    def opening(self, sentence: Span) -> Opening | None:
        """Return which plan a sentence begins to describe; None if it does not."""
        for token in sentence:
            if number := _article(token, sentence) or _article_says(token, sentence):
                return Opening(self._main(), True, number) if self.plans.main else None
            if (found := self._at(token, sentence)) is not None:
                return found
        return None

    def _main(self) -> str:
        assert self.plans.main is not None
        return self.plans.default or self.plans.main

    def _at(self, token: Token, sentence: Span) -> Opening | None:
        phase = token.lemma_ in ("phase", "stage") and token.head.lower_ == "under" and self.plans.main
        parts = token.lower_ in ("provisions", "terms", "points", "elements") and self.plans.main
        named = self.plans.at(token) is not None
        if not (named or is_plan_word(token) or phase or parts or token.lower_ == "it"):
            return None
        if token.lower_ != "it" and token.dep_ == "pobj" and self._under(token, sentence, bool(parts)):
            return Opening(self._of(token), True)
        if token.dep_ == "nsubj" and self.plans.at(token) and _asks_what(token):
            return Opening(self._of(token), True, asked=True)
        if (verb := subject_of(token)) is not None and self._speaks(token, verb):
            return Opening(self._of(token), False)
        return None

    def _draft_of(self, token: Token) -> str | None:
        """'The draft of the canal treaty': the plan is named below the noun."""
        of = next((c for c in token.children if c.lower_ == "of"), None)
        noun = child(of, "pobj") if of is not None else None
        return self.plans.at(noun) if noun is not None else None

    def _of(self, token: Token) -> str:
        if token.lower_ == "it" and (of := _named_before(token, self.plans)) not in (None, self.plans.main):
            return of or self._main()
        return self.plans.version_at(token) or self.plans.at(token) or self._main()

    def _under(self, token: Token, sentence: Span, parts: bool) -> bool:
        source = token.head
        early = source.i - sentence.start < 8
        definite = any(
            c.lower_ in ("the", "this", "that", "its", "these") or c.dep_ == "poss" for c in token.children
        )
        named = self.plans.at(token) or self.plans.version_at(token)
        if source.lower_ == "among":
            return parts and early
        if source.lower_ == "under":
            here = early or child(source, "pobj") is None or token.doc[source.i - 1].text == ","
            return bool(here and (definite or named)) and self.plans.main is not None
        according = source.lower_ == "to" and source.head.lower_ == "according"
        return bool(according and early and self.plans.main)

    def _speaks(self, token: Token, verb: Token) -> bool:
        """Say whether a plan is the subject of a verb by which plans lay down what they say."""
        present = verb.tag_ in ("VBZ", "VBP") or has_modal(verb)
        if any(c.dep_ == "neg" for c in verb.children) and verb.lemma_ not in ("allow", "permit"):
            return False
        known = self.plans.at(token) or self.plans.version_at(token) or self._draft_of(token)
        if token.lower_ == "it":
            known = self.plans.spoken_of(token.sent) and _named_before(token, self.plans)
            return bool(
                known and present and verb.lemma_ in (listed("enacts") | listed("holds")) - listed("vague")
            )
        told = verb.lemma_ in words("describes") and verb.tag_ in ("VBZ", "VBP", "VBD", "VB")
        return bool(known and (told or (present and verb.lemma_ in listed("enacts"))))


def goes_on(sentence: Span, *, near: bool) -> bool:
    """Say whether a sentence after a description may still belong to it: present tense, nobody speaks.

    In the same paragraph (`near`) a sentence whose verb the parser missed goes on where it sets an amount.
    """
    root = sentence.root
    first = next((t for t in sentence if t.is_alpha), None)
    subject = child(root, "nsubj", "nsubjpass", "expl")
    if first is None or (subject is not None and subject.lower_ in _STAY) or '"' in sentence.text[:2]:
        return False
    if sentence.text.rstrip().endswith("?"):
        return False
    if root.pos_ not in ("VERB", "AUX"):
        return near and len(sentence) > 4 and amount_in(sentence.text) is not None
    if root.tag_ == "VBD" and root.lemma_ not in _ASIDE:
        return False
    if root.lemma_ in listed("judges"):
        return False  # 'Farmers reject the payment'
    if root.tag_ == "VBN" and any(c.lower_ in ("had", "was", "were", "has", "have") for c in root.children):
        return False
    return not any(_speaks(t) for t in sentence if t.lemma_ not in listed("lays_down"))


def enacts(verb: Token) -> bool:
    """Say whether a verb with a plan as its subject lays down what the plan does."""
    return verb.lemma_ in listed("enacts") and (verb.tag_ in ("VBZ", "VBP") or verb.tag_ == "VB")


def _article(token: Token, sentence: Span) -> str | None:
    """Return N of 'Under Article N, ...' at the start of a sentence."""
    if token.lemma_.lower() not in listed("parts") or token.i + 1 >= len(token.doc) or token.i == 0:
        return None
    after, before = token.nbor(), token.nbor(-1)
    if token.i - sentence.start > 4 or before.lower_ not in ("under", "in", "by") or not after.text.isdigit():
        return None
    return after.text if before.lower_ == "under" else None


def _article_says(token: Token, sentence: Span) -> str | None:
    """Return N of 'Article N obliges ...'."""
    first = token.lemma_.lower() in listed("parts") and token.i - sentence.start < 2
    if not first or token.i + 1 >= len(token.doc) or not token.nbor().text.isdigit():
        return None
    verb = token.head
    if token.dep_ == "nsubj" and (enacts(verb) or _may_tell(verb)):
        return token.nbor().text
    after = token.nbor(2) if token.i + 2 < sentence.end else None  # 'Article 4 fixes' is torn by the parser
    lemma = after.lower_.removesuffix("s").removesuffix("e") if after is not None else ""
    torn = (
        after is not None
        and after.tag_ == "NNS"
        and {lemma, f"{lemma}e"} & (listed("enacts") | words("describes"))
    )
    return token.nbor().text if torn else None


def _may_tell(verb: Token) -> bool:
    """'Clause 4, which the paper printed, would levy a tax'; 'Article 9 allows either state to take more'."""
    if any(c.dep_ == "neg" for c in verb.children) and verb.lemma_ not in ("allow", "permit"):
        return False
    return has_modal(verb) or (verb.lemma_ in words("describes") and verb.tag_ in ("VBZ", "VBP"))


def _asks_what(plan: Token) -> bool:
    """Say whether 'What does the plan say?' is asked, so that its provisions follow."""
    verb, last = plan.head, plan.sent.text.rstrip()[-1:]
    what = child(verb, "dobj")
    asked = what is not None and what.lower_ == "what" and what.i < plan.i
    alone = not any(c.dep_ in ("prep", "advcl", "xcomp", "ccomp", "neg") for c in verb.children)
    return last == "?" and asked and alone and verb.lemma_ in ("do", "say", "provide", "contain")


def _named_before(token: Token, plans: Plans) -> str | None:
    """Return the plan that 'it' is, where a plan is the last subject before it."""
    before = plans.sentence_before(token)
    subject = child(before.root, "nsubj", "nsubjpass") if before is not None else None
    first = not any(t.dep_ == "nsubj" for t in token.doc[token.sent.start : token.i])
    if subject is not None and first and (known := plans.at(subject)):
        return plans.version_at(subject) or known
    for other in reversed(token.doc[: token.i]):
        if other.dep_ in ("nsubj", "nsubjpass") and other.pos_ != "PRON":
            return plans.version_at(other) or plans.at(other)
    return None


def _speaks(token: Token) -> bool:
    return bool(
        token.pos_ == "VERB"
        and verb_act(token.lemma_.lower())
        and child(token, "ccomp") is not None
        and token.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    )


def told_by_others(sentence: Span, plans: Plans) -> bool:
    """Say whether somebody other than a plan says what a sentence tells."""
    for token in sentence:
        if _speaks(token) and token.lemma_ not in listed("lays_down"):
            subject = child(token, "nsubj")
            if subject is None or not (plans.at(subject) or plans.version_at(subject)):
                return True
    return False


def claimed(sentence: Span, plans: Plans) -> bool:
    """Say whether what a plan would do is somebody's claim: 'Residents said the plan would close schools'."""
    for verb in sentence:
        if not _speaks(verb) or verb.lemma_ in listed("lays_down"):
            continue
        subject, clause = child(verb, "nsubj"), child(verb, "ccomp")
        if subject is None or clause is None or plans.at(subject) or plans.version_at(subject):
            continue
        thing = child(clause, "nsubj")
        about = thing is not None and (plans.at(thing) or plans.version_at(thing))
        if about and subject.lemma_.lower() not in listed("readers"):
            return True
    return False


def is_speech(sentence: Span, describing: bool) -> bool:
    """Say whether somebody speaks in a sentence, so that it is told under that name."""
    return any(
        verb_act(t.lemma_.lower())
        and t.pos_ == "VERB"
        and child(t, "ccomp") is not None
        and (t.tag_ in ("VBD", "VBN") or not describing)
        for t in sentence
    )


def takes_stand(sentence: Span, plans: Plans) -> bool:
    """Say whether a sentence tells where somebody stands: 'Farmers are against it'; no plan lays it down."""
    for token in sentence:
        subject = child(token, "nsubj")
        if subject is None or plans.at(subject) or plans.version_at(subject) or is_plan_word(subject):
            continue
        asks = verb_act(token.lemma_.lower()) == "demands" and child(token, "ccomp") is not None
        if asks or position_of(token) is not None:
            return True
    return False

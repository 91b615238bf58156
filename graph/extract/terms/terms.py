"""The provisions of a plan: collected where the text describes them, each once."""

from spacy.tokens import Doc, Span, Token

from ..actors.cast import Cast
from ..attribution.contents import Content, trimmed
from ..sentences import position, span, written
from .agreed import agreed
from .amounts import amount_in
from .book import CAPS, Book
from .bounds import deadline_in, exception_in, without_aside, without_exception
from .descriptions import (
    Descriptions,
    Opening,
    claimed,
    enacts,
    goes_on,
    is_speech,
    takes_stand,
    told_by_others,
)
from .empty import no_longer, says_nothing
from .held import things
from .identity import among, measured
from .lists import after_colon, is_line, items
from .parties import bound_by, owner_in, place_in
from .plannames import is_plan_word
from .plans import Plans
from .provisions import bound_to, in_clause, obliged, provisions, shared_modal
from .resuming import resumes
from .topics import topic_of, topics
from .values import main_amount, set_at
from .which import under_which, which_does
from .wholes import is_history, is_provision, owner_words, subject_of, unparsed, verb_or_first

_FAR = 1200
"""How many letters after a description a text may go on to tell of the plan."""


class Terms(Book):
    """Collects the terms of the main plan and of its drafts."""

    def __init__(self, text: str, cast: Cast, plans: Plans) -> None:
        super().__init__(text, cast)
        self.plans = plans
        self.told: set[int] = set()
        self._descriptions = Descriptions(plans)
        self._introduced: str | None = None
        self._told: tuple[str | None, int] = None, 0

    def read(self, docs: list[Doc]) -> None:
        """Go through the article; a description goes on until something else is told."""
        if self.plans.main is None:
            return
        open_: Opening | None = None
        for doc in docs:
            listed = {t.sent.start for item in items(doc) for t in item.tokens[:1]}
            for item in items(doc):
                root = next((t for t in item.tokens if t.dep_ == "ROOT"), None) or verb_or_first(item.tokens)
                self._add(
                    Content(root, tuple(item.tokens)), self._list_of(item.tokens), item.number, force=True
                )
            if is_line(doc):
                continue
            self._introduced = None
            for index, sentence in enumerate(doc.sents):
                if sentence.start in listed:
                    continue
                count = len(self.all)
                open_ = self._sentence(sentence, open_, near=index > 0)
                if len(self.all) == count:
                    self._agreed(sentence)
                    self._resumed(sentence)
                elif open_ is not None:
                    self._told = (open_.of, position(sentence[-1]))
            if open_ is not None and written(doc).rstrip().endswith(":"):
                self._introduced = open_.of
        for token in (t for _ in range(2) for doc in docs for t in doc):
            self._cap(token)

    def _list_of(self, tokens: list[Token]) -> str:
        """Return the plan or draft whose list these tokens stand in."""
        before = tokens[0].doc[: tokens[0].i]
        for token in reversed(before):
            if (version := self.plans.version_at(token)) is not None:
                return version
            if token.is_sent_start and token.i < tokens[0].i - 1:
                break
        return self._introduced or self._main()

    def _main(self) -> str:
        return self.plans.default or self.plans.main or ""

    def _sentence(self, sentence: Span, open_: Opening | None, *, near: bool) -> Opening | None:
        """Read the provisions of a sentence; return what is being described after it."""
        if listed := after_colon(sentence, self._is_plan):
            of = next(self.plans.version_at(t) or self.plans.at(t) for t in sentence if self._is_plan(t))
            for tokens in listed:
                root = sentence.doc[tokens[0].i : tokens[-1].i + 1].root
                doer = next((t for t in tokens if t.dep_ in ("nsubj", "nsubjpass")), tokens[0])
                self._add(Content(root, tuple(tokens), doer), of or self._main(), None, force=True)
            return None
        opening = self._descriptions.opening(sentence)
        describing = open_ is not None and opening is None
        if opening is None and (is_speech(sentence, describing) or takes_stand(sentence, self.plans)):
            return None
        if opening is not None and opening.asked:
            return opening
        if opening is not None and claimed(sentence, self.plans):
            return None
        now = opening or open_
        if now is None and (found := under_which(sentence, self.plans)) is not None:
            self._below(*found)
        for which, number in which_does(sentence, self.plans):
            self._below(which, which.head, number)
        if now is None or (describing and not goes_on(sentence, near=near)):
            return None
        found_any, held = False, things(sentence)
        for content in list(provisions(sentence)) or unparsed(sentence):
            modal = (
                any(c.tag_ == "MD" and c.lower_ not in ("can", "might") for c in content.root.children)
                or content.root.tag_ == "VBG"
            )
            modal = modal or bound_to(content.root)
            modal = modal or obliged(content.root)
            granted = content.root.pos_ not in ("VERB", "AUX")
            # 'The plan says that both sides pull back'
            granted = granted or (opening is not None and content.root.dep_ == "ccomp")
            granted = granted or ":" in sentence.doc[sentence.start : content.first.i].text
            if not (modal or now.present or describing or granted or enacts(content.root)):
                continue
            own = near or opening is not None
            if content.root in held and own:
                found_any = self._add(content, now.of, now.number) or found_any
                continue
            found_any = self._provision(content, now, own=own, modal=modal) or found_any
        if found_any and not told_by_others(sentence, self.plans):
            self.told.add(sentence[0].idx + sentence.doc.user_data["base"])
        if now.number is not None:
            return None
        return now if opening is not None or found_any else None

    def _agreed(self, sentence: Span) -> None:
        """Read what parties have agreed to in a sentence that does not tell of the plan itself."""
        if self.plans.spoken_of(sentence):
            for content in agreed(sentence, self.cast):
                self._add(content, self._main(), None)

    def _resumed(self, sentence: Span) -> None:
        """Read 'Chile would free the crew' where a text goes on to tell of the plan that it has described."""
        of, since = self._told
        if of is None or position(sentence[0]) - since > _FAR or not resumes(sentence, self.cast):
            return
        for content in provisions(sentence):
            self._provision(content, Opening(of, False), own=True, modal=True)
        self._told = (of, position(sentence[-1]))

    def _is_plan(self, token: Token) -> bool:
        return (self.plans.at(token) or self.plans.version_at(token)) is not None

    def _below(self, which: Token, verb: Token, number: str | None = None) -> None:
        """Read what stands after 'the draft, under which' and 'the draft, which would'."""
        noun = next(t for t in reversed(which.doc[: which.i]) if t.pos_ not in ("PUNCT", "ADP"))
        tokens = trimmed([t for t in verb.subtree if t.i > which.i], verb)
        of = self.plans.version_at(noun) or self.plans.at(noun) or self._main()
        if not says_nothing(Content(verb, tuple(tokens)), None):
            self._add(Content(verb, tuple(tokens)), of, number)

    def _provision(self, content: Content, now: Opening, *, own: bool, modal: bool) -> bool:
        """Add a clause that is a provision; one of no known topic only where the plan is spoken of itself."""
        subject = subject_of(content)
        topic = topic_of(" ".join(t.text for t in content.tokens))
        plan = subject is not None and (self.plans.at(subject) or self.plans.version_at(subject))
        if subject is not None and is_plan_word(subject) and plan:
            if not enacts(content.root) and not (topic and topic[0] == "monitoring"):
                return False
        if says_nothing(content, subject) or no_longer(content):
            return False
        if topic is None and not (own and is_provision(content, modal=modal)):
            return False
        return self._add(content, now.of, now.number)

    def _add(self, content: Content, of: str, number: str | None, *, force: bool = False) -> bool:
        tokens = list(content.tokens)
        where = span(self.text, tokens[0], tokens[-1])
        topic = topic_of(without_exception(where.exact)) or topic_of(where.exact)
        subject = subject_of(content)
        words_ = where.exact
        if subject is not None and subject not in tokens and not force and subject.pos_ != "PRON":
            modal = shared_modal(content.root) if content.root.tag_ == "VB" else None
            words_ = f"{owner_words(subject)} {f'{modal.lower_} ' if modal is not None else ''}{words_}"
        told = topic[0] if topic else None
        parties = self.parties(subject) or owner_in(tokens, told, self.cast)
        new = self.new(of, topic, parties, tokens, number, words_)
        new.binds = bound_by(content, subject, told, self.cast)
        new.amount = main_amount(content, where.exact)
        new.deadline = deadline_in(without_aside(where.exact, subject, tokens))
        new.exception = exception_in(where.exact)
        place = place_in(tokens, self.cast)
        new.place = span(self.text, *place).exact if place else None
        if new.place and new.place not in without_exception(where.exact):
            new.place = None
        self.keep(new, where)
        return True

    def _cap(self, token: Token) -> None:
        """'The cap on the army' names a provision wherever it stands."""
        if token.lemma_.lower() not in CAPS or token.pos_ != "NOUN" or token.dep_ == "compound":
            return
        if any(c.lower_ in ("a", "an", "no") for c in token.children) or not self.plans.main:
            return
        named = any(c.lower_ in ("on", "for") for c in token.children) or amount_in(token.sent.text)
        if named or (token.i and token.nbor(-1).dep_ == "compound"):
            self._from_one(token, set_at(token))

    def from_noun(self, noun: Token, last: Token | None = None) -> list[str]:
        """Make a term of what an actor backs or refuses: 'limits on the army'.

        `last` is where its words end, for the parser hangs 'through the strait' on the verb.
        """
        if noun.conjuncts and noun.dep_ != "conj":
            return [id_ for one in (noun, *noun.conjuncts) for id_ in self._from_one(one)]
        more = list(noun.doc[noun.i + 1 : last.i + 1]) if last is not None else []
        return self._from_one(noun, more)

    def _from_one(self, noun: Token, value: list[Token] | None = None) -> list[str]:
        joined = {t for c in noun.children if c.dep_ in ("conj", "cc") for t in c.subtree}
        tokens = [t for t in noun.subtree if not in_clause(t, noun) and t not in joined]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        tokens = sorted({*tokens, *(value or ())}, key=lambda t: t.i)
        topic = topic_of(" ".join(t.text for t in tokens))
        if topic is None and noun.lemma_ in CAPS and (known := self.capped()) is not None:
            topic = next(((n, name) for n, name, _ in topics() if n == known.topic), None)
        if not self.plans.known_at(noun) or not tokens or is_history(noun):
            return []
        if topic is None and not measured(noun, self.cast):
            return []
        where = span(self.text, min(tokens, key=lambda t: t.i), tokens[-1])
        parties, of = self.parties(noun), self._main()
        told = topic[0] if topic else None
        if (known := among(list(self.all.values()), of, told, parties)) is not None and not known.places:
            new = self.new(of, topic, known.parties, tokens, None, where.exact)
            new.id = known.id
        else:
            new = self.new(of, topic, parties, tokens, None, where.exact)
            new.binds = owner_in(tokens, told, self.cast)
        new.amount = amount_in(where.exact)
        return [self.keep(new, where, noun=True)]

"""Write what somebody said as a proposition: positive, third person, names in full."""

from collections.abc import Iterable

from spacy.tokens import Token

from .cast import Cast, Mention
from .nouns import listed
from .phrases import Phrases
from .plans import Plans
from .sentences import position
from .tense import OUGHT, Proposition, contractions, is_plural, plain_verbs
from .verbs import present
from .wording import tidy

_NOT = frozenset(("not", "n't", "never", "nor"))
_I = frozenset(("i", "we", "me", "us"))
_THIRD = frozenset(("he", "she", "him", "it", "they", "them"))
_OWN = frozenset(("my", "our"))


class Writer:
    """Renders clauses; `names` are for pronouns and short names."""

    def __init__(self, cast: Cast, plans: Plans, phrases: Phrases) -> None:
        self.cast, self.plans, self.phrases = cast, plans, phrases

    def write(
        self,
        tokens: Iterable[Token],
        verb: Token,
        speakers: tuple[str, ...],
        *,
        subject: str | None = None,
        plural: bool = False,
        keep_not: bool = False,
    ) -> Proposition:
        """Write the clause of `verb` that the tokens hold; `subject` is put before it if absent."""
        tokens = list(tokens)
        result = Proposition("", verb)
        new: dict[int, str] = {}
        self._names(tokens, new, result)
        self._pronouns(tokens, verb, speakers, new, result)
        keep_not = keep_not or any(t.lower_ in OUGHT for t in verb.children)
        contractions(tokens, new)
        plain_verbs(
            tokens,
            verb,
            new,
            result,
            keep_not=keep_not,
            bare=subject is not None,
            plural=plural or is_plural(verb),
        )
        self._agree(verb, speakers, new)
        text = "".join(_piece(t, new) for t in tokens)
        result.text = tidy(f"{subject} {text}" if subject else text)
        return result

    def _names(self, tokens: list[Token], new: dict[int, str], result: Proposition) -> None:
        for token in tokens:
            if plan := self.plans.at(token):
                result.about.add(plan)
                kept = _determined(token, tokens, new)
                new[token.i] = self.plans.name(plan) if kept else self.plans.plans[plan].name
            mention = self.cast.at(token)
            if mention is None:
                continue
            member = self.cast.members[mention.of]
            if member.kind != "Place":
                result.about.add(mention.of)
            if mention.how == "name" and token == mention.first:
                self._name(mention, new)

    def _name(self, mention: Mention, new: dict[int, str]) -> None:
        head, member = mention.last, self.cast.members[mention.of]
        doc = head.doc
        if any(t.i in new for t in doc[mention.first.i : head.i + 1]):
            return
        modifier = head.dep_ in ("compound", "nmod", "amod") or (
            head.i + 1 < len(doc) and head.nbor().text == "-"
        )
        phrase = member.name if modifier else member.phrase
        if modifier and member.id == "united-states":
            phrase = "US"
        before = head.doc[mention.first.i - 1] if mention.first.i else None
        if before is not None and (before.text == "'s" or before.pos_ in ("ADJ", "NUM")):
            phrase = member.name
        if member.kind == "Person":
            _blank_asides(head, new)
        if before is not None and before.lower_ == "the" and phrase.startswith("the "):
            new[before.i] = ""
        title = self.cast.titles.get(position(mention.first))
        if title is not None and member.kind == "Person":
            start = title.i
            if start and doc[start - 1].lower_ in ("the", "a"):
                start -= 1
            new.update(dict.fromkeys(range(start, mention.first.i), ""))
        new.update(dict.fromkeys(range(mention.first.i, head.i), ""))
        new[head.i] = phrase

    def _pronouns(
        self,
        tokens: list[Token],
        verb: Token,
        speakers: tuple[str, ...],
        new: dict[int, str],
        result: Proposition,
    ) -> None:
        for token in tokens:
            word = token.lower_
            if word in _OWN and speakers:
                new[token.i] = self._called(speakers) + "'s"
            if token.i in new or word not in _I | _THIRD:
                continue
            actors = self._meant(token, word, verb, speakers)
            if actors:
                result.about.update(actors)
                new[token.i] = self._called(actors)
            elif (
                word == "it"
                and self.plans.main
                and self.plans.just_named(token)
                and not any(_rivals(t, token, self.plans) for t in tokens)
                and not _expletive(token)
            ):
                result.about.add(self.plans.main)
                new[token.i] = self.plans.name(self.plans.main)

    def _meant(self, token: Token, word: str, verb: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
        kinds = {self.cast.known(s).kind for s in speakers}
        subject = token.dep_ in ("nsubj", "nsubjpass") and token.head == verb
        if word in _I:
            return speakers
        if word in ("he", "she") and kinds == {"Person"} and len(speakers) == 1 and subject:
            member = self.cast.known(speakers[0])
            if member.gender in (None, word):
                member.gender = word
                return speakers
        if word == "they" and subject and speakers and self.is_plural(speakers):
            return speakers
        if word == "it":
            return speakers if subject and kinds and kinds <= {"State", "Organization"} else ()
        owner = self.cast.known(speakers[0]).owner if len(speakers) == 1 else None
        if word in ("he", "she") and subject and owner:
            return (owner,)
        if word in ("he", "she", "him"):
            voice = self.phrases.voice(token)
            return voice.actors if voice else ()
        return ()

    def _agree(self, verb: Token, speakers: tuple[str, ...], new: dict[int, str]) -> None:
        """Make the verb of 'we have' fit the one name that stands for 'we'."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.lower_ not in ("i", "we") or self.is_plural(speakers):
            return
        finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
        text = new.get(finite.i, finite.text).strip()
        fit = {
            "have": "has",
            "are": "is",
            "am": "is",
            "were": "was",
            "do": "does",
            "'re": "is",
            "'ve": "has",
            "'m": "is",
        }.get(text)
        if fit is None and finite.tag_ == "VBP" and finite == verb:
            fit = present(verb.lemma_, plural=False)
        if fit:
            new[finite.i] = f" {fit}" if finite.text.startswith("'") else fit

    def is_plural(self, speakers: tuple[str, ...]) -> bool:
        """Say whether speakers are many: several, or a plural name."""
        if len(speakers) != 1:
            return True
        member = self.cast.known(speakers[0])
        last = member.name.split(" of ")[0].split(" from ")[0].split()[-1]
        return member.kind in ("Collective", "AnonymousSource") and (
            last.endswith("s")
            or "people" in member.name
            or member.name[0].isdigit()
            or any(w.endswith("s") for w in member.name.split()[:3])
        )

    def _called(self, actors: tuple[str, ...]) -> str:
        return listed([self.cast.known(a).phrase for a in actors])

    def called(self, actors: tuple[str, ...]) -> str:
        """Return the names of actors as they stand in a sentence."""
        return self._called(actors)


def _blank_asides(name: Token, new: dict[int, str]) -> None:
    """Drop ', the minister,' and ', who met her,' after a name, with their commas."""
    for aside in name.children:
        if aside.dep_ not in ("appos", "relcl") or aside.i < name.i or aside.text[0].isupper():
            continue
        first, last = aside.left_edge.i, aside.right_edge.i
        if name.doc[first - 1].text != ",":
            continue
        new.update(dict.fromkeys(range(first - 1, last + 1), ""))
        if last + 1 < len(name.doc) and name.doc[last + 1].text == ",":
            new[last + 1] = ""


def _rivals(noun: Token, pronoun: Token, plans: Plans) -> bool:
    """Say whether 'it' may as well mean another noun before it."""
    return (
        noun.i < pronoun.i
        and noun.tag_ == "NN"
        and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
        and plans.at(noun) is None
    )


def _expletive(token: Token) -> bool:
    return (
        any(c.dep_ in ("acomp", "ccomp") for c in token.head.children) and (token.head.lemma_ == "be")
    ) or token.dep_ == "expl"


def _determined(noun: Token, tokens: list[Token], new: dict[int, str]) -> bool:
    """Blank what stands before a plan's noun; say whether an article may stand there."""
    inside = {t.i for t in tokens}
    for token in noun.doc[noun.left_edge.i : noun.i]:
        if token.i in inside:
            new[token.i] = ""
    return noun.dep_ != "compound"


def _piece(token: Token, new: dict[int, str]) -> str:
    text = new.get(token.i, token.text)
    return text + token.whitespace_ if text else (" " if token.whitespace_ else "")


def key_of(token: Token | None, cast: Cast, plans: Plans) -> str | None:
    """Return what a noun stands for when claims are compared: an id, else its lemma."""
    if token is None:
        return None
    if plan := plans.at(token):
        return plan
    mention = cast.at(token)
    return mention.of if mention and mention.how == "name" else token.lemma_.lower()

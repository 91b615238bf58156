"""Write what somebody said as a proposition: positive, third person, names in full."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from .cast import Cast, Mention
from .contents import joined_verbs
from .phrases import Phrases, listed
from .plans import Plans
from .sentences import position
from .verbs import past, present

_OUGHT = frozenset(("must", "should", "shall", "ought"))
_BACK = {"would": "will", "could": "can", "might": "may", "'d": "will", "wo": "will", "ca": "can"}
_HEDGE = frozenset(
    (
        "may",
        "might",
        "could",
        "possibly",
        "perhaps",
        "probably",
        "reportedly",
        "apparently",
        "allegedly",
        "likely",
    )
)
_SHORT = {"'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "is", "n't": "not"}
_NOT = frozenset(("not", "n't", "never", "nor"))
_PLURAL = frozenset(("NNS", "NNPS"))
_LOST = frozenset(("also", "however", "moreover", "furthermore", "subsequently", '"'))
_I = frozenset(("i", "we", "me", "us"))
_THIRD = frozenset(("he", "she", "him", "it", "they", "them"))
_OWN = frozenset(("my", "our"))


_LINKING = re.compile(
    r"^(?:in (?:exchange|return|turn)|furthermore|moreover|however|also|"
    r"in addition|meanwhile|therefore|but|and|yet|nor),?\s+",
    re.I,
)
_BACKED = re.compile(
    r"^(.+?) (?:had|has|have|enjoys|enjoyed) the (?:\w+ )?"
    r"(?:support|backing|approval) of (.+)$"
)


@dataclass
class Proposition:
    """A clause in normal form, with what its words did beyond naming a fact."""

    text: str
    verb: Token
    negated: bool = False
    ought: bool = False
    hedged: bool = False
    agent: str | None = None
    patient: str | None = None
    about: set[str] = field(default_factory=set[str])


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
        keep_not = keep_not or any(t.lower_ in _OUGHT for t in verb.children)
        _contractions(tokens, new)
        _verbs(
            tokens,
            verb,
            new,
            result,
            keep_not=keep_not,
            bare=subject is not None,
            plural=plural or _is_plural(verb),
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
                and token.dep_ in ("nsubjpass", "dobj", "pobj", "nsubj")
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
            if self.cast.known(speakers[0]).gender in (None, word):
                return speakers
        if word == "they" and subject and speakers and self.is_plural(speakers):
            return speakers
        if word == "it":
            return speakers if subject and kinds and kinds <= {"State", "Organization"} else ()
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


def _contractions(tokens: list[Token], new: dict[int, str]) -> None:
    for token in tokens:
        long = _SHORT.get(token.lower_) if token.pos_ in ("AUX", "PART", "VERB") else None
        if long and token.i not in new and not (token.text == "'s" and token.pos_ == "PART"):
            new[token.i] = f" {long}"


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
    return not (noun.dep_ == "compound")


def _verbs(
    tokens: list[Token],
    verb: Token,
    new: dict[int, str],
    result: Proposition,
    *,
    keep_not: bool,
    bare: bool,
    plural: bool,
) -> None:
    """Take negation, 'must' and the pluperfect out of a clause and of what is joined to its verb."""
    joined = joined_verbs(verb, tokens)
    if tokens and tokens[0].lower_ in ("whether", "if"):
        new[tokens[0].i] = ""
        new.update({t.i: "" for t in tokens if t.lower_ == "ever"})
    for token in tokens:
        if token.lower_ in _HEDGE and (token.head in joined):
            result.hedged = True
        if token.lower_ in _LOST and token.i not in new:
            new[token.i] = ""
    for one in joined:
        _verb(one, verb, tokens, new, result, keep_not=keep_not, bare=bare and one == verb, plural=plural)
    if result.negated:
        _indefinite(tokens, new)


def _verb(
    verb: Token,
    main: Token,
    tokens: list[Token],
    new: dict[int, str],
    result: Proposition,
    *,
    keep_not: bool,
    bare: bool,
    plural: bool,
) -> None:
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if (
        verb != main
        and not helpers
        and {c.lower_ for c in main.children if c.dep_ in ("aux", "auxpass")} == {"had"}
    ):
        new[verb.i] = past(verb.lemma_)
    negations = [c for c in verb.children if c.dep_ == "neg" or c.lower_ == "nor"]
    negations += [t for t in tokens[:1] if t.lower_ == "nor" and t not in negations]
    no = [
        g
        for c in verb.children
        if c.dep_ in ("dobj", "attr")
        for g in c.children
        if g.lower_ == "no" and g.dep_ == "det"
    ]
    if (negations or no) and not keep_not:
        result.negated = result.negated or verb == main
        new.update({t.i: "" for t in (*negations, *no)})
    _inflect(verb, helpers, new, result, plural=plural, bare=bare)
    if negations and keep_not:
        _keep_not(verb, helpers, negations, new, plural=plural)


def _indefinite(tokens: list[Token], new: dict[int, str]) -> None:
    """What was not done to 'any party' or 'no such offer' was done to 'a party', 'such an offer'."""
    for token in tokens:
        if token.lower_ not in ("any", "such") or token.i + 1 >= len(token.doc):
            continue
        article = "an" if token.nbor().lower_[0] in "aeiou" else "a"
        article = article if token.head.tag_ == "NN" else ""
        new[token.i] = article if token.lower_ == "any" else f"such {article}".strip()


def _inflect(
    verb: Token,
    helpers: list[Token],
    new: dict[int, str],
    result: Proposition,
    *,
    plural: bool,
    bare: bool,
) -> None:
    words = [h.lower_ for h in helpers]
    for helper in helpers:
        if helper.lower_ in _BACK:
            new[helper.i] = _BACK[helper.lower_]
    if set(words) & _OUGHT:
        result.ought = True
        _drop_modal(verb, helpers, new, plural=plural)
    elif "had" in words and "to" not in words:
        _drop_had(verb, helpers, new, plural=plural)
    elif words and words[0] in ("did", "do", "does") and verb.i not in new:
        new[helpers[0].i] = ""
        new[verb.i] = past(verb.lemma_) if words[0] == "did" else present(verb.lemma_, plural=plural)
    elif bare and verb.tag_ == "VBG":
        new.update({h.i: "" for h in helpers})
        new[verb.i] = past(verb.lemma_)
    elif bare and "having" in words:
        new.update({h.i: ("was" if h.lower_ == "been" else "") for h in helpers})
        new[verb.i] = verb.text if "been" in words else past(verb.lemma_)
    elif bare and "to" in words and verb.tag_ == "VB":
        new.update({h.i: "" for h in helpers if h.lower_ == "to"})
        new[verb.i] = present(verb.lemma_, plural=plural)
    elif (
        (verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.lemma_ != "be"))
        and not words
        and (verb.i not in new)
    ):
        new[verb.i] = present(verb.lemma_, plural=plural)
    elif words == ["be"] and verb.tag_ == "VBN":
        new[helpers[0].i] = present("be", plural=plural)


def _keep_not(
    verb: Token, helpers: list[Token], negations: list[Token], new: dict[int, str], *, plural: bool
) -> None:
    """Put 'not' where the present tense wants it: 'does not go', 'are not changed'."""
    left = [h for h in helpers if new.get(h.i, h.text)]
    if left or verb.lemma_ == "be":
        first = left[0] if left else verb
        new[first.i] = new.get(first.i, first.text) + " not"
    elif verb.i in new:
        new[verb.i] = ("do " if plural else "does ") + "not " + verb.lemma_
    else:
        return
    new.update({t.i: "" for t in negations})


def _drop_modal(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    rest = [h for h in helpers if h.lower_ not in _OUGHT and h.lower_ != "to"]
    new.update({h.i: "" for h in helpers if h not in rest})
    first = rest[0] if rest else verb
    new[first.i] = present(first.lemma_.lower(), plural=plural)


def _drop_had(verb: Token, helpers: list[Token], new: dict[int, str], *, plural: bool) -> None:
    been = next((h for h in helpers if h.lower_ == "been"), None)
    new.update({h.i: "" for h in helpers if h.lower_ == "had"})
    was = "were" if plural else "was"
    if been is not None:
        new[been.i] = was
    elif verb.tag_ in ("VBN", "VBD"):
        new[verb.i] = was if verb.lemma_ == "be" else past(verb.lemma_)


def _is_plural(verb: Token) -> bool:
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    joined = any(c.dep_ == "conj" for c in subject.children)
    return joined or subject.tag_ in _PLURAL or subject.lower_ in ("they", "we", "both", "these")


def _piece(token: Token, new: dict[int, str]) -> str:
    text = new.get(token.i, token.text)
    return text + token.whitespace_ if text else (" " if token.whitespace_ else "")


def tidy(text: str) -> str:
    """Return `text` as one clean sentence without a final stop."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,;.:)])", r"\1", text).replace("( ", "(")
    text = re.sub(r"\bthe the\b", "the", text, flags=re.IGNORECASE)
    text = text.strip(' ,;.:-–—"')
    text = _LINKING.sub("", text)
    text = _BACKED.sub(r"\2 supports \1", text)
    return text[:1].upper() + text[1:]


def key_of(token: Token | None, cast: Cast, plans: Plans) -> str | None:
    """Return what a noun stands for when claims are compared: an id, else its lemma."""
    if token is None:
        return None
    if plan := plans.at(token):
        return plan
    mention = cast.at(token)
    return mention.of if mention and mention.how == "name" else token.lemma_.lower()


def place_of(proposition: Proposition) -> int:
    """Return where the proposition's verb stands in the text."""
    return position(proposition.verb)

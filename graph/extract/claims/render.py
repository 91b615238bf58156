"""Write what somebody said as a proposition: positive, third person, names in full."""

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Token

from ..actors.cast import Cast, Mention
from ..actors.phrases import Phrases
from ..sentences import position
from ..terms.plans import Plans
from .active import active_order
from .anaphora import left_open, written_out
from .tense import OUGHT, Manner, Proposition, contractions, plain_verbs
from .thirdperson import Pronouns
from .wording import tidy


class Writer:
    """Renders clauses; `names` are for pronouns and short names."""

    def __init__(self, cast: Cast, plans: Plans, phrases: Phrases) -> None:
        self.cast, self.plans, self.phrases = cast, plans, phrases
        self.pronouns = Pronouns(cast, plans, phrases)

    def write(
        self,
        tokens: Iterable[Token],
        verb: Token,
        speakers: tuple[str, ...],
        *,
        subject: str | None = None,
        plural: bool = False,
        keep_not: bool = False,
        backshift: bool = False,
        lender: Token | None = None,
        agent: Token | None = None,
        denied: bool = False,
    ) -> Proposition:
        """Write the clause of `verb` that the tokens hold; `subject` is put before it if absent.

        `backshift` turns the past of indirect speech back; `lender` is the verb that lends its helpers;
        `agent` is the 'by' of another verb; of what is `denied`, 'any' is 'a'.
        """
        tokens = list(tokens)
        result = Proposition("", verb)
        new: dict[int, str] = {}
        _blank_turns(tokens, new)
        self._names(tokens, new, result)
        self.pronouns.write(tokens, verb, speakers, new, result.about)
        written_out(tokens, new)
        result.open = left_open(tokens, new)
        keep_not = keep_not or any(t.lower_ in OUGHT for t in verb.children)
        contractions(tokens, new)
        many = plural if subject is not None else self.pronouns.many(lender or verb, speakers)
        manner = Manner(keep_not, subject is not None, many, backshift, lender, denied)
        plain_verbs(tokens, verb, new, result, manner)
        for one in (verb, *(t for t in tokens if t != verb and t.pos_ in ("VERB", "AUX"))):
            self.pronouns.agree(one, speakers, new)
        ordered = active_order(tokens, verb, new, lender, agent)
        text = "".join(_piece(t, new) + _gap(t, after) for t, after in pairwise([*ordered, None]))
        result.text = tidy(f"{subject} {text}" if subject else text)
        return result

    def _names(self, tokens: list[Token], new: dict[int, str], result: Proposition) -> None:
        for token in tokens:
            if plan := self.plans.at(token):
                result.about.add(plan)
                if any(c.lower_ in ("a", "an") for c in token.children):
                    continue  # 'a deal was reached' tells that there is one
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
        if member.words and member.of and member.name.endswith(self.cast.known(member.of).phrase):
            beside = doc[mention.first.i - 1] if mention.first.i else head
            beside = beside.nbor(-1) if beside.text in ("'s", "'") and beside.i else beside
            owner = self.cast.at(beside)
            if owner is not None and owner.of == member.of:
                return  # 'Galt's Foreign Ministry' tells whose it is
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

    def is_plural(self, speakers: tuple[str, ...]) -> bool:
        """Say whether speakers are many: several, or a plural name."""
        return self.pronouns.is_plural(speakers)

    def called(self, actors: tuple[str, ...]) -> str:
        """Return the names of actors as they stand in a sentence."""
        return self.pronouns.called(actors)


_AS_KNOWN = (
    "for all i know ,", "as far as i know ,", "as far as we know ,", "to my knowledge ,",
    "let me be clear :", "let me be very clear :", "let me be absolutely clear :", "to be clear ,",
    "to our knowledge ,", "as far as i am aware ,", "to the best of my knowledge ,", "so far as i know ,",
)  # fmt: skip
"""Openings that say how surely one knows, not what."""


def _blank_turns(tokens: list[Token], new: dict[int, str]) -> None:
    """Drop 'for its part', 'both of' before us, and who 'we, the leaders of A and B,' say that they are."""
    inside = {t.i for t in tokens}
    opening = " ".join(t.lower_ for t in tokens[:9])
    known = next((k for k in _AS_KNOWN if opening.startswith(f"{k} ")), None)
    if known is not None:
        new.update({t.i: "" for t in tokens[: len(known.split())]})
    for token in tokens:
        rest = token.doc[token.i : token.i + 3]
        if token.lower_ == "for" and len(rest) == 3 and rest[1].tag_ == "PRP$" and rest[2].lower_ == "part":
            _blank(range(token.i, token.i + 3), token.doc, inside, new)
        if token.lower_ == "both" and len(rest) == 3 and [t.lower_ for t in rest[1:]] == ["of", "us"]:
            new.update({token.i: "", token.i + 1: ""})
        if token.lower_ in ("we", "i") and len(rest) > 1 and rest[1].text == ",":
            close = _closing(token)
            new.update(dict.fromkeys(range(token.i + 1, close + 1), ""))


def _blank(where: range, doc: Doc, inside: set[int], new: dict[int, str]) -> None:
    """Drop words and the commas around them."""
    new.update(dict.fromkeys(where, ""))
    for at in (where.start - 1, where.stop):
        if at in inside and doc[at].text == ",":
            new[at] = ""


def _closing(pronoun: Token) -> int:
    """Return the comma before the verb of 'We, the leaders of A and B, met', or the pronoun itself."""
    verb = pronoun.head
    helpers = [c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i > pronoun.i]
    start = min([verb.i, *helpers])
    closed = pronoun.dep_ in ("nsubj", "nsubjpass") and pronoun.doc[start - 1].text == ","
    return start - 1 if closed and start - 1 > pronoun.i + 1 else pronoun.i


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


def _determined(noun: Token, tokens: list[Token], new: dict[int, str]) -> bool:
    """Blank what stands before a plan's noun; say whether an article may stand there."""
    inside = {t.i for t in tokens}
    for token in noun.doc[noun.left_edge.i : noun.i]:
        if token.i in inside:
            new[token.i] = ""
    return noun.dep_ != "compound"


def _gap(token: Token | None, after: Token | None) -> str:
    return " " if token is not None and after is not None and after.i != token.i + 1 else ""


def _piece(token: Token | None, new: dict[int, str]) -> str:
    if token is None:
        return ""
    text = new.get(token.i, token.text)
    return text + token.whitespace_ if text else (" " if token.whitespace_ else "")

"""The one amount that a provision sets, among the numbers of its sentence."""

import re

from spacy.tokens import Token

from ..attribution.contents import Content
from ..sentences import child
from .amounts import Amount, amount_in
from .bounds import without_exception

_AT_A_PRICE = re.compile(
    r" (?:at|with|for|subject to) (?:a|an|the) (?:[a-z-]+ )?"
    r"(?:tariff|duty|rate|price|fee|interest|cost|levy|charge)\b"
)


_ASIDE = re.compile(r", which [^,]*,")


def main_amount(content: Content, text: str) -> Amount | None:
    """Return the amount of a provision: not that of its exception or of a clause below it."""
    plain = without_exception(text)
    start = content.tokens[0].idx
    for token in content.tokens:
        if token.dep_ == "relcl" and token.i > content.root.i and token != content.root:
            cut = token.left_edge.idx - start
            if amount := amount_in(plain[:cut]):
                return amount
            plain = plain[:cut]
    plain = plain.split(" provided that ")[0]
    if (priced := _AT_A_PRICE.search(plain)) and (amount := amount_in(plain[: priced.start()])):
        return amount  # 'a quota of 9,000 tonnes at a tariff of 7 per cent'
    if (aside := _ASIDE.search(plain)) and start + aside.start() < content.root.idx:
        plain = plain[: aside.start()] + plain[aside.end() - 1 :]
    for cut in (", resolving", " that have", " which "):
        plain = plain.split(cut)[0]
    dated = re.search(r", one \w+ (?:after|before) ", plain)
    found = amount_in(plain[: dated.start()] if dated else plain)
    if found and (more := next((t for t in content.tokens if _of_many(t, found.unit)), None)) is not None:
        return found._replace(unit=more.head.text)
    if found and not found.unit and (noun := _counted(content)):
        return found._replace(unit=noun)
    return found


def _of_many(token: Token, unit: str) -> bool:
    """'600 aid trucks' are trucks."""
    near = token.head.i == token.i + 1 and token.head.tag_ == "NNS"
    return bool(unit) and token.text == unit and token.tag_ == "NN" and token.dep_ == "compound" and near


def _counted(content: Content) -> str | None:
    """Return N of 'the number of N falls to ...'."""
    for token in content.tokens:
        if token.lemma_ == "number" and (of := child(token, "prep")) is not None:
            thing = child(of, "pobj")
            return thing.text if thing is not None else None
    return None


def set_at(noun: Token) -> list[Token]:
    """Return the value of 'the cap, at 400,000' and of 'raises the ceiling to 550,000', from the noun on."""
    verb = noun.head if noun.dep_ == "dobj" else noun
    for prep in (*noun.children, *verb.children):
        number = child(prep, "pobj") if prep.lower_ in ("at", "to") and prep.i > noun.i else None
        if number is not None and amount_in(
            f"{prep.text} {number.sent.doc[prep.i + 1 : number.right_edge.i + 1].text}"
        ):
            return list(noun.doc[noun.i : number.right_edge.i + 1])
    return []

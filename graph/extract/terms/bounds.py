"""What limits a provision: until when, except where. Always in the words of the source."""

import re

from spacy.tokens import Token

_TIME = r"(?:hours?|days?|weeks?|months?|years?|decades?)"
_COUNT = r"(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?)"
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    rf"(?:the end of (?:the )?(?:year|month|decade|century|contract|{_MONTHS}(?: \d{{4}})?|\d{{4}})|"
    rf"\d{{1,2}} {_MONTHS}(?: \d{{4}})?|{_MONTHS} \d{{1,2}}(?:,? \d{{4}})?|{_MONTHS}(?: \d{{4}})?|"
    rf"(?:mid-)?(?:19|20|21)\d\d|next (?:\w+day|week|month|year)|\w+day)"
)
_DEADLINE = re.compile(
    rf"\b(?:within (?:the )?(?:next )?{_COUNT} (?:working |calendar )?{_TIME}"
    rf"(?: of (?:the |its |their )?[\w-]+)?|"
    rf"no later than (?:{_DATE}|{_COUNT} {_TIME})(?: after [\w ]{{3,30}})?|"
    rf"by (?:no later than )?{_DATE}|until {_DATE}|before {_DATE}|"
    rf"(?<!for )(?:in )?{_COUNT} {_TIME} (?:later|after [\w ]{{3,30}})|on {_DATE}|"
    rf"(?<=\bin )\d+ days|in \d+ days)\b"
)
_EXCEPTION = re.compile(
    r"[,(]?\s*\b(?P<words>(?:except(?:ing)?(?: for| in| where| when| that)?|with the exception of|"
    r"unless(?: and until)?|apart from|other than|save for|excluding|but not)\b"
    r"(?:(?!, (?:within|by|over|until|no later|before|from) )[^;().])*)|"
    r",\s*(?P<after>[\w' -]{3,60}? (?:excepted|excluded|exempted))\b"
)


def deadline_in(text: str) -> str | None:
    """Return the words that say by when: 'within 100 days of the signing', 'by 31 December'."""
    found = _DEADLINE.search(without_exception(text))
    return found[0] if found else None


def exception_in(text: str) -> str | None:
    """Return the words that take something out: 'except in the town', 'unless martial law is in force'."""
    found = _EXCEPTION.search(text)
    words = found and (found["words"] or found["after"])
    return words.strip(' ,.;:"') or None if words else None


def without_exception(text: str) -> str:
    """Return the text without its exception: the amount of an exception is not that of the rule."""
    words = exception_in(text)
    return text.replace(words, "", 1) if words else text


def without_aside(text: str, subject: Token | None, tokens: list[Token]) -> str:
    """Return the text without what is told of its subject: 'the draft, presented on 31 May, would'."""
    aside = (
        [c for c in subject.children if c.dep_ in ("acl", "relcl", "appos")] if subject is not None else []
    )
    for clause in (c for c in aside if c in tokens):
        words = clause.doc[clause.left_edge.i : clause.right_edge.i + 1].text
        text = text.replace(words, "", 1)
    return text

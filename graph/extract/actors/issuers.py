"""The body whose text a title says this is: 'Statement by Lakeside Bank on the loan'."""

import re

from spacy.tokens import Doc, Token

from ..sentences import in_quotes
from .cast import Cast, Mention
from .names import is_calendar
from .titles import capital, is_title

_TITLE = re.compile(
    r"^(?:\w+ ){0,2}(?:statement|press release|declaration|communiqu\S+|answer|reply|message)s? "
    r"(?:by|of|from) (?:the )?",
    re.I,
)
_INSIDE = frozenset(("of", "and", "&", "for"))
_LONG = 6


def find_issuer(docs: list[Doc], cast: Cast) -> None:
    """Record the body that a title names as who speaks, if that name is nobody's yet."""
    found = _TITLE.match(docs[0].text) if docs else None
    if found is None:
        return
    run = _run([t for t in docs[0] if t.idx >= found.end()])
    if not run or is_title(run[0]) or any(cast.at(t) is not None for t in run) or not _many(docs):
        return
    name = [t.text for t in run]
    member = cast.join("Organization", " ".join(name))
    member.spellings.add(" ".join(name))
    for doc in docs:
        for at in range(len(doc) - len(name) + 1):
            words = doc[at : at + len(name)]
            if [t.text for t in words] == name and not any(cast.at(t) for t in words):
                cast.mention(Mention(member.id, words[0], words[-1]))


def _many(docs: list[Doc]) -> bool:
    """Say whether a text speaks as 'we' and nowhere as 'I': one person would say 'I'."""
    plain = [t.lower_ for doc in docs for t in doc if not in_quotes(t)]
    return ("we" in plain or "our" in plain) and "i" not in plain


def _run(tokens: list[Token]) -> list[Token]:
    run: list[Token] = []
    for token in tokens[:_LONG]:
        if not (capital(token) and token.is_alpha and not is_calendar(token.text)):
            if not run or token.text not in _INSIDE:
                break
        run.append(token)
    while run and run[-1].text in _INSIDE:
        run.pop()
    return run

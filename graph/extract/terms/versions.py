"""Drafts of a plan, where the words clearly name one: 'the third draft', 'the text of 12 May'."""

import re

from spacy.tokens import Doc, Token

from ...models import PlanVersion, is_slug, slug
from ..sentences import position, written
from ..times.dates import MONTHS, Calendar
from .wordlists import listed

_DRAFTS = frozenset(("draft", "version", "text", "plan", "proposal"))
_OPEN = frozenset(("a", "an", "any", "no", "another", "its", "some"))
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OF_DATE = re.compile(
    r"\s(?:of|from|dated)\s(?P<date>(?:\d{1,2} )?"
    rf"(?:{'|'.join(m.capitalize() for m in MONTHS)})(?: \d{{1,2}})?(?:,? \d{{4}})?)\b"
)


class Versions:
    """The drafts that an article names; `plan` is the plan that they are drafts of."""

    def __init__(self, docs: list[Doc], plan: str, main_points: str | None, calendar: Calendar) -> None:
        self.plan, self.calendar, self.points = plan, calendar, main_points
        self.all: dict[str, PlanVersion] = {}
        self._at: dict[int, str] = {}
        self.named: list[tuple[Token, str]] = []
        self.unnamed: list[Token] = []
        for doc in docs:
            for token in doc:
                self._read(token)
        self.default = self._headline(docs)

    def at(self, token: Token) -> str | None:
        """Return the draft that a noun names."""
        return self._at.get(position(token))

    def _read(self, token: Token) -> None:
        lemma = token.lemma_.lower()
        if lemma not in _DRAFTS or token.tag_ not in ("NN", "NNP") or token.dep_ == "compound":
            return
        if (label := self._label(token, lemma)) is None:
            return
        id_ = f"{self.plan}:{slug(label[0])}"
        if not is_slug(id_):
            self.unnamed.append(token)
            return
        known = self.all.get(id_)
        dated = label[1] or (known.dated if known else None)
        self.all[id_] = PlanVersion(
            id=id_, plan=self.plan, name=known.name if known else label[0], dated=dated
        )
        self._at[position(token)] = id_
        self.named.append((token, id_))

    def _label(self, token: Token, lemma: str) -> tuple[str, str | None] | None:
        """Return name and date of a draft; None where the words do not tell it from others."""
        before = list(token.doc[token.left_edge.i : token.i])
        if any(t.lower_ in _OPEN and t.head == token for t in before):
            return None
        text = written(token.doc)
        dated, of = None, _OF_DATE.match(text, token.idx + len(token))
        if of:
            dated = self.calendar.said(_ready(of["date"]), None)
        day = next((t.text for t in before if t.text in _DAYS), None)
        ordinal = next(
            (t.lower_ for t in before if t.lower_ in listed("ordinals") and t.i >= token.i - 3), None
        )
        points = re.search(r"\b([\w]+)-point\b", text[token.left_edge.idx : token.idx])
        if lemma not in ("draft", "version", "text"):
            return None
        if ordinal and not (ordinal == "final" and lemma == "text"):
            return f"{ordinal} {lemma}", dated
        if (
            points
            and self.points
            and points[1].lower() != self.points
            and lemma in ("draft", "version", "text")
        ):
            return f"{points[1].lower()}-point {lemma}", dated
        if of:
            return f"{lemma} of {of['date']}", dated
        if day:
            dated = self.calendar.said(f"on {day}", None)
            return (f"{lemma} of {dated or day}", dated)
        return None

    def _headline(self, docs: list[Doc]) -> str | None:
        """A headline that names one draft tells what 'the text' below means."""
        found = {
            v for at, v in self._at.items() if docs and at <= docs[0].user_data["base"] + len(docs[0].text)
        }
        return found.pop() if len(found) == 1 else None


def _ready(words: str) -> str:
    return words if re.search(r"\d{1,2} |\d{1,2}$", words) else f"in {words}"

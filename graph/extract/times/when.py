"""When something was said: by the words around the cue, else by what was said before."""

import re

from spacy.tokens import Token

from ...read.dates import find_when
from ..attribution.attributions import Attribution
from ..sentences import position
from .dates import Calendar

_CLOCK = re.compile(r"^\s*\d{1,2}[:.]\d{2}\b", re.MULTILINE)
_HEADING = re.compile(r"^[^\n]{4,60}$", re.MULTILINE)
_OPENING = 700


def opening_date(text: str) -> str | None:
    """Return the full date in the lines that open an article: a dateline, a byline, the title."""
    for line in text[:_OPENING].split("\n"):
        head = line if len(line) <= 140 else line[:60]
        if found := find_when(head):
            return found[0][:10]
    return None


class When:
    """Remembers which day each speaker last spoke on."""

    def __init__(self, text: str, calendar: Calendar) -> None:
        self.text, self.calendar = text, calendar
        self.last: str | None = None
        self._of: dict[str, tuple[str, int]] = {}
        today = calendar.today
        self.today = today.isoformat() if today else None
        self._sections = list(self._days(text)) if len(_CLOCK.findall(text)) > 2 else []

    def _days(self, text: str) -> list[tuple[int, str]]:
        """Return where the entries of a live blog begin, each with the day it is of."""
        days = [(0, self.today)] if self.today else []
        for found in _HEADING.finditer(text):
            if found.start() and not _CLOCK.match(found[0]) and (day := self.calendar.said(found[0], None)):
                days.append((found.start(), day))
        return [(at, day) for at, day in days if day]

    def said(self, act: Attribution) -> str | None:
        """Return the day of an act: told beside it, told of the speaker before, or that of a live entry."""
        inside = {t for c in act.contents for t in c.tokens}
        if act.parent is not None:
            outer = {t for c in act.parent.contents for t in c.tokens}
            return self.calendar.said(_joined(outer - inside), self.last)
        verb: Token | None = act.verb
        while verb is not None:
            other = {t for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" for t in c.subtree}
            near = {t for t in verb.subtree if t not in inside and (t not in other or verb in other)}
            if found := self.calendar.said(_joined(near), self.last):
                return self._kept(act, found)
            if any(t.ent_type_ == "DATE" and t.lower_ != "now" for t in near):
                return None
            verb = verb.head if verb.tag_ == "VBG" and verb.head != verb else None
        return self._carried(act)

    def _kept(self, act: Attribution, day: str) -> str:
        self.last = day
        for speaker in act.voice.actors:
            self._of[speaker] = (day, position(act.verb))
        return day

    def _carried(self, act: Attribution) -> str | None:
        """Return the day on which the same speaker spoke just before, else that of the live entry."""
        at = position(act.verb)
        if any(c.lower_ == "had" for c in act.verb.children):
            return None
        for speaker in act.voice.actors:
            day, since = self._of.get(speaker, ("", 0))
            # A new paragraph may tell of another day without saying so.
            if day and "\n" not in self.text[since:at]:
                self._of[speaker] = (day, at)
                return day
        return next((day for start, day in reversed(self._sections) if start <= at), None)


def _joined(tokens: set[Token]) -> str:
    return " ".join(t.text for t in sorted(tokens, key=lambda t: t.i))

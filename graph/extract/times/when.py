"""When something was said: by the words around the cue, else by what was said before."""

import re

from spacy.tokens import Token

from ...read.dates import find_when
from ..attribution.attributions import Attribution
from ..lexicon import words
from ..sentences import in_quotes, position
from .dates import Calendar

_CLOCK = re.compile(r"^\s*\d{1,2}[:.]\d{2}\b", re.MULTILINE)
_BACKGROUND = re.compile(r"(?:background|how we got here|the story so far|what we know|recap)\b", re.I)
# What has a day of its own: 'the draft of March', 'the talks on Tuesday'.
_DATED = frozenset(
    ("draft", "talk", "meeting", "letter", "proposal", "decision", "vote", "summit", "attack", "session")
)
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

    def __init__(self, text: str, calendar: Calendar, dropped: tuple[str, ...] = ()) -> None:
        self.text, self.calendar = text, calendar
        self.last: str | None = None
        self._last_at = 0
        self.holders: tuple[str, ...] = ()
        self._of: dict[str, tuple[str, int]] = {}
        today = calendar.today
        self.today = today.isoformat() if today else None
        # Lines with nothing but a time of day are no part of the text.
        clocks = len(_CLOCK.findall(text)) + sum(bool(_CLOCK.match(line)) for line in dropped)
        title = text.split("\n", 1)[0]
        # 'Conference Daily: Wednesday, 6 December 2034' dates all that it tells.
        self._sections = self._days(text) if clocks > 2 or find_when(title) else []

    def _days(self, text: str) -> list[tuple[int, str | None]]:
        """Return where the entries of a live blog begin, each with the day it is of, if it is of one."""
        days: list[tuple[int, str | None]] = [(0, self.today)]
        for found in _HEADING.finditer(text):
            if found.start() and _BACKGROUND.match(found[0]):
                days.append((found.start(), None))
            elif found.start() and not _CLOCK.match(found[0]):
                day = self.calendar.said(found[0], None)
                days += [(found.start(), day)] if day else []
        return days

    def said(self, act: Attribution) -> str | None:
        """Return the day of an act: told beside it, told of the speaker before, or that of a live entry."""
        inside = {t for c in act.contents for t in c.tokens} | _of_others(act)
        here = self._here(act)
        if act.parent is not None:
            outer = {t for c in act.parent.contents for t in c.tokens}
            return self.calendar.said(_joined(outer - inside), self.last, here)
        verb: Token | None = act.verb
        while verb is not None:
            other = {t for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" for t in c.subtree}
            near = {t for t in verb.subtree if t not in inside and (t not in other or verb in other)}
            if found := self.calendar.said(_joined(near), self.last, here):
                return self._kept(act, found)
            if any(t.ent_type_ == "DATE" and t.lower_ != "now" for t in near):
                return None
            verb = verb.head if verb.tag_ == "VBG" and verb.head != verb else None
        return self._carried(act)

    def _here(self, act: Attribution) -> str | None:
        """Return the day that 'a day earlier' counts from: that told last here, or a live entry's."""
        if self.last and "\n" not in self.text[self._last_at : position(act.verb)]:
            return self.last
        return self.today if self._sections else None

    def _kept(self, act: Attribution, day: str) -> str:
        self.last, self._last_at = day, position(act.verb)
        for speaker in act.voice.actors:
            self._of[speaker] = (day, position(act.verb))
        return day

    def _carried(self, act: Attribution) -> str | None:
        """Return the day on which the same speaker spoke just before, else that of the live entry."""
        at = position(act.verb)
        if any(c.lower_ == "had" for c in act.verb.children):
            return None
        if act.voice.actors == self.holders:
            return self.today
        for speaker in act.voice.actors:
            day, since = self._of.get(speaker, ("", 0))
            # Another paragraph may tell of another day, unless it only quotes what the last one reports.
            between = self.text[since:at].count("\n\n")
            if day and (not between or (between == 1 and self.last == day and _quoted(act))):
                self._of[speaker] = (day, at)
                return day
        return next((day for start, day in reversed(self._sections) if start <= at), None)


def _quoted(act: Attribution) -> bool:
    return any(in_quotes(c.first) for c in act.contents)


def _of_others(act: Attribution) -> set[Token]:
    """Return the words beside an act whose date is not its own: 'the report of Sunday'."""
    found: set[Token] = set()
    for token in act.verb.subtree:
        noun = token.head
        if token.dep_ == "prep" and noun.pos_ == "NOUN" and noun != act.verb:
            within = noun.dep_ == "pobj" and noun.head.lower_ in ("during", "at", "in")
            if noun.lemma_.lower() in words("said_before") | _DATED and not within:
                found |= set(token.subtree)
        if token.dep_ in ("acl", "relcl") and act.verb not in token.subtree and act.target is not None:
            found |= set(token.subtree) if token.head == act.target else set()
    return found


def _joined(tokens: set[Token]) -> str:
    return " ".join(t.text for t in sorted(tokens, key=lambda t: t.i))

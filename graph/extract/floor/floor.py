"""Who holds the floor in a paragraph: whose words its sentences are, though no cue says so."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile
from typing import Literal

from spacy.tokens import Doc, Token

from ..actors.phrases import Phrases
from ..sentences import address, first_person, in_quotes, written
from .interview import HELD, Interview
from .labels import ANSWERING, ASKING, bare
from .persona import addressee_of, guest, name_words, named_by
from .releases import Releases, opens_correction

Kind = Literal["turn", "question", "statement", "outlet", "author", "unclear"]


@dataclass(frozen=True)
class Floor:
    """Whose words a paragraph is; `label` holds the tokens that say so, `by` tells how it was found."""

    kind: Kind
    actors: tuple[str, ...] = ()
    label: tuple[Token, Token] | None = None

    @property
    def own(self) -> bool:
        """Say whether every plain sentence here is the holder's statement."""
        return self.kind in ("turn", "statement")

    @property
    def speaks(self) -> bool:
        """Say whether 'I' and 'we' are the holder."""
        return self.kind in ("turn", "statement", "outlet", "author")


class Floors:
    """Follows who holds the floor through an article, in reading order."""

    def __init__(
        self, turns: dict[int, int], docs: list[Doc], phrases: Phrases, writer: str, author: str | None
    ) -> None:
        self.docs, self.phrases, self.cast = docs, phrases, phrases.cast
        self.writer, self.author = writer, author
        self.turns = turns
        self.asking = self._asking()
        self.interview = None if self.turns else Interview.of(docs, phrases.cast)
        self.unclear: list[Token] = []
        self._said: set[str] = set()
        self.guest = self._guest()
        self.releases = Releases(docs, phrases, self.turns)
        self.addressee = addressee_of(docs, phrases)
        self.held_before = self.interview is not None or any(HELD.search(written(d)) for d in docs[:4])
        self.correcting = bool(docs) and opens_correction(docs[0])

    def each(self, docs: list[Doc]) -> Iterator[tuple[Doc, Floor | None]]:
        """Yield the paragraphs that are to be read, each with who holds the floor, and tell phrases."""
        turn: Floor | None = None
        fresh = False
        for doc in docs:
            if self._is_label(doc):
                turn, fresh = self._labelled(doc), True
                continue
            floor = turn if fresh or (turn is not None and turn.own and first_person(doc)) else None
            turn = floor
            fresh = False
            if floor is None:
                floor = self._unlabelled(doc)
            self._tell(doc, floor)
            yield doc, floor if floor is None or floor.kind != "unclear" else None
        self._tell(None, None)

    def dated(self, floor: Floor) -> bool:
        """Say whether the holder speaks on the day of publication; when an interview was held is not told."""
        return floor.speaks and floor.kind != "outlet" and not (floor.kind == "turn" and self.held_before)

    def _tell(self, doc: Doc | None, floor: Floor | None) -> None:
        holds = floor is not None and floor.speaks
        self.phrases.holds = holds
        self.phrases.writer = (self.writer,)
        if floor is not None and floor.kind != "outlet":
            self.phrases.writer = floor.actors
        if doc is not None and floor is not None and floor.own:
            doc.user_data["holders"] = floor.actors
        # The paper that asks may stand before a colon without being known for a label.
        asks = bool(self.turns) and floor is None
        if doc is not None and self.guest and (asks or (floor is not None and floor.kind == "question")):
            address((t for t in doc if not in_quotes(t)), (self.guest,))
        if doc is not None and floor is not None and floor.kind == "statement" and self.addressee:
            address((t for t in doc if not in_quotes(t)), self.addressee)

    def _guest(self) -> str | None:
        """Return the one person who answers all questions, and so is their 'you'."""
        if self.interview is not None:
            return self.interview.guest
        floors = [self._labelled(d) for d in self.docs if self._is_label(d)]
        # "Interview: Ann Poe" before the first question names who asks.
        floors = list(dropwhile(lambda floor: floor.kind == "unclear", floors))
        floors = [floor for floor in floors if floor.kind != "question"]
        who = {a for f in floors for a in f.actors}
        return next(iter(who)) if len(who) == 1 and all(f.kind == "turn" for f in floors) else None

    @cached_property
    def _answering(self) -> str | None:
        return guest(self.docs, min(self.turns), self.cast)

    @cached_property
    def _says_i(self) -> bool:
        return any(t.lower_ in ("i", "my", "me") and not in_quotes(t) for d in self.docs for t in d)

    def _is_label(self, doc: Doc) -> bool:
        base = doc.user_data["base"]
        return base in self.turns and base + len(written(doc).rstrip()) <= self.turns[base]

    def _labelled(self, doc: Doc) -> Floor:
        """Return the floor that a label gives; who cannot be told holds none."""
        name = bare(_name(doc))
        words = name_words(doc)
        if name in ASKING:
            return Floor("question")
        who = self._answering if name in ANSWERING else named_by(doc, self.phrases)
        if who == self.writer or name in self.asking:
            return Floor("question", (who,) if who else ())
        if who is None or not words:
            if name not in self._said:
                self._said.add(name)
                self.unclear.append(doc[0])
            return Floor("unclear")
        return Floor("turn", (who,), (words[0], words[-1]))

    def _asking(self) -> set[str]:
        """Return the labels of those whose turns are mostly questions."""
        asked: Counter[str] = Counter()
        turns: Counter[str] = Counter()
        for doc, after in zip(self.docs, self.docs[1:], strict=False):
            if self._is_label(doc):
                turns[bare(_name(doc))] += 1
                asked[bare(_name(doc))] += after.text.rstrip(' "').endswith("?")
        return {name for name, n in turns.items() if asked[name] * 2 > n}

    def _unlabelled(self, doc: Doc) -> Floor | None:
        if self.correcting or opens_correction(doc):
            return Floor("outlet", (self.writer,))
        if self.interview is not None and (kind := self.interview.kind(doc)) is not None:
            return Floor(kind, (self.interview.guest,) if kind == "turn" else ())
        if holders := self.releases.holders(doc):
            return Floor("statement", holders)
        if self.author is not None and self._says_i:
            return Floor("author", (self.author,))
        return None


def _name(doc: Doc) -> str:
    text = written(doc).split("(")[0]
    return text.strip().rstrip(":.").strip()

"""Statements, letters and speeches printed in full: whose 'we' and 'I' they are, and where they end."""

import re

from spacy.tokens import Doc, Token

from ..actors.mentions import Mention
from ..actors.nouns import coordinated
from ..actors.phrases import Phrases
from ..lexicon import words
from ..sentences import base, child, first_person, in_quotes, position, written

_CORRECTION = re.compile(
    r"(?:\d{1,2}[:.]\d{2}\W{1,3})?(?:corrections?|clarifications?|retractions?|(?:an )?apology)\b"
    r"(?: and \w+)?\s*(?::|\u2014|-|$)",
    re.I,
)
_EARLIER = re.compile(
    r"(?:an|the) (?:earlier|previous|original) (?:version|entry|report|article|post|headline)\b", re.I
)
_END = re.compile(
    r"\W*(?:notes? (?:to|for) editors?|editors?'? notes?|notes?:|notes$|ends?\b\W*$|about (?:the|us)\b|"
    r"(?:media |press )?contacts?\b|background\b\W*$|###)",
    re.I,
)
_TEXT = re.compile(
    r"\b(?:statement|press release|letter|speech|remarks|address|message|declaration|communiqu\S+|answer|"
    r"reply|appeal)\b",
    re.I,
)
_FULL = re.compile(r"\b(?:in full|following|full text|both texts|verbatim|reads?)\b", re.I)
_RELEASE = re.compile(
    r"\W*(?:(?:press|media|news) release|for immediate release|press statement)\b.{0,60}$", re.I
)
_BY = re.compile(r"\b(?:by|of|from)\b", re.I)


def opens_correction(doc: Doc) -> bool:
    """Say whether a paragraph is a correction, or the heading of one."""
    text = written(doc).strip()
    return _CORRECTION.match(text) is not None or _EARLIER.match(text) is not None


class Releases:
    """Follows the texts that somebody else than the outlet wrote."""

    def __init__(self, docs: list[Doc], phrases: Phrases, turns: dict[int, int]) -> None:
        self.docs, self.phrases, self.cast = docs, phrases, phrases.cast
        self._place = {base(doc[0]): i for i, doc in enumerate(docs)}
        self.open: tuple[str, ...] = ()
        self.whole = False
        self.started = False
        self.printed = False
        self.named: Token | None = None
        self.pending = () if turns or not docs else self._titled()

    def holders(self, doc: Doc) -> tuple[str, ...]:
        """Return who speaks in a paragraph, told in reading order; nobody where it is not clear."""
        text = written(doc).strip()
        if _END.match(text):
            self.open, self.pending, self.whole = (), (), False
            return ()
        self.printed |= bool(_TEXT.search(text) and _FULL.search(text))
        if _is_heading(text):
            if self.printed and (who := self._heading(doc)):
                self.open, self.whole = who, True
            elif _RELEASE.match(text):
                self.pending = self.pending or self._issuer(doc)
            return ()
        if signed := self._signatories(doc):
            self.open, self.whole = signed, True
        elif not self.open and self.pending and first_person(doc):
            self.open, self.whole = self.pending, self.started
        if self.open and (self.whole or first_person(doc)):
            return self.open
        if led := self._led_in(doc):
            self.open, self.whole = led, False
        return ()

    def _titled(self) -> tuple[str, ...]:
        """Return whose text the title says this is: 'Statement by Ana Rojas on the canal'."""
        doc = self.docs[0]
        found = _TEXT.search(written(doc))
        by = _BY.search(written(doc), found.end()) if found is not None else None
        if found is None or by is None or by.start() - found.end() > 12 or not _is_heading(written(doc), 300):
            return ()
        if any(t.tag_ in ("VBD", "VBZ", "VBP") for t in doc):
            return ()
        after = [t for t in doc if t.idx >= by.end()]
        if many := self._several(after):
            self.started = True
            return many
        for token in after[:8]:
            mention = self.cast.at(token)
            if mention is not None and mention.how == "name":
                member = self.cast.members[mention.of]
                if member.kind in ("Person", "Organization"):
                    self.started = True
                    return (member.id,)
        return ()

    def _several(self, after: list[Token]) -> tuple[str, ...]:
        """Return 'the foreign ministers of the Quint', whose text it is rather than the Quint's."""
        noun = next((t for t in after if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None)
        if noun is None or noun.tag_ != "NNS" or noun.lemma_.lower() not in words("collective"):
            return ()
        voice = self.phrases.voice(noun, loose=True)
        self.named = noun if voice is not None else None
        return voice.actors if voice is not None else ()

    def _issuer(self, doc: Doc) -> tuple[str, ...]:
        """Return the body that heads a press release: the only one of the lines above and below."""
        at = self._place[base(doc[0])]
        lines = [d for d in self.docs[max(0, at - 2) : at + 3] if _is_heading(written(d))]
        mentions = (m for d in lines for t in d if (m := self.cast.at(t)) is not None)
        found = {m.of for m in mentions if self.cast.members[m.of].kind == "Organization"}
        return tuple(found) if len(found) == 1 else ()

    def _heading(self, doc: Doc) -> tuple[str, ...]:
        """Return whom the heading of a section names: '2. THE RAILWAY'."""
        words = [t for t in doc if t.text[0].isalpha() and t.lower_ not in ("the", "a", "statement", "text")]
        for token in words:
            mention = self.cast.at(token)
            if mention is not None and self.cast.members[mention.of].kind != "Place":
                return (mention.of,)
        found = {
            m.id
            for m in self.cast.members.values()
            for w in words
            if m.kind == "Organization" and _named(w.lower_, {m.name, *m.spellings})
            if self.cast.places.last(m.id, position(doc[0])) is not None
        }
        return tuple(found) if len(found) == 1 and len(words) == 1 else ()

    def _signatories(self, doc: Doc) -> tuple[str, ...]:
        """Return who 'We, the leaders of A and B,' are: persons named there, or those named before."""
        tokens = [t for t in doc if not t.is_space][:60]
        if len(tokens) < 4 or tokens[0].lower_ not in ("we", "i") or tokens[1].text != ",":
            return ()
        verb = tokens[0].head.i if tokens[0].head.i > tokens[1].i else len(doc)
        inside = [t for t in tokens[2:] if t.i < verb]
        noun = next((t for t in inside if t.pos_ in ("NOUN", "PROPN") and t.dep_ != "compound"), None)
        people = [
            m.of for t in inside if (m := self.cast.at(t)) and self._is_person(m.of) and not _country(m, noun)
        ]
        if people:
            return tuple(dict.fromkeys(people))
        if noun is None:
            return ()
        if noun.lemma_.lower() in ("undersigned", "signatory"):
            return self._undersigned()
        of = next((c for c in noun.children if c.lower_ == "of"), None)
        whole = child(of, "pobj") if of is not None else None
        count = len(list(coordinated(whole))) if whole is not None else 0
        if noun.tag_ == "NNS" and count > 1 and (before := self._together(doc, count)):
            return before
        if self.named is not None and noun.lemma_ == self.named.lemma_:
            return self.pending
        voice = self.phrases.voice(noun, loose=True)
        return voice.actors if voice is not None else ()

    def _together(self, doc: Doc, count: int) -> tuple[str, ...]:
        """Return the persons of an earlier sentence that names just so many."""
        for other in reversed(self.docs[: self._place[base(doc[0])]]):
            for sentence in other.sents:
                people = [m.of for t in sentence if (m := self.cast.at(t)) and self._is_person(m.of)]
                if len(set(people)) == count:
                    return tuple(dict.fromkeys(people))
        return ()

    def _undersigned(self) -> tuple[str, ...]:
        last = [d for d in self.docs[-12:] if len(written(d)) < 90 and not written(d).rstrip().endswith(".")]
        people = [m.of for d in last if (m := self.cast.at(d[0])) and self._is_person(m.of)]
        return tuple(dict.fromkeys(people))

    def _led_in(self, doc: Doc) -> tuple[str, ...]:
        """Return who 'issued the following statement:' at the end of a paragraph."""
        text = written(doc).rstrip()
        last = list(doc.sents)[-1]
        if not text.endswith(":") or not _TEXT.search(last.text):
            return ()
        subject = child(last.root, "nsubj")
        if subject is None and (agent := child(last.root, "agent")) is not None:
            subject = child(agent, "pobj")
        voice = self.phrases.voice(subject) if subject is not None and not in_quotes(subject) else None
        return voice.actors if voice is not None else ()

    def _is_person(self, actor: str) -> bool:
        return self.cast.members[actor].kind == "Person"


def _is_heading(text: str, most: int = 120) -> bool:
    text = text.strip()
    return len(text) < most and not re.search(r"[.!?:;,]['\")]*$", text)


def _country(mention: Mention, noun: Token | None) -> bool:
    """Say whether 'Ister' of 'the ministers of Galt, Ister and Rone' is none of them: their country."""
    of = child(noun, "prep") if noun is not None and noun.tag_ == "NNS" else None
    return (
        of is not None and of.lower_ == "of" and mention.first == mention.last and mention.last in of.subtree
    )


def _named(word: str, names: set[str]) -> bool:
    words = {w for name in names for w in name.lower().split()}
    return word in words | {w.rstrip("s") for w in words} and len(word) > 2


def sign_off(docs: list[Doc], phrases: Phrases) -> str | None:
    """Return the outlet that signs at the end: 'The editors, Lakeside Herald, 3 May 2030'."""
    for doc in docs[-4:]:
        if len(doc) > 16 or not any(t.lower_ in ("editor", "editors", "newsroom") for t in doc):
            continue
        for token in doc:
            mention = phrases.cast.at(token)
            if mention is not None and phrases.cast.members[mention.of].kind == "Organization":
                return mention.of
    return None


def editors_note(tokens: list[Token]) -> tuple[Token, Token, Token] | None:
    """Return 'Note', its last word and the colon of '(Note by the editors: ...'."""
    colon = next((t for t in tokens[:9] if t.text == ":"), None)
    if colon is None:
        return None
    before = [t for t in tokens if t.i < colon.i and t.text[0].isalpha()]
    lower = {t.lower_ for t in before}
    if before and lower & {"editor", "editors", "ed"} and len(before) < 6:
        note = next((t for t in before if t.lower_ == "note"), before[0])
        return note, before[-1], colon
    return None

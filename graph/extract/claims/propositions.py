"""The proposition that a content states, with the subject that it may have lost."""

from spacy.tokens import Token

from ..acts.bench import Bench
from ..attribution.accusing import CHARGED, accused_in
from ..attribution.attributions import Attribution
from ..attribution.contents import Content
from ..attribution.cueforms import addressee
from ..lexicon import words
from ..meant import mean
from ..sentences import address, child, in_quotes, quote
from .relative import antecedent, called_so
from .tense import Proposition

_VOWS = frozenset(
    ["promise", "pledge", "vow", "threaten", "agree", "swear", "offer", "propose", "undertake", "refuse"]
)
_TOLD = frozenset(("tell", "warn", "remind", "assure", "inform", "accuse", "urge", "ask"))
_TASKS = frozenset(("role", "part", "task", "job", "mission", "visit", "trip"))
"""'Poe described his role as small': who speaks of such a thing as his means his own."""
_OWN = {"its": ("State", "Organization"), "his": ("Person",), "her": ("Person",)}
_MUCH = frozenset(("more", "less", "much", "little", "enough"))
"""'More had been done': the parser takes the subject for an adverb."""
_PERSONAL = frozenset(("he", "she", "they", "we", "i"))


class Propositions(Bench):
    """Writes contents as propositions."""

    def _write(self, act: Attribution, content: Content, lender: Token | None = None) -> Proposition:
        root, speakers = content.root, act.voice.actors
        if not act.bare and not in_quotes(act.verb):
            quote(content.tokens, speakers)
            if told := self._told_to(act):
                address((t for t in content.tokens if in_quotes(t)), told)
        own = child(lender if lender is not None else root, "nsubj", "nsubjpass", "expl", "csubj")
        verb = root.pos_ in ("VERB", "AUX")
        if act.verb.lemma_ in words("naming") | {"dismiss"} and not verb:
            return self._naming(act, content, own)
        if (accused := accused_in(act.verb)) is not None and not verb:
            return self._charge(accused, act, content)
        subject, plural = self._subject(act, content, own) if verb else (None, False)
        written = self.writer.write(
            [t for t in content.tokens if t != _relative(content)],
            root,
            speakers,
            subject=subject,
            plural=plural,
            keep_not=act.act == "demands" or _proviso(root),
            backshift=backshift(act, content),
            lender=lender,
            denied=act.act == "denies",
        )
        if written.open is not None:
            self.omit(f"what '{written.open.text}' stands for is not certain", written.open)
        return written

    def _told_to(self, act: Attribution) -> tuple[str, ...]:
        """Return the one actor by name whom a quotation is told to: its 'you'."""
        whom = addressee(act.verb) if act.verb.lemma_ in _TOLD else None
        mention = self.cast.at(whom) if whom is not None else None
        if mention is None or whom is None or mention.how != "name" or whom.conjuncts:
            return ()
        kind = self.cast.members[mention.of].kind
        return (mention.of,) if kind in ("Person", "State", "Organization") else ()

    def _subject(self, act: Attribution, content: Content, own: Token | None) -> tuple[str | None, bool]:
        """Return the subject that a content lacks: the speaker, whom he tells, or that of the verb before."""
        root, speakers = content.root, act.voice.actors
        first = content.first
        lead = first == root or (first.head == root and first.dep_ in ("aux", "auxpass", "neg", "advmod"))
        if _relative(content) is not None:
            return self._name(root.head, act.verb), root.head.tag_ in ("NNS", "NNPS")
        if content.subject is not None and content.subject in content.tokens:
            return None, False
        if own is not None and own not in content.tokens and own.tag_ not in ("WP", "WDT"):
            return self._name(own), own.tag_ in ("NNS", "NNPS")
        if own is not None and own not in content.tokens and (of := antecedent(own)) is not None:
            return self._name(of, act.verb), of.tag_ in ("NNS", "NNPS")
        if own is not None or not lead or first.lower_ in _MUCH:
            return None, False
        if root.dep_ == "conj" and not (act.act == "demands" and addressee(act.verb) is not None):
            shared = child(root.head, "nsubj", "nsubjpass")
            if shared is None or shared.lower_ in _PERSONAL:
                return self.writer.called(speakers), False
            passive = any(c.dep_ == "auxpass" for c in root.head.children) and root.tag_ == "VBN"
            many = shared.tag_ in ("NNS", "NNPS")
            return self._name(shared) + ((" were" if many else " was") if passive else ""), many
        thing = addressee(act.verb)
        if thing is not None and thing.tag_ in ("WDT", "WP") and act.verb.dep_ == "relcl":
            thing = act.verb.head
        subject, plural = self.writer.called(speakers), self.writer.is_plural(speakers)
        if thing is not None and thing.i < root.i:
            subject, plural = self._name(thing, root), thing.tag_ in ("NNS", "NNPS")
        return subject, plural

    def _naming(self, act: Attribution, content: Content, own: Token | None) -> Proposition:
        thing = own if own is not None else child(act.verb, "dobj")
        if thing is not None and thing.lower_ in ("it", "them") and act.verb.dep_ == "advcl":
            thing = child(act.verb.head, "dobj") or thing
        if thing is not None and thing.tag_ in ("WDT", "WP") and act.verb.dep_ == "relcl":
            thing = called_so(act.verb.head, content.root)
            if thing is None:
                self.omit(f"what is {act.verb.text} so is not certain", content.first, content.last)
                return Proposition("", content.root)
        if thing is not None and thing.lemma_ in _TASKS and (whose := child(thing, "poss")) is not None:
            if whose.tag_ == "PRP$" and not in_quotes(whose):
                mean([whose], act.voice.actors)
        inside = thing is not None and thing in content.tokens
        rest = [t for t in content.tokens if not inside or thing is None or t not in set(thing.subtree)]
        within = thing is not None and content.root in thing.subtree
        name = self._name(thing, content.root if within else act.verb) if thing is not None else "It"
        plural = thing is not None and (thing.tag_ == "NNS" or thing.lower_ in ("they", "them"))
        return self.writer.write(
            rest, content.root, act.voice.actors, subject=f"{name} {'are' if plural else 'is'}"
        )

    def _charge(self, accused: Token, act: Attribution, content: Content) -> Proposition:
        """Write 'Peru is guilty of bias' for 'accused Peru of bias'."""
        be = "are" if accused.tag_ in ("NNS", "NNPS") or accused.lower_ in ("them", "us") else "is"
        subject = f"{self._name(accused, content.root)} {be} {CHARGED[act.verb.lemma_][1]}"
        return self.writer.write(content.tokens, content.root, act.voice.actors, subject=subject)

    def _name(self, noun: Token, outside: Token | None = None) -> str:
        skip = {
            s
            for c in noun.children
            if c.dep_ in ("relcl", "acl", "cc", "conj")
            or _beside(c)
            or (outside is not None and outside in c.subtree)
            for s in c.subtree
        }
        skip |= {t for t in noun.subtree if t.text == ","}
        text = self.writer.write([t for t in noun.subtree if t not in skip], noun, ()).text
        if (whose := self._owner(noun)) is None:
            return text
        his, _, thing = text.partition(" ")
        return f"{whose} {thing}" if his.lower() in _OWN else text

    def _owner(self, noun: Token) -> str | None:
        """Return whose 'its siege' is in 'Galt goes on with its siege': that of who does it."""
        its = child(noun, "poss")
        above = next((t for t in noun.ancestors if t.pos_ == "VERB"), None)
        subject = child(above, "nsubj") if above is not None else None
        mention = self.cast.at(subject) if subject is not None and subject.i < noun.i else None
        if its is None or its != noun.left_edge or subject is None or mention is None:
            return None
        kinds = _OWN.get(its.lower_, ())
        return self.writer.pronouns.whose((mention.of,)) if self.cast.kind(subject) in kinds else None


def _beside(token: Token) -> bool:
    """Say whether a token heads ', his rival,' beside a name."""
    return token.dep_ == "appos" and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","


def _relative(content: Content) -> Token | None:
    """Return the 'who' of 'Poe, who signed it': in a claim of its own Poe stands there."""
    own = child(content.root, "nsubj", "nsubjpass")
    lead = own is not None and own.tag_ in ("WP", "WDT") and own == content.first
    return own if lead and content.root.dep_ == "relcl" else None


def backshift(act: Attribution, content: Content) -> bool:
    """Say whether the past tense of a content may be that of indirect speech alone."""
    if in_quotes(content.first) or act.verb.pos_ not in ("VERB", "AUX") or act.verb.lower_ == "according":
        return False
    cue = act.verb
    while cue.tag_ == "VBG" and cue.head != cue:
        cue = cue.head
    had = any(c.lower_ == "had" for c in cue.children)
    dated = any(t.ent_type_ == "DATE" and t not in cue.subtree for t in content.root.subtree)
    dated = dated or any(c.dep_ == "npadvmod" for c in content.root.children)
    return (cue.tag_ == "VBD" or (cue.tag_ == "VBN" and had)) and not dated


def _proviso(root: Token) -> bool:
    """'Nothing is agreed until everything is agreed' denies nothing."""
    return any(
        (c.dep_ == "advcl" and any(g.lower_ in ("until", "unless") for g in c.children))
        or (c.dep_ == "prep" and c.lower_ == "until")
        for c in root.children
    )

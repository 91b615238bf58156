"""What a clause says in three words: what is done, by whom, to what. By these claims are compared."""

from dataclasses import dataclass

from spacy.tokens import Token

from ..actors.cast import Cast
from ..actors.phrases import Phrases
from ..lexicon import words
from ..meant import meant
from ..sentences import child, in_quotes
from ..terms.plans import Plans
from .claimwords import listed_words, thing_of, verb_of, with_particle
from .relative import antecedent

_PRONOUNS = frozenset(("he", "she", "they", "i", "we", "it"))
_TO = ("to", "with", "on", "of", "for", "about", "against", "from", "into", "upon", "at", "in")
_SHARES = frozenset(
    ("most", "all", "part", "some", "any", "none", "several", "point", "half", "much", "many", "few", "one",
     "nothing", "anything", "rest", "each", "version", "draft", "text", "provision", "term", "bit", "number")
)  # fmt: skip

_MANNERS = frozenset(("writing", "person", "public", "private", "secret", "principle", "full", "advance"))
"""'agreed in writing to the plan': how, not to what."""


@dataclass(frozen=True)
class Frame:
    """Verb, doer and thing done, as ids or lemmas; None where the clause does not tell."""

    verb: str
    agent: str | None = None
    patient: str | None = None
    partial: bool = False
    such: bool = False


class Predicates:
    """Reads frames; pronouns stand for speakers, 'it' for the main plan."""

    def __init__(self, cast: Cast, plans: Plans, phrases: Phrases) -> None:
        self.cast, self.plans, self.phrases = cast, plans, phrases

    def frame(self, verb: Token, speakers: tuple[str, ...], joined: list[Token] | None = None) -> Frame:
        """Return the frame of a verb; `joined` are the verbs that share its subject."""
        first = joined[0] if joined else verb
        if (owner := _backer(verb)) is not None:
            return Frame("support", self._key(owner), self._key(child(verb, "nsubj")))
        later = joined[joined.index(verb) + 1 :] if joined else []
        subject, passive = child(first, "nsubj"), child(first, "nsubjpass")
        subject = antecedent(subject) or subject
        if verb.pos_ not in ("VERB", "AUX"):
            return Frame("be", self.who(subject, speakers, verb), self._key(verb))
        agent = child(verb, "agent") or (shared(verb, later, "agent") if passive else None)
        thing = child(verb, "dobj") or shared(verb, later, "dobj")
        doer = child(agent, "pobj") if agent is not None else subject
        if frame := self._of_noun(verb, thing, doer if passive is None else passive, speakers):
            return frame
        if verb.lemma_ == "be" and thing is None:
            said = child(verb, "attr", "acomp")
            return Frame("be", self.who(doer, speakers, verb), self._key(said))
        patient = thing if thing is not None else passive
        if patient is None:
            patient = _through(verb)
        key, partial = self._thing(patient)
        who = self.who(doer, speakers, verb)
        return Frame(deed(verb), who, key, partial, _such(patient))

    def _of_noun(
        self, verb: Token, thing: Token | None, doer: Token | None, speakers: tuple[str, ...]
    ) -> Frame | None:
        """Read 'gave his approval to', 'no such meeting took place' and 'there was no agreement'."""
        if verb.lemma_ not in listed_words("light_verbs"):
            return None
        there = child(verb, "attr") if child(verb, "expl") is not None else None
        took_place = thing is not None and thing.lemma_ == "place"
        for noun, who in (
            (None if took_place else thing, doer),
            (there, None),
            (doer if thing is None or took_place else None, None),
        ):
            done = verb_of(noun.lemma_.lower()) if noun is not None else None
            if noun is None or done is None or (verb.lemma_ == "be" and there is None):
                continue
            if who is None:
                poss = child(noun, "poss")
                who = poss if poss is not None and poss.tag_ != "PRP$" else None
            key, partial = self._thing(_through(noun) or _named_in(noun) or _through(verb))
            return Frame(done, self.who(who, speakers, verb), key, partial, _such(noun))
        return None

    def of_noun(self, noun: Token, speakers: tuple[str, ...]) -> Frame:
        """Return the frame of a thing or a deed that a noun alone names: 'Peruvian strikes on the port'."""
        done = verb_of(noun.lemma_.lower())
        if done is None:
            return Frame("exist", None, self._key(noun), such=_such(noun))
        doers = (m.of for c in noun.children if (m := self.cast.at(c)) is not None and c.dep_ == "amod")
        key, partial = self._thing(_through(noun) or _named_in(noun))
        return Frame(done, next(doers, None), key, partial, _such(noun))

    def who(self, noun: Token | None, speakers: tuple[str, ...], verb: Token) -> str | None:
        """Return the id or lemma of a doer; the speakers where a pronoun means them."""
        if noun is None or noun.lower_ in ("nobody", "somebody", "anybody", "one"):
            return None
        if (them := meant(noun)) and len(them) == 1:
            return them[0]
        if noun.lower_ in _PRONOUNS and speakers:
            return self._pronoun(noun, speakers)
        return self._holder(noun) or self._key(noun)

    def _pronoun(self, noun: Token, speakers: tuple[str, ...]) -> str | None:
        one = speakers[0] if len(speakers) == 1 else None
        if noun.lower_ in ("i", "we") or (noun.lower_ == "they" and one is None):
            return speakers[0]
        kind = self.cast.known(one).kind if one else None
        own = not in_quotes(noun)
        if noun.lower_ in ("he", "she") and kind == "Person" and noun.dep_ in ("nsubj", "nsubjpass") and own:
            gender = self.cast.known(one).gender if one else None
            if gender in (None, noun.lower_):
                return one
        if noun.lower_ == "it":
            return one if kind in ("State", "Organization") else self.plans.main
        voice = self.phrases.voice(noun)
        return voice.actors[0] if voice and len(voice.actors) == 1 else None

    def _holder(self, noun: Token) -> str | None:
        """Return the person whom 'the secretary of state' means."""
        if noun.lemma_.lower() not in words("posts") or self.cast.at(noun):
            return None
        voice = self.phrases.voice(noun)
        one = voice.actors[0] if voice and len(voice.actors) == 1 else None
        return one if one and self.cast.known(one).kind == "Person" else None

    def _thing(self, noun: Token | None) -> tuple[str | None, bool]:
        """Return what is done something to; of 'most of the plan' it is the plan, in part."""
        if noun is None:
            return None, False
        if noun.lower_ in ("it", "them"):
            return self.plans.main, False
        if noun.lemma_.lower() in _SHARES and self.plans.at(noun) is None:
            of = next((c for c in noun.children if c.lower_ == "of"), None)
            whole = child(of, "pobj") if of is not None else child(noun, "poss")
            if whole is not None:
                its = whole.lower_ in ("it", "its", "them", "their")
                return self.plans.main if its else self._key(whole), True
        return self._key(noun), False

    def _key(self, noun: Token | None) -> str | None:
        return key_of(noun, self.cast, self.plans)


def deed(verb: Token) -> str:
    """Return the verb of a deed: 'approve' for 'sign off on'."""
    particle = child(verb, "prt")
    lemma = verb.lemma_.lower()
    return with_particle(f"{lemma} {particle.lower_}") or lemma if particle is not None else lemma


def key_of(token: Token | None, cast: Cast, plans: Plans) -> str | None:
    """Return what a noun stands for when claims are compared: an id, else its lemma."""
    if token is None:
        return None
    if plan := plans.at(token):
        return plan
    mention = cast.at(token)
    return mention.of if mention and mention.how == "name" else thing_of(token.lemma_.lower())


def _backer(verb: Token) -> Token | None:
    """Return X of 'the plan has the support of X'."""
    thing = child(verb, "dobj") if verb.lemma_ in ("have", "enjoy") else None
    if thing is None or thing.lemma_ not in ("support", "backing", "approval"):
        return None
    of = next((c for c in thing.children if c.lower_ == "of"), None)
    return child(of, "pobj") if of is not None else None


def _through(token: Token) -> Token | None:
    """Return what a verb or noun reaches by a preposition: 'agreed to the plan', 'met with Vance'."""
    for preposition in token.children:
        if preposition.dep_ in ("prep", "dative") and preposition.lower_ in _TO and preposition.i > token.i:
            found = child(preposition, "pobj")
            how = preposition.lower_ == "in" and found is not None and found.lemma_ in _MANNERS
            if found is not None and found.ent_type_ not in ("DATE", "TIME") and not how:
                return found
    clause = child(token, "xcomp", "ccomp")
    return clause if clause is not None and token.pos_ == "VERB" else None


def _named_in(noun: Token) -> Token | None:
    """Return the thing of 'a pay cut' and 'the mill closure'."""
    return child(noun, "compound") if noun.lemma_.lower() in listed_words("done_to") else None


def _such(noun: Token | None) -> bool:
    return noun is not None and any(c.lower_ == "such" for c in noun.children)


def shared(verb: Token, later: list[Token], dep: str) -> Token | None:
    """Return what a later verb lends: in 'approved and changed by X', both are by X."""
    if child(verb, "dobj", "agent", "prep", "ccomp", "acomp", "attr", "xcomp", "oprd") is not None:
        return None
    for other in later:
        between = verb.doc[verb.i : other.i]
        if any(t.text == "," for t in between) and not any(t.lower_ == "and" for t in between):
            continue
        return child(other, dep)
    return None

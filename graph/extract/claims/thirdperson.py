"""Write names for the pronouns of a clause: who 'we', 'he' and 'his country' are in what somebody said."""

from spacy.tokens import Token

from ..actors.cast import Cast, Member
from ..actors.nouns import listed
from ..actors.phrases import Phrases
from ..lexicon import words
from ..meant import meant
from ..sentences import addressed, child, in_quotes, own_words, quoted_of
from ..terms.plans import Plans
from .anaphora import owner, quoted_owner
from .claimwords import listed_words
from .verbs import present

_I = frozenset(("i", "me", "myself"))
_WE = frozenset(("we", "us", "ourselves"))
_THIRD = frozenset(("he", "she", "him", "it", "they", "them"))
_MY = frozenset(("my", "mine"))
_OUR = frozenset(("our", "ours"))
_HIS = frozenset(("his", "her", "my", "our", "their"))
_SINGULAR = {
    "have": "has",
    "are": "is",
    "am": "is",
    "were": "was",
    "do": "does",
    "'re": "is",
    "'ve": "has",
    "'m": "is",
}


class Pronouns:
    """Resolves pronouns; `new` holds the words that replace tokens, `about` the actors that they mean."""

    def __init__(self, cast: Cast, plans: Plans, phrases: Phrases) -> None:
        self.cast, self.plans, self.phrases = cast, plans, phrases

    def write(
        self,
        tokens: list[Token],
        verb: Token,
        speakers: tuple[str, ...],
        new: dict[int, str],
        about: set[str],
    ) -> None:
        """Write names for the pronouns among tokens."""
        for token in tokens:
            word = token.lower_
            mine = word in _MY | _OUR or not own_words(token, speakers)
            if word in _HIS and mine and (home := self._home(token, tokens, speakers)):
                new[token.i], new[token.head.i] = "", self.called((home,))
                about.add(home)
                continue
            if token.i in new:
                continue
            if them := meant(token):
                about.update(them)
                new[token.i] = self.whose(them) if token.tag_ == "PRP$" else self.called(them)
                continue
            if word in ("you", "your") and (them := addressed(token)):
                about.update(them)
                new[token.i] = self.whose(them) if word == "your" else self.called(them)
            elif word in _MY | _OUR and speakers:
                whose = self._holder(token) or speakers
                new[token.i] = self.whose(self.we(whose) if word in _OUR else whose)
            elif owner(token, tokens, verb, speakers, self.cast, plural=self.is_plural(speakers)):
                about.update(speakers)
                new[token.i] = self.whose(speakers)
            elif them := quoted_owner(token, speakers, self.phrases):
                about.update(them)
                new[token.i] = self.whose(them)
            elif word == "it" and _of_a_deed(token):
                continue
            elif word in _I | _WE | _THIRD and (actors := self._meant(token, word, verb, speakers)):
                about.update(actors)
                new[token.i] = self.called(actors)
            elif word == "it" and self._is_plan(token, tokens):
                assert self.plans.main is not None
                about.add(self.plans.main)
                new[token.i] = self.plans.name(self.plans.main)

    def _is_plan(self, token: Token, tokens: list[Token]) -> bool:
        return (
            self.plans.main is not None
            and self.plans.just_named(token)
            and not any(_rivals(t, token, self.plans) for t in tokens)
            and not _expletive(token)
            and not _counted(token)
        )

    def _home(self, token: Token, tokens: list[Token], speakers: tuple[str, ...]) -> str | None:
        """Return the state that 'his country' is, when the speaker says it of himself."""
        noun = token.head
        if token.dep_ != "poss" or noun.lemma_.lower() not in listed_words("homeland") or len(speakers) != 1:
            return None
        if noun not in tokens or any(c.dep_ not in ("poss", "case") and c.i < noun.i for c in noun.children):
            return None
        speaker = self.cast.known(speakers[0])
        others = [t for t in tokens if t.i < token.i and (m := self.cast.at(t)) and m.of != speaker.id]
        if speaker.kind != "Person" or speaker.of is None or (others and token.lower_ not in _OUR | _MY):
            return None
        return speaker.of if self.cast.known(speaker.of).kind == "State" else None

    def _holder(self, token: Token) -> tuple[str, ...]:
        """Return whose words a paragraph is outside its quotations, where 'we' is nobody else."""
        first, last = token.doc.user_data.get("aside", (0, -1))
        if first <= token.i <= last and self.phrases.outlet:
            return (self.phrases.outlet,)
        return self.phrases.writer if self.phrases.holds and not in_quotes(token) else ()

    def we(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """Return whom the 'we' of a person or an office means: the state or body that they speak for."""
        one = self.cast.known(speakers[0]) if len(speakers) == 1 else None
        if one is None or not (one.kind == "Person" or one.id.startswith("office-of-") or self._at_body(one)):
            return speakers
        of = one.of
        return (of,) if of is not None else speakers

    def _at_body(self, one: Member) -> bool:
        """'A source at the palace': 'we' is the palace."""
        of = self.cast.known(one.of) if one.of is not None else None
        at = one.kind == "AnonymousSource" and " close to " not in one.name
        return at and of is not None and of.kind == "Organization"

    def _meant(self, token: Token, word: str, verb: Token, speakers: tuple[str, ...]) -> tuple[str, ...]:
        kinds = {self.cast.known(s).kind for s in speakers}
        subject = token.dep_ in ("nsubj", "nsubjpass") and token.head == verb
        if word in _I:
            return self._holder(token) or quoted_of(token) or speakers
        if word in _WE:
            return self.we(self._holder(token) or quoted_of(token) or speakers)
        if own_words(token, speakers):
            voice = self.phrases.voice(token) if word in ("he", "she", "him") else None
            return voice.actors[:1] if voice else ()
        own = not in_quotes(token)  # who is quoted says 'I' of himself
        if word in ("he", "she") and self._one(speakers) and subject and own:
            member = self.cast.known(speakers[0])
            if member.gender in (None, word):
                member.gender = word
                return speakers
        if word == "they" and subject and speakers and self.is_plural(speakers):
            return speakers
        if word == "it":
            body = subject and kinds and kinds <= {"State", "Organization"} and not _told_of(token)
            return speakers if body and not self._other_body(token, speakers) else ()
        owner = self.cast.known(speakers[0]).owner if len(speakers) == 1 else None
        if word in ("he", "she") and subject and owner:
            return (owner,)
        if word in ("he", "she", "him"):
            voice = self.phrases.voice(token)
            them = voice.actors[:1] if voice else ()  # 'he and the council' are two
            return them if own or them != speakers else ()
        return ()

    def _one(self, speakers: tuple[str, ...]) -> bool:
        """Say whether one person speaks, be it without a name: 'an official said he was sure'."""
        one = self.cast.known(speakers[0]) if len(speakers) == 1 else None
        alone = one is not None and not one.many and not one.thing and not self.is_plural(speakers)
        return one is not None and (one.kind == "Person" or (one.kind == "AnonymousSource" and alone))

    def _other_body(self, it: Token, speakers: tuple[str, ...]) -> bool:
        """Say whether 'it' may as well be another state or organisation that did something before."""
        before = (self.cast.at(t) for t in it.sent if t.i < it.i and t.dep_ in ("nsubj", "nsubjpass"))
        others = (m.of for m in before if m is not None and m.of not in speakers)
        return any(self.cast.known(o).kind in ("State", "Organization") for o in others)

    def many(self, verb: Token, speakers: tuple[str, ...]) -> bool | None:
        """Say whether the 'we' or 'you' that a verb has as subject is many; None for another subject."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.lower_ == "you" and (them := addressed(subject)):
            return self.is_plural(them)
        if subject is None or subject.lower_ not in ("i", "we") or not speakers:
            return None
        whose = quoted_of(subject) or speakers
        return self.is_plural(self.we(whose) if subject.lower_ == "we" else whose)

    def agree(self, verb: Token, speakers: tuple[str, ...], new: dict[int, str]) -> None:
        """Make the verb of 'we have' fit the one name that stands for 'we'."""
        if self.many(verb, speakers) is not False:
            return
        finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
        text = new.get(finite.i, finite.text).strip()
        fit = _SINGULAR.get(text)
        if fit is None and finite.tag_ == "VBP" and finite == verb and finite.i not in new:
            fit = present(verb.lemma_, plural=False)
        if fit:
            new[finite.i] = f" {fit}" if finite.text.startswith("'") else fit

    def is_plural(self, speakers: tuple[str, ...]) -> bool:
        """Say whether speakers are many: several, or a plural name."""
        if len(speakers) != 1:
            return True
        member = self.cast.known(speakers[0])
        last = member.name.split(" of ")[0].split(" from ")[0].split()[-1]
        return member.kind in ("Collective", "AnonymousSource") and (
            last.endswith("s")
            or "people" in member.name
            or member.name[0].isdigit()
            or any(w.endswith("s") for w in member.name.split()[:3])
        )

    def whose(self, actors: tuple[str, ...]) -> str:
        """Return the names of actors as owners: "Peru's", "the officials'"."""
        name = self.called(actors)
        return name + ("'" if name.endswith("s") and self.is_plural(actors) else "'s")

    def called(self, actors: tuple[str, ...]) -> str:
        """Return the names of actors as they stand in a sentence."""
        return listed([self.cast.known(a).phrase for a in actors])


def _rivals(noun: Token, pronoun: Token, plans: Plans) -> bool:
    """Say whether 'it' may as well mean another noun before it."""
    return (
        noun.i < pronoun.i
        and noun.tag_ == "NN"
        and noun.dep_ in ("nsubj", "nsubjpass", "dobj")
        and plans.at(noun) is None
        and noun.lemma_.lower() not in words("posts") | words("anonymous") | words("institution")
        and noun.ent_type_ != "PERSON"
    )


def _counted(token: Token) -> bool:
    """'It's 800,000 now' tells of a number, not of the plan."""
    told = child(token.head, "attr") if token.head.lemma_ == "be" else None
    return told is not None and told.tag_ == "CD"


def _told_of(token: Token) -> bool:
    """'The union wanted it to be paid': who wants something of 'it' is not 'it'."""
    verb, above = token.head, token.head.head
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return to and verb.dep_ in ("ccomp", "xcomp") and above.i < token.i and above.pos_ == "VERB"


def _of_a_deed(token: Token) -> bool:
    """'It would be madness to stop now': 'it' stands for the stopping."""
    verb = token.head
    judged = child(verb, "attr", "acomp")
    if verb.lemma_ != "be" or judged is None:
        return False
    if judged.lemma_.lower() in listed_words("of_clauses"):
        return True
    below = [*verb.children, *judged.children]
    if not any(c.tag_ == "VB" and any(g.lower_ == "to" for g in c.children) for c in below):
        return False
    return judged.dep_ == "attr" or judged.lemma_.lower() in listed_words("of_deeds")


def _expletive(token: Token) -> bool:
    return (
        any(c.dep_ in ("acomp", "ccomp") for c in token.head.children) and (token.head.lemma_ == "be")
    ) or token.dep_ == "expl"

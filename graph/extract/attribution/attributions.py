"""Who says what by which words: every act of saying in a sentence, outermost first."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ...models import Act
from ..actors.phrases import Phrases
from ..afterthoughts import opening_noun
from ..lexicon import noun_act, verb_act, words
from ..sentences import child, in_quotes
from .accusing import charge_of
from .act import Attribution, Missed
from .answered import opening_answer, short_answer
from .contents import Content, contents_of, found_contents
from .cueforms import (
    act_of,
    addressee,
    by_frame,
    cue_of,
    explained,
    lost,
    misplaced,
    orders,
    prepositional,
    upheld,
)
from .denying import doubted, rebuffed, unrecognised
from .found import Found
from .naming import dismissed_as, named_as
from .noacts import before_colon, no_act, only_wonders, says_nothing
from .nouns import said_by_noun
from .positions import Position, position_of, subject_of, takes_sides, unsaid_position
from .quoting import quoted_by, quoter, saying_of
from .speakers import speaker, who_says
from .standing import doing_of, stance_words
from .stated import goes_round, have_it, made_known, stated_by, what_was_said
from .unsaid import beside_another, not_accepted, unsaid, withheld
from .voiced import answering, opinions


def attributions(
    sentence: Span, phrases: Phrases, layer: dict[Token, Found]
) -> Iterator[Attribution | Missed]:
    """Yield the acts of saying in a sentence, in reading order, each with its parent.

    `layer` holds what the grammar found in the paragraph, by its cue word.
    """
    done: list[Attribution] = []
    dead: set[Token] = set()
    unheard: set[Token] = set()
    for token in sentence:
        if token in dead:
            continue
        for found in _at(token, phrases, done, layer):
            if isinstance(found, Missed) and found.voids:
                dead.update(t for c in contents_of(found.cue) for t in c.tokens)
            if isinstance(found, Missed) and found.unheard:
                unheard.update(t for c in contents_of(found.cue) for t in c.tokens)
            if isinstance(found, Attribution) and found.verb in unheard and found.voice.first.pos_ == "PRON":
                yield Missed(found.verb, f"whom '{found.voice.first.text}' means is not understood")
                continue
            if isinstance(found, Attribution):
                found.parent = _parent(found, done)
                done.append(found)
                phrases.heard(found.verb.doc.user_data["base"] + found.verb.idx, found.voice.actors)
            yield found


def _parent(found: Attribution, done: list[Attribution]) -> Attribution | None:
    """Return the innermost act whose content holds this one."""
    by = quoted_by(found.verb)
    if by is not None and (outer := next((a for a in done if a.verb == by), None)) is not None:
        return outer
    holders = [a for a in done if a is not found and any(found.verb in c.tokens for c in a.contents)]
    return holders[-1] if holders else None


def _at(
    token: Token, phrases: Phrases, done: list[Attribution], layer: dict[Token, Found]
) -> Iterator[Attribution | Missed]:
    lemma = token.lemma_.lower()
    if (saying := saying_of(token)) is not None:
        yield from _quoting(token, saying, phrases)
    elif (told := have_it(token)) is not None:
        if (why := unsaid(token)) is not None:
            yield Missed(token, why)
        elif (voice := phrases.voice(told[0], loose=True)) is not None:
            yield Attribution("asserts", (token, token.nbor()), voice, [told[1]], token, rumoured=True)
    elif (round_ := goes_round(token)) is not None:
        if (voice := phrases.voice(round_[0], loose=True)) is not None and unsaid(token) is None:
            cue = (round_[0], round_[0])
            yield Attribution("asserts", cue, voice, [round_[1]], token, rumoured=True, confidence=0.7)
    elif (known := made_known(token)) is not None:
        yield from _making(token, *known, phrases, done)
    elif (stated := stated_by(token) or what_was_said(token)) is not None:
        noun, owner = stated
        voice, contents = phrases.voice(owner, loose=True), contents_of(token)
        why = unsaid(noun) or unsaid(token) if noun.pos_ == "VERB" else None
        if voice is not None and contents and why is None:
            yield Attribution("asserts", (noun, noun), voice, contents, token, confidence=0.8)
    elif opined := opinions(token, phrases, done):
        yield from opined
    elif (noun := opening_noun(token)) is not None:
        yield answering(token, noun, phrases)
    elif token.lower_ == "according" and (to := child(token, "prep")) is not None:
        yield from _according(token, to, phrases)
    elif (position := position_of(token)) is not None and not _inside(token, done):
        yield from _position(token, position, phrases)
    elif token.pos_ in ("VERB", "AUX") and (act := act_of(token) or by_frame(layer.get(token))):
        by = quoted_by(token)
        yield from _verb(token, act, phrases, done, layer.get(token if by is None else by))
    elif token.pos_ == "NOUN" and (act := noun_act(lemma)):
        yield from said_by_noun(token, act, phrases)


def _making(
    verb: Token, last: Token, content: Content, phrases: Phrases, done: list[Attribution]
) -> Iterator[Attribution | Missed]:
    """Read 'made it clear that P'."""
    if (why := unsaid(verb)) is not None:
        yield Missed(verb, why, voids=True)
    elif (voice := speaker(verb, phrases, done)) is not None:
        yield Attribution("asserts", (verb, last), voice, [content], verb, confidence=voice.confidence * 0.9)


def _inside(verb: Token, done: list[Attribution]) -> bool:
    return any(verb in c.tokens for a in done for c in a.contents)


def _position(verb: Token, found: Position, phrases: Phrases) -> Iterator[Attribution]:
    """Read where somebody stands, as it is told: 'X is against the cap'."""
    subject = subject_of(verb)
    voice = phrases.voice(subject, loose=takes_sides(subject)) if subject is not None else None
    if voice is not None and unsaid_position(verb) is None:
        sure = voice.confidence * 0.8
        yield Attribution(
            found.act, found.cue, voice, found.contents, verb, found.target, confidence=sure, told=True
        )


def _according(token: Token, to: Token, phrases: Phrases) -> Iterator[Attribution | Missed]:
    source = child(to, "pobj")
    if source is None or source.lemma_.lower() in words("plans"):
        return
    voice = phrases.voice(source, loose=True)
    told = next((c for c in token.head.children if c.dep_ == "relcl" and c.i < token.i), token.head)
    short = short_answer(token)
    contents = [short] if short is not None else contents_of(told, outside=token)
    if voice is None:
        yield Missed(token, "the source after 'according to' is not an actor that is understood")
    elif contents:
        yield Attribution("asserts", (token, to), voice, contents, token, rumoured=source.lemma_ == "report")


def _quoting(verb: Token, saying: Token, phrases: Phrases) -> Iterator[Attribution]:
    """Read who quotes in 'quoted an aide as saying that P'; that the aide said so is an act of its own."""
    who = quoter(verb)
    voice = phrases.voice(who, loose=True) if who is not None else None
    contents = contents_of(saying)
    if voice is not None and contents and unsaid(verb) is None:
        yield Attribution("asserts", (verb, verb), voice, contents, verb, quotes=True)


def _verb(
    verb: Token, act: Act, phrases: Phrases, done: list[Attribution], found: Found | None
) -> Iterator[Attribution | Missed]:
    if (reason := withheld(verb)) and any(_said(verb, act)):
        yield Missed(verb, reason, voids=True)
        return
    if no_act(verb, phrases) or _told(verb, done):
        return
    if (answer := opening_answer(verb)) is not None and unsaid(verb) is None:
        yield from _answered(verb, *answer, phrases)
        return
    contents, target = _said(verb, act)
    if (doing := doing_of(verb)) is not None and child(doing, "nsubj") is None:
        if act in ("supports", "rejects", "demands") or verb.lemma_ in stance_words("asks"):
            act, contents, target = act if act != "asserts" else "demands", [], doing
    wish = doing is not None and target is doing
    if not contents and target is None and (reason := beside_another(verb)):
        yield Missed(verb, reason)
        return
    if found is not None and lost(found, contents, target):
        contents, target = found_contents(found, verb.sent), None
    contents = [c for c in contents if not before_colon(c, verb)]
    if not contents and target is None and (short := short_answer(verb)) is not None:
        contents, target = [short], None
    if only_wonders(verb, contents):
        yield Missed(verb, "it is asked, not told, whether this is so", voids=True)
        return
    phrasal = prepositional(verb)
    if phrasal is not None and not contents:
        act, target = "demands", phrasal
    if (dismissed := dismissed_as(verb)) is not None:
        act, contents, target = "asserts", [dismissed], None
    named = child(verb, "oprd") is not None
    if verb.lemma_ == "call" and contents and not named and addressee(verb) != child(verb, "dobj"):
        act = "demands"
    if act == "asserts" and orders(verb, contents):
        act = "demands"
    if not wish and rebuffed(verb) is None and says_nothing(verb, contents, target, phrasal):
        return
    refusal = not_accepted(verb) or unrecognised(verb)
    if refusal is None and (reason := unsaid(verb)):
        yield Missed(verb, reason, voids=True)
        return
    act, cue = ("denies", (refusal, verb)) if refusal is not None else (act, cue_of(verb))
    voice = who_says(verb, phrases, done, found)
    if voice is None:
        asked = any(c.first.lower_ in ("whether", "if") for c in contents)
        yield Missed(verb, f"nobody that is understood is the speaker of '{verb.text}'", asked, unheard=True)
        return
    if in_quotes(verb) and voice.first.i > verb.i and not in_quotes(voice.first):
        return  # 'the stance described," Poe said': she is not said to describe it
    sure = voice.confidence * 0.9
    if (pointer := explained(verb, act, contents)) is not None:
        yield Attribution(act, cue, voice, [], verb, pointer, confidence=sure)
        act, target = "asserts", None
    yield Attribution(act, cue, voice, contents, verb, target, confidence=sure)


def _answered(verb: Token, said: list[Content], who: Token, phrases: Phrases) -> Iterator[Attribution]:
    """Read 'Rubbish, say the unions: nobody was paid', in which nobody is called Rubbish."""
    voice = phrases.voice(who, loose=True)
    if voice is None:
        return
    for content in said:
        yield Attribution("asserts", (verb, verb), voice, [content], verb, confidence=voice.confidence * 0.8)


def _told(verb: Token, done: list[Attribution]) -> bool:
    """What somebody says that another one backs or vows is a claim, not an act of its own."""
    if not _inside(verb, done):
        return False
    vows = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB")
    return verb.lemma_ in words("stance") or (verb_act(verb.lemma_) == "asserts" and any(vows))


def _said(verb: Token, act: Act) -> tuple[list[Content], Token | None]:
    """Return the clauses that a verb of saying governs, and its noun object."""
    if (held := rebuffed(verb) or doubted(verb) or upheld(verb)) is not None:
        return [], held[1]
    if (charge := charge_of(verb)) is not None:
        return [charge], None
    target = child(verb, "dobj") or misplaced(verb)
    if verb.lemma_ in words("naming") and (named := named_as(verb)):
        thing = target or child(verb, "oprd")
        if thing not in (None, named.root) or named.first.lower_ in ("this", "that", "it"):
            return [named], None
    contents = contents_of(verb)
    if not contents and target is None and child(verb, "agent") is not None:
        target = child(verb, "nsubjpass")
    relative = target is None or target.tag_ in ("WDT", "WP")
    if verb.dep_ == "relcl" and act in ("denies", "rejects") and relative and not contents:
        target = verb.head
    if (contents and act not in ("supports", "rejects")) or target is None:
        return contents, None
    return contents, target

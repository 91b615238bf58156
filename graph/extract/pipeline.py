"""Read an article into an annotation, by rules."""

from spacy.tokens import Doc, Span, Token

from ..models import Annotation
from ..read import RawArticle
from ..settings import Settings
from .actors import gazetteer
from .actors.cast import Cast
from .actors.people import find_cast
from .actors.phrases import Phrases
from .acts.asking import is_question, only_asked
from .acts.inference import (
    after_colon,
    conclude,
    conclusion,
    has_headline,
    headline,
    sum_up,
    summing_up,
    writer_of,
)
from .acts.retorts import is_retort, retort
from .acts.statements import Statements, whole_sentence
from .assembling import assemble
from .attribution.attributions import Attribution, Missed, attributions
from .attribution.chained import outer_first
from .attribution.contents import Content
from .attribution.finder import find_in
from .attribution.found import by_word
from .attribution.further import Further
from .attribution.quotemarks import quoted
from .attribution.voiced import Unclaimed
from .floor.floor import Floor, Floors
from .floor.holding import hold
from .floor.labels import labels
from .floor.mainclauses import denied_apart
from .floor.opening import opening
from .floor.releases import sign_off
from .overlooked import Overlooked
from .sentences import ENDLESS, child, position, read_paragraphs
from .terms.plans import Plans
from .terms.terms import Terms
from .times.dates import Calendar
from .times.events import Events
from .times.when import When, opening_date


def annotate(raw: RawArticle, settings: Settings | None = None) -> Annotation:
    """Return all that the rules understand of an article; the rest is listed as omissions."""
    settings = settings or Settings()
    turns = labels(raw.text)
    known = gazetteer.load(settings.gazetteer)
    docs = read_paragraphs(raw.text, settings.spacy_model, turns, known.bare_names)
    cast = Cast(known, raw.published)
    find_cast(docs, cast)
    calendar = Calendar(raw.text, raw.published or opening_date(raw.text))
    plans = Plans(docs, cast, calendar)
    terms = Terms(raw.text, cast, plans)
    terms.read(docs)
    phrases = Phrases(cast, docs)
    statements = Statements(raw.text, cast, plans, phrases, terms, calendar)
    signed = None if raw.publisher else sign_off(docs, phrases)
    writer = signed or writer_of(cast, raw.publisher, raw.author)
    statements.outlet = writer
    statements.when = When(raw.text, calendar, raw.dropped)
    phrases.writer, phrases.outlet = (writer,), writer
    author = writer_of(cast, None, raw.author) if raw.author else None
    floors = Floors(turns, docs, phrases, writer, author)
    head = bool(docs) and has_headline(docs)
    unclaimed = Unclaimed()
    for doc, floor in floors.each(docs[head:]):
        statements.when.holders = floor.actors if floor is not None and floors.dated(floor) else ()
        statements.correcting = floor is not None and floor.kind == "outlet"
        _read(doc, writer, phrases, statements, floor, unclaimed)
    for label in floors.unclear:
        statements.omit("it is not clear who holds the floor", label)
    if head:
        headline(docs[0], docs[1:], writer, phrases, statements)
    for noun in plans.unnamed:
        statements.omit("a plan whose name is too long to be kept", noun)
    events = Events(raw.text, cast, calendar, raw.published)
    events.read(docs)
    return assemble(raw, settings, statements, writer, events)


def _read(
    doc: Doc, writer: str, phrases: Phrases, statements: Statements, floor: Floor | None, unclaimed: Unclaimed
) -> None:
    last: Attribution | None = None
    layer = by_word(find_in(doc))
    further, overlooked = Further(layer, phrases), Overlooked(statements)
    for sentence in doc.sents:
        if len(sentence) >= ENDLESS:
            statements.omit("too long for a sentence: what stands beyond is read apart", sentence[-1])
        own = floor is not None and floor.own
        if not own and (verb := conclusion(sentence)) is not None:
            conclude(verb, writer, statements)
            continue
        if not own and (content := summing_up(sentence)) is not None:
            sum_up(content, writer, statements)
            continue
        if floor is None and (again := unclaimed.restated(sentence, phrases)) is not None:
            act, before = again
            act.contents = _told_on(before)
            statements.add([act])
            last, unclaimed.sentence = act, None
            continue
        acts: list[Attribution] = []
        told = sentence[0].idx + doc.user_data["base"] in statements.terms.told
        for found in attributions(sentence, phrases, layer):
            if told and found_verb(found).lower_ != "according" and found_verb(found).tag_ != "VBD":
                continue
            if only_asked(found_verb(found)):
                # In an interview every question asks whether somebody said something.
                if isinstance(found, Attribution) or floor is None:
                    statements.omit("it is asked, not told, whether this was said", found_verb(found))
            elif isinstance(found, Attribution):
                found.contents = [c for c in found.contents if not is_question(c)]
                acts.append(found)
            elif not own:
                statements.omit(found.reason, found.cue)
        acts = outer_first(acts)
        further.heard(acts)
        if (floor is None or floor.kind != "question") and (told_on := further.of(sentence, _told_on)):
            acts = [told_on, *(_within(told_on, act) for act in acts)]
        if floor is not None:
            acts = hold(sentence, floor, acts, phrases)
            word = opening(sentence, floor, acts)
            if word is not None and statements.asks_now(sentence):
                acts = [word, *acts]
        elif not acts:
            acts = _without_cue(sentence, last, phrases)
        if not acts and not own and is_retort(sentence):
            retort(sentence, last, floor.actors[0] if floor and floor.speaks else writer, statements)
        statements.add(acts)
        if not acts and floor is not None and floor.kind == "turn":
            statements.unanswered(sentence)
        statements.hear(sentence)
        last = acts[-1] if acts else None
        unclaimed.sentence = None if acts or floor is not None or asked(sentence) else sentence
        if not acts:
            _hear_subject(sentence, phrases)
    overlooked.tell(layer.values())


def found_verb(found: Attribution | Missed) -> Token:
    """Return the token that an act or a missed act hangs on."""
    return found.verb if isinstance(found, Attribution) else found.cue


def _hear_subject(sentence: Span, phrases: Phrases) -> None:
    """Remember who a sentence without speech is about, for the next 'they'."""
    subject = child(sentence.root, "nsubj", "nsubjpass")
    if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
        voice = phrases.voice(subject)
        if voice is not None:
            phrases.heard(position(subject), voice.actors)


def asked(sentence: Span) -> bool:
    """Say whether a sentence is a question."""
    return sentence.text.rstrip(' "').endswith("?")


def _told_on(sentence: Span) -> list[Content]:
    return denied_apart(sentence) or [whole_sentence(sentence)]


def _within(outer: Attribution, act: Attribution) -> Attribution:
    """Return an act, made to be within the words of another if it stands there by itself."""
    if act.parent is None and any(act.verb in c.tokens for c in outer.contents):
        act.parent = outer
    return act


def _without_cue(sentence: Span, last: Attribution | None, phrases: Phrases) -> list[Attribution]:
    """Read 'Leaders: the army must stay' and a quotation that goes on."""
    to = sentence.root.tag_ == "VB" and any(c.lower_ == "to" for c in sentence.root.children)
    tells = sentence.root.pos_ in ("VERB", "AUX") and not asked(sentence) and not to
    if last is not None and quoted(sentence) and tells:
        return [Attribution("asserts", last.cue, last.voice, _told_on(sentence), last.verb, confidence=0.7)]
    own = after_colon(sentence, phrases)
    return [own] if own is not None else []

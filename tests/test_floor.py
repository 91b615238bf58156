"""Who holds the floor where no cue says so: one short text of our own per row."""

import pytest

from graph.check import problems
from graph.extract import annotate
from graph.models import ACTS, Annotation, Statement
from graph.read import RawArticle

from .test_extract import told

Told = tuple[str, str, str]


def read(
    body: str,
    title: str = "The canal talks",
    publisher: str | None = "Lakeside Herald",
    by: str | None = None,
) -> Annotation:
    """Annotate an article of our own; nothing in it may break a rule."""
    text = f"{title}\n\n{body}"
    annotation = annotate(RawArticle(text, title, published="2030-02-06", publisher=publisher, author=by))
    assert problems(annotation) == []
    return annotation


def said(annotation: Annotation) -> list[Told]:
    """Return who does what to which claim, without inferences."""
    return [(" ".join(who), act, what) for who, act, what in told(annotation)]


def words(annotation: Annotation, speaker: str) -> list[str]:
    """Return the words of a speaker's statements."""
    return [s.span.exact for s in annotation.statements if speaker in s.speakers and not s.inference]


def statement(annotation: Annotation, exact: str) -> Statement:
    """Return the one statement with these words."""
    (found,) = [s for s in annotation.statements if s.span.exact == exact]
    return found


INTERVIEW = (
    "Chilean minister Ana Rojas talks about the canal.\n\n"
    "Q: Did Peru close the canal?\n\n"
    "A: It did not. The canal was open all winter.\n\n"
    "Q: What about the dam?\n\n"
    "A: The dam is old, and we have told Peru."
)
NAMED = (
    "Ana Rojas, the Chilean minister, met our reporter. Peru says that Chile sold the map.\n\n"
    "Herald: Is it true?\n\n"
    "Rojas: That is not true. Chile kept the map.\n\n"
    "Herald: Peruvian officials say that the dam leaks.\n\n"
    "Rojas: They are wrong. I doubt that they have seen the dam."
)
BRIEFING = (
    "Maria Quispe opened the briefing in Lima and took questions.\n\n"
    "MS QUISPE: Peru signed the canal treaty this morning.\n\n"
    "QUESTION: Bolivia says that the dam leaks. Does it?\n\n"
    "MS QUISPE: It does not. We reject the claim.\n\n"
    "QUESTION: And the lake?\n\n"
    "MS QUISPE: The lake is safe. You will have to ask the engineers."
)


@pytest.mark.parametrize(
    ("body", "speaker", "exact"),
    [
        (INTERVIEW, "ana-rojas", "The canal was open all winter"),
        (INTERVIEW, "ana-rojas", "The dam is old"),
        (NAMED, "ana-rojas", "Chile kept the map"),
        (NAMED, "ana-rojas", "That is not true"),
        (NAMED, "ana-rojas", "They are wrong"),
        (NAMED, "ana-rojas", "they have seen the dam"),
        (BRIEFING, "maria-quispe", "Peru signed the canal treaty this morning"),
        (BRIEFING, "maria-quispe", "The lake is safe"),
        (
            "Peruvian minister Luis Vega posted late in the evening.\n\n"
            "Luis Vega (@vega_lima): The dam is ours. Nobody sold it.",
            "luis-vega",
            "The dam is ours",
        ),
        (
            "A panel on the canal, with Luis Vega and Ana Rojas.\n\n"
            "LUIS VEGA: The canal is open.\n\nANA ROJAS: The canal is shut.\n\nLUIS VEGA: Peru dug it.",
            "luis-vega",
            "Peru dug it",
        ),
    ],
)
def test_turns_are_the_words_of_who_is_labelled(body: str, speaker: str, exact: str) -> None:
    """A plain sentence of a turn is a statement of the one whose label opens it."""
    assert exact in words(read(body), speaker)


def test_a_turn_has_no_cue_and_its_label_for_a_speaker() -> None:
    """The label is the speaker span, and the words are direct."""
    found = statement(read(NAMED), "Chile kept the map")
    assert (found.cue, found.mode) == (None, "direct")
    assert found.speaker_span is not None
    assert found.speaker_span.exact == "Rojas"


def test_questions_are_no_statements_of_who_asks() -> None:
    """What a reporter asks is nobody's statement, but what he passes on is that of its source."""
    annotation = read(NAMED)
    assert words(annotation, "lakeside-herald") == []
    assert ("peruvian-officials", "asserts", "The dam leaks") in said(annotation)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (INTERVIEW, ("ana-rojas", "denies", "Peru closed the canal")),
        (NAMED, ("ana-rojas", "denies", "Chile sold the map")),
        (NAMED, ("ana-rojas", "denies", "The dam leaks")),
        (BRIEFING, ("maria-quispe", "denies", "The dam leaks")),
        (
            "An interview with Chilean minister Ana Rojas.\n\n"
            "Q: Did Luis Vega approve the treaty?\n\nA: No.\n\nQ: Why?\n\nA: The treaty was not ready.",
            ("ana-rojas", "denies", "Luis Vega approved the treaty"),
        ),
        (
            "An interview with Chilean minister Ana Rojas.\n\n"
            "Q: Did Luis Vega approve the treaty?\n\nA: Yes.\n\nQ: When?\n\nA: The treaty came in May.",
            ("ana-rojas", "asserts", "Luis Vega approved the treaty"),
        ),
        (
            "An interview with Chilean minister Ana Rojas.\n\n"
            "Q: What now?\n\nA: I think that Peru will open the canal.\n\nQ: Why?\n\nA: Peru needs it.",
            ("ana-rojas", "asserts", "Peru opens the canal"),
        ),
        (
            "An interview with Chilean minister Ana Rojas.\n\n"
            "Q: What now?\n\nA: We demand that Peru open the canal.\n\nQ: Why?\n\nA: Peru needs it.",
            ("ana-rojas", "demands", "Peru opens the canal"),
        ),
    ],
)
def test_answers_take_up_what_was_asked(body: str, expected: Told) -> None:
    """'No' and 'They are wrong' deny what was asked or said in the question."""
    assert expected in said(read(body))


def test_what_the_holder_passes_on_is_reported() -> None:
    """'The minister told us that' is the holder's statement, with the minister's inside it."""
    annotation = read(
        BRIEFING + "\n\nQUESTION: Who knows?\n\nMS QUISPE: Luis Vega told us that the port is shut."
    )
    inner = statement(annotation, "the port is shut")
    outer = next(s for s in annotation.statements if s.id == inner.reported_by)
    assert (inner.speakers, outer.speakers) == (("luis-vega",), ("maria-quispe",))


def test_what_the_holder_calls_a_claim_is_not_vouched_for() -> None:
    """'Bolivia claims that' is Bolivia's claim alone."""
    annotation = read(BRIEFING + "\n\nQUESTION: Why?\n\nMS QUISPE: Bolivia claims that the port is shut.")
    assert statement(annotation, "the port is shut").reported_by is None


@pytest.mark.parametrize(
    "body",
    [
        "Note: the times are those of Lima.\n\nTime: 10:00\n\nPlace: the old harbour of Lima.",
        "WATER: The dam leaks.\n\nFISH: The lake is empty.\n\nPORTS: The harbour is shut.",
        "Photo: the dam was built in 1990.\n\nPhoto: the lake froze in May.\n\nPhoto: the port burned.",
        "The dam leaks. The lake is empty.\n\nThe harbour was shut for a day.",
        "The map has two names: the lake and the dam are on it.",
        "We went to the harbour. It was shut.",
    ],
)
def test_no_floor_is_invented(body: str) -> None:
    """Labels of topics and plain narration are nobody's statements."""
    assert read(body, "A day on the lake").statements == ()


def test_an_unknown_label_is_one_omission() -> None:
    """Whose turns cannot be told makes no statements, and is named once."""
    body = "Q: Is it shut?\n\nVoice Two: The canal is shut.\n\nQ: Why?\n\nVoice Two: The dam leaks."
    annotation = read(body, "A call in the night")
    assert annotation.statements == ()
    assert [o.reason for o in annotation.omissions].count("it is not clear who holds the floor") == 1


@pytest.mark.parametrize("label", ["COL. HARTMOOR", "LT. COL. HARTMOOR", "SECRETARY HARTMOOR", "MR HARTMOOR"])
def test_a_rank_or_post_before_a_name_is_a_title(label: str) -> None:
    """Who speaks may be named by a label alone; how the label names her is kept."""
    body = f"Q: Is it shut?\n\n{label}: The canal is open.\n\nQ: Why?\n\n{label}: Peru dug it."
    annotation = read(body, "A briefing on the canal")
    assert words(annotation, "hartmoor") == ["The canal is open", "Peru dug it"]
    (person,) = [a for a in annotation.actors if a.id == "hartmoor"]
    assert person.kind == "Person"


def test_a_post_alone_is_no_name() -> None:
    body = "Q: Is it shut?\n\nTHE SECRETARY: The canal is open.\n\nQ: Why?\n\nTHE SECRETARY: Peru dug it."
    assert all(a.kind != "Person" for a in read(body, "A briefing on the canal").actors)


def test_two_guests_are_not_told_apart_by_an_a() -> None:
    """'A:' is somebody's only where the interview is with one person."""
    body = INTERVIEW.replace("Ana Rojas talks", "Ana Rojas and Luis Vega talk")
    assert words(read(body), "ana-rojas") == []


def test_a_turn_ends_with_the_narrator() -> None:
    """What follows the last turn without a label or a 'we' is the narrator's again."""
    annotation = read(BRIEFING + "\n\nThe briefing ended after an hour. The harbour was dark.")
    assert "The harbour was dark" not in words(annotation, "maria-quispe")


STATEMENT = (
    "President Luis Vega and Chilean minister Ana Rojas met in Lima.\n\n"
    "We, the leaders of Peru and Chile, welcome the canal treaty.\n\n"
    "The treaty needs further work. Bolivia has claimed that the dam leaks. We do not share this view.\n\n"
    "Notes to editors: The harbour is open on Friday."
)
RELEASE = (
    "The Lake Fishers' Union (LFU) and the Canal Board each put out a statement; we print both in full.\n\n"
    "1. THE UNION\n\nWe reject the canal treaty. The treaty closes the harbour.\n\n"
    "2. THE BOARD\n\nThe harbour stays open. Our offer is fair."
)


@pytest.mark.parametrize(
    ("body", "title", "speaker", "exact"),
    [
        (STATEMENT, "Joint statement on the canal", "ana-rojas", "The treaty needs further work"),
        (STATEMENT, "Joint statement on the canal", "luis-vega", "this view"),
        (RELEASE, "Two texts on one offer", "lake-fishers-union", "The treaty closes the harbour"),
        (RELEASE, "Two texts on one offer", "canal-board", "The harbour stays open"),
        (
            "My friends, I have come from Lima.\n\nThe canal is open. Peru kept its word.",
            "Speech by Ana Rojas in Lima",
            "ana-rojas",
            "Peru kept its word",
        ),
        (
            "We, Luis Vega and Ana Rojas, met in Lima.\n\nThe dam is old.",
            "A letter",
            "luis-vega",
            "The dam is old",
        ),
    ],
)
def test_statements_printed_in_full(body: str, title: str, speaker: str, exact: str) -> None:
    """'We' are those who sign, and their plain sentences are their statements."""
    assert exact in words(read(body, title), speaker)


def test_the_lead_and_the_notes_are_not_the_signatories() -> None:
    """What stands before and after a statement is not a part of it."""
    annotation = read(STATEMENT, "Joint statement on the canal")
    found = " ".join(words(annotation, "ana-rojas"))
    assert "met in Lima" not in found
    assert "open on Friday" not in found


def test_who_is_named_for_a_call_in_a_statement() -> None:
    """'We call on Chile to ... and to ...' demands both of Chile."""
    body = "We, Luis Vega and Ana Rojas, met.\n\nWe call on Chile to open the canal and to close the dam."
    assert {
        ("luis-vega ana-rojas", "demands", f"Chile {what}") for what in ("opens the canal", "closes the dam")
    } <= set(said(read(body, "A letter")))


def test_a_note_by_the_editors_is_the_outlets() -> None:
    """A note in brackets is the outlet's, within the text of another."""
    body = RELEASE + " (Note by the editors: The offer does not name the harbour.)"
    annotation = read(body, "Two texts on one offer")
    assert ("lakeside-herald", "denies", "The offer names the harbour") in said(annotation)


SOLD = "Chile sold the map"


@pytest.mark.parametrize(
    ("body", "title", "expected"),
    [
        (
            "On 2 February we reported that Chile had sold the map. The report was wrong.",
            "Correction: the map",
            [("asserts", SOLD), ("denies", SOLD)],
        ),
        (
            "On 2 February we reported that Chile had sold the map. We retract the report.",
            "Correction",
            [("asserts", SOLD), ("retracts", SOLD)],
        ),
        (
            "Our claim that Chile sold the map is withdrawn.",
            "Clarification",
            [("asserts", SOLD), ("retracts", SOLD)],
        ),
        (
            "The talks go on.\n\nCorrection: An earlier version of this article said that "
            "Chile had sold the map. It had not.",
            "The talks",
            [("asserts", SOLD), ("retracts", SOLD)],
        ),
        (
            "The talks go on.\n\nAn earlier version of this article said that Chile had sold the map. "
            "That was a mistake; Peru sold the map.",
            "The talks",
            [("asserts", SOLD), ("retracts", SOLD), ("asserts", "Peru sold the map")],
        ),
    ],
)
def test_corrections_are_the_outlets(body: str, title: str, expected: list[tuple[str, str]]) -> None:
    """The old words are asserted, then taken back, by who publishes the text."""
    found = [(act, what) for who, act, what in said(read(body, title)) if who == "lakeside-herald"]
    assert found == expected


def test_a_correction_tells_no_story() -> None:
    """How a mistake came about is no statement about the talks."""
    body = "On 2 February we reported that Chile had sold the map. It rested on a photograph. We regret it."
    assert words(read(body, "Correction"), "lakeside-herald") == ["Chile had sold the map"]


def test_the_editors_sign_for_the_outlet() -> None:
    """Where no byline names the outlet, the signature does."""
    body = "On 2 February we reported that Chile had sold the map.\n\nThe editors, Lake Courier, 3 May 2030"
    assert words(read(body, "Correction: the map", publisher=None), "lake-courier") == [
        "Chile had sold the map"
    ]


OPINION = (
    "I doubt that the dam leaks. I demand that Peru open the canal. I am convinced that Chile sold the map. "
    "The lake is cold. I walked along it."
)


def test_an_author_speaks_only_by_acts_of_his_own() -> None:
    """'I doubt' and 'I demand' are acts; that the lake is cold is no statement."""
    assert said(read(OPINION, "The lake was never cold enough?", by="Petra Holm")) == [
        ("petra-holm", "questions", "The dam leaks"),
        ("petra-holm", "demands", "Peru opens the canal"),
        ("petra-holm", "asserts", SOLD),
    ]


def test_i_of_an_unsigned_text_is_nobody() -> None:
    """Without an author 'I' is not known."""
    assert said(read("I doubt that the dam leaks.", "The lake")) == []


VEGA = "Interview with Luis Vega, the foreign minister of Peru"


@pytest.mark.parametrize(
    ("body", "title", "speaker", "exact"),
    [
        (
            "Q. Is it shut?\n\nA. It is.\n\nQ. Why?\n\nA. The dam is old.",
            VEGA,
            "luis-vega",
            "The dam is old",
        ),
        (
            "Did Peru close the canal?\n\nThe canal is open.\n\nIs the dam old?\n\nIt is old.",
            VEGA,
            "luis-vega",
            "The canal is open",
        ),
        (
            "Is the canal open?\n\nVega: It was never shut.\n\nIs the dam old?\n\nVega: The dam is old.",
            VEGA,
            "luis-vega",
            "The dam is old",
        ),
        (
            "Ms Ana Rojas (Chile): It is open.\n\nMr Luis Vega (Peru): No.\n\nMs Rojas: The dam is old.",
            "Record of the session",
            "ana-rojas",
            "The dam is old",
        ),
    ],
)
def test_other_forms_of_interviews(body: str, title: str, speaker: str, exact: str) -> None:
    """'Q.' and 'A.', questions without labels, guests alone with labels, and the record of a session."""
    assert exact in words(read(body, title), speaker)


def test_the_narrator_of_an_unlabelled_interview_is_not_the_guest() -> None:
    """A paragraph that names the guest is the narrator's."""
    body = "Is it open?\n\nThe canal is open.\n\nVega laughed. The room was cold.\n\nIs it old?\n\nIt is old."
    assert "The room was cold" not in words(read(body, VEGA), "luis-vega")


def test_questions_alone_make_no_interview() -> None:
    """Without a word of an interview, paragraphs after questions are the narrator's."""
    body = "Luis Vega is out.\n\nWho won?\n\nThe canal is open.\n\nWho lost?\n\nThe dam is old."
    assert words(read(body, "A day on the lake"), "luis-vega") == []


def test_a_statement_after_a_colon_is_of_who_issued_it() -> None:
    """'The following statement was issued by' leads in; a stance in the third person keeps its cue."""
    lead = "The following statement was issued by the Union of Lake Fishers on Friday:\n\n"
    annotation = read(lead + "Peru never paid us. We call on Peru to open the canal.", "Fishers answer")
    assert ("union-of-lake-fishers", "demands", "Peru opens the canal") in said(annotation)
    assert statement(annotation, "Peru never paid us").speakers == ("union-of-lake-fishers",)


def test_a_correction_gives_the_right_value() -> None:
    """'In fact' opens what the outlet asserts instead."""
    body = "An article of 4 February stated that the dam had cost 3 million. In fact, it cost 2 million."
    found = [s.speakers for s in read(body, "Corrections").statements]
    assert found == [("lakeside-herald",)] * 2


def test_who_is_addressed_as_you_is_not_known() -> None:
    """'I ask you' and 'You must' make no claims."""
    body = "Dear Sir,\n\nI write to you about the dam. Chile never sold it. I ask you to open the canal."
    annotation = read(body, "Letter from Ana Rojas to the president of Peru")
    assert said(annotation) == [("ana-rojas", "denies", "Chile sold it")]


def test_a_headline_that_denies() -> None:
    """The outlet's headline 'was never' denies."""
    (found,) = read("Chile spoke.", "The lake was never the price").statements
    assert (found.inference, bool(found.denies), found.asserts) == (True, True, ())


@pytest.mark.parametrize("title", ["Ana Rojas: we sold no map"])
def test_a_headline_with_a_colon_has_no_cue(title: str) -> None:
    """The colon of a headline is no cue; the name is the speaker."""
    annotation = read("Chilean minister Ana Rojas spoke in Lima.", title)
    found = statement(annotation, "we sold no map")
    assert (found.cue, found.speakers, found.mode) == (None, ("ana-rojas",), "direct")


def test_every_act_stays_inside_the_text() -> None:
    """Whatever is read, the words are verbatim."""
    for body in (INTERVIEW, NAMED, BRIEFING, STATEMENT, RELEASE):
        annotation = read(body)
        for one in annotation.statements:
            assert any(getattr(one, act) for act in ACTS) or one.unlinked
            assert annotation.document.text[one.span.start : one.span.end] == one.span.exact


def test_a_stance_of_ones_own_has_its_cue() -> None:
    """'We cannot accept the cap' rejects the cap; 'we' is its speaker."""
    body = "Q: And the fish quota?\n\nA: We cannot accept the treaty.\n\nQ: Why?\n\nA: The dam is old."
    found = statement(read(body, VEGA + " on the canal treaty"), "the treaty")
    assert found.cue is not None
    assert found.speaker_span is not None
    assert (found.cue.exact, found.speaker_span.exact, bool(found.rejects)) == ("accept", "We", True)


def test_a_joint_statement_with_a_long_title_is_that_of_all_who_are_named() -> None:
    states = "Finland, France, Germany, Italy, Poland, Spain, Sweden, Denmark, the United Kingdom and Norway"
    annotation = read(
        "We met today. We believe that the draft needs more work.",
        title=f"Joint statement by the leaders of {states}",
    )
    (actor,) = {s.speakers for s in annotation.statements}
    assert actor[0].startswith("leaders-of-finland-france")

"""Dates: of publication, of words and of events, as precise as the text is."""

from pathlib import Path

import pytest

from graph.extract import annotate
from graph.extract.times.dates import Calendar
from graph.extract.times.orders import impossible, later
from graph.models import Actor, Annotation, Document, Extraction, Mention, Role, Span
from graph.read import read_article

from .test_extract import only, read

WEDNESDAY = "2030-02-06"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        # weekdays count back from publication
        ("on Wednesday", "2030-02-06"),
        ("on Tuesday", "2030-02-05"),
        ("late on Thursday", "2030-01-31"),
        ("at Friday 's briefing", "2030-02-01"),
        ("on Monday night", "2030-02-04"),
        ("last Thursday", "2030-01-31"),
        ("last Wednesday", "2030-01-30"),
        # this week's or that of the week before: nobody can tell
        ("last Monday", None),
        # what is to come, or only bounds something, is not when it was said
        ("next Thursday", None),
        ("by Monday", None),
        ("until Friday", None),
        ("since Tuesday", None),
        ("by 1 February", None),
        # days
        ("yesterday", "2030-02-05"),
        ("this morning", "2030-02-06"),
        ("three days ago", "2030-02-03"),
        ("on 2 January", "2030-01-02"),
        ("on January 2nd", "2030-01-02"),
        ("on the 2nd of January", "2030-01-02"),
        ("on Feb. 3", "2030-02-03"),
        ("on 20 December", "2029-12-20"),
        ("on 20 December 2027", "2027-12-20"),
        ("on 2030-01-15", "2030-01-15"),
        ("on 31 February", None),
        # months and years stay months and years
        ("in March", "2029-03"),
        ("in January", "2030-01"),
        ("in late March 2028", "2028-03"),
        ("in 2015", "2015"),
        ("last month", "2030-01"),
        ("last year", "2029"),
        ("a year ago", "2029"),
        ("two months ago", "2029-12"),
        ("two weeks ago", "2030-01"),
        # a week is no date of ISO 8601, and five weeks ago is of no one month
        ("this week", None),
        ("last week", None),
        ("five weeks ago", None),
        # what leans on another date
        ("on the same day", "2030-01-28"),
        ("that very morning", "2030-01-28"),
        ("a day earlier", "2030-01-20"),
        ("two days later", "2030-01-23"),
        ("almost ten days later", None),
        ("two days after the vote", None),
        ("in May 's palace", "2029-05"),
        ("with force", None),
    ],
)
def test_when_words_were_said(words: str, said: str | None) -> None:
    assert Calendar("", WEDNESDAY).said(words, "2030-01-28", "2030-01-21") == said


@pytest.mark.parametrize(
    "words", ["on Tuesday", "yesterday", "in March", "last month", "on 2 January", "a day earlier"]
)
def test_unknown_publication_leaves_it_unknown(words: str) -> None:
    assert Calendar("", None).said(words, None) is None


@pytest.mark.parametrize(
    ("words", "past", "date"),
    [
        ("on Thursday", False, "2030-02-07"),
        ("on Thursday", True, "2030-01-31"),
        ("on Wednesday", False, "2030-02-06"),
        ("by next Thursday (14th)", False, "2030-02-14"),
        ("next Thursday", False, None),
        ("next Monday", False, "2030-02-11"),
        ("tomorrow", False, "2030-02-07"),
        ("on 12 May", False, "2030-05-12"),
        ("in March", False, "2030-03"),
        ("in March", True, "2029-03"),
        ("this week", False, None),
    ],
)
def test_when_an_event_is(words: str, past: bool, date: str | None) -> None:
    assert Calendar("", WEDNESDAY).takes_place(words, past=past) == date


def test_a_date_in_brackets_tells_which_friday() -> None:
    assert Calendar("They spoke on Friday (February 8).", WEDNESDAY).said("on Friday", None) == "2030-02-08"


def test_who_goes_on_speaking_does_so_on_the_same_day() -> None:
    annotation = read(
        "Peru said on Tuesday that the port was shut. Peru added that the boats were late.\n\n"
        "Peru said that the dam was shut."
    )
    assert [s.said for s in annotation.statements] == ["2030-02-05", "2030-02-05", None]


def test_a_day_earlier_than_a_date_of_another_paragraph_is_unknown() -> None:
    annotation = read(
        "Peru said on Tuesday that the port was shut.\n\nA day earlier, Chile said that the dam was shut."
    )
    assert [s.said for s in annotation.statements] == ["2030-02-05", None]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("LIMA, 5 February 2030 — The port is shut.", "2030-02-05"),
        ("LIMA, 5 May 2030 — The port is shut.", "2030-05-05"),
        ("LIMA, May 5, 2030 — The port is shut.", "2030-05-05"),
        ("PORT TANSY, February 5, 2030 - The port is shut.", "2030-02-05"),
        ("LIMA/QUITO, 5 February 2030 (Wire) — The port is shut.", "2030-02-05"),
        ("LIMA, 5 February (Wire) — The port is shut.", None),
        ("On 5 February 2030 the port was shut.", None),
    ],
)
def test_a_full_dateline_dates_the_article(line: str, published: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"The port\n\n{line}\n\nNobody knows why it was shut.", encoding="utf-8")
    assert read_article(path).published == published


@pytest.mark.parametrize(
    ("sentence", "name", "date"),
    [
        ("Peru said that the talks in Lund would begin on Monday.", "Talks in Lund", "2030-02-11"),
        ("Talks in Geneva ended on Tuesday.", "Talks in Geneva", "2030-02-05"),
        ("The G20 summit opens on Friday.", "G20 summit", "2030-02-08"),
        ("The leaders met at the meeting in Lima on 3 January.", "Meeting in Lima", "2030-01-03"),
        ("The talks in Oslo are hard.", "Talks in Oslo", None),
    ],
)
def test_events(sentence: str, name: str, date: str | None) -> None:
    (event,) = read(sentence).events
    assert (event.name, event.date) == (name, date)


def test_a_claim_about_an_event() -> None:
    annotation = read("Peru said that the talks in Geneva had failed.")
    assert "geneva-talks" in annotation.claims[0].about
    assert read("Peru said that talks were under way.").events == ()


def test_words_said_after_publication_are_reported_and_stay() -> None:
    annotation = read("Peru said on Friday (February 8) that the port was shut.")
    assert only(annotation).said == "2030-02-08"
    assert [o.reason for o in annotation.omissions] == [
        "dated 2030-02-06, yet it reports words of 2030-02-08"
    ]
    assert annotation.omissions[0].kind == "contradiction"


def test_what_took_place_after_publication_is_reported() -> None:
    annotation = read("Talks in Geneva failed on Friday (February 8).")
    assert "what took place on 2030-02-08" in annotation.omissions[0].reason
    assert read("Talks in Geneva will begin on Friday (February 8).").omissions == ()


def test_a_post_that_ends_before_it_begins_is_reported() -> None:
    text = "Ada Holm was mayor."
    role = Role(post="Mayor", since="2030", until="2029-05")
    annotation = Annotation(
        document=Document(title="Post", text=text),
        extraction=Extraction(reader="hand", version="1"),
        actors=(Actor(id="ada", kind="Person", name="Ada Holm", roles=(role,)),),
        mentions=(Mention(of="ada", span=Span(start=0, end=8, exact="Ada Holm")),),
    )
    (notice,) = impossible(annotation)
    assert notice.reason == "Ada Holm: the post of Mayor ends 2029-05, before it begins 2030"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("2030-02-07", "2030-02-06T14:40:00", True),
        ("2030-02-06", "2030-02-06T14:40:00", False),
        ("2030-02", "2030-02-06", False),
        ("2031", "2030-02-06", True),
        (None, "2030", False),
    ],
)
def test_later_as_far_as_both_are_precise(one: str | None, other: str | None, answer: bool) -> None:
    assert later(one, other) is answer


def test_who_publishes_a_statement_says_it_that_day_and_an_interview_was_held_before() -> None:
    statement = read_article(
        b"Statement by Lakeside Bank on the loan\n\n5 February 2030\n\nWe deny that the loan was paid. "
        b"We demand a correction of the report."
    )
    said = {s.said for s in annotate(statement).statements}
    assert said == {"2030-02-05"}
    interview = read_article(
        b"Interview with Ana Rojas\n\n5 February 2030\n\nThe Star: Was the port shut?"
        b"\n\nRojas: The port was open."
        b"\n\nThe Star: And the dam?\n\nRojas: The dam was shut."
    )
    assert {s.said for s in annotate(interview).statements if s.mode == "direct"} == {None}


def test_an_entry_of_a_live_page_is_of_its_day_even_where_its_time_stands_alone() -> None:
    text = (
        "Dam talks live\n\n5 February 2030\n\n14.10\nPeru says that the dam is shut.\n\n13.20\n"
        "Chile says that the dam was open a day earlier.\n\n12.05\n"
        "A day earlier, Peru had said that it was open.\n\n"
        "How we got here\nBolivia says that the dam is old."
    )
    said = {
        s.speakers[0]: s.said for s in reversed(annotate(read_article(text.encode())).statements) if s.cue
    }
    assert said == {"peru": "2030-02-05", "chile": "2030-02-05", "bolivia": None}


def test_the_date_of_what_is_denied_is_not_when_it_was_denied() -> None:
    annotation = read(
        "Peru rejected the report published on Monday. Peru denied the claim that the dam was shut."
    )
    assert [s.said for s in annotation.statements if "peru" in s.speakers] == [None, None]


def test_a_quotation_in_the_next_paragraph_is_of_the_day_that_the_lead_gives() -> None:
    annotation = read(
        "Peru on Tuesday denied that the port was shut, a day after Chile had complained.\n\n"
        '"The port is open," Peru said.'
    )
    assert [s.said for s in annotation.statements if "peru" in s.speakers] == ["2030-02-05", "2030-02-05"]


def test_what_is_demanded_during_a_meeting_is_demanded_on_its_day() -> None:
    annotation = read("Peru, during a meeting in Lima on Tuesday, demanded that Chile open the port.")
    assert [s.said for s in annotation.statements] == ["2030-02-05"]

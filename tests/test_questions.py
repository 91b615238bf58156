"""Interviews: what is asked is nobody's statement, and what yes and no say to it."""

import pytest

from .test_floor import read, said, words

GUEST = "An interview with Ardenian President Olga Sarrin.\n\n"


def turns(*lines: str) -> str:
    """Return an interview of questions and answers by turns."""
    return GUEST + "\n\n".join(f"{'QA'[n % 2]}: {line}" for n, line in enumerate(lines))


PADDED = ("What now?", "The talks go on.")


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Did Castria threaten to leave?", "No.", ("denies", "Castria threatened to leave")),
        ("Has Dirk Falk admitted that Vesk closed the port?", "Yes, he has.",
         ("asserts", "Dirk Falk admitted that Vesk closed the port")),
        ("Is it true that the EU threatened Ardenia?", "That is not true.",
         ("denies", "The European Union threatened Ardenia")),
        ("Do you deny that Ardenia sold the island?", "Yes, I deny that.",
         ("denies", "Ardenia sold the island")),
        ("Do you deny that Ardenia sold the island?", "Yes.", ("denies", "Ardenia sold the island")),
        ("Do you think that Castria lied?", "No, not at all.", ("denies", "Castria lied")),
        ("Are you saying that Castria lied?", "Exactly.", ("asserts", "Castria lied")),
        ("Is it true that Castria has not signed?", "Yes.", ("denies", "Castria signed")),
        ("Did Castria close the port?", "Nonsense.", ("denies", "Castria closed the port")),
        ("Did you close the port?", "We did not.", ("denies", "Olga Sarrin closed the port")),
        ("Will you accept a cap?", "No.", ("denies", "Olga Sarrin accepts a cap")),
        ("Will your delegation accept a cap?", "No.", ("denies", "Olga Sarrin's delegation accepts a cap")),
        ("Was the annex signed on Monday?", "It was.", ("asserts", "The annex was signed on Monday")),
        ("Is the port open?", "No.", ("denies", "The port is open")),
        ("Do you want a cap?", "Yes.", ("asserts", "Olga Sarrin wants a cap")),
    ],
)  # fmt: skip
def test_a_short_answer_affirms_or_denies_what_was_asked(
    question: str, answer: str, expected: tuple[str, str]
) -> None:
    """The answer is the statement, and nobody whom the question names makes one."""
    annotation = read(turns(question, answer, *PADDED))
    answers = [one for one in said(annotation) if "talks go on" not in one[2].lower()]
    assert answers == [("olga-sarrin", *expected)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Do you deny that Ardenia sold the island?", "No."),
        ("Do you admit that Ardenia sold the island?", "No."),
        ("Did Castria or Vesk leave?", "No."),
        ("Is it true that Castria has not signed?", "No."),
        ("What happens next?", "No."),
        ("Should Castria pay?", "Yes."),
        ("Would you sign if Castria signed?", "No."),
        ("You walked out, didn't you?", "Yes."),
        ("Did Castria sign? Did Vesk?", "No."),
        ("Did Dirk Falk say that?", "Nonsense."),
        ("Did Castria sign?", "Not that I know of."),
        ("When will the port open?", "Never."),
    ],
)
def test_an_answer_that_is_not_certain_is_left_out_and_told(question: str, answer: str) -> None:
    """Nothing is put in the mouth of who answers, and the reader learns of it."""
    annotation = read(turns(question, answer, *PADDED))
    assert [one for one in said(annotation) if "talks go on" not in one[2].lower()] == []
    assert answer.rstrip(".") in [o.span.exact.rstrip(".") for o in annotation.omissions]


@pytest.mark.parametrize("answer", ["No. Castria stayed in Lima.", "No, Castria stayed in Lima."])
def test_an_answer_may_go_on(answer: str) -> None:
    """'No' answers, and the clause after it is a statement of its own."""
    assert said(read(turns("Did Castria sign the pact?", answer, *PADDED)))[:2] == [
        ("olga-sarrin", "denies", "Castria signed the pact"),
        ("olga-sarrin", "asserts", "Castria stayed in Lima"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Did Peru threaten to close the canal? Has Luis Vega admitted that it leaks?", []),
        ("Why did Luis Vega say that the dam leaks?", []),
        ("Did Peru open the gates, as Luis Vega said?", [("luis-vega", "asserts", "Peru opened the gates")]),
        ("Luis Vega says that Chile opened the dam; why is the canal shut?",
         [("luis-vega", "asserts", "Chile opened the dam")]),
        ("Luis Vega says that the dam leaks. Does it?", [("luis-vega", "asserts", "The dam leaks")]),
        ("“Who closed the canal?” Luis Vega said that the dam leaks.",
         [("luis-vega", "asserts", "The dam leaks")]),
    ],
)  # fmt: skip
def test_what_is_asked_is_nobodys_statement(body: str, expected: list[tuple[str, str, str]]) -> None:
    """A question tells nothing of whom it asks about; what is told beside it stands."""
    assert said(read(f"Peruvian minister Luis Vega met reporters. {body}")) == expected


@pytest.mark.parametrize(
    ("question", "answer", "act"),
    [
        ("Do you agree?", "I don't.", "denies"),
        ("Do you agree with that?", "No. It was open.", "denies"),
        ("Do you agree?", "Yes, I do.", "asserts"),
    ],
)
def test_who_is_asked_to_agree_is_asked_of_what_was_claimed(question: str, answer: str, act: str) -> None:
    body = turns(*PADDED, f"Castria says that Ardenia sold the island. {question}", answer)
    assert ("olga-sarrin", act, "Ardenia sold the island") in said(read(body))


def test_you_in_a_question_is_the_one_guest() -> None:
    """What others say of 'you' names the guest, where there is one alone."""
    question = "Castria's minister, Dirk Falk, says that you walked out. Is that true?"
    annotation = read(turns(question, "No.", *PADDED))
    assert ("dirk-falk", "asserts", "Olga Sarrin walked out") in said(annotation)
    assert ("olga-sarrin", "denies", "Olga Sarrin walked out") in said(annotation)
    assert words(annotation, "olga-sarrin")[0] == "No"


def test_a_number_is_no_claim_without_one() -> None:
    """'That number' never points to a claim that has none, and 'then we will' hangs on an if."""
    annotation = read(
        turns(
            "Dirk Falk says that you left. Is that true?",
            "No. We accepted that number.",
            "And if he leaves?",
            "Then we will go to court.",
        )
    )
    assert said(annotation) == [
        ("dirk-falk", "asserts", "Olga Sarrin left"),
        ("olga-sarrin", "denies", "Olga Sarrin left"),
    ]

"""The claims that acts of saying point to, in their normal form: one short text of our own per row."""

import pytest

from graph.check import problems

from .test_extract import read, told

MAP = "Peru claimed that Chile had sold the map. "
SOLD = "Chile sold the map"
MINISTER = "Chilean minister Ana Rojas"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another doer, another thing: another claim
        (
            MAP + "Chile said that Bolivia had not sold the map.",
            ["asserts " + SOLD, "denies Bolivia sold the map"],
        ),
        (MAP + "Chile denied having sold the boat.", ["asserts " + SOLD, "denies Chile sold the boat"]),
        # who lies does not lie down
        ("Chile said that the mayor of Lima had lied.", ["asserts The mayor of Lima lied"]),
        # a capital among people and streets is a town, as one of whom something is asked it is a state
        (
            "Chile said that Vega spoke for the citizens of Quito, not Lima.",
            ["asserts Vega spoke for the citizens of Quito", "denies Vega spoke for the citizens of Lima"],
        ),
        # 'denied that: …' denies what 'that' means, and what follows the colon is said besides
        (
            MAP + "Chile denies that: “We sold nothing.”",
            ["asserts " + SOLD, "denies " + SOLD, "denies " + SOLD],
        ),
        (
            "Peru claimed that Chile had set conditions. Chile denied that: it had set no conditions.",
            ["asserts Chile set conditions", "denies Chile set conditions", "denies Chile set conditions"],
        ),
        # 'it' may be Peru or Chile: then it stays 'it'
        (
            "Chile said Peru had never paid, nor had it opened the port.",
            ["denies Peru paid", "denies It opened the port"],
        ),
        # a denial is no claim: to call it absurd denies nothing that was claimed
        (
            MAP + "Chile denied it and said that the map was a gift. Peru called the denial absurd.",
            [
                "asserts " + SOLD,
                "denies " + SOLD,
                "asserts The map is a gift",
                "asserts The denial is absurd",
            ],
        ),
        # nobody claims it
        (f"{MINISTER} said that she had never met Luis Vega.", ["denies Ana Rojas met Luis Vega"]),
        ("Chile denied any involvement.", ["denies Chile had involvement"]),
        # to reject what is alleged is to deny it
        ("Chile rejected the accusation that it had sold the map.", ["denies " + SOLD]),
        ("Chile dismissed as false the claim that it had sold the map.", ["denies " + SOLD]),
        # agreement
        (MAP + f"“That is right,” {MINISTER} said.", ["asserts " + SOLD, "asserts " + SOLD]),
        ("Peru denied that Chile had not paid the crew.", ["asserts Chile paid the crew"]),
        # one thing, and not another
        (
            "Peru said that Chile, not Bolivia, had drawn the map.",
            ["asserts Chile drew the map", "denies Bolivia drew the map"],
        ),
        (
            "Peru called the map a basis, not a result.",
            ["asserts The map is a basis", "denies The map is a result"],
        ),
        (
            "Peru said that Chile had sold the map and had not burned the letters.",
            ["asserts " + SOLD, "denies Chile burned the letters"],
        ),
        # words that deny
        ("Nobody in Chile had seen the map, Peru said.", ["denies Somebody in Chile saw the map"]),
        (
            "Peru said that neither Chile nor Bolivia had seen the map.",
            ["denies Chile or Bolivia saw the map"],
        ),
        ("Peru said that not a single ship had been lost.", ["denies A single ship was lost"]),
        ("Peru said that no ship had been lost.", ["denies A ship was lost"]),
        # and words that do not
        (
            "Peru said that nothing was agreed until everything was agreed.",
            ["asserts Nothing was agreed until everything was agreed"],
        ),
        # tenses, voices and names in one form
        (
            "Peru said that the map had been drawn by Bolivian officials.",
            ["asserts Bolivian officials drew the map"],
        ),
        ("Peru said that Chile was selling the map.", ["asserts Chile sells the map"]),
        ("Peru said that Chile would leave the lake.", ["asserts Chile leaves the lake"]),
        ("“Chile has left the lake,” Peru said.", ["asserts Chile left the lake"]),
        (f"{MINISTER} said that her government had not received the map.", ["denies Chile received the map"]),
        (f"{MINISTER} said: “We have not received the map.”", ["denies Chile received the map"]),
        # retractions
        (
            "Peru claimed that the dam leaked. Peru withdrew its claim.",
            ["asserts The dam leaked", "retracts The dam leaked"],
        ),
        (
            "Peru claimed that the dam leaked. “I was wrong,” Peruvian minister Eva Luna said.",
            ["asserts The dam leaked", "retracts The dam leaked"],
        ),
        (
            "The Tansy Herald reported that the dam leaked. The Tansy Herald retracted its report.",
            ["asserts The dam leaked", "retracts The dam leaked"],
        ),
        (
            "Correction: An earlier version of this article said that the dam leaked. It does not.",
            ["asserts The dam leaked", "retracts The dam leaked"],
        ),
        # an idea of a noun
        ("Peru proposed that Chile leave the island.", ["demands Chile leaves the island"]),
    ],
)
def test_acts_on_claims(text: str, expected: list[str]):
    annotation = read(text)
    assert problems(annotation) == []
    assert [f"{act} {claim}" for _, act, claim in told(annotation)] == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Peru said that Chile had drafted, signed and published the treaty.",
            ["Chile drafted the treaty", "Chile signed the treaty", "Chile published the treaty"],
        ),
        (
            "Peru said that Chile had sold the map and burned the letters.",
            ["Chile sold the map", "Chile burned the letters"],
        ),
        (
            "Peru said that the map had been drawn and signed by Colonel Iker Salas.",
            ["Iker Salas drew the map", "Iker Salas signed the map"],
        ),
        (
            "“Chile will pay the crew and leave the island,” Peru's president, Eva Luna, said.",
            ["Chile pays the crew", "Chile leaves the island"],
        ),
    ],
)
def test_parts(text: str, parts: list[str]):
    assert [c.text for c in read(text).claims if c.part_of] == parts


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Peru said that the dam may leak.", "hedged"),
        ("Peru said that Chile had reportedly sold the map.", "hedged"),
        ("Peru said that it seemed that the dam leaked.", "hedged"),
        ("Peru said that Chile appeared to have sold the map.", "hedged"),
        ("There are reports that Chile sold the map.", "rumoured"),
        ("Peru said that the dam could not be repaired.", "plain"),
    ],
)
def test_certainty(text: str, certainty: str):
    (statement,) = [s for s in read(text).statements if not s.inference]
    assert statement.certainty == certainty


def test_the_words_of_an_earlier_version_are_the_outlets():
    annotation = read("An earlier version of this article said that the dam leaked. That was wrong.")
    claimed, taken_back = annotation.statements
    assert claimed.speakers == taken_back.speakers == (annotation.document.publisher,)
    assert taken_back.span.exact == "That was wrong"


def test_a_qualified_denial_keeps_its_words():
    (statement,) = read("Chile said that it had not received the plan officially.").statements
    assert statement.qualification == "officially"


def test_who_wants_something_of_it_is_not_it() -> None:
    text = "Chile's union spoke of a fund. The union wanted it to be paid before any deal."
    assert [what for _, act, what in told(read(text)) if act == "demands"] == ["It is paid before any deal"]


def test_who_does_not_share_a_portrayal_denies_it() -> None:
    text = "Peru said that the Chilean delegation was a sham. “We do not share that portrayal,” Chile said."
    assert (("chile",), "denies", "The Chilean delegation is a sham") in told(read(text))

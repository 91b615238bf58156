"""Several persons in a row say something together: all of them said it, in every form of the list."""

import pytest

from .test_whole import read, told

M, S, Z = "emmanuel-macron", "keir-starmer", "friedrich-merz"
ALL = "French President Macron, British Prime Minister Starmer{} and German Chancellor Merz".format
DATELINE = "Paris, 21 November 2025\n\n"


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        (f"{ALL(',')} also assured Zelensky that the bridge would open.", (M, S, Z)),
        (f"{ALL('')} said that the bridge would open.", (M, S, Z)),
        (f"In a joint statement, {ALL('')} said that the bridge would open.", (M, S, Z)),
        (f"Speaking in Paris, {ALL('')} said that the bridge would open.", (M, S, Z)),
        (f"On Friday {ALL('')} said that the bridge would open.", (M, S, Z)),
        (f"“The bridge will open,” {ALL('')} said on Friday.", (M, S, Z)),
        (f"“The bridge will open,” said {ALL('')} on Friday.", (M, S, Z)),
        (
            "President Macron of France and Chancellor Merz of Germany promised that the bridge would open.",
            (M, Z),
        ),
        # Who is met, told or named after is no speaker.
        ("Zelensky met President Macron, and Chancellor Merz said that the bridge would open.", (Z,)),
        ("President Macron, who met Starmer and Merz, said that the bridge would open.", (M,)),
    ],
)
def test_all_of_a_row_speak(sentence: str, speakers: tuple[str, ...]) -> None:
    found = told(read(f"{DATELINE}{sentence}\n"))
    assert [(who, act) for who, act, _ in found] == [(speakers, "asserts")]


def test_who_agrees_behind_a_speaker_is_no_part_of_a_row() -> None:
    found = told(read(f"{DATELINE}“The bridge will open,” said Macron, and Merz agreed.\n"))
    assert [who for who, *_ in found] == [(M,), (Z,)]


@pytest.mark.parametrize(
    ("first", "later", "id_"),
    [
        ("Belgian Prime Minister Bart De Wever came.", "De Wever", "bart-de-wever"),
        ("Jan de Vries came.", "De Vries", "jan-de-vries"),
        ("President Alexander Van der Bellen came.", "Van der Bellen", "alexander-van-der-bellen"),
        ("Ursula von der Leyen came.", "Von der Leyen", "ursula-von-der-leyen"),
    ],
)
def test_a_surname_with_a_particle_alone_is_that_persons(first: str, later: str, id_: str) -> None:
    found = told(read(f"{first} {later} said the bridge was open. Rojas said {later} had signed it.\n"))
    assert found[0][0] == (id_,)
    assert found[1][2].lower().startswith(id_.replace("-", " "))


def test_do_in_a_name_is_no_verb() -> None:
    found = told(read("Andre Correa do Lago, the president, denied that the bridge was shut. Rojas left.\n"))
    assert found == [(("andre-correa-do-lago",), "denies", "The bridge was shut")]

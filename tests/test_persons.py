"""Who is who inside quotations, letters and joint statements: 'he', 'you', 'neither of us'."""

import pytest

from .test_floor import Told, read, said

MET = "Chilean minister Luis Rojas met his Peruvian colleague Ivo Falk in Lima. "
JOINT = (
    "We, the President of Ardenia, Olga Sarrin, and the Chancellor of Lower Vesk, Dirk Hamel, met at Port "
    "Kell.\n\n{}"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Rojas called Falk a liar. “He has no mandate,” Rojas tweeted.",
         ("luis-rojas", "denies", "Ivo Falk has a mandate")),
        ("“He has closed the canal,” Rojas said of Falk.",
         ("luis-rojas", "asserts", "Ivo Falk closed the canal")),
        ("Rojas said that he had closed the canal.",
         ("luis-rojas", "asserts", "Luis Rojas closed the canal")),
        ("Falk said he “has closed the canal”.", ("ivo-falk", "asserts", "Ivo Falk closed the canal")),
        ("Falk told Rojas: “You walked out of the talks.”",
         ("ivo-falk", "asserts", "Luis Rojas walked out of the talks")),
        ("Falk told Rojas: “We want your market access ended.”",
         ("ivo-falk", "asserts", "Ivo Falk wants Luis Rojas's market access ended")),
        ("Falk told reporters: “You know that Chile lied.”",
         ("ivo-falk", "asserts", "You know that Chile lied")),
        ("“What we want is peace,” Falk said.", ("ivo-falk", "asserts", "What Ivo Falk wants is peace")),
        ("“Chile carried no oil,” Falk said.", ("ivo-falk", "denies", "Chile carried oil")),
    ],
)  # fmt: skip
def test_pronouns_of_a_quotation(body: str, expected: Told) -> None:
    """'He' is never who is quoted, 'you' is whom the words are told to, by name."""
    assert expected in said(read(MET + body))


@pytest.mark.parametrize(
    ("body", "expected", "open_"),
    [
        ("Falk said that 40 boats were sunk. Rojas said that number was inflated.",
         "The number of 40 boats was inflated", None),
        ("Falk said that 40 boats and 9 ships were sunk. Rojas said that number was inflated.",
         "That number was inflated", "number"),
        ("Falk came with an annex. Rojas denied that there was one.",
         "There is an annex", None),
        ("Falk said that Peru had a map and an annex. Rojas denied that there was one.",
         "There is one", "one"),
        ("“We never signed one,” Falk said.", "Ivo Falk signed one", "one"),
        ("Rojas said that the report had claimed otherwise.", "The report claimed otherwise", "otherwise"),
        ("Falk said his predecessor had signed the pact.", "Ivo Falk's predecessor signed the pact", None),
        ("Falk said the minister had lost his seat.", "The minister lost his seat", None),
        ("“His predecessor signed the pact,” Falk said of Rojas.",
         "Luis Rojas's predecessor signed the pact", None),
        ("Chile said that its navy had left.", "Chile's navy left", None),
        ("Chile said that the pact would lose its force.", "The pact loses its force", None),
        ("Peruvian officials said that their navy had left.", "Peruvian officials' navy left", None),
    ],
)  # fmt: skip
def test_words_that_stand_for_others(body: str, expected: str, open_: str | None) -> None:
    """They are written out where one thing alone fits; else they stay, and the reader is told."""
    annotation = read(MET + body)
    assert said(annotation)[-1][2] == expected
    told = [o.span.exact for o in annotation.omissions if "stands for is not certain" in o.reason]
    assert told == ([open_] if open_ else [])


def test_he_without_anybody_else_stays_he() -> None:
    """Where nobody but the speaker is named, the word is kept."""
    told = said(read("Ana Rojas, the Chilean minister, said: “She lied about the map.”"))
    assert told == [("ana-rojas", "asserts", "She lied about the map")]


def test_a_letter_tells_you_of_whom_it_opens_with() -> None:
    """'Dear Minister Rojas,' is whom 'you' and 'your' mean; a letter to nobody by name leaves them."""
    title = "Open letter by Peruvian minister Ivo Falk to Chilean minister Ana Rojas"
    letter = "Dear {},\n\nWe read the map. You closed the canal. Your ships left.\n\nIvo Falk"
    told = [what for _, _, what in said(read(letter.format("Minister Rojas"), title=title))]
    assert told == ["Peru read the map", "Ana Rojas closed the canal", "Ana Rojas's ships left"]
    told = [what for _, _, what in said(read(letter.format("colleagues"), title=title))]
    assert told == ["Peru read the map"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("We met in May.", ("asserts", "Olga Sarrin and Dirk Hamel met at Port Kell")),
        ("Neither of us seeks war.", ("denies", "Either of Olga Sarrin and Dirk Hamel seeks war")),
        ("Both of us want the pact.", ("asserts", "Olga Sarrin and Dirk Hamel want the pact")),
        ("We could not agree on the fishing zones.",
         ("denies", "Olga Sarrin and Dirk Hamel agreed on the fishing zones")),
        ("Ardenia, for its part, will open the port.", ("asserts", "Ardenia opens the port")),
        ("Lower Vesk will for its part withdraw the boats.", ("asserts", "Lower Vesk withdraws the boats")),
        ("Neither of us will sign the Border Market Agreement.",
         ("denies", "Either of Olga Sarrin and Dirk Hamel signs the Border Market Agreement")),
    ],
)  # fmt: skip
def test_two_who_sign(body: str, expected: tuple[str, str]) -> None:
    """'We, A and B, …' are both of them, in words that can be understood alone."""
    title = "Joint statement by the leaders of Ardenia and Lower Vesk"
    assert ("olga-sarrin dirk-hamel", *expected) in said(read(JOINT.format(body), title=title))


def test_each_who_signs_has_the_own_post() -> None:
    """The post before the second name is not the first one's."""
    annotation = read(JOINT.format("We met in May."), title="Joint statement by two leaders")
    held = {a.id: [(r.post, r.organization) for r in a.roles] for a in annotation.actors if a.roles}
    assert held == {"olga-sarrin": [("President", "ardenia")], "dirk-hamel": [("Chancellor", "lower-vesk")]}


def test_she_is_the_subject_that_her_clause_goes_on_from() -> None:
    found = said(
        read(
            "Mira Soltan leads Ardenia. Brandt's spokeswoman, Lena Korr, did not deny that the mayor had met "
            "Soltan in Geneva on 3 March, but she dismissed reports that they had signed a protocol."
        )
    )
    assert ("lena-korr", "denies", "They signed a protocol") in found
    assert not any(who == "mira-soltan" for who, _, _ in found)

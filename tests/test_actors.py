"""Who is who: sentences of our own, and the actors that their speakers must be.

Lisland, Norvale, Sund and the like are invented.
"""

import time
from collections import Counter
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.extract import annotate
from graph.extract.actors.gazetteer import load
from graph.extract.actors.names import equal_surname, same_given, same_surname
from graph.models import Actor, Annotation
from graph.read import RawArticle
from graph.settings import Settings


def read(
    *paragraphs: str, published: str | None = "2031-05-20", settings: Settings | None = None
) -> Annotation:
    """Annotate an article of these paragraphs under a headline that says nothing."""
    text = "\n\n".join(("The day on the lake", *paragraphs))
    return annotate(
        RawArticle(text, "The day on the lake", published=published, publisher="Lakeside Herald"), settings
    )


def speakers(annotation: Annotation) -> list[str]:
    """Return the speakers of the statements in reading order, several joined by +, the outlet left out."""
    found = [s for s in annotation.statements if s.speakers != ("lakeside-herald",)]
    return ["+".join(s.speakers) for s in sorted(found, key=lambda s: s.span.start)]


def actor(annotation: Annotation, id_: str) -> Actor:
    """Return the actor with an id."""
    return next(a for a in annotation.actors if a.id == id_)


NORVALE = "Norvale's foreign minister Ilse Marrow said that the dam was shut. "
SPEAKERS: dict[str, tuple[str, list[str]]] = {
    # names, titles and appositions
    "apposition after the name": (
        "Ilse Marrow, Norvale's foreign minister, said the dam was shut.",
        ["ilse-marrow"],
    ),
    "apposition before the name": (
        "Norvale's foreign minister, Ilse Marrow, said the dam was shut.",
        ["ilse-marrow"],
    ),
    "title before the name": (
        "Norvalian Foreign Minister Ilse Marrow said the dam was shut.",
        ["ilse-marrow"],
    ),
    "indefinite apposition": (
        "Tom Hale, a deputy adviser to President Ada Voss, said the dam was shut.",
        ["tom-hale"],
    ),
    "surname with a title later": (
        NORVALE + "Foreign Minister Marrow denied that the lock was open.",
        ["ilse-marrow"] * 2,
    ),
    "surname with Ms later": (NORVALE + "Ms Marrow denied that the lock was open.", ["ilse-marrow"] * 2),
    "bare surname later": (NORVALE + "Marrow denied that the lock was open.", ["ilse-marrow"] * 2),
    "first by post, then by name": (
        "The foreign minister of Norvale said the dam was shut. Ilse Marrow, the foreign "
        "minister, denied that the lock was open.",
        ["ilse-marrow"] * 2,
    ),
    "particle": (
        "Defence Minister Jan van der Poel said the dam was shut. Van der Poel denied that "
        "the lock was open.",
        ["jan-van-der-poel"] * 2,
    ),
    "hyphen": (
        "Envoy Ann Smith-Jones said the dam was shut. Smith-Jones denied that the lock was open.",
        ["ann-smith-jones"] * 2,
    ),
    "al-": (
        "Envoy Omar al-Khatib said the dam was shut. Al-Khatib denied that the lock was open.",
        ["omar-al-khatib"] * 2,
    ),
    "month before a name": (
        "In April Paul Renner, the envoy of Norvale, said that the dam was shut.",
        ["paul-renner"],
    ),
    "woman called May": (
        "Theresa May said that the dam was shut. In May the lock broke. Then May told "
        "reporters that it was open.",
        ["theresa-may"] * 2,
    ),
    # posts without a name
    "the minister": (NORVALE + "The minister denied that the lock was open.", ["ilse-marrow"] * 2),
    "the adjective of an invented state": (
        "Chancellor Greta Stroud of Sund met Ilse Marrow, the foreign minister of Norvale. "
        "The Norvalian minister denied that the lock was open.",
        ["ilse-marrow"],
    ),
    "possessive state": (
        NORVALE + "Norvale's foreign minister denied that the lock was open.",
        ["ilse-marrow"] * 2,
    ),
    "premier is prime minister": (
        "Owen Price, the prime minister of Sund, said the dam was shut. The premier denied "
        "that the lock was open.",
        ["owen-price"] * 2,
    ),
    "spokesman for press secretary": (
        "Finn Dale, press secretary to President Ada Voss of Sund, said the dam was shut. The"
        " spokesman denied that the lock was open.",
        ["finn-dale"] * 2,
    ),
    "post told by the context": (
        "Saul Witt said that the dam was shut. The envoy denied that the lock was open.",
        ["saul-witt"] * 2,
    ),
    "two ministers": (
        "Ilse Marrow, Norvale's foreign minister, and Jan Orr, Norvale's trade minister, met."
        " The trade minister said the dam was shut. The foreign minister denied that the lock"
        " was open.",
        ["jan-orr", "ilse-marrow"],
    ),
    "the former judge": (
        "Rita Sayle, a former judge, led the talks. The former judge said that the dam was shut.",
        ["rita-sayle"],
    ),
    "known holder of a post": (
        "António Guterres arrived in Geneva. The UN secretary-general said that the dam was shut.",
        ["antónio-guterres"],
    ),
    # pronouns
    "she": (NORVALE + "She denied that the lock was open.", ["ilse-marrow"] * 2),
    "he after a woman spoke to him": (
        "Spokeswoman Ida Roth told Chancellor Karl Venn that the dam was shut. He denied that"
        " the lock was open.",
        ["ida-roth", "karl-venn"],
    ),
    "she after a man was named": (
        "Spokeswoman Ida Roth met Chancellor Karl Venn. She denied that the lock was open.",
        ["ida-roth"],
    ),
    "it after a body": (
        "The Norvalian foreign ministry said the dam was shut. It denied that the lock was open.",
        ["norvalian-foreign-ministry"] * 2,
    ),
    "it after a state": ("Chile said the dam was shut. It denied that the lock was open.", ["chile"] * 2),
    "they after two": (
        "Envoys Ann Poe and Tom Hale said that the dam was shut. They denied that the lock was open.",
        ["ann-poe+tom-hale"] * 2,
    ),
    "they after officials": (
        "Two Danish officials said that the dam was shut. They denied that the lock was open.",
        ["two-danish-officials"] * 2,
    ),
    "nobody if two fit": (
        "Ari Brandt and Noa Keller met on Monday. They ate. He denied that the lock was open.",
        [],
    ),
    # possessives
    "her government": (
        "Chilean President Eva Rojas left. Her government denied that the lock was open.",
        ["government-of-chile"],
    ),
    "her spokesman, named": (
        "Norvalian President Eva Rojas left. Her spokesman, Tom Hale, denied that the lock was open.",
        ["tom-hale"],
    ),
    "her spokesman": (
        "Norvalian President Eva Rojas left. Her spokesman denied that the lock was open.",
        ["spokesman-of-eva-rojas"],
    ),
    "his office": (
        "Chilean President Ivan Rojas left. His office denied that the lock was open.",
        ["office-of-ivan-rojas"],
    ),
    "no predecessor": (
        "Chilean President Ivan Rojas left. His predecessor denied that the lock was open.",
        [],
    ),
    # states, capitals, metonyms
    "capital": ("Santiago denied that the lock was open.", ["chile"]),
    "Washington": ("Washington denied that the lock was open.", ["united-states"]),
    "Kremlin": ("The Kremlin denied that the lock was open.", ["kremlin"]),
    "Downing Street": ("Downing Street denied that the lock was open.", ["downing-street"]),
    "Brussels": ("Brussels denied that the lock was open.", ["european-union"]),
    "place": ("At a meeting in Washington, Chile denied that the lock was open.", ["chile"]),
    "another state's senate": ("Chile's Senate denied that the lock was open.", ["chiles-senate"]),
    "Niger": ("Niger said the dam was shut. Nigeria denied that the lock was open.", ["niger", "nigeria"]),
    # collectives and lists
    "leaders of": (
        "The leaders of Chile, Peru and Bolivia said that the dam was shut.",
        ["leaders-of-chile-peru-and-bolivia"],
    ),
    "the three leaders": (
        "The leaders of Chile, Peru and Bolivia met. The three leaders said that the dam was shut.",
        ["leaders-of-chile-peru-and-bolivia"],
    ),
    "the two ministers": (
        "Ministers Ann Poe and Tom Hale met. The two ministers said that the dam was shut.",
        ["ann-poe+tom-hale"],
    ),
    "the pair": ("Ann Poe and Tom Hale met. The pair said that the dam was shut.", ["ann-poe+tom-hale"]),
    "the latter": ("Envoys Ann Poe and Tom Hale met. The latter said that the dam was shut.", ["tom-hale"]),
    "both sides": ("Chile and Peru met. Both sides said that the dam was shut.", ["chile+peru"]),
    "two with their states": (
        "Premier Paul Renner of Sund and Chancellor Greta Stroud of Norvale said that the dam was shut.",
        ["paul-renner+greta-stroud"],
    ),
    "G7": ("The G7 said that the dam was shut.", ["g7"]),
    # unnamed sources
    "two diplomats": ("Two EU diplomats said that the dam was shut.", ["two-eu-diplomats"]),
    "the official again": (
        "A Danish official said the dam was shut. The official denied that the lock was open.",
        ["danish-official"] * 2,
    ),
    "one of them": (
        "Two Danish officials said that the dam was shut. One of them denied that the lock was open.",
        ["two-danish-officials", "one-of-two-danish-officials"],
    ),
    "source close to": (
        "A source close to the talks said that the dam was shut.",
        ["source-close-to-the-talks"],
    ),
    "two of two": (
        "Two researchers at the Lake University were quoted. Two of them said that the dam was shut.",
        ["two-researchers-at-the-lake-university"],
    ),
    "first name first": (
        "Foreign Ministry spokesman Li Tan said the dam was shut. Li denied that the lock was open.",
        ["li-tan"] * 2,
    ),
    "the Russians": ("The Russians said that the dam was shut.", ["russians"]),
    "plural title": (
        "Prime Ministers Ann Poe of Sund and Tom Hale of Norvale said the dam was shut.",
        ["ann-poe+tom-hale"],
    ),
    # bodies
    "newspaper": (
        "The Havna Courier reported that the dam was shut. The newspaper said that the lock was open.",
        ["havna-courier"] * 2,
    ),
    "short name": (
        "The Northern Lake Union said the dam was shut. The Union denied that the lock was open.",
        ["northern-lake-union"] * 2,
    ),
    "what it is": (
        "The Lake Fishermen's Federation said the dam was shut. The federation denied that "
        "the lock was open.",
        ["lake-fishermens-federation"] * 2,
    ),
    "security council of an invented state": (
        "Tom Hale, the secretary of Norvale's Security Council, said that the dam was shut.",
        ["tom-hale"],
    ),
    # the outlet and datelines
    "dateline": (
        "HAVNA, 13 May (Lake Wire) \u2014 After long talks, Chile denied that the lock was open.",
        ["chile"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_speakers(body: str, expected: list[str]):
    assert speakers(read(body)) == expected


@pytest.mark.parametrize(
    ("body", "who", "post", "organization", "since", "until"),
    [
        ("Ilse Marrow, Norvale's foreign minister since 2029, said the dam was shut.",
         "ilse-marrow", "foreign minister", "norvale", "2029", None),
        ("Ilse Marrow, the foreign minister of Norvale from 2024 to March 2029, said the dam was shut.",
         "ilse-marrow", "foreign minister", "norvale", "2024", "2029-03"),
        ("Ilse Marrow, Norvale's foreign minister until May 2030, said the dam was shut.",
         "ilse-marrow", "foreign minister", "norvale", None, "2030-05"),
        ("Ilse Marrow, a former foreign minister of Norvale who left office in May 2030, said it was shut.",
         "ilse-marrow", "former foreign minister", "norvale", None, "2030-05"),
        ("Chancellor Greta Stroud of Sund said the dam was shut.",
         "greta-stroud", "Chancellor", "sund", None, None),
        ("Finn Dale, press secretary to President Ada Voss of Sund, said the dam was shut.",
         "finn-dale", "press secretary", "sund", None, None),
        ("Jo Lind, the president of the Lake Council, said the dam was shut.",
         "jo-lind", "president", "lake-council", None, None),
        ("After the vote Norvale's ambassador Ron Prass said the dam was shut.",
         "ron-prass", "ambassador", "norvale", None, None),
        ("Ida Roth, who speaks for the Norvalian presidency, said that Norvale's army had shut the dam.",
         "ida-roth", "spokesperson", "norvale", None, None),
        ("Secretary of State Mara Bell said the dam was shut.",
         "mara-bell", "Secretary of State", None, None, None),
        ("Spain's Pedro Sánchez said the dam was shut.",
         "pedro-sánchez", "Prime Minister", "spain", "2018-06-02", None),
    ],
)  # fmt: skip
def test_roles(
    body: str, who: str, post: str, organization: str | None, since: str | None, until: str | None
):
    (role,) = actor(read(body), who).roles
    assert (role.post, role.organization, role.since, role.until) == (post, organization, since, until)


def test_a_post_is_that_of_the_articles_date():
    text = "Boris Johnson said that the dam was shut."
    assert [r.post for r in actor(read(text, published="2017-03-01"), "boris-johnson").roles] == [
        "Foreign Secretary"
    ]
    assert actor(read(text, published="2024-03-01"), "boris-johnson").roles == ()
    then = read("Theresa May left. The prime minister said the dam was shut.", published="2018-01-01")
    assert speakers(then) == ["theresa-may"]


@pytest.mark.parametrize(
    ("body", "id_", "kind", "affiliation"),
    [
        ("Two EU diplomats said the dam was shut.", "two-eu-diplomats", "AnonymousSource", "european-union"),
        ("Officials in Paris said the dam was shut.", "officials-in-paris", "AnonymousSource", "france"),
        ("Minister Ann Poe of Peru and other officials said the dam was shut.",
         "other-officials", "AnonymousSource", "peru"),
        ("Norvale's army moved. Norvalian officials said the dam was shut.",
         "norvalian-officials", "AnonymousSource", "norvale"),
        ("A person familiar with the talks said the dam was shut.",
         "person-familiar-with-the-talks", "AnonymousSource", None),
        ("A spokesman for the Danish ministry said the dam was shut.",
         "spokesman-for-the-danish-ministry", "AnonymousSource", "denmark"),
        ("European leaders said the dam was shut.", "european-leaders", "Collective", None),
        ("Norvale's army moved. Norvale said the dam was shut.", "norvale", "State", None),
        ("The Strait Wire reported that the dam was shut.", "strait-wire", "Organization", None),
    ],
)  # fmt: skip
def test_kinds_and_affiliations(body: str, id_: str, kind: str, affiliation: str | None):
    annotation = read(body)
    assert id_ in "+".join(speakers(annotation)).split("+")
    found = actor(annotation, id_)
    assert (found.kind, found.affiliation) == (kind, affiliation)


def test_misspelling_is_kept_apart_from_aliases():
    found = actor(read("White House Press Secretary Levitt said that the dam was shut."), "karoline-leavitt")
    assert found.misspellings == ("Levitt",)
    assert "Levitt" not in found.aliases


def test_two_of_one_surname():
    two = "Envoy Ann Poe and Minister Tom Poe met. "
    assert speakers(read(two + "Ms Poe said that the dam was shut.")) == ["ann-poe"]
    last = "Envoy Ann Poe left. Minister Tom Poe came. "
    assert speakers(read(last + "Poe said that the dam was shut.")) == ["tom-poe"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Witkov", "Witkoff", True),
        ("Levitt", "Leavitt", True),
        ("Zelensky", "Zelenskyy", True),
        ("Yanukovich", "Yanukovych", True),
        ("Brezik", "Brezhik", True),
        ("Kroeyer", "Kroyer", True),
        ("al-Ghais", "Al Ghais", True),
        ("Sánchez", "Sanchez", True),
        ("Johnson", "Johnston", False),
        ("Iran", "Iraq", False),
        ("Marrow", "Morrow", True),
        ("Poe", "Roe", False),
    ],
)
def test_surnames(one: str, other: str, same: bool):
    assert same_surname(one, other) is same
    assert same_surname(other, one) is same


def test_given_names():
    assert same_given("Dan", "Daniel")
    assert same_given("J.", "Joe")
    assert same_given("J.D.", "JD")
    assert not same_given("Ann", "Tom")
    assert equal_surname("Poe Jr", "Poe")
    assert equal_surname("Smith-Jones", "Smith Jones")


def test_built_in_gazetteer_is_sound():
    known = load()
    ids = [e.wikidata for e in known.entries.values() if e.wikidata]
    assert [i for i, n in Counter(ids).items() if n > 1] == []
    names = Counter(
        n for e in known.entries.values() for n in {e.name, *e.aliases, *e.metonyms, *e.demonyms, *e.generic}
    )
    assert [n for n, count in names.items() if count > 1] == []
    for entry in known.entries.values():
        assert entry.of is None or entry.of in known.entries, entry
        for tenure in entry.tenures:
            assert tenure.at in known.entries, entry
            assert tenure.until is None or tenure.since is None or tenure.since < tenure.until, entry
    assert sum(e.kind == "State" for e in known.entries.values()) >= 193


def test_gazetteer_loads_fast():
    load.cache_clear()
    begin = time.perf_counter()
    load()
    assert time.perf_counter() - begin < 3


MINE = """\
states:
  - {name: Lisland, capital: Port Tansy, demonyms: [Lislandic]}
organizations:
  - {name: Lake Table, of: lisland, generic: [Table]}
people:
  - {name: Ada Voss, of: lisland, gender: she, posts: [{President: lisland, since: 2030-05-01}]}
  - {name: Donald Trump, of: united-states, gender: he, aliases: [The Donald]}
"""


def test_users_gazetteer_extends_and_overrides(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_text(MINE)
    settings = Settings(gazetteer=path)
    annotation = read(
        "Ada Voss left. The Lislandic president said that the dam was shut. The Table denied that the "
        "lock was open. The Donald said that the canal was dry.",
        settings=settings,
    )
    assert speakers(annotation) == ["ada-voss", "lake-table", "donald-trump"]
    assert actor(annotation, "ada-voss").roles[0].since == "2030-05-01"
    assert actor(annotation, "donald-trump").wikidata is None
    assert actor(annotation, "donald-trump").roles == ()


def test_the_documented_file_loads(tmp_path: Path):
    document = (Path(__file__).parent.parent / "docs" / "gazetteer.md").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(document.split("```yaml\n")[1].split("```")[0])
    annotation = read("LT said that the dam was shut.", settings=Settings(gazetteer=path))
    assert speakers(annotation) == ["lake-table"]


def test_bad_post_in_a_users_gazetteer_is_refused(tmp_path: Path):
    path = tmp_path / "bad.yaml"
    path.write_text("people:\n  - {name: Ada Voss, posts: [{President: lisland, Envoy: sund}]}\n")
    with pytest.raises(InputError, match=r"bad\.yaml"):
        read("Ada Voss left.", settings=Settings(gazetteer=path))

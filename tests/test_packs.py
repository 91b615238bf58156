"""Evidence packs: the same bytes for the same graph, and nothing that was changed is ever verified."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as bounds
from hypothesis import strategies as st

from graph import ask, judge
from graph.errors import NotFoundError, ReadError
from graph.packs import make_pack, verify_pack
from graph.packs.answer import read_answer
from graph.packs.archive import write_archive
from graph.packs.manifest import Manifest
from graph.packs.readme import readme
from graph.project import claim_id
from graph.read.annotation import load_annotation
from graph.sealing import VERSION, listed
from graph.settings import Settings
from graph.store import Store

from .conftest import annotations, put
from .samples import model, saying
from .service import local
from .test_cli import run

BASE = "https://counterclaim.example/id/"
WHOLE = claim_id("The council approved the bridge and paid for it")
PAID = claim_id("The council paid for the bridge")


@pytest.fixture(scope="module")
def pack(database: Store, cypher: Callable[..., object], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of a small claim, on which two documents bear; a third has nothing to do with it."""
    cypher("MATCH (n) DETACH DELETE n")
    put(database, model())
    text = "Cleo Ost said that the council paid for the bridge, 𝔾 or so."
    put(
        database,
        saying("asserts", "cleo", text=text, published="2026-02", claim="The council paid for the bridge"),
    )
    put(database, saying("asserts", "dan", text="Dan says it rains", published="2026-02"))
    path = tmp_path_factory.mktemp("pack") / "pack.zip"
    make_pack(database, BASE, WHOLE, path)
    return path


@pytest.fixture
def files(pack: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(pack) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, files: dict[str, bytes]) -> Path:
    """Write files as a pack does, in the order in which they are given."""
    buffer = BytesIO()
    write_archive(files.items(), buffer)
    path.write_bytes(buffer.getvalue())
    return path


def forged(path: Path, files: dict[str, bytes], **changes: object) -> Path:
    """Write files as somebody who also makes the manifest fit."""
    manifest = Manifest.model_validate_json(files["manifest.json"])
    held = {name: listed(data) for name, data in files.items() if name != "manifest.json"}
    sealed = manifest.model_copy(update={"files": held, **changes}).sealed()
    rest = {name: data for name, data in sorted(files.items()) if name != "manifest.json"}
    return write(path, {**rest, "manifest.json": sealed.encoded()})


def failures(path: Path) -> list[str]:
    found = verify_pack(path)
    assert not found.verified
    return [failure for check in found.checks for failure in check.failures]


def test_a_pack_holds_what_bears_on_the_claim_and_verifies(pack: Path, files: dict[str, bytes]) -> None:
    found = verify_pack(pack)
    assert found.verified
    assert all(check.checked for check in found.checks)
    assert not found.notes
    manifest = json.loads(files["manifest.json"])
    assert len(manifest["documents"]) == 2
    assert set(manifest["claims"]) >= {WHOLE, PAID}
    assert len(manifest["statements"]) == 3
    assert {"ada-holm", "bo-lind", "cleo", "council"} == set(manifest["actors"])
    answer = json.loads(files["answer.json"])
    assert answer["claim"]["status"] == "disputed"
    readme = files["README.md"].decode()
    assert "> the council had paid for it" in readme
    assert "The council paid for the bridge" in readme
    assert list(files)[-1] == "manifest.json"


def test_the_same_graph_gives_the_same_bytes(
    pack: Path, database: Store, cypher: Callable[..., object], tmp_path: Path
) -> None:
    make_pack(database, BASE, WHOLE, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == pack.read_bytes()
    with local(database) as client:
        answer = client.get(f"/claims/{WHOLE}/pack")
        assert answer.content == pack.read_bytes()
        assert answer.headers["content-type"] == "application/zip"
        assert (
            client.get(f"/claims/{WHOLE}/pack", headers={"If-None-Match": answer.headers["etag"]}).status_code
            == 304
        )
        assert client.get("/claims/0123456789abcdef/pack").status_code == 404
        # HEAD makes none: it is answered while others are made.
        packing = client.app.state.packing
        with packing, packing:
            assert client.get(f"/claims/{WHOLE}/pack").status_code == 503
            head = client.head(f"/claims/{WHOLE}/pack")
            assert client.head("/claims/0123456789abcdef/pack").status_code == 404
        assert (head.status_code, head.content) == (200, b"")
        for name in ("content-type", "content-disposition", "etag"):
            assert head.headers[name] == answer.headers[name]
        assert client.get(f"/claims/{WHOLE}/pack", headers={"Accept": "text/html"}).status_code == 406


def test_no_such_claim(database: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        make_pack(database, BASE, "0123456789abcdef", tmp_path / "x.zip")
    assert not list(tmp_path.iterdir())


def test_on_another_machine_without_a_database(pack: Path, tmp_path: Path) -> None:
    away = {"NEO4J_URI": "bolt://127.0.0.1:9", "COUNTERCLAIM_HOME": str(tmp_path / "none")}
    done = run("verify", pack, **away)
    assert (done.returncode, done.stderr) == (0, "")
    assert "verified" in done.stdout
    assert json.loads(run("verify", pack, "--json", **away).stdout)["verified"] is True
    bad = tmp_path / "bad.zip"
    bad.write_bytes(pack.read_bytes().replace(b"had paid for it", b"had paid for us"))
    done = run("verify", bad, **away)
    assert done.returncode == 1
    assert "NOT VERIFIED" in done.stdout
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    for path in (tmp_path / "text.zip", tmp_path / "missing.zip", tmp_path):
        done = run("verify", path, **away)
        assert done.returncode == 2, done
        assert "Traceback" not in done.stderr


# No changed byte is verified


@given(data=st.data())
@bounds(max_examples=40, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck))  # fmt: skip
def test_a_changed_byte_is_never_verified(pack: Path, tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(pack.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    bad = tmp_path / "bad.zip"
    bad.write_bytes(whole)
    assert not verifies(bad)


@given(data=st.data())
@bounds(max_examples=25, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck))  # fmt: skip
def test_a_changed_byte_of_a_file_is_never_verified_in_a_zip_that_is_whole(
    pack: Path, tmp_path: Path, data: st.DataObject
) -> None:
    with zipfile.ZipFile(pack) as archive:
        files = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(files)))
    at = data.draw(st.integers(0, len(files[name]) - 1))
    files[name][at] ^= data.draw(st.integers(1, 255))
    assert not verifies(write(tmp_path / "bad.zip", {name: bytes(data) for name, data in files.items()}))


def verifies(path: Path) -> bool:
    try:
        return verify_pack(path).verified
    except ReadError:
        return False


@pytest.mark.parametrize("kept", [0, 1, 21, 100, 5000, -1, -22, -100])
def test_a_truncated_pack_cannot_be_read(pack: Path, tmp_path: Path, kept: int) -> None:
    (tmp_path / "cut.zip").write_bytes(pack.read_bytes()[:kept])
    with pytest.raises(ReadError, match="not a zip file"):
        verify_pack(tmp_path / "cut.zip")


def test_bytes_before_or_after_are_a_change(pack: Path, tmp_path: Path) -> None:
    for n, (before, after) in enumerate([(b"x", b""), (b"", b"x"), (b"", b"\0" * 50)]):
        path = tmp_path / f"{n}.zip"
        path.write_bytes(before + pack.read_bytes() + after)
        assert not verifies(path)


# Hostile zips


def zipped(
    path: Path, files: dict[str, bytes], *more: tuple[zipfile.ZipInfo | str, bytes], kind: int = 0
) -> Path:
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for info, data in more:
            archive.writestr(info, data)
    return path


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil", "C:\\evil", "texts/../evil", "texts\\e", "ü", "a/"]
)
def test_names_that_lead_elsewhere_are_refused(files: dict[str, bytes], tmp_path: Path, name: str) -> None:
    found = failures(zipped(tmp_path / "slip.zip", files, (name, b"evil")))
    assert any("not a name of a file in a pack" in failure for failure in found)
    assert not list(tmp_path.parent.glob("evil*"))


def test_links_are_refused(files: dict[str, bytes], tmp_path: Path) -> None:
    link = zipfile.ZipInfo("texts/link.txt")
    link.external_attr = 0o120777 << 16
    assert any(
        "a link" in failure for failure in failures(zipped(tmp_path / "l.zip", files, (link, b"/etc/passwd")))
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_doubled_names_are_refused(files: dict[str, bytes], tmp_path: Path) -> None:
    found = failures(zipped(tmp_path / "d.zip", files, ("README.md", b"another")))
    assert "'README.md': stands twice" in found


def test_a_bomb_does_not_burst(files: dict[str, bytes], tmp_path: Path) -> None:
    bomb = zipped(
        tmp_path / "bomb.zip", files, ("texts/zeros.txt", bytes(300_000_000)), kind=zipfile.ZIP_DEFLATED
    )
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(ReadError, match=r"zip bomb .a backup is checked by"):
        verify_pack(bomb)


def test_a_pack_that_was_packed_anew_says_so(files: dict[str, bytes], tmp_path: Path) -> None:
    found = failures(zipped(tmp_path / "anew.zip", files))
    assert found == ["the zip is not as it was written: changed, or packed anew"]
    found = failures(zipped(tmp_path / "deflated.zip", {}, ("manifest.json", files["manifest.json"])))
    assert any("missing" in failure for failure in found)


# Files that are missing, additional, or other ones


def test_missing_and_additional_files_are_named(files: dict[str, bytes], tmp_path: Path) -> None:
    text = next(name for name in files if name.startswith("texts/"))
    rest = {name: data for name, data in files.items() if name != text}
    assert f"{text}: missing" in failures(write(tmp_path / "less.zip", rest))
    more = {**files, "texts/0123456789abcdef.txt": b"x"}
    assert "texts/0123456789abcdef.txt: not in the manifest" in failures(write(tmp_path / "more.zip", more))
    found = failures(forged(tmp_path / "listed.zip", more))
    assert "texts/0123456789abcdef.txt: no file of a pack" in found
    del rest["answer.json"]
    assert "answer.json: missing" in failures(forged(tmp_path / "forged.zip", rest))
    del rest["manifest.json"]
    with pytest.raises(ReadError, match="not a pack"):
        verify_pack(write(tmp_path / "none.zip", rest))


FORGED: dict[str, tuple[str, bytes, bytes, str]] = {
    "a text": ("texts/", b"paid for it. ", b"paid for me. ", "not the text that"),
    "a quote in the RDF": ("documents/", b'cc:exact "the council had paid', b'cc:exact "the council had PAID',
                           "is not what the text has at"),
    "a text in the RDF": ("documents/", b'cc:text "Mayor A', b'cc:text "Mayor E', "is not that of its text"),
    "a place": ("documents/", b"cc:start 20", b"cc:start 21", "is not what the text has at"),
    "an act": ("documents/", b"cc:denies", b"cc:asserts", "the id is not that of its words"),
    "a certainty": ("documents/", b'certainty "plain"', b'certainty "rumoured"', "certainty is 'plain'"),
    "a claim": ("documents/", b'cc:text "The council approved', b'cc:text "The council refused',
                "triples are not those of the document"),
    "a sentence": ("documents/", b'"text=The council approved', b'"text=The council refused',
                   "the id is not that of its sentence"),
    "a shape": ("documents/", b'cc:mode "indirect"', b'cc:mode "sung"', "must be one of: direct, indirect"),
    "syntax": ("documents/", b"cc:denies", b"cc:denies ;;; .", "not valid turtle"),
    "not UTF-8": ("documents/", b"Ada Holm", b"Ada H\xfflm", "not UTF-8"),
    "a word of the answer": ("answer.json", b'"exact": "the council had paid for it"',
                             b'"exact": "the council had lied about it"', "exact is"),
    "a speaker of the answer": ("answer.json", b'"id": "bo-lind"', b'"id": "ada-holm"', "does not say it"),
    "a deed of the answer": ("answer.json", b'"act": "denies"', b'"act": "asserts"', "does not asserts"),
    "a title of the answer": ("answer.json", b'"title": "Bridge"', b'"title": "Gate"', "title of its"),
    "no answer": ("answer.json", b"{", b"[", "not an answer"),
    "an answer that is not UTF-8": ("answer.json", b"Bridge", b"Br\xffdge", "not an answer"),
    "the page": ("README.md", b"> the council had paid", b"> the council never paid", "not the answer of"),
    "the page that is not UTF-8": ("README.md", b"> the council", b"> th\xff council", "not the answer of"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGED)
def test_what_is_forged_is_named_even_if_the_hashes_fit(
    files: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    where, old, new, message = FORGED[name]
    changed = {n: data.replace(old, new) if n.startswith(where) else data for n, data in files.items()}
    assert changed != files
    found = failures(forged(tmp_path / "forged.zip", changed))
    assert any(message in failure for failure in found), found
    assert not any("as it was written: changed" in failure for failure in found)


Answer = dict[str, Any]


def _renamed(answer: Answer) -> None:
    answer["claim"]["denying"][0]["speakers"][0]["name"] = "Ada Holm"


def _reworded(answer: Answer) -> None:
    answer["claim"]["claim"] = "The council took bribes"


def _undisputed(answer: Answer) -> None:
    answer["claim"] |= {"denying": [], "denied_by": [], "parts": [], "status": "undisputed"}


def _undeed(answer: Answer) -> None:
    answer["claim"]["denying"][0]["acts"][0]["text"] = "The council took bribes"


def _part_text(answer: Answer) -> None:
    answer["claim"]["parts"][0]["text"] = "The council took bribes"


def _part_status(answer: Answer) -> None:
    answer["claim"]["parts"][0]["status"] = "denied"


def _hops(answer: Answer) -> None:
    for chain in answer["chains"]["chains"]:
        chain["hops"][0]["name"] = "Made Up"


def _publisher(answer: Answer) -> None:
    answer["claim"]["denying"][0]["document"]["publisher"] = "Pravda"


def _inference(answer: Answer) -> None:
    answer["claim"]["denying"][0]["inference"] = True


def _rejected(answer: Answer) -> None:
    answer["claim"]["denying"][0]["review"] = "rejected"


def _status(answer: Answer) -> None:
    answer["claim"]["status"] = "unclaimed"


def _anonymous(answer: Answer) -> None:
    answer["claim"]["anonymous_only"] = True


def _no_chains(answer: Answer) -> None:
    answer["chains"]["chains"] = []


def _turned(answer: Answer) -> None:
    """Unlock another act by saying that it is judged and linked."""
    item = answer["claim"]["asserting"].pop(0)
    item |= {"judged": ["0123456789abcdef"], "link_basis": "judged by a person", "link_confidence": 1.0}
    item["acts"][0]["act"] = "denies"
    answer["claim"]["denying"].append(item)


def _other_speaker(answer: Answer) -> None:
    answer["claim"]["denying"][0]["speakers"][0] |= {"id": "ada-holm", "name": "Ada Holm"}


FORGERIES = (
    _renamed, _reworded, _undisputed, _undeed, _part_text, _part_status, _hops, _publisher, _inference,
    _rejected, _status, _anonymous, _no_chains, _turned, _other_speaker,
)  # fmt: skip


def rewritten(path: Path, files: dict[str, bytes], change: Callable[[Answer], None]) -> Path:
    """Write a pack whose answer was changed, page, hashes and seal made to fit."""
    data = json.loads(files["answer.json"])
    change(data)
    answer = read_answer(json.dumps(data).encode())
    page = readme(answer, VERSION).encode()
    return forged(path, {**files, "answer.json": answer.encoded(), "README.md": page})


@pytest.mark.parametrize("change", FORGERIES, ids=lambda change: change.__name__.strip("_"))
def test_an_answer_that_is_forged_with_all_that_hangs_on_it_fails(
    files: dict[str, bytes], tmp_path: Path, change: Callable[[Answer], None]
) -> None:
    assert verify_pack(rewritten(tmp_path / "same.zip", files, lambda answer: None)).verified
    found = verify_pack(rewritten(tmp_path / "forged.zip", files, change))
    assert {check.name for check in found.checks if check.failures} == {"answer"}


def test_a_manifest_that_leaves_something_out_is_named(files: dict[str, bytes], tmp_path: Path) -> None:
    manifest = Manifest.model_validate_json(files["manifest.json"])
    found = failures(forged(tmp_path / "m.zip", files, statements=manifest.statements[1:]))
    assert any(f"statement {manifest.statements[0]} is on the claim and not listed" in each for each in found)
    found = failures(forged(tmp_path / "c.zip", files, claims=manifest.claims[1:]))
    assert "manifest.json: claims are not those of the claim" in found
    assert failures(forged(tmp_path / "b.zip", files, base_iri="https://example.org/"))
    odd = files["manifest.json"].replace(b'  "pack"', b'   "pack"')
    assert any(
        "its seal does not hold" in each
        for each in failures(write(tmp_path / "o.zip", {**files, "manifest.json": odd}))
    )


def test_other_shapes_are_told_and_do_not_count(files: dict[str, bytes], tmp_path: Path) -> None:
    files["ontology/shapes.ttl"] = b"# anything goes\n"
    found = verify_pack(forged(tmp_path / "s.zip", files))
    assert found.verified
    assert found.notes == [
        "ontology/shapes.ttl differs from that of this program, with which the pack was checked"
    ]


# Judgements


def test_judgements_go_with_the_claim(store: Store, tmp_path: Path) -> None:
    put(store, model())
    text = "B. Lind denied that the council had approved the bridge."
    words = {"claim": "The council approved the bridge"}
    other = put(store, saying("denies", "b-lind", text=text, published="2026-02", **words)).document
    put(store, saying("asserts", "dan", text="Dan says it rains", published="2026-02"))
    judge.merge(store, "bo-lind", "b-lind")
    (denial,) = [row["id"] for row in store.read("pack_statements", claims=[claim_id(words["claim"])])
                 if row["document"] == other]  # fmt: skip
    judge.accept(store, denial)
    manifest = make_pack(store, BASE, WHOLE, tmp_path / "j.zip")
    assert len(manifest.judgements) == 2
    found = verify_pack(tmp_path / "j.zip")
    assert found.verified, found
    judge.undo(store, manifest.judgements[0])
    judge.undo(store, manifest.judgements[1])
    judge.split(store, "b-lind", "bea-lind", name="Bea Lind", documents=[other])
    assert make_pack(store, BASE, WHOLE, tmp_path / "k.zip").judgements
    assert verify_pack(tmp_path / "k.zip").verified
    with zipfile.ZipFile(tmp_path / "k.zip") as archive:
        assert "Bea Lind" in archive.read("judgements.ttl").decode()


def test_claims_of_the_samples_verify_whatever_is_judged(
    store: Store, settings: Settings, tmp_path: Path
) -> None:
    for path in annotations():
        put(store, load_annotation(path))
    claims = [item.id for item in ask.disputes(store, status=None, limit=100).items]
    assert len(claims) >= 7

    def verify_all() -> None:
        for claim in claims:
            make_pack(store, settings.base_iri, claim, tmp_path / "p.zip")
            found = verify_pack(tmp_path / "p.zip")
            assert found.verified, (claim, [each for check in found.checks for each in check.failures])

    verify_all()
    disputed = ask.disputes(store, limit=100).items
    judge.reject(store, disputed[0].denying[0].id)
    judge.accept(store, disputed[1].denying[0].id)
    for row in store.read("open_denials", limit=3):
        judge.link(store, row["statement"], disputed[2].id, reason="the same words", by="B. Judge")
    verify_all()

"""Verifying a pack: nothing but the file and this program; every failure has a name."""

from collections.abc import Callable
from pathlib import Path

from ..errors import ConflictError, InputError, ReadError
from ..judgements import OF_ACTORS, Judgement
from ..ontology import source
from ..rdf import actors_from_rdf, judgements_from_rdf
from ..resolution import require_tree
from ..sealing import NAME, VERSION, listed
from . import answer as answers
from . import readme as readmes
from .answer import Answer, read_answer
from .archive import Archive
from .claims import check_answer, check_manifest
from .documents import Checks, check_document, check_shapes
from .manifest import Manifest
from .report import Check, Verification
from .stated import Stated

JUDGEMENTS = "judgements.ttl"
SOURCES = ("counterclaim.ttl", "shapes.ttl")

Progress = Callable[[int, int], None]


def verify_pack(path: Path, progress: Progress | None = None) -> Verification:
    """Check a pack in every way that needs no database; ReadError when it cannot be read as one."""
    archive = Archive(path)
    try:
        return _verify(archive, progress)
    finally:
        archive.close()


def _verify(archive: Archive, progress: Progress | None) -> Verification:
    encoded = archive.read(NAME)
    manifest = Manifest.read(encoded, str(archive.path), "pack")
    files = Check("files", "files have the size and hash that the manifest gives")
    stated, checks = Stated(), Checks()
    sealed = manifest.sealed()
    files.require(encoded == sealed.encoded(), "manifest.json: not as it was written: its seal does not hold")
    _check_files(archive, manifest, files)
    for number, id_ in enumerate(manifest.documents, 1):
        rdf, text = archive.read(f"documents/{id_}.ttl"), archive.read(f"texts/{id_}.txt")
        files.require(text is not None, f"texts/{id_}.txt: missing")
        files.require(rdf is not None, f"documents/{id_}.ttl: missing")
        if rdf is not None:
            _check(id_, rdf, text, manifest, checks, stated)
        if progress:
            progress(number, len(manifest.documents))
    judged = _judgements(archive, checks, stated)
    manifest_check = Check("manifest", "ids of the manifest are those of the documents")
    check_manifest(manifest, stated, judged, manifest_check)
    answer_check = Check("answer", "the answer is what follows from documents and judgements")
    answer = _answer(archive, answer_check)
    notes = list[str]()
    # What stands on documents or judgements that do not hold is not worked out: those are named already.
    if answer and set(manifest.documents) == stated.documents.keys():
        try:
            notes = check_answer(answer, manifest, stated, judged, answer_check)
        # As with documents: what makes the checks stumble does not hold.
        except Exception as error:
            answer_check.failures.append(f"answer.json: cannot be checked: {error!r}"[:300])
    notes += [*stated.notes, *_readme(archive, manifest, answer, answer_check), *_sources(archive)]
    archive_check = Check("archive", "archive is as `counterclaim pack` writes it")
    archive_check.require(archive.as_written(), "the zip is not as it was written: changed, or packed anew")
    archive_check.failures += archive.faults
    all_ = [
        archive_check,
        files,
        checks.texts,
        checks.quotes,
        checks.ids,
        checks.shapes,
        manifest_check,
        answer_check,
    ]
    made_by = f"{manifest.product.name} {manifest.product.version}"
    return Verification(manifest.claim, sealed.seal, made_by, all_, notes)


def _check_files(archive: Archive, manifest: Manifest, check: Check) -> None:
    present = {name for name in archive.names if name != NAME}
    for name in sorted(present - manifest.files.keys()):
        check.require(False, f"{name}: not in the manifest")
    for name, told in sorted(manifest.files.items()):
        data = archive.read(name)
        missing = (
            f"{name}: missing" if name not in present else f"{name}: not the file that the manifest lists"
        )
        check.require(data is not None and listed(data) == told, missing)
    meant = {f"{folder}/{id_}.{end}" for id_ in manifest.documents for folder, end in _FOLDERS}
    meant |= {readmes.NAME, answers.NAME, *(f"ontology/{name}" for name in SOURCES)}
    for name in sorted(set(manifest.files) ^ meant - {JUDGEMENTS}):
        if name != JUDGEMENTS:
            check.require(False, f"{name}: {'missing' if name in meant else 'no file of a pack'}")


def _check(
    id_: str, rdf: bytes, text: bytes | None, manifest: Manifest, checks: Checks, stated: Stated
) -> None:
    try:
        subgraph = check_document(id_, rdf, text, manifest.base_iri, checks)
    # Forged RDF makes parsers and validators stumble in ways of their own; what stumbles does not hold.
    except Exception as error:
        checks.shapes.failures.append(f"documents/{id_}.ttl: cannot be checked: {error!r}"[:300])
        return
    if subgraph:
        stated.add(subgraph)


_FOLDERS = (("documents", "ttl"), ("texts", "txt"))


def _judgements(archive: Archive, checks: Checks, stated: Stated) -> list[Judgement]:
    if JUDGEMENTS not in archive.names:
        return []
    given = check_shapes(archive.read(JUDGEMENTS) or b"", JUDGEMENTS, checks.shapes)
    try:
        found = judgements_from_rdf(given) if given is not None else []
        require_tree(j for j in found if j.kind in OF_ACTORS)
        stated.add_made(actors_from_rdf(given) if given is not None else [])
    except (InputError, ConflictError) as error:
        checks.ids.failures.append(f"{JUDGEMENTS}: {error}")
        return []
    checks.ids.checked += len(found)
    return found


def _answer(archive: Archive, check: Check) -> Answer | None:
    data = archive.read(answers.NAME)
    if data is None:
        return None  # Among the files it is named as missing.
    try:
        answer = read_answer(data)
    except ReadError as error:
        check.failures.append(str(error))
        return None
    check.require(answer.encoded() == data, f"{answers.NAME}: not as it was written")
    return answer


def _readme(archive: Archive, manifest: Manifest, answer: Answer | None, check: Check) -> list[str]:
    if answer is None:
        return []
    if manifest.product.version != VERSION:
        return [
            f"{readmes.NAME} was written by version {manifest.product.version}: not compared with the answer"
        ]
    same = archive.read(readmes.NAME) == readmes.readme(answer, VERSION).encode()
    check.require(same, f"{readmes.NAME}: not the answer of {answers.NAME}")
    return []


def _sources(archive: Archive) -> list[str]:
    """Say where the pack's ontology or shapes are not those with which it was checked."""
    return [
        f"ontology/{name} differs from that of this program, with which the pack was checked"
        for name in SOURCES
        if (data := archive.read(f"ontology/{name}")) is not None and data != source(name).encode()
    ]

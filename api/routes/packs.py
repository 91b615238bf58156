"""The evidence on one claim as a file that anybody can verify."""

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import StreamingResponse

from graph import ask
from graph.packs import write_pack
from graph.settings import Settings

from ..connection import ConnectionDep
from ..formats import FORMS, Offer
from ..params import ClaimId
from ..problems import responses

router = APIRouter(tags=["claims"])

AT_ONCE = 2
"""Packs that are made at a time: each takes a processor to check the shapes."""
IN_MEMORY = 16_000_000
CHUNK = 64 * 1024

_FORMS = Offer("zip")
_OK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A zip, the same bytes for the same graph; `counterclaim verify` checks it anywhere",
        "content": {FORMS["zip"]: {"schema": {"type": "string", "format": "binary"}}},
        "headers": {name: {"schema": {"type": "string"}} for name in ("Content-Disposition", "ETag")},
    }
}


@router.get(
    "/claims/{id}/pack",
    summary="The evidence on one claim, as a file that can be verified",
    response_class=Response,
    responses=_OK | responses(404, 409),
)
def get_pack(
    request: Request, connection: ConnectionDep, id: ClaimId, form: Annotated[str, Depends(_FORMS)]
) -> Response:
    """Return all that bears on a claim: documents whole with their texts, as RDF, and this answer.

    Also a manifest with the hash of each file, and the ontology and shapes in use. `counterclaim verify`
    checks hashes, quotes, ids and shapes without a database.
    """
    settings: Settings = request.app.state.settings
    store = connection.store()
    headers = {"Content-Disposition": f'attachment; filename="{id}.zip"'}
    if getattr(request.state, "head", False):  # Nobody would read what takes long to make.
        ask.claim(store, id)
        return StreamingResponse(iter(()), headers=headers, media_type=FORMS[form])  # Tells no length.
    if not request.app.state.packing.acquire(blocking=False):
        raise HTTPException(503, "Other packs are being made.", headers={"Retry-After": "10"})
    file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    try:
        write_pack(store, settings.base_iri, id, file)
    except BaseException:
        file.close()
        raise
    finally:
        request.app.state.packing.release()
    length = file.tell()
    file.seek(0)
    headers["Content-Length"] = str(length)
    return StreamingResponse(_chunks(file), media_type=FORMS[form], headers=headers)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk

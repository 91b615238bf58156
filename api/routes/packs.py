"""The evidence on one claim as a file that anybody can verify."""

from tempfile import SpooledTemporaryFile
from typing import IO, Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from graph import ask
from graph.packs import write_pack
from graph.settings import Settings

from ..connection import ConnectionDep
from ..files import head, only_head, sent, slot
from ..formats import FORMS, Offer
from ..params import ClaimId
from ..problems import responses

router = APIRouter(tags=["claims"])

AT_ONCE = 2
"""Packs that are made at a time: each takes a processor to check the shapes."""
IN_MEMORY = 16_000_000

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
    responses=_OK | responses(404, 409, 507),
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
    if only_head(request):
        ask.claim(store, id)
        return head(FORMS[form], headers)
    file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    try:
        with slot(request.app.state.packing, "Other packs are being made."):
            write_pack(store, settings.base_iri, id, file)
    except BaseException:
        file.close()
        raise
    return sent(file, file, FORMS[form], headers)

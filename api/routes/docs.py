"""The page /docs: Swagger UI from our own files; it works offline and loads nothing foreign."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles

_FOLDER = Path(__file__).parent.parent / "static"

router = APIRouter(include_in_schema=False)
static = StaticFiles(directory=_FOLDER)


@router.get("/")
def home() -> RedirectResponse:
    """Lead to the docs; relative, so that it holds behind a prefix."""
    return RedirectResponse("docs", 307)


@router.get("/docs")
def docs() -> FileResponse:
    """Return the page."""
    return FileResponse(_FOLDER / "docs.html")

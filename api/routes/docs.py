"""The pages: `/`, our own; `/docs`, Swagger UI. Both come from our files and load nothing foreign."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

_FOLDER = Path(__file__).parent.parent / "static"

router = APIRouter(include_in_schema=False)
static = StaticFiles(directory=_FOLDER)


@router.get("/")
def home() -> FileResponse:
    """Return the page; its addresses are relative, so that it works behind a prefix."""
    return FileResponse(_FOLDER / "index.html")


@router.get("/docs")
def docs() -> FileResponse:
    """Return the documentation."""
    return FileResponse(_FOLDER / "docs.html")

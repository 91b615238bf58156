"""What every command opens: the settings and the store that they name."""

from collections.abc import Generator
from contextlib import contextmanager

from pydantic import ValidationError

from .errors import InputError
from .settings import Settings
from .store import Store, open_store


def given_settings() -> Settings:
    """Return the settings of the environment; InputError says which variable is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"{e['loc'][0]}: {e['msg']}" for e in error.errors())
        raise InputError(f"settings (environment variables): {wrong}") from error


@contextmanager
def opened() -> Generator[tuple[Settings, Store]]:
    """Yield settings and store, and close the store after use."""
    settings = given_settings()
    with open_store(settings) as store:
        yield settings, store

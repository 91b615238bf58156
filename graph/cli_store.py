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
        wrong = "; ".join(f"{_variable(str(e['loc'][0]))}: {e['msg']}" for e in error.errors())
        raise InputError(f"settings (environment variables): {wrong}") from error


def _variable(field: str) -> str:
    """Return the variable of the environment that gives a field."""
    own = field in Settings.model_fields and Settings.model_fields[field].validation_alias is None
    return f"{Settings.model_config.get('env_prefix', '') if own else ''}{field}".upper()


@contextmanager
def opened(any_schema: bool = False) -> Generator[tuple[Settings, Store]]:
    """Yield settings and store, and close the store after use; SchemaError unless it is of this release."""
    settings = given_settings()
    with open_store(settings, any_schema=any_schema) as store:
        yield settings, store

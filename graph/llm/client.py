"""An OpenAI-compatible endpoint: one question, one answer, with retries that always end."""

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from ..errors import InputError, ReadError, UnavailableError
from ..post import Reply, Unreachable, post
from ..settings import Settings
from .usage import Usage

LONGEST_PAUSE = 60.0
"""Seconds between two tries at most, whatever the endpoint asks for."""

SEED = 7
Message = dict[str, str]
_TRY_AGAIN = {408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529}
_NO_SCHEMA = {400, 422}
_TOO_LONG = re.compile(r"context.{0,20}(?:length|window|size)|maximum context|too many tokens", re.IGNORECASE)
_ADVICE = {
    401: "COUNTERCLAIM_LLM_KEY is missing or wrong",
    403: "this key may not use the endpoint or the model: see COUNTERCLAIM_LLM_KEY",
    404: "no such address or model: see COUNTERCLAIM_LLM_URL and COUNTERCLAIM_LLM_MODEL",
}


@dataclass(frozen=True)
class Completion:
    """What the model said; `whole` is false when the endpoint cut it short."""

    content: str
    whole: bool


@dataclass
class Client:
    """The endpoint of the settings. `plain` is set once it has refused to take a schema."""

    settings: Settings
    usage: Usage
    pause: Callable[[float], None] = time.sleep
    plain: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Raise InputError unless the settings name an endpoint and a model."""
        missing = [
            f"COUNTERCLAIM_{name.upper()}"
            for name in ("llm_url", "llm_model")
            if not getattr(self.settings, name)
        ]
        if missing:
            raise InputError(f"the reader 'llm' needs {' and '.join(missing)}; see docs/readers.md")
        if not re.fullmatch(r"[\x21-\x7e]*", self._key()):
            raise InputError("COUNTERCLAIM_LLM_KEY: holds spaces or characters that no key has (not shown)")

    @property
    def url(self) -> str:
        """The address that is called."""
        return f"{(self.settings.llm_url or '').rstrip('/')}/chat/completions"

    def headers(self, *, redacted: bool = False) -> dict[str, str]:
        """Return the headers of a request; redacted ones can be shown."""
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self._key():
            headers["Authorization"] = f"Bearer {'***' if redacted else self._key()}"
        return headers

    def body(self, messages: list[Message], schema: dict[str, Any]) -> dict[str, Any]:
        """Return a request; without support for schemas the schema stands in the first message."""
        how: dict[str, Any] = {"type": "json_object"}
        if self.plain:
            rules = f"{messages[0]['content']}\n\nJSON schema of the answer:\n{json.dumps(schema)}"
            messages = [{**messages[0], "content": rules}, *messages[1:]]
        else:
            how = {
                "type": "json_schema",
                "json_schema": {"name": "annotation", "strict": True, "schema": schema},
            }
        return {
            "model": self.settings.llm_model, "messages": messages, "temperature": 0, "seed": SEED,
            "response_format": how,
        }  # fmt: skip

    def ask(self, messages: list[Message], schema: dict[str, Any]) -> Completion:
        """Return the model's answer.

        Raises UnavailableError when the endpoint stays away, InputError when it refuses for good,
        ReadError when what it answers is no completion.
        """
        reply = self._send(self.body(messages, schema))
        if reply.status in _NO_SCHEMA and not self.plain and not _TOO_LONG.search(reply.body):
            self.plain = True
            reply = self._send(self.body(messages, schema))
        if reply.status == 413 or (reply.status in _NO_SCHEMA and _TOO_LONG.search(reply.body)):
            return Completion("", whole=False)
        if reply.status != 200:
            raise self._refused(reply)
        return self._completion(reply)

    def _send(self, body: dict[str, Any]) -> Reply:
        data = json.dumps(body, ensure_ascii=False).encode()
        reason = ""
        for tried in range(self.settings.llm_retries + 1):
            wait = min(2.0**tried, LONGEST_PAUSE)
            if tried:
                self.usage.retries += 1
            self.usage.requests += 1
            try:
                reply = post(
                    self.url, data, self.headers(), self.settings.llm_timeout, named="COUNTERCLAIM_LLM_URL"
                )
            except Unreachable as error:
                reason = str(error)
            else:
                if reply.status not in _TRY_AGAIN and not (reply.status == 200 and _broken(reply)):
                    return reply
                reason = self._said(reply) if reply.status != 200 else "the answer is not JSON"
                wait = _asked(reply.retry_after, wait)
            if tried < self.settings.llm_retries:
                self.pause(wait)
        raise UnavailableError(
            f"the LLM endpoint {self.url} gave no answer in {self.settings.llm_retries + 1} tries: "
            f"{self.redacted(reason)}; see that it runs at COUNTERCLAIM_LLM_URL, or read with --reader rules"
        )

    def _completion(self, reply: Reply) -> Completion:
        data: Any = json.loads(reply.body)
        try:
            usage = cast("dict[str, Any]", data.get("usage") or {})
            self.usage.count(usage.get("prompt_tokens"), usage.get("completion_tokens"))
            choice = data["choices"][0]
            content, ended = choice["message"].get("content"), choice.get("finish_reason")
        except (AttributeError, LookupError, TypeError) as error:
            raise ReadError(f"{self.url}: not a chat completion: {self._said(reply)}") from error
        # Half a surrogate pair is no text, and could not be sent back.
        text = content.encode("utf-8", "replace").decode() if isinstance(content, str) else ""
        # A key as short as 'ollama' is no secret, and may be a word of the article.
        text = self.redacted(text) if len(self._key()) >= 8 else text
        return Completion(text, ended != "length")

    def _refused(self, reply: Reply) -> InputError:
        advice = _ADVICE.get(reply.status, "the request was refused")
        return InputError(f"the LLM endpoint {self.url}: {advice} ({self._said(reply)})")

    def _said(self, reply: Reply) -> str:
        """Return what an endpoint said in its own words, on one line and without the key."""
        text = reply.body
        try:
            error: Any = json.loads(text)["error"]
            text = cast("dict[str, Any]", error)["message"] if isinstance(error, dict) else error
        except (ValueError, LookupError, TypeError, RecursionError):
            pass
        words = "".join(c if c.isprintable() else " " for c in self.redacted(str(text)))
        return f"{reply.status} {' '.join(words.split())[:200]}".strip()

    def redacted(self, text: str) -> str:
        """Return text without the key."""
        return text.replace(self._key(), "***") if self._key() else text

    def _key(self) -> str:
        key = self.settings.llm_key
        return key.get_secret_value().strip() if key else ""


def _broken(reply: Reply) -> bool:
    try:
        json.loads(reply.body)
    except (ValueError, RecursionError):
        return True
    return False


def _asked(retry_after: str | None, default: float) -> float:
    """Return the seconds that a Retry-After asks for, up to the cap; dates are not looked at."""
    text = (retry_after or "").strip()
    return min(float(text), LONGEST_PAUSE) if re.fullmatch(r"\d{1,9}(\.\d{1,3})?", text) else default

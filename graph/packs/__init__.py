"""Evidence packs: all that bears on one claim in one file, which anybody can check without a database."""

from .answer import Answer
from .make import make_pack, write_pack
from .report import Check, Verification
from .verify import verify_pack

__all__ = ["Answer", "Check", "Verification", "make_pack", "verify_pack", "write_pack"]

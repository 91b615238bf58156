"""Articles by their address: fetched from public places only, within bounds on time, size and redirects."""

from .page import fetch_article, is_address

__all__ = ["fetch_article", "is_address"]

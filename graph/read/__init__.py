"""Read an article from a file or from bytes into clean text with its metadata."""

from .article import RawArticle, read_article, require_article

__all__ = ["RawArticle", "read_article", "require_article"]

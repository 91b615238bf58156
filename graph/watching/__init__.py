"""Saved questions: asked again when documents arrive, and what changed since."""

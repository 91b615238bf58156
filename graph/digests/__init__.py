"""A digest as text to read: Markdown, and a page that needs nothing else."""

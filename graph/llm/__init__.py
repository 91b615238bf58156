"""Read articles into annotations by a language model: optional, and only what the text bears out.

The model gives words, never offsets; each statement whose words do not stand in the article is refused.
"""

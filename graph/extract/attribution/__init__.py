"""Who is said to say what: cues, sources, contents, by grammar."""

"""What is said, as propositions in normal form, and which of them say the same."""

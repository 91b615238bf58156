"""What a plan provides: plans, drafts, provisions, amounts."""

"""What a statement does to which claim or term: denials and their links, stances, conclusions."""

"""Who is who: names, posts, pronouns, groups, unnamed sources."""

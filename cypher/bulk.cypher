// After a bulk import: what the files could not hold yet is worked out in the database.

// name: unlinked_statements
// Unlinked statements, a page of them in order of id, from after the last of the page before.
// params: after_id = '', limit = 10
MATCH (s:Statement)
WHERE s.unlinked IS NOT NULL AND s.id > $after_id
RETURN s.id AS id ORDER BY id LIMIT $limit;

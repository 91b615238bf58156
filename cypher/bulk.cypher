// After a bulk import: what the files could not hold yet is worked out in the database.

// name: anything_held
// Whether the graph holds anything but the count of its writes.
// params:
MATCH (n)
WHERE NOT n:Revision
RETURN true AS held LIMIT 1;

// name: documents_counted
// How many documents the graph holds.
// params:
MATCH (d:Document)
RETURN count(d) AS documents;

// name: unlinked_statements
// Unlinked statements, a page of them in order of id, from after the last of the page before.
// params: after_id = '', limit = 10
MATCH (s:Statement)
WHERE s.unlinked IS NOT NULL AND s.id > $after_id
RETURN s.id AS id ORDER BY id LIMIT $limit;

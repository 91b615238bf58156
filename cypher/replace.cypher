// Taking back what a document said before: used when a document is replaced or forgotten.

// name: lock_document
// Create the document if it is new and hold it against other writers until the transaction ends.
// params: document = ''
MERGE (d:Document {id: $document})
SET d.id = $document;

// name: delete_statements
// Delete the statements of a document and its publisher edge; they are written anew or not at all.
// params: document = ''
MATCH (d:Document {id: $document})
OPTIONAL MATCH (d)-[p:PUBLISHED_BY]->(:Actor)
DELETE p
WITH DISTINCT d
MATCH (s:Statement)-[:IN]->(d)
DETACH DELETE s;

// name: sole_facts
// Of facts that a document stated, those that no other document states.
// params: document = '', facts = []
UNWIND $facts AS row
MATCH (d:Document {id: $document})-[:MENTIONS]->(x)
WHERE x.id = row.id AND row.key IN labels(x)
SET x.id = row.id
WITH d, x, row
WHERE NOT EXISTS {
  MATCH (x)<-[other:MENTIONS]-(e:Document)
  WHERE e <> d AND row.fact IN other.states
}
RETURN row.key AS key, row.id AS id, row.fact AS fact;

// name: withdraw_values
// Remove properties, list items and labels that no document states any more.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[:MENTIONS]->(x)
WHERE x.id = row.id AND row.key IN labels(x)
FOREACH (_ IN CASE WHEN row.name = 'kind' AND row.value <> row.key THEN [1] ELSE [] END |
  REMOVE x:$(row.value))
FOREACH (_ IN CASE WHEN row.name <> 'kind' AND row.multiple THEN [1] ELSE [] END |
  SET x[row.name] = [item IN x[row.name] WHERE item <> row.value])
FOREACH (_ IN CASE WHEN row.name <> 'kind' AND NOT row.multiple THEN [1] ELSE [] END |
  SET x[row.name] = null)
FOREACH (_ IN CASE WHEN row.multiple AND size(x[row.name]) = 0 THEN [1] ELSE [] END |
  SET x[row.name] = null);

// name: withdraw_edges
// Remove edges between shared nodes that no document states any more.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[:MENTIONS]->(x)-[r]->(y)
WHERE x.id = row.id AND row.key IN labels(x)
  AND type(r) = row.type AND y.id = row.end AND row.end_key IN labels(y)
DELETE r;

// name: drop_mentions
// Remove the document's mention of nodes, and the nodes that no document mentions any more.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[m:MENTIONS]->(x)
WHERE x.id = row.id AND row.key IN labels(x)
DELETE m
WITH DISTINCT x
WHERE NOT EXISTS { MATCH (x)<-[:MENTIONS]-(:Document) }
DETACH DELETE x;

// name: delete_document
// Delete a document that holds nothing any more.
// params: document = ''
MATCH (d:Document {id: $document})
DETACH DELETE d;

// name: refresh_shortcuts
// Recompute CLAIMS, DISPUTES, BACKS and OPPOSES into the given claims, terms and plans from live statements.
// params: targets = []
UNWIND $targets AS id
MATCH (t:Claim|Term|Plan|PlanVersion {id: id})
CALL (t) {
  MATCH (:Actor)-[old:CLAIMS|DISPUTES|BACKS|OPPOSES]->(t)
  DELETE old
}
CALL (t) {
  MATCH (t)<-[act:ASSERTS|DENIES|SUPPORTS|REJECTS]-(s:Statement)-[:SPOKEN_BY]->(a:Actor)
  MATCH (s)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND NOT EXISTS {
    MATCH (t)<-[:RETRACTS]-(r:Statement)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
    WHERE r.review <> 'rejected' AND coalesce(later.published, '9') >= coalesce(d.published, '')
  }
  WITH a, t, s, d, {ASSERTS: 'CLAIMS', DENIES: 'DISPUTES', SUPPORTS: 'BACKS', REJECTS: 'OPPOSES'}[type(act)] AS name
  ORDER BY s.id
  WITH a, t, name, min(d.published) AS first, max(d.published) AS last, collect(s.id) AS statements
  CREATE (a)-[e:$(name)]->(t)
  SET e.first = first, e.last = last, e.count = size(statements), e.statements = statements
}
RETURN count(*) AS refreshed;

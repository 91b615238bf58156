// Taking back what a document said before: used when a document is replaced or forgotten.
// Nodes are locked by a property that comes and goes, not by writing their id to itself: Neo4j 2026.08 finds a node
// by its id still after that and its deletion in one transaction.

// name: lock_documents
// Create documents that are new and hold all against other writers until the transaction ends. Return those that
// were there before, with their texts.
// params: documents = []
UNWIND $documents AS id
MERGE (d:Document {id: id})
SET d.locked = true
REMOVE d.locked
WITH d WHERE d.sha256 IS NOT NULL
RETURN DISTINCT d.id AS id;

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
SET x.locked = true
REMOVE x.locked
WITH d, x, row
WHERE NOT EXISTS {
  MATCH (x)<-[other:MENTIONS]-(e:Document)
  WHERE e <> d AND row.fact IN other.states
}
RETURN row.key AS key, row.id AS id, row.fact AS fact;

// name: withdraw_kinds
// Remove labels that no document states any more.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[:MENTIONS]->(x)
WHERE x.id = row.id AND row.key IN labels(x) AND row.value <> row.key
REMOVE x:$(row.value);

// name: withdraw_items
// Remove list items that no document states any more.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[:MENTIONS]->(x)
WHERE x.id = row.id AND row.key IN labels(x)
WITH x, row.name AS name, collect(row.value) AS gone
WITH x, name, [item IN x[name] WHERE NOT item IN gone] AS rest
SET x[name] = CASE WHEN size(rest) > 0 THEN rest END;

// name: settle_values
// Where documents state different values of one property, the earliest published one names it.
// params: rows = []
UNWIND $rows AS row
MATCH (x:Actor|Claim|Event|Extraction|Plan|PlanVersion|Role|Term {id: row.id})
WHERE row.key IN labels(x)
WITH x, row, head(COLLECT {
  MATCH (x)<-[m:MENTIONS]-(d:Document)
  UNWIND m.states AS fact
  WITH d, fact
  WHERE fact STARTS WITH row.name + '='
  RETURN substring(fact, size(row.name) + 1) ORDER BY coalesce(d.published, '9'), d.id LIMIT 1
}) AS value
SET x[row.name] = CASE WHEN row.decimal THEN toFloat(value) ELSE value END;

// name: withdraw_edges
// Remove edges between shared nodes that no document states any more.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[:MENTIONS]->(x)-[r]->(y)
WHERE x.id = row.id AND row.key IN labels(x)
  AND type(r) = row.type AND y.id = row.end AND row.end_key IN labels(y)
DELETE r;

// name: drop_mentions
// Remove the document's mention of nodes, and the nodes that no document mentions any more. Judged actors
// stay until their edges have been led elsewhere.
// params: document = '', rows = []
UNWIND $rows AS row
MATCH (:Document {id: $document})-[m:MENTIONS]->(x)
WHERE x.id = row.id AND row.key IN labels(x)
DELETE m
WITH DISTINCT x
WHERE NOT EXISTS { MATCH (x)<-[:MENTIONS]-(:Document) }
  AND NOT (x:Actor AND EXISTS { MATCH (x)<-[:JUDGES]-(:Judgement) })
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
MATCH (target:Claim|Term|Plan|PlanVersion {id: id})
CALL (target) {
  RETURN target AS t
  UNION
  MATCH (t:Claim)-[:PART_OF*1..]->(target) RETURN t
}
WITH DISTINCT t
CALL (t) {
  MATCH (:Actor)-[old:CLAIMS|DISPUTES|BACKS|OPPOSES]->(t)
  DELETE old
}
CALL (t) {
  // First: there are few of them, and a plan made while the graph was empty would look for them at each speaker anew.
  WITH COLLECT { MATCH (t)-[:PART_OF*0..]->()<-[:RETRACTS]-(r:Statement) WHERE r.review <> 'rejected' RETURN DISTINCT r } AS takings
  MATCH (t)<-[act:ASSERTS|DENIES|SUPPORTS|REJECTS]-(s:Statement)-[:SPOKEN_BY]->(a:Actor)
  MATCH (s)-[:IN]->(d:Document)
  WHERE s.review <> 'rejected' AND NOT EXISTS {
    UNWIND takings AS r
    MATCH (r)-[:SPOKEN_BY]->(a), (r)-[:IN]->(later:Document)
    WHERE r <> s
      AND CASE WHEN later = d THEN r.start > s.start
        ELSE left(coalesce(later.published, '9'), 10) >= left(coalesce(d.published, ''), 10) END
  }
  WITH a, t, s, d, {ASSERTS: 'CLAIMS', DENIES: 'DISPUTES', SUPPORTS: 'BACKS', REJECTS: 'OPPOSES'}[type(act)] AS name
  ORDER BY s.id
  WITH a, t, name, min(d.published) AS first, max(d.published) AS last, collect(s.id) AS statements
  CREATE (a)-[e:$(name)]->(t)
  SET e.first = first, e.last = last, e.count = size(statements), e.statements = statements
}
RETURN count(*) AS refreshed;

// name: raise_revision
// Count one more transaction that writes; taking the lock first makes two of them count as two. Say of which
// schema the graph is: a release that writes by an older one is found out so. Return of which it was, if it said so.
// params: schema = 1
MERGE (r:Revision {id: 'graph'})
SET r.id = 'graph'
WITH r, r.schema AS was
SET r.writes = coalesce(r.writes, 0) + 1, r.epoch = coalesce(r.epoch, randomUUID()), r.schema = $schema
RETURN was;

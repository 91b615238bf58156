// What the graph holds of a document, whole: for export, and to compare before a write.

// name: document_ids
// The ids of all documents, in order.
// params:
MATCH (d:Document)
RETURN d.id AS id ORDER BY id;

// name: export_made
// The actors that splits made and that no document states.
// params:
MATCH (j:Judgement {act: 'split'})
MATCH (a:Actor {id: j.into})
WHERE NOT EXISTS { (a)<-[:MENTIONS]-(:Document) }
RETURN DISTINCT a.id AS id, head([l IN labels(a) WHERE l <> 'Actor']) AS kind, a.name AS name
ORDER BY id;

// name: export_document
// A document and who published it.
// params: document = ''
MATCH (d:Document {id: $document})
RETURN properties(d) AS properties, COLLECT {
  MATCH (d)-[r:PUBLISHED_BY]->(a:Actor)
  UNWIND coalesce(r.as, [a.id]) AS id
  RETURN id } AS publishers;

// name: export_statements
// The statements of a document, reviewed as it says, with all edges that it states; 'raw' holds the actors it
// names at one.
// params: document = ''
MATCH (s:Statement)-[:IN]->(:Document {id: $document})
RETURN properties(s) AS properties,
  head(COLLECT { MATCH (s)<-[j:JUDGES]-(:Judgement) WHERE j.insteadOf IS NOT NULL RETURN j.insteadOf }) AS review,
  COLLECT {
  MATCH (s)-[r]->(x)
  WHERE r.basis IS NULL
  RETURN {type: type(r), labels: labels(x), id: x.id, raw: r.as} } AS edges
ORDER BY s.id;

// name: export_mentions
// What a document states of each shared node, and where it names it.
// params: document = ''
MATCH (:Document {id: $document})-[m:MENTIONS]->(x)
RETURN labels(x) AS labels, x.id AS id, m.spans AS spans, m.states AS states
ORDER BY id;

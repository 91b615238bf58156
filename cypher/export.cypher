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

// name: export_documents
// Documents and who published them.
// params: documents = []
UNWIND $documents AS id
MATCH (d:Document {id: id})
RETURN id AS document, properties(d) AS properties, COLLECT {
  MATCH (d)-[r:PUBLISHED_BY]->(a:Actor)
  UNWIND coalesce(r.as, [a.id]) AS publisher
  RETURN publisher } AS publishers
ORDER BY document;

// name: export_statements
// The statements of documents, reviewed as these say, with all edges that they state; 'raw' holds the actors that
// they name at one.
// params: documents = []
UNWIND $documents AS id
MATCH (s:Statement)-[:IN]->(:Document {id: id})
RETURN id AS document, properties(s) AS properties,
  head(COLLECT { MATCH (s)<-[j:JUDGES]-(:Judgement) WHERE j.insteadOf IS NOT NULL RETURN j.insteadOf }) AS review,
  COLLECT {
  MATCH (s)-[r]->(x)
  WHERE r.basis IS NULL
  RETURN {type: type(r), labels: labels(x), id: x.id, raw: r.as} } AS edges
ORDER BY document, s.id;

// name: export_mentions
// What documents state of each shared node, and where they name it.
// params: documents = []
UNWIND $documents AS document
MATCH (:Document {id: document})-[m:MENTIONS]->(x)
RETURN document, labels(x) AS labels, x.id AS id, m.spans AS spans, m.states AS states
ORDER BY document, id;

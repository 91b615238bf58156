// How the graph is made, counted and brought to the schema of this release.

// name: schema_state
// Of which schema the graph is, and whether it holds anything.
// params:
OPTIONAL MATCH (r:Revision {id: 'graph'})
RETURN r.schema AS schema, EXISTS { (:Document) } OR EXISTS { (:Judgement) } AS held;

// name: count_held
// How many documents and judgements the graph holds.
// params:
RETURN COUNT { (:Document) } AS documents, COUNT { (:Judgement) } AS judgements;

// name: indexes
// The indexes that are no constraint's, and what they are on.
// params:
SHOW INDEXES YIELD name, labelsOrTypes, properties, owningConstraint
WHERE owningConstraint IS NULL AND labelsOrTypes <> []
RETURN name, labelsOrTypes AS labels, properties ORDER BY name;

// name: drop_index
// Drop an index by its name.
// params: index = 'none'
DROP INDEX $index IF EXISTS;

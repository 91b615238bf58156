// What saved questions tell besides the answers that others get too.

// name: names_of_places
// The name of the draft, or else of the plan, that each provision is of.
// params: terms = []
UNWIND $terms AS id
MATCH (t:Term {id: id})-[:PART_OF]->(x:Plan|PlanVersion)
RETURN t.id AS term, x.name AS name ORDER BY term, name;

// name: newest_publication
// When the newest document of the graph was published.
// params:
MATCH (d:Document) WHERE d.published IS NOT NULL
RETURN max(d.published) AS newest;

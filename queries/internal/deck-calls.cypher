// Calls that two sides take part in, with each of their dates, their programmes and the sides that these belong to.
MATCH (:Entity {id: $id})-[:PARTICIPATES_IN]->(c:Call)<-[:PARTICIPATES_IN]-(:Entity {id: $party})
WITH DISTINCT c
OPTIONAL MATCH (c)-[:CALLS_UNDER]->(g:Programme)
OPTIONAL MATCH (g)<-[:ADMINISTERS|FUNDS|PARTICIPATES_IN]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH c, g, coalesce(home.id, p.id) AS side
ORDER BY c.id, g.id, side
WITH c, collect(DISTINCT g.id) AS programmes, collect(DISTINCT side) AS sides
RETURN c.id AS id, c.name_ja AS name_ja, c.name_en AS name_en, c.summary_ja AS summary_ja, c.summary_en AS summary_en,
       c.opens_on AS opens_on, c.opens_on_min AS opens_on_min, c.opens_on_max AS opens_on_max,
       c.closes_on AS closes_on, c.closes_on_min AS closes_on_min, c.closes_on_max AS closes_on_max,
       c.selected_on AS selected_on, c.selected_on_min AS selected_on_min, c.selected_on_max AS selected_on_max,
       c.starts_on AS starts_on, c.starts_on_min AS starts_on_min, c.starts_on_max AS starts_on_max,
       c.event_on_min AS event_on_min, c.stage AS stage, c.evidence AS evidence, c.sources AS sources, programmes, sides
ORDER BY coalesce(event_on_min, ''), id

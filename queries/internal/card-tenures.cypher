// Every day on which a source shows someone in one of some offices, and every end of a tenure that one gives.
CALL () {
  MATCH (p:Person)-[t:HOLDS]->(o:Office)
  WHERE o.id IN $offices
  RETURN o.id AS office, p.id AS person, coalesce(t.valid_max, t.since_max) AS shown, t.until_min AS until
  UNION
  MATCH (p:Person)-[t:SIGNED|CHAIRED|LED]->(x:Entity)
  WHERE t.as_office IN $offices AND x.event_mood = 'actual'
  RETURN t.as_office AS office, p.id AS person, x.event_on_max AS shown, null AS until
}
RETURN office, person, shown, until
ORDER BY office, person, shown, until

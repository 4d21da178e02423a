// What answers rest on, in one read: the graph as a whole, the sources that they cite, the names of what they name by id.
MATCH (b:Build)
OPTIONAL MATCH (newest:Entity {id: b.newest_event})
// Lists, in the order that queries/run.py names: maps would be twice as long on the way.
CALL () {
  UNWIND $cited AS id
  MATCH (s:Entity {id: id})
  WITH s
  ORDER BY s.id
  RETURN collect([s.id, s.title_ja, s.title_en, s.publisher_ja, s.publisher_en, s.url, s.published, s.type, s.language]) AS cited
}
CALL () {
  UNWIND $named AS id
  MATCH (n:Entity {id: id})
  WITH n
  ORDER BY n.id
  RETURN collect([n.id, n.name_ja, n.name_en, n.kind, n.names_abbreviation_en, CASE WHEN n.kind = 'Country' THEN n.status END]) AS named
}
RETURN b.known_at AS known_at, b.ceiling AS ceiling, b.claims AS claims, b.undated_claims AS undated_claims, b.cited_sources AS sources,
       b.newest_event_on AS newest_event_on, b.newest_event AS newest_event, newest.name_ja AS newest_event_name_ja,
       newest.name_en AS newest_event_name_en, cited, named, b.build_key AS build_key
ORDER BY build_key

MATCH (b:Build)
OPTIONAL MATCH (newest:Entity {id: b.newest_event})
RETURN b.build_key AS build_key, b.known_at AS known_at, b.ceiling AS ceiling, b.claims AS claims, b.undated_claims AS undated_claims,
       b.cited_sources AS sources, b.newest_event_on AS newest_event_on, b.newest_event AS newest_event,
       newest.name_ja AS newest_event_name_ja, newest.name_en AS newest_event_name_en
ORDER BY build_key

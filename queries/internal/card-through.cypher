// Instruments that a body signed for a country or union.
MATCH (a:Agreement)<-[t:PARTY_TO]-(:Party)
WHERE $id IN t.through
RETURN DISTINCT a.id AS id, a.name_ja AS name_ja, a.name_en AS name_en, a.type AS type, a.event_on AS event_on, a.event_on_min AS event_on_min,
       a.event_on_max AS event_on_max, a.event_mood AS event_mood, a.conflicts AS conflicts, t.sources AS sources
ORDER BY coalesce(event_on_min, ''), id

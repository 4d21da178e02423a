// Some meetings: when and where, and what they were.
MATCH (x:Meeting)
WHERE x.id IN $ids
RETURN x.id AS id, x.name_ja AS name_ja, x.name_en AS name_en, x.event_on AS event_on, x.event_on_min AS event_on_min,
       x.event_on_max AS event_on_max, x.event_mood AS event_mood, x.stage AS stage, x.place_ja AS place_ja, x.place_en AS place_en,
       x.summary_ja AS summary_ja, x.summary_en AS summary_en, x.conflicts AS conflicts, x.evidence AS evidence, x.sources AS sources
ORDER BY coalesce(event_on_min, ''), id

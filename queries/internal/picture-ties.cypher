// The ties between some entities on a day; on any day, if none is given.
MATCH (a:Entity)-[t]->(b:Entity)
WHERE a.id IN $ids AND b.id IN $ids AND type(t) IN $types
  AND ($as_of = '' OR t.holds_from IS NULL OR (t.holds_from <= $as_of AND $as_of < t.holds_to))
RETURN t.id AS id, type(t) AS type, a.id AS start_id, b.id AS end_id, t.cites AS cites, t.sources AS sources,
       t.disputed AS disputed, t.mood AS mood, t.basis AS basis, t.valid AS valid, t.role AS role,
       t.since AS since, t.until AS until, t.edition AS edition, t.through AS through, t.as_office AS as_office,
       t.holds_from AS holds_from, t.holds_to AS holds_to, t.side AS side, t.count AS count, t.under AS under,
       t.decided_by AS decided_by, t.position AS position, t.share AS share, t.leading AS leading
ORDER BY id

// The last day on which something may have happened.
MATCH (n:Entity {id: $id})
RETURN n.event_on_max AS day
ORDER BY day

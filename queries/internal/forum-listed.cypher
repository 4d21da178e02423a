// Whether a source lists all who take part in a forum.
MATCH (f:Forum {id: $id})
RETURN any(e IN coalesce(f.evidence, []) WHERE e STARTS WITH 'members* ') AS complete
ORDER BY complete

// The money of a budget line, as the saved query on budgets gives it.
MATCH (b:Budget {id: $id})
RETURN b.id AS id, b.sources AS sources,
       {printed: coalesce(b.printed, []), amount: b.amount, whole: b.whole_amount, currency: b.currency, bound: b.bound,
        marks: coalesce(b.marks, [])} AS amount,
       CASE WHEN b.previous_amount IS NOT NULL OR b.previous_whole_amount IS NOT NULL
            THEN {printed: coalesce(b.previous_printed, []), amount: b.previous_amount, whole: b.previous_whole_amount,
                  currency: b.currency, bound: null, marks: CASE WHEN b.previous_whole_amount IS NULL THEN [] ELSE ['share_of'] END}
            END AS previous
ORDER BY id

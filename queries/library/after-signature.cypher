// ---
// id: after-signature
// title: {ja: 署名後の動き, en: After the signature}
// question:
//   ja: ある協力文書の署名・発表の後に、何が続いたか。資料は文書との関係を明記しているか、時系列にすぎないか。前後を確認できない動きは何か。
//   en: What followed a document, does a source tie it to the document or is it only later in time, and of what can the order not be confirmed?
// answer:
//   ja: "{agreement}の後の動きと、前後を確認できない動き：{count}件（{as_of}時点、収録資料の範囲。「時系列のみ」は因果を示さない）"
//   en: "Steps after {agreement}, and those of which the order cannot be confirmed: {count} (as of {as_of}, within the sources held; \"only later in time\" shows no cause)"
// nothing:
//   ja: "{agreement}の後の動きを示す収録資料なし（{as_of}時点）"
//   en: "No source held shows what followed {agreement} (as of {as_of})"
// tags: [history, instruments]
// params:
//   agreement: {ja: 協力文書, en: document, type: entity, kinds: [Agreement], required: true, example: jp-uk-quantum-moc-2025}
// columns:
//   date: {ja: 日付, en: date, type: date, means: {ja: 開催・署名・開始等の日, en: "when it was held, signed or begun"}}
//   days_since:
//     ja: 署名からの日数
//     en: days since
//     type: int
//     means: {ja: 文書の日からの日数。いずれかが日まで分からなければ空欄, en: days from the day of the document; empty unless both are known to the day}
//   step: {ja: 段階, en: step, type: id, means: {ja: 続いた会合、文書、公募又は事業, en: "the meeting, document, call or work that followed"}}
//   link:
//     ja: つながり
//     en: link
//     type: word
//     vocabulary: Link
//     means:
//       ja: 資料が文書に基づく・続くものと明記、資料が並べて記載、同じ当事者の間で時系列に続くのみ、日付がないか粗く前後を確認できない、の別
//       en: "whether a source states that it rests on or followed from the document, lists the two in order, it is only later between the same sides (the same day counts), or its date, if any, does not tell the order"
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 2
// ---
MATCH (a:Entity {id: $agreement})<-[:PARTY_TO]-(p:Party)
OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
WITH a, collect(DISTINCT coalesce(home.id, p.id)) AS sides
WITH a, sides, sides[0] AS one
CALL (a, sides, one) {
  MATCH path = (a)-[:LED_TO*1..6]->(x:Entity)
  WITH x, relationships(path) AS chain
  WITH x, CASE WHEN all(l IN chain WHERE l.basis = 'stated') THEN 'stated' ELSE 'listed' END AS link,
       reduce(cited = [], l IN chain | cited + l.sources) AS proof
  RETURN x, link, proof
  UNION ALL
  MATCH (x:Entity)-[l:BASED_ON]->(a)
  RETURN x, 'stated' AS link, l.sources AS proof
  UNION ALL
  MATCH (a)-[g:AGREED]->(:Commitment)-[l:DELIVERED_BY]->(x:Entity)
  RETURN x, 'stated' AS link, g.sources + l.sources AS proof
  UNION ALL
  MATCH (:Entity {id: one})<-[:LOCATED_IN*0..1]-(:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x:Entity)
  WHERE x.kind IN ['Agreement', 'Meeting', 'Call', 'Programme', 'Project'] AND x.id <> a.id
    AND (x.event_on_max > a.event_on_min OR x.event_on_min >= a.event_on_max OR (x.event_on IS NULL AND a.event_on IS NOT NULL))
    AND (x.scope IS NULL OR x.scope <> 'context')
  WITH DISTINCT a, sides, x
  MATCH (p:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x)
  OPTIONAL MATCH (p)-[:LOCATED_IN]->(home:Party)
  WITH a, sides, x, collect(DISTINCT coalesce(home.id, p.id)) AS theirs
  WHERE size(theirs) = size(sides) AND all(side IN sides WHERE side IN theirs)
  RETURN x, CASE WHEN x.event_on_min >= a.event_on_max THEN 'only_later' ELSE 'unclear' END AS link, [] AS proof
  UNION ALL
  MATCH (f:Forum)<-[:EDITION_OF]-(x:Meeting)
  WHERE (x.event_on_max > a.event_on_min OR x.event_on_min >= a.event_on_max OR (x.event_on IS NULL AND a.event_on IS NOT NULL))
    AND COUNT { (f)<-[:MEMBER_OF]-(:Party) } = size(sides)
    AND all(side IN sides WHERE EXISTS { MATCH (:Entity {id: side})-[:MEMBER_OF]->(f) })
  RETURN x, CASE WHEN x.event_on_min >= a.event_on_max THEN 'only_later' ELSE 'unclear' END AS link, [] AS proof
}
// What a source ties to the document may have a coarse date, but none before it; what has not taken place is no step.
WITH a, sides, x, link, proof
WHERE (x.event_on IS NULL OR x.event_on_max >= a.event_on_min) AND coalesce(x.event_on_min, '') <= $as_of
  AND coalesce(x.event_mood, 'actual') <> 'planned' AND (x.kind <> 'Meeting' OR x.stage = 'held')
WITH a, sides, x, collect(link) AS links, collect(proof) AS proofs
WITH a, sides, x, [l IN ['stated', 'listed', 'only_later', 'unclear'] WHERE l IN links][0] AS link,
     reduce(cited = x.sources, p IN proofs | cited + p) AS cited
// What was announced with the document is no step after it, and a part of a project of the same sides is told with the whole.
WHERE link IN ['stated', 'listed']
   OR NOT (EXISTS { (a)-[:CO_ANNOUNCED]-(x) }
           OR EXISTS { MATCH (x)-[:PART_OF]->(whole:Project)
                       WHERE all(side IN sides WHERE EXISTS { MATCH (:Entity {id: side})-[:PARTICIPATES_IN]->(whole) }) })
RETURN x.event_on AS date,
       CASE WHEN link <> 'unclear' AND size(x.event_on) IN [10, 21] AND size(a.event_on) IN [10, 21]
            THEN duration.inDays(date(a.event_on_max), date(x.event_on_min)).days END AS days_since,
       x.id AS step,
       link AS link,
       cited AS sources
ORDER BY link = 'unclear', coalesce(x.event_on_min, '9999'), step

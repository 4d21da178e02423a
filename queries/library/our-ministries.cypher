// ---
// id: our-ministries
// title: {ja: 府省・機関の関わり, en: What a ministry did}
// question:
//   ja: ある府省・機関（その内部組織を含む）は、何に署名し、何を決め、どの会合を主催し、どこに出席し、何を公募・所管しているか。
//   en: What did a ministry or other body, with its units, sign, decide, host, attend, call for and run?
// answer:
//   ja: "{body}の関わり：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "What {body} signed, decided, hosted, attended and runs: {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{body}の関わりを示す収録資料なし（{as_of}時点）"
//   en: "No source held shows what {body} did (as of {as_of})"
// tags: [institutions, instruments, meetings, programmes]
// params:
//   body: {ja: 府省・機関（複数可）, en: ministries or other bodies, type: entities, kinds: [Organisation], required: true, example: 内閣府}
// columns:
//   body: {ja: 府省・機関, en: body, type: id, means: {ja: 関わった府省・機関, en: which body it was}}
//   role: {ja: 関わり, en: role, type: word, vocabulary: BodyRole, means: {ja: 何をしたか, en: what it did}}
//   item: {ja: 文書・会合等, en: what, type: id, means: {ja: 文書、会合、枠組み、事業、公募等, en: "the document, meeting, forum, programme or call"}}
//   kind:
//     ja: 種類
//     en: kind
//     type: word
//     vocabulary: InstrumentType StrategyType Kind
//     means: {ja: 文書の種類、又は会合等の別, en: "kind of document, or whether it is a meeting and so on"}
//   date: {ja: 日付, en: date, type: date, unknown: true, means: {ja: 署名・開催等の日, en: "when it was signed, held and so on"}}
//   partners: {ja: 相手, en: partners, type: ids, means: {ja: 相手の国・地域, en: countries on the other side}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (asked:Organisation)<-[:PART_OF*0..3]-(o:Organisation)
WHERE asked.id IN $body
WITH DISTINCT o
OPTIONAL MATCH (o)-[:LOCATED_IN]->(home:Party)
WITH o, min(home.id) AS own
CALL (o) {
  MATCH (:Party)-[t:PARTY_TO]->(x:Agreement)
  WHERE o.id IN t.through
  RETURN x, 'signed' AS role, t.sources AS proof
  UNION ALL
  MATCH (office:Office)-[:PART_OF]->(o)
  MATCH (:Person)-[t:SIGNED]->(x:Agreement)
  WHERE t.as_office = office.id
  RETURN x, 'signed' AS role, t.sources AS proof
  UNION ALL
  MATCH (o)-[t:PARTY_TO]->(x:Agreement)
  RETURN x, 'party' AS role, t.sources AS proof
  UNION ALL
  MATCH (:Party)-[t:ISSUED]->(x:Strategy)
  WHERE o.id IN t.decided_by OR EXISTS { MATCH (o)-[t2:ISSUED]->(x) WHERE t2.id = t.id }
  RETURN x, 'decided' AS role, t.sources AS proof
  UNION ALL
  MATCH (o)-[t:HOSTED|ATTENDED|MEMBER_OF|PARTICIPATES_IN|ADMINISTERS|FUNDS]->(x:Entity)
  WHERE type(t) <> 'MEMBER_OF'
     OR (t.holds_from <= $as_of AND $as_of < t.holds_to)
  RETURN x, CASE type(t) WHEN 'HOSTED' THEN 'hosted' WHEN 'ATTENDED' THEN 'attended' WHEN 'MEMBER_OF' THEN 'member'
                         WHEN 'ADMINISTERS' THEN 'called' WHEN 'FUNDS' THEN 'funded' ELSE 'takes_part' END AS role,
         t.sources AS proof
  UNION ALL
  MATCH (office:Office)-[:PART_OF]->(o)
  MATCH (:Person)-[t:CHAIRED|LED|ATTENDED|HOSTED]->(x:Meeting)
  WHERE t.as_office = office.id
  RETURN x, CASE type(t) WHEN 'ATTENDED' THEN 'attended' WHEN 'HOSTED' THEN 'hosted' ELSE 'chaired' END AS role, t.sources AS proof
}
WITH o, own, x, role, proof
WHERE x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned'
WITH o, own, x, role, collect(proof) AS proofs
CALL (x, own) {
  OPTIONAL MATCH (p:Party)-[:PARTY_TO|ATTENDED|HOSTED|PARTICIPATES_IN]->(x)
  OPTIONAL MATCH (p)-[:LOCATED_IN]->(there:Party)
  WITH coalesce(there, p) AS side, own
  WHERE side.kind IN ['Country', 'Union'] AND (own IS NULL OR side.id <> own)
  WITH DISTINCT side
  ORDER BY side.name_en, side.id
  RETURN collect(side.id) AS partners
}
RETURN o.id AS body,
       role AS role,
       x.id AS item,
       CASE WHEN x.kind IN ['Agreement', 'Strategy'] THEN x.type ELSE x.kind END AS kind,
       x.event_on AS date,
       partners AS partners,
       reduce(cited = x.sources, p IN proofs | cited + p) AS sources
ORDER BY o.name_en, o.id,
         CASE role WHEN 'signed' THEN 0 WHEN 'party' THEN 1 WHEN 'decided' THEN 2 WHEN 'hosted' THEN 3 WHEN 'chaired' THEN 4
                   WHEN 'attended' THEN 5 WHEN 'member' THEN 6 WHEN 'called' THEN 7 WHEN 'funded' THEN 8 ELSE 9 END,
         coalesce(x.event_on_max, '') DESC, x.id

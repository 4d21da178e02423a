// ---
// id: country-relations
// title: {ja: 相手国との関係の一覧, en: Relations with a country}
// question:
//   ja: ある国・地域と我が方とは、政府間、資金配分機関間、機関間の文書、枠組み、会合、公募、事業で、どう結び付いているか。
//   en: By which documents, fora, meetings, calls and programmes are a country and our side tied, between governments, agencies and institutions?
// answer:
//   ja: "{party}と{country}との結び付き：{count}件（量子の記載のない基盤となる文書を含む。{as_of}時点、収録資料の範囲）"
//   en: "Ties of {party} with {country}: {count} (with the documents that they rest on, which do not speak of quantum; as of {as_of}, within the sources held)"
// nothing:
//   ja: "{party}と{country}との協力を示す収録資料なし（{as_of}時点）"
//   en: "No source held shows cooperation of {party} with {country} (as of {as_of})"
// tags: [partners, instruments, fora, meetings, programmes]
// params:
//   country: {ja: 相手国・地域, en: country, type: entity, kinds: [Country, Union], required: true, example: UK}
//   party: {ja: 我が方, en: our side, type: entity, kinds: [Country, Union], default: "setting:party", example: JP}
// columns:
//   group: {ja: 区分, en: group, type: word, vocabulary: Relation Scope, means: {ja: 誰の間の、又は何における結び付きか。量子の記載のない文書は別の区分とする, en: "by whom, or in what, the two are tied; documents without quantum stand apart"}}
//   kind:
//     ja: 種類
//     en: kind
//     type: word
//     vocabulary: InstrumentType ForumType ProgrammeType Kind
//     means: {ja: 文書・枠組み・事業の種類, en: "kind of document, forum or programme"}
//   name_ja: {ja: 名称, en: in Japanese, means: {ja: 日本語名, en: its Japanese name}}
//   name_en: {ja: 英語名, en: name, means: {ja: 英語名, en: its English name}}
//   date:
//     ja: 日付
//     en: date
//     type: date
//     means: {ja: 署名・発表・開催・開始等の日。枠組みは相手の参加時期, en: "when it was signed, issued, held or begun; of a forum, since when the country takes part"}
//   rank: {ja: 級, en: rank, type: word, vocabulary: Rank, means: {ja: 署名者又は会合・枠組みの参加者のうち最も高い級, en: highest rank of those who signed or meet}}
//   stage:
//     ja: 状態
//     en: stage
//     type: word
//     vocabulary: InstrumentStage MeetingStage CallStage ProjectStage
//     means: {ja: 文書・会合・公募・課題の状態, en: "stage of the document, meeting, call or project"}
//   through:
//     ja: 署名・主催・参画した機関
//     en: bodies
//     type: ids
//     means: {ja: 双方のために署名、主催又は参画した機関, en: "bodies that signed, hosted or take part for the two sides"}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 2
// ---
CALL () {
  MATCH (:Entity {id: $country})<-[:LOCATED_IN*0..1]-(theirs:Party)-[t:PARTY_TO]->(x:Agreement)
  MATCH (x)<-[o:PARTY_TO]-(ours:Party)-[:LOCATED_IN*0..1]->(:Entity {id: $party})
  WHERE x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned'
  WITH x, ours, o, theirs, t
  ORDER BY ours.id, theirs.id
  WITH x, collect(coalesce(o.through, CASE WHEN ours.kind = 'Organisation' THEN [ours.id] ELSE [] END)) AS our_bodies,
       collect(coalesce(t.through, CASE WHEN theirs.kind = 'Organisation' THEN [theirs.id] ELSE [] END)) AS their_bodies
  CALL (x) {
    MATCH (:Person)-[s:SIGNED]->(x)
    WITH s.as_office AS post
    MATCH (office:Entity {id: post})
    RETURN collect(office.rank) AS ranks
  }
  RETURN CASE WHEN x.scope = 'context' THEN 'context' WHEN x.level IN ['government', 'ministry'] THEN 'government'
              WHEN x.level = 'agency' THEN 'agency' ELSE 'institution' END AS group,
         x.type AS kind, x, x.event_on AS date, x.event_on_max AS day, ranks, x.stage AS stage,
         reduce(listed = [], b IN our_bodies + their_bodies | listed + b) AS bodies, [] AS proof
  UNION ALL
  MATCH (:Entity {id: $country})-[m:MEMBER_OF]->(x:Forum)<-[n:MEMBER_OF]-(:Entity {id: $party})
  WHERE m.holds_from <= $as_of AND $as_of < m.holds_to AND n.holds_from <= $as_of AND $as_of < n.holds_to
  WITH x, m, n
  ORDER BY m.id, n.id
  WITH x, collect(m)[0] AS m, collect(n)[0] AS n
  RETURN 'forum' AS group, x.type AS kind, x, m.since AS date, coalesce(m.since_max, '') AS day,
         [r IN [x.participant_rank] WHERE r IS NOT NULL] AS ranks, null AS stage, null AS bodies,
         m.sources + n.sources AS proof
  UNION ALL
  CALL () {
    MATCH (:Entity {id: $country})<-[:LOCATED_IN*0..1]-(:Party)-[:ATTENDED|HOSTED]->(x:Meeting)
    RETURN x, false AS bilateral
    UNION
    MATCH (:Person)-[l:CHAIRED|LED|ATTENDED]->(x:Meeting)
    WHERE l.side = $country
    RETURN x, false AS bilateral
    UNION
    MATCH (:Entity {id: $country})-[:MEMBER_OF]->(f:Forum)<-[:MEMBER_OF]-(:Entity {id: $party})
    WHERE COUNT { (f)<-[:MEMBER_OF]-(:Party) } = 2
    MATCH (f)<-[:EDITION_OF]-(x:Meeting)
    RETURN x, true AS bilateral
  }
  WITH x, collect(bilateral) AS bilateral
  WHERE (x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned')
    AND (true IN bilateral
         OR EXISTS { MATCH (:Entity {id: $party})<-[:LOCATED_IN*0..1]-(:Party)-[:ATTENDED|HOSTED]->(x) }
         OR EXISTS { MATCH (:Person)-[l:CHAIRED|LED|ATTENDED]->(x) WHERE l.side = $party })
  CALL (x) {
    OPTIONAL MATCH (host:Organisation)-[:HOSTED]->(x)
    WITH host
    ORDER BY host.id
    RETURN collect(host.id) AS bodies
  }
  RETURN 'meeting' AS group, x.kind AS kind, x, x.held_on AS date, x.event_on_max AS day,
         [r IN [x.rank] WHERE r IS NOT NULL] AS ranks, x.stage AS stage, bodies, [] AS proof
  UNION ALL
  MATCH (:Entity {id: $country})<-[:LOCATED_IN*0..1]-(theirs:Party)-[t:PARTICIPATES_IN|FUNDS|ADMINISTERS]->(x:Entity)
  MATCH (x)<-[o:PARTICIPATES_IN|FUNDS|ADMINISTERS]-(ours:Party)-[:LOCATED_IN*0..1]->(:Entity {id: $party})
  WHERE x.event_on_min IS NULL OR x.event_on_min <= $as_of OR x.event_mood = 'planned'
  WITH x, ours, o, theirs, t
  ORDER BY ours.id, theirs.id
  WITH x, [id IN collect(DISTINCT ours.id) + collect(DISTINCT theirs.id) WHERE id STARTS WITH 'org:'] AS bodies
  RETURN CASE x.kind WHEN 'Call' THEN 'call' ELSE 'programme' END AS group,
         CASE x.kind WHEN 'Programme' THEN x.type ELSE x.kind END AS kind, x, x.event_on AS date,
         x.event_on_max AS day, [] AS ranks, CASE WHEN x.kind <> 'Programme' THEN x.stage END AS stage, bodies, [] AS proof
}
RETURN group AS group,
       kind AS kind,
       x.name_ja AS name_ja,
       x.name_en AS name_en,
       date AS date,
       [r IN ['leaders', 'ministerial', 'senior', 'working', 'expert'] WHERE r IN ranks][0] AS rank,
       stage AS stage,
       CASE WHEN bodies IS NOT NULL
            THEN reduce(seen = [], b IN bodies | CASE WHEN b IN seen THEN seen ELSE seen + b END) END AS through,
       x.sources + proof AS sources
ORDER BY CASE group WHEN 'government' THEN 1 WHEN 'agency' THEN 2 WHEN 'institution' THEN 3 WHEN 'context' THEN 4
                    WHEN 'forum' THEN 5 WHEN 'meeting' THEN 6 WHEN 'call' THEN 7 ELSE 8 END,
         coalesce(day, '') DESC, name_en, x.id

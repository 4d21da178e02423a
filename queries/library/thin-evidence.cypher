// ---
// id: thin-evidence
// title: {ja: 根拠の薄い記載, en: Thin evidence}
// question:
//   ja: どの項目が、少数の資料だけに基づいているか。その資料は何で、どれほど古いか。
//   en: Which values rest on few sources only, what kind of source is it, and how old?
// answer:
//   ja: "{kind}について、{max_sources}点以下の資料だけに基づく項目：{count}件（{as_of}時点、収録資料の範囲）"
//   en: "{kind}: values that rest on no more than {max_sources} source(s): {count} (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{kind}について、{max_sources}点以下の資料だけに基づく項目は見当たらない（{as_of}時点、収録資料の範囲）"
//   en: "{kind}: no value rests on {max_sources} source(s) or fewer (as of {as_of}, within the sources held)"
// tags: [evidence]
// handling: internal
// params:
//   kind:
//     ja: 何について
//     en: about what
//     type: kind
//     kinds: [Agreement, Forum, Meeting, Organisation, Person, Office, Programme, Call, Project, Commitment]
//     default: Agreement
//     example: Meeting
//   max_sources: {ja: 資料の数の上限, en: sources at most, type: number, default: 1, example: 2}
// columns:
//   subject: {ja: 対象, en: subject, type: id, means: {ja: 何についてか, en: what it is about}}
//   property: {ja: 項目, en: property, type: property, means: {ja: どの項目か、又は何との結び付きか, en: "the property, or the kind of tie"}}
//   value: {ja: 値, en: value, type: values, means: {ja: 用いる値。結び付きは相手, en: "the value used; of a tie, the other end"}}
//   only_source:
//     ja: 唯一の資料
//     en: only source
//     type: cite
//     means: {ja: 資料が1点だけの場合、その資料, en: "the source, if there is but one"}
//   source_type:
//     ja: 資料の種類
//     en: kind of source
//     type: word
//     vocabulary: SourceType
//     means: {ja: その資料（複数のときは最も確かなもの）の種類, en: "its kind; of several, the best"}
//   age_days:
//     ja: 公表からの日数
//     en: age in days
//     type: int
//     means: {ja: 最も新しい資料の公表から基準日までの日数。公表日の記載がなければ空欄, en: "days from the latest publication to the as-of day; empty where none is dated"}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
// What is said of each entity: its properties, the ties that go out from it, and who is tied to it.
CALL () {
  MATCH (n:Entity)
  WHERE n.kind = $kind
  UNWIND [line IN n.evidence WHERE size(split(line, ' ')) <= $max_sources + 1 AND NOT line CONTAINS '* '
          | split(line, ' ')] AS parts
  RETURN n.id AS subject, parts[0] AS property, toString(n[replace(parts[0], '@', '_')]) AS value, parts[1..] AS cited
  UNION ALL
  MATCH (n:Entity)-[t]->(other:Entity)
  WHERE n.kind = $kind AND size(t.sources) <= $max_sources AND t.sources <> ['enishi']
  RETURN n.id AS subject, type(t) AS property, other.id AS value, t.sources AS cited
  UNION ALL
  MATCH (n:Entity)<-[t]-(other:Entity)
  WHERE n.kind = $kind AND size(t.sources) <= $max_sources AND t.sources <> ['enishi']
    AND (n.kind = 'Commitment' OR other.kind IN ['Country', 'Union', 'Organisation', 'Person'])
  RETURN n.id AS subject, type(t) AS property, other.id AS value, t.sources AS cited
}
// What rests on the same sources is looked up once. Kinds of sources go from the weakest to the strongest.
WITH cited, collect([subject, property, value]) AS said,
     ['secondary', 'press', 'institution', 'official', 'party_notice', 'instrument_text'] AS types
UNWIND cited AS source
MATCH (s:Entity {id: 'source:' + source})
WITH types, cited, said, s.published_max AS published,
     CASE s.type WHEN 'secondary' THEN 0 WHEN 'press' THEN 1 WHEN 'institution' THEN 2
                 WHEN 'official' THEN 3 WHEN 'party_notice' THEN 4 WHEN 'instrument_text' THEN 5 END AS strength
WITH types, cited, said, max(strength) AS strength, max(published) AS published
WHERE published IS NULL OR published <= $as_of
WITH cited, said, strength, coalesce(published, '') AS published, types[strength] AS source_type,
     duration.inDays(date(published), date($as_of)).days AS age_days
UNWIND said AS one
RETURN one[0] AS subject,
       one[1] AS property,
       one[2] AS value,
       CASE WHEN size(cited) = 1 THEN cited[0] END AS only_source,
       source_type AS source_type,
       age_days AS age_days,
       cited AS sources
ORDER BY strength, published, subject, property, value

// ---
// id: fora-overlap
// title: {ja: 枠組みへの参加状況, en: Who is in which forum}
// question:
//   ja: 各国・地域は、どの枠組みに、どのような立場で参加しているか。資料が非参加を示すのか、資料がないだけか。
//   en: In which fora does each country take part, and as what; and does a source show that it does not, or is there just no source?
// answer:
//   ja: "枠組みへの参加状況（{parties}）：{count}欄（{as_of}時点、収録資料の範囲）"
//   en: "Who is in which forum ({parties}): {count} cells (as of {as_of}, within the sources held)"
// nothing:
//   ja: "枠組みの収録なし（{as_of}時点）"
//   en: "No forum is on record (as of {as_of})"
// tags: [fora, partners]
// params:
//   parties:
//     ja: 国・地域
//     en: countries
//     type: entities
//     kinds: [Country, Union]
//     default: "setting:party"
//     example: "JP, UK, EU"
//   fora: {ja: 枠組み（指定がなければすべて）, en: "fora (all, if none is given)", type: entities, kinds: [Forum], example: "MDQ, QDG, TQC"}
// columns:
//   country: {ja: 国・地域, en: country or region, type: id, means: {ja: 国・地域, en: "the country, region or union"}}
//   forum: {ja: 枠組み, en: forum, type: id, means: {ja: 枠組み, en: the forum}}
//   value:
//     ja: 参加状況
//     en: takes part
//     type: word
//     vocabulary: Participation
//     means:
//       ja: 参加・加盟、パートナー等、参加実績（出席のみ）、機関が参加（国・地域としてではない）、非参加（全参加者の一覧にない）、資料なしの別。資料なしは非参加を意味しない
//       en: "a member, a partner or observer, only seen at a meeting, by a body of it alone, left out of a full list, or no source; no source never means that it is not in"
//   since: {ja: 参加時期, en: since, type: date, means: {ja: 資料にある参加時期, en: since when by its source}}
//   disputed:
//     ja: 資料による相違
//     en: disputed
//     type: flag
//     means: {ja: ▲は、参加とする資料と、一覧に含めない資料とがあるもの, en: "▲: a source has it in, a list of another leaves it out"}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (c:Entity)
WHERE c.id IN $parties
CALL (c) {
  OPTIONAL MATCH (c)<-[:LOCATED_IN]-(:Party)-[m:MEMBER_OF]->(f:Forum)
  WHERE m.holds_from <= $as_of AND $as_of < m.holds_to
  WITH m, f
  ORDER BY m.id
  RETURN collect({forum: f.id, tie: m}) AS by_bodies
}
CALL (c) {
  OPTIONAL MATCH (c)-[:ATTENDED|HOSTED]->(x:Meeting)-[:EDITION_OF]->(f:Forum)
  WHERE x.stage = 'held' AND x.event_on_max <= $as_of
  WITH x, f
  ORDER BY x.event_on_max DESC, x.id
  RETURN collect({forum: f.id, sources: x.sources}) AS attended
}
MATCH (f:Forum)
WHERE $fora IS NULL OR f.id IN $fora
CALL (c, f) {
  OPTIONAL MATCH (c)-[m:MEMBER_OF]->(f)
  WHERE m.holds_from <= $as_of AND $as_of < m.holds_to
  WITH m
  ORDER BY CASE WHEN m.role IN ['partner', 'observer'] THEN 1 ELSE 0 END, m.id
  RETURN collect(m) AS memberships
}
WITH c, f, memberships, [b IN by_bodies WHERE b.forum = f.id | b.tie] AS of_bodies,
     [a IN attended WHERE a.forum = f.id | a.sources] AS meetings
WITH c, f, coalesce(memberships[0], of_bodies[0]) AS m, size(memberships) > 0 AS itself, meetings, [e IN coalesce(f.evidence, []) WHERE e STARTS WITH 'members* '] AS lists
WITH c, f, m, itself, meetings,
     CASE WHEN coalesce(f.founded_on_min, '') <= $as_of
          THEN [s IN split(coalesce(lists[0], ''), ' ') WHERE NOT s IN ['', 'members*']] ELSE [] END AS listing
WITH c, f, m, itself,
     CASE WHEN itself AND m.role IN ['partner', 'observer'] THEN 'partner'
          WHEN itself THEN 'member'
          WHEN size(meetings) > 0 THEN 'attended'
          WHEN m IS NOT NULL THEN 'by_body'
          WHEN size(listing) > 0 THEN 'absent_on_record'
          ELSE 'no_source' END AS value,
     meetings, listing
RETURN c.id AS country,
       f.id AS forum,
       value AS value,
       CASE WHEN value <> 'attended' THEN m.since END AS since,
       itself AND coalesce(m.disputed, false) AS disputed,
       CASE value WHEN 'attended' THEN meetings[0] WHEN 'absent_on_record' THEN listing WHEN 'no_source' THEN []
                  ELSE m.sources END AS sources
ORDER BY c.name_en, country, f.name_en, forum

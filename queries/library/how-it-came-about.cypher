// ---
// id: how-it-came-about
// title: {ja: 経緯, en: How it came about}
// question:
//   ja: ある協力文書や会合は、どのような経緯で生まれたか。資料は因果を明記しているか、並べているだけか。
//   en: Through which steps did an instrument or meeting come about, and does a source state the link or only list it?
// answer:
//   ja: "{agreement}に至る経緯（{as_of}時点、収録資料の範囲）"
//   en: "How {agreement} came about (as of {as_of}, within the sources held)"
// nothing:
//   ja: "{agreement}に至る経緯の収録資料なし（{as_of}時点）"
//   en: "No source held says how {agreement} came about (as of {as_of})"
// tags: [history, instruments, meetings]
// params:
//   agreement:
//     ja: 協力文書または会合
//     en: instrument or meeting
//     type: entity
//     kinds: [Agreement, Meeting]
//     required: true
//     example: jp-uk-quantum-moc-2025
// columns:
//   step: {ja: ID, en: id, type: id, means: {ja: 会合または文書, en: the meeting or instrument}}
//   name_ja: {ja: 段階, en: in Japanese, means: {ja: 日本語名, en: its Japanese name}}
//   name_en: {ja: 英語名, en: step, means: {ja: 英語名, en: its English name}}
//   date: {ja: 日付, en: date, type: date, means: {ja: 開催・署名等の日, en: "when it was held, signed or issued"}}
//   lag_days:
//     ja: 前の段階からの日数
//     en: days since the step before
//     type: int
//     means:
//       ja: 前の段階の最終日から（併せて公表されたものは当該文書の日から）の日数。日まで分からなければ空欄
//       en: days from the last day of the step before (for what was announced together, from the instrument itself); empty unless both are known to the day
//   link:
//     ja: つながり
//     en: link
//     type: word
//     vocabulary: Link
//     means: {ja: 資料が明記しているか、並べて記載しているだけか, en: whether a source states the link or only lists the steps}
//   rival_date: {ja: 異なる日付, en: other date, type: date, means: {ja: 別の資料による日付, en: date by another source}}
//   rival_lag_days: {ja: その場合の日数, en: days by that date, type: int, means: {ja: 異なる日付による日数, en: days by the other date}}
//   sources: {ja: 出典, en: sources, type: sources, means: {ja: この行の根拠となる資料, en: sources behind the row}}
// revision: 1
// ---
MATCH (goal:Entity {id: $agreement})
CALL (goal) {
  MATCH (s:Entity)-[:LED_TO*0..8]->(goal)
  WITH DISTINCT goal, s
  WHERE s.id = goal.id OR s.event_on_min <= $as_of
  OPTIONAL MATCH (before:Entity)-[l:LED_TO]->(s)
  WHERE before.event_on_min <= $as_of
  WITH goal, s, before, l
  WHERE before IS NOT NULL OR s.id <> goal.id
  RETURN s, before, l.basis AS link, coalesce(l.sources, []) AS link_sources
  UNION
  MATCH (goal)-[l:CO_ANNOUNCED]-(s:Agreement)
  WHERE s.event_on_min <= $as_of
  RETURN s, goal AS before, 'co_announced' AS link, coalesce(l.sources, []) AS link_sources
}
CALL (s) {
  OPTIONAL MATCH (r:Claim {subject: s.id})
  WHERE NOT r.used AND r.mood = 'actual' AND r.property IN ['signed_on', 'issued_on', 'held_on']
  WITH r
  ORDER BY r.value
  RETURN collect({date: r.value, sources: r.sources}) AS found
}
WITH s, before, link, link_sources, [r IN found WHERE r.date IS NOT NULL] AS rivals
WITH s, before, link, link_sources, rivals,
     CASE WHEN size(rivals) > 0 THEN rivals[0].date END AS rival,
     size(s.event_on) IN [10, 21] AND size(before.event_on) IN [10, 21] AS known
RETURN s.id AS step,
       s.name_ja AS name_ja,
       s.name_en AS name_en,
       s.event_on AS date,
       CASE WHEN known THEN duration.inDays(date(before.event_on_max), date(s.event_on_min)).days END AS lag_days,
       link AS link,
       rival AS rival_date,
       CASE WHEN known AND size(rival) = 10
            THEN duration.inDays(date(before.event_on_max), date(rival)).days END AS rival_lag_days,
       reduce(cited = s.sources + link_sources, r IN rivals | cited + r.sources) AS sources
ORDER BY coalesce(s.event_on_min, '9999-12-31'), s.id, before.id

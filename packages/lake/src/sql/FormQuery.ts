/**
 * A form as one SQL query over the lake: every cell of every ledger at a moment, in micro-euro.
 *
 * The query is compiled from the data of the form and its linear form in core, so it is not a second reading of the form.
 */
import { type Form, type FormId, type Funding, forms, type Refusal, type Year } from "@grootboek/core"
import * as Result from "effect/Result"
import * as LakeMoment from "./LakeMoment.ts"
import * as PlaceCondition from "./PlaceCondition.ts"
import * as SqlDialect from "./SqlDialect.ts"
import * as Weights from "./Weights.ts"

/** What to ask of every ledger: a form at a moment, of some years, with or without conditional money. */
export interface LakeQuestion {
  readonly form: FormId
  /** `plan:2026/1`, `decision:2026/1`, `position:123` or `time:…`; the end of each journal by default. */
  readonly at?: string | undefined
  readonly years?: Year.Years | undefined
  readonly conditional?: Funding.Conditional | undefined
}

/**
 * Compiles a question. The query returns `ledger, section, grp, code, label, year, micros, left_out`.
 *
 * A cell without postings has no row: its amount is 0. `grp` is the code of the group of a row that repeats for groups, empty
 * for what belongs to no group, and absent for other rows. A ledger without the moment, or without a plan at it, has one row
 * with the reason in `left_out`.
 */
export const compile = (
  question: LakeQuestion,
  dialect: SqlDialect.SqlDialect,
): Result.Result<string, Refusal.Refusal> =>
  Result.map(LakeMoment.condition(question.at, dialect), (moment) => write(question, moment, dialect))

/** The column of `readings` that a form is grouped by. */
const groupColumns: Readonly<Record<Form.GroupBy, string>> = {
  policyObjective: "objective",
  policyDomain: "domain",
  action: "action",
  goal: "goal",
}

const write = (
  { form: id, at, years, conditional = "with" }: LakeQuestion,
  moment: string,
  dialect: SqlDialect.SqlDialect,
): string => {
  const form: Form.Form = forms[id]
  const { rows, weights } = Weights.of(form)
  const text = (value: string): string => SqlDialect.text(dialect, value)
  const by = form.kind === "grouped" ? form.by : undefined
  const group = by === undefined ? "''" : `coalesce(r.${groupColumns[by]}, '')`
  const reads = { with: "", without: " AND r.unmet IS NULL", only: " AND r.unmet IS NOT NULL" }[conditional]
  const shown = [
    ...(form.years === "credit" ? ["y.is_credit"] : []),
    ...(years === undefined ? [] : [`y.year BETWEEN ${years.first} AND ${years.last}`]),
  ]
  const counting = rows.flatMap(({ id, count }) =>
    count === undefined ? [] : [`CASE WHEN ${PlaceCondition.of(count, dialect)} THEN ${text(id)} END`],
  )
  const steps = [
    `-- The last entry that counts in each ledger, and the version of the plan in force at it.
moment AS (
  SELECT ledger, max(entry) AS position, max(version) AS version
  FROM entries${moment}
  GROUP BY ledger
  HAVING max(version) IS NOT NULL
)`,
    `-- The years of the plan at that entry.
span AS (
  SELECT y.ledger AS ledger, y.year AS year, y.is_credit AS is_credit
  FROM plan_years y JOIN moment m ON m.ledger = y.ledger AND m.version = y.version
)`,
    `-- The latest reading of each place up to that entry: its section and T2 row under the structure in force.
${latest("readings", "place")}`,
    `places_read AS (
  SELECT p.ledger AS ledger, p.place AS place, p.phase AS phase, p.direction AS direction, p.account AS account, p.part AS part,
    r.section AS section, r.t2_row AS t2_row, ${group} AS grp
  FROM latest_readings l
  JOIN readings r ON r.ledger = l.ledger AND r.place = l.place AND r.since = l.since
  JOIN places p ON p.ledger = l.ledger AND p.place = l.place
  WHERE r.section IS NOT NULL${reads}
)`,
    `-- The rows of ${id} that count each place.
counted AS (
  SELECT ledger, place, grp,
    ${SqlDialect.rowsOf(dialect, counting)} AS leaf
  FROM places_read
)`,
    `-- What each place amounts to in each year, up to that entry.
amounts AS (
  SELECT p.ledger AS ledger, p.place AS place, p.year AS year, ${SqlDialect.sum(dialect, "p.micros")} AS micros
  FROM postings p
  JOIN moment m ON m.ledger = p.ledger
  JOIN span y ON y.ledger = p.ledger AND y.year = p.year
  WHERE p.entry <= m.position
  GROUP BY p.ledger, p.place, p.year
)`,
    `-- What each counting row amounts to.
leaf_amounts AS (
  SELECT c.ledger AS ledger, c.grp AS grp, c.leaf AS leaf, a.year AS year, sum(a.micros) AS micros
  FROM counted c JOIN amounts a ON a.ledger = c.ledger AND a.place = c.place
  WHERE c.leaf IS NOT NULL
  GROUP BY c.ledger, c.grp, c.leaf, a.year
)`,
    ...(by === "goal" ? ascent : []),
    `-- The rows of ${id}, in order. Rows in a group repeat for every group.
${SqlDialect.values(
  dialect,
  {
    name: "form_rows",
    columns: { row_id: "text", turn: "int", in_group: "int", section: "text", code: "text", label: "text" },
  },
  rows.map(({ id, isInGroup, section, code, label }, turn) => [
    text(id),
    `${turn + 1}`,
    isInGroup ? "1" : "0",
    text(section),
    text(code),
    text(label),
  ]),
)}`,
    `-- How often a row counts a counting row, from so many years later to so many.
${SqlDialect.values(
  dialect,
  {
    name: "weights",
    columns: { leaf: "text", row_id: "text", first_lag: "int", last_lag: "int", weight: "int" },
  },
  weights.map(({ leaf, row, firstLag, lastLag, factor }) => [
    text(leaf),
    text(row),
    `${firstLag}`,
    `${lastLag}`,
    `${factor}`,
  ]),
)}`,
    `-- Every cell.
cells AS (
  SELECT l.ledger AS ledger, f.turn AS turn, f.section AS section, CASE WHEN f.in_group = 1 THEN l.grp END AS grp, f.code AS code,
    f.label AS label, y.year AS year, sum(l.micros * w.weight) AS micros
  FROM ${by === "goal" ? "ascended" : "leaf_amounts"} l
  JOIN weights w ON w.leaf = l.leaf
  JOIN form_rows f ON f.row_id = w.row_id
  JOIN span y ON y.ledger = l.ledger
  WHERE y.year BETWEEN l.year + w.first_lag AND l.year + w.last_lag${shown.map((one) => ` AND ${one}`).join("")}
  GROUP BY l.ledger, f.turn, f.section, CASE WHEN f.in_group = 1 THEN l.grp END, f.code, f.label, y.year
)`,
    `-- Ledgers that do not have the moment, or have no plan at it.
left_out AS (
  SELECT DISTINCT ledger, ${text(at === undefined ? "no plan" : `no ${at}, or no plan at it`)} AS reason
  FROM entries WHERE ledger NOT IN (SELECT ledger FROM moment)
)`,
  ]
  return `-- ${id} (${form.title.replaceAll(/\s+/g, " ")}) at ${at?.replaceAll(/[\n\r]/g, " ") ?? "the end"}: every cell of every ledger of the lake, in micro-euro.
WITH
${steps.join(",\n")}
SELECT ledger, section, grp, code, label, year, micros, left_out
FROM (
  SELECT ledger, turn, section, grp, code, label, year, micros, NULL AS left_out FROM cells
  UNION ALL
  SELECT ledger, NULL, NULL, NULL, NULL, NULL, NULL, NULL, reason FROM left_out
) answer
ORDER BY ledger, grp, turn, year${SqlDialect.settings(dialect)}
`
}

/** Returns the step that finds, for each value of a column, the last entry up to the moment that a table has a row of. */
const latest = (table: string, column: string): string => `latest_${table} AS (
  SELECT t.ledger AS ledger, t.${column} AS ${column}, max(t.since) AS since
  FROM ${table} t JOIN moment m ON m.ledger = t.ledger
  WHERE t.since <= m.position
  GROUP BY t.ledger, t.${column}
)`

/** The steps of a form by nodes of the objectives tree: the amounts of a node count in each node above it. */
const ascent = [
  `-- The nodes of the objectives tree that count each node.
${latest("ancestors", "goal")}`,
  `tree AS (
  SELECT a.ledger AS ledger, a.goal AS goal, a.ancestor AS ancestor
  FROM latest_ancestors l JOIN ancestors a ON a.ledger = l.ledger AND a.goal = l.goal AND a.since = l.since
)`,
  `ascended AS (
  SELECT l.ledger AS ledger, t.ancestor AS grp, l.leaf AS leaf, l.year AS year, l.micros AS micros
  FROM leaf_amounts l JOIN tree t ON t.ledger = l.ledger AND t.goal = l.grp
  UNION ALL
  SELECT ledger, grp, leaf, year, micros FROM leaf_amounts WHERE grp = ''
)`,
]

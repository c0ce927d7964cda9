/** A moment as a condition on the table `entries`: the last entry that meets it is the last one that counts. */
import { Calendar, type Refusal } from "@grootboek/core"
import * as Result from "effect/Result"
import * as SqlDialect from "./SqlDialect.ts"

/** Returns the condition; an empty text for the end of each journal. The text of the moment is checked, not whether a ledger has it. */
export const condition = (
  moment: string | undefined,
  dialect: SqlDialect.SqlDialect,
): Result.Result<string, Refusal.Refusal> => {
  if (moment === undefined) return Result.succeed("")
  const [, kind = "", value = ""] = /^(plan|decision|position|time):(.+)$/u.exec(moment) ?? []
  const found = conditions.get(kind)?.(value, (text) => SqlDialect.text(dialect, text))
  return found === undefined
    ? Result.fail({
        _tag: "UnknownMoment",
        moment,
        known: ["plan:2026/0", "decision:2026/0", "position:1", "time:2026-06-30"],
      })
    : Result.succeed(`\n  WHERE ${found}`)
}

type Condition = (value: string, text: (value: string) => string) => string | undefined

const conditions: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ["plan", (label, text) => `plan = ${text(label)}`],
  ["decision", (label, text) => `plan = ${text(label)} AND decides`],
  // A position that a journal does not have is not a moment of it, so the entry itself must exist.
  ["position", (value) => (/^[1-9]\d{0,8}$/.test(value) ? `entry = ${value}` : undefined)],
  [
    "time",
    (value, text) => {
      const pattern = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/
      // Some engines parse 30 February as 2 March.
      const time = pattern.test(value) && Calendar.isDay(value) ? Date.parse(value) : Number.NaN
      return Number.isNaN(time) ? undefined : `time <= ${text(new Date(time).toISOString())}`
    },
  ],
])

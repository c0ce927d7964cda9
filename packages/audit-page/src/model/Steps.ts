/**
 * The steps of a decision on the plan: the adjustment, each of its changes, and the postings of rules that follow.
 *
 * The columns of core fold each step as if it were an entry, so that "after step 5" is a prefix.
 */
import {
  Balances,
  type BudgetEvent,
  Columns,
  type FormId,
  Journal,
  Ledger,
  Money,
  Posting,
  Statement,
  Year,
} from "@grootboek/core"
import * as Result from "effect/Result"
import type { OpenedJournal } from "./OpenedJournal.ts"

/** One step: an entry, or one change of an adjustment. */
export interface PlanStep {
  readonly entry: number
  readonly event: BudgetEvent.BudgetEvent
  /** The change of an adjustment; undefined for an entire entry. */
  readonly change: BudgetEvent.Change | undefined
  readonly source: Journal.Source | undefined
  readonly postings: ReadonlyArray<Posting.Posting>
}

export interface Steps {
  readonly list: ReadonlyArray<PlanStep>
  readonly columns: Columns.Columns
  /** The position before the first step, and that of the last. */
  readonly before: number
  readonly after: number
}

/** Returns the steps of the decision of a version, by its label; those of the whole journal without such a version. */
export const of = ({ ledger, sealed }: OpenedJournal, label: string): Steps => {
  const versions = Ledger.planAt(ledger)?.versions ?? []
  const index = versions.findIndex((version) => version.label === label)
  const first = versions[index]?.position ?? 1
  const after = Result.getOrElse(Ledger.moment(ledger, `decision:${label}`), () => Ledger.position(ledger))
  const list = sealed.slice(first - 1, after).flatMap((one) => {
    const entry = Journal.parse(one)
    return Result.isSuccess(entry) ? stepsOf(entry.success) : []
  })
  const columns = new Columns.Columns()
  for (const { postings } of list) columns.append(postings)
  return { list, columns, before: first - 1, after }
}

const stepsOf = ({ position, event, source }: Journal.Entry): ReadonlyArray<PlanStep> => {
  const postings = Posting.of(event)
  const whole: PlanStep = { entry: position, event, change: undefined, source, postings }
  if (event._tag !== "PlanAdjusted") return [whole]
  let turn = 0
  const changes = event.changes.map((change): PlanStep => {
    const count = Object.keys(change.amounts).length
    const own = postings.slice(turn, turn + count)
    turn += count
    const line = change.row ?? source?.line
    return {
      entry: position,
      event,
      change,
      source: source === undefined ? undefined : { ...source, ...(line === undefined ? {} : { line }) },
      postings: own,
    }
  })
  return [{ ...whole, postings: [] }, ...changes]
}

/** Returns the change of every row of a form by the first steps, by address and per year of the plan. */
export const changes = (
  ledger: Ledger.Ledger,
  form: FormId,
  steps: Steps,
  upTo: number,
): ReadonlyMap<string, ReadonlyArray<Money.Money>> => {
  const plan = Ledger.planAt(ledger, steps.after)
  if (plan === undefined) return new Map()
  const layout = Ledger.layout(ledger, form, plan)
  const amounts = Statement.amounts(layout, Balances.of(steps.columns, upTo), Year.list(plan.years))
  return new Map(
    layout.rows.map((row) => [`${row.section}/${row.code}`, (amounts[row.index] ?? []).map(Money.ofMicros)]),
  )
}

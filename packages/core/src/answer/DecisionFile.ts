/**
 * One decision on the plan: who decided and why, its effect on the result and the margin, its changes by reason, what
 * followed by rule, and the norms before and after.
 *
 * The effects of all groups sum to the change of the budgetary result of each year (M2 V).
 *
 * ```ts
 * const file = Result.getOrThrow(DecisionFile.of(ledger, "2026/1"))
 * [file.before, file.decision.resolution?.body] // => ["2026/0", "Gemeenteraad"]
 * file.changes.map(({ origin, expenditure }) => [origin, Money.format(expenditure)]) // => [["reason", "-50.00"]]
 * file.changes.some(DecisionFile.isUnexplained) // => false
 * ```
 */
import * as Result from "effect/Result"
import type { Kind, Reason } from "../event/BudgetEvent.ts"
import * as Dimension from "../form/Dimension.ts"
import * as Ledger from "../ledger/Ledger.ts"
import type { Plan, Version } from "../rule/Plan.ts"
import type { Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as EntryPostings from "./EntryPostings.ts"
import * as Mandate from "./Mandate.ts"
import * as Norm from "./Norm.ts"

/** The rows of M2 that a decision file shows. */
const shown = ["Budgettair resultaat/V", "Budgettair resultaat/IX", "Autofinancieringsmarge/III"] as const

/** A row of M2 before and after the decision, per year; the first decision has nothing before. */
export interface DecisionEffect {
  readonly section: string
  readonly code: string
  readonly label: string
  readonly old: ReadonlyArray<Money.Money> | undefined
  readonly new: ReadonlyArray<Money.Money>
}

/** Changes of one origin: a reason of the adjustment, a rule that followed, or an entry since the decision before. */
export interface ChangeGroup {
  readonly origin: "reason" | "rule" | "earlier"
  readonly entry: number
  readonly event: Kind | ""
  /** The stated reason; undefined for an unexplained change, a rule, and an earlier entry. */
  readonly reason: Reason | undefined
  /** The codes of the actions that changed, in the order of their first change. */
  readonly actions: ReadonlyArray<string>
  readonly receipts: Money.Money
  readonly expenditure: Money.Money
  /** Receipts less expenditure per year of the plan. */
  readonly effects: ReadonlyArray<Money.Money>
}

/** A decision with what it changed. */
export interface DecisionFile {
  readonly plan: string
  /** The decision before it; undefined for the first plan. */
  readonly before: string | undefined
  readonly decision: Mandate.Mandate
  readonly entity: string
  /** The last entry of the decision. */
  readonly position: number
  readonly years: ReadonlyArray<Year.Year>
  readonly effects: ReadonlyArray<DecisionEffect>
  readonly changes: ReadonlyArray<ChangeGroup>
  /** The effect of the changes without a reason, per year. */
  readonly unexplained: ReadonlyArray<Money.Money>
  readonly norms: {
    readonly before: ReadonlyArray<Norm.NormCheck>
    readonly after: ReadonlyArray<Norm.NormCheck>
  }
}

/**
 * Returns the file of the decision that made a version of the plan. It is compared with the decision before it, or with a
 * later position.
 */
export const of = (
  ledger: Ledger.Ledger,
  label: string,
  { after }: { readonly after?: number } = {},
): Result.Result<DecisionFile, Refusal> =>
  Result.gen(function* () {
    const position = yield* Ledger.moment(ledger, `decision:${label}`)
    const { plan } = yield* Ledger.requirePlan(ledger, position)
    const index = plan.versions.findIndex((version) => version.label === label)
    const version = plan.versions[index] as Version
    const before = plan.versions[index - 1]?.label
    const from =
      before === undefined ? undefined : (after ?? (yield* Ledger.moment(ledger, `decision:${before}`)))
    const years = Year.list(plan.years)
    const changes =
      from === undefined
        ? []
        : groups(ledger, plan, { adjusted: version.position, after: from, until: position })
    return {
      plan: label,
      before,
      decision: Mandate.of(ledger, version.position) ?? {
        plan: label,
        resolution: undefined,
        motivation: undefined,
      },
      entity: plan.entity.name,
      position,
      years,
      effects: yield* effectsOf(ledger, from, position),
      changes,
      unexplained: years.map((_, at) =>
        Money.sum(changes.filter(isUnexplained).map(({ effects }) => effects[at] ?? Money.zero)),
      ),
      norms: {
        before: from === undefined ? [] : yield* Norm.checks(ledger, { at: from }),
        after: yield* Norm.checks(ledger, { at: position }),
      },
    }
  })

/** Returns whether an adjustment states no reason for the changes of a group. */
export const isUnexplained = ({ origin, reason }: ChangeGroup): boolean =>
  origin === "reason" && reason === undefined

const effectsOf = (
  ledger: Ledger.Ledger,
  from: number | undefined,
  to: number,
): Result.Result<ReadonlyArray<DecisionEffect>, Refusal> =>
  Result.gen(function* () {
    const now = yield* Ledger.statement(ledger, "M2", { at: to })
    const then = from === undefined ? undefined : yield* Ledger.statement(ledger, "M2", { at: from })
    return now.rows
      .filter(({ section, code }) => shown.some((row) => row === `${section}/${code}`))
      .map(({ section, code, label, cells }) => ({
        section,
        code,
        label,
        old: then?.rows
          .find((row) => row.section === section && row.code === code)
          ?.cells.map(({ exact }) => exact),
        new: cells.map(({ exact }) => exact),
      }))
  })

interface Growing extends ChangeGroup {
  readonly actions: Array<string>
  receipts: Money.Money
  expenditure: Money.Money
  readonly effects: Array<Money.Money>
}

const groups = (
  ledger: Ledger.Ledger,
  plan: Plan,
  { adjusted, after, until }: { readonly adjusted: number; readonly after: number; readonly until: number },
): ReadonlyArray<ChangeGroup> => {
  const { columns, traces } = ledger
  const out = new Map<string, Growing>()
  const span = Year.list(plan.years)
  const budgeted = budget(plan)
  for (let entry = after + 1; entry <= until; entry++) {
    const origin = entry === adjusted ? "reason" : entry > adjusted ? "rule" : "earlier"
    const postings = EntryPostings.of(ledger, entry)
    const start = columns.endOf(entry - 1)
    for (let index = start; index < columns.endOf(entry); index++) {
      const slot = columns.cells[columns.cellOfPosting(index)]
      const place = columns.places[slot?.place ?? 0]
      if (slot === undefined || place === undefined || !budgeted(place)) continue
      const reason = origin === "reason" ? postings[index - start]?.reason : undefined
      const key = `${entry}\u001f${reason?.class ?? ""}\u001f${reason?.text ?? ""}`
      const group = out.get(key) ?? {
        origin,
        entry,
        event: traces.kindAt(entry) ?? "",
        reason,
        actions: [],
        receipts: Money.zero,
        expenditure: Money.zero,
        effects: span.map(() => Money.zero),
      }
      out.set(key, group)
      add(group, place, { at: slot.year - plan.years.first, amount: Money.ofMicros(columns.amountOf(index)) })
    }
  }
  return [...out.values()]
}

/** Returns whether a place counts in the budgetary result of the year. */
const budget = ({ structure }: Plan): ((place: Place) => boolean) => {
  const known = new Map<Place, boolean>()
  return (place) => {
    const found = known.get(place)
    if (found !== undefined) return found
    const dimensions = Dimension.of(structure, place)
    const counts =
      place.phase === "estimate" && !Dimension.isUnplaced(dimensions) && dimensions.section !== "result"
    known.set(place, counts)
    return counts
  }
}

const add = (
  group: Growing,
  { direction, action }: Place,
  { at, amount }: { readonly at: number; readonly amount: Money.Money },
): void => {
  if (action !== undefined && !group.actions.includes(action)) group.actions.push(action)
  if (direction === "O") group.receipts = Money.add(group.receipts, amount)
  else group.expenditure = Money.add(group.expenditure, amount)
  const effect = group.effects[at]
  if (effect === undefined) return
  group.effects[at] = direction === "O" ? Money.add(effect, amount) : Money.subtract(effect, amount)
}

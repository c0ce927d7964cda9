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
import * as Ledger from "../ledger/Ledger.ts"
import type { Version } from "../rule/Plan.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import * as ChangeGroup from "./ChangeGroup.ts"
import * as Mandate from "./Mandate.ts"
import * as Norm from "./Norm.ts"

export { type ChangeGroup, isUnexplained } from "./ChangeGroup.ts"

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
  readonly changes: ReadonlyArray<ChangeGroup.ChangeGroup>
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
        : ChangeGroup.of(ledger, plan, { adjusted: version.position, after: from, until: position })
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
        Money.sum(changes.filter(ChangeGroup.isUnexplained).map(({ effects }) => effects[at] ?? Money.zero)),
      ),
      norms: {
        before: from === undefined ? [] : yield* Norm.checks(ledger, { at: from }),
        after: yield* Norm.checks(ledger, { at: position }),
      },
    }
  })

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

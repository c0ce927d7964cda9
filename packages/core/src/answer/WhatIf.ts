/**
 * The effect of supposed changes on a plan: an adjustment after the end of the journal that is not recorded.
 *
 * The adjustment is decided as an imported one is, and the rules of the plan follow it, so that importing its changes gives
 * the same figures. A percentage is rounded once, half away from zero, to six decimals. An amount is divided over several
 * lines in cents, in proportion to the size of what people posted on them. Each supposition starts from the amounts after
 * the ones before it.
 *
 * ```ts
 * const supposed = [Supposition.parse("62 +2% 2027")].filter((one) => one !== undefined)
 * const made = Result.getOrThrow(WhatIf.of(ledger, supposed, { sha256 }))
 * made.changes.map(({ amounts }) => amounts) // => [{ "2027": "20.00" }]
 * Ledger.position(made.ledger) - Ledger.position(ledger) // => 2
 * ```
 */
import * as Result from "effect/Result"
import type { Change, Reason } from "../event/BudgetEvent.ts"
import type { Sha256 } from "../journal/Journal.ts"
import * as Intake from "../ledger/Intake.ts"
import * as Ledger from "../ledger/Ledger.ts"
import { adopt } from "../rule/Adjustment.ts"
import { checkYear } from "../rule/Decision.ts"
import * as Indexation from "../rule/Indexation.ts"
import * as OwnAmounts from "../rule/OwnAmounts.ts"
import * as Plan from "../rule/Plan.ts"
import * as Allocation from "../value/Allocation.ts"
import { type BudgetLine, estimated, key } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import type { Refusal } from "../value/Refusal.ts"
import * as Year from "../value/Year.ts"
import type { SupposedEffect, SupposedLines, Supposition } from "./Supposition.ts"

/** A plan with supposed changes. */
export interface WhatIf {
  /** The ledger, with the adjustment and what follows from it by rule after its last entry. */
  readonly ledger: Ledger.Ledger
  /** The label of the adjustment. */
  readonly label: string
  readonly changes: ReadonlyArray<Change>
}

/** Why a supposition cannot be applied: its index, or none when a rule of the plan is refused after it. */
export interface WhatIfRefusal {
  readonly supposition: number | undefined
  readonly refusal: Refusal
}

/** How suppositions are applied. */
export interface WhatIfOptions {
  readonly sha256: Sha256
  /** The label of the adjustment; `what-if` by default. */
  readonly label?: string
  /** Returns the text of the reason of a supposition; none by default. */
  readonly reasonOf?: ((supposition: Supposition) => string) | undefined
}

/** Returns the plan with supposed changes, or all the reasons to refuse them. The ledger that is passed in does not change. */
export const of = (
  ledger: Ledger.Ledger,
  suppositions: ReadonlyArray<Supposition>,
  { sha256, label = "what-if", reasonOf }: WhatIfOptions,
): Result.Result<WhatIf, ReadonlyArray<WhatIfRefusal>> => {
  const plan = Ledger.planAt(ledger)
  if (plan === undefined)
    return Result.fail([{ supposition: undefined, refusal: { _tag: "PlanNotAdopted" } }])
  const found = changes(ledger, plan, { suppositions, reasonOf })
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const supposed = found.success
  const made = supposed.map(({ change }) => change)
  const version = freeLabel(plan, label)
  const creditYears = Plan.current(plan)?.creditYears ?? []
  const decided = Intake.decide(
    ledger,
    [{ id: "what-if", decide: adopt({ plan: version, creditYears, changes: made }) }],
    { actor: "what-if", sha256, recorded: new Map() },
  )
  return Result.match(decided, {
    onSuccess: ({ ledger }) => Result.succeed({ ledger, label: version, changes: made }),
    onFailure: ({ refused }) =>
      Result.fail(refused.map(({ refusal }) => ({ supposition: suppositionOf(refusal, supposed), refusal }))),
  })
}

/** A change, and the index of the supposition that makes it. */
interface SupposedChange {
  readonly change: Change
  readonly supposition: number
}

// The row of a change is its line in a file with one header line.
const suppositionOf = (refusal: Refusal, all: ReadonlyArray<SupposedChange>): number | undefined =>
  "sourceLine" in refusal
    ? all.find(({ change }) => change.row === refusal.sourceLine)?.supposition
    : undefined

const freeLabel = (plan: Plan.Plan, label: string): string =>
  plan.versions.some((version) => version.label === label) ? freeLabel(plan, `${label}+`) : label

const changes = (
  ledger: Ledger.Ledger,
  plan: Plan.Plan,
  {
    suppositions,
    reasonOf,
  }: Pick<WhatIfOptions, "reasonOf"> & { readonly suppositions: ReadonlyArray<Supposition> },
): Result.Result<ReadonlyArray<SupposedChange>, ReadonlyArray<WhatIfRefusal>> => {
  const own = new Map<string, OwnAmounts.OwnLine>(OwnAmounts.of(plan, Ledger.state(ledger).balances()))
  const out: Array<SupposedChange> = []
  const refused: Array<WhatIfRefusal> = []
  suppositions.forEach((supposed, supposition) => {
    const years = yearsOf(plan, supposed)
    const closed = years.flatMap((year) => checkYear(plan, year))
    const moved = closed.length > 0 ? [] : moves(own, supposed, years)
    const refusals: ReadonlyArray<Refusal> =
      closed.length + moved.length > 0 ? closed : [{ _tag: "NothingSelected" }]
    refused.push(...refusals.map((refusal) => ({ supposition, refusal })))
    const reason = reasonFor(supposed, reasonOf?.(supposed))
    for (const { line, amounts } of moved) {
      add(own, line, amounts)
      const texts = Object.fromEntries([...amounts].map(([year, amount]) => [year, Money.format(amount)]))
      out.push({ supposition, change: { line, amounts: texts, reason, row: out.length + 2 } })
    }
  })
  return refused.length > 0 ? Result.fail(refused) : Result.succeed(out)
}

// Without years, a closed year is left out; a closed year that is asked for is refused.
const yearsOf = ({ years, closed }: Plan.Plan, { first, last }: Supposition): ReadonlyArray<Year.Year> =>
  first === undefined
    ? Year.list(years).filter((year) => !closed.has(year))
    : Year.list({ first, last: last ?? years.last })

const reasonFor = ({ effect, reason }: Supposition, text: string | undefined): Reason => {
  const kind = reason ?? (effect._tag === "Percent" ? "index" : "correction")
  return text === undefined ? { class: kind } : { class: kind, text }
}

const add = (
  own: Map<string, OwnAmounts.OwnLine>,
  line: BudgetLine,
  amounts: ReadonlyMap<Year.Year, Money.Money>,
): void => {
  const id = key(estimated(line))
  const years = new Map(own.get(id)?.years)
  for (const [year, amount] of amounts) years.set(year, Money.add(years.get(year) ?? Money.zero, amount))
  own.set(id, { line, years })
}

/** Returns the changed lines with the amounts that are added to them per year, without zeros. */
const moves = (
  own: ReadonlyMap<string, OwnAmounts.OwnLine>,
  { lines, effect }: Supposition,
  years: ReadonlyArray<Year.Year>,
): ReadonlyArray<{ readonly line: BudgetLine; readonly amounts: ReadonlyMap<Year.Year, Money.Money> }> => {
  const chosen = chosenOf(own, lines)
  const moved = chosen.map(({ line }) => ({ line, amounts: new Map<Year.Year, Money.Money>() }))
  for (const year of years)
    added(
      effect,
      chosen.map((one) => OwnAmounts.at(one, year)),
    ).forEach((amount, index) => {
      if (!Money.isZero(amount)) moved[index]?.amounts.set(year, amount)
    })
  return moved.filter(({ amounts }) => amounts.size > 0)
}

const chosenOf = (
  own: ReadonlyMap<string, OwnAmounts.OwnLine>,
  lines: SupposedLines,
): ReadonlyArray<OwnAmounts.OwnLine> => {
  if (lines._tag === "Selected")
    return [...own.values()].filter(({ line }) => Indexation.selects(lines, line))
  return [own.get(key(estimated(lines.line))) ?? { line: lines.line, years: new Map() }]
}

const added = (effect: SupposedEffect, amounts: ReadonlyArray<Money.Money>): ReadonlyArray<Money.Money> => {
  switch (effect._tag) {
    case "Percent": {
      const size = effect.percent.replace("-", "")
      const sign = effect.percent === size ? (amount: Money.Money) => amount : Money.negate
      return amounts.map((amount) => sign(Rate.of(size, amount)))
    }
    case "Added":
      return divided(Money.from(effect.amount), amounts)
    case "Becomes":
      return divided(Money.subtract(Money.from(effect.amount), Money.sum(amounts)), amounts)
  }
}

// A single line takes the whole amount, also where it has none yet.
const divided = (amount: Money.Money, amounts: ReadonlyArray<Money.Money>): ReadonlyArray<Money.Money> => {
  if (amounts.length === 1) return [amount]
  if (amounts.every(Money.isZero)) return amounts.map(() => Money.zero)
  const shares = amounts.map((one, index) => ({
    key: String(index).padStart(9, "0"),
    weight: Money.format(Money.abs(one)),
  }))
  return Allocation.split(amount, shares, 2).map((part) => part.amount)
}

/**
 * What each decision changed of an action: its estimates, its texts, and its indicators with their targets.
 *
 * ```ts
 * const changed = ActionChange.all(ledger, Ledger.position(ledger))
 * const [change] = [...changed.values()].flat()
 * change?.decision.plan // => "2026/1"
 * ```
 */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import * as Ledger from "../ledger/Ledger.ts"
import type { Version } from "../rule/Plan.ts"
import type { Direction } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Year from "../value/Year.ts"
import * as DeclaredChange from "./DeclaredChange.ts"
import * as Mandate from "./Mandate.ts"

/** The changes of one action by one decision and by what followed from it by rule. */
export interface ActionChange {
  readonly decision: Mandate.Mandate
  /** The change of the estimates in each year of the plan. */
  readonly receipts: ReadonlyArray<Money.Money>
  readonly expenditure: ReadonlyArray<Money.Money>
  /** The fields of its texts, indicators and targets that changed. */
  readonly declared: ReadonlyArray<DeclaredChange.DeclaredChange>
}

/** Returns the changes of every action that a decision changed after the first plan, oldest first. */
export const all = (
  ledger: Ledger.Ledger,
  position: number,
): ReadonlyMap<string, ReadonlyArray<ActionChange>> => {
  const versions = Ledger.planAt(ledger, position)?.versions ?? []
  const found = new Map<string, Array<ActionChange>>()
  versions.slice(1).forEach((version, turn) => {
    const before = versions[turn]
    if (before === undefined) return
    for (const [action, change] of between(ledger, { before, version, position })) {
      const own = found.get(action)
      if (own === undefined) found.set(action, [change])
      else own.push(change)
    }
  })
  return found
}

interface Decisions {
  readonly before: Version
  readonly version: Version
  /** Nothing after this position counts. */
  readonly position: number
}

const between = (
  ledger: Ledger.Ledger,
  { before, version, position }: Decisions,
): ReadonlyMap<string, ActionChange> => {
  // The labels are those of this ledger, so this cannot fail.
  const moment = ({ label }: Version): number =>
    Math.min(Result.getOrThrow(Ledger.moment(ledger, `decision:${label}`)), position)
  const [from, to] = [before, version].map((one) =>
    Result.getOrThrow(Ledger.requirePlan(ledger, moment(one))),
  )
  if (from === undefined || to === undefined) return new Map()
  const amounts = differences(ledger, { from: from.position, to: to.position })
  const declared = new Map<string, Array<DeclaredChange.DeclaredChange>>()
  for (const change of DeclaredChange.between(ledger, { from, to })) {
    const code = actionOf(change, { from, to })
    if (code !== undefined) declared.set(code, [...(declared.get(code) ?? []), change])
  }
  const decision = Mandate.of(ledger, version.position) ?? {
    plan: version.label,
    resolution: undefined,
    motivation: undefined,
  }
  const span = Year.list(to.plan.years)
  const row = (action: string, direction: Direction): ReadonlyArray<Money.Money> =>
    span.map((year) => amounts.get(keyOf(action, direction, year)) ?? Money.zero)
  const changed = new Set([
    ...[...amounts].flatMap(([key, amount]) => (Money.isZero(amount) ? [] : [key.split("\u001f")[0] ?? ""])),
    ...declared.keys(),
  ])
  return new Map(
    [...changed].map((action) => [
      action,
      {
        decision,
        receipts: row(action, "O"),
        expenditure: row(action, "U"),
        declared: declared.get(action) ?? [],
      },
    ]),
  )
}

const keyOf = (action: string, direction: Direction, year: number): string =>
  `${action}\u001f${direction}\u001f${year}`

const differences = (
  { columns }: Ledger.Ledger,
  { from, to }: { readonly from: number; readonly to: number },
): ReadonlyMap<string, Money.Money> => {
  const sums = new Map<string, Money.Money>()
  const add = (position: number, sign: (amount: Money.Money) => Money.Money): void => {
    for (const { place, year, amount } of Balances.list(Balances.of(columns, position))) {
      if (place.action === undefined || place.phase !== "estimate") continue
      const key = keyOf(place.action, place.direction, year)
      sums.set(key, Money.add(sums.get(key) ?? Money.zero, sign(amount)))
    }
  }
  add(to, (amount) => amount)
  add(from, Money.negate)
  return sums
}

const actionOf = (
  { list, code }: DeclaredChange.DeclaredChange,
  { from, to }: DeclaredChange.Moments,
): string | undefined => {
  switch (list) {
    case "goalTexts":
      return code
    case "indicators":
    case "targets":
      return [to, from]
        .map(({ plan }) => plan.structure.register.indicators.get(code)?.goal)
        .find((goal) => goal !== undefined)
    case "chapterTexts":
    case "headings":
      return undefined
  }
}

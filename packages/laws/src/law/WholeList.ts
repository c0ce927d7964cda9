/** Generator of whole lists of budget lines, imported after a scenario, and the sums that they require. */
import {
  Adjustment,
  Adoption,
  type BudgetLine,
  Contribution,
  type Decision,
  Estimate,
  Indexation,
  Money,
  Revision,
} from "@grootboek/core"
import type { Decimal } from "decimal.js"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { everyday } from "../draw/Amounts.ts"
import * as Lines from "../draw/Lines.ts"
import { Exact, placeOf } from "../reference/Moves.ts"
import * as PostedSums from "../reference/PostedSums.ts"
import { apply, lineAt, linesOf, openYears, type Situation } from "./RuleLaw.ts"

/** The outcome of each recorded line, the new lines, the scope, and how the changes are recorded. */
export interface DrawnChanges {
  readonly before: "none" | "indexation" | "contribution"
  readonly outcomes: ReadonlyArray<"keep" | "change" | "split" | "remove">
  readonly amounts: ReadonlyArray<Money.Money>
  readonly added: ReadonlyArray<Lines.LinePick>
  readonly narrowed: ReadonlyArray<Revision.Narrowing>
  readonly years: ReadonlyArray<boolean>
  readonly isAdjustment: boolean
}

/** Generates outcomes of lines. Samples shrink to lists of the recorded amounts. */
export const drawn: fc.Arbitrary<DrawnChanges> = fc.record({
  before: fc.constantFrom("none", "none", "indexation", "contribution"),
  outcomes: fc.array(fc.constantFrom("keep", "change", "split", "remove"), { minLength: 1, maxLength: 12 }),
  amounts: fc.array(everyday, { minLength: 1, maxLength: 12 }),
  added: fc.array(Lines.pick, { maxLength: 4 }),
  narrowed: fc.subarray([...Revision.narrowings]),
  years: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  isAdjustment: fc.boolean(),
})

/** A list, the situation that it is imported into, and its scope. */
export interface WholeList {
  readonly situation: Situation
  readonly rows: ReadonlyArray<Revision.ListedRow>
  readonly scope: Revision.ListScope
}

const prepared = (situation: Situation, { before }: DrawnChanges): Situation => {
  const line = lineAt(situation, 0)
  const first = openYears(situation)[0]
  if (line === undefined || first === undefined || line.action === Lines.reserved) return situation
  const preparation: Readonly<Record<DrawnChanges["before"], ReadonlyArray<Decision.Decision>>> = {
    none: [],
    indexation: [
      Indexation.apply({
        rule: { _tag: "FixedRate", percent: "2", baseYear: first },
        lines: { accounts: [line.account] },
      }),
    ],
    contribution: [
      Adoption.declare({
        members: [
          { code: "Lid 1", name: "L1" },
          { code: "Lid 2", name: "L2" },
        ],
      }),
      Contribution.apportion("bijdrage", line, {
        name: "sleutel",
        by: "shares",
        weights: [
          { member: "Lid 1", weight: "2" },
          { member: "Lid 2", weight: "1" },
        ],
      }),
    ],
  }
  return apply(situation, preparation[before]) ?? situation
}

/** Returns the list of a situation: its lines with their outcomes, and new ones. */
export const of = (start: Situation, facts: DrawnChanges): WholeList => {
  const situation = prepared(start, facts)
  const own = PostedSums.of(situation.events)
  const { plan, played } = situation
  const chosen = played.years.filter((_, at) => facts.years[at % facts.years.length])
  const years = chosen.length === 0 ? played.years : chosen
  const drawnAt = (turn: number): Money.Money => facts.amounts[turn % facts.amounts.length] ?? Money.zero
  const rowOf = (
    line: BudgetLine.BudgetLine,
    amountOf: (year: number, recorded: Decimal) => Decimal,
  ): Revision.ListedRow => ({
    line,
    amounts: Object.fromEntries(
      years.map((year) => {
        const recorded = PostedSums.at(own, PostedSums.idOf(line, year))
        const amount = plan.closed.has(year) ? recorded : amountOf(year, recorded)
        return [String(year), Money.format(Money.from(amount.toFixed(6)))]
      }),
    ),
  })
  const rows: Array<Revision.ListedRow> = []
  const known = new Set<string>()
  for (const [turn, line] of linesOf(situation).entries()) {
    known.add(placeOf(line).where)
    if (played.years.every((year) => PostedSums.at(own, PostedSums.idOf(line, year)).isZero())) continue
    const outcome = line.action === Lines.reserved ? "keep" : facts.outcomes[turn % facts.outcomes.length]
    const amount = new Exact(Money.format(drawnAt(turn)))
    if (outcome === "keep") rows.push(rowOf(line, (_, recorded) => recorded))
    if (outcome === "change") rows.push(rowOf(line, () => amount))
    if (outcome === "split") {
      const split = rowOf(line, () => amount)
      const zero = Object.fromEntries(
        years.map((year) => [String(year), plan.closed.has(year) ? "0.00" : "1.25"]),
      )
      rows.push(split, { line, amounts: zero })
    }
    // A closed year keeps its amounts.
    if (outcome === "remove" && years.some((year) => plan.closed.has(year)))
      rows.push(rowOf(line, () => new Exact(0)))
  }
  for (const [turn, picked] of facts.added.entries()) {
    const line = Lines.of(plan.structure, picked)
    if (line === undefined || known.has(placeOf(line).where)) continue
    known.add(placeOf(line).where)
    rows.push(rowOf(line, () => new Exact(Money.format(drawnAt(turn + 5)))))
  }
  return { situation, rows, scope: { years, narrowed: facts.narrowed } }
}

/** Returns the decision that imports a list, as estimates or as one adjustment: in one step, as the command does. */
export const decision =
  ({ rows, scope }: WholeList, { isAdjustment }: Pick<DrawnChanges, "isAdjustment">): Decision.Decision =>
  (state) => {
    if (state.plan === undefined) return Result.fail([{ _tag: "PlanNotAdopted" }])
    const compared = Revision.of(state.plan, state.balances(), { rows, scope })
    if (Result.isFailure(compared)) return Result.fail(compared.failure.map(({ refusal }) => refusal))
    const changes = compared.success.lines.map(Revision.change)
    if (changes.length === 0) return Result.succeed([])
    if (isAdjustment) return Adjustment.adopt({ plan: "lijst/1", creditYears: [], changes })(state)
    const parts = changes.map((change) => Estimate.post(change)(state))
    const refused = parts.flatMap((part) => (Result.isFailure(part) ? part.failure : []))
    return refused.length > 0
      ? Result.fail(refused)
      : Result.succeed(parts.flatMap((part) => (Result.isSuccess(part) ? part.success : [])))
  }

/** Returns the sums that the list requires, by line and year, in its scope. */
export const expected = ({ situation, rows, scope }: WholeList): PostedSums.PostedSums => {
  const out = new Map<string, Decimal>()
  const named = new Set(rows.flatMap(({ amounts }) => Object.keys(amounts).map(Number)))
  const years = scope.years.filter((year) => !scope.narrowed.includes("years") || named.has(year))
  const narrows = (line: BudgetLine.BudgetLine): boolean =>
    (!scope.narrowed.includes("actions") || rows.some((row) => row.line.action === line.action)) &&
    (!scope.narrowed.includes("accounts") || rows.some((row) => row.line.account === line.account))
  for (const line of linesOf(situation).filter(narrows))
    for (const year of years) out.set(PostedSums.idOf(line, year), new Exact(0))
  for (const { line, amounts } of rows)
    for (const year of years) {
      const id = PostedSums.idOf(line, year)
      out.set(id, PostedSums.at(out, id).add(amounts[String(year)] ?? "0"))
    }
  return out
}

/** Laws of the import of a whole list: what people posted equals the list, in its scope, and the same list changes nothing. */
import {
  Adjustment,
  Adoption,
  type BudgetEvent,
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
import { type Breach, differs, firstOf } from "../kit/Law.ts"
import { Exact, moves, spot } from "../reference/Moves.ts"
import { apply, lineAt, linesOf, openYears, ruleLaw, type Situation } from "./RuleLaw.ts"

/** What becomes of each recorded line, the new lines, the scope, and how the changes are recorded. */
interface Drawn {
  readonly before: "nothing" | "indexation" | "contribution"
  readonly fates: ReadonlyArray<"keep" | "change" | "split" | "drop">
  readonly amounts: ReadonlyArray<Money.Money>
  readonly added: ReadonlyArray<Lines.LinePick>
  readonly narrowed: ReadonlyArray<Revision.Narrowing>
  readonly years: ReadonlyArray<boolean>
  readonly isAdjustment: boolean
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  before: fc.constantFrom("nothing", "nothing", "indexation", "contribution"),
  fates: fc.array(fc.constantFrom("keep", "change", "split", "drop"), { minLength: 1, maxLength: 12 }),
  amounts: fc.array(everyday, { minLength: 1, maxLength: 12 }),
  added: fc.array(Lines.pick, { maxLength: 4 }),
  narrowed: fc.subarray([...Revision.narrowings]),
  years: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  isAdjustment: fc.boolean(),
})

/** Sums per line and year of what people posted, from the events alone. */
type OwnSums = ReadonlyMap<string, Decimal>

const followed: ReadonlySet<BudgetEvent.Kind> = new Set<BudgetEvent.Kind>([
  "OverheadReallocated",
  "PassedThrough",
  "ContributionsApportioned",
])

const ownSums = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): OwnSums => {
  const out = new Map<string, Decimal>()
  for (const event of events) {
    const origin = event._tag === "Reversed" ? events[event.entry - 1] : event
    if (origin === undefined || followed.has(origin._tag)) continue
    for (const { place, year, amount } of moves(event)) {
      if (place.phase !== "estimate" || place.policyItem === undefined) continue
      const id = `${place.where} in ${year}`
      out.set(id, amount.add(out.get(id) ?? 0))
    }
  }
  return out
}

const idOf = (line: BudgetLine.BudgetLine, year: number): string => `${spot(line).where} in ${year}`
const sumAt = (sums: OwnSums, id: string): Decimal => sums.get(id) ?? new Exact(0)
const textAt = (sums: OwnSums, id: string): string => sumAt(sums, id).toFixed(6)

/** A list, the situation that it is imported into, and its scope. */
interface DrawnList {
  readonly situation: Situation
  readonly rows: ReadonlyArray<Revision.ListedRow>
  readonly scope: Revision.ListScope
}

const prepared = (situation: Situation, { before }: Drawn): Situation => {
  const line = lineAt(situation, 0)
  const first = openYears(situation)[0]
  if (line === undefined || first === undefined || line.action === Lines.reserved) return situation
  const preparation: Readonly<Record<Drawn["before"], ReadonlyArray<Decision.Decision>>> = {
    nothing: [],
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

const listOf = (start: Situation, facts: Drawn): DrawnList => {
  const situation = prepared(start, facts)
  const own = ownSums(situation.events)
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
        const recorded = sumAt(own, idOf(line, year))
        const amount = plan.closed.has(year) ? recorded : amountOf(year, recorded)
        return [String(year), Money.format(Money.from(amount.toFixed(6)))]
      }),
    ),
  })
  const rows: Array<Revision.ListedRow> = []
  const known = new Set<string>()
  for (const [turn, line] of linesOf(situation).entries()) {
    known.add(spot(line).where)
    if (played.years.every((year) => sumAt(own, idOf(line, year)).isZero())) continue
    const fate = line.action === Lines.reserved ? "keep" : facts.fates[turn % facts.fates.length]
    const amount = new Exact(Money.format(drawnAt(turn)))
    if (fate === "keep") rows.push(rowOf(line, (_, recorded) => recorded))
    if (fate === "change") rows.push(rowOf(line, () => amount))
    if (fate === "split") {
      const split = rowOf(line, () => amount)
      const zero = Object.fromEntries(
        years.map((year) => [String(year), plan.closed.has(year) ? "0.00" : "1.25"]),
      )
      rows.push(split, { line, amounts: zero })
    }
    // A closed year keeps its amounts.
    if (fate === "drop" && years.some((year) => plan.closed.has(year)))
      rows.push(rowOf(line, () => new Exact(0)))
  }
  for (const [turn, picked] of facts.added.entries()) {
    const line = Lines.of(plan.structure, picked)
    if (line === undefined || known.has(spot(line).where)) continue
    known.add(spot(line).where)
    rows.push(rowOf(line, () => new Exact(Money.format(drawnAt(turn + 5)))))
  }
  return { situation, rows, scope: { years, narrowed: facts.narrowed } }
}

/** The decision that imports a list: what the command does, in one step. */
const importOf =
  ({ rows, scope }: DrawnList, { isAdjustment }: Drawn): Decision.Decision =>
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

/** The sums that the list asks for, by line and year, in its scope. */
const expected = ({ situation, rows, scope }: DrawnList): OwnSums => {
  const out = new Map<string, Decimal>()
  const named = new Set(rows.flatMap(({ amounts }) => Object.keys(amounts).map(Number)))
  const years = scope.years.filter((year) => !scope.narrowed.includes("years") || named.has(year))
  const narrows = (line: BudgetLine.BudgetLine): boolean =>
    (!scope.narrowed.includes("actions") || rows.some((row) => row.line.action === line.action)) &&
    (!scope.narrowed.includes("accounts") || rows.some((row) => row.line.account === line.account))
  for (const line of linesOf(situation).filter(narrows))
    for (const year of years) out.set(idOf(line, year), new Exact(0))
  for (const { line, amounts } of rows)
    for (const year of years) {
      const id = idOf(line, year)
      out.set(id, sumAt(out, id).add(amounts[String(year)] ?? "0"))
    }
  return out
}

/** Makes a law of an accepted import; `again` imports the same list once more. */
const stateLaw = (
  name: string,
  note: string,
  breaks: (
    after: Situation,
    list: DrawnList,
    again: (situation: Situation) => Situation | undefined,
  ) => Breach | undefined,
) =>
  ruleLaw<Drawn>(name, note, {
    drawn,
    rule: (situation, facts) => {
      const list = listOf(situation, facts)
      if (list.rows.length === 0) return undefined
      return apply(list.situation, [importOf(list, facts)]) === undefined ? undefined : []
    },
    breaks: (_, before, facts) => {
      const list = listOf(before, facts)
      const again = (situation: Situation) => apply(situation, [importOf(list, facts)])
      const once = again(list.situation)
      return once === undefined ? undefined : breaks(once, list, again)
    },
  })

export const state = [
  stateLaw(
    "state import: what people posted equals the list",
    "In its scope, summed from the events alone; postings of rules are left out.",
    (after, list) => {
      const found = ownSums(after.events)
      return firstOf(expected(list), ([id, amount]) => differs(id, textAt(found, id), amount.toFixed(6)))
    },
  ),
  stateLaw(
    "state import: changes nothing outside its scope",
    "Other years and other lines.",
    (after, list) => {
      const [now, then, wanted] = [ownSums(after.events), ownSums(list.situation.events), expected(list)]
      return firstOf(new Set([...now.keys(), ...then.keys()]), (id) =>
        wanted.has(id) ? undefined : differs(id, textAt(now, id), textAt(then, id)),
      )
    },
  ),
  stateLaw(
    "state import: records exactly the difference",
    "One posting per line and year that differs, and none of zero.",
    (after, list) => {
      const [then, wanted] = [ownSums(list.situation.events), expected(list)]
      const posted = after.events
        .slice(list.situation.events.length)
        .filter(({ _tag }) => !followed.has(_tag))
        .flatMap(moves)
        .map(({ place, year, amount }) => `${place.where} in ${year}: ${amount.toFixed(6)}`)
      const due = [...wanted]
        .map(([id, amount]) => [id, amount.sub(sumAt(then, id))] as const)
        .filter(([, change]) => !change.isZero())
        .map(([id, change]) => `${id}: ${change.toFixed(6)}`)
      return differs("postings", posted.toSorted(), due.toSorted())
    },
  ),
  stateLaw("state import: the same list again changes nothing", "Rules included.", (once, _, again) =>
    differs("entries", again(once)?.events.length, once.events.length),
  ),
]

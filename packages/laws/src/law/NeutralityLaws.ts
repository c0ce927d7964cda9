/** Laws of neutral events: receipts less expenditure do not change, with tolerance zero, at every entry. */
import { type BudgetEvent, Ledger } from "@grootboek/core"
import type { Decimal } from "decimal.js"
import type * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, differs, firstOf } from "../kit/Law.ts"
import type * as TextTable from "../kit/TextTable.ts"
import * as Declared from "../reference/Declared.ts"
import { Exact, moves, type ReferenceMove, signed } from "../reference/Moves.ts"
import * as Sums from "../reference/Sums.ts"
import { passThroughOwed } from "./PassThroughLaws.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

/** Sums moves by group. */
const grouped = (
  list: ReadonlyArray<ReferenceMove>,
  groupOf: (move: ReferenceMove) => string,
  amountOf = ({ amount }: ReferenceMove): Decimal => amount,
): ReadonlyMap<string, Decimal> => {
  const out = new Map<string, Decimal>()
  for (const move of list) {
    const group = groupOf(move)
    out.set(group, amountOf(move).add(out.get(group) ?? 0))
  }
  return out
}

const lineAndYear = ({ place, year }: ReferenceMove): string => `${place.action} ${place.policyItem} ${year}`

const table = (list: ReadonlyArray<ReferenceMove>): TextTable.TextTable => ({
  head: ["where", "year", "amount"],
  rows: list.map(({ place, year, amount }) => [place.where, String(year), amount.toFixed()]),
})

const moved = (
  what: string,
  list: ReadonlyArray<ReferenceMove>,
  groupOf: (move: ReferenceMove) => string,
): Breach | undefined =>
  firstOf(grouped(list, groupOf, signed), ([group, net]): Breach | undefined =>
    net.isZero()
      ? undefined
      : { what: `${what} moves ${group}`, found: net.toFixed(), expected: "0", table: table(list) },
  )

const perEvent =
  <K extends BudgetEvent.Kind>(
    kind: K,
    breaks: (event: BudgetEvent.Of<K>, played: Scenarios.PlayedScenario) => Breach | undefined,
  ) =>
  (played: Scenarios.PlayedScenario): Breach | undefined =>
    firstOf(
      played.events.filter((event): event is BudgetEvent.Of<K> => event._tag === kind),
      (event) => breaks(event, played),
    )

const year = (move: ReferenceMove): string => String(move.year)

export const neutrality = [
  scenarioLaw(
    "overhead: after every batch each action has paid its share once",
    "The sum of all charges equals the share of the staff cost.",
    ({ ledger, events }) => {
      const plan = Ledger.planAt(ledger)
      const rule = plan?.overhead
      if (plan === undefined || rule === undefined) return undefined
      const open = (at: number) => !plan.closed.has(at)
      const mine = (move: ReferenceMove) => move.place.direction === "U" && open(move.year)
      const charged = grouped(charges(events).filter(mine), lineAndYear)
      const base = [...Sums.of(events).values()].filter(
        (move) =>
          mine(move) &&
          move.place.phase === "estimate" &&
          move.place.action !== undefined &&
          move.place.action !== rule.target &&
          !rule.excluded.includes(move.place.action) &&
          rule.baseAccounts.some((prefix) => move.place.account.startsWith(prefix)),
      )
      const due = new Map(
        [...grouped(base, lineAndYear)].map(([id, cost]) => [
          id,
          cost.mul(rule.percent).div(100).toDecimalPlaces(6),
        ]),
      )
      return firstOf(new Set([...charged.keys(), ...due.keys()]), (id) =>
        differs(
          `overhead of ${id} at ${rule.percent} %`,
          (charged.get(id) ?? new Exact(0)).toFixed(6),
          (due.get(id) ?? new Exact(0)).toFixed(6),
        ),
      )
    },
  ),
  scenarioLaw(
    "overhead: a charge records its base and the amount due",
    "An auditor can recompute it from the event alone.",
    perEvent("OverheadReallocated", ({ charges, rule: { percent } }) =>
      firstOf(charges, ({ action, base, due }) =>
        differs(
          `due of ${action} on ${base} at ${percent} %`,
          new Exact(due).toFixed(6),
          new Exact(base).mul(percent).div(100).toFixed(6),
        ),
      ),
    ),
  ),
  scenarioLaw(
    "pass-through: replaces the payment to the last decimal",
    "The payment line decreases by exactly the amount of the partners.",
    perEvent("PassedThrough", (event) => moved("the pass-through", moves(event), year)),
  ),
  scenarioLaw(
    "pass-through: parts sum to the amount passed on",
    "Checked in the event itself.",
    perEvent("PassedThrough", ({ years }) =>
      firstOf(years, ({ year, amount, parts }) =>
        differs(
          `parts of ${year}`,
          parts.reduce((sum, part) => sum.add(part.amount), new Exact(0)).toFixed(6),
          new Exact(amount).toFixed(6),
        ),
      ),
    ),
  ),
  scenarioLaw(
    "pass-through: received equals passed on",
    "Per year, over all applications; the payment line ends at zero.",
    ({ ledger, events, years }) => {
      const plan = Ledger.planAt(ledger)
      return firstOf(plan?.passThroughs ?? [], ([action, { shares }]) => {
        const sums = [...Sums.of(events).values()].filter((move) => move.place.action === action)
        return firstOf(years, (at): Breach | undefined => {
          if (shares.length === 0 || plan?.closed.has(at)) return undefined
          const here = sums.filter((move) => move.year === at && move.place.phase === "estimate")
          const sum = (holds: (move: ReferenceMove) => boolean) =>
            here.filter(holds).reduce((all, move) => all.add(move.amount), new Exact(0))
          const received = sum(({ place }) => place.direction === "O")
          const passed = sum(({ place }) => place.direction === "U" && place.part !== undefined)
          const left = sum(({ place }) => place.direction === "U" && place.part === undefined)
          if (passed.eq(received) && left.isZero()) return undefined
          const what = `${action} in ${at}: received ${received.toFixed()}, left on the line ${left.toFixed()}`
          return { what, found: passed.toFixed(), expected: received.toFixed(), table: table(here) }
        })
      })
    },
  ),
  passThroughOwed,
  scenarioLaw(
    "transfer: does not change receipts less expenditure",
    "Credits move within a total of M3.",
    perEvent("CreditTransferred", (event, { events }) => {
      const declared = Declared.of(events)
      return moved("the transfer", moves(event), (move) => {
        const { section } = Declared.reading(declared, move.place)
        return `${section} ${move.place.direction} ${move.year}`
      })
    }),
  ),
]

/** Sums the amounts of overhead events less their reversals. */
const charges = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): ReadonlyArray<ReferenceMove> =>
  events.flatMap((event) => {
    if (event._tag === "OverheadReallocated") return moves(event)
    const reversed = event._tag === "Reversed" ? events[event.entry - 1] : undefined
    return reversed?._tag === "OverheadReallocated" ? moves(event) : []
  })

/** Laws of the fold: balances are sums, however they are computed. */
import { Balances, Ledger, Money } from "@grootboek/core"
import * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, firstOf } from "../kit/Law.ts"
import { Exact } from "../reference/Moves.ts"
import * as Sums from "../reference/Sums.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

const balances = Sums.ofLedger

const compare = (what: string, found: Sums.Sums, expected: Sums.Sums): Breach | undefined => {
  const off = Sums.difference(found, expected)
  return off === undefined
    ? undefined
    : { what: `${what}: ${off.where}`, found: off.found, expected: off.expected }
}

export const fold = [
  scenarioLaw(
    "fold: equals the sum of the moves of all events",
    "Compared with decimal additions in one map.",
    ({ ledger, events }) => compare("balance", balances(ledger), Sums.of(events)),
  ),
  scenarioLaw(
    "fold: balances at a position equal those of the entries up to it",
    "Compared with a new fold of the prefix.",
    ({ ledger, entries, events }) =>
      firstOf(events.keys(), (last) => {
        const position = last + 1
        const fresh = Scenarios.fold(entries.slice(0, position))
        return (
          compare(`at ${position}`, balances(ledger, position), balances(fresh)) ??
          compare(`reference at ${position}`, balances(fresh), Sums.of(events.slice(0, position)))
        )
      }),
  ),
  scenarioLaw(
    "fold: balances of two parts sum to those of the whole",
    "balances(a ++ b) = balances(a) + balances(b).",
    ({ ledger, entries }) => {
      const half = Math.floor(entries.length / 2)
      const [a, b] = [entries.slice(0, half), entries.slice(half)].map((part) =>
        balances(Scenarios.fold(part)),
      )
      return a === undefined || b === undefined ? undefined : compare("sum", balances(ledger), Sums.add(a, b))
    },
  ),
  scenarioLaw("fold: incremental and full replay agree", "The plan included.", ({ grown, ledger }) => {
    const [a, b] = [grown, ledger].map((one) => Ledger.planAt(one))
    const differs =
      a?.versions.length !== b?.versions.length || a?.structure.goals.size !== b?.structure.goals.size
    if (differs) return { what: "the plans differ" }
    return compare("balance", balances(grown), balances(ledger))
  }),
  scenarioLaw(
    "balances: one place equals its item in the list of all",
    "Both queries give the same amount.",
    ({ ledger, events }) => {
      const all = Balances.of(ledger.columns)
      return firstOf(Balances.list(all), ({ place, year, amount }) => {
        const found = Balances.at(all, place, year)
        const absent = Balances.at(all, place, year + 100)
        return found === amount && absent === Money.zero && events.length > 0
          ? undefined
          : {
              what: `${place.account} in ${year}`,
              found: Money.format(found),
              expected: Money.format(amount),
            }
      })
    },
  ),
  scenarioLaw("transfer: total out equals total in", "For every transfer and carry-over.", ({ events }) =>
    firstOf(events, (event) => {
      if (event._tag !== "CreditTransferred" && event._tag !== "CarriedOver") return undefined
      const total = [...Sums.of([event]).values()].reduce((sum, move) => sum.add(move.amount), new Exact(0))
      return total.isZero()
        ? undefined
        : { what: `${event._tag} moved in total`, found: total.toFixed(), expected: "0" }
    }),
  ),
]

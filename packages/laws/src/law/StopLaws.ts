/** Laws of stopped actions: no amount remains in later years, whichever rule posted it. */
import { Balances, Estimate, Money, Stop } from "@grootboek/core"
import * as fc from "fast-check"
import * as Lines from "../draw/Lines.ts"
import { differs, firstOf } from "../kit/Law.ts"
import { linesOf, ruleLaw, type Situation, since } from "./RuleLaw.ts"

/** The action, and the year of the plan after which it stops. */
interface Drawn {
  readonly action: number
  readonly years: number
}

const drawn: fc.Arbitrary<Drawn> = fc.record({ action: fc.nat(20), years: fc.nat(4) })

const actionOf = (situation: Situation, number: number): string | undefined =>
  Lines.at(
    [...new Set(linesOf(situation).flatMap(({ action }) => (action === undefined ? [] : [action])))].filter(
      // The overhead action receives the charges of the others while they run.
      (action) => action !== situation.plan.overhead?.target,
    ),
    number,
  )

const lastYear = ({ plan }: Situation, { years }: Drawn): number =>
  Math.min(plan.years.first + years, plan.years.last)

const rule = (situation: Situation, facts: Drawn) => {
  const action = actionOf(situation, facts.action)
  return action === undefined
    ? undefined
    : [Stop.after(action, `${lastYear(situation, facts)}-09-30`, { class: "timing" })]
}

export const stops = [
  ruleLaw(
    "stop: leaves no estimate of the action in later years",
    "Partners, members and overhead included.",
    {
      drawn,
      rule,
      breaks: (after, before, facts) => {
        const action = actionOf(before, facts.action)
        const own = Balances.list(Balances.of(after.ledger.columns)).filter(
          ({ place, year }) =>
            place.phase === "estimate" && place.action === action && year > lastYear(before, facts),
        )
        return firstOf(own, ({ place, year, amount }) =>
          differs(`${place.account} ${place.part ?? ""} in ${year}`, Money.format(amount), "0.00"),
        )
      },
    },
  ),
  ruleLaw("stop: changes no amount until its last year", "Overhead and partners included.", {
    drawn,
    rule,
    breaks: (after, before, facts) => {
      const last = lastYear(before, facts)
      const [now, then] = [after, before].map(({ ledger }) => {
        const early = Balances.list(Balances.of(ledger.columns)).filter(({ year }) => year <= last)
        return early.map(
          ({ place, year, amount }) => `${JSON.stringify(place)} ${year} ${Money.format(amount)}`,
        )
      })
      return differs("cells until the last year", (now ?? []).toSorted(), (then ?? []).toSorted())
    },
  }),
  ruleLaw("stop: removes amounts of later years only", "Its event states each amount.", {
    drawn,
    rule,
    breaks: (after, before, facts) => {
      const [event] = since(after, before, "ActionStopped")
      const years = (event?.taken ?? []).flatMap(({ amounts }) => Object.keys(amounts).map(Number))
      return firstOf(years, (year) =>
        year > lastYear(before, facts) ? undefined : { what: `it removed an amount of ${year}` },
      )
    },
  }),
  ruleLaw("stop: refuses later estimates of the action", "An estimate after its last day is refused.", {
    drawn,
    rule,
    breaks: (after, before, facts) => {
      const line = linesOf(before).find(({ action }) => action === actionOf(before, facts.action))
      const year = lastYear(before, facts) + 1
      if (line === undefined || year > before.plan.years.last) return undefined
      const decided = Estimate.post({ line, amounts: { [year]: "1.00" } })({
        plan: after.plan,
        balances: () => Balances.of(after.ledger.columns),
      })
      return decided._tag === "Failure" ? undefined : { what: `${year} was accepted` }
    },
  }),
]

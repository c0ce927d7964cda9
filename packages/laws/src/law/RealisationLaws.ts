/** Laws of realisation: realised plus available equals the estimate, however it is grouped. */
import { Balances, Money } from "@grootboek/core"
import { Realisation } from "@grootboek/core/answer"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import * as Bookings from "./Bookings.ts"
import { ruleLaw } from "./RuleLaw.ts"

export const realisation = [
  ruleLaw(
    "realisation: realised plus available equals the estimate",
    "Per action and per budget holder, at every month.",
    {
      drawn: Bookings.drawn,
      rule: Bookings.rule,
      breaks: (after) => {
        const balances = Balances.of(after.ledger.columns)
        return firstOf(after.played.years, (year) =>
          firstOf(Bookings.months, (month) => {
            const period = { year, until: `${year}-${month}` }
            return firstOf(
              [
                ...Realisation.byAction(after.plan, balances, period),
                ...Realisation.byHolder(after.plan, balances, period),
              ],
              ({ estimate, committed, realised, available }) =>
                amountsDiffer(`${year}-${month}`, Money.sum([committed, realised, available]), estimate),
            )
          }),
        )
      },
    },
  ),
  ruleLaw("realisation: actions and budget holders sum to the same amount", "Two groupings of one sum.", {
    drawn: Bookings.drawn,
    rule: Bookings.rule,
    breaks: (after) => {
      const balances = Balances.of(after.ledger.columns)
      return firstOf(after.played.years, (year) => {
        const sum = (figures: ReadonlyArray<Realisation.Figures & { readonly direction: string }>) =>
          (["O", "U"] as const).map((direction) =>
            Money.format(
              Money.sum(figures.filter((one) => one.direction === direction).map((one) => one.realised)),
            ),
          )
        return differs(
          `${year}`,
          sum(Realisation.byHolder(after.plan, balances, { year })),
          sum(Realisation.byAction(after.plan, balances, { year })),
        )
      })
    },
  }),
]

/**
 * The postings of an event. Only this module and `RulePosting` derive amounts from an event.
 *
 * A posting changes one place in one year by one amount. It is derived from its event and never stored, so that an
 * amount and its explanation always have the same source.
 *
 * ```ts
 * const postings = Posting.of(entry.event)
 * postings.map(({ amount }) => Money.format(amount)) // => ["250.00"]
 * Posting.turn(postings).map(({ amount }) => amount) // => ["-250.00"]
 * Posting.change({ ...rent, phase: "estimate" }, "2026", "250.00").year // => 2026
 * Posting.resultParts.adopted // => "A"
 * Posting.accountsPart // => ".accounts"
 * ```
 */

import { committed, estimated, type Place, realised } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import type { Year } from "../value/Year.ts"
import type { Amounts, BudgetEvent, Of } from "./BudgetEvent.ts"
import type { Posting } from "./PostedAmount.ts"
import * as RulePosting from "./RulePosting.ts"

export type { Posting, Rule } from "./PostedAmount.ts"

/** Changes of one place per year, in micro-euro that a number represents exactly. */
export interface Changes {
  readonly place: Place
  readonly years: ReadonlyArray<Year>
  readonly micros: ReadonlyArray<number>
}

/** Returns the postings of an event, in a fixed order. */
export const of = (event: BudgetEvent): ReadonlyArray<Posting> => {
  switch (event._tag) {
    case "PlanAdopted":
    case "StructureDeclared":
    case "FundingAssigned":
    case "ConditionJudged":
      return []
    case "EstimatePosted":
      return perYear(estimated(event.line), event.amounts)
    case "OverheadReallocated":
      return event.charges.flatMap((charge) => RulePosting.overhead(event, charge))
    case "PassedThrough":
      return event.years.flatMap((passed) => RulePosting.passedOn(event, passed))
    case "EstimatesIndexed":
      return event.lines.flatMap((line) => RulePosting.indexed(event, line))
    case "ContributionsApportioned":
      return event.years.flatMap((year) => RulePosting.apportioned(event, year))
    case "ActionStopped": {
      const { action, lastDay, reason } = event
      return event.taken.flatMap(({ line, amounts }) =>
        perYear(estimated(line), amounts, { rule: { rule: "stop", action, lastDay }, reason }),
      )
    }
    case "PlanAdjusted":
      return event.changes.flatMap((change) =>
        perYear(estimated(change.line), change.amounts, {
          ...(change.reason === undefined ? {} : { reason: change.reason }),
          ...(change.row === undefined ? {} : { row: change.row }),
        }),
      )
    case "ResultCarriedForward":
      return carried(event)
    case "FundsEarmarked":
      return perYear({ phase: "estimate", direction: "U", account: event.account }, event.amounts)
    case "DebtOpened":
      return [
        {
          place: { phase: "debt", direction: "O", account: event.account, part: event.kind },
          year: event.year,
          amount: Money.from(event.amount),
        },
      ]
    case "RepaymentStated":
      return [RulePosting.repaid(event)]
    case "CreditTransferred": {
      const { year, reason } = event
      const amount = Money.from(event.amount)
      return [
        { place: estimated(event.from), year, amount: Money.negate(amount), reason },
        { place: estimated(event.to), year, amount, reason },
      ]
    }
    case "CommitmentRecorded": {
      const { line, year, date, reference } = event
      const amount = Money.from(event.amount)
      const part = {
        month: date.slice(0, 7),
        movement: amount < 0n ? "released" : "recorded",
        reference,
      } as const
      return [{ place: committed(line, part), year, amount }]
    }
    case "ActualRecorded": {
      const { line, year, commitment: reference } = event
      const [month, amount] = [event.date.slice(0, 7), Money.from(event.amount)]
      const booked = { place: realised(line, month), year, amount }
      if (reference === undefined) return [booked]
      const place = committed(line, { month, movement: "realised", reference })
      return [booked, { place, year, amount: Money.negate(amount) }]
    }
    case "YearClosed":
      return (event.released ?? []).map(({ line, reference, amount }) => ({
        place: committed(line, { month: `${event.year}-12`, movement: "released", reference }),
        year: event.year,
        amount: Money.from(amount),
      }))
    case "CarriedOver": {
      const place = estimated(event.line)
      const amount = Money.from(event.amount)
      return [
        { place, year: event.from, amount: Money.negate(amount) },
        { place, year: event.to, amount },
      ]
    }
    case "Reversed":
      return event.turned.map(({ place, year, amount }) => ({
        place,
        year,
        amount: Money.from(amount),
        rule: { rule: "reversal", of: event.entry },
        reason: event.reason,
      }))
  }
}

/** Returns the posting of an amount in euro, a decimal text, at a place in a year. */
export const change = (place: Place, year: string, amount: string): Posting => ({
  place,
  year: Number(year),
  amount: Money.from(amount),
})

/** Returns the postings with negated amounts, as a reversal states them. */
export const turn = (postings: ReadonlyArray<Posting>): Of<"Reversed">["turned"] =>
  postings.map(({ place, year, amount }) => ({ place, year, amount: Money.format(Money.negate(amount)) }))

/** The parts of a carried result, all on one account: A as adopted, B per section. */
export const resultParts = { adopted: "A", operating: "B.1", investment: "B.2", financing: "B.3" } as const

/**
 * The suffix of the parts of a result that come from the accounts of a closed year: J2 includes them already, M2 does
 * not.
 */
export const accountsPart = ".accounts"

const perYear = (
  place: Place,
  amounts: Amounts,
  origin?: Pick<Posting, "rule" | "reason" | "row">,
): ReadonlyArray<Posting> => {
  const postings: Array<Posting> = []
  for (const year in amounts) {
    const amount = amounts[year]
    if (amount === undefined) continue
    const posting = change(place, year, amount)
    postings.push(origin === undefined ? posting : { ...posting, ...origin })
  }
  return postings
}

const carried = (event: Of<"ResultCarriedForward">): ReadonlyArray<Posting> => {
  const parts = [
    [resultParts.adopted, event.adopted],
    [resultParts.operating, event.unprocessed?.operating],
    [resultParts.investment, event.unprocessed?.investment],
    [resultParts.financing, event.unprocessed?.financing],
  ] as const
  return parts.flatMap(([part, amount]) =>
    amount === undefined
      ? []
      : [
          {
            place: {
              phase: "estimate",
              direction: "O",
              account: event.account,
              part: event.accountsOf === undefined ? part : `${part}${accountsPart}`,
            },
            year: event.year,
            amount: Money.from(amount),
          },
        ],
  )
}

/**
 * What an event moves. This is the only place where an event becomes money.
 *
 * A posting changes one place in one year by one amount. It is derived from its event and never stored, so that
 * what a cell is and why it is so are two readings of the same list.
 */
import type { Amounts, BudgetEvent, Of, Reason } from "./BudgetEvent.ts"
import { estimated, type Place, realised } from "./BudgetLine.ts"
import * as Money from "./Money.ts"
import type { Year } from "./Year.ts"

/** The rule that produced an amount, with what an auditor needs to compute it again. */
export type Rule =
  | {
      readonly rule: "overhead"
      readonly percent: string
      readonly base: string
      readonly due: string
      readonly target: string
      /** Where an exception charges less than the share: what the share would be, and the rule that forbids it. */
      readonly standard?: string
      readonly reference?: string
    }
  | {
      readonly rule: "passThrough"
      readonly percent: string
      readonly received: string
      readonly partner: string
      readonly order: number
    }
  | {
      readonly rule: "indexation"
      readonly base: string
      readonly baseYear: Year
      readonly times: number
      readonly due: string
      readonly percent?: string
      readonly series?: string
      readonly index?: string
      readonly baseIndex?: string
    }
  | {
      readonly rule: "contribution"
      readonly contribution: string
      readonly key: string
      readonly whole: string
      readonly member: string
      readonly weight: string
      readonly due: string
      readonly order: number
    }
  | { readonly rule: "stop"; readonly action: string; readonly lastDay: string }
  | { readonly rule: "reversal"; readonly of: number }

/** One change of one place in one year. `row` is its own line in the source file, where that differs from the entry's. */
export interface Posting {
  readonly place: Place
  readonly year: Year
  readonly amount: Money.Money
  readonly rule?: Rule
  readonly reason?: Reason
  readonly row?: number
}

/** The postings of an event, in a fixed order. */
export const of = (event: BudgetEvent): ReadonlyArray<Posting> => {
  switch (event._tag) {
    case "PlanAdopted":
    case "StructureDeclared":
    case "YearClosed":
    case "FundingAssigned":
    case "ConditionJudged":
      return []
    case "EstimatePosted":
      return perYear(estimated(event.line), event.amounts)
    case "OverheadReallocated":
      return event.charges.flatMap((charge) => overhead(event, charge))
    case "PassedThrough":
      return event.years.flatMap((passed) => passedOn(event, passed))
    case "EstimatesIndexed":
      return event.lines.flatMap((line) => indexed(event, line))
    case "ContributionsApportioned":
      return event.years.flatMap((year) => apportioned(event, year))
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
    case "CreditTransferred": {
      const { year, reason } = event
      const amount = Money.from(event.amount)
      return [
        { place: estimated(event.from), year, amount: Money.negate(amount), reason },
        { place: estimated(event.to), year, amount, reason },
      ]
    }
    case "ActualRecorded":
      return [
        {
          place: realised(event.line, event.date.slice(0, 7)),
          year: event.year,
          amount: Money.from(event.amount),
        },
      ]
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

/** The posting of a change as events write it. */
export const change = (place: Place, year: string, amount: string): Posting => ({
  place,
  year: Number(year),
  amount: Money.from(amount),
})

/** What undoes a list of postings. */
export const turn = (postings: ReadonlyArray<Posting>): Of<"Reversed">["turned"] =>
  postings.map(({ place, year, amount }) => ({ place, year, amount: Money.format(Money.negate(amount)) }))

/** The accounts on which parts A and B of a carried result stand: one account, told apart by part. */
export const resultParts = { adopted: "A", operating: "B.1", investment: "B.2", financing: "B.3" } as const

/** What marks the parts of a result that the accounts of a closed year brought in: J2 has it already, M2 not yet. */
export const accountsPart = ".accounts"

const perYear = (
  place: Place,
  amounts: Amounts,
  why: Pick<Posting, "rule" | "reason" | "row"> = {},
): ReadonlyArray<Posting> => {
  const postings: Array<Posting> = []
  for (const year in amounts) {
    const amount = amounts[year]
    if (amount !== undefined) postings.push({ ...change(place, year, amount), ...why })
  }
  return postings
}

// One amount, posted twice: as expenditure of the action that is charged, as receipt of the action that is
// credited. There is no second amount that could differ.
const overhead = (
  { rule }: Of<"OverheadReallocated">,
  charge: Of<"OverheadReallocated">["charges"][number],
): ReadonlyArray<Posting> => {
  const amount = Money.from(charge.amount)
  const shared = {
    year: charge.year,
    amount,
    rule: {
      rule: "overhead",
      percent: rule.percent,
      base: charge.base,
      due: charge.due,
      target: rule.target,
      ...(charge.standard === undefined ? {} : { standard: charge.standard }),
      ...(charge.reference === undefined ? {} : { reference: charge.reference }),
    },
  } as const
  return [
    {
      place: {
        phase: "estimate",
        direction: "U",
        account: rule.chargeAccount,
        policyItem: charge.policyItem,
        action: charge.action,
      },
      ...shared,
    },
    {
      place: {
        phase: "estimate",
        direction: "O",
        account: rule.creditAccount,
        policyItem: rule.creditPolicyItem,
        action: rule.target,
      },
      ...shared,
    },
  ]
}

// The payment line gives up exactly what its parts take.
const passedOn = (
  event: Of<"PassedThrough">,
  passed: Of<"PassedThrough">["years"][number],
): ReadonlyArray<Posting> => {
  const place = estimated(event.line)
  const parts = passed.parts.map(
    (part): Posting => ({
      place: { ...place, part: part.partner },
      year: passed.year,
      amount: Money.from(part.amount),
      rule: {
        rule: "passThrough",
        percent: event.shares.find((share) => share.partner === part.partner)?.percent ?? "0",
        received: passed.received,
        partner: part.partner,
        order: part.order,
      },
    }),
  )
  const whole = Money.negate(Money.sum(parts.map((part) => part.amount)))
  return [{ place, year: passed.year, amount: whole }, ...parts]
}

const indexed = (
  { rule, reason }: Of<"EstimatesIndexed">,
  { line, base, years }: Of<"EstimatesIndexed">["lines"][number],
): ReadonlyArray<Posting> =>
  years.map(({ year, times, index, due, amount }) => ({
    place: estimated(line),
    year,
    amount: Money.from(amount),
    rule: {
      rule: "indexation",
      base,
      baseYear: rule.baseYear,
      times,
      due,
      ...(rule._tag === "FixedRate"
        ? { percent: rule.percent }
        : {
            series: rule.series,
            ...(index === undefined ? {} : { index }),
            baseIndex: rule.values[rule.baseMonth] ?? "",
          }),
    },
    ...(reason === undefined ? {} : { reason }),
  }))

// The line gives up exactly what its members' parts take, so that no total moves.
const apportioned = (
  { contribution, line, key }: Of<"ContributionsApportioned">,
  { year, whole, parts }: Of<"ContributionsApportioned">["years"][number],
): ReadonlyArray<Posting> => {
  const place = estimated(line)
  const owed = parts.map(
    ({ member, due, amount, order }): Posting => ({
      place: { ...place, part: member },
      year,
      amount: Money.from(amount),
      rule: {
        rule: "contribution",
        contribution,
        key: key.name,
        whole,
        member,
        weight: key.weights.find((weight) => weight.member === member)?.weight ?? "0",
        due,
        order,
      },
    }),
  )
  return [{ place, year, amount: Money.negate(Money.sum(owed.map((posting) => posting.amount))) }, ...owed]
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

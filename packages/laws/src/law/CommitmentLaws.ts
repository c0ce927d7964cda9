/** Laws of commitments: open, realised and available sum to the estimate; open follows from what was recorded; no form counts them. */
import {
  Balances,
  type BudgetEvent,
  BudgetLine,
  Commitment,
  Credit,
  type Decision,
  Ledger,
  Money,
} from "@grootboek/core"
import { Realisation } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { everyday } from "../draw/Amounts.ts"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import * as Figures from "../reference/Figures.ts"
import { Exact } from "../reference/Moves.ts"
import { months } from "./Bookings.ts"
import { linesOf, openYears, ruleLaw, type Situation, since } from "./RuleLaw.ts"

/** A commitment of up to three, a month, and an amount. */
interface DrawnMove {
  readonly reference: number
  readonly month: number
  readonly amount: Money.Money
}

/** A line, commitments of it, and bookings with or without their reference. Releases take a part of what is open then. */
interface Drawn {
  readonly line: number
  readonly commitments: ReadonlyArray<DrawnMove>
  readonly bookings: ReadonlyArray<DrawnMove & { readonly isNamed: boolean; readonly isRelease: boolean }>
}

const move = {
  reference: fc.nat(2),
  month: fc.integer({ min: 1, max: 12 }),
  amount: everyday.map((amount) => Money.ofMicros(amount < 0n ? -amount : amount)),
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  line: fc.nat(40),
  commitments: fc.uniqueArray(fc.record(move), {
    minLength: 1,
    maxLength: 3,
    selector: ({ reference }) => reference,
  }),
  bookings: fc.array(fc.record({ ...move, isNamed: fc.boolean(), isRelease: fc.boolean() }), {
    maxLength: 5,
  }),
})

const rule = (situation: Situation, { line: number, commitments, bookings }: Drawn) => {
  const lines = linesOf(situation).filter(({ direction }) => direction === "U")
  const line = lines[number % Math.max(lines.length, 1)]
  const [year] = openYears(situation)
  const references = new Map(commitments.map((one) => [one.reference, one.amount]))
  if (line === undefined || year === undefined || commitments.some(({ amount }) => Money.isZero(amount)))
    return undefined
  const facts = ({ month, amount }: DrawnMove) => ({
    line,
    year,
    date: `${year}-${String(month).padStart(2, "0")}-15`,
    amount: Money.format(amount),
  })
  return [
    ...commitments.map((one) => Commitment.record({ ...facts(one), reference: `C${one.reference}` })),
    ...bookings.flatMap((one, at) => {
      const committed = references.get(one.reference)
      const reference = `C${one.reference}`
      if (!one.isRelease || committed === undefined) {
        const isNamed = one.isNamed && committed !== undefined
        return [
          Credit.record({ ...facts(one), voucher: `V${at}`, ...(isNamed ? { commitment: reference } : {}) }),
        ]
      }
      // A release of a quarter may be more than is open: then nothing is released.
      const quarter = Money.ofMicros(-(committed / 4n) - 1n)
      const release = Commitment.record({ ...facts({ ...one, amount: quarter }), reference })
      const attempt: Decision.Decision = (state) => {
        const decided = release(state)
        const isRefused =
          Result.isFailure(decided) && decided.failure.every(({ _tag }) => _tag === "ReleaseTooLarge")
        return isRefused ? Result.succeed([]) : decided
      }
      return [attempt]
    }),
  ]
}

/** Returns what is open of every commitment of a year at the end of a month, from the description of the events. */
const openOf = (
  events: ReadonlyArray<BudgetEvent.BudgetEvent>,
  year: number,
  until: string,
): ReadonlyMap<string, string> => {
  const sums = new Map<string, InstanceType<typeof Exact>>()
  const add = (line: BudgetLine.BudgetLine, reference: string, amount: InstanceType<typeof Exact>) => {
    const id = `${BudgetLine.key(BudgetLine.estimated(line))} ${reference}`
    sums.set(id, (sums.get(id) ?? new Exact(0)).add(amount))
  }
  const apply = (event: BudgetEvent.BudgetEvent, sign: number): void => {
    if (event._tag === "Reversed") {
      const undone = events[event.entry - 1]
      if (undone !== undefined) apply(undone, -sign)
    } else if (event._tag === "YearClosed" && event.year === year && `${year}-12` <= until)
      for (const { line, reference, amount } of event.released ?? [])
        add(line, reference, new Exact(amount).mul(sign))
    else if (event._tag === "CommitmentRecorded" && event.year === year && event.date.slice(0, 7) <= until)
      add(event.line, event.reference, new Exact(event.amount).mul(sign))
    else if (event._tag === "ActualRecorded" && event.year === year && event.date.slice(0, 7) <= until)
      if (event.commitment !== undefined)
        add(event.line, event.commitment, new Exact(event.amount).mul(-sign))
  }
  for (const event of events) apply(event, 1)
  return new Map([...sums].filter(([, sum]) => sum.gt(0)).map(([id, sum]) => [id, sum.toFixed(6)]))
}

export const commitments = [
  ruleLaw(
    "commitments: open, realised and available sum to the estimate",
    "Per line, action and limit, at every month.",
    {
      drawn,
      rule,
      breaks: (after) => {
        const balances = Balances.of(after.ledger.columns)
        const actions = [...after.plan.structure.goals.keys()]
        return firstOf(openYears(after), (year) =>
          firstOf(months, (month) => {
            const period = { year, until: `${year}-${month}` }
            const figures: ReadonlyArray<Realisation.Figures> = [
              ...actions.flatMap((action) => Realisation.byLine(balances, action, period)),
              ...Realisation.byAction(after.plan, balances, period),
              ...Realisation.limits(after.plan, balances, { ...period, warnAt: 80 }),
            ]
            return firstOf(figures, ({ estimate, committed, realised, available }) =>
              amountsDiffer(`${year}-${month}`, Money.sum([committed, realised, available]), estimate),
            )
          }),
        )
      },
    },
  ),
  ruleLaw(
    "commitments: the open amount is what was recorded less what was released and realised",
    "Never below zero; a realisation without a reference reduces nothing.",
    {
      drawn,
      rule,
      breaks: (after) => {
        const balances = Balances.of(after.ledger.columns)
        return firstOf(after.played.years, (year) =>
          firstOf(months, (month) => {
            const until = `${year}-${month}`
            const found = Commitment.open(balances, { year, until }).map(({ line, reference, amount }) => [
              `${BudgetLine.key(BudgetLine.estimated(line))} ${reference}`,
              new Exact(Money.format(amount)).toFixed(6),
            ])
            const expected = [...openOf(after.events, year, until)]
            return differs(until, found.toSorted(), expected.toSorted())
          }),
        )
      },
    },
  ),
  ruleLaw("commitments: no form counts them", "Every figure of every form, apart from what is realised.", {
    drawn: drawn.map((one) => ({ ...one, bookings: [] })),
    rule,
    breaks: (after, before) => {
      const [then, now] = [Figures.of(before.events), Figures.of(after.events)]
      return (
        firstOf([...now], ([cell, { exact }]) =>
          differs(cell, exact.toFixed(6), then.get(cell)?.exact.toFixed(6)),
        ) ??
        differs(
          "M2",
          JSON.stringify(Ledger.statement(after.ledger, "M2"), text),
          JSON.stringify(Ledger.statement(before.ledger, "M2"), text),
        )
      )
    },
  }),
  ruleLaw(
    "commitments: closing a year releases what is open",
    "Nothing stays open, and the estimate does not change.",
    {
      drawn,
      rule: (situation, facts) => {
        const booked = rule(situation, facts)
        const [year] = openYears(situation)
        return booked === undefined || year === undefined ? undefined : [...booked, Credit.close({ year })]
      },
      breaks: (after, before) => {
        const [closed] = since(after, before, "YearClosed")
        const balances = Balances.of(after.ledger.columns)
        return closed === undefined
          ? { what: "the year was not closed" }
          : differs("open commitments", Commitment.open(balances, { year: closed.year }).length, 0)
      },
    },
  ),
]

// Positions differ by the commitments that were recorded.
const text = (key: string, value: unknown): unknown =>
  key === "position" ? undefined : typeof value === "bigint" ? `${value}` : value

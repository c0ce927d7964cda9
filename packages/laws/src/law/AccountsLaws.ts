/** Laws of the annual accounts: their forms show the plan beside them, and the result of a year carries into the next. */
import { Accounts, Balances, Credit, type FormId, Ledger, Money, Statement, Year } from "@grootboek/core"
import { Reserve, ShownStatement } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { amountsDiffer, differs, firstOf } from "../kit/Law.ts"
import * as Bookings from "./Bookings.ts"
import { openYears, ruleLaw, type Situation } from "./RuleLaw.ts"

const row = ({ ledger }: Situation, form: "M2" | "J2", code: string, year: number): string => {
  const read = Ledger.statement(ledger, form)
  const found = Result.isSuccess(read)
    ? read.success.rows.find((one) => one.section === "Budgettair resultaat" && one.code === code)
    : undefined
  return Money.format(found?.cells.find((cell) => cell.year === year)?.exact ?? Money.zero)
}

const accountsForms: ReadonlyArray<readonly [accounts: FormId, plan: FormId]> = [
  ["J1", "M1"],
  ["J2", "M2"],
  ["J3", "M3"],
]

/** A row of a form with its group, whose name may change between two versions of the plan. */
type Keyed = Readonly<Record<"group" | "section" | "code", string>>

/** Returns the amounts that are not zero, by group or section, and code. */
const filledIn = (rows: ReadonlyArray<Keyed>, amountOf: (index: number) => bigint | undefined): string =>
  rows
    .flatMap(({ group, section, code }, index) => {
      const amount = amountOf(index) ?? 0n
      return amount === 0n ? [] : [`${group === "" ? section : group}/${code} ${amount}`]
    })
    .join(", ")

/** Returns the amounts of a form in one year at a position, read without a statement. */
const amountsAt = ({ ledger }: Situation, id: FormId, year: number, at: number): string => {
  const { plan } = Result.getOrThrow(Ledger.requirePlan(ledger, at))
  const layout = Ledger.layout(ledger, id, plan)
  const span = Year.list(plan.years)
  const exact = Statement.amounts(layout, Balances.of(ledger.columns, at), span)
  return filledIn(layout.rows, (index) => exact[index]?.[span.indexOf(year)])
}

const beside = (
  situation: Situation,
  [id, planForm]: readonly [FormId, FormId],
  asked: number | undefined,
) => {
  const { ledger, plan } = situation
  const shown = Result.getOrThrow(ShownStatement.of(ledger, id, { year: asked }))
  const [year = 0] = shown.years
  const end = Ledger.position(ledger)
  const { rows } = Ledger.layout(ledger, id, plan)
  const initial = plan.versions.find(({ creditYears }) => creditYears.includes(year))
  const columns = [
    ["plan", end],
    ...(initial === undefined
      ? []
      : ([["initial", Result.getOrThrow(Ledger.moment(ledger, `decision:${initial.label}`))]] as const)),
  ] as const
  return (
    differs(
      `${id} ${year}`,
      filledIn(rows, (index) => shown.rows[index]?.cells[0]?.exact),
      amountsAt(situation, id, year, end),
    ) ??
    differs(
      `${id} ${year}, columns`,
      (shown.accounts?.beside ?? []).map(({ name }) => name).join(),
      columns.map(([name]) => name).join(),
    ) ??
    firstOf(columns, ([name, at]) => {
      const cells = shown.accounts?.beside.find((one) => one.name === name)?.cells
      return differs(
        `${id} ${name} ${year}`,
        filledIn(rows, (index) => cells?.[index]?.exact),
        amountsAt(situation, planForm, year, at),
      )
    })
  )
}

/** Books amounts in the first year, closes it and processes its result. */
const closing = (situation: Situation, facts: Bookings.Bookings) => {
  const { first, last } = situation.plan.years
  const booked = Bookings.rule(situation, facts)
  return booked === undefined || first === last || situation.plan.closed.has(first) || opensLater(situation)
    ? undefined
    : [
        ...booked,
        Credit.close({ year: first }),
        Accounts.processResult({ account: "0930000", closed: first }),
      ]
}

export const accounts = [
  ruleLaw(
    "accounts: a form of one year has the plan in force and the initial plan beside it",
    "The year is the last closed one unless another is asked for.",
    {
      drawn: Bookings.drawn,
      rule: (situation, facts) => {
        const [open] = openYears(situation)
        const booked = Bookings.rule(situation, facts)
        return booked === undefined || open === undefined
          ? undefined
          : [...booked, Credit.close({ year: open })]
      },
      breaks: (after) => {
        const { closed } = after.plan
        const last = after.played.years.findLast((year) => closed.has(year))
        const [first] = accountsForms
        const shown = first && Result.getOrThrow(ShownStatement.of(after.ledger, first[0]))
        return (
          differs("the year", String(shown?.years), String(last)) ??
          firstOf(accountsForms, (pair) =>
            firstOf([undefined, ...after.played.years], (year) => beside(after, pair, year)),
          )
        )
      },
    },
  ),
  ruleLaw(
    "accounts: the result of a year carries into the next to the last decimal",
    "After processing, M2 VI of the second year equals J2 VII of the first.",
    {
      drawn: Bookings.drawn,
      rule: closing,
      breaks: (after) => {
        const { first } = after.plan.years
        return differs("M2 VI", row(after, "M2", "VI", first + 1), row(after, "J2", "VII", first))
      },
    },
  ),
  ruleLaw(
    "accounts: the movements of the reserve lead from opening to closing",
    "By estimates and by accounts; after processing, the second year opens where the accounts of the first close.",
    {
      drawn: Bookings.drawn,
      rule: closing,
      breaks: ({ ledger, plan }) => {
        const { first } = plan.years
        const planned = Result.getOrThrow(Reserve.walk(ledger, first + 1))
        const realised = Result.getOrThrow(Reserve.accounts(ledger, first))
        return (
          amountsDiffer("opening", planned.opening, realised?.closing ?? Money.zero) ??
          firstOf(realised === undefined ? [planned] : [planned, realised], (walk) => {
            const moved = [walk.before, walk.carried, ...walk.steps.map(({ amount }) => amount)]
            return amountsDiffer(`${walk.year}`, Money.sum(moved), walk.closing)
          })
        )
      },
    },
  ),
  ruleLaw(
    "accounts: processing a result twice changes nothing",
    "It posts the amount due less the amount posted before.",
    {
      drawn: Bookings.drawn,
      rule: (situation) => {
        const { first, last } = situation.plan.years
        const process = Accounts.processResult({ account: "0930000", closed: first })
        return first === last || situation.plan.closed.has(first)
          ? undefined
          : [Credit.close({ year: first }), process, process]
      },
      breaks: (after, before) => {
        const times = after.events
          .slice(before.events.length)
          .filter((event) => event._tag === "ResultCarriedForward").length
        return times <= 1 ? undefined : { what: `it was recorded ${times} times` }
      },
    },
  ),
]

/** A result posted by hand in the second year adds to that of the first. */
const opensLater = ({ events, plan }: Situation): boolean =>
  events.some((event) => event._tag === "ResultCarriedForward" && event.year !== plan.years.first)

/** Laws of indexation: it grows from the unrounded base, can be recomputed from the event, and applies once. */
import { Balances, type BudgetEvent, Indexation, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { percent } from "../draw/Amounts.ts"
import { differs, firstOf } from "../kit/Law.ts"
import { Exact } from "../reference/Moves.ts"
import { lineAt, openYears, ruleLaw, type Situation, since } from "./RuleLaw.ts"

/** The line and the percentage or index. */
interface Drawn {
  readonly line: number
  readonly percent: string
  readonly series: ReadonlyArray<number> | undefined
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  line: fc.nat(40),
  percent,
  series: fc.option(fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 6, maxLength: 6 }), {
    nil: undefined,
  }),
})

/** Applies the rule to the years after the last closed year. */
const asked = (situation: Situation, { line, percent, series }: Drawn): Indexation.Indexation | undefined => {
  const open = openYears(situation)
  const picked = lineAt(situation, line)
  const last = situation.plan.years.last
  let baseYear = last
  while (baseYear > situation.plan.years.first && open.includes(baseYear)) baseYear--
  if (picked === undefined || baseYear === last) return undefined
  const rule: BudgetEvent.IndexRule =
    series === undefined
      ? { _tag: "FixedRate", percent, baseYear }
      : {
          _tag: "IndexSeries",
          series: "prijzen",
          baseMonth: `${baseYear - 1}-12`,
          baseYear,
          values: Object.fromEntries(
            series.map((value, at) => [`${baseYear - 1 + at}-12`, (value / 100).toFixed(2)]),
          ),
        }
  return {
    rule,
    lines: {
      direction: picked.direction,
      accounts: [picked.account],
      policyItems: [picked.policyItem],
      actions: [picked.action ?? ""],
      sectors: [picked.sector ?? ""],
    },
  }
}

const rule = (situation: Situation, facts: Drawn) => {
  const wanted = asked(situation, facts)
  return wanted === undefined ? undefined : [Indexation.apply(wanted)]
}

export const indexation = [
  ruleLaw(
    "indexation: grows from the unrounded base",
    "Recomputed from the event alone: base, rate or index, and years; rounded once to six decimals.",
    {
      drawn,
      rule,
      breaks: (after, before) =>
        firstOf(since(after, before, "EstimatesIndexed"), ({ rule: { ...of }, lines }) =>
          firstOf(lines, ({ base, years }) =>
            firstOf(years, ({ year, times, index, due }) =>
              differs(
                `due of ${year} on ${base}`,
                new Exact(due).toFixed(6),
                (of._tag === "FixedRate"
                  ? new Exact(base).mul(new Exact(of.percent).div(100).add(1).pow(times))
                  : new Exact(base).mul(index ?? "0").div(of.values[of.baseMonth] ?? "1")
                ).toFixed(6),
              ),
            ),
          ),
        ),
    },
  ),
  ruleLaw(
    "indexation: the line has the amount due",
    "Over all its parts, in every indexed year; the base is unchanged.",
    {
      drawn,
      rule,
      breaks: (after, before) => {
        const [now, then] = [Balances.of(after.ledger.columns), Balances.of(before.ledger.columns)]
        return firstOf(since(after, before, "EstimatesIndexed"), ({ rule: { baseYear }, lines }) =>
          firstOf(lines, ({ line, base, years }) => {
            const held = Balances.ofLine(then, "estimate", line, baseYear)
            const moved = differs("the base", Money.format(held), base)
            return (
              moved ??
              firstOf(years, ({ year, due }) =>
                differs(`${year}`, Money.format(Balances.ofLine(now, "estimate", line, year)), due),
              )
            )
          }),
        )
      },
    },
  ),
  ruleLaw(
    "indexation: applied twice changes nothing",
    "It posts the amount due less the amount posted before.",
    {
      drawn,
      rule: (situation, facts) => {
        const once = rule(situation, facts)
        return once === undefined ? undefined : [...once, ...once]
      },
      breaks: (after, before) => {
        const times = since(after, before, "EstimatesIndexed").length
        return times <= 1 ? undefined : { what: `it was recorded ${times} times` }
      },
    },
  ),
]

/** Laws of the statutory forms: formulas and linearity. Coverage and tie-outs are in CheckLaws. */
import { Money } from "@grootboek/core"
import * as fc from "fast-check"
import { amount } from "../draw/Amounts.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { amountsDiffer, type Breach, differs, firstOf, law } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"
import * as Figures from "../reference/Figures.ts"
import { Exact } from "../reference/Moves.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

export const forms = [
  scenarioLaw(
    "forms: every cell equals the reference calculation",
    "Exact and printed figures, calculated from the published layouts.",
    ({ ledger, events }) => {
      const expected = new Map(Figures.of(events))
      const wrong = firstOf(
        Figures.forms.flatMap((form) => Reading.form(ledger, form)),
        ({ where, exact, printed }): Breach | undefined => {
          const figure = expected.get(where)
          expected.delete(where)
          if (figure === undefined) return { what: `${where} is in no published layout` }
          return (
            differs(where, new Exact(Money.format(exact)).toFixed(6), figure.exact.toFixed(6)) ??
            differs(
              `${where}, printed`,
              new Exact(Money.format(printed)).toFixed(2),
              figure.printed.toFixed(2),
            )
          )
        },
      )
      const [missing] = expected.keys()
      return wrong ?? (missing === undefined ? undefined : { what: `${missing} is missing` })
    },
  ),
  scenarioLaw(
    "forms: are linear",
    "The cells of two halves of a journal add up to the cells of the whole.",
    ({ entries, ledger }) => {
      const structural = entries.filter(({ event }) => isStructural(event._tag))
      const money = entries.filter(({ event }) => !isStructural(event._tag))
      const read = (part: ReadonlyArray<Scenarios.RecordedEntry>) =>
        Reading.amounts(Reading.all(Scenarios.fold([...structural, ...part])))
      const [odd, even] = [1, 0].map((rest) => read(money.filter((_, at) => at % 2 === rest)))
      const base = read([])
      return firstOf(Reading.amounts(Reading.all(ledger)), ([where, exact]) =>
        amountsDiffer(
          where,
          Money.add(exact, base.get(where) ?? Money.zero),
          Money.add(odd?.get(where) ?? Money.zero, even?.get(where) ?? Money.zero),
        ),
      )
    },
  ),
  law(
    "forms: notional repayments lower the corrected margin of M2",
    "Of all rows only II.b rises by the amount, and II and III fall by it, in its year.",
    {
      arbitrary: fc.record({ scenario: Scenarios.scenario, year: fc.nat(5), amount }),
      show: ({ scenario, amount }) => `${Money.format(amount)} after ${Scenarios.format(scenario)}`,
      breaks: ({ scenario, year: turn, amount }) => {
        const { ledger, years } = Scenarios.play(scenario)
        const year = years[turn % years.length] ?? 0
        const before = Reading.amounts(Reading.form(ledger, "M2"))
        // Folded without an event, so that the amount depends on no rule.
        const place = { phase: "debt", direction: "O", account: "1730000", part: "notional" } as const
        ledger.columns.append([{ place, year, amount }])
        const corrected = (code: string) => `M2 Gecorrigeerde autofinancieringsmarge/${code} ${year}`
        const change = new Map([
          [corrected("II.b"), amount],
          [corrected("II"), Money.negate(amount)],
          [corrected("III"), Money.negate(amount)],
        ])
        return firstOf(Reading.amounts(Reading.form(ledger, "M2")), ([where, exact]) =>
          amountsDiffer(
            where,
            exact,
            Money.add(before.get(where) ?? Money.zero, change.get(where) ?? Money.zero),
          ),
        )
      },
    },
  ),
]

const isStructural = (kind: string): boolean =>
  ["PlanAdopted", "StructureDeclared", "PlanAdjusted", "YearClosed"].includes(kind)

/** Laws of the statutory forms: formulas, linearity, coverage and tie-outs. */
import { BudgetLine, type FormId, Ledger, Money } from "@grootboek/core"
import * as fc from "fast-check"
import { amount } from "../draw/Amounts.ts"
import { authority, format as formatAuthority } from "../draw/Authorities.ts"
import * as Lines from "../draw/Lines.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, differs, firstOf, law } from "../kit/Law.ts"
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
    "forms: totals of M1, T1, T2 and M2 are equal",
    "One total, one calculation.",
    ({ ledger, years }) => {
      const look = Reading.book(ledger)
      return firstOf(years, (year) => {
        const cell = (form: FormId, row: string) => look(form, row, year)
        const sum = (...cells: ReadonlyArray<Money.Money>) => Money.format(Money.sum(cells))
        return firstOf(["U", "O"] as const, (side) => {
          const [t2, m2] = side === "U" ? ["I", "b"] : ["II", "a"]
          const total = sum(
            cell("M2", `Budgettair resultaat/I.${m2}`),
            cell("M2", `Budgettair resultaat/II.${m2}`),
            cell("M2", `Budgettair resultaat/IV.${m2}`),
          )
          return (
            differs(`M1 and M2, ${side} ${year}`, sum(cell("M1", `Totalen/${side}`)), total) ??
            differs(`T1 and M2, ${side} ${year}`, sum(cell("T1", `Algemeen totaal/${side}`)), total) ??
            differs(`synthesis and M2, ${side} ${year}`, sum(cell("synthesis", `total/${side}`)), total) ??
            differs(
              `T2 and M2, ${side} ${year}`,
              sum(
                cell("T2", `EXPLOITATIE/${t2}`),
                cell("T2", `INVESTERINGEN/${t2}`),
                cell("T2", `FINANCIERING/${t2}`),
              ),
              total,
            )
          )
        })
      })
    },
  ),
  scenarioLaw(
    "forms: M3 of a credit year equals M2 of that year",
    "Limitative credits equal the equilibrium.",
    ({ ledger }) => {
      const look = Reading.book(ledger)
      return firstOf(Ledger.planAt(ledger)?.versions.at(-1)?.creditYears ?? [], (year) =>
        firstOf(
          [
            ["Exploitatie", "I"],
            ["Investeringen", "II"],
            ["Financiering", "IV"],
          ] as const,
          ([section, code]) =>
            differs(
              `M3 ${section} ${year}`,
              (["U", "O"] as const).map((side) => Money.format(look("M3", `${section}/${side}`, year))),
              (["b", "a"] as const).map((side) =>
                Money.format(look("M2", `Budgettair resultaat/${code}.${side}`, year)),
              ),
            ),
        ),
      )
    },
  ),
  scenarioLaw(
    "forms: T3 carries debts until they are repaid",
    "T3: D = A + B − C, and A of a year is D of the year before.",
    ({ ledger, years }) => {
      const look = Reading.book(ledger)
      return firstOf(years, (year) =>
        firstOf(["", ".1", ".2", ".3", ".4"], (kind) => {
          const cell = (row: string, at: number) => look("T3", `${row}${kind}`, at)
          const closing = Money.subtract(Money.add(cell("A", year), cell("B", year)), cell("C", year))
          const opened = kind === "" ? ["1", "2", "3", "4"] : [kind.slice(1)]
          const fresh = Money.sum(opened.map((one) => look("T3", `A.${one}.opening`, year)))
          const before = year === years[0] ? Money.zero : cell("D", year - 1)
          return (
            differs(`D${kind} ${year}`, Money.format(cell("D", year)), Money.format(closing)) ??
            differs(`A${kind} ${year}`, Money.format(cell("A", year)), Money.format(Money.add(before, fresh)))
          )
        }),
      )
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
        differs(
          where,
          Money.format(Money.add(exact, base.get(where) ?? Money.zero)),
          Money.format(Money.add(odd?.get(where) ?? Money.zero, even?.get(where) ?? Money.zero)),
        ),
      )
    },
  ),
  law(
    "forms: a complete form counts every amount once",
    "M1, T1, T2, M2 and the synthesis each show a single line in full.",
    {
      arbitrary: fc.record({ authority, pick: Lines.pick, amount: amount.filter((one) => one !== 0n) }),
      show: ({ authority, amount }) => `${formatAuthority(authority)}, ${Money.format(amount)}`,
      breaks: ({ authority, pick, amount }) => {
        const opened = Scenarios.play({
          authority,
          steps: [{ step: "estimate", line: pick, amounts: [amount] }],
        })
        const posted = opened.events.find((event) => event._tag === "EstimatePosted")
        const plan = Ledger.planAt(opened.ledger)
        if (posted === undefined || plan === undefined) return { what: "the line was refused" }
        const place = BudgetLine.estimated(posted.line)
        return firstOf(["M1", "T1", "T2", "synthesis", "M2", "M3"] as const, (form) => {
          const layout = Ledger.layout(opened.ledger, form, plan)
          const leaves = layout.leavesOf(place).map((row) => layout.rows[row])
          // M2 counts repayments again in the blocks of its margins.
          const counted = leaves.filter((row) => form !== "M2" || row?.section === "Budgettair resultaat")
          return differs(
            `leaf rows of ${form} that count ${BudgetLine.format(posted.line)}`,
            counted.length,
            1,
          )
        })
      },
    },
  ),
]

const isStructural = (kind: string): boolean =>
  ["PlanAdopted", "StructureDeclared", "PlanAdjusted", "YearClosed"].includes(kind)

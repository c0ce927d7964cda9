/** Figures printed from any ledger are consistent; a wrong figure is in a minimal contradiction. */
import { type FormId, Ledger, Money, type Statement, Statement as Statements } from "@grootboek/core"
import { Published } from "@grootboek/core/answer"
import { Scenarios } from "@grootboek/laws"
import { runs } from "@grootboek/testing/Runs"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { Feasibility, Solver } from "../src/index.ts"

const highs = await Effect.runPromise(Solver.start)

const schemas: ReadonlyArray<FormId> = ["M1", "M2", "M3", "T1", "T2", "T3"]

/** Returns the printed tables of a ledger as a local authority publishes them: without empty rows if the form omits them. */
const published = (
  ledger: Ledger.Ledger,
  forms: ReadonlyArray<FormId>,
  policy: Statement.Policy,
): ReadonlyArray<Published.PublishedTable> =>
  forms.map((form) => ({
    form,
    cells: Statements.shown(Result.getOrThrow(Ledger.statement(ledger, form, { policy }))).flatMap(
      (row, index) =>
        row.cells.map(({ year, printed }) => ({
          section: row.section,
          code: row.code,
          year,
          amount: printed,
          line: index + 2,
          column: `${year}`,
        })),
    ),
  }))

const verdict = (tables: ReadonlyArray<Published.PublishedTable>, options?: Feasibility.FeasibilityOptions) =>
  Feasibility.of(highs, Result.getOrThrow(Published.lay(tables, options?.structure)), options)

/**
 * Scenarios in which debts and results from before the plan are recorded in its first year. When they are recorded later,
 * no printed row shows them, and a year does not continue the previous one.
 */
const scenarios = Scenarios.scenario.filter((scenario) => {
  const { events, years } = Scenarios.play(scenario)
  return events.every(
    (event) =>
      (event._tag !== "DebtOpened" && event._tag !== "ResultCarriedForward") || event.year === years[0],
  )
})

const policies = fc.constantFrom<Statement.Policy>("form", "exact", "rows")

test("of: finds the figures of any ledger consistent under every policy", () => {
  fc.assert(
    fc.property(
      Scenarios.scenario,
      policies,
      fc.subarray([...schemas], { minLength: 1 }),
      (scenario, policy, forms) => {
        const { ledger } = Scenarios.play(scenario)
        if (Ledger.planAt(ledger) === undefined) return
        const found = verdict(published(ledger, forms, policy), { policy })
        expect(found._tag).toBe("Consistent")
      },
    ),
    { numRuns: runs(25) },
  )
})

test("of: finds them consistent when the structure gives the groups", () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      const { ledger } = Scenarios.play(scenario)
      const structure = Ledger.planAt(ledger)?.structure
      if (structure === undefined) return
      const forms: ReadonlyArray<FormId> = ["M1", "M2", "T1", "goals", "synthesis"]
      expect(verdict(published(ledger, forms, "form"), { structure })._tag).toBe("Consistent")
    }),
    { numRuns: runs(8) },
  )
})

test("of: names a total in a minimal set when it is wrong by more than rounding explains", () => {
  fc.assert(
    fc.property(scenarios, fc.nat(), fc.integer({ min: 2, max: 99 }), (scenario, pick, off) => {
      const { ledger } = Scenarios.play(scenario)
      if (Ledger.planAt(ledger) === undefined) return
      const tables = published(ledger, ["M2", "T2"], "form")
      const totals = ["I.a", "I.b", "II.a", "II.b", "IV.a", "IV.b"]
      const [m2, t2] = tables
      const cells = m2?.cells.filter(({ code }) => totals.includes(code)) ?? []
      const cell = cells[pick % cells.length]
      if (m2 === undefined || t2 === undefined || cell === undefined) return
      const wrong = { ...cell, amount: Money.add(cell.amount, Money.from(`${off}`)) }
      const found = verdict([{ ...m2, cells: m2.cells.map((one) => (one === cell ? wrong : one)) }, t2])
      if (found._tag !== "Contradictory") throw new Error(found._tag)
      const figures = found.conflicts.flatMap((conflict) => conflict.figures.map(({ figure }) => figure))
      expect(
        figures.some(
          (figure) => figure.form === "M2" && figure.line === cell.line && figure.year === cell.year,
        ),
      ).toBe(true)
      expect(found.conflicts.every(({ irreducible }) => irreducible)).toBe(true)
      // The set alone is contradictory; without any one of its figures it is consistent.
      for (const { figures: set } of found.conflicts) {
        const only = (left: typeof set) =>
          verdict(
            (["M2", "T2"] as const).map((form) => ({
              form,
              cells: left.map(({ figure }) => figure).filter((figure) => figure.form === form),
            })),
          )._tag
        expect(only(set)).toBe("Contradictory")
        for (const one of set) expect(only(set.filter((other) => other !== one))).toBe("Consistent")
      }
    }),
    { numRuns: runs(12) },
  )
})

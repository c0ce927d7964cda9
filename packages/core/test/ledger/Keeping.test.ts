/** A ledger of some of its postings: the parts of a ledger sum to the ledger, in every form and at every position. */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Explain from "../../src/answer/Explain.ts"
import * as Address from "../../src/form/Address.ts"
import { formIds } from "../../src/form/bbc3/index.ts"
import * as Ledger from "../../src/ledger/Ledger.ts"
import { adjusted, get } from "../AdjustedPlan.ts"

const last = Ledger.position(adjusted)

const cells = (ledger: Ledger.Ledger, at: number): ReadonlyArray<bigint> =>
  formIds.flatMap((form) =>
    get(Ledger.statement(ledger, form, { at })).rows.flatMap((row) => row.cells.map(({ exact }) => exact)),
  )

/** A set of postings, as a bit for each. */
const chosen = fc.array(fc.boolean(), {
  minLength: adjusted.columns.postings,
  maxLength: adjusted.columns.postings,
})

test("keeping: the statements of a part and of the rest sum to those of the ledger", () => {
  fc.assert(
    fc.property(chosen, fc.integer({ min: 1, max: last }), (bits, at) => {
      const part = cells(
        Ledger.keeping(adjusted, (posting) => bits[posting] === true),
        at,
      )
      const rest = cells(
        Ledger.keeping(adjusted, (posting) => bits[posting] !== true),
        at,
      )
      expect(part.map((amount, index) => amount + (rest[index] ?? 0n))).toEqual(cells(adjusted, at))
    }),
    { numRuns: 30 },
  )
})

test("keeping: a posting keeps its entry, rule and reason, and the explanation sums to the cell", () => {
  fc.assert(
    fc.property(chosen, (bits) => {
      const part = Ledger.keeping(adjusted, (posting) => bits[posting] === true)
      for (const row of get(Ledger.statement(part, "T2")).rows.filter((one) => !one.hidden)) {
        const address = { form: "T2" as const, row: Address.format(row), year: 2026 }
        const [whole, some] = [get(Explain.cell(adjusted, address)), get(Explain.cell(part, address))]
        const kept = some.postings.filter(({ amount }) => amount !== 0n)
        expect(kept.reduce((sum, { amount }) => sum + amount, 0n)).toBe(some.exact)
        for (const one of kept) expect(whole.postings).toContainEqual(one)
      }
    }),
    { numRuns: 3 },
  )
})

/** Identities hold in every ledger, and every row that adds rows has one. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { LaidTable } from "../../src/answer/Published.ts"
import * as Structure from "../../src/event/Structure.ts"
import * as Balances from "../../src/fold/Balances.ts"
import { Columns } from "../../src/fold/Columns.ts"
import { formIds, forms } from "../../src/form/bbc3/index.ts"
import * as Identity from "../../src/form/Identity.ts"
import * as Layout from "../../src/form/Layout.ts"
import * as Statement from "../../src/ledger/Statement.ts"
import type { Place } from "../../src/value/BudgetLine.ts"
import * as Money from "../../src/value/Money.ts"
import { layoutOf } from "../SmallForm.ts"
import { declarations, fees, goods, grant, payment, van, wages } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, declarations)
const years = [2026, 2027, 2028]
const tableOf = (layout: Layout.Layout, form: LaidTable["form"] = "T2"): LaidTable => ({
  form,
  layout,
  years,
  figures: layout.rows.map(() => years.map(() => undefined)),
})

const bare = { direction: "U", account: "6140000", policyItem: "0900" } as const
const interest = { direction: "U", account: "6500000", policyItem: "0900", sector: "FIN" } as const
const subsidy = { ...fees, account: "7402000", sector: "OCMW" } as const
const loan = { direction: "U", account: "4210000", policyItem: "0110", action: "A9" } as const
const lines = [goods, wages, fees, grant, payment, van, bare, interest, subsidy, loan]
const places: ReadonlyArray<Place> = [
  ...lines.flatMap((line) => [
    { phase: "estimate" as const, ...line },
    { phase: "actual" as const, ...line, part: "2026-03" },
  ]),
  ...["A", "B.1", "B.2.accounts"].map((part) => ({
    phase: "estimate" as const,
    direction: "O" as const,
    account: "0930000",
    part,
  })),
  { phase: "estimate", direction: "U", account: "0900000" },
  ...["bonds", "leasing", "creditInstitutions", "other"].map((part) => ({
    phase: "debt" as const,
    direction: "O" as const,
    account: "1730000",
    part,
  })),
]

test("Identity.of: every identity of all forms holds for any estimates, realisations, results and debts", () => {
  const tables = formIds.map((form) => tableOf(Layout.of(forms[form], structure), form))
  const identities = Identity.of(tables)
  expect(new Set(identities.map(({ kind }) => kind))).toEqual(new Set(["sum", "carried", "tie"]))
  const posting = fc.record({
    place: fc.constantFrom(...places),
    year: fc.constantFrom(...years),
    amount: fc
      .integer({ min: -(10 ** 9), max: 10 ** 9 })
      .map((cents) => Money.ofMicros(BigInt(cents) * 10_000n)),
  })
  fc.assert(
    fc.property(fc.array(posting, { minLength: 1, maxLength: 60 }), (postings) => {
      const columns = new Columns()
      columns.append(postings)
      const read = tables.map(({ layout }) => Statement.amounts(layout, Balances.of(columns), years))
      const at = ({ table, row, year }: Identity.Identity["cell"]) => read[table]?.[row]?.[year] ?? 0n
      const broken = identities.filter(
        ({ cell, terms }) =>
          at(cell) !== terms.reduce((sum, one) => sum + BigInt(one.sign) * at(one.cell), 0n),
      )
      expect(broken).toEqual([])
    }),
    { numRuns: 20, seed: 20_260_101 },
  )
})

describe("Identity.of small forms", () => {
  const operating = (direction: "O" | "U") => ({ section: "operating", direction }) as const
  const one = layoutOf("one", {
    U: { label: "spent", count: operating("U") },
    O: { label: "received", count: operating("O") },
    net: { label: "net", plus: ["O"], minus: ["U"] },
    sum: { label: "cumulated", plus: ["net"], previousYear: "sum" },
    before: { label: "of the year before", plus: [], previousYear: "net" },
  })
  const reported = (...layouts: ReadonlyArray<Layout.Layout>) => {
    const name = ({ table, row, year }: Identity.Identity["cell"]) =>
      `${layouts[table]?.form.id}.${layouts[table]?.rows[row]?.code} ${year}`
    return Identity.of(layouts.map((layout) => ({ ...tableOf(layout), years: [2026, 2027] }))).map(
      ({ kind, cell, terms }) =>
        `${kind}: ${name(cell)} =${terms.map((term) => ` ${term.sign > 0 ? "+" : "-"} ${name(term.cell)}`).join("")}`,
    )
  }

  test("within a form: returns a row with the rows it adds and carries; the first year carries nothing that is printed", () => {
    expect(reported(one)).toEqual([
      "sum: one.net 0 = + one.O 0 - one.U 0",
      "sum: one.sum 0 = + one.net 0",
      "sum: one.net 1 = + one.O 1 - one.U 1",
      "carried: one.sum 1 = + one.sum 0 + one.net 1",
      "carried: one.before 1 = + one.net 0",
    ])
  })

  const ties = (...layouts: ReadonlyArray<Layout.Layout>) =>
    reported(...layouts).filter((identity) => identity.startsWith("tie") && identity.includes(" 0 = "))

  test("between forms: returns equal rows once, a row that other rows sum to from its own side, and no carried row", () => {
    const two = layoutOf("two", {
      carried: { label: "carried", plus: ["O"], previousYear: "carried" },
      onward: { label: "of the carried row", plus: ["carried"] },
      O: { label: "received", count: operating("O") },
      net: { label: "net", plus: ["O"], minus: ["U"] },
      U: { label: "spent", count: operating("U") },
    })
    expect(ties(one, two)).toEqual([
      "tie: one.U 0 = + two.U 0",
      "tie: one.O 0 = + two.O 0",
      "tie: one.net 0 = + two.net 0",
    ])
    const three = layoutOf("three", {
      wages: { label: "wages", count: { ...operating("U"), accounts: ["62"] } },
      rest: { label: "the rest", count: { ...operating("U"), notAccounts: ["62"] } },
      other: { label: "of another section", count: { section: "investment", direction: "U" } },
    })
    expect(ties(one, three)).toEqual(["tie: one.U 0 = + three.wages 0 + three.rest 0"])
    expect(ties(three, one)).toEqual(["tie: one.U 0 = + three.wages 0 + three.rest 0"])
  })

  test("equates a row whose terms cancel with zero", () => {
    const none = layoutOf("none", {
      U: { label: "spent", count: operating("U") },
      nothing: { label: "nothing", plus: ["U"], minus: ["U"] },
    })
    expect(ties(none, one)).toEqual(["tie: none.U 0 = + one.U 0"])
  })

  test("equates a row without terms with zero, in every year", () => {
    const empty = layoutOf("empty", { nothing: { label: "nothing", plus: [] } })
    expect(reported(empty)).toEqual(["sum: empty.nothing 0 =", "sum: empty.nothing 1 ="])
  })

  test("equates rows that count the same parts equally often, by any formula", () => {
    const left = layoutOf("left", {
      O: { label: "received", count: operating("O") },
      U: { label: "spent", count: operating("U") },
      again: { label: "spent again", plus: ["U"] },
      twice: { label: "spent twice", plus: ["U", "again"] },
      on: { label: "carried on", plus: ["twice"] },
      about: { label: "spent, by receipts that cancel", plus: ["U", "O"], minus: ["O"] },
    })
    const right = layoutOf("right", {
      U: { label: "spent", count: operating("U") },
      and: { label: "and", plus: ["U"] },
      double: { label: "spent twice", plus: ["U", "and"] },
    })
    expect(ties(left, right)).toEqual([
      "tie: left.U 0 = + right.U 0",
      "tie: left.again 0 = + right.U 0",
      "tie: left.twice 0 = + right.double 0",
      "tie: left.on 0 = + right.double 0",
      "tie: left.about 0 = + right.U 0",
    ])
  })

  test("prefers the largest rows that sum to a row, in the order of their form", () => {
    const all = layoutOf("all", {
      U: { label: "spent", count: operating("U") },
      O: { label: "received", count: operating("O") },
      all: { label: "moved", plus: ["U", "O"] },
    })
    const parts = layoutOf("parts", {
      wages: { label: "wages", count: { ...operating("U"), accounts: ["62"] } },
      rest: { label: "the rest", count: { ...operating("U"), notAccounts: ["62"] } },
      received: { label: "received", count: operating("O") },
      spent: { label: "spent", plus: ["wages", "rest"] },
    })
    expect(ties(all, parts)).toEqual([
      "tie: all.U 0 = + parts.spent 0",
      "tie: all.O 0 = + parts.received 0",
      "tie: all.all 0 = + parts.received 0 + parts.spent 0",
    ])
  })

  test("returns nothing without tables", () => {
    expect(Identity.of([])).toEqual([])
  })
})

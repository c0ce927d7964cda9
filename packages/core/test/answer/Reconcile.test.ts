/** The reconciliation of a published table: figures that are equal, that rounding explains, or that are wrong. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Reconcile from "../../src/answer/Reconcile.ts"
import type { BudgetEvent } from "../../src/event/BudgetEvent.ts"
import * as Ledger from "../../src/ledger/Ledger.ts"
import * as Money from "../../src/value/Money.ts"

const posted = (direction: "O" | "U", account: string, amount: string): BudgetEvent => ({
  _tag: "EstimatePosted",
  line: { direction, account, policyItem: "1100" },
  amounts: { "2026": amount },
})

/** Receipts of 100.60 and expenditure of 50.30 in operations, 20.60 invested. */
const ledger = (() => {
  const events: ReadonlyArray<BudgetEvent> = [
    {
      _tag: "PlanAdopted",
      entity: { name: "Testbestuur", type: "ocmw" },
      plan: "2026/0",
      edition: "bbc-3.0",
      years: { first: 2026, last: 2027 },
      creditYears: [2026],
    },
    {
      _tag: "StructureDeclared",
      declarations: {
        policyItems: [
          { code: "1100", name: "Algemeen", field: "0110", fieldName: "Secretariaat", domain: "D" },
        ],
        accounts: [
          { section: "operating", direction: "O", row: "II.A.5", prefixes: ["745"] },
          { section: "operating", direction: "U", row: "I.A.1", prefixes: ["613"] },
          { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["240"] },
        ],
      },
    },
    posted("O", "7450000", "100.60"),
    posted("U", "6130000", "50.30"),
    posted("U", "2400000", "20.60"),
  ]
  const out = Ledger.empty()
  for (const event of events) Result.getOrThrow(Ledger.append(out, { event, time: "" }))
  return out
})()

const cell = (code: string, amount: string, year = 2026): Reconcile.PublishedCell => ({
  section: "Budgettair resultaat",
  code,
  year,
  amount: Money.from(amount),
  line: 2,
  column: `${year}`,
})

const of = (...cells: ReadonlyArray<Reconcile.PublishedCell>): Reconcile.Reconciliation =>
  Result.getOrThrow(Reconcile.table(ledger, { form: "M2", cells }))

describe("Reconcile.table: a published figure", () => {
  // I is 50.30, from 101 and 50 as printed; III is 29.70, from 50 and −21 as printed.
  test.each([
    ["equal to the printed figure of the ledger", "I", "50", "equal", ["form", "exact"]],
    ["equal to the sum of printed rows", "I", "51", "rounding", ["rows"]],
    ["equal to a printed sum", "III", "29", "equal", ["form"]],
    ["equal to that sum rounded alone", "III", "30", "rounding", ["exact", "rows"]],
    ["given by no policy, within the tolerance", "III", "28", "rounding", []],
    ["outside the tolerance", "III", "31", "error", []],
    ["of a leaf row, off by one", "I.a", "102", "error", []],
  ])("%s", (_, code, amount, outcome, policies) => {
    expect(of(cell(code, amount)).comparisons[0]).toMatchObject({ outcome, policies })
  })

  test("missing in the form: returns similar rows", () => {
    const found = of(cell("X", "1"), cell("I", "1", 2035))
    expect(found.counts).toEqual({ equal: 0, rounding: 0, error: 0, missing: 2 })
    expect(found.comparisons.map(({ refusal }) => refusal)).toMatchObject([
      { _tag: "UnknownRow", row: "Budgettair resultaat/X", sourceLine: 2 },
      { _tag: "YearNotShown", year: 2035, years: [2026, 2027] },
    ])
  })
})

test("Reconcile.table: counts the figures that each policy gives", () => {
  const found = of(
    cell("I", "50"),
    cell("I.a", "101"),
    cell("I.b", "50"),
    cell("II", "-21"),
    cell("III", "29"),
  )
  expect(found.printedBy).toEqual({ form: 5, exact: 4, rows: 3 })
  expect(found.counts).toEqual({ equal: 5, rounding: 0, error: 0, missing: 0 })
  const unequal = of(cell("I", "51"), cell("III", "28"), cell("II", "-30"), cell("X", "1"))
  expect(unequal.printedBy).toEqual({ form: 0, exact: 0, rows: 1 })
  expect(unequal.counts).toEqual({ equal: 0, rounding: 2, error: 1, missing: 1 })
})

test("Reconcile.table: lists figures that cannot all be right", () => {
  const found = of(cell("I", "55"), cell("I.a", "101"), cell("I.b", "50"))
  expect(found.itself.counts).toEqual({ holds: 0, rounding: 0, broken: 1 })
  expect(found.itself.suspects.map(({ figure }) => figure.code)).toEqual(["I", "I.a", "I.b"])
  // A printed zero may be an amount that rounds to zero.
  const hidden = of(cell("I", "1"), cell("I.a", "0"), cell("I.b", "0"))
  expect(hidden.itself.counts).toEqual({ holds: 0, rounding: 1, broken: 0 })
})

test("Reconcile.table: returns every property of a comparison", () => {
  const found = of(cell("III", "31"), cell("X", "7"))
  expect(found.comparisons[0]).toStrictEqual({
    cell: cell("III", "31"),
    outcome: "error",
    printed: Money.from("29.00"),
    exact: Money.from("29.70"),
    roundsTo: Money.from("30.00"),
    difference: Money.from("2.00"),
    tolerance: Money.from("1.00"),
    policies: [],
    refusal: undefined,
  })
  expect(found.comparisons[1]).toStrictEqual({
    cell: cell("X", "7"),
    outcome: "missing",
    printed: undefined,
    exact: undefined,
    roundsTo: undefined,
    difference: Money.from("7.00"),
    tolerance: Money.zero,
    policies: [],
    refusal: {
      _tag: "UnknownRow",
      form: "M2",
      row: "Budgettair resultaat/X",
      near: ["Budgettair resultaat/IX"],
      sourceLine: 2,
    },
  })
  const { form, at, policy, counts, printedBy } = found
  expect({ form, at, policy, counts, printedBy }).toStrictEqual({
    form: "M2",
    at: { position: 5, plan: "2026/0" },
    policy: "form",
    counts: { equal: 0, rounding: 0, error: 1, missing: 1 },
    printedBy: { form: 0, exact: 0, rows: 0 },
  })
})

test("Reconcile.table: uses the given policy and position", () => {
  const outcome = (code: string, amount: string, options: Parameters<typeof Reconcile.table>[2]) =>
    Result.getOrThrow(Reconcile.table(ledger, { form: "M2", cells: [cell(code, amount)] }, options))
      .comparisons[0]
  expect(outcome("I", "51", { policy: "rows" })).toMatchObject({
    outcome: "equal",
    policies: ["rows"],
    roundsTo: Money.from("50.00"),
  })
  expect(outcome("III", "30", { policy: "exact" })).toMatchObject({
    outcome: "equal",
    policies: ["exact", "rows"],
    roundsTo: undefined,
  })
  expect(outcome("I", "101", { at: 3 })).toMatchObject({
    outcome: "equal",
    exact: Money.from("100.60"),
  })
  expect(Reconcile.table(ledger, { form: "M2", cells: [] }, { at: 9 })).toMatchObject(
    Result.fail({ _tag: "UnknownMoment" }),
  )
})

test("Reconcile.table: counts the carried amount in the tolerance unless it is zero", () => {
  const widths = (code: string) =>
    [2026, 2027].map((year) =>
      Money.format(of(cell(code, "900", year)).comparisons[0]?.tolerance ?? Money.zero),
    )
  expect([widths("VI"), widths("VII"), widths("I"), widths("II"), widths("I.a")]).toEqual([
    ["0.00", "1.00"],
    ["1.00", "1.00"],
    ["1.00", "0.00"],
    ["1.00", "0.00"],
    ["0.00", "0.00"],
  ])
  const cents = Result.getOrThrow(
    Reconcile.table(ledger, { form: "synthesis", cells: [{ ...cell("reserve", "9"), section: "" }] }),
  )
  expect(cents.comparisons[0]).toMatchObject({ outcome: "error", tolerance: Money.from("0.01") })
})

test("Reconcile.table: checks the consistency of other figures when some have no cell", () => {
  const found = of(cell("X", "1"), cell("I", "55"), cell("I.a", "101"), cell("I.b", "50"))
  expect(found.itself.counts.broken).toBe(1)
  // Figures finer than the unit of the form have no cell.
  expect(of(cell("I", "55.50"), cell("I.a", "101"), cell("I.b", "50")).itself.findings).toEqual([])
  expect(Result.isFailure(Reconcile.table(Ledger.empty(), { form: "M2", cells: [] }))).toBe(true)
})

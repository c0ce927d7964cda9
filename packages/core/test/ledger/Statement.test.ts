/** Statements of small forms: exact cells, printed figures, and hidden rows. */
import { Balances, Form, Layout, Money, Statement, Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Columns } from "../../src/fold/Columns.ts"
import { isPrintedSum } from "../../src/ledger/StatementAmounts.ts"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, declarations)
const face = { title: "Klein", edition: "bbc-3.0", years: "plan" } as const
const span = [2026, 2027, 2028]

type Amounts = ReadonlyArray<readonly [account: string, year: number, euro: string]>

/** Returns balances of amounts in euro, each on an account in a year. */
const balances = (...amounts: Amounts) => {
  const columns = new Columns()
  for (const [account, year, euro] of amounts)
    columns.append([
      {
        place: {
          phase: "estimate",
          direction: account.startsWith("7") ? "O" : "U",
          account,
          policyItem: "0900",
          action: "A1",
        },
        year,
        amount: Money.from(euro),
      },
    ])
  return Balances.of(columns)
}

const statement = (
  form: Form.Form,
  on: Balances.Balances,
  more: Partial<Parameters<typeof Statement.of>[2]> = {},
) =>
  Statement.of(Layout.of(form, structure), on, {
    at: { position: 7, plan: "2026/0" },
    entity: "Vereniging",
    years: span,
    span,
    policy: "form",
    ...more,
  })

const figures = (of: Statement.Statement, which: "exact" | "printed" = "printed") =>
  Object.fromEntries(
    of.rows.map(({ code, cells }) => [code, cells.map((cell) => Money.format(cell[which])).join(" ")]),
  )

const balance = Form.fixed({
  ...face,
  id: "K",
  decimals: 0,
  rows: {
    net: { label: "Saldo", plus: ["in"], minus: ["out"] },
    in: { label: "In", count: { direction: "O" } },
    out: { label: "Uit", count: { direction: "U" } },
    twice: { label: "Tweemaal", plus: ["net", "net"], printed: "rows" },
    run: { label: "Lopend", plus: ["net"], previousYear: "run", printed: "rows" },
  },
})

describe("Statement.of", () => {
  const on = balances(
    ["7450000", 2026, "10.60"],
    ["6140000", 2026, "4.30"],
    ["6140000", 2027, "1.50"],
    ["6140000", 2025, "99.00"],
    ["6140000", 2029, "99.00"],
    ["6203000", 2027, "0.70"],
  )

  test("counts, adds, subtracts and carries forward exactly", () => {
    expect(figures(statement(balance, on), "exact")).toEqual({
      net: "6.30 -2.20 0.00",
      in: "10.60 0.00 0.00",
      out: "4.30 2.20 0.00",
      twice: "12.60 -4.40 0.00",
      run: "6.30 4.10 4.10",
    })
  })

  test("prints figures as the form states, from exact amounts, or with all sums from printed rows", () => {
    expect(figures(statement(balance, on))).toEqual({
      net: "6.00 -2.00 0.00",
      in: "11.00 0.00 0.00",
      out: "4.00 2.00 0.00",
      twice: "12.00 -4.00 0.00",
      run: "6.00 4.00 4.00",
    })
    expect(figures(statement(balance, on, { policy: "exact" }))).toMatchObject({
      net: "6.00 -2.00 0.00",
      twice: "13.00 -4.00 0.00",
      run: "6.00 4.00 4.00",
    })
    expect(figures(statement(balance, on, { policy: "rows" }))).toMatchObject({
      net: "7.00 -2.00 0.00",
      twice: "14.00 -4.00 0.00",
      run: "7.00 5.00 5.00",
    })
  })

  test("print: returns the same figures from amounts only", () => {
    const layout = Layout.of(balance, structure)
    const exact = Statement.amounts(layout, on, span)
    for (const policy of Statement.policies) {
      const printed = Statement.print(layout, exact, policy)
      expect(printed).toEqual(
        statement(balance, on, { policy }).rows.map(({ cells }) => cells.map((cell) => cell.printed)),
      )
    }
    expect(exact[0]).toEqual([6_300_000n, -2_200_000n, 0n])
    expect(Statement.print(layout, [], "form")).toEqual([])
  })

  test("returns the given years, and zero for a year outside the plan", () => {
    expect(figures(statement(balance, on, { years: [2027, 2025, 2029] }), "exact")).toMatchObject({
      out: "2.20 0.00 0.00",
      run: "4.10 0.00 0.00",
    })
  })

  test("ignores amounts in years before and after its own", () => {
    const around = balances(
      ["7450000", 2026, "1.00"],
      ["7450000", 2028, "3.00"],
      ["7450000", 2029, "50.00"],
      ["6140000", 2028, "4.00"],
    )
    expect(figures(statement(balance, around, { years: [2025, 2026, 2028, 2029] }), "exact")).toEqual({
      net: "0.00 1.00 -1.00 0.00",
      in: "0.00 1.00 3.00 0.00",
      out: "0.00 0.00 4.00 0.00",
      twice: "0.00 2.00 -2.00 0.00",
      run: "0.00 1.00 0.00 0.00",
    })
    const running = Form.fixed({
      ...face,
      id: "R",
      decimals: 2,
      rows: {
        out: { label: "Uit", count: { direction: "U" } },
        run: { label: "Lopend", plus: ["out"], previousYear: "run" },
      },
    })
    expect(figures(statement(running, around))).toEqual({ out: "0.00 0.00 4.00", run: "0.00 0.00 4.00" })
  })

  test("returns rows without cells when there are no years", () => {
    const none = statement(balance, on, { years: [], span: [] })
    expect(none.rows.map(({ code, cells }) => [code, cells])).toEqual([
      ["net", []],
      ["in", []],
      ["out", []],
      ["twice", []],
      ["run", []],
    ])
    expect(Statement.amounts(Layout.of(balance, structure), on, [])).toEqual([])
  })

  test("returns its form, moment and entity, and every property of its rows", () => {
    const { rows, ...rest } = statement(balance, on, { years: [2026] })
    expect(rest).toStrictEqual({
      form: "K",
      title: "Klein",
      edition: "bbc-3.0",
      decimals: 0,
      at: { position: 7, plan: "2026/0" },
      entity: "Vereniging",
      years: [2026],
    })
    expect(rows[1]).toStrictEqual({
      section: "",
      code: "in",
      label: "In",
      level: 0,
      hidden: false,
      cells: [{ year: 2026, exact: Money.from("10.60"), printed: Money.from("11.00") }],
    })
  })

  test.each([
    ["form", ["exact", "printed", "printed"]],
    ["exact", ["exact", "exact", "exact"]],
    ["rows", ["printed", "printed", "printed"]],
  ] as const)(
    "says under the policy %s whether a sum is that of exact amounts or of figures",
    (policy, of) => {
      const { rows } = statement(balance, on, { policy })
      expect(rows.flatMap(({ sum }) => (sum === undefined ? [] : [sum.of]))).toEqual(of)
      const sums = Layout.of(balance, structure).rows.map((row) => isPrintedSum(row, policy))
      expect(sums).toEqual([of[0], "exact", "exact", of[1], of[2]].map((one) => one === "printed"))
      expect(rows[4]?.sum?.terms).toEqual([
        { row: 0, sign: 1, lag: 0 },
        { row: 4, sign: 1, lag: 1 },
      ])
    },
  )

  test("table: uses bigints when a sum of all amounts, times the weight of a place, may exceed 64 bits", () => {
    const huge = (count: number) =>
      balances(...Array.from({ length: count }, () => ["7450000", 2026, "1000000000000.00"] as const))
    const layout = Layout.of(balance, structure)
    const large = Statement.table(layout, huge(9), span)
    expect(large).toBeInstanceOf(Array)
    expect(Statement.rowsOf(large, 3)[3]).toEqual([18_000_000_000_000_000_000n, 0n, 0n])
    // A receipt counts twice in this row; the bound is 2^62 micro-euro.
    expect(Statement.table(layout, huge(2), span)).toBeInstanceOf(BigInt64Array)
    expect(Statement.table(layout, huge(3), span)).toBeInstanceOf(Array)
  })
})

describe("Statement rows", () => {
  const form = Form.fixed({
    ...face,
    id: "S",
    decimals: 2,
    rows: {
      sum: { label: "Som", plus: ["a", "b", "never"] },
      a: { label: "A", count: { accounts: ["61"] }, shown: "split" },
      b: { label: "B", count: { accounts: ["62"] }, shown: "split", optional: true },
      never: { label: "Nooit", count: { accounts: ["24"] }, shown: "never" },
      optional: { label: "Soms", count: { accounts: ["62"] }, optional: true },
      plain: { label: "Altijd", count: { accounts: ["62"] } },
    },
  })
  const shown = (...amounts: Amounts) =>
    Statement.shown(statement(form, balances(...amounts)))
      .map(({ code }) => code)
      .join(" ")

  test("are shown with another part of their sum, in a later year than the first, or when not empty", () => {
    expect([
      shown(),
      shown(["6140000", 2026, "1.00"]),
      shown(["6140000", 2027, "1.00"]),
      shown(["6203000", 2026, "1.00"]),
      shown(["6203000", 2028, "1.00"]),
      shown(["6140000", 2026, "1.00"], ["6203000", 2026, "1.00"]),
      shown(["6140000", 2026, "1.00"], ["2400000", 2026, "1.00"]),
    ]).toEqual([
      "sum plain",
      "sum plain",
      "sum a plain",
      "sum a optional plain",
      "sum a b optional plain",
      "sum a b optional plain",
      "sum a plain",
    ])
  })

  test("are hidden when they are the only part in every sum that they belong to", () => {
    const two = Form.fixed({
      ...face,
      id: "T",
      decimals: 2,
      rows: {
        first: { label: "Eerste", plus: ["a", "b"] },
        second: { label: "Tweede", plus: ["a", "c"] },
        other: { label: "Andere", plus: ["in"] },
        later: { label: "Later", plus: ["in"], previousYear: "a" },
        own: { label: "Eigen", plus: ["a"], previousYear: "in" },
        a: { label: "A", count: { accounts: ["61"] }, shown: "split" },
        b: { label: "B", count: { accounts: ["62"] } },
        c: { label: "C", count: { accounts: ["24"] } },
        in: { label: "In", count: { direction: "O" } },
      },
    })
    const isShown = (...amounts: Amounts) =>
      Statement.shown(statement(two, balances(["6140000", 2026, "1.00"], ...amounts))).some(
        ({ code }) => code === "a",
      )
    expect([
      isShown(),
      isShown(["7450000", 2026, "5.00"]),
      isShown(["6203000", 2026, "5.00"]),
      isShown(["2400000", 2026, "5.00"]),
    ]).toEqual([false, false, true, true])
  })

  test("are all shown when their group is not empty", () => {
    const grouped: Form.GroupedForm = {
      ...face,
      kind: "grouped",
      id: "G",
      decimals: 0,
      by: "action",
      address: "code",
      showEmpty: false,
      template: {
        U: { label: "U", count: { direction: "U" } },
        O: { label: "O", count: { direction: "O" } },
      },
      totals: { some: { label: "Soms", sum: "U", optional: true } },
    }
    const codes = (...amounts: Amounts) =>
      Statement.shown(statement(grouped, balances(...amounts))).map(({ code }) => code)
    expect(codes()).toEqual([])
    expect(codes(["7450000", 2028, "1.00"])).toEqual(["A1/U", "A1/O"])
    expect(codes(["6140000", 2026, "1.00"])).toEqual(["A1/U", "A1/O", "some"])
    expect(codes(["6140000", 2026, "1.00"], ["6203000", 2026, "-1.00"])).toEqual([])
  })
})

test("Statement.figure: has the decimals of the form", () => {
  const figure = (decimals: number, text: string) => Statement.figure({ decimals }, Money.from(text))
  expect([figure(0, "1200.00"), figure(2, "1200.00"), figure(2, "0.05"), figure(0, "0.00")]).toEqual([
    "1200",
    "1200.00",
    "0.05",
    "0",
  ])
  expect(figure(0, "12.003")).toBe("12.003")
})

/** Small forms laid out over a small structure: rows with address, level, group and terms. */
import { Address, type BudgetLine, Form, Layout, Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, {
  ...declarations,
  goals: [
    ...declarations.goals,
    { code: "BD2", level: "policyObjective", name: "DIENSTVERLENING", priority: false },
    { code: "BD3", level: "policyObjective", name: "Overig", priority: false },
    { code: "Eigen", level: "policyObjective", name: "Eigen", priority: false },
    { code: "BD4", level: "policyObjective", name: "Eigen", priority: false },
    { code: "BD5", level: "policyObjective", name: "Alleen", priority: false },
    { code: "BD6", level: "policyObjective", name: "Rest", priority: false },
  ],
})

const face = { title: "X", edition: "bbc-3.0", decimals: 0, years: "plan" } as const
const U = { label: "Uit", count: { direction: "U" } } as const
const O = { label: "In", count: { direction: "O" } } as const

/** Formats a row on one line: address, level, group, added rows, selector, visibility. */
const lines = (form: Form.Form): ReadonlyArray<string> => {
  const { rows } = Layout.of(form, structure)
  const at = (index: number | undefined) =>
    index === undefined ? "" : Address.format(rows[index] ?? never())
  return rows.map((row) =>
    [
      `${row.section || "-"}/${row.code} "${row.label}" ${row.level}`,
      ...(row.group === "" ? [] : [`in ${row.group.replace("\u001f", "~")}`]),
      ...row.terms.map((term) => `${term.lag === 1 ? "before" : term.sign} ${at(term.row)}`),
      ...(row.count === undefined ? [] : [JSON.stringify(row.count)]),
      ...[row.optional === true ? "optional" : "", row.shown ?? "", row.printed ?? ""].filter(
        (one) => one !== "",
      ),
    ].join(", "),
  )
}

const never = (): never => {
  throw new Error("the test has this value")
}

const place = (more: Partial<BudgetLine.Place>): BudgetLine.Place => ({
  phase: "estimate",
  direction: "U",
  account: "6140000",
  policyItem: "0900",
  ...more,
})

describe("Layout.of a fixed form", () => {
  const form = Form.fixed({
    ...face,
    id: "F",
    rows: {
      "S/I": { label: "Saldo", plus: ["S/I.a"], minus: ["S/I.b-1"], previousYear: "S/I", printed: "rows" },
      "S/I.a": { label: "Goederen", count: { row: "I.A.1", section: "operating" }, optional: true },
      "S/I.b-1": { label: "Alles", count: {}, level: 0, shown: "never" },
      bare: { label: "Kaal", plus: [] },
    },
  })

  test("returns the rows in order, with their level and terms", () => {
    expect(lines(form)).toMatchInlineSnapshot(`
      [
        "S/I "Saldo" 0, 1 S/I.a, -1 S/I.b-1, before S/I, rows",
        "S/I.a "Goederen" 1, {"row":"I.A.1","section":"operating"}, optional",
        "S/I.b-1 "Alles" 0, {}, never",
        "-/bare "Kaal" 0",
      ]
    `)
  })

  test("contains the form and the structure", () => {
    const layout = Layout.of(form, structure)
    expect(layout.form).toBe(form)
    expect(layout.structure).toBe(structure)
    expect(layout.rows.map(({ index }) => index)).toEqual([0, 1, 2, 3])
    expect(layout.order).toEqual([1, 2, 0, 3])
  })

  test("sets only the display properties that the form states", () => {
    const [saldo, goods] = Layout.of(form, structure).rows
    expect(saldo).toStrictEqual({
      index: 0,
      section: "S",
      code: "I",
      level: 0,
      group: "",
      label: "Saldo",
      printed: "rows",
      terms: [
        { row: 1, sign: 1, lag: 0 },
        { row: 2, sign: -1, lag: 0 },
        { row: 0, sign: 1, lag: 1 },
      ],
      count: undefined,
    })
    expect(goods).toStrictEqual({
      index: 1,
      section: "S",
      code: "I.a",
      level: 1,
      group: "",
      label: "Goederen",
      optional: true,
      terms: [],
      count: { row: "I.A.1", section: "operating" },
    })
  })

  test("leavesOf: returns every row that counts a place, in form order, and none for a result or an unplaced one", () => {
    const { leavesOf } = Layout.of(form, structure)
    expect([
      leavesOf(place({})),
      leavesOf(place({ account: "6203000" })),
      leavesOf(place({ direction: "O", account: "0930000" })),
      leavesOf(place({ account: "8888888" })),
    ]).toEqual([[1, 2], [2], [], []])
  })
})

describe("Layout.of a grouped form", () => {
  const shape = {
    ...face,
    kind: "grouped",
    id: "G",
    by: "policyObjective",
    address: "group",
    showEmpty: false,
    rest: "Rest",
    template: { U, "O/x": { ...O, level: 2 }, net: { label: "Saldo", plus: ["O/x"], minus: ["U"] } },
    totals: {
      "Totaal/U": { label: "Som", sum: "U", level: 1 },
      "Overig/all": { label: "Alles", count: {} },
      reserve: { label: "Reserve", plus: ["Totaal/U"], previousYear: "reserve" },
    },
  } as const satisfies Form.GroupedForm

  test("repeats the rows for objectives by name, and by code and name where names are equal", () => {
    const { kind: _, ...unmade } = shape
    const form = Form.grouped(unmade)
    expect(form.kind).toBe("grouped")
    expect(lines(form)).toMatchInlineSnapshot(`
      [
        "BD1 Dienstverlening/U "Uit" 0, in BD1, {"direction":"U"}, optional",
        "BD1 Dienstverlening/O/x "In" 2, in BD1, {"direction":"O"}, optional",
        "BD1 Dienstverlening/net "Saldo" 0, in BD1, 1 BD1 Dienstverlening/O/x, -1 BD1 Dienstverlening/U, optional",
        "BD2 DIENSTVERLENING/U "Uit" 0, in BD2, {"direction":"U"}, optional",
        "BD2 DIENSTVERLENING/O/x "In" 2, in BD2, {"direction":"O"}, optional",
        "BD2 DIENSTVERLENING/net "Saldo" 0, in BD2, 1 BD2 DIENSTVERLENING/O/x, -1 BD2 DIENSTVERLENING/U, optional",
        "BD3 Overig/U "Uit" 0, in BD3, {"direction":"U"}, optional",
        "BD3 Overig/O/x "In" 2, in BD3, {"direction":"O"}, optional",
        "BD3 Overig/net "Saldo" 0, in BD3, 1 BD3 Overig/O/x, -1 BD3 Overig/U, optional",
        "Eigen/U "Uit" 0, in Eigen, {"direction":"U"}, optional",
        "Eigen/O/x "In" 2, in Eigen, {"direction":"O"}, optional",
        "Eigen/net "Saldo" 0, in Eigen, 1 Eigen/O/x, -1 Eigen/U, optional",
        "BD4 Eigen/U "Uit" 0, in BD4, {"direction":"U"}, optional",
        "BD4 Eigen/O/x "In" 2, in BD4, {"direction":"O"}, optional",
        "BD4 Eigen/net "Saldo" 0, in BD4, 1 BD4 Eigen/O/x, -1 BD4 Eigen/U, optional",
        "Alleen/U "Uit" 0, in BD5, {"direction":"U"}, optional",
        "Alleen/O/x "In" 2, in BD5, {"direction":"O"}, optional",
        "Alleen/net "Saldo" 0, in BD5, 1 Alleen/O/x, -1 Alleen/U, optional",
        "BD6 Rest/U "Uit" 0, in BD6, {"direction":"U"}, optional",
        "BD6 Rest/O/x "In" 2, in BD6, {"direction":"O"}, optional",
        "BD6 Rest/net "Saldo" 0, in BD6, 1 BD6 Rest/O/x, -1 BD6 Rest/U, optional",
        "Rest/U "Uit" 0, in ~rest, {"direction":"U"}, optional",
        "Rest/O/x "In" 2, in ~rest, {"direction":"O"}, optional",
        "Rest/net "Saldo" 0, in ~rest, 1 Rest/O/x, -1 Rest/U, optional",
        "Totaal/U "Som" 1, 1 BD1 Dienstverlening/U, 1 BD2 DIENSTVERLENING/U, 1 BD3 Overig/U, 1 Eigen/U, 1 BD4 Eigen/U, 1 Alleen/U, 1 BD6 Rest/U, 1 Rest/U",
        "Overig/all "Alles" 0, {}",
        "-/reserve "Reserve" 0, 1 Totaal/U, before reserve",
      ]
    `)
  })

  test("repeats the rows for domains, in capitals", () => {
    expect(lines({ ...shape, by: "policyDomain", template: { U }, totals: {} })).toMatchInlineSnapshot(`
      [
        "ZORG/U "Uit" 0, in Zorg, {"direction":"U"}, optional",
        "ALGEMEEN/U "Uit" 0, in Algemeen, {"direction":"U"}, optional",
        "Rest/U "Uit" 0, in ~rest, {"direction":"U"}, optional",
      ]
    `)
  })

  test("repeats the rows for actions by code, and shows all groups when the form states so", () => {
    const { rest: _, ...bare } = shape
    const form = { ...bare, by: "action", address: "code", showEmpty: true } as const
    expect(lines({ ...form, template: { "S/U": U, U }, totals: {} })).toMatchInlineSnapshot(`
      [
        "S/A1/U "A1 Woonloket – Uit" 0, in A1, {"direction":"U"}",
        "-/A1/U "A1 Woonloket – Uit" 0, in A1, {"direction":"U"}",
        "S/A2/U "A2 Energiehuis – Uit" 0, in A2, {"direction":"U"}",
        "-/A2/U "A2 Energiehuis – Uit" 0, in A2, {"direction":"U"}",
        "S/A9/U "A9 Overhead – Uit" 0, in A9, {"direction":"U"}",
        "-/A9/U "A9 Overhead – Uit" 0, in A9, {"direction":"U"}",
      ]
    `)
    expect(
      lines({
        ...form,
        rest: "Geen actie",
        template: { U, deep: { ...O, level: 4 } } as never,
        totals: { "a/b": { label: "T", sum: "U" } },
      }),
    ).toMatchInlineSnapshot(`
      [
        "-/A1/U "A1 Woonloket – Uit" 0, in A1, {"direction":"U"}",
        "-/A1/deep "A1 Woonloket – In" 0, in A1, {"direction":"O"}",
        "-/A2/U "A2 Energiehuis – Uit" 0, in A2, {"direction":"U"}",
        "-/A2/deep "A2 Energiehuis – In" 0, in A2, {"direction":"O"}",
        "-/A9/U "A9 Overhead – Uit" 0, in A9, {"direction":"U"}",
        "-/A9/deep "A9 Overhead – In" 0, in A9, {"direction":"O"}",
        "-/Geen actie/U "Geen actie – Uit" 0, in ~rest, {"direction":"U"}, optional",
        "-/Geen actie/deep "Geen actie – In" 0, in ~rest, {"direction":"O"}, optional",
        "-/a/b "T" 0, 1 A1/U, 1 A2/U, 1 A9/U, 1 Geen actie/U",
      ]
    `)
  })

  test("repeats the rows for the tree, where a node adds its children and only an action counts places", () => {
    expect(
      lines({
        ...shape,
        by: "goal",
        address: "code",
        template: { "S/U": U, net: { label: "N", plus: ["S/U"] } },
        totals: {},
      }),
    ).toMatchInlineSnapshot(`
      [
        "S/BD1/U "BD1 Dienstverlening – Uit" 0, in BD1, 1 S/AP1/U, optional",
        "-/BD1/net "BD1 Dienstverlening – N" 0, in BD1, 1 S/BD1/U, optional",
        "S/AP1/U "AP1 Wonen – Uit" 1, in AP1, 1 S/A1/U, 1 S/A2/U, optional",
        "-/AP1/net "AP1 Wonen – N" 1, in AP1, 1 S/AP1/U, optional",
        "S/A1/U "A1 Woonloket – Uit" 2, in A1, {"direction":"U"}, optional",
        "-/A1/net "A1 Woonloket – N" 2, in A1, 1 S/A1/U, optional",
        "S/A2/U "A2 Energiehuis – Uit" 2, in A2, {"direction":"U"}, optional",
        "-/A2/net "A2 Energiehuis – N" 2, in A2, 1 S/A2/U, optional",
        "S/A9/U "A9 Overhead – Uit" 0, in A9, {"direction":"U"}, optional",
        "-/A9/net "A9 Overhead – N" 0, in A9, 1 S/A9/U, optional",
        "S/BD2/U "BD2 DIENSTVERLENING – Uit" 0, in BD2, optional",
        "-/BD2/net "BD2 DIENSTVERLENING – N" 0, in BD2, 1 S/BD2/U, optional",
        "S/BD3/U "BD3 Overig – Uit" 0, in BD3, optional",
        "-/BD3/net "BD3 Overig – N" 0, in BD3, 1 S/BD3/U, optional",
        "S/Eigen/U "Eigen Eigen – Uit" 0, in Eigen, optional",
        "-/Eigen/net "Eigen Eigen – N" 0, in Eigen, 1 S/Eigen/U, optional",
        "S/BD4/U "BD4 Eigen – Uit" 0, in BD4, optional",
        "-/BD4/net "BD4 Eigen – N" 0, in BD4, 1 S/BD4/U, optional",
        "S/BD5/U "BD5 Alleen – Uit" 0, in BD5, optional",
        "-/BD5/net "BD5 Alleen – N" 0, in BD5, 1 S/BD5/U, optional",
        "S/BD6/U "BD6 Rest – Uit" 0, in BD6, optional",
        "-/BD6/net "BD6 Rest – N" 0, in BD6, 1 S/BD6/U, optional",
        "S/Rest/U "Rest – Uit" 0, in ~rest, {"direction":"U"}, optional",
        "-/Rest/net "Rest – N" 0, in ~rest, 1 S/Rest/U, optional",
      ]
    `)
  })

  test("counts a place in its own group or the rest, and in the rows after all groups", () => {
    const of = (form: Form.GroupedForm, ...places: ReadonlyArray<Partial<BudgetLine.Place>>) => {
      const { leavesOf, rows } = Layout.of(form, structure)
      return places.map((one) => leavesOf(place(one)).map((at) => Address.format(rows[at] ?? never())))
    }
    expect(of(shape, { action: "A1" }, { action: "A9" }, {}, { direction: "O", account: "7450000" })).toEqual(
      [
        ["BD1 Dienstverlening/U", "Overig/all"],
        ["Rest/U", "Overig/all"],
        ["Rest/U", "Overig/all"],
        ["Rest/O/x", "Overig/all"],
      ],
    )
    expect(of({ ...shape, by: "policyDomain" }, {}, { policyItem: "0404" })).toEqual([
      ["ZORG/U", "Overig/all"],
      ["Rest/U", "Overig/all"],
    ])
    const { rest: _, ...bare } = shape
    expect(of({ ...bare, by: "action" }, { action: "A2" }, {})).toEqual([
      ["Energiehuis/U", "Overig/all"],
      ["Overig/all"],
    ])
    expect(of({ ...bare, by: "goal" }, { action: "A2" })).toEqual([["Energiehuis/U", "Overig/all"]])
    // An undeclared action is in no group.
    expect(of({ ...shape, by: "action" }, { action: "A404" })).toEqual([["Rest/U", "Overig/all"]])
  })
})

test("Layout.of: returns the rows that count a place in form order, for any selectors", () => {
  const form = Form.fixed({
    ...face,
    id: "O",
    rows: {
      all: { label: "Alles", count: {} },
      goods: { label: "Goederen", count: { row: "I.A.1" } },
      out: { label: "Uit", count: { direction: "U" } },
    },
  })
  expect(Layout.of(form, structure).leavesOf(place({}))).toEqual([0, 1, 2])
})

test("Layout.of: throws when a row adds an unknown row or itself", () => {
  const broken = (rows: Form.FixedForm["rows"]) => () =>
    Layout.of({ ...face, kind: "fixed", id: "B", rows }, structure)
  expect(broken({ a: { label: "A", plus: [], minus: ["b"] } })).toThrow("form B has no row b")
  expect(broken({ a: { label: "A", plus: [], previousYear: "c" } })).toThrow("form B has no row c")
  expect(broken({ "s/a": { label: "A", plus: ["s/a"] } })).toThrow("row a adds itself")
  expect(broken({ a: { label: "A", plus: ["b"] }, b: { label: "B", plus: ["a"] } })).toThrow("adds itself")
  expect(broken({ a: { label: "A", plus: [], previousYear: "a" } })).not.toThrow()
})

describe("Form", () => {
  const rows = {
    a: { label: "A", count: { section: "operating" } },
    r: { label: "R", count: { section: "result" } },
    d: { label: "D", count: { phase: "debt", section: "financing" } },
    s: { label: "S", plus: ["a"], minus: ["r"], previousYear: "d" },
    t: { label: "T", plus: ["s"], level: 3 },
  } as const satisfies Form.FixedForm["rows"]

  test("realised: replaces estimates by realisations, except for results and debts", () => {
    expect(Form.realised(rows)).toStrictEqual({
      ...rows,
      a: { label: "A", count: { section: "operating", phase: "actual" } },
    })
    const all = { x: { label: "X", count: {} } }
    expect(Form.realised(all)).toStrictEqual({ x: { label: "X", count: { phase: "actual" } } })
  })

  test("suffixed: adds a suffix to ids and labels", () => {
    expect(Form.suffixed(rows, { id: "/2", label: " (2)" })).toStrictEqual({
      "a/2": { label: "A (2)", count: { section: "operating" } },
      "r/2": { label: "R (2)", count: { section: "result" } },
      "d/2": { label: "D (2)", count: { phase: "debt", section: "financing" } },
      "s/2": { label: "S (2)", plus: ["a/2"], minus: ["r/2"], previousYear: "d/2" },
      "t/2": { label: "T (2)", plus: ["s/2"], level: 3 },
    })
  })
})

/** Tie-outs: rows of two forms that count the same. */
import { describe, expect, test } from "vitest"
import * as Structure from "../../src/event/Structure.ts"
import { forms } from "../../src/form/bbc3/index.ts"
import type { FormRow } from "../../src/form/Form.ts"
import * as Identity from "../../src/form/Identity.ts"
import * as Layout from "../../src/form/Layout.ts"
import { layoutOf } from "../SmallForm.ts"

const spent = { section: "operating", direction: "U" } as const
const received = { section: "operating", direction: "O" } as const
const wages: FormRow = { label: "wages", count: { ...spent, accounts: ["62"] } }
const goods: FormRow = { label: "goods", count: { ...spent, accounts: ["61"] } }
const rest: FormRow = { label: "the rest", count: { ...spent, notAccounts: ["61", "62"] } }

const nameOf = (layouts: ReadonlyArray<Layout.Layout>, { table, row }: Identity.RowIndex): string =>
  `${layouts[table]?.form.id}.${layouts[table]?.rows[row]?.code}`
const tieOuts = (years: number, ...layouts: ReadonlyArray<Layout.Layout>) =>
  Identity.tieOuts(layouts, years).map(
    ({ row, terms, isCarried }) =>
      `${[row, ...terms].map((one) => nameOf(layouts, one)).join(" = ")}${isCarried ? ", carried" : ""}`,
  )

describe("Identity.tieOuts", () => {
  test("returns nothing without layouts, and for a form alone", () => {
    expect(Identity.tieOuts([], 2)).toEqual([])
    expect(tieOuts(2, layoutOf("one", { wages, again: { label: "again", plus: ["wages"] } }))).toEqual([])
  })

  test("does not tie rows that count nothing", () => {
    const empty = { nothing: { label: "nothing", plus: [] } }
    expect(tieOuts(2, layoutOf("one", { wages, ...empty }), layoutOf("two", { ...empty, wages }))).toEqual([
      "one.wages = two.wages",
    ])
  })

  test("reports which rows carry amounts forward; Identity.of leaves these out", () => {
    const rows: Readonly<Record<string, FormRow>> = {
      O: { label: "received", count: received },
      reserve: { label: "reserve", plus: ["O"], previousYear: "reserve" },
    }
    const layouts = [layoutOf("one", rows), layoutOf("two", rows)]
    for (const years of [1, 2])
      expect(tieOuts(years, ...layouts)).toEqual(["one.O = two.O", "one.reserve = two.reserve, carried"])
    const identities = Identity.of(layouts.map((layout) => ({ layout, years: [2026] })))
    expect(identities.filter(({ kind }) => kind === "tie")).toEqual([
      {
        kind: "tie",
        cell: { table: 0, row: 0, year: 0 },
        terms: [{ cell: { table: 1, row: 0, year: 0 }, sign: 1 }],
      },
    ])
  })

  test("depends on the number of years: a row of two years before counts nothing in two years", () => {
    const rows: Readonly<Record<string, FormRow>> = {
      O: { label: "received", count: received },
      before: { label: "of the year before", plus: [], previousYear: "O" },
      twice: { label: "of two years before", plus: [], previousYear: "before" },
    }
    const layouts = [layoutOf("one", rows), layoutOf("two", rows)]
    const shared = ["one.O = two.O", "one.before = two.before, carried"]
    expect(tieOuts(2, ...layouts)).toEqual(shared)
    expect(tieOuts(3, ...layouts)).toEqual([...shared, "one.twice = two.twice, carried"])
    expect(tieOuts(2, ...layouts)).toEqual(shared)
  })

  test("returns the same list for the same layouts, and another for other layouts", () => {
    const [one, two, three] = [
      layoutOf("one", { wages }),
      layoutOf("two", { wages }),
      layoutOf("three", { wages }),
    ]
    const first = Identity.tieOuts([one, two], 2)
    Identity.tieOuts([one, three], 2)
    expect(Identity.tieOuts([one, two], 2)).toBe(first)
    expect(tieOuts(2, one, three)).toEqual(["one.wages = three.wages"])
    expect(tieOuts(2, one)).toEqual([])
    expect(tieOuts(2, one, two, three)).toEqual([
      "one.wages = two.wages",
      "one.wages = three.wages",
      "two.wages = three.wages",
    ])
  })

  test("sums the first of rows that count the same, and of rows of one size", () => {
    const all = layoutOf("all", { all: { label: "spent", count: spent } })
    const parts = {
      wages,
      goods,
      rest,
      both: { label: "wages and goods", plus: ["wages", "goods"] },
      other: { label: "goods and rest", plus: ["goods", "rest"] },
      again: { label: "wages again", plus: ["wages"] },
    }
    const { both, other, again, ...single } = parts
    expect(tieOuts(2, all, layoutOf("parts", parts))).toEqual(["all.all = parts.rest = parts.both"])
    expect(tieOuts(2, all, layoutOf("parts", { ...single, again, other, both }))).toEqual([
      "all.all = parts.wages = parts.other",
    ])
    expect(tieOuts(2, all, layoutOf("parts", { ...single, again }))).toEqual([
      "all.all = parts.wages = parts.goods = parts.rest",
    ])
    expect(tieOuts(2, all, layoutOf("parts", { wages, both, goods }))).toEqual([])
  })
})

/** The tie-outs that BBC 3.0 states, as sums of rows. */
const stated = [
  ["M1 Totalen/U", "T1 Algemeen totaal/U"],
  ["M1 Totalen/O", "T1 Algemeen totaal/O"],
  ["M1 Totalen/U", "T2 EXPLOITATIE/I", "T2 INVESTERINGEN/I", "T2 FINANCIERING/I"],
  ["M1 Totalen/O", "T2 EXPLOITATIE/II", "T2 INVESTERINGEN/II", "T2 FINANCIERING/II"],
  ["T2 EXPLOITATIE/I", "M2 Budgettair resultaat/I.b"],
  ["T2 EXPLOITATIE/II", "M2 Budgettair resultaat/I.a"],
  ["T2 INVESTERINGEN/I", "M2 Budgettair resultaat/II.b"],
  ["T2 INVESTERINGEN/II", "M2 Budgettair resultaat/II.a"],
  ["T2 FINANCIERING/I", "M2 Budgettair resultaat/IV.b"],
  ["T2 FINANCIERING/II", "M2 Budgettair resultaat/IV.a"],
  ["M3 Exploitatie/U", "M2 Budgettair resultaat/I.b"],
  ["M3 Exploitatie/O", "M2 Budgettair resultaat/I.a"],
  ["M3 Investeringen/U", "M2 Budgettair resultaat/II.b"],
  ["M3 Investeringen/O", "M2 Budgettair resultaat/II.a"],
  ["M3 Financiering/U", "M2 Budgettair resultaat/IV.b"],
  ["M3 Financiering/O", "M2 Budgettair resultaat/IV.a"],
  ["T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V", "M2 Budgettair resultaat/V"],
  ["synthesis total/net", "M2 Budgettair resultaat/V"],
  ["synthesis reserve", "M2 Budgettair resultaat/VII"],
  ["T3 B", "T2 FINANCIERING/II.A"],
  ["T3 C", "T2 FINANCIERING/I.A"],
]

test("tie-outs: derives every tie-out that BBC 3.0 states, carried rows included", () => {
  const bare = Structure.declare(Structure.empty, {
    goals: [{ code: "A1", name: "A1", level: "action", priority: false }],
    policyItems: [{ code: "1", name: "1", field: "1", fieldName: "1", domain: "D" }],
  })
  const layouts = (["M1", "M2", "M3", "T1", "T2", "T3", "synthesis"] as const).map((form) =>
    Layout.of(forms[form], bare),
  )
  const nameOf = ({ table, row }: Identity.RowIndex) => {
    const { section = "", code } = layouts[table]?.rows[row] ?? {}
    return `${layouts[table]?.form.id} ${section === "" ? code : `${section}/${code}`}`
  }
  const found = new Set(
    Identity.tieOuts(layouts, 3).map(({ row, terms }) => [row, ...terms].map(nameOf).toSorted().join(" = ")),
  )
  expect(stated.map((rows) => rows.toSorted().join(" = ")).filter((tie) => !found.has(tie))).toEqual([])
  // T3: D = A + B - C, which is a sum within one form.
  const { terms } = layouts[5]?.rows.find(({ code }) => code === "D") ?? {}
  expect(terms?.map(({ row, sign, lag }) => [layouts[5]?.rows[row]?.code, sign, lag])).toEqual([
    ["A", 1, 0],
    ["B", 1, 0],
    ["C", -1, 0],
  ])
})

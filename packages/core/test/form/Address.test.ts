/** Rows by their address, and similar rows when there is no such row. */
import {
  Address,
  Adoption,
  Estimate,
  Explain,
  type FormId,
  Layout,
  Ledger,
  Money,
  Structure,
} from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adjusted, get, never } from "../AdjustedPlan.ts"
import { adopted, declared, goods } from "../SmallPlan.ts"

const plan = Ledger.planAt(ledger(adopted, declared))
const t2 = Ledger.layout(ledger(adopted, declared), "T2", plan ?? never())
const near = (text: string) =>
  Result.match(Address.find(t2, text), {
    onFailure: (refusal) => (refusal._tag === "UnknownRow" ? refusal.near : [refusal._tag]),
    onSuccess: (row) => [`found ${Address.format(row)}`],
  })

test("Address.find: returns rows similar to the code after the last slash", () => {
  expect(near("T2/EXPLOITATIE/I.B.1.c")).toEqual(["INVESTERINGEN/I.B.1.c", "INVESTERINGEN/II.B.1.c"])
})

test("Address.find: returns at most five similar rows", () => {
  expect(near("EXPLOITATIE/I.A.")).toEqual([
    "EXPLOITATIE/I.A.1",
    "EXPLOITATIE/I.A.2",
    "EXPLOITATIE/I.A.2.a",
    "EXPLOITATIE/I.A.2.b",
    "EXPLOITATIE/I.A.2.c",
  ])
})

test("Address.find: matches a whole text with a slash as a code before it is split", () => {
  const layout = Layout.of(
    {
      kind: "fixed",
      id: "X",
      title: "X",
      edition: "bbc-3.0",
      decimals: 0,
      years: "plan",
      rows: { "X/A/U": { label: "of X", count: {} }, "A/U": { label: "of A", count: {} } },
    },
    Structure.empty,
  )
  const found = Result.map(Address.find(layout, "a/u"), ({ label }) => label)
  expect(found).toEqual(Result.succeed("of X"))
})

describe("Address.find", () => {
  const layout = (form: FormId) => Ledger.layout(adjusted, form, Ledger.planAt(adjusted) ?? never())
  const find = (form: FormId, text: string) => Result.map(Address.find(layout(form), text), Address.format)

  test("finds a row by its unique code or by section and code, ignoring case", () => {
    expect(find("T2", "i.a.2.c")).toEqual(Result.succeed("EXPLOITATIE/I.A.2.c"))
    expect(find("T2", "investeringen/I.B.1.C")).toEqual(Result.succeed("INVESTERINGEN/I.B.1.c"))
    expect(find("synthesis", "A1/net")).toEqual(Result.succeed("A1/net"))
    expect(find("goals", "Exploitatie/BD1/U")).toEqual(Result.succeed("Exploitatie/BD1/U"))
    expect(find("synthesis", "reserve")).toEqual(Result.succeed("reserve"))
  })

  test("returns the candidates when a code is ambiguous", () => {
    expect(find("T2", "I.A.1")).toEqual(
      Result.fail({
        _tag: "AmbiguousRow",
        form: "T2",
        row: "I.A.1",
        candidates: ["EXPLOITATIE/I.A.1", "INVESTERINGEN/I.A.1", "FINANCIERING/I.A.1"],
      }),
    )
  })

  test("returns similar rows when there is no such row", () => {
    expect(find("T2", "EXPLOITATIE/I.A.2.c.")).toMatchObject(
      Result.fail({ _tag: "UnknownRow", form: "T2", row: "EXPLOITATIE/I.A.2.c.", near: [] }),
    )
    const near = Result.match(find("M2", "X/VI.B"), {
      onFailure: (refusal) => (refusal._tag === "UnknownRow" ? refusal.near : []),
      onSuccess: () => [],
    })
    expect(near).toEqual([
      "Budgettair resultaat/VI.B",
      "Budgettair resultaat/VI.B.1",
      "Budgettair resultaat/VI.B.2",
      "Budgettair resultaat/VI.B.3",
    ])
  })

  test("level: derives from the code unless the form sets it", () => {
    const levels = (form: FormId, ...codes: ReadonlyArray<string>) =>
      codes.map((code) => layout(form).rows.find((row) => Address.format(row) === code)?.level)
    expect(levels("T2", "EXPLOITATIE/I", "EXPLOITATIE/I.A.2.c", "EXPLOITATIE/II.A.3.a-2-5")).toEqual([
      0, 3, 5,
    ])
    expect(levels("M3", "Exploitatie/U", "Leningen en Leasings/U")).toEqual([0, 1])
    expect(levels("goals", "Totaal/BD1/U", "Totaal/AP1/U", "Totaal/A1/U", "Totaal/A9/U")).toEqual([
      0, 1, 2, 0,
    ])
  })

  test("layout: sums the goals below a goal and counts places on actions only", () => {
    const { rows } = layout("goals")
    const row = (address: string) => rows.find((one) => Address.format(one) === address)
    expect(row("Exploitatie/BD1/U")?.terms.map(({ row: at }) => rows[at]?.code)).toEqual(["AP1/U"])
    expect(row("Exploitatie/A1/U")?.count).toEqual({ section: "operating", direction: "U" })
    expect(row("Exploitatie/BD1/U")?.count).toBeUndefined()
  })
})

describe("Layout of goals with equal names", () => {
  const namesakes = ledger(
    adopted,
    declared,
    Adoption.declare({
      goals: [
        { code: "BD7", level: "policyObjective", name: "Werking", priority: true },
        { code: "BD8", level: "policyObjective", name: "Werking", priority: true },
        ...(["7", "8"] as const).flatMap((goal) => [
          {
            code: `AP7${goal}`,
            level: "actionPlan",
            parent: `BD${goal}`,
            name: "Plan",
            priority: true,
          } as const,
          {
            code: `A7${goal}`,
            level: "action",
            parent: `AP7${goal}`,
            name: "Actie",
            priority: true,
          } as const,
        ]),
      ],
    }),
    Estimate.post({ line: { ...goods, action: "A77" }, amounts: { "2026": "7.00" } }),
    Estimate.post({ line: { ...goods, action: "A78" }, amounts: { "2026": "8.00" } }),
  )
  const cell = (row: string) => Explain.cell(namesakes, { form: "M1", row, year: 2026 })

  test("M1: adds the code to the section of each and explains both", () => {
    expect(["BD7 Werking/U", "BD8 Werking/U"].map((row) => Money.format(get(cell(row)).exact))).toEqual([
      "7.00",
      "8.00",
    ])
    expect(Result.isFailure(cell("Werking/U"))).toBe(true)
  })

  test("M1: keeps the name only for other goals", () => {
    const sections = get(Ledger.statement(namesakes, "M1")).rows.map(({ section }) => section)
    expect(sections.filter((section) => section.includes("BD")).length).toBe(4)
    expect(sections).toContain("Totalen")
  })
})

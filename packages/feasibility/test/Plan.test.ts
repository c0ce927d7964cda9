/** The published W13 plan: exact amounts for every figure, and contradictions when one figure is changed. */
import { Address, type FormId, Money } from "@grootboek/core"
import { Consistency, type Published } from "@grootboek/core/answer"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { type Conflict, Feasibility, Words } from "../src/index.ts"
import { table } from "./Plan.ts"

const schemas: ReadonlyArray<FormId> = ["M1", "M2", "M3", "T1", "T2", "T3"]

const everything: ReadonlyArray<FormId> = [...schemas, "goals", "synthesis"]

const verdict = (tables: ReadonlyArray<Published.PublishedTable>, options?: Feasibility.FeasibilityOptions) =>
  Effect.runPromise(Feasibility.check(tables, options))

const name = (figure: Published.PublishedFigure): string =>
  `${figure.form} ${Address.format(figure)} ${figure.year}`

const named = (conflict: Conflict.Conflict | undefined): ReadonlyArray<string> =>
  (conflict?.figures ?? []).map(({ figure }) => name(figure)).toSorted()

/** Returns a table with one figure changed. */
const off = (table: Published.PublishedTable, cell: string, by: string): Published.PublishedTable => ({
  ...table,
  cells: table.cells.map((one) =>
    `${Address.format(one)} ${one.year}` === cell
      ? { ...one, amount: Money.add(one.amount, Money.from(by)) }
      : one,
  ),
})

describe("the published plan", () => {
  test.each([
    ["six schemas", schemas, { holds: 585, rounding: 24, broken: 0 }],
    ["six schemas, objectives and synthesis", everything, { holds: 805, rounding: 49, broken: 0 }],
  ] as const)("Consistency: breaks no identity within or between its %s", (_, forms, counts) => {
    expect(Result.getOrThrow(Consistency.check(forms.map(table))).counts).toEqual(counts)
  })

  test("check: finds exact amounts for all figures of six schemas, objectives and synthesis at once", async () => {
    const found = await verdict(everything.map(table))
    expect(found).toMatchObject({ _tag: "Consistent", figures: 2694, doubts: undefined })
    if (found._tag !== "Consistent") return
    const published = found.amounts.filter((amount) => amount.published)
    expect(published).toHaveLength(2694)
    const third = published.find(({ form, code, year }) => form === "M2" && code === "III" && year === 2029)
    const saldo = published.find(
      ({ form, section, code, year }) =>
        form === "T2" && section.startsWith("BUDGETTAIR") && code === "III" && year === 2029,
    )
    // One amount, printed as −3 (a sum of printed rows) and as −4 (rounded).
    expect(third?.exact).toBe(saldo?.exact)
    expect([third?.printed, saldo?.printed]).toEqual([Money.from("-3"), Money.from("-4")])
  })

  test("check: finds amounts that print every published figure again", async () => {
    const found = await verdict(schemas.map(table))
    if (found._tag !== "Consistent") throw new Error(found._tag)
    const printed = new Map(
      found.amounts.map((amount) => [
        `${amount.form} ${Address.format(amount)} ${amount.year}`.toLowerCase(),
        amount.printed,
      ]),
    )
    for (const { form, cells } of schemas.map(table))
      for (const cell of cells)
        expect(printed.get(`${form} ${Address.format(cell)} ${cell.year}`.toLowerCase())).toBe(cell.amount)
  })

  test("check: contradicts M2 when every row is rounded alone, because VII of 2028 is VI of 2029", async () => {
    const found = await verdict([table("M2")], { policy: "exact" })
    expect(found._tag).toBe("Contradictory")
    if (found._tag !== "Contradictory") return
    expect(found.conflicts.map(named)).toEqual([
      ["M2 Budgettair resultaat/VI 2029", "M2 Budgettair resultaat/VII 2028"],
    ])
    expect(found.conflicts[0]).toMatchObject({ irreducible: true, room: Money.from("0.999999") })
    expect(found.rest).toBe("consistent")
    const lines = Words.verdict(found)
    expect(lines[0]).toEqual({
      en: "The 150 figures cannot all be right.",
      nl: "De 150 cijfers kunnen niet allemaal juist zijn.",
    })
    expect(lines[1]?.en).toContain("Their sum is 1; rounding explains at most 0.999999 of 1.")
    expect(lines.map(({ en }) => en)).toContain(
      "M2.csv:13: if M2 Budgettair resultaat/VI 2029 alone is wrong, everything else can be right; 488007 would fit instead of 488006.",
    )
  })

  test("check: reports −3 in M2 and −4 in T2 as a contradiction when both are rounded alone", async () => {
    const found = await verdict([table("M2"), table("T2")], { policy: { M2: "exact" } })
    if (found._tag !== "Contradictory") throw new Error(found._tag)
    expect(found.conflicts.map(named)).toContainEqual([
      "M2 Budgettair resultaat/III 2029",
      "T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III 2029",
    ])
    expect(found.conflicts.every(({ irreducible }) => irreducible)).toBe(true)
  })
})

describe("a figure changed by 2", () => {
  const planted = [
    ["M1", "Dienstverlening/U 2026"],
    ["M2", "Autofinancieringsmarge/III 2031"],
    ["M3", "Exploitatie/U 2026"],
    ["T1", "Algemeen totaal/U 2028"],
    ["T2", "EXPLOITATIE/I 2029"],
  ] as const

  test.each(planted)("check: names it in an irreducible set when it is in %s %s", async (form, cell) => {
    const tables = schemas.map(table).map((one) => (one.form === form ? off(one, cell, "2") : one))
    const found = await verdict(tables)
    if (found._tag !== "Contradictory") throw new Error(found._tag)
    const names = found.conflicts.flatMap(named)
    expect(names).toContain(`${form} ${cell}`)
    expect(found.conflicts).toHaveLength(1)
    expect(found.conflicts[0]?.irreducible).toBe(true)
    expect(found.rest).toBe("consistent")
    const suspect = found.suspects.find(({ figure }) => name(figure) === `${form} ${cell}`)
    expect(suspect).toBeDefined()
  })

  test("check: reports a doubt and no contradiction when a zero of its row may be rounded", async () => {
    const tables = schemas
      .map(table)
      .map((one) => (one.form === "T2" ? off(one, "EXPLOITATIE/I.A.2.f 2026", "2") : one))
    const found = await verdict(tables)
    expect(found._tag).toBe("Consistent")
    if (found._tag !== "Consistent") return
    expect(found.doubts?.conflicts.flatMap(named)).toContain("T2 EXPLOITATIE/I.A.2.f 2026")
  })
})

test("check: rejects a table and names every row that its form does not have", async () => {
  const { form, cells } = table("M2")
  const [first, second, ...others] = cells
  if (first === undefined || second === undefined) return
  const wrong = { form, cells: [{ ...first, code: "X" }, { ...second, code: "XI" }, ...others] }
  const refused = await Effect.runPromise(Effect.flip(Feasibility.check([wrong])))
  if (refused._tag !== "TablesRefused") throw refused
  expect(refused.misplaced.map(({ refusal }) => refusal)).toMatchObject([
    { _tag: "UnknownRow", form: "M2", row: "Budgettair resultaat/X", sourceLine: 2 },
    { _tag: "UnknownRow", form: "M2", row: "Budgettair resultaat/XI", sourceLine: 2 },
  ])
})

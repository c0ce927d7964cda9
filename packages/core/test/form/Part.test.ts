/** The parts that rows of several forms share. */
import { Address, type FormId, forms, Layout, Structure } from "@grootboek/core"
import { Part } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, {
  ...declarations,
  goals: [...declarations.goals, { code: "BD2", level: "policyObjective", name: "Leeg", priority: false }],
})

const read = (...ids: ReadonlyArray<FormId>) => {
  const layouts = ids.map((id) => Layout.of(forms[id], structure))
  const parts = Part.of(layouts)
  const of = (form: FormId, address: string) => {
    const at = ids.indexOf(form)
    const row = layouts[at]?.rows.findIndex((one) => Address.format(one) === address) ?? -1
    return new Set(parts.of[at]?.[row])
  }
  return { layouts, parts, of }
}

const sorted = (all: Iterable<number>) => [...all].toSorted((a, b) => a - b)

describe("FormParts.of", () => {
  test("numbers parts below their count; every leaf row has some, and a row that adds rows none", () => {
    const { layouts, parts } = read("M1", "T1", "T2", "M2", "goals", "synthesis", "J1")
    const used = new Set(parts.of.flat(2))
    expect(Math.max(...used)).toBeLessThan(parts.count)
    layouts.forEach(({ rows }, at) => {
      for (const { index, count } of rows)
        expect(parts.of[at]?.[index]?.length === 0).toBe(count === undefined)
      expect(parts.of[at]?.length).toBe(rows.length)
    })
  })

  test("shares parts between rows that count the same, and no others", () => {
    const { of } = read("M2", "M3", "T2")
    for (const [M3, M2] of [
      ["Exploitatie/U", "I.b"],
      ["Exploitatie/O", "I.a"],
      ["Investeringen/U", "II.b"],
    ] as const)
      expect(sorted(of("M3", M3))).toEqual(sorted(of("M2", `Budgettair resultaat/${M2}`)))
    const goods = of("T2", "EXPLOITATIE/I.A.1")
    expect([...goods].every((part) => of("M3", "Exploitatie/U").has(part))).toBe(true)
    expect([...goods].some((part) => of("M3", "Exploitatie/O").has(part))).toBe(false)
    expect([...goods].some((part) => of("T2", "EXPLOITATIE/I.A.3").has(part))).toBe(false)
  })

  test("separates estimates from realisations, and debts from lines", () => {
    const { of } = read("J1", "M1", "T3", "M2")
    const groups = ["Dienstverlening/U", "Leeg/U", "Zonder beleidsdoelstelling/U"]
    const [actual, estimate] = (["J1", "M1"] as const).map(
      (form) => new Set(groups.flatMap((row) => [...of(form, row)])),
    )
    expect([...(actual ?? [])].some((part) => estimate?.has(part))).toBe(false)
    expect([...of("T3", "A.1.opening")].some((part) => of("T3", "A.2.opening").has(part))).toBe(false)
    expect(of("T3", "A.1.opening").size).toBe(1)
    expect(of("M2", "Budgettair resultaat/VI.A").size).toBe(1)
    expect(of("M2", "Budgettair resultaat/VI.B.1").size).toBe(1)
  })
})

test("FormParts.of: shares parts of results and debts between all forms that count them, summed or separate", () => {
  const { of } = read("M2", "J2", "synthesis", "T3")
  const M2 = (code: string) => of("M2", `Budgettair resultaat/${code}`)
  const carried = ["VI.A", "VI.B.1", "VI.B.2", "VI.B.3"].map((code) => [...M2(code)])
  expect(new Set(carried.flat()).size).toBe(carried.flat().length)
  // The overview counts every carried result, including a part that M2 does not name.
  const opening = of("synthesis", "opening")
  expect(carried.flat().every((part) => opening.has(part))).toBe(true)
  expect(opening.size).toBe(carried.flat().length)
  expect(sorted(of("J2", "Budgettair resultaat/VI.A"))).toEqual(sorted(M2("VI.A")))
  for (const code of ["VI.B.1", "VI.B.2", "VI.B.3"]) {
    const drawn = of("J2", `Budgettair resultaat/${code}`)
    expect([drawn.size, M2(code).size]).toEqual([1, 2])
    expect([...drawn].every((part) => M2(code).has(part))).toBe(true)
  }
  expect(sorted(of("J2", "Budgettair resultaat/VIII"))).toEqual(sorted(M2("VIII")))
  const notional = "Gecorrigeerde autofinancieringsmarge/II.b"
  expect(sorted(of("M2", notional))).toEqual(sorted(of("J2", notional)))
  const debts = ["A.1.opening", "A.2.opening", "A.3.opening", "A.4.opening"].map((row) => [...of("T3", row)])
  const apart = [...debts, ...carried, [...M2("VIII")], [...of("M2", notional)]].flat()
  expect(new Set(apart).size).toBe(apart.length)
})

test("FormParts.of: returns a part of its own for a row that no other selector divides", () => {
  const face = { title: "X", edition: "bbc-3.0", decimals: 0, years: "plan", kind: "fixed", id: "X" } as const
  const rows = { a: { label: "a", count: { row: "X.1" } }, b: { label: "b", count: { row: "X.2" } } }
  const layout = Layout.of({ ...face, rows }, structure)
  const { of, count } = Part.of([layout, layout])
  expect(new Set(of.flat(2)).size).toBe(4)
  expect(of.flat(2).every((part) => part < count)).toBe(true)
})

describe("FormParts.of groups", () => {
  test("shares actions between objectives and forms by action, except the rest", () => {
    const { of } = read("M1", "synthesis")
    const action = (code: string, side: string) => [...of("synthesis", `${code}/${side}`)]
    for (const side of ["U", "O"])
      expect(sorted(of("M1", `Dienstverlening/${side}`))).toEqual(
        sorted([...action("A1", side), ...action("A2", side)]),
      )
    // A9 belongs to no objective: it is in the rest, with the amounts without an action.
    const rest = of("M1", "Zonder beleidsdoelstelling/U")
    expect(action("A9", "U").every((part) => rest.has(part))).toBe(true)
    expect(rest.size).toBeGreaterThan(action("A9", "U").length)
    // An objective without actions is a unit of its own.
    expect(of("M1", "Leeg/U").size).toBe(1)
    expect([...of("M1", "Leeg/U")].some((part) => rest.has(part))).toBe(false)
  })

  test("separates domains from objectives", () => {
    const { of, parts } = read("M1", "T1")
    const inM1 = new Set(parts.of[0]?.flat())
    expect(parts.of[1]?.flat().some((part) => inM1.has(part))).toBe(false)
    expect([...of("T1", "ZORG/U")].some((part) => of("T1", "ALGEMEEN/U").has(part))).toBe(false)
  })

  test("returns a whole of all groups where a form has a rest", () => {
    const { of, parts } = read("M1", "M2")
    const out = ["I.b", "II.b", "IV.b"].flatMap((code) => [...of("M2", `Budgettair resultaat/${code}`)])
    const groups = ["Dienstverlening/U", "Leeg/U", "Zonder beleidsdoelstelling/U"].flatMap((row) => [
      ...of("M1", row),
    ])
    expect(parts.links.map(({ shares }) => sorted(shares))).toContainEqual(sorted(groups))
    expect(parts.links.map(({ whole }) => sorted(whole))).toContainEqual(sorted(out))
    expect(parts.links).toHaveLength(2)
    // Rows outside groups divide no whole.
    for (const forms of [
      ["synthesis", "M2"],
      ["M1", "goals", "M2"],
      ["goals", "M2"],
    ] as const) {
      const { links, of: rows } = read(...forms).parts
      const used = new Set(rows.flat(2))
      expect(links.flatMap(({ shares }) => shares).every((part) => used.has(part))).toBe(true)
      expect(sorted(links.flatMap(({ whole }) => whole))).toEqual(
        sorted(
          new Set(
            ["I.a", "I.b", "II.a", "II.b", "IV.a", "IV.b"].flatMap((code) => [
              ...read(...forms).of("M2", `Budgettair resultaat/${code}`),
            ]),
          ),
        ),
      )
    }
  })
})

test("FormParts.of: T2 counts every part of forms once", () => {
  const layouts = (["T2", "M2", "M3"] as const).map((form) => Layout.of(forms[form], Structure.empty))
  const parts = Part.of(layouts)
  const counted = parts.of[0]?.flat() ?? []
  expect(new Set(counted).size).toBe(counted.length)
  const ofM3 = new Set(parts.of[2]?.flat())
  expect([...ofM3].filter((part) => !counted.includes(part))).toEqual([])
})

/** Differences between two moments compared with two statements, and their causes. */
import { Adjustment, Adoption, Diff, Estimate, Ledger, Money, Overhead } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { byDiff, byStatements, get, texts, versions } from "../Differences.ts"
import { adopted, declared, fees, goods, rule, van, wages } from "../SmallPlan.ts"

const history = ledger(
  adopted,
  declared,
  Estimate.post({ line: goods, amounts: { "2026": "100.00", "2027": "50.00" } }),
  Estimate.post({ line: wages, amounts: { "2026": "200.00" } }),
  Overhead.reallocate(rule),
  Estimate.carryResult({ account: "0930000", year: 2026, adopted: "5.00" }),
  Estimate.post({ line: goods, amounts: { "2026": "7.00" } }),
  Estimate.post({ line: goods, amounts: { "2026": "-7.00" } }),
  Adjustment.adopt({
    plan: "2026/1",
    creditYears: [2026],
    changes: [
      {
        line: goods,
        amounts: { "2026": "1.00", "2027": "2.00" },
        reason: { class: "timing", text: "later" },
      },
      { line: goods, amounts: { "2026": "3.00" }, reason: { class: "timing", text: "later" } },
      { line: goods, amounts: { "2026": "4.00" }, reason: { class: "timing", text: "sooner" } },
      { line: goods, amounts: { "2026": "5.00" } },
      { line: goods, amounts: { "2026": "6.00" } },
      { line: fees, amounts: { "2026": "9.00" }, reason: { class: "index" } },
      { line: van, amounts: { "2028": "8.00" } },
    ],
  }),
)
const last = Ledger.position(history)

describe("Diff.between under one structure", () => {
  test("equals the difference of two statements, between any two moments, in both directions", () => {
    for (let from = 3; from <= last; from++)
      for (let to = 3; to <= last; to++) {
        const [a, b] = [from, to]
        expect(byDiff(history, a, b).toSorted(), `${from} to ${to}`).toEqual(
          byStatements(history, a, b).toSorted(),
        )
      }
  })

  test("groups equal reasons of one entry, separates others, and returns the unexplained rest", () => {
    const { from, to, cells } = get(Diff.between(history, { ...versions(history), forms: ["T2", "M3"] }))
    expect([from, to]).toEqual([
      { position: last - 1, plan: "2026/0" },
      { position: last, plan: "2026/1" },
    ])
    expect(texts(cells)).toMatchInlineSnapshot(`
      [
        "EXPLOITATIE/I 2026: 330.00 349.00 19.00; 9 PlanAdjusted timing later 4.00; 9 PlanAdjusted timing sooner 4.00; unexplained 11.00",
        "EXPLOITATIE/I 2027: 50.00 52.00 2.00; 9 PlanAdjusted timing later 2.00",
        "EXPLOITATIE/I.A 2026: 330.00 349.00 19.00; 9 PlanAdjusted timing later 4.00; 9 PlanAdjusted timing sooner 4.00; unexplained 11.00",
        "EXPLOITATIE/I.A 2027: 50.00 52.00 2.00; 9 PlanAdjusted timing later 2.00",
        "EXPLOITATIE/I.A.1 2026: 130.00 149.00 19.00; 9 PlanAdjusted timing later 4.00; 9 PlanAdjusted timing sooner 4.00; unexplained 11.00",
        "EXPLOITATIE/I.A.1 2027: 50.00 52.00 2.00; 9 PlanAdjusted timing later 2.00",
        "EXPLOITATIE/II 2026: 30.00 39.00 9.00; 9 PlanAdjusted index - 9.00",
        "EXPLOITATIE/II.A 2026: 30.00 39.00 9.00; 9 PlanAdjusted index - 9.00",
        "EXPLOITATIE/II.A.5 2026: 30.00 39.00 9.00; 9 PlanAdjusted index - 9.00",
        "INVESTERINGEN/I 2028: 0.00 8.00 8.00; unexplained 8.00",
        "INVESTERINGEN/I.B 2028: 0.00 8.00 8.00; unexplained 8.00",
        "INVESTERINGEN/I.B.1 2028: 0.00 8.00 8.00; unexplained 8.00",
        "INVESTERINGEN/I.B.1.c 2028: 0.00 8.00 8.00; unexplained 8.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2026: -300.00 -310.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2027: -50.00 -52.00 -2.00; 9 PlanAdjusted timing later -2.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/II 2028: 0.00 -8.00 -8.00; unexplained -8.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III 2026: -300.00 -310.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III 2027: -50.00 -52.00 -2.00; 9 PlanAdjusted timing later -2.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III 2028: 0.00 -8.00 -8.00; unexplained -8.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V 2026: -300.00 -310.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V 2027: -50.00 -52.00 -2.00; 9 PlanAdjusted timing later -2.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V 2028: 0.00 -8.00 -8.00; unexplained -8.00",
        "Exploitatie/U 2026: 330.00 349.00 19.00; 9 PlanAdjusted timing later 4.00; 9 PlanAdjusted timing sooner 4.00; unexplained 11.00",
        "Exploitatie/O 2026: 30.00 39.00 9.00; 9 PlanAdjusted index - 9.00",
      ]
    `)
  })

  test("returns the causes of carried sums, and negates those of subtracted rows", () => {
    const { cells } = get(Diff.between(history, { ...versions(history), forms: ["M2"] }))
    expect(texts(cells.filter(({ code }) => code === "I" || code === "VII"))).toMatchInlineSnapshot(`
      [
        "Budgettair resultaat/I 2026: -300.00 -310.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "Budgettair resultaat/I 2027: -50.00 -52.00 -2.00; 9 PlanAdjusted timing later -2.00",
        "Budgettair resultaat/VII 2026: -295.00 -305.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "Budgettair resultaat/VII 2027: -345.00 -357.00 -12.00; 9 PlanAdjusted timing later -6.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "Budgettair resultaat/VII 2028: -345.00 -365.00 -20.00; 9 PlanAdjusted timing later -6.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -19.00",
        "Autofinancieringsmarge/I 2026: -300.00 -310.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "Autofinancieringsmarge/I 2027: -50.00 -52.00 -2.00; 9 PlanAdjusted timing later -2.00",
        "Gecorrigeerde autofinancieringsmarge/I 2026: -300.00 -310.00 -10.00; 9 PlanAdjusted timing later -4.00; 9 PlanAdjusted timing sooner -4.00; 9 PlanAdjusted index - 9.00; unexplained -11.00",
        "Gecorrigeerde autofinancieringsmarge/I 2027: -50.00 -52.00 -2.00; 9 PlanAdjusted timing later -2.00",
      ]
    `)
  })

  test("compares all forms by default", () => {
    const { cells } = get(Diff.between(history, { from: 6, to: 7 }))
    expect([...new Set(cells.map(({ form }) => form))]).toEqual([
      "M1",
      "M2",
      "M3",
      "T1",
      "T2",
      "goals",
      "synthesis",
      "J3",
    ])
  })

  test("omits changes that cancel, and changes of zero", () => {
    const { cells } = get(Diff.between(history, { from: 6, to: 8 }))
    expect(cells).toEqual([])
    const half = get(Diff.between(history, { from: 6, to: 7, forms: ["T1"] }))
    expect(texts(half.cells)).toMatchInlineSnapshot(`
      [
        "ZORG/U 2026: 330.00 337.00 7.00; 7 EstimatePosted posted - 7.00",
        "Algemeen totaal/U 2026: 330.00 337.00 7.00; 7 EstimatePosted posted - 7.00",
      ]
    `)
  })

  test("negates every amount when the moments are exchanged", () => {
    const forth = get(Diff.between(history, { from: 4, to: last }))
    const back = get(Diff.between(history, { from: last, to: 4 }))
    expect(back.cells).toEqual(
      forth.cells.map((cell) => ({
        ...cell,
        old: cell.new,
        new: cell.old,
        delta: Money.negate(cell.delta),
        causes: cell.causes.map((cause) => ({ ...cause, amount: Money.negate(cause.amount) })),
        unexplained: Money.negate(cell.unexplained),
      })),
    )
    expect([back.from, back.to]).toEqual([forth.to, forth.from])
  })

  test("omits amounts in years before and after the plan", () => {
    const wider = Ledger.copy(history)
    const amounts = { "2024": "1.00", "2025": "2.00", "2029": "4.00", "2030": "8.00" }
    for (const more of [amounts, { ...amounts, "2026": "16.00" }]) {
      const event = { _tag: "EstimatePosted", line: goods, amounts: more } as const
      get(Ledger.append(wider, { event, time: "2026-02-01T00:00:00.000Z" }))
    }
    const [a, b, c] = [last, last + 1, last + 2] as const
    expect(byDiff(wider, a, b)).toEqual([])
    expect(byDiff(wider, b, c).toSorted()).toEqual(byStatements(wider, b, c).toSorted())
  })

  test("returns causes and an unexplained rest that sum to the change", () => {
    for (const { delta, causes, unexplained } of get(Diff.between(history, { ...versions(history), from: 3 }))
      .cells)
      expect(causes.reduce((sum, { amount }) => sum + amount, 0n) + unexplained).toBe(delta)
  })

  test("fails when a moment is unknown", () => {
    for (const [from, to] of [
      [1, 99],
      [99, 1],
    ] as const)
      expect(Diff.between(history, { from, to })).toMatchObject(
        Result.fail({ _tag: "UnknownMoment", moment: "position:99" }),
      )
  })

  test("returns one cause per reason, in any order of the changes", () => {
    const change = (amount: string, text: string) =>
      ({ line: goods, amounts: { "2026": amount }, reason: { class: "timing", text } }) as const
    const mixed = ledger(
      adopted,
      declared,
      Adjustment.adopt({
        plan: "2026/1",
        creditYears: [2026],
        changes: [change("1.00", "later"), change("2.00", "sooner"), change("4.00", "later")],
      }),
    )
    const { cells } = get(Diff.between(mixed, { ...versions(mixed), forms: ["M3"] }))
    expect(texts(cells)).toEqual([
      "Exploitatie/U 2026: 0.00 7.00 7.00; 3 PlanAdjusted timing later 5.00; 3 PlanAdjusted timing sooner 2.00",
    ])
  })

  test("compares a target from a later year with the one that it replaces", () => {
    const target = (year: number, value: string) =>
      ({ indicator: "I1", year, aim: "atLeast", value }) as const
    const changed = ledger(
      adopted,
      declared,
      Adoption.declare({
        indicators: [
          { code: "I1", goal: "A1", name: "Dossiers", kind: "count", every: "year", total: "last" },
        ],
        targets: [target(2026, "30")],
      }),
      Adoption.declare({ targets: [target(2027, "25"), target(2028, "25")] }),
    )
    const last = Ledger.position(changed)
    const shown = (from: number, to: number) =>
      get(Diff.between(changed, { from, to }))
        .declared.filter(({ list }) => list === "targets")
        .map((one) => `${one.number} ${one.field} ${one.old} → ${one.new}`)
    expect(shown(last - 1, last)).toEqual(["2027 value 30 → 25", "2028 value 30 → 25"])
    expect(shown(last, last - 1)).toEqual(["2027 value 25 → 30", "2028 value 25 → 30"])
    expect(shown(last - 2, last)[0]).toBe("2026 aim undefined → atLeast")
  })

  test("fails when a moment has no plan", () => {
    const late = Ledger.empty()
    const time = "2026-01-01T00:00:00.000Z"
    Ledger.append(late, { event: { _tag: "YearClosed", year: 2026 }, time })
    for (const entry of [adopted].flatMap((decide) => get(decide(Ledger.state(late)))))
      Ledger.append(late, { event: entry, time })
    const none = Result.fail({ _tag: "PlanNotAdopted" })
    expect(Diff.between(late, { from: 1, to: 2 })).toEqual(none)
    expect(Diff.between(late, { from: 2, to: 1 })).toEqual(none)
    expect(get(Diff.between(late, { from: 2, to: 2 })).cells).toEqual([])
  })
})

const cell = (code: string, year: number, delta: string, unexplained = "0.00"): Diff.ChangedCell => ({
  form: "T2",
  section: "EXPLOITATIE",
  code,
  label: code,
  year,
  old: Money.zero,
  new: Money.from(delta),
  delta: Money.from(delta),
  causes: [],
  unexplained: Money.from(unexplained),
})

const difference: Diff.Difference = {
  from: { position: 1, plan: "2026/0" },
  to: { position: 9, plan: "2026/1" },
  declared: [],
  decisions: [],
  cells: [
    cell("A", 2026, "10.00"),
    cell("B", 2026, "-30.00", "-1.00"),
    cell("C", 2027, "20.00", "20.00"),
    cell("D", 2027, "-20.00"),
    cell("E", 2028, "0.50"),
  ],
}

const codes = (selection: Diff.DiffSelection) =>
  Diff.select(difference, selection)
    .cells.map(({ code }) => code)
    .join("")

test("Diff.select: returns every cell in the order of the forms by default", () => {
  expect(Diff.select(difference, {})).toStrictEqual(difference)
  expect(codes({ order: "form" })).toBe("ABCDE")
})

test.each<readonly [string, Diff.DiffSelection, string]>([
  ["years", { years: [2026, 2028] }, "ABE"],
  ["no years", { years: [] }, ""],
  ["changes of at least a size, in either direction", { least: Money.from("20.00") }, "BCD"],
  ["unexplained changes", { unexplained: true }, "BC"],
  ["the largest change first, equal ones in form order", { order: "size" }, "BCDAE"],
  ["all criteria", { years: [2027], least: Money.from("20.00"), unexplained: true, order: "size" }, "C"],
])("Diff.select: selects %s", (_, selection, expected) => {
  expect(codes(selection)).toBe(expected)
})

test("Diff.select: sorts by size, independent of the original order", () => {
  const backwards = { ...difference, cells: difference.cells.toReversed() }
  expect(Diff.select(backwards, { order: "size" }).cells.map(({ code }) => code)).toEqual([
    "B",
    "D",
    "C",
    "A",
    "E",
  ])
})

describe("Diff.between: the moments, and the decisions behind the entries", () => {
  test("keeps the texts that named the moments", () => {
    const named = { from: "plan:2026/0", to: "plan:2026/1" }
    const { from, to } = get(Diff.between(history, { from: 3, to: last, named }))
    expect([from.moment, to.moment]).toEqual(["plan:2026/0", "plan:2026/1"])
    const without = get(Diff.between(history, { from: 3, to: last }))
    expect(["moment" in without.from, "moment" in without.to]).toEqual([false, false])
  })

  test("lists the decisions of every entry, of postings and of declarations alike, in journal order", () => {
    const made = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "100.00" } }),
      Adoption.declare({ goalTexts: [{ goal: "A1", description: "Huren" }] }),
      Estimate.post({ line: fees, amounts: { "2026": "1.00" } }),
    )
    const entries = (from: number, to: number) =>
      get(Diff.between(made, { from, to })).decisions.flatMap((one) => one.entries)
    expect(entries(2, 5)).toEqual([3, 4, 5])
    expect(entries(5, 2)).toEqual([3, 4, 5])
    expect(entries(3, 4)).toEqual([4])
    expect(entries(5, 5)).toEqual([])
  })
})

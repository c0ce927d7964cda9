/** Differences between two moments compared with two statements, and their causes. */
import {
  Adjustment,
  Adoption,
  Credit,
  Diff,
  Estimate,
  Funding,
  Ledger,
  Money,
  Overhead,
  type Statement,
} from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, goods as theirGoods, van as theirVan } from "../Association.ts"
import { adopted, declared, fees, goods, rule, van, wages } from "../SmallPlan.ts"

const get = <A, E>(result: Result.Result<A, E>): A =>
  Result.getOrThrowWith(result, (failure) => new Error(JSON.stringify(failure)))

const told = (cells: ReadonlyArray<Diff.ChangedCell>) =>
  cells.map(
    ({ section, code, year, old, new: now, delta, causes, unexplained }) =>
      `${section}/${code} ${year}: ${[old, now, delta].map(Money.format).join(" ")}${causes
        .map(
          (one) => `; ${one.entry} ${one.event} ${one.kind} ${one.text ?? "-"} ${Money.format(one.amount)}`,
        )
        .join("")}${unexplained === 0n ? "" : `; unexplained ${Money.format(unexplained)}`}`,
  )

const read = ["M1", "M2", "M3"] as const

const versions = (of: Ledger.Ledger) => ({
  from: get(Ledger.moment(of, "plan:2026/0")),
  to: get(Ledger.moment(of, "plan:2026/1")),
})

/** Returns every cell of a few forms that differs between two moments, from two statements. */
const byStatements = (
  of: Ledger.Ledger,
  from: number,
  to: number,
  conditional: Funding.Conditional = "with",
) =>
  read.flatMap((form) => {
    const [before, after] = [from, to].map((at) => get(Ledger.statement(of, form, { at, conditional })))
    const at = (statement: Statement.Statement | undefined) =>
      new Map(
        statement?.rows.flatMap((row) =>
          row.cells.map(({ year, exact }) => [`${form} ${row.section}/${row.code} ${year}`, exact] as const),
        ),
      )
    const [then, now] = [at(before), at(after)]
    return [...new Set([...then.keys(), ...now.keys()])].flatMap((cell) => {
      const delta = (now.get(cell) ?? 0n) - (then.get(cell) ?? 0n)
      return delta === 0n ? [] : [`${cell}: ${Money.format(Money.ofMicros(delta))}`]
    })
  })

const byDiff = (of: Ledger.Ledger, from: number, to: number, conditional?: Funding.Conditional) =>
  get(Diff.between(of, { from, to, forms: read }, { conditional })).cells.map(
    ({ form, section, code, year, delta }) => `${form} ${section}/${code} ${year}: ${Money.format(delta)}`,
  )

const story = ledger(
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
const last = Ledger.position(story)

describe("Diff.between under one structure", () => {
  test("equals the difference of two statements, between any two moments, in both directions", () => {
    for (let from = 3; from <= last; from++)
      for (let to = 3; to <= last; to++) {
        const [a, b] = [from, to]
        expect(byDiff(story, a, b).toSorted(), `${from} to ${to}`).toEqual(
          byStatements(story, a, b).toSorted(),
        )
      }
  })

  test("groups equal reasons of one entry, separates others, and returns the unexplained rest", () => {
    const { from, to, cells } = get(Diff.between(story, { ...versions(story), forms: ["T2", "M3"] }))
    expect([from, to]).toEqual([
      { position: last - 1, plan: "2026/0" },
      { position: last, plan: "2026/1" },
    ])
    expect(told(cells)).toMatchInlineSnapshot(`
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
    const { cells } = get(Diff.between(story, { ...versions(story), forms: ["M2"] }))
    expect(told(cells.filter(({ code }) => code === "I" || code === "VII"))).toMatchInlineSnapshot(`
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
    const { cells } = get(Diff.between(story, { from: 6, to: 7 }))
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
    const { cells } = get(Diff.between(story, { from: 6, to: 8 }))
    expect(cells).toEqual([])
    const half = get(Diff.between(story, { from: 6, to: 7, forms: ["T1"] }))
    expect(told(half.cells)).toMatchInlineSnapshot(`
      [
        "ZORG/U 2026: 330.00 337.00 7.00; 7 EstimatePosted posted - 7.00",
        "Algemeen totaal/U 2026: 330.00 337.00 7.00; 7 EstimatePosted posted - 7.00",
      ]
    `)
  })

  test("negates every amount when the moments are exchanged", () => {
    const forth = get(Diff.between(story, { from: 4, to: last }))
    const back = get(Diff.between(story, { from: last, to: 4 }))
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
    const wider = Ledger.copy(story)
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
    for (const { delta, causes, unexplained } of get(Diff.between(story, { ...versions(story), from: 3 }))
      .cells)
      expect(causes.reduce((sum, { amount }) => sum + amount, 0n) + unexplained).toBe(delta)
  })

  test("fails when a moment is unknown", () => {
    for (const [from, to] of [
      [1, 99],
      [99, 1],
    ] as const)
      expect(Diff.between(story, { from, to })).toMatchObject(
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
    expect(told(cells)).toEqual([
      "Exploitatie/U 2026: 0.00 7.00 7.00; 3 PlanAdjusted timing later 5.00; 3 PlanAdjusted timing sooner 2.00",
    ])
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

describe("Diff.between under two structures", () => {
  const account = (row: string, prefix: string) =>
    ({ section: "operating", direction: "U", row, prefixes: [prefix] }) as const
  const rebuilt = ledger(
    adopted,
    declared,
    Estimate.post({ line: goods, amounts: { "2026": "10.00", "2027": "1.00" } }),
    Estimate.post({ line: { ...goods, action: "A2" }, amounts: { "2026": "4.00" } }),
    Adoption.declare({ accounts: [account("I.A.5", "61")] }),
    Estimate.post({ line: goods, amounts: { "2026": "3.00" } }),
    Adoption.declare({
      goals: [{ code: "BD2", level: "policyObjective", name: "Nieuw", priority: true }],
      accounts: [account("I.A.3", "614")],
    }),
    Credit.close({ year: 2027 }),
  )

  test("equals the difference of two statements, between any two moments, in both directions", () => {
    for (let from = 3; from <= Ledger.position(rebuilt); from++)
      for (let to = 3; to <= Ledger.position(rebuilt); to++) {
        const [a, b] = [from, to]
        expect(byDiff(rebuilt, a, b).toSorted(), `${from} to ${to}`).toEqual(
          byStatements(rebuilt, a, b).toSorted(),
        )
      }
  })

  test("attributes the restatement to the last entry that changed the structure, and the rest to its postings", () => {
    const { cells } = get(Diff.between(rebuilt, { from: 4, to: 8, forms: ["T2"] }))
    expect(told(cells)).toMatchInlineSnapshot(`
      [
        "EXPLOITATIE/I 2026: 14.00 17.00 3.00; 6 EstimatePosted posted - 3.00",
        "EXPLOITATIE/I.A 2026: 14.00 17.00 3.00; 6 EstimatePosted posted - 3.00",
        "EXPLOITATIE/I.A.1 2026: 14.00 0.00 -14.00; 7 StructureDeclared structure - -14.00",
        "EXPLOITATIE/I.A.1 2027: 1.00 0.00 -1.00; 7 StructureDeclared structure - -1.00",
        "EXPLOITATIE/I.A.3 2026: 0.00 17.00 17.00; 6 EstimatePosted posted - 3.00; 7 StructureDeclared structure - 14.00",
        "EXPLOITATIE/I.A.3 2027: 0.00 1.00 1.00; 7 StructureDeclared structure - 1.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2026: -14.00 -17.00 -3.00; 6 EstimatePosted posted - -3.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III 2026: -14.00 -17.00 -3.00; 6 EstimatePosted posted - -3.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V 2026: -14.00 -17.00 -3.00; 6 EstimatePosted posted - -3.00",
      ]
    `)
    const until = get(Diff.between(rebuilt, { from: 4, to: 7, forms: ["T2"] }))
    expect(until.cells.flatMap(({ causes }) => causes).map(({ entry, kind }) => `${entry} ${kind}`)).toEqual(
      cells.flatMap(({ causes }) => causes).map(({ entry, kind }) => `${entry} ${kind}`),
    )
    const early = get(Diff.between(rebuilt, { from: 4, to: 6, forms: ["T2"] }))
    expect(told(early.cells)).toMatchInlineSnapshot(`
      [
        "EXPLOITATIE/I 2026: 14.00 17.00 3.00; 6 EstimatePosted posted - 3.00",
        "EXPLOITATIE/I.A 2026: 14.00 17.00 3.00; 6 EstimatePosted posted - 3.00",
        "EXPLOITATIE/I.A.1 2026: 14.00 0.00 -14.00; 5 StructureDeclared structure - -14.00",
        "EXPLOITATIE/I.A.1 2027: 1.00 0.00 -1.00; 5 StructureDeclared structure - -1.00",
        "EXPLOITATIE/I.A.5 2026: 0.00 17.00 17.00; 6 EstimatePosted posted - 3.00; 5 StructureDeclared structure - 14.00",
        "EXPLOITATIE/I.A.5 2027: 0.00 1.00 1.00; 5 StructureDeclared structure - 1.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2026: -14.00 -17.00 -3.00; 6 EstimatePosted posted - -3.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III 2026: -14.00 -17.00 -3.00; 6 EstimatePosted posted - -3.00",
        "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V 2026: -14.00 -17.00 -3.00; 6 EstimatePosted posted - -3.00",
      ]
    `)
  })

  test("includes rows that only the earlier structure has", () => {
    const renamed = ledger(
      adopted,
      declared,
      Estimate.post({ line: goods, amounts: { "2026": "10.00", "2028": "30.00" } }),
      Adoption.declare({
        goals: [
          { code: "BD0", level: "policyObjective", name: "Dienstverlening", priority: true },
          { code: "A3", level: "action", parent: "BD0", name: "Derde", priority: true },
        ],
      }),
    )
    const { cells } = get(Diff.between(renamed, { from: 3, to: 4, forms: ["M1"] }))
    expect(told(cells)).toMatchInlineSnapshot(`
      [
        "BD1 Dienstverlening/U 2026: 0.00 10.00 10.00; 4 StructureDeclared structure - 10.00",
        "BD1 Dienstverlening/U 2028: 0.00 30.00 30.00; 4 StructureDeclared structure - 30.00",
        "Dienstverlening/U 2026: 10.00 0.00 -10.00; 4 StructureDeclared structure - -10.00",
        "Dienstverlening/U 2028: 30.00 0.00 -30.00; 4 StructureDeclared structure - -30.00",
      ]
    `)
    const back = get(Diff.between(renamed, { from: 4, to: 3, forms: ["M1"] }))
    expect(told(back.cells)).toMatchInlineSnapshot(`
      [
        "BD1 Dienstverlening/U 2026: 10.00 0.00 -10.00; 4 StructureDeclared structure - -10.00",
        "BD1 Dienstverlening/U 2028: 30.00 0.00 -30.00; 4 StructureDeclared structure - -30.00",
        "Dienstverlening/U 2026: 0.00 10.00 10.00; 4 StructureDeclared structure - 10.00",
        "Dienstverlening/U 2028: 0.00 30.00 30.00; 4 StructureDeclared structure - 30.00",
      ]
    `)
  })
})

test("Diff.between: includes every row that the later structure lacks, of any group", () => {
  const twin = { code: "BD0", level: "policyObjective", name: "Dienstverlening", priority: true } as const
  const renamed = ledger(
    adopted,
    declared,
    Estimate.post({ line: goods, amounts: { "2026": "10.00", "2028": "30.00" } }),
    Estimate.post({ line: fees, amounts: { "2026": "1.00", "2027": "5.00" } }),
    Adoption.declare({ goals: [twin] }),
  )
  const { cells } = get(Diff.between(renamed, { from: 4, to: 5, forms: ["M1"] }))
  const gone = cells.filter(({ section }) => section === "Dienstverlening")
  expect(gone.map(({ code, year, old }) => `${code} ${year}: ${Money.format(old)}`)).toEqual([
    "U 2026: 10.00",
    "U 2028: 30.00",
    "O 2026: 1.00",
    "O 2027: 5.00",
  ])
})

describe("Diff.between of conditional money", () => {
  const conditional = (() => {
    const out = association()
    const day = (date: string, more: object = {}) => ({ condition: "V1", date, ...more })
    record(
      out,
      Funding.assign([{ line: theirVan, condition: "V1" }]),
      Estimate.post({ line: theirVan, amounts: { "2026": "20.00" } }),
      Funding.judge({ ...day("2026-02-01", { text: "toegezegd" }), met: true }),
      Estimate.post({ line: theirVan, amounts: { "2026": "5.00" } }),
      Estimate.post({ line: theirGoods, amounts: { "2026": "1.00" } }),
      Funding.judge({ ...day("2026-03-01"), met: false }),
      Funding.assign([{ line: theirGoods, condition: "V1" }]),
      Funding.judge({ ...day("2026-04-01"), met: true }),
    )
    return out
  })()
  const end = Ledger.position(conditional)

  test("equals the difference of two statements with, without and with only conditional money", () => {
    for (const reach of ["with", "without", "only"] as const)
      for (let from = end - 8; from <= end; from += 2)
        for (let to = end - 8; to <= end; to++) {
          const [a, b] = [from, to]
          for (const cell of get(Diff.between(conditional, { from, to, forms: read }, { conditional: reach }))
            .cells)
            expect(cell.causes.reduce((sum, one) => sum + one.amount, 0n) + cell.unexplained).toBe(cell.delta)
          expect(byDiff(conditional, a, b, reach).toSorted(), `${reach} ${from} to ${to}`).toEqual(
            byStatements(conditional, a, b, reach).toSorted(),
          )
        }
  })

  test("attributes the change to the entry that judged the condition, with its text", () => {
    const cells = (reach: Funding.Conditional, from: number, to: number) =>
      told(
        get(Diff.between(conditional, { from, to, forms: ["T2"] }, { conditional: reach })).cells.filter(
          ({ code, year }) => year === 2026 && (code === "I" || code === "I.A.1"),
        ),
      )
    expect([
      cells("without", end - 8, end),
      cells("only", end - 8, end),
      cells("without", end - 7, end - 5),
      cells("only", end - 3, end - 1),
      cells("with", end - 8, end),
    ]).toMatchInlineSnapshot(`
      [
        [
          "EXPLOITATIE/I 2026: 1400.00 1401.00 1.00; 12 EstimatePosted posted - 1.00; 14 FundingAssigned condition - -400.00; 15 ConditionJudged condition V1 400.00",
          "EXPLOITATIE/I.A.1 2026: 400.00 401.00 1.00; 12 EstimatePosted posted - 1.00; 14 FundingAssigned condition - -400.00; 15 ConditionJudged condition V1 400.00",
          "INVESTERINGEN/I 2026: 300.00 325.00 25.00; 9 EstimatePosted posted - 20.00; 11 EstimatePosted posted - 5.00; 8 FundingAssigned condition - -300.00; 10 ConditionJudged condition toegezegd 300.00; 13 ConditionJudged condition V1 -300.00; 15 ConditionJudged condition V1 300.00",
          "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2026: 100.10 99.10 -1.00; 12 EstimatePosted posted - -1.00; 14 FundingAssigned condition - 400.00; 15 ConditionJudged condition V1 -400.00",
        ],
        [],
        [
          "INVESTERINGEN/I 2026: 0.00 320.00 320.00; 9 EstimatePosted posted - 20.00; 10 ConditionJudged condition toegezegd 300.00",
        ],
        [
          "EXPLOITATIE/I 2026: 0.00 401.00 401.00; 14 FundingAssigned condition - 401.00",
          "EXPLOITATIE/I.A.1 2026: 0.00 401.00 401.00; 14 FundingAssigned condition - 401.00",
          "INVESTERINGEN/I 2026: 0.00 325.00 325.00; 13 ConditionJudged condition V1 325.00",
          "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2026: 0.00 -401.00 -401.00; 14 FundingAssigned condition - -401.00",
        ],
        [
          "EXPLOITATIE/I 2026: 1400.00 1401.00 1.00; 12 EstimatePosted posted - 1.00",
          "EXPLOITATIE/I.A.1 2026: 400.00 401.00 1.00; 12 EstimatePosted posted - 1.00",
          "INVESTERINGEN/I 2026: 300.00 325.00 25.00; 9 EstimatePosted posted - 20.00; 11 EstimatePosted posted - 5.00",
          "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I 2026: 100.10 99.10 -1.00; 12 EstimatePosted posted - -1.00",
        ],
      ]
    `)
  })
})

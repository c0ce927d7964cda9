/** Differences across a change of structure, or of conditional money. */
import { Adoption, Credit, Diff, Estimate, Funding, Ledger, Money } from "@grootboek/core"
import { ledger, record } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { association, goods as theirGoods, van as theirVan } from "../Association.ts"
import { byDiff, byStatements, get, read, texts } from "../Differences.ts"
import { adopted, declared, fees, goods } from "../SmallPlan.ts"

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
    expect(texts(cells)).toMatchInlineSnapshot(`
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
    expect(texts(early.cells)).toMatchInlineSnapshot(`
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
    expect(texts(cells)).toMatchInlineSnapshot(`
      [
        "BD1 Dienstverlening/U 2026: 0.00 10.00 10.00; 4 StructureDeclared structure - 10.00",
        "BD1 Dienstverlening/U 2028: 0.00 30.00 30.00; 4 StructureDeclared structure - 30.00",
        "Dienstverlening/U 2026: 10.00 0.00 -10.00; 4 StructureDeclared structure - -10.00",
        "Dienstverlening/U 2028: 30.00 0.00 -30.00; 4 StructureDeclared structure - -30.00",
      ]
    `)
    const back = get(Diff.between(renamed, { from: 4, to: 3, forms: ["M1"] }))
    expect(texts(back.cells)).toMatchInlineSnapshot(`
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
      texts(
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

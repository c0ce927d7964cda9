/** Checks laws on ledgers that break them, with events that no decision would produce. */
import { Ledger } from "@grootboek/core"
import { Check } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"
import { forced, lawOf, reportOf, sound, withForms, withWrongBalance } from "../CheckedLedger.ts"
import { goods } from "../SmallPlan.ts"

const last = Ledger.position(sound())

describe("Check.laws", () => {
  test("checks nothing when the ledger has no plan", () => {
    expect(Check.laws(Ledger.empty())).toEqual([])
    expect(Check.laws(sound(), { at: 0 })).toEqual([])
    expect(Check.codes.map((law) => Check.law(Ledger.empty(), law))).toEqual(
      Check.codes.map((law) => ({ law, comparisons: 0, breaches: [] })),
    )
  })

  test("names the slots and cells of balances that are not the sum of the postings", () => {
    const { homomorphism, explanation, linearity } = reportOf(withWrongBalance(sound(), last))
    expect(homomorphism).toEqual([13, `${last} A1 · 0900 · 6140000 · U 2026: -1.00`])
    expect(explanation?.slice(0, 3)).toEqual([
      1080,
      `${last} M1 Dienstverlening/U 2026: -1.00`,
      `${last} M1 Totalen/U 2026: -1.00`,
    ])
    expect(linearity).toEqual([1181])
  })

  test("explains each cell by its postings: rows that count twice, carry forward or are empty", () => {
    const wrong = withWrongBalance(
      forced({
        _tag: "EstimatePosted",
        line: goods,
        amounts: { "2025": "8.00", "2027": "3.00", "2029": "9.00" },
      }),
      last + 1,
    )
    const rows = {
      "X/U": { label: "Uitgaven", count: { direction: "U" } },
      "X/actual": { label: "Gerealiseerd", count: { phase: "actual" } },
      "X/saldo": {
        label: "Saldo",
        plus: ["X/actual"],
        minus: ["X/U", "X/U", "X/U"],
        previousYear: "X/saldo",
      },
    } as const
    expect(lawOf(withForms(wrong, { T1: { rows } }), "explanation")).toEqual([
      9,
      "11 T1 X/U 2026: -1.00",
      "11 T1 X/saldo 2026: 3.00",
      "11 T1 X/saldo 2027: 3.00",
      "11 T1 X/saldo 2028: 3.00",
    ])
  })

  test("reports no breach of a valid ledger, with the number of comparisons", () => {
    const lists = reportOf(sound())
    // 12 balances have dimensions, and each counts once in M1, M2, M3, T1, T2, the synthesis and the credits of J3.
    expect(lists).toEqual({
      coverage: [12 * 8],
      tieOut: [408],
      overheadNeutral: [1],
      passThroughNeutral: [1],
      transferNeutral: [0],
      adjustmentNeutral: [0],
      reversalZero: [0],
      contributionNeutral: [0],
      carryOverNeutral: [0],
      homomorphism: [13],
      linearity: [1181],
      explanation: [1080],
    })
    expect(Object.keys(lists)).toEqual(Check.codes)
  })

  test("checks an earlier position on the ledger at that position", () => {
    const later = forced({ _tag: "YearClosed", year: 2026 })
    expect(reportOf(later, 4)).toMatchObject({
      coverage: [24],
      overheadNeutral: [0],
      passThroughNeutral: [0],
    })
    expect(reportOf(later, last)).toEqual(reportOf(sound()))
    expect(reportOf(later)).toEqual(reportOf(sound()))
  })
})

describe("Check.law", () => {
  test("reports the place, year and amount when no row covers an account", () => {
    const lost = { ...goods, account: "8000000" }
    const broken = forced({ _tag: "EstimatePosted", line: lost, amounts: { "2027": "4.00", "2028": "0.00" } })
    expect(reportOf(broken).coverage).toEqual([97, `${last + 1} A1 · 0900 · 8000000 · U 2027: 4.00`])
    expect(reportOf(broken, last).coverage).toEqual([96])
  })

  test("reports forms that differ when an account names an unknown row of T2", () => {
    const broken = forced(
      {
        _tag: "StructureDeclared",
        declarations: { accounts: [{ section: "operating", direction: "U", row: "I.Z", prefixes: ["69"] }] },
      },
      { _tag: "EstimatePosted", line: { ...goods, account: "6900000" }, amounts: { "2027": "4.00" } },
    )
    const at = last + 2
    expect(reportOf(broken).coverage).toEqual([13 * 8, `${at} T2: A1 · 0900 · 6900000 · U 2027: -4.00`])
    expect(reportOf(broken).tieOut).toMatchInlineSnapshot(`
      [
        408,
        "12 M1 Totalen/U = T2 EXPLOITATIE/I + T2 INVESTERINGEN/I + T2 FINANCIERING/I, 2027: 4.00",
        "12 M2 Budgettair resultaat/I = T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I, 2027: -4.00",
        "12 M2 Budgettair resultaat/I.b = T2 EXPLOITATIE/I, 2027: 4.00",
        "12 M2 Budgettair resultaat/III = T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/III, 2027: -4.00",
        "12 M2 Budgettair resultaat/V = T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V, 2027: -4.00",
        "12 M2 Autofinancieringsmarge/I = T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I, 2027: -4.00",
        "12 M3 Exploitatie/U = T2 EXPLOITATIE/I, 2027: 4.00",
        "12 T1 Algemeen totaal/U = T2 EXPLOITATIE/I + T2 INVESTERINGEN/I + T2 FINANCIERING/I, 2027: 4.00",
        "12 T2 BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/V = synthesis total/net, 2027: 4.00",
        "12 T2 EXPLOITATIE/I = J3 Exploitatie/U.krediet, 2027: -4.00",
        "12 synthesis total/U = T2 EXPLOITATIE/I + T2 INVESTERINGEN/I + T2 FINANCIERING/I, 2027: 4.00",
      ]
    `)
    expect(reportOf(broken).tieOut?.every((one) => typeof one === "number" || one.startsWith(`${at} `))).toBe(
      true,
    )
  })
})

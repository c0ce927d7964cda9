/** Checks laws on ledgers that break them, with events that no decision would produce. */
import { Ledger } from "@grootboek/core"
import { Check } from "@grootboek/core/answer"
import { describe, expect, test } from "vitest"
import { forced, reportOf, sound } from "../CheckedLedger.ts"
import { fees, goods, plan, van, wages } from "../SmallPlan.ts"

const last = Ledger.position(sound())
const reason = { class: "correction" } as const

describe("Check.laws", () => {
  test("checks nothing when the ledger has no plan", () => {
    expect(Check.laws(Ledger.empty())).toEqual([])
    expect(Check.laws(sound(), { at: 0 })).toEqual([])
    expect(Check.codes.map((law) => Check.law(Ledger.empty(), law))).toEqual(
      Check.codes.map((law) => ({ law, comparisons: 0, breaches: [] })),
    )
  })

  test("names the slots and cells of balances that are not the sum of the postings", () => {
    const made = sound()
    const at = (position: number): BigInt64Array => {
      const amounts = made.columns.at(position)
      if (position === last) amounts[0] = (amounts[0] ?? 0n) + 1_000_000n
      return amounts
    }
    const columns: Ledger.Ledger["columns"] = Object.create(made.columns, { at: { value: at } })
    const { homomorphism, explanation, linearity } = reportOf({ ...made, columns })
    expect(homomorphism).toEqual([13, `${last} A1 · 0900 · 6140000 · U 2026: -1.00`])
    expect(explanation?.slice(0, 3)).toEqual([
      1080,
      `${last} M1 Dienstverlening/U 2026: -1.00`,
      `${last} M1 Totalen/U 2026: -1.00`,
    ])
    expect(linearity).toEqual([1181])
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

  test("reports each year of a transfer from expenditure to a receipt", () => {
    const transfer = { _tag: "CreditTransferred", year: 2026, amount: "3.00", reason } as const
    const broken = forced(
      { ...transfer, from: goods, to: fees },
      { ...transfer, from: goods, to: wages },
      { ...transfer, from: fees, to: goods },
    )
    expect(reportOf(broken).transferNeutral).toEqual([3, `${last + 1} 2026: 6.00`, `${last + 3} 2026: -6.00`])
    expect(reportOf(broken, last + 2).transferNeutral).toEqual([2, `${last + 1} 2026: 6.00`])
    expect(reportOf(broken).overheadNeutral).toEqual([1])
  })

  test("reports an adjustment that is declared neutral and is not, and no other", () => {
    const changes = [{ line: goods, amounts: { "2026": "1.00", "2027": "2.00", "2028": "0.00" } }]
    const adjusted = { _tag: "PlanAdjusted", creditYears: [], changes } as const
    const broken = forced(
      { ...adjusted, plan: "2026/1" },
      { ...adjusted, plan: "2026/2", neutrality: "year" },
    )
    expect(reportOf(broken).adjustmentNeutral).toEqual([
      1,
      `${last + 2} 2026: -1.00`,
      `${last + 2} 2027: -2.00`,
    ])
  })

  test("reports an adjustment that is neutral per year, but not per declared action or section", () => {
    const changes = [
      { line: goods, amounts: { "2026": "-1.00" } },
      { line: { ...goods, action: "A2" }, amounts: { "2026": "1.00" } },
      { line: goods, amounts: { "2027": "-2.00" } },
      { line: van, amounts: { "2027": "2.00" } },
    ]
    const adjusted = { _tag: "PlanAdjusted", creditYears: [], changes } as const
    const broken = forced(
      { ...adjusted, plan: "2026/1", neutrality: "year" },
      { ...adjusted, plan: "2026/2", neutrality: "action" },
      { ...adjusted, plan: "2026/3", neutrality: "section" },
    )
    expect(reportOf(broken).adjustmentNeutral).toEqual([
      3,
      `${last + 2} Action A1 2026: 1.00`,
      `${last + 2} Action A2 2026: -1.00`,
      `${last + 3} Section operating 2027: 2.00`,
      `${last + 3} Section investment 2027: -2.00`,
    ])
  })

  test("reports an adjustment before the plan, and one of an account without a row, under no section", () => {
    const lost = { direction: "U", account: "8000000", policyItem: "0900" } as const
    const changes = [{ line: lost, amounts: { "2026": "1.00" } }]
    const event = { _tag: "PlanAdjusted", plan: "2026/1", creditYears: [], changes } as const
    const made = Ledger.empty()
    Ledger.append(made, { event: { ...event, neutrality: "section" }, time: "" })
    Ledger.append(made, { event: { _tag: "PlanAdopted", ...plan }, time: "" })
    expect(reportOf(made).adjustmentNeutral).toEqual([1, "1 Section undefined 2026: -1.00"])
    const broken = forced({ ...event, neutrality: "section" }, { ...event, neutrality: "action" })
    expect(reportOf(broken).adjustmentNeutral).toEqual([
      2,
      `${last + 1} Section undefined 2026: -1.00`,
      `${last + 2} Action undefined 2026: -1.00`,
    ])
  })

  test("reports each cell that a reversal does not undo", () => {
    const place = { phase: "estimate", ...goods } as const
    const other = { phase: "estimate", ...wages } as const
    const turned = [
      { place, year: 2026, amount: "-100.00" },
      { place, year: 2027, amount: "5.00" },
      { place, year: 2027, amount: "2.00" },
      { place, year: 2028, amount: "4.00" },
      { place: other, year: 2028, amount: "-4.00" },
    ]
    const broken = forced(
      { _tag: "Reversed", entry: 3, reason, turned },
      { _tag: "Reversed", entry: 5, reason, turned: [] },
    )
    expect(reportOf(broken).reversalZero).toEqual([
      2,
      `${last + 1} A1 · 0900 · 6140000 · U 2027: 7.00`,
      `${last + 1} A1 · 0900 · 6140000 · U 2028: 4.00`,
      `${last + 1} A1 · 0900 · 6203000 · U 2028: -4.00`,
      `${last + 2} A1 · 0900 · 7450000 · O 2026: 300.00`,
    ])
    expect(reportOf(broken, last + 1).reversalZero?.[0]).toBe(1)
  })
})

test("Check.law: reports nothing for carry-overs and contributions, because their postings are neutral", () => {
  const part = (member: string, amount: string) => ({ member, due: amount, amount, order: 0 })
  const neutral = forced(
    { _tag: "CarriedOver", line: van, from: 2027, to: 2028, amount: "5.00" },
    {
      _tag: "ContributionsApportioned",
      contribution: "B1",
      line: fees,
      key: { name: "K", by: "equal", weights: [] },
      years: [{ year: 2027, whole: "3.00", parts: [part("Noord", "2.00")] }],
    },
  )
  expect(reportOf(neutral)).toMatchObject({ carryOverNeutral: [1], contributionNeutral: [1] })
})

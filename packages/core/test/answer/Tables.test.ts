/** The explanatory tables of a small local authority: investments, facts, policy domains and financing. */
import { Adoption, Balances, Credit, Estimate, Funding, Ledger, Money } from "@grootboek/core"
import { Tables } from "@grootboek/core/answer"
import { record, refusals } from "@grootboek/testing/Given"
import { describe, expect, test } from "vitest"
import { association, goods, planOf, van } from "../Association.ts"

const grant = {
  direction: "O",
  account: "1500000",
  policyItem: "9090",
  action: "A2",
  envelope: "IE1",
} as const
const bike = { direction: "U", account: "2410000", policyItem: "9090", action: "A2" } as const

const ledger = association()
record(
  ledger,
  Adoption.declare({
    accounts: [
      { section: "investment", direction: "O", row: "II.D", prefixes: ["150"] },
      { section: "investment", direction: "U", row: "I.B.1.c", prefixes: ["241"] },
    ],
    sectors: [{ code: "VL", counterparty: "Vlaanderen", origin: 2 }],
    envelopes: [{ code: "IE1", name: "Wagenpark" }],
    goals: [
      {
        code: "A3",
        level: "action",
        parent: "D1",
        name: "Zonder financiering",
        priority: true,
        financing: "  ",
      },
      { code: "D2", level: "policyObjective", name: "Doelstelling", priority: true, financing: "subsidies" },
    ],
    facts: [
      { table: "personeel", row: "A", year: 2027, value: "2.5" },
      { table: "personeel", row: "C", year: 2026, value: "4" },
      { table: "lonen", row: "A", year: 2026, value: "100" },
      { table: "personeel", row: "A", year: 2026, value: "2" },
    ],
  }),
  Estimate.post({ line: { ...grant, sector: "VL" }, amounts: { "2026": "120.00", "2027": "1.00" } }),
  Estimate.post({ line: { ...van, account: "2401000" }, amounts: { "2026": "50.00" } }),
  Estimate.post({ line: bike, amounts: { "2026": "7.00" } }),
  Credit.record({ line: van, year: 2026, date: "2026-02-01", amount: "9.00", voucher: "F1" }),
)

const reported = (of: Ledger.Ledger) =>
  Tables.investments(planOf(of), Balances.of(of.columns)).map(
    ({ envelope, name, year, spent, received, conditional }) =>
      `${envelope ?? "-"} ${name ?? "-"} ${year}: ${Money.format(spent)} ${Money.format(received)} ${conditional}`,
  )

describe("Tables.investments", () => {
  test("follows the order of envelopes and years, independent of the order of posting", () => {
    const later = Ledger.copy(ledger)
    record(
      later,
      Adoption.declare({ envelopes: [{ code: "IE0", name: "Gebouwen" }] }),
      Estimate.post({ line: { ...bike, envelope: "IE0" }, amounts: { "2028": "3.00", "2027": "2.00" } }),
      Estimate.post({ line: { ...bike, envelope: "IE0" }, amounts: { "2026": "1.00" } }),
    )
    expect(reported(later).map((one) => one.slice(0, one.indexOf(":")))).toEqual([
      "IE0 Gebouwen 2026",
      "IE0 Gebouwen 2027",
      "IE0 Gebouwen 2028",
      "IE1 Wagenpark 2026",
      "IE1 Wagenpark 2027",
      "- - 2026",
    ])
  })

  test("sums expenditure and receipts per envelope and year, without realisations", () => {
    expect(reported(ledger)).toEqual([
      "IE1 Wagenpark 2026: 350.00 120.00 false",
      "IE1 Wagenpark 2027: 0.00 1.00 false",
      "- - 2026: 7.00 0.00 false",
    ])
  })

  test("is conditional only when all of the envelope is", () => {
    const open = Ledger.copy(ledger)
    const under = (...lines: ReadonlyArray<typeof van | typeof bike>) =>
      Funding.assign(lines.map((line) => ({ line, condition: "V1" })))
    record(open, under(van, bike))
    expect(reported(open)).toEqual([
      "IE1 Wagenpark 2026: 350.00 120.00 false",
      "IE1 Wagenpark 2027: 0.00 1.00 false",
      "- - 2026: 7.00 0.00 true",
    ])
    record(open, Funding.judge({ condition: "V1", met: true, date: "2026-03-01" }))
    expect(reported(open).at(-1)).toBe("- - 2026: 7.00 0.00 false")
  })

  test("omits goods, and envelopes without amounts", () => {
    const bare = association()
    record(bare, Estimate.post({ line: van, amounts: { "2026": "-300.00" } }))
    expect(reported(bare)).toEqual([])
    expect(Money.format(Balances.ofLine(Balances.of(bare.columns), "estimate", goods, 2026))).toBe("400.00")
  })
})

test("Tables.facts: returns a row per name in the order of declaration, with a value for the years that have one", () => {
  expect(Tables.facts(planOf(ledger), "personeel")).toStrictEqual([
    {
      row: "A",
      origin: undefined,
      text: undefined,
      values: [
        { year: 2026, value: "2" },
        { year: 2027, value: "2.5" },
        { year: 2028, value: undefined },
      ],
    },
    {
      row: "C",
      origin: undefined,
      text: undefined,
      values: [
        { year: 2026, value: "4" },
        { year: 2027, value: undefined },
        { year: 2028, value: undefined },
      ],
    },
  ])
  expect(Tables.facts(planOf(ledger), "niets")).toEqual([])
})

test("Tables.facts: lists a row without figures, and says where figures come from", () => {
  const stated = association()
  record(
    stated,
    Adoption.declare({
      facts: [{ table: "lonen", row: "bruto", year: 2026, value: "1000" }],
      factRows: [
        { table: "lonen", row: "bruto", origin: "derived", text: "premie / 3%" },
        { table: "personeel", row: "E", origin: "stated" },
      ],
    }),
  )
  expect(Tables.factTables(planOf(stated))).toEqual(["lonen", "personeel"])
  expect(Tables.facts(planOf(stated), "lonen")).toMatchObject([
    { row: "bruto", origin: "derived", text: "premie / 3%" },
  ])
  expect(Tables.facts(planOf(stated), "personeel")).toMatchObject([
    {
      row: "E",
      origin: "stated",
      values: [{ value: undefined }, { value: undefined }, { value: undefined }],
    },
  ])
  expect(
    refusals(
      stated,
      Adoption.declare({
        factRows: [
          { table: "personeel", row: "E" },
          { table: "personeel", row: "E" },
        ],
      }),
    ),
  ).toEqual(["DuplicateCode"])
})

test("Tables.domains: returns the items of policy domains, in the order of declaration", () => {
  const more = Ledger.copy(ledger)
  record(
    more,
    Adoption.declare({
      policyItems: [
        { code: "9091", name: "Vervoer", field: "0909", fieldName: "Sociaal beleid", domain: "W" },
      ],
    }),
  )
  expect(
    Tables.domains(planOf(more)).map(({ domain, items }) => [domain, ...items.map(({ code }) => code)]),
  ).toEqual([
    ["W", "9090", "9091"],
    ["Algemene financiering", "0100"],
  ])
})

test("Tables.financing: lists actions with a declared financing in the order of the tree", () => {
  expect(Tables.financing(planOf(ledger))).toStrictEqual([
    { action: "A1", name: "Buurthuis", sources: ["subsidies", "gifts"], unknown: [] },
    { action: "A2", name: "Vervoer", sources: ["toBeFinanced"], unknown: [] },
  ])
})

/** The dimensions of a place under a structure, and why a place has no row. */
import { type BudgetLine, Dimension, Ledger, Structure } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { adjusted, never } from "../AdjustedPlan.ts"
import { declarations } from "../SmallPlan.ts"

const structure = Structure.declare(Structure.empty, {
  ...declarations,
  sectors: [
    {
      code: "ALL",
      counterparty: "alle",
      origin: 1,
      operatingGrant: 2,
      investmentGrant: 3,
      loan: 4,
      interest: 5,
    },
    { code: "NONE", counterparty: "geen" },
  ],
  accounts: [
    ...Dimension.rowSplits.map(
      ({ section, row }) =>
        ({ section, direction: "U", row, prefixes: [`1${section.length}${row.length}`] }) as const,
    ),
    { section: "operating", direction: "U", row: "I.A.4", prefixes: ["64"] },
    { section: "operating", direction: "U", row: "II.A.2.a", prefixes: ["73"] },
    { section: "operating", direction: "U", row: "II.A.3.a", prefixes: ["74"] },
    { section: "investment", direction: "U", row: "I.D", prefixes: ["66"] },
    { section: "investment", direction: "U", row: "I.A.4", prefixes: ["67"] },
    { section: "financing", direction: "U", row: "I.C.1", prefixes: ["29"] },
    { section: "result", direction: "U", prefixes: ["09"] },
  ],
})

const place = (account: string, more: Partial<BudgetLine.Place> = {}): BudgetLine.Place => ({
  phase: "estimate",
  direction: "U",
  account,
  ...more,
})
const read = (account: string, more: Partial<BudgetLine.Place> = {}) =>
  Dimension.of(structure, place(account, more))
const nowhere = { domain: undefined, action: undefined, policyObjective: undefined }

describe("Dimension.of: placed and unplaced", () => {
  test("returns the section and row of the account, and the domain and objective of the codes", () => {
    expect(read("6700000", { policyItem: "0110", action: "A1" })).toStrictEqual({
      section: "investment",
      row: "I.A.4",
      domain: "Algemeen",
      action: "A1",
      policyObjective: "BD1",
    })
    expect(read("6700000", { policyItem: "0404", action: "A9" })).toStrictEqual({
      section: "investment",
      row: "I.A.4",
      ...nowhere,
      action: "A9",
    })
  })

  test("returns no row for a result or a debt, with any account", () => {
    expect(read("0900000")).toStrictEqual({ section: "result", row: "", ...nowhere })
    expect(read("9999", { phase: "debt" })).toStrictEqual({ section: "financing", row: "", ...nowhere })
  })

  test.each([
    ["7300123", "II.A.2.a-1"],
    ["7301123", "II.A.2.a-2"],
    ["7302123", "II.A.2.a-3"],
    ["7400000", "II.A.3.a-1"],
    ["7400123", "II.A.3.a-1"],
  ])("account %s: has row %s without a sector", (account, row) => {
    expect(read(account)).toStrictEqual({ section: "operating", row, ...nowhere })
  })

  test.each([
    ["6400000", "operating", "I.A.4-2"],
    ["7402000", "operating", "II.A.3.a-2-1"],
    ["6600000", "investment", "I.D-3"],
    ["2900000", "financing", "I.C.1-4"],
  ])("account %s: in %s has row %s with a sector", (account, section, row) => {
    expect(read(account, { sector: "ALL" })).toStrictEqual({ section, row, ...nowhere })
  })

  test("returns the reason when the place has no row", () => {
    expect(read("8888888", { direction: "O" })).toStrictEqual({
      _tag: "UnknownAccount",
      account: "8888888",
      direction: "O",
    })
    expect(read("6400000")).toStrictEqual({ _tag: "SectorRequired", account: "6400000", row: "I.A.4" })
    expect(read("6400000", { sector: "X" })).toStrictEqual({ _tag: "UnknownSector", sector: "X" })
    expect(read("6400000", { sector: "NONE" })).toStrictEqual({
      _tag: "SectorWithoutRow",
      sector: "NONE",
      purpose: "operatingGrant",
      row: "I.A.4",
    })
    expect([Dimension.isUnplaced(read("6400000")), Dimension.isUnplaced(read("6700000"))]).toEqual([
      true,
      false,
    ])
  })
})

describe("Dimension.of", () => {
  const { structure } = Ledger.planAt(adjusted) ?? never()
  const place = {
    phase: "estimate",
    direction: "U",
    account: "6140000",
    policyItem: "0900",
    action: "A1",
  } as const

  test("returns section, row, domain and objectives", () => {
    expect(Dimension.of(structure, place)).toMatchObject({
      section: "operating",
      row: "I.A.1",
      domain: "Zorg",
      action: "A1",
      policyObjective: "BD1",
    })
  })

  test.each([
    ["interest by the sector of the creditor", { account: "6500000", sector: "FIN" }, "I.B.1-1"],
    [
      "a grant by the sector of its origin",
      { direction: "O", account: "7402000", sector: "OCMW" },
      "II.A.3.a-2-5",
    ],
    ["the municipal fund by its account", { direction: "O", account: "7400100" }, "II.A.3.a-1"],
  ] as const)("%s", (_, of, row) => {
    expect(Dimension.of(structure, { ...place, ...of })).toMatchObject({ row })
  })

  test("returns no row for a debt or a result", () => {
    expect(Dimension.of(structure, { phase: "debt", direction: "O", account: "173" })).toMatchObject({
      section: "financing",
      row: "",
    })
    expect(Dimension.of(structure, { phase: "estimate", direction: "O", account: "0930000" })).toMatchObject({
      section: "result",
      row: "",
    })
  })

  test("accountRule: returns the rule of the longest prefix in any order", () => {
    const longer = Structure.declare(structure, {
      accounts: [
        { section: "operating", direction: "U", row: "I.A.5", prefixes: ["6140"] },
        { section: "operating", direction: "U", row: "I.A.3", prefixes: ["614"] },
      ],
    })
    expect(
      ["6140000", "6141000", "6100000"].map((account) => Structure.accountRule(longer, "U", account)?.row),
    ).toEqual(["I.A.5", "I.A.3", "I.A.1"])
    expect(Structure.accountRule(longer, "O", "6140000")).toBeUndefined()
  })
})

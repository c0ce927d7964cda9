/** What is known of a request under one of its ids, and what is wrong with the codes of a line. */
import { Adoption, type BudgetLine, Decision, Estimate, Ledger, type Refusal } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { adopted, declared, goods } from "../SmallPlan.ts"

const request = (id: string, formerIds?: ReadonlyArray<string>): Decision.Request => ({
  id,
  decide: () => Result.succeed([]),
  ...(formerIds === undefined ? {} : { formerIds }),
})
const byId = new Map([
  ["new", 1],
  ["old", 2],
  ["older", 3],
])

test("Decision.known: prefers the id, then the first former id that is known", () => {
  expect(Decision.known(request("new", ["old"]), byId)).toBe(1)
  expect(Decision.known(request("other", ["unknown", "older", "old"]), byId)).toBe(3)
  expect(Decision.known(request("other", ["unknown"]), byId)).toBeUndefined()
  expect(Decision.known(request("other"), byId)).toBeUndefined()
})

describe("Decision.checkLine: a code that is nearly known", () => {
  const state = Ledger.state(ledger(adopted, declared))
  const refused = (line: BudgetLine.BudgetLine) =>
    Result.match(Estimate.post({ line, amounts: { "2026": "1.00" } })(state), {
      onFailure: (refusals) => refusals,
      onSuccess: () => [],
    })

  test.each([
    [{ policyItem: "900" }, { _tag: "UnknownPolicyItem", policyItem: "900", probably: "0900" }],
    [{ policyItem: "110" }, { _tag: "UnknownPolicyItem", policyItem: "110", probably: "0110" }],
    [{ policyItem: "90" }, { _tag: "UnknownPolicyItem", policyItem: "90" }],
    [{ policyItem: "x900" }, { _tag: "UnknownPolicyItem", policyItem: "x900" }],
    [{ action: "a1" }, { _tag: "UnknownAction", action: "a1", capitals: "A1" }],
    [{ action: "A7" }, { _tag: "UnknownAction", action: "A7" }],
    [{ action: "AP1" }, { _tag: "NotAnAction", action: "AP1", level: "actionPlan" }],
    [{ sector: "ocmw" }, { _tag: "UnknownSector", sector: "ocmw", capitals: "OCMW" }],
    [{ sector: "Bank" }, { _tag: "UnknownSector", sector: "Bank" }],
    [
      { account: "900000" },
      { _tag: "UnknownAccount", account: "900000", direction: "U", probably: "0900000" },
    ],
    [{ account: "9990000" }, { _tag: "UnknownAccount", account: "9990000", direction: "U" }],
    [{ account: "0900000" }, { _tag: "ResultAccount", account: "0900000" }],
  ] as ReadonlyArray<readonly [Partial<BudgetLine.BudgetLine>, Refusal.Refusal]>)(
    "refuses %j with the code that was meant, if any",
    (other, refusal) => {
      expect(refused({ ...goods, ...other })).toStrictEqual([refusal])
    },
  )

  test("finds only numbers with zeros before them", () => {
    const declaring = Adoption.declare({
      policyItems: ["0A7", "07A", "007"].map((code) => {
        return { code, name: "Kast", field: code, fieldName: "Kast", domain: "Algemeen" }
      }),
    })
    const other = Ledger.state(ledger(adopted, declared, declaring))
    const probable = ["A7", "7A", "7"].map((policyItem) =>
      Estimate.post({ line: { ...goods, policyItem }, amounts: { "2026": "1.00" } })(other),
    )
    expect(probable).toStrictEqual([
      Result.fail([{ _tag: "UnknownPolicyItem", policyItem: "A7" }]),
      Result.fail([{ _tag: "UnknownPolicyItem", policyItem: "7A" }]),
      Result.fail([{ _tag: "UnknownPolicyItem", policyItem: "7", probably: "007" }]),
    ])
  })

  test("finds a code in small letters and one with three zeros before it", () => {
    const declaring = Adoption.declare({
      policyItems: [{ code: "0007", name: "Kast", field: "0007", fieldName: "Kast", domain: "Algemeen" }],
      sectors: [{ code: "kerk", counterparty: "kerkfabriek", origin: 5 }],
    })
    const other = Ledger.state(ledger(adopted, declared, declaring))
    const line = { ...goods, policyItem: "7", sector: "KERK" }
    expect(Estimate.post({ line, amounts: { "2026": "1.00" } })(other)).toEqual(
      Result.fail([
        { _tag: "UnknownPolicyItem", policyItem: "7", probably: "0007" },
        { _tag: "UnknownSector", sector: "KERK", capitals: "kerk" },
      ]),
    )
  })
})

test("Decision.located: puts the line of the file on the refusals of its row", () => {
  const find = (one: string): ReadonlyArray<Refusal.Refusal> => [{ _tag: "UnknownAction", action: one }]
  expect(Decision.located(["a", "b"], [4], find)).toStrictEqual([
    { _tag: "UnknownAction", action: "a", sourceLine: 4 },
    { _tag: "UnknownAction", action: "b" },
  ])
  expect(Decision.located(undefined, [4], find)).toEqual([])
})

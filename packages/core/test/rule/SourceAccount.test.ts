/** Receipts on an account that does not fit the only source of financing of their action. */
import { Adoption, Ledger } from "@grootboek/core"
import { PlanRemarks } from "@grootboek/core/ledger"
import { SourceAccount } from "@grootboek/core/rule"
import { record } from "@grootboek/testing/Given"
import { expect, test } from "vitest"
import { association, planOf, subsidy } from "../Association.ts"

// The receipts of A1 are on account 745: row II.A.5, other operating receipts.
const financedBy = (financing: string) => {
  const ledger = association()
  const action = { code: "A1", level: "action", parent: "D1", name: "Buurthuis", priority: true } as const
  record(ledger, Adoption.declare({ goals: [{ ...action, financing }] }))
  return { ledger, found: SourceAccount.of(planOf(ledger), { ...subsidy, phase: "estimate" }) }
}

test.each([
  ["betaalde dienstverlening", "paidServices"],
  ["subsidies; inbreng in natura deelgenoten.", "subsidies"],
  ["Bijdrageregeling (VTE-tijd); te financieren", "memberTime"],
  ["giften", undefined],
  ["cofinanciering", undefined],
  ["subsidies; giften", undefined],
  ["subsidies; een ander woord", undefined],
  ["inbreng in natura", undefined],
  ["", undefined],
])("SourceAccount.of: an action with %j disagrees by %s", (financing, source) => {
  const { ledger, found } = financedBy(financing)
  expect(found).toEqual(
    source === undefined ? undefined : { action: "A1", source, account: "7450000", row: "II.A.5" },
  )
  const remarks = PlanRemarks.of(ledger).filter(({ code }) => code === "SourceDisagrees")
  // The entry is the last that changed the receipts: a declaration changes none.
  expect(remarks.map(({ facts }) => facts)).toEqual(
    source === undefined ? [] : [{ _tag: "SourceDisagrees", ...found }],
  )
  expect(PlanRemarks.of(ledger, Ledger.position(ledger)).map(({ code }) => code)).not.toContain(
    "SourceDisagrees",
  )
})

test("SourceAccount.of: realisations, expenditure and receipts without an action have no source", () => {
  const plan = planOf(financedBy("betaalde dienstverlening").ledger)
  const { action: _, ...bare } = subsidy
  expect(SourceAccount.of(plan, { ...subsidy, phase: "actual" })).toBeUndefined()
  expect(SourceAccount.of(plan, { ...bare, phase: "estimate" })).toBeUndefined()
  expect(SourceAccount.of(plan, { ...subsidy, direction: "U", phase: "estimate" })).toBeUndefined()
})

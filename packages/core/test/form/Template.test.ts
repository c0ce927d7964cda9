/** The policy fields and the template of sectors, beside the tables of the example. */
import { policyFields, sectors } from "@grootboek/core/bbc3"
import * as W13 from "@grootboek/testing/W13"
import { expect, test } from "vitest"

test("policyFields: has 142 fields with four digits, each once, in ten groups", () => {
  const fields = policyFields()
  expect(fields.length).toBe(142)
  expect(new Set(fields.map(({ field }) => field)).size).toBe(142)
  expect(new Set(fields.map(({ group }) => group)).size).toBe(10)
  for (const { field, fieldName } of fields)
    expect([field, fieldName]).toEqual([expect.stringMatching(/^0\d{3}$/), fieldName.trim()])
})

test("policyFields: has every field of the W13 plan under the name that the plan prints", () => {
  const names = new Map(policyFields().map(({ field, fieldName }) => [field, fieldName]))
  for (const { beleidsveld = "", beleidsveld_naam } of W13.table("policy-items.csv", ","))
    expect([beleidsveld, names.get(beleidsveld)]).toEqual([beleidsveld, beleidsveld_naam])
})

test("sectors: equals the table of the example, row by row", () => {
  expect(sectors().map((sector) => Object.values(sector).map(String))).toEqual(
    W13.table("sectors.csv", ",").map((row) => Object.values(row)),
  )
})

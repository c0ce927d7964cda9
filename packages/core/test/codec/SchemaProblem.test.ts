/** The reason of a problem names what was expected, so that messages in other languages need no English text. */
import { type BudgetEvent, History } from "@grootboek/core"
import * as Result from "effect/Result"
import { expect, test } from "vitest"

const event: BudgetEvent.Of<"EstimatePosted"> = {
  _tag: "EstimatePosted",
  line: { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
  amounts: { "2026": "12.50" },
}

const reasonOf = (stored: unknown) => {
  const read = History.read(stored, History.version)
  return Result.isFailure(read) && read.failure._tag === "MalformedEvent"
    ? [read.failure.field, read.failure.reason]
    : undefined
}

const line = (change: object) => ({ ...event, line: { ...event.line, ...change } })

test.each<[unknown, string, object]>([
  [{ ...event, amounts: { "2026": "12,50" } }, "amounts.2026", { kind: "amount" }],
  [{ ...event, amounts: { "2026": "-0.00" } }, "amounts.2026", { kind: "negativeZero" }],
  [{ ...event, amounts: { "2026": 12.5 } }, "amounts.2026", { kind: "amount" }],
  [{ ...event, amounts: { nextYear: "12.50" } }, "amounts.nextYear", { kind: "unknownField" }],
  [{ ...event, amounts: [] }, "amounts", { kind: "record" }],
  [line({ account: "6" }), "line.account", { kind: "account" }],
  [line({ policyItem: "" }), "line.policyItem", { kind: "code" }],
  [line({ direction: "X" }), "line.direction", { kind: "choice", values: ["O", "U"] }],
  [{ _tag: "EstimatePosted", line: event.line }, "amounts", { kind: "missing" }],
  [{ ...event, remark: "x" }, "remark", { kind: "unknownField" }],
  [{ _tag: "YearClosed", year: 1000 }, "year", { kind: "year" }],
  [{ _tag: "YearClosed", year: 2026.5 }, "year", { kind: "whole" }],
  [{ _tag: "StructureDeclared", declarations: { goals: {} } }, "declarations.goals", { kind: "list" }],
])("SchemaProblem.first: %j is rejected at %s because of %j", (stored, field, reason) => {
  expect(reasonOf(stored)).toEqual([field, reason])
})

/** A proof is in whole numbers; the floats of the solver are hints. */
import { Money } from "@grootboek/core"
import { Published } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Claim from "../src/Claim.ts"
import * as Model from "../src/Model.ts"
import * as Proof from "../src/Proof.ts"

const cell = (code: string, amount: string): Published.PublishedCell => ({
  section: "Budgettair resultaat",
  code,
  year: 2026,
  amount: Money.from(amount),
  line: 2,
  column: "2026",
})

const claimsOf = (cells: ReadonlyArray<Published.PublishedCell>) => {
  const tables = Result.getOrThrow(Published.lay([{ form: "M2", cells }]))
  const model = Model.of(tables, tables.map(Published.holdsNothing))
  const reading = { policy: () => "exact" as const, zeros: "rounded" as const }
  const claims = Claim.of(model, reading, () => true)
  const weigh = (weights: Readonly<Record<string, number>>) =>
    claims.map(({ figures }) => weights[model.figures[figures[0]?.variable ?? -1]?.code ?? ""] ?? 0)
  return { model, claims, weigh }
}

test("of: returns a proof when the weights cancel and the bounds exclude zero", () => {
  const { model, claims, weigh } = claimsOf([cell("I.a", "10"), cell("I.b", "4"), cell("I", "9")])
  const proof = Proof.of(model, claims, weigh({ I: 0.25, "I.a": -0.25, "I.b": 0.25 }))
  expect(proof?.claims.map(({ weight }) => weight)).toEqual([1n, -1n, 1n])
  expect(proof?.least).toBe(Money.from("1.500001") as bigint)
})

test.each([
  ["do not cancel", { I: 1, "I.a": -1 }],
  ["are of the wrong sign", { I: 1, "I.a": 1, "I.b": 1 }],
  ["are all zero", {}],
  ["are not small fractions of each other", { I: 1, "I.a": -0.7654321, "I.b": 0.31415926 }],
])("of: returns no proof when the weights %s", (_, weights) => {
  const { model, claims, weigh } = claimsOf([cell("I.a", "10"), cell("I.b", "4"), cell("I", "9")])
  expect(Proof.of(model, claims, weigh(weights))).toBeUndefined()
})

test("of: returns no proof when rounding explains the difference", () => {
  const { model, claims, weigh } = claimsOf([cell("I.a", "10"), cell("I.b", "4"), cell("I", "7")])
  expect(Proof.of(model, claims, weigh({ I: 1, "I.a": -1, "I.b": 1 }))).toBeUndefined()
})

/** The risks of a follow-up report, compared with an earlier position or with their first declaration. */
import { Adoption, Ledger, type Register } from "@grootboek/core"
import { FollowUp } from "@grootboek/core/answer"
import { record } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { adopted } from "../SmallPlan.ts"

const inflation = { code: "R1", name: "Inflatie", trend: "stable" } as const
const interest = { code: "R2", name: "Rente", trend: "stable", text: "vast" } as const
const variable = { ...interest, text: "veranderlijk" } as const
const rising = { ...inflation, trend: "rising" } as const
const staff = { code: "R3", name: "Personeel", trend: "falling" } as const

// Only an edited journal has an entry before the first plan. Positions: 2 adopts the plan, 3 to 5 declare risks.
const withRisks = (): Ledger.Ledger => {
  const made = Ledger.empty()
  Ledger.append(made, { event: { _tag: "StructureDeclared", declarations: {} }, time: "" })
  record(
    made,
    adopted,
    Adoption.declare({ risks: [interest, inflation] }),
    Adoption.declare({ risks: [variable, staff] }),
    Adoption.declare({ risks: [rising, { ...staff, name: "Personeelstekort" }] }),
  )
  return made
}

const now = [variable, rising, { ...staff, name: "Personeelstekort" }]

test.each<
  readonly [
    before: number | undefined,
    risks: ReadonlyArray<readonly [before: Register.Risk | undefined, changed: boolean]>,
  ]
>([
  [
    undefined,
    [
      [interest, true],
      [inflation, true],
      [staff, false],
    ],
  ],
  [
    1,
    [
      [undefined, true],
      [undefined, true],
      [undefined, true],
    ],
  ],
  [
    2,
    [
      [undefined, true],
      [undefined, true],
      [undefined, true],
    ],
  ],
  [
    3,
    [
      [interest, true],
      [inflation, true],
      [undefined, true],
    ],
  ],
  [
    4,
    [
      [variable, false],
      [inflation, true],
      [staff, false],
    ],
  ],
  [
    5,
    [
      [variable, false],
      [rising, false],
      [now[2], false],
    ],
  ],
])(
  "risks compared with position %s: a new one, and one with another trend or text, has changed",
  (before, risks) => {
    const report = Result.getOrThrow(FollowUp.of(withRisks(), { year: 2026, warnAt: 80, before }))
    expect(report.risks).toEqual(
      risks.map(([old, changed], index) => ({ risk: now[index], before: old, changed })),
    )
  },
)

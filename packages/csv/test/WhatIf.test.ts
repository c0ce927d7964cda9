/** A supposed adjustment, written as a file and imported: the figures are those that were shown before. */

import { formIds, Intake, Ledger } from "@grootboek/core"
import { type Supposition, WhatIf } from "@grootboek/core/answer"
import { Export, Reader, Table } from "@grootboek/csv"
import { propose, sha256 } from "@grootboek/testing/Ledgers"
import { plan } from "@grootboek/testing/W13"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"

const supposition: fc.Arbitrary<Supposition.Supposition> = fc.record({
  lines: fc.constantFrom<Supposition.SupposedLines>(
    { _tag: "Selected", accounts: ["62"] },
    { _tag: "Selected", direction: "U", actions: ["A10102"] },
    { _tag: "Selected", direction: "O", accounts: ["74"] },
    { _tag: "Selected", accounts: ["61"], actions: ["A10203"] },
    { _tag: "Selected", direction: "O", actions: ["A10203"] },
    { _tag: "One", line: { direction: "U", account: "6140000", policyItem: "1100", action: "A50111" } },
  ),
  effect: fc.oneof(
    fc.constantFrom("2", "-2.5", "0.333333", "100").map((percent) => ({ _tag: "Percent" as const, percent })),
    fc
      .constantFrom("1000.00", "-0.123", "17.000001", "250000.00")
      .map((amount) => ({ _tag: "Added" as const, amount })),
    fc.constantFrom("0.00", "123456.789").map((amount) => ({ _tag: "Becomes" as const, amount })),
  ),
  first: fc.integer({ min: 2026, max: 2031 }),
})

const made = Ledger.empty()
propose(made, plan())

const figuresOf = (ledger: Ledger.Ledger) =>
  formIds.map((form) => Result.getOrThrow(Ledger.statement(ledger, form)).rows)

test("WhatIf: the file of its changes, imported as an adjustment, gives every form the figures of the supposition", () => {
  fc.assert(
    fc.property(fc.array(supposition, { minLength: 1, maxLength: 3 }), (suppositions) => {
      const found = WhatIf.of(made, suppositions, { sha256, reasonOf: () => '=Als; de "lonen" stijgen' })
      // Another sample is drawn for one that a rule of the plan refuses, so that every run compares.
      fc.pre(Result.isSuccess(found))
      const { changes, ledger } = Result.getOrThrow(found)
      const bytes = new TextEncoder().encode(Table.write(Export.adjustment({ changes })))
      const { requests, faults } = Reader.read(
        "adjustment",
        { name: "wat-als.csv", bytes, sha256: sha256(bytes) },
        { sha256, plan: "2026/1", adjustment: { creditYears: [2026] } },
      )
      expect(faults).toEqual([])
      const imported = Intake.decide(made, requests, { actor: "test", sha256, recorded: new Map() })
      expect(figuresOf(Result.getOrThrow(imported).ledger)).toEqual(figuresOf(ledger))
    }),
    { numRuns: 10 },
  )
})

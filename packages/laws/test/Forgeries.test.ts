/** Every kind of forged entry is found in one fixed journal, and the same journal without it has no finding. */
import { Verify } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Forgeries from "../src/draw/Forgeries.ts"
import * as ForgeryKinds from "../src/draw/ForgeryKinds.ts"
import * as Scenarios from "../src/draw/Scenarios.ts"
import { digest } from "../src/kit/Digest.ts"

const [scenario] = fc.sample(Scenarios.scenario, { seed: 20_261_129, numRuns: 1 })
if (scenario === undefined) throw new TypeError("no scenario")

describe("forged entries", () => {
  test.each(ForgeryKinds.names)("audit: finds %s", (kind) => {
    const { sealed, position, reason } = Forgeries.forge(scenario, kind)
    const found = Audit.all(sealed, { sha256: digest }).findings
    expect(found.filter((finding) => finding.position === position)).toContainEqual(
      expect.objectContaining({
        code: "InvalidEntry",
        facts: expect.objectContaining({ reason: expect.objectContaining({ _tag: reason }) }),
      }),
    )
    // The hashes are right: nothing else shows the forgery.
    expect(Verify.all(sealed, digest).findings.every(({ code }) => code === "InvalidEntry")).toBe(true)
    expect(Audit.all(sealed.slice(0, position - 1), { sha256: digest }).findings).toEqual([])
  })
})

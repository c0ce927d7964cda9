/** Norms of the W13 plan: the Energiehuis over the plan, and the margin without it. */
import { folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

interface Verified {
  readonly norms: ReadonlyArray<Readonly<Record<string, unknown>>>
}

test("norms: show the Energiehuis over the plan, and the margin without it", async () => {
  const ledger = await whole(folder())
  await must("import", w13("rules/facts.csv"), w13("rules/pledges.csv"), "--ledger", ledger, "--as", "rules")
  const { norms } = await json<Verified>("verify", "--ledger", ledger)
  expect(norms).toContainEqual(
    expect.objectContaining({
      norm: "budgetNeutrality",
      goals: ["A10201", "A10205"],
      since: 2026,
      year: 2031,
      bound: "0.005",
      holds: true,
      surplus: false,
    }),
  )
  const [group] = norms.filter(({ goals }) => goals !== null)
  expect(Number(group?.["amount"]).toFixed(2)).toBe("16388.84")
  expect(norms.filter(({ action }) => action === "A10201" || action === "A10205")).toEqual([])
  const without = norms.filter((one) => one.norm === "selfFinancingMargin" && one.without !== null)
  expect(without.map(({ year, amount, holds }) => [year, Number(amount).toFixed(2), holds])).toEqual([
    [2030, "9040.67", true],
    [2031, "8717.90", true],
  ])
  const dutch = await must("overview", "norms", "--ledger", ledger, "--lang", "nl")
  expect(dutch).toMatch(/2026-2031\s+A10201 \+ A10205\s+verbintenis.*16\.388,84\s+0,005/)
  expect(dutch).toContain("niet voldaan: tekort")
  const read = await must("overview", "norms", "--without", "AP102", "--ledger", ledger, "--format", "csv")
  expect(read).toContain("without AP102")
  for (const [words, status] of [
    [["norms", "--without", "A404"], 1],
    [["overhead", "--without", "AP102"], 2],
  ] as const)
    expect((await grootboek("overview", ...words, "--ledger", ledger)).status).toBe(status)
})

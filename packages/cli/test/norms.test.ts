/** Norms of the W13 plan: the Energiehuis over the plan, and the margin without it. */
import { folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

interface Verified {
  readonly norms: ReadonlyArray<Readonly<Record<string, unknown>>>
}

interface Tables {
  readonly tables: ReadonlyArray<{ readonly rows: ReadonlyArray<ReadonlyArray<string>> }>
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
    [2030, "9040.80", true],
    [2031, "8718.00", true],
  ])
  const dutch = await must("overview", "norms", "--ledger", ledger, "--lang", "nl")
  for (const figure of ["16.388,84", "0,005"])
    expect(dutch.replace(/ +/g, " ")).toContain(`2026-2031 A10201 + A10205 verbintenis ${figure}`)
  expect(dutch).toContain("niet voldaan: tekort")
  const { tables } = await json<Tables>("overview", "norms", "--ledger", ledger)
  expect(tables.flatMap(({ rows }) => rows).find(([years]) => years === "2026-2031")?.[5]).toBe("0.005")
  const read = await must("overview", "norms", "--without", "AP102", "--ledger", ledger, "--format", "csv")
  expect(read).toContain("without AP102")
  for (const [words, status] of [
    [["norms", "--without", "A404"], 1],
    [["overhead", "--without", "AP102"], 2],
  ] as const)
    expect((await grootboek("overview", ...words, "--ledger", ledger)).status).toBe(status)
})

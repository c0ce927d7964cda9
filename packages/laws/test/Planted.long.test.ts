/** The laws catch every fault planted in core. `npm run planted` prints the law and the number of runs of each. */
import { expect, test } from "vitest"
import { faults } from "./planted/faults.ts"
import { tryFault } from "./planted/Planted.ts"

test.each(faults)("planted fault: $name is caught", async (fault) => {
  const caught = await tryFault(fault, { runs: 1_000, seed: 1 })
  expect(caught.by).toBeDefined()
  expect(caught.runs).toBeLessThanOrEqual(1_000)
})

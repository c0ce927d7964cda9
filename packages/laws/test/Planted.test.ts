/** The laws catch faults planted in core. `npm run planted` plants all of them. */
import { describe, expect, test } from "vitest"
import { faults } from "./planted/faults.ts"
import { hunt, plant } from "./planted/Planted.ts"

describe("planted faults", () => {
  const quick = faults.filter(({ set }) =>
    ["money", "allocation", "fold", "order", "roundTrips"].includes(set),
  )
  test.each(quick)("$name", async (fault) => {
    const caught = await hunt(fault, { runs: 1_000, seed: 1 })
    expect(caught.by).toBeDefined()
    expect(caught.runs).toBeLessThanOrEqual(1_000)
  })

  test("list: has at least ten faults, each with a set of laws", async () => {
    const { sets } = await plant()
    expect(faults.length).toBeGreaterThanOrEqual(10)
    expect(faults.filter(({ set }) => !(set in sets))).toEqual([])
  })
})

/** The laws catch faults planted in core. The long test plants all of them, as `npm run planted` does. */
import { sets } from "@grootboek/laws"
import { expect, test } from "vitest"
import { faults } from "./planted/faults.ts"
import { tryFault } from "./planted/Planted.ts"

test("planted fault: a transfer that adds without subtracting is caught", async () => {
  const [fault] = faults.filter(({ name }) => name === "a transfer adds without subtracting")
  if (fault === undefined) throw new Error("the fault is not in the list")
  const caught = await tryFault(fault, { runs: 200, seed: 1 })
  expect(caught.by).toBe("fold: equals the sum of the moves of all events")
})

test("planted faults: are at least ten, each with a set of laws", () => {
  expect(faults.length).toBeGreaterThanOrEqual(10)
  expect(faults.filter(({ set }) => !(set in sets))).toEqual([])
})

/** The simulator finds each planted fault, and shrinks the history that shows it. */
import { describe, expect, test } from "vitest"
import type { Plant } from "../src/Plant.ts"
import * as Simulation from "../src/Simulation.ts"

describe("simulation", () => {
  test("passes a few histories", { timeout: 120_000 }, async () => {
    const { histories, failure } = await Simulation.run({ seed: 5, runs: 2 })
    expect(failure).toBeUndefined()
    expect(histories).toBe(2)
  })

  // The commands that are left, without their choices.
  const shown: ReadonlyArray<readonly [Plant, ReadonlyArray<string>]> = [
    ["lost batch", ["import", "import"]],
    ["figure off by a cent", ["import"]],
    ["branch promoted twice", ["start", "import", "promote"]],
  ]
  test.each(shown)("finds a %s, and shrinks the history to %j", { timeout: 240_000 }, async (plant, left) => {
    const { failure } = await Simulation.run({ seed: 4, runs: 20, plant })
    const words = failure?.commands.map((command) => command.split(" ")[0])
    expect(words).toEqual(left)
    expect(failure?.path).not.toBe("")
  })
})

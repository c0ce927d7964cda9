/** The simulator finds each planted fault, and shrinks the history that shows it. */
import { expect, test } from "vitest"
import type { Plant } from "../src/Plant.ts"
import * as Simulation from "../src/Simulation.ts"

// The commands that are left, without their choices.
const shown: ReadonlyArray<readonly [Plant, ReadonlyArray<string>]> = [
  ["lost batch", ["import", "import"]],
  ["branch promoted twice", ["start", "import", "promote"]],
]
test.each(shown)("simulation: finds a %s, and shrinks the history to %j", async (plant, left) => {
  const { failure } = await Simulation.run({ seed: 4, runs: 20, plant })
  expect(failure?.commands.map((command) => command.split(" ")[0])).toEqual(left)
  expect(failure?.path).not.toBe("")
})

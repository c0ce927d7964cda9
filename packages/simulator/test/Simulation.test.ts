/** The simulator finds a planted fault, and shrinks the history that shows it. The long test plants the other faults. */
import { describe, expect, test } from "vitest"
import * as Simulation from "../src/Simulation.ts"

describe("simulation", () => {
  test("passes a few histories", async () => {
    const { histories, failure } = await Simulation.run({ seed: 5, runs: 2 })
    expect(failure).toBeUndefined()
    expect(histories).toBe(2)
  })

  test("finds a figure off by a cent, and shrinks the history to one import", async () => {
    const { failure } = await Simulation.run({ seed: 4, runs: 20, plant: "figure off by a cent" })
    expect(failure?.commands.map((command) => command.split(" ")[0])).toEqual(["import"])
    expect(failure?.path).not.toBe("")
  })
})

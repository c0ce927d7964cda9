/** The laws of published tables on some hundred random publications; `npm run published` tries many more. */
import { expect, test } from "vitest"
import * as Campaign from "./published/Campaign.ts"

test("Consistency: accuses no table printed from exact amounts, and every larger change that an identity covers", () => {
  const counts = Campaign.run(200, 20_261_129)
  expect(counts).toMatchObject({ failures: [], wronglyAccused: 0, missed: 0 })
  expect(counts.changed).toBeGreaterThan(120)
})

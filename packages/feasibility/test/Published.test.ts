/** The laws of published tables on random publications; `npm run published` tries many more. */
import { runs } from "@grootboek/testing/Runs"
import { expect, test } from "vitest"
import * as Campaign from "./published/Campaign.ts"

test("Consistency: reports no table printed from exact amounts, and every larger change that an identity covers", () => {
  const publications = runs(200)
  const counts = Campaign.run(publications, 20_261_129)
  expect(counts).toMatchObject({ failures: [], wronglyReported: 0, missed: 0 })
  expect(counts.changed).toBeGreaterThan(publications * 0.6)
})

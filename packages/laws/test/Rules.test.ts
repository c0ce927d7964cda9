/** Tries the laws of the plan's rules on core. */
import { Laws } from "@grootboek/laws"
import { afterAll, describe, expect, test } from "vitest"
import { accepted, rules } from "../src/law/sets.ts"

/** Sets that read every form of every sample run less often. `npm test` tries a quarter of the samples; `npm run isolated` all. */
const runs: Readonly<Record<keyof typeof rules, number>> = {
  indexation: 80,
  contributions: 80,
  exceptions: 60,
  funding: 25,
  stops: 60,
  reversals: 60,
  repayments: 40,
  norms: 40,
  realisation: 40,
  commitments: 30,
  state: 60,
  indicators: 60,
}

// At least fourteen: fewer samples apply the rarest rules too seldom.
const all = (many: number): number =>
  process.env.TESTS === "long" ? many : Math.max(14, Math.ceil(many / 4))

for (const [name, set] of Object.entries(rules)) {
  describe(`laws of ${name}`, () => {
    Laws.suite(test, set, { runs: all(runs[name as keyof typeof rules]), seed: 20_260_101 })
  })
}

// A law whose rule is never accepted tests nothing.
afterAll(() => {
  const rare = Object.values(rules)
    .flat()
    .filter(({ name }) => (accepted.get(name) ?? 0) < 8)
    .map(({ name }) => `${name}: ${accepted.get(name) ?? 0}`)
  expect(rare).toEqual([])
})

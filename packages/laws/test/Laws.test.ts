/** Tries every law of the kit on core. */
import { Laws, sets } from "@grootboek/laws"
import { describe, test } from "vitest"

/** Sets that read every form of every sample run less often. `npm test` tries a quarter of the samples; `npm run isolated` all. */
const runs: Readonly<Record<keyof typeof sets, number>> = {
  money: 300,
  allocation: 300,
  neutrality: 40,
  fold: 40,
  checks: 10,
  forms: 10,
  explain: 40,
  diff: 10,
  roundTrips: 40,
  order: 60,
  decisions: 100,
  validity: 100,
  reconcile: 10,
}

const all = (many: number): number => (process.env.TESTS === "long" ? many : Math.ceil(many / 4))

/** Mutation runs use a few samples of the fast sets only. */
const few = process.env.TESTS === "few"
const slow: ReadonlyArray<string> = ["checks", "forms", "diff", "reconcile", "order", "explain"]

for (const [name, set] of Object.entries(sets)) {
  if (few && slow.includes(name)) continue
  describe(`laws of ${name}`, () => {
    Laws.suite(test, set, { runs: few ? 3 : all(runs[name as keyof typeof sets]), seed: 20_260_101 })
  })
}

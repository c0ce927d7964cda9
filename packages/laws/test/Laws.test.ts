/** Every law of the kit, tried on core. */
import { Laws, sets } from "@grootboek/laws"
import { describe, test } from "vitest"

/** Sets that read every form of every sample are tried less often; `npm run planted` and the long campaigns try more. */
const runs: Readonly<Record<keyof typeof sets, number>> = {
  money: 300,
  allocation: 300,
  neutrality: 40,
  fold: 40,
  forms: 10,
  explain: 40,
  diff: 10,
  roundTrips: 40,
  order: 60,
  decisions: 100,
  reconcile: 10,
}

/** Where every test is run for thousands of mutants, a few samples of the quick sets must do. */
const few = process.env.LAWS === "few"
const slow: ReadonlyArray<string> = ["forms", "diff", "reconcile", "order", "explain"]

for (const [name, set] of Object.entries(sets)) {
  if (few && slow.includes(name)) continue
  describe(`laws of ${name}`, () => {
    Laws.suite(test, set, { runs: few ? 3 : runs[name as keyof typeof sets], seed: 20_260_101 })
  })
}

/** Rates in the notation of the page. */
import { expect, test } from "vitest"
import * as IndicatorWords from "../../src/part/IndicatorWords.ts"
import * as Bilingual from "../../src/words/Bilingual.ts"
import * as Figures from "../../src/words/Figures.ts"

test.each([
  ["15", "15\u00a0%"],
  ["3.6", "3,6\u00a0%"],
  ["1200", "1.200\u00a0%"],
  ["-2.5", "\u22122,5\u00a0%"],
])("Figures.percent: %s has a dot between thousands and a comma before decimals", (rate, printed) => {
  expect(Figures.percent(rate)).toBe(printed)
})

test("IndicatorWords.value: a percentage of more than a thousand keeps its dot", () => {
  const indicator = { kind: "percent", unit: undefined, per: undefined } as never
  expect(IndicatorWords.value(indicator, "1200", { say: Bilingual.say("nl") })).toBe("1.200\u00a0%")
})

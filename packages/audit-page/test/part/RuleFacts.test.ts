/** Facts of a rule in the notation of the page. */
import { expect, test } from "vitest"
import * as RuleFacts from "../../src/part/RuleFacts.ts"

test.each([
  ["base", "2744734.25", "2.744.734,25"],
  ["due", "411710.1375", "411.710,1375"],
  ["received", "-100", "\u2212100,00"],
  ["whole", "422562.16", "422.562,16"],
  ["percent", "15.5", "15,5\u00a0%"],
  ["standard", "1000.5", "1.000,50"],
  ["weight", "14061", "14.061"],
  ["index", "133.28", "133,28"],
  ["baseIndex", "1.5", "1,5"],
  ["baseYear", 2025, "2025"],
  ["times", 2, "2"],
  ["of", 12, "12"],
  ["partner", "1000.5", "1000.5"],
  ["lastDay", "2028-06-30", "2028-06-30"],
])("RuleFacts.shown: %s %s is printed as %s", (field, value, printed) => {
  expect(RuleFacts.shown(field, value)).toBe(printed)
})

/** Percentages of amounts, and the amounts that could print as given figures. */
import { Money, Rate } from "@grootboek/core"
import { describe, expect, test } from "vitest"

describe("Rate", () => {
  test("percentOf: returns two decimals and never -0.00", () => {
    const of = (part: string, whole: string) => Rate.percentOf(Money.from(part), Money.from(whole))
    expect([of("1", "3"), of("-1", "3"), of("-0.000001", "1000"), of("-100", "100"), of("10", "1")]).toEqual([
      "33.33",
      "-33.33",
      "0.00",
      "-100.00",
      "1000.00",
    ])
  })

  test("basesBehind: returns the bases that print as the given figures, or undefined", () => {
    const behind = (percent: string, decimals: number, ...figures: ReadonlyArray<string>) => {
      const found = Rate.basesBehind(percent, figures.map(Money.from), decimals)
      return found === undefined ? "none" : `${Money.format(found.least)} to ${Money.format(found.below)}`
    }
    expect(behind("2", 0, "250")).toBe("249.50 to 250.50")
    expect(behind("2", 2, "250")).toBe("249.995 to 250.005")
    expect(behind("2", 0, "250", "255", "260")).toBe("249.509804 to 250.384468")
    expect(behind("2", 0, "250", "300")).toBe("none")
    // The intervals touch in one point, which is no amount.
    expect(behind("0", 0, "1", "2")).toBe("none")
  })
})

test("basesBehind: returns undefined when no figures are given", () => {
  expect(Rate.basesBehind("2", [], 0)).toBeUndefined()
})

test("total: returns the exact sum of percentages", () => {
  expect(Rate.total(["1.5", "2.25", "-0.1"])).toBe("3.65")
  expect(Rate.total([])).toBe("0")
})

/** The account table in code equals the table of the example, row by row. */
import { accounts } from "@grootboek/core/bbc3"
import * as W13 from "@grootboek/testing/W13"
import { describe, expect, test } from "vitest"

describe("account table", () => {
  const published = W13.table("account-map.csv", ";").filter(({ direction }) => direction !== "")

  test("has every account of the published table, with its direction, row and description", () => {
    expect(accounts().length).toBe(published.length)
    expect(
      accounts().map(({ direction, row = "", title = "", prefixes, description }) =>
        [direction, row, title, prefixes.join(" "), description].join("|"),
      ),
    ).toEqual(
      published.map((one) =>
        [
          one.direction,
          (one.t2_row ?? "").replace(/\.$/, ""),
          one.t2_title,
          one.prefixes,
          (one.omschrijving ?? "").trim(),
        ].join("|"),
      ),
    )
  })

  test("no prefix begins another one of the same direction", () => {
    const prefixes = accounts().flatMap((rule) => rule.prefixes.map((prefix) => `${rule.direction}${prefix}`))
    const inside = prefixes.filter((one) => prefixes.some((other) => other !== one && one.startsWith(other)))
    expect(inside).toEqual([])
  })
})

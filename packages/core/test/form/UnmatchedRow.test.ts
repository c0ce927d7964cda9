/** Why a cell is empty, as a sentence. */
import { describe, expect, test } from "vitest"
import * as UnmatchedRow from "../../src/form/UnmatchedRow.ts"

describe("UnmatchedRow.format", () => {
  const unmatched = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      row: `R${at}`,
      counts: { section: "operating", row: `${at}` } as const,
    }))
  test.each([1, 5, 6, 7])("names at most five of %i rows", (count) => {
    const more = count - 5
    const rows = (language: "en" | "nl") =>
      unmatched(Math.min(count, 5))
        .map(({ row }, at) =>
          language === "nl"
            ? `${row}: raming, exploitatie, rij ${at}`
            : `${row}: estimate, operating, row ${at}`,
        )
        .join("; ")
    expect(UnmatchedRow.format(unmatched(count))).toBe(
      `No posting matches ${rows("en")}${more > 0 ? `; and ${more} more` : ""}.`,
    )
    expect(UnmatchedRow.format(unmatched(count), "nl")).toBe(
      `Geen enkele mutatie past bij ${rows("nl")}${more > 0 ? `; en nog ${more}` : ""}.`,
    )
  })

  test("reports a row that adds no rows", () => {
    expect(UnmatchedRow.format([])).toBe("The row adds no rows here.")
    expect(UnmatchedRow.format([], "nl")).toBe("De rij telt hier geen rijen op.")
  })

  test("names rows with equal selectors once", () => {
    expect(UnmatchedRow.format([...unmatched(2), ...unmatched(2)])).toBe(UnmatchedRow.format(unmatched(2)))
  })
})

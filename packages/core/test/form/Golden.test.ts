/** The published statements of the W13 plan, compared cell by cell. */
import { type FormId, Ledger, Money } from "@grootboek/core"
import { Reconcile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as W13 from "../W13.ts"

const ledger = W13.ledger()

const reconciled = (form: FormId, file: string) =>
  Result.getOrThrow(Reconcile.table(ledger, { form, cells: W13.published(file) }))

describe("W13 plan, from budget lines to published figures", () => {
  const files: ReadonlyArray<readonly [FormId, string, number]> = [
    ["T2", "T2", 930],
    ["M2", "M2", 150],
    ["M1", "M1", 48],
    ["T1", "T1", 36],
    ["T3", "T3", 120],
    ["M3", "M3", 12],
    ["goals", "goals-amounts", 972],
    ["synthesis", "synthese", 426],
  ]

  test.each(files)("%s: equals every published cell of %s, %i cells", (form, file, cells) => {
    const { counts, comparisons } = reconciled(form, file)
    const wrong = comparisons.filter(({ outcome }) => outcome !== "equal")
    expect(wrong).toEqual([])
    expect(counts).toEqual({ equal: cells, rounding: 0, error: 0, missing: 0 })
  })

  test("total: equals 2,694 published cells", () => {
    expect(files.reduce((sum, [, , cells]) => sum + cells, 0)).toBe(2_694)
  })

  test("M2: prints the two published oddities as roundings of exact figures", () => {
    const odd = reconciled("M2", "M2")
      .comparisons.filter(({ roundsTo }) => roundsTo !== undefined)
      .map(({ cell, printed, exact, roundsTo }) =>
        [
          cell.code,
          cell.year,
          ...[printed, exact, roundsTo].map((one) => Money.format(one ?? Money.zero)),
        ].join(" "),
      )
    expect(odd).toMatchInlineSnapshot(`
      [
        "III 2029 -3.00 -3.5078 -4.00",
        "V 2029 -3.00 -3.5078 -4.00",
        "VII 2028 488007.00 488006.4054 488006.00",
        "IX 2028 488007.00 488006.4054 488006.00",
      ]
    `)
  })

  test("policies: print other figures", () => {
    const of = (policy: "exact" | "rows" | "form") =>
      Result.getOrThrow(Ledger.statement(ledger, "M2", { policy }))
        .rows.filter(({ code, section }) => section === "Budgettair resultaat" && ["V", "VII"].includes(code))
        .map(({ code, cells }) => `${code} ${cells.map(({ printed }) => printed / 1_000_000n).join(" ")}`)
    expect(of("form")).toMatchInlineSnapshot(`
      [
        "V 44851 26478 11976 -3 -10158 -23569",
        "VII 449553 476031 488007 488003 477845 454276",
      ]
    `)
    expect(of("exact")).toMatchInlineSnapshot(`
      [
        "V 44851 26478 11976 -4 -10158 -23569",
        "VII 449553 476031 488006 488003 477845 454276",
      ]
    `)
    expect(of("rows")).toMatchInlineSnapshot(`
      [
        "V 44851 26478 11976 -4 -10157 -23570",
        "VII 449553 476031 488007 488003 477846 454276",
      ]
    `)
  })

  test("lines: one cent changes every table that counts the line", () => {
    const moved = W13.ledger()
    Ledger.append(moved, {
      event: {
        _tag: "EstimatePosted",
        line: { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
        amounts: { "2026": "1.00" },
      },
      time: "2026-06-30T00:00:00.000Z",
    })
    const wrong = (["T2", "M1", "M2", "T1", "M3"] as const).map(
      (form) => Result.getOrThrow(Reconcile.table(moved, { form, cells: W13.published(form) })).counts.equal,
    )
    expect(wrong).toEqual([930 - 6, 48 - 2, 150 - 25, 36 - 2, 12 - 1])
  })
})

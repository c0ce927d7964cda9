/** Published tables judged under every known way of printing. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Consistency from "../../src/answer/Consistency.ts"
import type * as Published from "../../src/answer/Published.ts"
import * as Money from "../../src/value/Money.ts"

const table = (
  rows: Readonly<Record<string, string>>,
  more: Partial<Published.PublishedTable> = {},
): Published.PublishedTable => ({
  form: "M2",
  cells: Object.entries(rows).flatMap(([code, amounts], line) =>
    amounts.split(" ").map((amount, at) => ({
      section: "Budgettair resultaat",
      code,
      year: 2026 + at,
      amount: Money.from(amount),
      line,
      column: "",
    })),
  ),
  ...more,
})

const check = (tables: ReadonlyArray<Published.PublishedTable>, unprinted: Published.Unprinted = "unknown") =>
  Result.getOrThrow(Consistency.check(tables, undefined, { by: "range", unprinted }))

const outcomes = ({ findings }: Consistency.ConsistencyReport) =>
  findings.map(({ figure, outcome }) => `${figure.code} ${figure.year} ${outcome}`)

describe("Consistency.check by range", () => {
  test("accepts a sum of rounded figures that is off by one, and excludes the policy of printed rows", () => {
    const found = check([table({ I: "5", "I.a": "100", "I.b": "96" })])
    expect(outcomes(found)).toEqual(["I 2026 rounding"])
    expect(found.policies).toEqual([{ form: "M2", open: ["form", "exact"] }])
  })

  test("rejects a row that repeats another with a difference of one, which no rounding explains", () => {
    const found = check([table({ VII: "55 60", VI: "50 56", V: "5 4" })])
    expect(found.policies[0]?.open).toEqual(["form"])
    const exact = found.tried[0]?.broken
    expect([exact?.form, (exact?.exact ?? 0) > 0]).toEqual([0, true])
  })

  test("accepts what one way explains, and rejects what each way explains in part", () => {
    const rows = { I: "5", II: "4", III: "9", IV: "0", V: "10", VI: "1 10", VII: "11 11" }
    expect(check([table(rows)]).counts.broken).toBe(1)
    expect(check([table({ ...rows, V: "9", VII: "10 10" })]).counts.broken).toBe(0)
  })

  test("accepts zeros that hide amounts, and marks the sum", () => {
    const zeros = Object.fromEntries(["VI.B.1", "VI.B.2", "VI.B.3"].map((code) => [code, "0"]))
    const [one] = check([table({ "VI.B": "1", ...zeros })]).findings
    expect([one?.outcome, one?.isHidden]).toEqual(["rounding", true])
    // Three amounts below a half are less than two.
    const [two] = check([table({ "VI.B": "2", ...zeros })]).findings
    expect([two?.outcome, two?.isHidden]).toEqual(["broken", false])
  })

  test("derives a row that is not printed from the rows that it adds", () => {
    const found = check([table({ I: "5", II: "4", IV: "1", V: "13" })])
    expect(
      found.findings.map(({ figure, terms, outcome }) => [
        figure.code,
        terms.map((term) => term.figure.code),
        outcome,
      ]),
    ).toEqual([["V", ["I", "II", "IV"], "broken"]])
  })

  test("names the rows without which sums cannot be checked", () => {
    const found = check([table({ I: "5", "I.a": "10" })])
    expect([found.findings, found.missing]).toEqual([
      [],
      [{ form: "M2", row: "Budgettair resultaat/I.b", years: [2026], identities: 1 }],
    ])
    expect(outcomes(check([table({ I: "5", "I.a": "10" })], "zero"))).toEqual(["I 2026 broken"])
  })

  test("keeps the columns of one year apart", () => {
    const JR = table({ I: "5", "I.a": "10", "I.b": "5" }, { series: "JR" })
    const MJP = table({ I: "7", "I.a": "9", "I.b": "9" }, { series: "MJP" })
    expect(check([JR, MJP]).findings.map(({ figure, outcome }) => [figure.series, outcome])).toEqual([
      ["JR", "holds"],
      ["MJP", "broken"],
    ])
  })
})

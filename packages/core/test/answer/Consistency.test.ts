/** The consistency of published tables: identities that hold, that rounding explains, and that are broken. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Consistency from "../../src/answer/Consistency.ts"
import type * as Published from "../../src/answer/Published.ts"
import * as Money from "../../src/value/Money.ts"
import { M2, report, table } from "../PrintedTable.ts"

describe("Consistency.check of one table", () => {
  test("reports a sum that differs by rounding, and excludes the policy of printed rows", () => {
    const found = report(table("M2", M2))
    expect(found.counts).toEqual({ holds: 14, rounding: 1, broken: 0 })
    const [off] = found.findings.filter(({ outcome }) => outcome === "rounding")
    expect(off).toMatchObject({ kind: "sum", sum: Money.from("4"), difference: Money.from("1") })
    expect(found.policies).toEqual([{ form: "M2", open: ["form", "exact"] }])
  })

  test("reports a year that does not carry the year before forward", () => {
    const found = report(table("M2", M2.replace("50 55", "50 58")))
    const broken = found.findings.filter(({ outcome }) => outcome === "broken")
    expect(broken.map(({ kind, figure }) => [kind, figure.code, figure.year])).toEqual([
      ["carried", "VI", 2027],
      ["sum", "VII", 2027],
    ])
    expect(found.suspects[0]).toMatchObject({ figure: { code: "VI", year: 2027, line: 13 }, broken: 2 })
  })

  test("does not check the amount carried into the first year", () => {
    const found = report(table("M2", M2.replace("50 55", "51 55")))
    expect(found.findings.some(({ figure }) => figure.code === "VI" && figure.year === 2026)).toBe(false)
  })

  test("checks the printed groups of a grouped form", () => {
    const M1 = `
      Zorg/U      10
      Zorg/O      8
      Wonen/U     5
      Wonen/O     2
      Totalen/U   15
      Totalen/O   13`
    const found = report(table("M1", M1))
    expect(found.findings.map(({ figure, outcome }) => [figure.code, outcome])).toEqual([
      ["U", "holds"],
      ["O", "broken"],
    ])
  })

  test("does not check identities with a missing figure", () => {
    const found = report(table("M2", "Budgettair resultaat/I   9\nBudgettair resultaat/I.a   100"))
    expect(found.counts).toEqual({ holds: 0, rounding: 0, broken: 0 })
    expect(found.unchecked).toBeGreaterThan(0)
  })
})

test("Consistency.check: rows that are exactly zero do not increase the tolerance", () => {
  const T2 = `
    EXPLOITATIE/I.A.4     2
    ${Array.from({ length: 11 }, (_, index) => `EXPLOITATIE/I.A.4-${index + 1}     0`).join("\n")}`
  expect(report(table("T2", T2)).counts.broken).toBe(1)
})

describe("Consistency.check of two tables", () => {
  test("reports rows that forms must share and that differ", () => {
    const T2 = "EXPLOITATIE/I     93 96\nEXPLOITATIE/II     100 100"
    const found = report(table("M2", M2), table("T2", T2))
    const broken = found.findings.filter(({ outcome }) => outcome === "broken")
    expect(broken.map(({ kind, figure, terms }) => [kind, figure.code, terms[0]?.figure.code])).toEqual([
      ["tie", "I.b", "I"],
    ])
  })

  test("compares a row with the sum of several rows of another form", () => {
    const M1 = "Zorg/U   95 100\nZorg/O   100 100\nTotalen/U   95 100\nTotalen/O   100 100"
    const found = report(table("M2", M2), table("M1", M1))
    const tied = found.findings.filter(({ kind, figure }) => kind === "tie" && figure.form === "M1")
    expect(tied.map(({ terms }) => terms.map(({ figure }) => figure.code))).toEqual([
      ["I.b", "II.b", "IV.b"],
      ["I.b", "II.b", "IV.b"],
      ["I.a", "II.a", "IV.a"],
      ["I.a", "II.a", "IV.a"],
    ])
    expect(found.counts.broken).toBe(0)
  })
})

describe("Consistency.check: refusals", () => {
  const refusals = (...tables: ReadonlyArray<Published.PublishedTable>) => {
    const found = Consistency.check(tables)
    return Result.isFailure(found) ? found.failure.map(({ refusal }) => refusal) : []
  }

  test.each([
    ["an unknown row", "Budgettair resultaat/X   1", { _tag: "UnknownRow", sourceLine: 2 }],
    ["an unknown section", "Resultaten/I.a   1", { _tag: "UnknownRow", form: "M2" }],
    [
      "a cell that is printed twice",
      "Budgettair resultaat/I   1\nBudgettair resultaat/I   1",
      { _tag: "DuplicateCode", code: "Budgettair resultaat/I 2026", sourceLine: 3 },
    ],
    [
      "cents in a form of whole euro",
      "Budgettair resultaat/I   1.50",
      { _tag: "MalformedValue", field: "2026" },
    ],
  ])("refuses %s", (_, text, refusal) => {
    expect(refusals(table("M2", text))).toMatchObject([refusal])
  })

  test("returns every figure without a cell, not only the first", () => {
    expect(refusals(table("M2", "X/I   1\nX/II   1\nBudgettair resultaat/I   1"))).toHaveLength(2)
  })

  test("accepts cents when the table declares them", () => {
    const cents = { ...table("M2", "Budgettair resultaat/I   1.50"), decimals: 2 as const }
    expect(refusals(cents)).toEqual([])
  })
})

test("Consistency.check: allows a difference of one cent when figures are in cents", () => {
  const I = (amount: string) =>
    report({
      ...table(
        "M2",
        `Budgettair resultaat/I     ${amount}
         Budgettair resultaat/I.a     1.00
         Budgettair resultaat/I.b     0`,
      ),
      decimals: 2,
    }).findings[0]
  expect(I("1.01")).toMatchObject({ tolerance: 10_000n, outcome: "rounding" })
  expect(I("1.02")).toMatchObject({ tolerance: 10_000n, outcome: "broken" })
})

describe("Consistency.check of a row of zero", () => {
  const rows = ["I.a", "I.b", "I", "II.a", "II.b", "II", "III", "IV.a", "IV.b", "IV", "V"]
  /** Returns the outcome for VII, which differs by one, in a year with the given rows; others are zero. */
  const VII = (year: number, given: Readonly<Record<string, string>>) => {
    const amounts = {
      ...Object.fromEntries(rows.map((row) => [row, "0 0"])),
      VI: "0 0",
      VII: "1 1",
      ...given,
    }
    const printed = Object.entries(amounts).filter(([, amount]) => amount !== "")
    const text = printed.map(([row, amount]) => `Budgettair resultaat/${row}     ${amount}`)
    return report(table("M2", text.join("\n"))).findings.find(
      ({ figure }) => figure.code === "VII" && figure.year === year,
    )?.outcome
  }

  test("is exactly zero when all rows below it are, or are not printed because they are", () => {
    expect(VII(2026, {})).toBe("broken")
    // The rows below it are zero after rounding.
    expect(VII(2026, { "I.a": "3 0", "I.b": "3 0" })).toBe("rounding")
    expect(VII(2026, { "IV.a": "3 0", "IV.b": "3 0" })).toBe("rounding")
    // The rows below it that were not printed may have any amount.
    expect(VII(2026, { I: "", II: "" })).toBe("rounding")
    expect(VII(2027, { "IV.a": "3 0", "IV.b": "3 0", VII: "0 1" })).toBe("rounding")
    expect(VII(2026, { "VI.A": "3 0", "VI.B": "-3 0" })).toBe("rounding")
    expect(VII(2026, { "VI.A": "0 0", "VI.B": "0 0" })).toBe("broken")
  })

  test("is exactly zero when the carried year is", () => {
    expect(VII(2027, { VII: "0 1" })).toBe("broken")
    expect(VII(2027, { V: "0 0", VI: "3 0", VII: "3 1" })).toBe("rounding")
  })
})

describe("Consistency.check of a sum", () => {
  test("is not checked when a term is missing, unless the term is known to be zero", () => {
    const VI =
      "Budgettair resultaat/VI     50 55\nBudgettair resultaat/VII     60 61\nBudgettair resultaat/V     10 1"
    const found = report(table("M2", VI))
    expect(
      found.findings.map(({ kind, figure, terms }) => [
        kind,
        figure.code,
        figure.year,
        ...terms.map((term) => term.figure.code),
      ]),
    ).toEqual([
      ["sum", "VII", 2026, "V", "VI"],
      ["carried", "VI", 2027, "VII"],
      ["sum", "VII", 2027, "V", "VI"],
    ])
  })

  test("has a larger tolerance for rows that are zero by rounding, not for rows that are exactly zero", () => {
    const carried = (a: string, b: string) =>
      report(
        table(
          "T3",
          `A     0 0
           A.1     0 0
           A.2     0 0
           A.3     0 0
           A.4     0 0
           B     ${a}
           B.1     0 ${b}
           B.2     0 0
           B.3     0 0
           B.4     0 0`,
        ),
      ).findings.find(({ figure }) => figure.code === "B" && figure.year === 2027)
    expect(carried("0 1", "0")).toMatchObject({ tolerance: 0n, outcome: "broken" })
    expect(carried("0 2", "1")).toMatchObject({ tolerance: 1_000_000n, outcome: "rounding" })
    const M2Row = (code: string, amounts: string) => `Budgettair resultaat/${code}     ${amounts}`
    const zero = report(
      table(
        "M2",
        [
          M2Row("I", "0"),
          M2Row("I.a", "3"),
          M2Row("I.b", "3"),
          M2Row("II", "0"),
          M2Row("II.a", "0"),
          M2Row("II.b", "0"),
          M2Row("III", "1"),
        ].join("\n"),
      ),
    ).findings.find(({ figure }) => figure.code === "III")
    expect(zero).toMatchObject({ tolerance: 1_000_000n, outcome: "rounding" })
  })
})

/** The report on published tables: counts, suspects, policies, and rows that were not printed. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Consistency from "../../src/answer/Consistency.ts"
import type * as Published from "../../src/answer/Published.ts"
import * as Money from "../../src/value/Money.ts"
import { M2, report, table } from "../PrintedTable.ts"

const byRange = (...tables: ReadonlyArray<Published.PublishedTable>): Consistency.ConsistencyReport =>
  Result.getOrThrow(Consistency.check(tables, undefined, { by: "range" }))

describe("ConsistencyReport", () => {
  test("contains the figures of every check", () => {
    const found = report(table("M2", M2.replace("50 55", "50 58")))
    const broken = found.findings.filter(({ outcome }) => outcome !== "holds")
    const money = (amount: Money.Money) => Money.format(amount)
    expect(
      broken.map(({ kind, figure, terms, sum, difference, tolerance, outcome }) => [
        `${kind} ${figure.code} ${figure.year} ${money(figure.amount)}`,
        terms.map((term) => `${term.sign} ${term.figure.code} ${term.figure.year}`).join(", "),
        `${money(sum)} ${money(difference)} ${money(tolerance)} ${outcome}`,
      ]),
    ).toEqual([
      ["sum I 2027 5.00", "1 I.a 2027, -1 I.b 2027", "4.00 1.00 1.00 rounding"],
      ["carried VI 2027 58.00", "1 VII 2026", "55.00 3.00 1.00 broken"],
      ["sum VII 2027 56.00", "1 V 2027, 1 VI 2027", "59.00 -3.00 1.00 broken"],
    ])
    expect(
      found.suspects.map(
        ({ figure, broken: wrong, of }) => `${figure.code} ${figure.year} ${wrong} of ${of}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "VI 2027 2 of 2",
        "V 2027 1 of 2",
        "VII 2027 1 of 2",
        "VII 2026 1 of 3",
      ]
    `)
    expect(found.unchecked).toMatchInlineSnapshot(`17`)
  })

  test("is empty without tables", () => {
    expect(report()).toEqual(Consistency.nothing)
    expect(Consistency.nothing.counts).toEqual({ holds: 0, rounding: 0, broken: 0 })
  })

  test("excludes no policy for a table whose sums are those of its rows", () => {
    const exact = M2.replace("9 5", "9 4")
      .replace("III    5 1", "III    5 0")
      .replace("V      5 1", "V      5 0")
      .replace("55 56\n  Budgettair resultaat/VIII", "55 55\n  Budgettair resultaat/VIII")
      .replace("IX     55 56", "IX     55 55")
    expect(report(table("M2", exact)).policies).toEqual([{ form: "M2", open: ["form", "exact", "rows"] }])
    // A tie-out that differs by one excludes nothing, on either side.
    const T2 = "EXPLOITATIE/I     92 96\nEXPLOITATIE/II     100 100"
    const tied = report(table("M2", exact), table("T2", T2))
    expect(tied.counts.rounding).toBe(1)
    expect(tied.policies.map(({ open }) => open.length)).toEqual([3, 3])
    // A sum that its form prints from printed rows, and that differs from theirs, was printed from its exact amount.
    const III = exact.replace("III    5 0", "III    6 0").replace("V      5 0", "V      6 0")
    expect(report(table("M2", III)).policies).toEqual([{ form: "M2", open: ["exact"] }])
  })

  test("excludes no policy because of a tie-out", () => {
    const T2 = "EXPLOITATIE/I     92 96\nEXPLOITATIE/II     100 100"
    const found = report(table("M2", M2.replace("9 5", "9 4")), table("T2", T2))
    expect(found.policies.find(({ form }) => form === "T2")?.open).toEqual(["form", "exact", "rows"])
  })
})

describe("ConsistencyReport.derived", () => {
  test("counts identities that no form states, and adds the broken ones to those of forms", () => {
    const balances = `
      Budgettair resultaat/I    1020 1000 7 10
      Budgettair resultaat/V    5
      Budgettair resultaat/VI   50
      Budgettair resultaat/VII  58`
    const totals = "Exploitatie/U  5000 5000 3 3\nExploitatie/O  6020 6001 10 30"
    const found = byRange(table("M2", balances), table("M3", totals))
    expect(
      found.findings.map(({ kind, figure, outcome }) => `${kind} ${figure.code} ${figure.year} ${outcome}`),
    ).toEqual([
      "sum VII 2026 broken",
      "derived I 2026 holds",
      "derived I 2027 rounding",
      "derived I 2028 holds",
      "derived I 2029 broken",
    ])
    expect(found.counts).toEqual({ holds: 0, rounding: 0, broken: 2 })
    expect(found.derived).toEqual({ holds: 2, rounding: 1 })
  })
})

describe("ConsistencyReport of the parts of a publication", () => {
  test("states the legal entity and the column of each table, and counts identities between tables for each", () => {
    const series = "JR"
    const found = report(
      { ...table("M2", M2), series },
      { ...table("M3", "Exploitatie/U  91 96\nExploitatie/O  100 100"), series, entity: "Stad" },
      { ...table("M3", "Exploitatie/U  0 .\nExploitatie/O  . 1"), series, entity: "OCMW" },
      table("T3", "A  1 2"),
    )
    const Stad = { form: "M3", entity: "Stad", series }
    const OCMW = { form: "M3", entity: "OCMW", series }
    const all = ["form", "exact", "rows"]
    expect(found.policies).toStrictEqual([
      { form: "M2", series, open: ["form", "exact"] },
      { ...Stad, open: all },
      { ...OCMW, open: all },
      { form: "T3", open: all },
    ])
    const none = { form: 0, exact: 0, rows: 0 }
    expect(found.tried).toStrictEqual([
      { form: "M2", series, chosen: "form", broken: { form: 0, exact: 0, rows: 1 }, checked: 17 },
      { ...Stad, chosen: "form", broken: none, checked: 2 },
      { ...OCMW, chosen: "form", broken: none, checked: 2 },
      { form: "T3", chosen: "form", broken: none, checked: 0 },
    ])
  })
})

describe("ConsistencyReport.missing", () => {
  const missing = (...tables: ReadonlyArray<Published.PublishedTable>) =>
    report(...tables).missing.map(
      ({ form, row, years, identities }) => `${form} ${row} ${years.join(",")}: ${identities}`,
    )

  test("lists the rows of the most identities first", () => {
    const rows = `
      Budgettair resultaat/V   5 .
      Budgettair resultaat/VI  . 3
      Budgettair resultaat/IX  7 .`
    expect(missing(table("M2", rows))).toEqual([
      "M2 Budgettair resultaat/VII 2026: 2",
      "M2 Budgettair resultaat/III 2026: 1",
      "M2 Budgettair resultaat/IV 2026: 1",
      "M2 Budgettair resultaat/VIII 2026: 1",
    ])
  })

  test("lists years in order, also when a later one was needed first", () => {
    const balance = "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR/I  . 4"
    expect(missing(table("M2", "Budgettair resultaat/I.b  91 96"), table("T2", balance))).toEqual([
      "T2 EXPLOITATIE/I 2026,2027: 3",
      "T2 EXPLOITATIE/II 2027: 1",
    ])
  })

  test("lists sums of printed rows only when no printed figure needs a row", () => {
    const rows = "Budgettair resultaat/I.a  100"
    expect(missing(table("M2", rows))).toEqual([
      "M2 Budgettair resultaat/I 2026: 1",
      "M2 Budgettair resultaat/I.b 2026: 1",
    ])
    expect(missing(table("M2", `${rows}\nBudgettair resultaat/II  5`))).toEqual([
      "M2 Budgettair resultaat/II.a 2026: 1",
      "M2 Budgettair resultaat/II.b 2026: 1",
    ])
    expect(missing()).toEqual([])
  })
})

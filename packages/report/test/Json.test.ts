/** JSON documents of the W13 plan, each read back by its own schema. */
import { Diff, Explain, formIds, Ledger, Money } from "@grootboek/core"
import { Norm, Reconcile } from "@grootboek/core/answer"
import { type Imported, Json, JsonText, LongText, VerifiedJournal } from "@grootboek/report"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { adjusted, published, versions, w13 } from "./w13.ts"

const plan = w13()
const later = adjusted()

/** Reads a document from its text, with only the fields of its schema. */
const read = <S extends Schema.Codec<unknown>>(schema: S, document: unknown): S["Type"] =>
  Schema.decodeUnknownSync(schema, { onExcessProperty: "error" })(JSON.parse(Json.print(document)))

describe("Json", () => {
  test("text: is the same document, and has no control or invisible character", () => {
    const hidden = fc.constantFrom(
      "\u202e",
      "\u200b",
      "\u009b31m",
      "\u00ad",
      "\u2028",
      "\u{e0041}",
      "👩‍👩‍👧",
      "é",
    )
    const text = fc.array(fc.oneof(hidden, fc.string({ unit: "binary" })), { maxLength: 4 })
    fc.assert(
      fc.property(fc.dictionary(fc.string(), text), (record) => {
        const value = { ...record }
        for (const written of [JsonText.of(value), JsonText.of(value, 2), Json.printLines(value)]) {
          expect(JSON.parse(written)).toEqual(value)
          expect(written).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?!\n)\p{Cc}/u)
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each(formIds)("statement: %s is decoded by its schema", (form) => {
    const document = Json.statement(Result.getOrThrow(Ledger.statement(plan.ledger, form)))
    expect(read(Json.documents.statement, document)).toEqual(document)
  })

  test("statement: has exact and printed figures, in the decimals of the form", () => {
    const cells = (form: "T2" | "synthesis", code: string) =>
      Json.statement(Result.getOrThrow(Ledger.statement(plan.ledger, form))).rows.find(
        (row) => row.code === code,
      )?.cells[0]
    expect(cells("T2", "I.A.1")).toMatchObject({ year: 2026, printed: "2744734" })
    expect(cells("T2", "I.A.1")?.exact).toBe("2744733.7292")
    expect(cells("synthesis", "A10101/O")).toEqual({ year: 2026, exact: "5750.00", printed: "5750.00" })
  })

  test("statement: leaves out rows that are not printed", () => {
    const codes = Json.statement(Result.getOrThrow(Ledger.statement(plan.ledger, "M2"))).rows.map(
      (row) => row.code,
    )
    expect(codes).toContain("VI")
    expect(codes).not.toContain("VI.A")
  })

  test("explanation: names entry, file and line, and its postings sum to the cell", () => {
    const document = Json.explanation(
      Result.getOrThrow(
        Explain.cell(plan.ledger, { form: "T2", row: "EXPLOITATIE/II.A.3.a-2-5", year: 2026 }),
      ),
    )
    expect(read(Json.documents.explain, document)).toEqual(document)
    expect(document.exact).toBe("801391.00")
    expect(document.postings.map(({ event, source }) => [event, source?.file, source?.line])).toEqual([
      ["EstimatePosted", "budget-lines.csv", expect.any(Number)],
    ])
    expect(Money.format(Money.sum(document.postings.map((one) => Money.from(one.amount))))).toBe(
      document.exact,
    )
  })

  test("explanation: has the rows of a sum and the rules of its postings", () => {
    const document = Json.explanation(
      Result.getOrThrow(
        Explain.cell(later.ledger, { form: "M2", row: "Budgettair resultaat/IX", year: 2027 }),
      ),
    )
    expect(read(Json.documents.explain, document)).toEqual(document)
    expect(document.rows.map((row) => row.code)).toEqual(["VII", "VIII"])
    expect(new Set(document.postings.map((one) => one.rule?.rule))).toContain("overhead")
    expect(document.postings.some((one) => one.reason?.class === "subsidy")).toBe(true)
  })

  test("explanation: names the selectors without postings", () => {
    const document = Json.explanation(
      Result.getOrThrow(Explain.cell(plan.ledger, { form: "T2", row: "II.A.3.b-1", year: 2026 })),
    )
    expect(read(Json.documents.explain, document).nothing).toMatch(/^No posting matches/)
  })

  test("difference: causes and the unexplained amount sum to the delta of each cell", () => {
    const document = Json.difference(Result.getOrThrow(Diff.between(later.ledger, versions(later.ledger))))
    expect(read(Json.documents.diff, document)).toEqual(document)
    const cell = document.cells.find(
      (one) => one.form === "T2" && one.code === "II.A.3.b" && one.year === 2026,
    )
    expect(cell).toMatchObject({
      delta: "-12500.50",
      unexplained: "0",
      causes: [{ reason: "subsidie: Projectsubsidie Kracht.Wonen niet verlengd", amount: "-12500.50" }],
    })
    for (const one of document.cells) {
      const parts = [...one.causes.map(({ amount }) => amount), one.unexplained].map(Money.from)
      expect(Money.format(Money.sum(parts))).toBe(one.delta)
    }
  })

  test("log: has entries as they were recorded", () => {
    const document = Json.log(later.entries)
    expect(read(Json.documents.log, document)).toEqual(document)
    expect(document.entries[2]?.source).toMatchObject({ file: "budget-lines.csv", line: 2 })
  })

  test("logPrinting: writes the bytes of the whole document", () => {
    for (const entries of [later.entries, later.entries.slice(0, 1), []])
      expect(LongText.whole(Json.logPrinting(), entries)).toBe(Json.print(Json.log(entries)))
  })

  test("verification: is ok without damage, and names the first bad entry otherwise", () => {
    const norms = Result.getOrThrow(Norm.checks(plan.ledger))
    const intact = { entries: 3, head: "0".repeat(64), findings: [], norms }
    const document = Json.verification(intact, "en")
    expect(read(Json.documents.verify, document)).toEqual(document)
    expect(document).toMatchObject({ ok: true, findings: [] })
    const damage = { _tag: "HashMismatch", position: 17, stored: "a", computed: "b" } as const
    const bad = Json.verification({ ...intact, findings: [VerifiedJournal.ofDamage(damage, "en")] }, "en")
    expect(read(Json.documents.verify, bad)).toMatchObject({
      ok: false,
      findings: [{ position: 17, code: "HashMismatch" }],
    })
  })

  test("verification: is ok with a missed pledge, not with a missed required norm", () => {
    const [norm] = Result.getOrThrow(Norm.checks(plan.ledger)).filter(({ holds }) => !holds)
    if (norm === undefined) throw new Error("the plan ends with a negative margin")
    const intact = { entries: 3, head: "", findings: [] }
    expect(Json.verification({ ...intact, norms: [norm] }, "nl").ok).toBe(true)
    const required = { ...norm, level: "required" as const }
    expect(Json.verification({ ...intact, norms: [required] }, "nl")).toMatchObject({
      ok: false,
      findings: [{ code: "NormNotMet", position: 3 }],
    })
  })

  test("norms: are decoded by their schema", () => {
    const document = Json.norms(Result.getOrThrow(Norm.checks(plan.ledger)))
    expect(read(Json.documents.norms, document)).toEqual(document)
  })

  test("reconciliation: names figures that are not the plain rounding, and finds M2 equal", () => {
    const document = Json.reconciliation(
      Result.getOrThrow(Reconcile.table(plan.ledger, { form: "M2", cells: published("M2") })),
      "M2.csv",
      "en",
    )
    expect(read(Json.documents.reconcile, document)).toEqual(document)
    expect(document).toMatchObject({ ok: true, counts: { compared: 150, equal: 150 }, findings: [] })
    expect(
      document.roundings.map(({ row, year, printed, roundsTo }) => [row, year, printed, roundsTo]),
    ).toContainEqual(["III", 2029, "-3", "-4"])
  })

  test("reconciliation: separates rounding, errors and missing rows", () => {
    const [first, second, third] = published("M2")
    if (first === undefined || second === undefined || third === undefined) throw new Error("M2 is empty")
    const off = (cell: typeof first, euro: string) => ({
      ...cell,
      amount: Money.add(cell.amount, Money.from(euro)),
    })
    const document = Json.reconciliation(
      Result.getOrThrow(
        Reconcile.table(plan.ledger, {
          form: "M2",
          cells: [off(first, "1"), off(second, "9"), { ...third, code: "XX" }],
        }),
      ),
      "M2.csv",
      "nl",
    )
    expect(read(Json.documents.reconcile, document).findings.map(({ code, line }) => [code, line])).toEqual([
      ["RoundingDifference", 2],
      ["RealDifference", 2],
      ["NoSuchCell", 2],
    ])
    expect(document.ok).toBe(false)
  })

  test("imported: counts rows and locates each finding", () => {
    const imported: Imported.Imported = {
      dryRun: false,
      files: [{ file: "lines.csv", rows: 3, detected: { encoding: "utf-8", delimiter: ";", numbers: "be" } }],
      counts: { accepted: 0, known: 1, conflicting: 0, rejected: 1 },
      findings: [
        { file: "lines.csv", line: 3, column: "2032", code: "YearOutsidePlan", message: "2032 lies outside" },
      ],
      notes: [],
      written: [],
    }
    const document = Json.imported(imported)
    expect(read(Json.documents.import, document)).toEqual(document)
    expect(document).toMatchObject({ ok: false, written: null })
  })
})

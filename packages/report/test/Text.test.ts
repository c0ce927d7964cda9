/** Terminal text of the W13 plan: goldens, and properties of every text. */
import { Diff, Explain, Ledger, Money, type Statement } from "@grootboek/core"
import { Check, Norm, Reconcile, ShownStatement } from "@grootboek/core/answer"
import { Causes, Json, Text, VerifiedJournal } from "@grootboek/report"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Grid from "../src/paint/Grid.ts"
import { adjusted, published, versions, w13 } from "./w13.ts"

const plan = w13()
const later = adjusted()
const nl = { language: "nl" } as const
const en = { language: "en" } as const
const golden = (name: string) => `golden/${name}.txt`
const difference = Result.getOrThrow(
  Diff.between(later.ledger, { ...versions(later.ledger), forms: ["M2", "M3"] }),
)

describe("Text.statement", () => {
  test.each(["T2", "M2", "M3", "T1"] as const)("%s: has the layout of the printed form", async (form) => {
    const text = Text.statement(Result.getOrThrow(Ledger.statement(plan.ledger, form)), nl)
    await expect(text).toMatchFileSnapshot(golden(form))
  })

  test("fits the width of the terminal with the same words", () => {
    const filled = Result.getOrThrow(Ledger.statement(plan.ledger, "T2"))
    const narrow = Text.statement(filled, { ...nl, width: 120 })
    expect(Math.max(...narrow.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120)
    const words = (text: string) => text.split(/\s+/).toSorted()
    expect(words(narrow)).toEqual(words(Text.statement(filled, nl)))
  })

  test("J1: has the plan in force and the initial plan beside the accounts", () => {
    const filled = Result.getOrThrow(ShownStatement.of(later.ledger, "J1"))
    const text = Text.statement(filled, nl)
    expect(text).toContain("2026 is niet afgesloten")
    expect(text).toContain("de rijen zijn die van M1")
    expect(text).toMatch(/2026 +Meerjarenplan 2026\/1 +Initieel plan 2026\/0/)
    const m1 = Result.getOrThrow(Ledger.statement(later.ledger, "M1"))
    const { accounts, rows } = Json.statement(filled)
    expect(accounts).toMatchObject({ year: 2026, closed: false, plan: m1.at })
    expect(rows.map(({ cells }) => cells.map(({ year, plan }) => [year, plan?.printed]))).toEqual(
      Json.statement(m1).rows.map(({ cells }) => [[2026, cells[0]?.printed]]),
    )
  })

  test("has colour only on request, with the same words", () => {
    const filled = Result.getOrThrow(Ledger.statement(plan.ledger, "M2"))
    const colour = Text.statement(filled, { ...nl, colour: true })
    const mark = String.fromCharCode(27)
    expect(Text.statement(filled, nl)).not.toContain(mark)
    expect(colour).toContain(mark)
    expect(colour.replaceAll(new RegExp(`${mark}\\[\\d+m`, "g"), "")).toBe(Text.statement(filled, nl))
  })

  test("prints a hostile name on one line without control characters", () => {
    const filled = Result.getOrThrow(Ledger.statement(plan.ledger, "M1"))
    const hostile: Statement.Statement = { ...filled, entity: `W13\u001b[2J\n\u202eevil` }
    expect(Text.statement(hostile, nl).split("\n")[1]).toMatch(
      /^W13‹U\+001B›\[2J ‹U\+202E›evil · plan 2026\/0/,
    )
  })
})

describe("Text.explanation", () => {
  const explain = (form: "T2" | "M2", row: string, year: number) =>
    Result.getOrThrow(Explain.cell(later.ledger, { form, row, year }))

  test("names the source line of the members' contribution", async () => {
    const text = Text.explanation(explain("T2", "EXPLOITATIE/II.A.3.a-2-5", 2026), nl)
    expect(text).toContain("budget-lines.csv:65")
    await expect(text).toMatchFileSnapshot(golden("explain-members"))
  })

  test("has rows, entries, rules and reasons of a sum", async () => {
    await expect(Text.explanation(explain("T2", "EXPLOITATIE/I.A", 2027), en)).toMatchFileSnapshot(
      golden("explain-operating"),
    )
  })

  test("marks a figure that is a sum of printed rows", () => {
    expect(Text.explanation(explain("M2", "V", 2029), en)).toContain(
      "printed -3 (sum of printed rows; the exact amount rounds to -4)",
    )
  })

  test("explains a cell that is zero", () => {
    expect(Text.explanation(explain("T2", "II.A.3.b-1", 2029), en)).toContain("No posting matches")
  })
})

describe("Text.difference", () => {
  test("names decisions and causes, cell by cell", async () => {
    await expect(Text.difference(difference, nl)).toMatchFileSnapshot(golden("diff"))
  })

  test("names unexplained amounts", () => {
    expect(Causes.group(difference).filter(Causes.isUnexplained)).toHaveLength(1)
    expect(Text.difference(difference, en)).toContain("without a stated reason")
  })

  test("reports that nothing changed", () => {
    expect(Text.difference({ ...difference, cells: [] }, en)).toContain("Nothing changed.")
  })
})

describe("Text.log and Text.verification", () => {
  test("prints one entry per line", async () => {
    const entries = [...later.entries.slice(0, 5), ...later.entries.slice(-6)]
    await expect(Text.log(entries, en)).toMatchFileSnapshot(golden("log"))
  })

  test("Grid.format: accepts more rows than a call can have arguments", () => {
    const rows = Array.from({ length: 130_000 }, (_, at) => [{ text: `${at}` }])
    expect(Grid.format([{ align: "right" }], rows, 80)).toHaveLength(130_000)
  })

  test("prints findings, laws and norms", async () => {
    const damage = {
      _tag: "HashMismatch",
      position: 17,
      stored: "1".repeat(64),
      computed: "2".repeat(64),
    } as const
    const verified: VerifiedJournal.VerifiedJournal = {
      entries: 73,
      head: later.entries.at(-1)?.hash ?? "",
      laws: Check.laws(later.ledger),
      norms: Result.getOrThrow(Norm.checks(later.ledger)),
      findings: [VerifiedJournal.ofDamage(damage, "en")],
    }
    await expect(Text.verification(verified, en)).toMatchFileSnapshot(golden("verify-damaged"))
    await expect(Text.verification({ ...verified, findings: [] }, nl)).toMatchFileSnapshot(
      golden("verify-sound"),
    )
  })
})

test("Text.norms: names nodes and years, a surplus or a shortage, the bound as pledged, and a type without a norm", () => {
  const check = {
    norm: "budgetNeutrality",
    level: "commitment",
    year: 2031,
    amount: Money.from("1000.00"),
    holds: false,
    short: Money.from("1000.00"),
    bound: Money.from("0.005"),
    action: undefined,
    base: undefined,
    reference: "3.7",
    goals: ["A10201", "A10205"],
    since: 2026,
  } as const
  const shown = Text.norms(
    [
      check,
      { ...check, amount: Money.from("-7.50"), short: Money.from("7.50"), since: 2031, without: ["A1"] },
      {
        ...check,
        norm: "selfFinancingMargin",
        level: "indicator",
        bound: Money.zero,
        goals: [],
        unknownFor: "apb",
      },
    ],
    { language: "nl" },
  ).replace(/ +/g, " ")
  for (const line of [
    "Budgetneutraliteit A10201 + A10205 2026-2031 verbintenis 1.000,00 0,005 niet voldaan: overschot 1.000,00",
    "Budgetneutraliteit A10201 + A10205, zonder A1 2031 verbintenis -7,50 0,005 niet voldaan: tekort 7,50",
    "2026-2031 indicator (geen norm bekend voor apb) 1.000,00 0,00 niet voldaan 1.000,00 te kort",
  ])
    expect(shown).toContain(line)
})

test("Text.reconciliation: names each figure that is not the plain rounding, with both", async () => {
  const table = Result.getOrThrow(Reconcile.table(plan.ledger, { form: "M2", cells: published("M2") }))
  await expect(Text.reconciliation(table, "M2.csv", nl)).toMatchFileSnapshot(golden("reconcile"))
})

test("Text.reconciliation: names printed figures that contradict each other", async () => {
  const [first, ...others] = published("M2")
  if (first === undefined) throw new Error("M2 is empty")
  const wrong = { ...first, amount: Money.add(first.amount, Money.from("900")) }
  const table = Result.getOrThrow(Reconcile.table(plan.ledger, { form: "M2", cells: [wrong, ...others] }))
  await expect(Text.reconciliation(table, "M2.csv", en)).toMatchFileSnapshot(golden("reconcile-broken"))
})

test("Text.imported: prints detected formats, findings and the result", async () => {
  const text = Text.imported(
    {
      dryRun: true,
      files: [{ file: "lines.csv", rows: 3, detected: { encoding: "utf-8", numbers: "be" } }],
      counts: { accepted: 2, known: 0, conflicting: 0, rejected: 1 },
      findings: [
        {
          file: "lines.csv",
          line: 3,
          column: "2032",
          code: "YearOutsidePlan",
          message: "2032 lies outside the plan 2026-2031.",
        },
      ],
      notes: [],
      written: [],
    },
    en,
  )
  await expect(text).toMatchFileSnapshot(golden("import"))
})

/** Terminal texts: none is wider than its page, and nothing is lost by folding. */
import { Diff, Explain, formIds, Ledger } from "@grootboek/core"
import { Check, FollowUp, Norm } from "@grootboek/core/answer"
import { FollowUpReport, Overview, Table, Text, type VerifiedJournal } from "@grootboek/report"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as FoldedGrid from "../src/paint/FoldedGrid.ts"
import * as Grid from "../src/paint/Grid.ts"
import * as Wrapping from "../src/paint/Wrapping.ts"
import { adjusted, versions } from "./w13.ts"

const { ledger, entries } = adjusted()
const position = Ledger.position(ledger)
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => [...line].length))

const verified: VerifiedJournal.VerifiedJournal = {
  entries: entries.length,
  head: entries.at(-1)?.hash ?? "",
  laws: Check.laws(ledger),
  norms: Result.getOrThrow(Norm.checks(ledger)),
  findings: [
    { position: 17, code: "HashMismatch", message: "m".repeat(150), at: { field: "hash", offset: 3 } },
  ],
}

const difference = Result.getOrThrow(Diff.between(ledger, { ...versions(ledger), forms: ["M2", "M3", "T2"] }))
const explained = Result.getOrThrow(Explain.cell(ledger, { form: "T2", row: "EXPLOITATIE/I.A", year: 2027 }))
const followUp = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80 }))
const plan = Ledger.planAt(ledger, position)

/** Every answer of the command line, at a width. */
const answers: ReadonlyArray<readonly [string, (width: number | undefined) => string]> = [
  ...formIds.map(
    (form) =>
      [
        `statement ${form}`,
        (width: number | undefined) =>
          Text.statement(Result.getOrThrow(Ledger.statement(ledger, form)), at(width)),
      ] as const,
  ),
  ["diff", (width) => Text.difference(difference, at(width))],
  ["log", (width) => Text.log(entries, at(width))],
  ["verify", (width) => Text.verification(verified, at(width))],
  ["explain", (width) => Text.explanation(explained, at(width))],
  ["follow-up", (width) => Table.text(FollowUpReport.of(followUp, "nl"), width)],
  ...(plan === undefined
    ? []
    : Overview.all({ ledger, plan, position, language: "nl" }).map(
        ({ topic, tables }) =>
          [
            `overview ${topic}`,
            (width: number | undefined) => Table.text({ title: topic, sentences: [], tables }, width),
          ] as const,
      )),
]

const at = (width: number | undefined) =>
  ({ language: "nl", ...(width === undefined ? {} : { width }) }) as const

describe.each(answers)("%s", (_, answer) => {
  test("is at most as wide as its page", () => {
    for (const width of [60, 80, 100, 132, 200]) expect(widest(answer(width))).toBeLessThanOrEqual(width)
  })

  test("has every figure at 80 characters that it has on one wide line", () => {
    const figures = (text: string) => new Set(text.match(/-?\d[\d.]*(?:,\d+)?/g))
    const narrow = figures(answer(80))
    // The hash of a log entry and long words may be cut.
    const lost = [...figures(answer(undefined))].filter((one) => !narrow.has(one) && /[.,]/.test(one))
    expect(lost).toEqual([])
  })
})

describe("goldens at 80 characters", () => {
  test.each([
    ["M2", "statement M2"],
    ["T2", "statement T2"],
    ["diff", "diff"],
    ["log", "log"],
    ["explain", "explain"],
    ["follow-up", "follow-up"],
  ])("%s", async (name, answer) => {
    const [, text] = answers.find(([one]) => one === answer) ?? []
    await expect(text?.(80)).toMatchFileSnapshot(`golden/narrow/${name}.txt`)
  })
})

const words = fc
  .string({ unit: fc.constantFrom("a", "b", "é", "1", " ", " "), maxLength: 60 })
  .map((text) => text.trim().replace(/ +/g, " "))

describe("Wrapping.wrap", () => {
  test("keeps all characters in their order, and no line is wider", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 40 }), (text, most) => {
        const lines = Wrapping.wrap(text, most)
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""))
        lines.forEach((line, turn) => {
          expect([...line].length).toBeLessThanOrEqual(turn === 0 ? most : most - 2)
          // No blank is added inside a word.
          expect(text).toContain(line)
        })
      }),
    )
  })

  test("joins the parts of a cut word that fit on the first line", () => {
    expect(Wrapping.wrap("Autofinancieringsmarge (M2)", 23)).toEqual(["Autofinancieringsmarge", "(M2)"])
  })

  test("keeps € and its amount together", () => {
    expect(Wrapping.wrap("Er is nog € 1.250,00 over", 13)).toEqual(["Er is nog", "€ 1.250,00", "over"])
  })
})

describe("Grid.format", () => {
  test("cuts no word where all columns have room for their longest one", () => {
    const columns = [
      { align: "left", flexible: true },
      { align: "left", flexible: true },
      { align: "right" },
    ] as const
    const rows = [
      [
        { text: "een tekst die lang genoeg is om te delen" },
        { text: "van de Investeringsontvangsten" },
        { text: "1" },
      ],
    ]
    for (let width = 46; width <= 70; width++)
      expect(Grid.format(columns, rows, width).join("\n")).toContain("Investeringsontvangsten")
  })

  test("cuts a word that is too long after its hyphen or slash", () => {
    expect(Wrapping.wrap("personen/gezinnen exploitatie-uitgaven", 14)).toEqual([
      "personen/",
      "gezinnen",
      "exploitatie-",
      "uitgaven",
    ])
  })
})

describe("Table.text of rows with many texts", () => {
  const head = ["code", "name", "aim", "found", "note"]
  const long = fc.string({ unit: fc.constantFrom("a", "b", " "), minLength: 30, maxLength: 90 })
  const field = long.map((text) => text.trim().replace(/ +/g, " "))
  const row = fc.tuple(fc.constantFrom("A1", "A2"), fc.constant("x".repeat(25)), field, field, field)

  test("is a list of records, no wider than its page, with every text under the name of its column", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 40, max: 90 }),
        (rows, width) => {
          const first = ["A0", "n".repeat(25), "p".repeat(30), "q".repeat(30), "r".repeat(30)]
          const tables = [{ title: "", head, rows: [first, ...rows] }]
          const text = Table.text({ title: "", sentences: [], tables }, width)
          expect(widest(text)).toBeLessThanOrEqual(width)
          const letters = text.replace(/\s/g, "")
          for (const [code, name, ...others] of rows) {
            expect(letters).toContain(`${code}${name}`)
            const found = others.flatMap((one, at) => (one === "" ? [] : [`${head[at + 2]}:${one}`]))
            expect(letters).toContain(found.join("·").replace(/\s/g, ""))
          }
        },
      ),
    )
  })

  test("names a record once", () => {
    const [name, other] = ["n".repeat(25), "o".repeat(30)]
    const rows = ["2026", "2027"].map((year) => ["A1", name, year, other, "p".repeat(30)])
    const tables = [{ title: "", head: ["code", "name", "year", "aim", "note"], rows }]
    expect(Table.text({ title: "", sentences: [], tables }, 80).match(/A1/g)).toHaveLength(1)
  })
})

describe("FoldedGrid.format", () => {
  test("fits any texts and figures, and prints every figure", () => {
    const row = fc.record({
      label: words,
      figures: fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 6, maxLength: 6 }),
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 160 }),
        (rows, width) => {
          const columns: ReadonlyArray<Grid.GridColumn> = [
            { align: "left", flexible: true },
            ...Array.from({ length: 6 }, () => ({ align: "right" }) as const),
          ]
          const cells = rows.map(({ label, figures }) => [
            { text: label },
            ...figures.map((figure) => ({ text: `${figure};` })),
          ])
          const lines = FoldedGrid.format(columns, cells, { width, lead: 1 })
          expect(widest(lines.join("\n"))).toBeLessThanOrEqual(width)
          for (const { figures } of rows)
            for (const figure of figures) expect(lines.join("\n")).toContain(`${figure};`)
        },
      ),
    )
  })

  test("prints one block where the width allows it, as without a width", () => {
    const columns = [{ align: "left" }, { align: "right" }] as const
    const rows = [[{ text: "a" }, { text: "1" }]]
    expect(FoldedGrid.format(columns, rows, { width: 40, lead: 1 })).toEqual(Grid.format(columns, rows))
  })
})

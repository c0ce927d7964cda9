/** The files to open: the audit pack of the W13 example in both notations, other answers, and figures that are hard to show. */
import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { CsvNotation, type Workbook } from "@grootboek/cells"
import { run } from "@grootboek/cli"
import { Money } from "@grootboek/core"
import { Book } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"

export interface Files {
  readonly workbooks: ReadonlyArray<string>
  readonly csv: Readonly<Record<CsvNotation.CsvNotation, ReadonlyArray<string>>>
  /** The folder of the pack in Belgian notation. */
  readonly pack: string
}

/** Texts that a spreadsheet could run as a formula. */
export const hostile = [
  "=1+1",
  "+1+1",
  "@SUM(1;1)",
  "-1+1",
  '=HYPERLINK("http://example.org";"x")',
  "'=1",
  " =1+1",
]

/** Makes all files in a folder. */
export const make = async (folder: string): Promise<Files> => {
  const example = join(folder, "w13")
  const made = spawnSync(process.execPath, [...process.execArgv, "examples/w13/main.ts", example], {
    encoding: "utf8",
  })
  if (made.status !== 0)
    throw new Error(`examples/w13/main.ts ended with status ${made.status}: ${made.stderr}`)
  const ledger = ["--ledger", join(example, "w13.db"), "--lang", "nl"]
  const pack = { be: join(folder, "be"), en: join(folder, "en") }
  await runCommand("report", ...ledger, "--out", pack.be)
  await runCommand("report", ...ledger, "--out", pack.en, "--csv", "en")
  const books = join(folder, "books")
  mkdirSync(books)
  for (const name of readdirSync(pack.be, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".xlsx"))
      copyFileSync(join(pack.be, name), join(books, name.replaceAll(/[/\\]/g, "__")))
  const answers: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    ["diff", ["diff", "plan:2026/0", "plan:2026/1"]],
    ["log", ["log"]],
    ["follow-up", ["follow-up", "2026"]],
    ["norms", ["overview", "norms"]],
    ["realisation", ["overview", "realisation"]],
    ["rows", ["statement", "M2", "--rounding", "rows"]],
  ]
  for (const [name, words] of answers) {
    await runCommand(...words, ...ledger, "--format", "xlsx", "--out", join(books, `${name}.xlsx`))
    for (const notation of CsvNotation.notations)
      if (name !== "rows")
        await runCommand(...words, ...ledger, "--csv", notation, "--out", join(pack[notation], `${name}.csv`))
  }
  writeFileSync(join(books, "hard.xlsx"), await Effect.runPromise(Book.write(hard())))
  for (const notation of CsvNotation.notations)
    writeFileSync(
      join(pack[notation], "hostile.csv"),
      CsvNotation.write(
        hostile.map((text) => [text, "x"]),
        notation,
      ),
    )
  return {
    workbooks: readdirSync(books).map((name) => join(books, name)),
    csv: { be: flat(pack.be, join(folder, "csv-be")), en: flat(pack.en, join(folder, "csv-en")) },
    pack: pack.be,
  }
}

/** Runs a command of Grootboek. Throws when its exit status is not 0. */
const runCommand = async (...words: ReadonlyArray<string>): Promise<void> => {
  const status = await run(words)
  if (status !== 0) throw new Error(`grootboek ${words.join(" ")} ended with status ${status}`)
}

// LibreOffice writes all results to one folder, so each file gets a name of its own.
const flat = (from: string, to: string): ReadonlyArray<string> => {
  mkdirSync(to)
  return readdirSync(from, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".csv"))
    .map((name) => {
      const copy = join(to, relative(".", name).replaceAll(/[/\\]/g, "__"))
      copyFileSync(join(from, name), copy)
      return copy
    })
}

/** Differences that end on a half or close to zero, beside large amounts, and hostile texts. */
const hard = (): Workbook.Workbook => {
  let seed = 20261129
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % below
  }
  const rows = Array.from({ length: 400 }, (_, row): Workbook.BookRow => {
    const left = Money.ofMicros(BigInt(next(1_000_000_000)) * 10_000n)
    const kinds = [500_000n, 5_000n, 300_000n, 4_900n, BigInt(next(1_000_000))] as const
    const wanted = Money.ofMicros(
      BigInt(next(2_001) - 1_000) * 1_000_000n + (kinds[row % kinds.length] ?? 0n),
    )
    const small = row % 7 === 0 ? Money.ofMicros(kinds[row % kinds.length] ?? 0n) : wanted
    const decimals = row % 2 === 0 ? 0 : 2
    const amount = (value: Money.Money) => ({ number: Money.format(value), decimals })
    return {
      cells: [
        { text: hostile[row % hostile.length] ?? "" },
        amount(left),
        amount(Money.subtract(left, small)),
        {
          ...amount(small),
          sum: {
            terms: [
              { row, column: 1, sign: 1 },
              { row, column: 2, sign: -1 },
            ],
            whole: 6,
          },
        },
      ],
    }
  })
  const figure = { width: 14, isFigure: true }
  return {
    title: "hard",
    sheets: [
      {
        name: "hard",
        titles: [],
        columns: [
          { head: { text: "text" }, width: 20, isFigure: false },
          ...["a", "b", "c"].map((text) => ({ head: { text }, ...figure })),
        ],
        frozen: 1,
        rows,
      },
    ],
  }
}

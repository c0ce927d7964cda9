/**
 * Opens every CSV file and workbook of the audit pack with LibreOffice in a Belgian locale: formulas are recalculated,
 * and every figure and sum is compared. Every workbook is also saved as an OpenDocument spreadsheet and read back.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import type { Workbook } from "@grootboek/cells"
import { formIds } from "@grootboek/core"
import * as DebianPackages from "@grootboek/testing/DebianPackages"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import { Book } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import * as Comparison from "./Comparison.ts"
import * as Files from "./Files.ts"
import * as LibreOffice from "./LibreOffice.ts"

const usage = `usage: npm run spreadsheets -- [--install] [--keep DIR]

  --install   installs LibreOffice, where this process may
  --keep DIR  keeps the files that were compared in this folder`

const values = ProgramOptions.read(usage, {
  install: { type: "boolean", default: false },
  keep: { type: "string" },
})

if (!LibreOffice.isInstalled() && values.install) DebianPackages.install([LibreOffice.debianPackage])
if (!LibreOffice.isInstalled()) {
  console.log(`not run: needs ${LibreOffice.debianPackage} (apt-get install ${LibreOffice.debianPackage})`)
  console.log("0 passed, 0 failed, 1 not run")
  process.exit(0)
}

const folder = values.keep ?? mkdtempSync(join(tmpdir(), "grootboek-spreadsheets-"))
mkdirSync(folder, { recursive: true })
process.once("exit", () => values.keep === undefined && rmSync(folder, { recursive: true, force: true }))
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1))

const files = await Files.make(folder)
const stale = join(folder, "books", "stale.xlsx")
writeFileSync(stale, await Effect.runPromise(Book.write(staleBook())))

const office = LibreOffice.converter(join(folder, "profile"))
const at = (name: string): string => join(folder, name)
office.shown([...files.workbooks, stale], at("shown"))
office.documents(files.workbooks, at("documents"))
office.opened(files.csv.be, at("opened-be"), "be")
office.opened(files.csv.en, at("opened-en"), "en")

const compared = [
  ...(await Promise.all(files.workbooks.map((file) => Comparison.workbook(file, at("shown"))))),
  ...(await Promise.all(files.workbooks.map((file) => Comparison.document(file, at("documents"))))),
  Comparison.printed(files.pack, at("shown"), formIds),
  ...(await Promise.all(files.csv.be.map((file) => Comparison.csv(file, at("opened-be"), "be")))),
  ...(await Promise.all(files.csv.en.map((file) => Comparison.csv(file, at("opened-en"), "en")))),
]
// A wrong stored value must be found, or the formulas of the other files were not recalculated.
const { faults: found } = await Comparison.workbook(stale, at("shown"))
const control = {
  file: "a workbook with a wrong stored value is recalculated",
  figures: 1,
  formulas: 1,
  faults: found.length === 1 ? [] : ["the stored value was shown"],
}

let [passed, failed, figures, formulas] = [0, 0, 0, 0]
for (const one of [...compared, control]) {
  figures += one.figures
  formulas += one.formulas
  if (one.faults.length === 0) passed++
  else failed++
  for (const fault of one.faults) console.log(`FAIL | ${basename(one.file)} | ${fault}`)
}
console.log(`${files.workbooks.length} workbooks, ${files.csv.be.length + files.csv.en.length} CSV files`)
console.log(`${figures} figures compared, ${formulas} formulas recalculated`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

/** Returns a workbook whose stored value is not its sum. */
function staleBook(): Workbook.Workbook {
  const term = (row: number) => ({ row, column: 0, sign: 1 }) as const
  return {
    title: "stale",
    sheets: [
      {
        name: "stale",
        titles: [],
        columns: [{ head: { text: "a" }, width: 10, isFigure: true }],
        frozen: 0,
        rows: [
          { cells: [{ number: "1", decimals: 0 }] },
          { cells: [{ number: "2", decimals: 0 }] },
          { cells: [{ number: "99", decimals: 0, sum: { terms: [term(0), term(1)] } }] },
        ],
      },
    ],
  }
}

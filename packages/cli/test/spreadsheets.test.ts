/** Spreadsheets as people have them, through the command line. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { file, folder, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, describe, expect, test } from "vitest"

const fixture = (name: string): string =>
  fileURLToPath(new URL(`fixtures/spreadsheets/${name}.xlsx`, import.meta.url))

interface Outcome {
  readonly counts: Readonly<Record<"accepted" | "known" | "conflicting" | "rejected", number>>
  readonly files: ReadonlyArray<{ readonly detected: Readonly<Record<string, string>> }>
  readonly findings: ReadonlyArray<{ readonly code: string; readonly line: number; readonly message: string }>
}

let ledger: string

beforeAll(async () => {
  ledger = `${folder()}/plan.db`
  const years = ["--plan", "2026/0", "--years", "2026-2031"]
  await must("init", "--ledger", ledger, "--entity", "W13", "--entity-type", "welzijnsvereniging", ...years)
  const files = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"]
  await must("import", ...files.map(w13), "--ledger", ledger, "--as", "structure")
})

const dry = async (path: string, ...options: ReadonlyArray<string>) => {
  const outcome = await json<Outcome>(
    "import",
    path,
    "--ledger",
    ledger,
    "--as",
    "lines",
    "--dry-run",
    ...options,
  )
  const detected = outcome.files[0]?.detected ?? {}
  const notes = Object.entries(detected).flatMap(([name, text]) => (name.startsWith("note") ? [text] : []))
  return { ...outcome, detected, notes: notes.join("\n") }
}

describe("import of a spreadsheet", () => {
  test("formula without a value: is a fault at its cell, in both languages", async () => {
    const { counts, findings } = await dry(fixture("formula-without-value"))
    expect(counts).toMatchObject({ accepted: 1, rejected: 1 })
    expect(findings).toMatchObject([{ code: "FormulaWithoutValue", line: 2 }])
    expect(findings[0]?.message).toContain('(column "2027", cell Sheet!I2); open the file')
    const { out, err } = await grootboek(
      "import",
      fixture("formula-without-value"),
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--lang",
      "nl",
    )
    expect(out + err).toContain('(kolom "2027", cel Sheet!I2); open het bestand')
  })

  test("merged codes: are those of both rows", async () => {
    const copy = `${folder()}/merged.db`
    const years = ["--plan", "2026/0", "--years", "2026-2031"]
    await must("init", "--ledger", copy, "--entity", "W13", "--entity-type", "welzijnsvereniging", ...years)
    const files = ["published/goals-tree.csv", "policy-items.csv", "sectors.csv", "account-map.csv"]
    await must("import", ...files.map(w13), "--ledger", copy, "--as", "structure")
    await must("import", fixture("merged"), "--ledger", copy, "--as", "lines")
    const log = await must("log", "--ledger", copy, "--format", "json")
    expect(log.match(/A10101/g)?.length).toBeGreaterThanOrEqual(2)
    const again = await json<Outcome>("import", fixture("merged"), "--ledger", copy, "--as", "lines")
    expect(again.counts).toMatchObject({ accepted: 0, known: 2 })
  })

  test("hidden rows: are noted, or left out", async () => {
    expect((await dry(fixture("hidden-row"))).notes).toContain("1 hidden row was read, row 3")
    const { counts, notes, detected } = await dry(fixture("hidden-row"), "--skip-hidden")
    expect([counts.accepted, detected["U 2026"]]).toEqual([1, "10.00"])
    expect(notes).toContain("1 hidden row was left out, row 3")
  })

  test("a cover sheet: is not the sheet that is read", async () => {
    const { counts, notes } = await dry(fixture("cover-sheet"))
    expect(counts.accepted).toBe(1)
    expect(notes).toContain('the sheet "Data" is read, and not "Voorblad"')
    const { status, err } = await grootboek(
      "import",
      fixture("cover-sheet"),
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--sheet",
      "Blad9",
    )
    expect([status, err]).toEqual([
      1,
      expect.stringContaining('there is no sheet "Blad9"; use one of Voorblad, Data'),
    ])
  })

  test("codes that a number format shows with zeros: are read as shown", async () => {
    expect((await dry(fixture("format-0000"))).counts).toMatchObject({ accepted: 1, rejected: 0 })
  })

  test("--rejects: writes the rejected rows as CSV, which is read again after its repair", async () => {
    const path = `${folder()}/rejects.csv`
    await dry(fixture("formula-without-value"), "--rejects", path)
    const [header = "", row = "", ...others] = readFileSync(path, "utf8").trim().split("\n")
    expect(header).toMatch(/^Afgewezen omdat;Actie;/)
    expect([row.endsWith(";A10101;9090;6140000;;;U;x;21000;"), others]).toEqual([true, []])
    const repaired = file(folder(), "repaired.csv", `${header}\n${row}21420\n`)
    expect((await dry(repaired)).detected).toMatchObject({ "U 2026": "21000.00", "U 2027": "21420.00" })
  })

  test("--show-mapping: reads a spreadsheet too", async () => {
    const out = await must(
      "import",
      fixture("cover-sheet"),
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--show-mapping",
    )
    expect(JSON.parse(out)).toMatchObject({ columns: { action: "Actie" }, years: { 2026: 2026 } })
  })

  test("an OpenDocument file that LibreOffice saved: is read as the workbook that it was made of", async () => {
    const ods = await dry(fixture("merged").replace(/xlsx$/, "ods"))
    const xlsx = await dry(fixture("merged"))
    expect([ods.counts, ods.notes, ods.findings]).toEqual([xlsx.counts, xlsx.notes, xlsx.findings])
    expect(ods.counts.accepted).toBe(2)
  })

  test.each([
    ["plan.ods", "PK\u0003\u0004", "this is not an XLSX or ODS file"],
    ["plan.xlsx", "Actie;2026\n", "it does not begin like a zip file"],
  ])("%s that is none: says how to save it", async (name, content, message) => {
    const path = file(folder(), name, content)
    const { status, err } = await grootboek("import", path, "--ledger", ledger, "--as", "lines")
    expect([status, err]).toEqual([1, expect.stringContaining(message)])
  })

  test("--header-line: must be the number of a line", async () => {
    const { status, err } = await grootboek(
      "import",
      fixture("merged"),
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--header-line",
      "vier",
    )
    expect([status, err]).toEqual([
      2,
      expect.stringContaining("--header-line vier: write the number of a line"),
    ])
    const wrong = await dry(fixture("merged"), "--header-line", "7")
    expect(wrong.findings).toMatchObject([{ code: "HeaderLineEmpty", line: 7 }])
  })
})

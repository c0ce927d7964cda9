/** `grootboek mapping` proposes how a file of another program is read; its mapping then imports that file. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Mapping } from "@grootboek/csv"
import { JsonSchema } from "@grootboek/report"
import { declared, file, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"

const dir = folder()

const french = file(
  dir,
  "fr.csv",
  "Exercice,D/R,Article,Fonction,Libelle,Montant,\n2026,D,6140000,1100,verzonnen,343881.82,\n2026,R,7450000,1100,verzonnen,125.93,\n",
)
const english = file(
  dir,
  "uk.csv",
  'Inv Date,Ref,Details,Net,Category\n04/07/2026,1,July Rent,"1,800",6140000\n14/07/2026,2,Membership,304.50,6140000\n',
)
const thousands = file(
  dir,
  "k.csv",
  'Begroting in duizend euro\n\nArtikelnr,Functie,Dépense/Recette,Omschr.,JR 2024,Budget 2026 (k€),2027 (k€),% 2027\n6140000,1100,Dépense,Goederen,1.0,"1,5",2,3%\n',
)

interface Document {
  readonly mapping: Mapping.Mapping
  readonly open: ReadonlyArray<string>
  readonly rows: ReadonlyArray<{ readonly values: object; readonly amounts: object }>
}

describe("mapping", () => {
  test("proposes columns and the meaning of directions, and the mapping imports the file", async () => {
    const ledger = await declared(folder())
    const out = join(dir, "fr.json")
    const { status, out: text } = await grootboek("mapping", french, "--as", "lines", "--out", out)
    expect([status, text]).toEqual([0, expect.stringContaining("343.881,82")])
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({
      columns: { account: "Article", policyItem: "Fonction", direction: "D/R", action: null },
      values: { direction: { D: "U", R: "O" } },
    })
    const run = await json(
      "import",
      french,
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--mapping",
      out,
      "--dry-run",
    )
    expect(run).toMatchObject({ ok: true, counts: { accepted: 2, rejected: 0 } })
  })

  test("names the fields that are still open, and shows the rows when they are given", async () => {
    const first = await json<Document>("mapping", english, "--as", "actuals")
    expect(first).toMatchObject({ open: ["policyItem", "direction"], findings: [] })
    expect(first.rows[0]).toMatchObject({ values: { date: "2026-07-04" }, amounts: { amount: "1800.00" } })
    const constants = { policyItem: "1100", direction: "U" }
    const given = file(dir, "uk.json", JSON.stringify({ ...first.mapping, constants }))
    const second = await json<Document>("mapping", english, "--as", "actuals", "--mapping", given)
    expect(second).toMatchObject({ open: [], findings: [], rows: [{ values: constants }, {}] })
    expect(await grootboek("mapping", english, "--as", "actuals", "--mapping", given)).toMatchObject({
      status: 0,
    })
    expect((await grootboek("mapping", english, "--as", "actuals")).status).toBe(1)
  })

  test("finds the header, the unit, and years that are not estimates", async () => {
    const { mapping, rows } = await json<Document>("mapping", thousands, "--as", "lines")
    expect(mapping).toMatchObject({
      unit: 1000,
      years: { "JR 2024": null, "Budget 2026 (k€)": 2026, "2027 (k€)": 2027, "% 2027": null },
      values: { direction: { Dépense: "U" } },
    })
    expect(rows).toMatchObject([{ amounts: { "2026": "1500.00", "2027": "2000.00" } }])
  })

  test("recognises the table of a structure with other headers", async () => {
    const sectors = file(dir, "s.csv", "Sector code;Tegenpartij (naam);Leningnr\n100;federale overheid;\n")
    expect(await json("mapping", sectors, "--as", "structure")).toMatchObject({
      table: "sectors",
      mapping: { columns: { code: "Sector code", counterparty: "Tegenpartij (naam)" } },
      open: [],
    })
  })

  test("reads a workbook, and refuses a damaged one", async () => {
    const book = join(dir, "opening.xlsx")
    await must("template", "opening", "--format", "xlsx", "--out", book)
    expect(await json("mapping", book, "--as", "opening")).toMatchObject({
      delimiter: null,
      open: [],
      rows: [{ values: { account: "0930000", year: "2026" }, amounts: { amount: "404701.70" } }],
    })
    const cut = file(dir, "cut.xlsx", readFileSync(book).subarray(0, 900))
    expect(await grootboek("mapping", cut, "--as", "opening")).toMatchObject({ status: 1, out: "" })
  })

  test("prints Dutch", async () => {
    const { out } = await grootboek("--lang", "nl", "mapping", english, "--as", "actuals")
    expect(out).toContain('Aan te vullen: Beleidsitem (policyItem). Noem de kolom onder "columns"')
  })
})

describe("mapping file", () => {
  test("docs/schemas/mapping-file.json: is up to date", () => {
    const { text } = JsonSchema.ofInput("mapping-file", "Mapping of a file", Mapping.Mapping)
    const path = new URL("../../../docs/schemas/mapping-file.json", import.meta.url)
    expect(readFileSync(path, "utf8")).toBe(text)
  })

  test.each([
    ['{"unit": 10}', "unit"],
    ['{"dates": "ydm"}', "dates"],
    ['{"rows": {"drop": {}}}', "rows.drop"],
    ['{"headerLine": 0}', "headerLine"],
    ['{"values": {"direction": "U"}}', "values.direction"],
  ])("%s: is refused at %s", (text, place) => {
    expect(Result.getOrThrow(Result.flip(Mapping.parse(text))).en).toContain(`"${place}"`)
  })

  test("import: takes the line of the header and the sheet from the mapping", async () => {
    const ledger = await declared(folder())
    const { mapping } = await json<Document>("mapping", thousands, "--as", "lines")
    const given = file(dir, "k.json", JSON.stringify(mapping))
    const out = await must("import", thousands, "--ledger", ledger, "--as", "lines", "--mapping", given)
    expect(out).toContain("1.500,00")
  })

  test("import: reads the sheet that the mapping names", async () => {
    const ledger = await declared(folder())
    const book = join(dir, "lines.xlsx")
    await must("template", "rules", "--format", "xlsx", "--out", book)
    const given = file(dir, "sheet.json", JSON.stringify({ sheet: "risks" }))
    const run = ["import", book, "--ledger", ledger, "--as", "rules", "--mapping", given]
    expect(await json(...run)).toMatchObject({ ok: true, files: [{ rows: 1 }] })
    const other = [
      "import",
      book,
      "--ledger",
      ledger,
      "--as",
      "rules",
      "--mapping",
      given,
      "--sheet",
      "members",
    ]
    expect(await json(...other)).toMatchObject({ ok: true, counts: { accepted: 1 } })
  })
})

/** Findings of files with very many faults: in text, in JSON and in the file of rejected rows. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { declared, file, folder, grootboek, json } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const header =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026"
const good = "A10101;9090;6140000;;;U;huur;1,00"

interface Outcome {
  readonly counts: Readonly<Record<string, number>>
  readonly findings: ReadonlyArray<{ readonly line: number; readonly code: string; readonly lines?: number }>
}

const dir = folder()
const ledger = await declared(dir)
const as = ["--ledger", ledger, "--as", "lines", "--dry-run"]
const many = file(
  dir,
  "many.csv",
  [header, ...Array.from({ length: 5_000 }, (_, n) => (n % 2 === 0 ? good : "a;b"))].join("\n"),
)

describe("import of a file with 2,500 faults", () => {
  test("text: shows 200 findings and the number of the others", async () => {
    const { status, out } = await grootboek("import", many, ...as)
    expect(status).toBe(1)
    expect(out.split("\n").filter((line) => line.includes("the row has 2 cells"))).toHaveLength(200)
    expect(out).toContain("… and 2300 findings more")
    expect(out).toContain("2500 accepted · 0 already known · 0 conflicting · 2500 rejected")
  })

  test("json: lists every finding, in one document", async () => {
    const { counts, findings } = await json<Outcome>("import", many, ...as)
    expect(counts).toMatchObject({ accepted: 2_500, rejected: 2_500 })
    expect(findings.map(({ line }) => line)).toEqual(Array.from({ length: 2_500 }, (_, n) => 3 + 2 * n))
  })

  test("rejects: has every rejected row with its reason", async () => {
    const out = join(dir, "many-rejects.csv")
    await grootboek("import", many, ...as, "--rejects", out)
    const rows = readFileSync(out, "utf8").trimEnd().split("\n")
    expect(rows[0]).toBe(`Afgewezen omdat;${header}`)
    expect(rows).toHaveLength(2_501)
    expect(rows.slice(1).every((row) => row.endsWith(";a;b"))).toBe(true)
    expect(rows.at(-1)).toContain("many.csv:5001: the row has 2 cells")
  })
})

test("text: has one finding per cause and column, with the lines of the other rows", async () => {
  const rows = ["D", "R", "D", "D"].map((direction) => good.replace(";U;", `;${direction};`))
  const path = file(dir, "directions.csv", [header, ...rows].join("\n"))
  const { out } = await grootboek("import", path, ...as)
  expect(out.split("\n").filter((line) => line.includes("is not a direction"))).toEqual([
    expect.stringMatching(/^directions\.csv:2: "D" .* \(also on lines 4, 5\)$/),
    expect.stringMatching(/^directions\.csv:3: "R" /),
  ])
  const { findings } = await json<Outcome>("import", path, ...as)
  expect(findings.map(({ line }) => line)).toEqual([2, 3, 4, 5])
})

describe("import of a file with an unclosed quote", () => {
  const rows = [good, 'A10101;9090;6140000;;;U;"huur;1,00', "tweede regel", "derde;regel", good, "x;y"]
  const broken = file(dir, "quote.csv", [header, ...rows].join("\n"))

  test("json: gives one fault for the quote and the lines below it that are no rows", async () => {
    const { counts, findings } = await json<Outcome>("import", broken, ...as)
    expect(findings).toMatchObject([
      { line: 3, code: "UnterminatedQuote", lines: 3 },
      { line: 7, code: "RaggedRow" },
    ])
    expect(counts).toMatchObject({ accepted: 2, rejected: 4 })
  })

  test("rejects: has all of these lines", async () => {
    const out = join(dir, "quote-rejects.csv")
    await grootboek("import", broken, ...as, "--rejects", out)
    const written = readFileSync(out, "utf8").trimEnd().split("\n")
    expect(written.map((row) => row.replace(/^"(?:[^"]|"")*";|^[^;]*; ?[^;]*;(?=x)/, ""))).toEqual([
      `Afgewezen omdat;${header}`,
      ...[rows[1], rows[2], rows[3], rows[5]],
    ])
  })
})

test("rejects: neutralises formulas, and comes back exactly", async () => {
  const cells = ["=1+1", "-1.000,00", "@SUM(A1)", "'=quoted", "+32 9 123", "-", '=HYPERLINK("x";"y")']
  const row = ["A10101", "9090", "NIET", "", "", "U"].join(";")
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const path = file(
    dir,
    "formulas.csv",
    [header, ...cells.map((cell) => `${row};${quoted(cell)};${quoted(cell)}`)].join("\n"),
  )
  const out = join(dir, "formulas-rejects.csv")
  const first = await json<Outcome>("import", path, ...as, "--rejects", out)
  const text = readFileSync(out, "utf8")
  expect(text).not.toMatch(/(?:^|;)"?[=@]/m)
  expect(text).toContain(`;"-1.000,00"`)
  const again = join(dir, "formulas-again.csv")
  const second = await json<Outcome>("import", out, ...as, "--rejects", again)
  const messages = (outcome: Outcome) =>
    outcome.findings.map((finding) => ({
      ...finding,
      file: "",
      message: JSON.stringify(finding).replace(/formulas(-rejects|-again)?/g, ""),
    }))
  expect(messages(second)).toEqual(messages(first))
  const third = await json<Outcome>("import", again, ...as)
  expect(messages(third)).toEqual(messages(first))
  expect(readFileSync(again, "utf8").match(/Afgewezen omdat/g)).toHaveLength(1)
})

test("rejects: keeps the titles above the header, so that the line of the header stays the same", async () => {
  const titled = file(
    dir,
    "titled.csv",
    ["Budget 2026;;;;;;;", ";;;;;;;", header, good, good.replace("1,00", "x")].join("\n"),
  )
  const out = join(dir, "titled-rejects.csv")
  const first = await json<Outcome>("import", titled, ...as, "--rejects", out)
  expect(first.findings).toMatchObject([{ line: 5, code: "NotANumber" }])
  const fixed = file(dir, "titled-fixed.csv", readFileSync(out, "utf8").replace(/;x$/m, ";2,00"))
  expect(await json<Outcome>("import", fixed, ...as)).toMatchObject({
    findings: [],
    counts: { accepted: 1, rejected: 0 },
  })
})

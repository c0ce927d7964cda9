import { mkdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { declared, file, folder, grootboek, must, w13 } from "@grootboek/testing/CommandLine"
import { beforeAll, describe, expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026;2027"
const adjustmentHead = head.replace("2026", "Reden;Toelichting;2026")
const good = "A10101;9090;6140000;;;U;Goederen;1.000,50;"
const lines = (...rows: ReadonlyArray<string>): string => [head, ...rows].join("\r\n")
const cp1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A bad input: its name in the gallery, what is imported, and the code and line of what is found. */
interface Case {
  readonly name: string
  readonly content: string | Uint8Array
  readonly kind?: string
  readonly options?: ReadonlyArray<string>
  readonly code: string
  readonly line: number | null
}

const cases: ReadonlyArray<Case> = [
  {
    name: "unknown account",
    content: lines(good, "A10101;9090;5990000;;;U;x;1,00;"),
    code: "UnknownAccount",
    line: 3,
  },
  {
    name: "unknown action",
    content: lines(good, "A99999;9090;6140000;;;U;x;1,00;"),
    code: "UnknownAction",
    line: 3,
  },
  {
    name: "unknown policy item",
    content: lines("A10101;7777;6140000;;;U;x;1,00;"),
    code: "UnknownPolicyItem",
    line: 2,
  },
  {
    name: "a node that is no action",
    content: lines("AP101;9090;6140000;;;U;x;1,00;"),
    code: "NotAnAction",
    line: 2,
  },
  {
    name: "a sector that is needed",
    content: lines("A10101;9090;7401000;;;O;x;1,00;"),
    code: "SectorRequired",
    line: 2,
  },
  {
    name: "unknown sector",
    content: lines("A10101;9090;7401000;XX;;O;x;1,00;"),
    code: "UnknownSector",
    line: 2,
  },
  {
    name: "result account among lines",
    content: lines("A10101;9090;0930000;;;O;x;1,00;"),
    code: "ResultAccount",
    line: 2,
  },
  {
    name: "year outside the plan",
    content: lines(good).replace("2027", "2032").replace(";1.000,50;", ";1.000,50;7,00"),
    code: "YearOutsidePlan",
    line: 1,
  },
  {
    name: "ambiguous number",
    content: lines("A10101;9090;6140000;;;U;x;990.000;"),
    code: "AmbiguousNumber",
    line: 2,
  },
  { name: "stray quote", content: lines('A10101;9090;6140000;;;U;ee"n;1,00;'), code: "StrayQuote", line: 2 },
  {
    name: "missing column",
    content: "Actie;Beleidsitem;U/O;2026\r\nA10101;9090;U;1,00",
    code: "MissingColumn",
    line: 1,
  },
  {
    name: "duplicated header",
    content: lines(good).replace("2027", "2026"),
    code: "DuplicatedHeader",
    line: 1,
  },
  {
    name: "seven decimals",
    content: lines("A10101;9090;6140000;;;U;x;1,1234567;"),
    code: "AmountTooFine",
    line: 2,
  },
  {
    name: "too large",
    content: lines("A10101;9090;6140000;;;U;x;1000000000001,00;"),
    code: "AmountTooLarge",
    line: 2,
  },
  { name: "empty file", content: "", code: "EmptyFile", line: 1 },
  { name: "header only", content: head, code: "HeaderOnly", line: 1 },
  {
    name: "shares that do not sum",
    kind: "passthrough",
    content: "Actie;Partner;Aandeel\nA10203;P1;60\nA10203;P2;30",
    code: "SharesDoNotSum",
    line: 2,
  },
  {
    name: "pass-through without a payment line",
    kind: "passthrough",
    content: "Actie;Partner;Aandeel\nA10203;P1;100",
    code: "NoPaymentLine",
    line: 2,
  },
  {
    name: "neutral but is not",
    kind: "adjustment",
    options: ["--plan", "2026/1", "--neutral", "year"],
    content: [adjustmentHead, "A10101;9090;6140000;;;U;x;correctie;y;5,00;"].join("\n"),
    code: "NotNeutral",
    line: 1,
  },
  {
    name: "a label that is taken",
    kind: "adjustment",
    options: ["--plan", "2026/0"],
    content: [adjustmentHead, "A10101;9090;6140000;;;U;x;correctie;y;5,00;"].join("\n"),
    code: "PlanLabelTaken",
    line: 1,
  },
  {
    name: "a reason class that does not exist",
    kind: "adjustment",
    options: ["--plan", "2026/1"],
    content: [adjustmentHead, "A10101;9090;6140000;;;U;x;zomaar;y;5,00;"].join("\n"),
    code: "UnknownWord",
    line: 2,
  },
]

describe("a bad input", () => {
  const dir = folder()
  let ledger = ""
  let before = ""
  const journal = async (): Promise<string> => {
    await must("export", "--ledger", ledger, "--out", `${dir}/journal.ndjson`)
    return readFileSync(`${dir}/journal.ndjson`, "utf8")
  }
  beforeAll(async () => {
    ledger = await declared(dir)
    before = await journal()
  })

  test.each(cases)(
    "import: rejects with its place and writes nothing when it is $name",
    async ({ content, kind = "lines", options = [], code, line }) => {
      const path = file(dir, "bad.csv", content)
      const { status, out } = await grootboek(
        "import",
        path,
        "--ledger",
        ledger,
        "--as",
        kind,
        ...options,
        "--format",
        "json",
      )
      const { ok, findings } = JSON.parse(out)
      expect(status).toBe(1)
      expect(ok).toBe(false)
      expect(findings).toContainEqual(expect.objectContaining({ code, line, file: "bad.csv" }))
      for (const finding of findings)
        if (finding.line !== null) expect(finding.message).toContain(`bad.csv:${finding.line}`)
      expect(await journal()).toBe(before)
    },
  )

  test("import: reports all faults and writes no row if one row is wrong", async () => {
    const path = file(
      dir,
      "mixed.csv",
      lines(
        good,
        "A10101;9090;9999999;;;U;x;1,00;",
        "A99999;9090;6140000;;;U;x;1,00;",
        "A10101;9090;6140000;;;U;x;een;",
      ),
    )
    const { out } = await grootboek("import", path, "--ledger", ledger, "--as", "lines", "--format", "json")
    expect(JSON.parse(out).findings.map(({ line }: { line: number }) => line)).toEqual(
      expect.arrayContaining([3, 4, 5]),
    )
    expect(await journal()).toBe(before)
  })

  test("import: reports a folder, and exits 3 when the file does not exist", async () => {
    mkdirSync(`${dir}/folder`, { recursive: true })
    const folderRan = await grootboek("import", `${dir}/folder`, "--ledger", ledger, "--as", "lines")
    expect(folderRan).toMatchObject({ status: 1, err: expect.stringContaining("is a folder") })
    const lost = await grootboek("import", `${dir}/lost.csv`, "--ledger", ledger, "--as", "lines")
    expect(lost).toMatchObject({ status: 3, err: expect.stringContaining("lost.csv") })
  })

  test("key, checkpoint and mapping: a file of more than a megabyte is refused before it is read", async () => {
    const long = file(dir, "long.pem", new Uint8Array(1_048_577).fill(97))
    const to = ["--ledger", ledger] as const
    for (const words of [
      ["checkpoint", "sign", ...to, "--key", long, "--out", `${dir}/none`],
      ["checkpoint", "check", long, ...to, "--key", long],
      ["import", w13("budget-lines.csv"), ...to, "--as", "lines", "--mapping", long],
    ]) {
      const { status, err } = await grootboek(...words)
      expect({ status, err }).toMatchObject({
        status: 1,
        err: expect.stringContaining("longer than a megabyte"),
      })
    }
  })

  test("import: reads CP1252 and UTF-8 with a byte-order mark and reports the encoding", async () => {
    const row = "A10101;9090;6140000;;;U;Financiële dienst;1,00;"
    const windows = await must(
      "import",
      file(dir, "cp1252.csv", cp1252(lines(row))),
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--dry-run",
    )
    expect(windows).toContain("CP1252")
    const marked = await must(
      "import",
      file(dir, "bom.csv", `\ufeff${lines(row)}`),
      "--ledger",
      ledger,
      "--as",
      "lines",
      "--dry-run",
    )
    expect(marked).toContain("UTF-8 with BOM")
    expect(await journal()).toBe(before)
  })

  test("init and restore: reject a second plan and a journal of another entity", async () => {
    const init = [
      "init",
      "--ledger",
      ledger,
      "--entity-type",
      "gemeente",
      "--plan",
      "2026/0",
      "--years",
      "2026-2031",
    ]
    expect((await grootboek(...init, "--entity", "Elders")).status).toBe(1)
    const other = `${dir}/other.db`
    await must(
      "init",
      "--ledger",
      other,
      "--entity",
      "Elders",
      "--entity-type",
      "gemeente",
      "--plan",
      "2026/0",
      "--years",
      "2026-2031",
    )
    await must("export", "--ledger", other, "--out", `${dir}/other.ndjson`)
    const restored = await grootboek("restore", `${dir}/other.ndjson`, "--ledger", ledger)
    expect(restored).toMatchObject({ status: 1, err: expect.stringContaining("another journal") })
    expect(await journal()).toBe(before)
  })

  test("statement: rejects an unknown moment, form, row or year and lists the known ones", async () => {
    for (const at of ["plan:2031/9", "position:9999", "time:1999-01-01", "yesterday"]) {
      const { status, err } = await grootboek("statement", "M2", "--ledger", ledger, "--at", at)
      expect([at, status]).toEqual([at, 1])
      expect(err).toContain("plan:2026/0")
    }
    expect((await grootboek("statement", "M9", "--ledger", ledger)).status).toBe(1)
    expect((await grootboek("explain", "T2", "I.A", "2026", "--ledger", ledger)).err).toContain(
      "EXPLOITATIE/I.A",
    )
    expect((await grootboek("explain", "T2", "EXPLOITATIE/I.A", "2040", "--ledger", ledger)).status).toBe(1)
  })

  test("usage: exits 2 when the command line is wrong", async () => {
    expect((await grootboek("statement")).status).toBe(2)
    expect((await grootboek("statment", "M2", "--ledger", ledger)).status).toBe(2)
    expect(
      (await grootboek("import", w13("budget-lines.csv"), "--ledger", ledger, "--as", "soup")).status,
    ).toBe(2)
    expect((await grootboek("import", w13("budget-lines.csv"), "--as", "lines")).status).toBe(2)
  })

  test("ledger: exits 3 and creates no file when it does not exist", async () => {
    const { status } = await grootboek("statement", "M2", "--ledger", `${dir}/nowhere.db`)
    expect(status).toBe(3)
    const { existsSync } = await import("node:fs")
    expect(existsSync(`${dir}/nowhere.db`)).toBe(false)
  })

  test("gallery: lists every bad input", () => {
    const gallery = readFileSync(
      fileURLToPath(new URL("../../../docs/error-gallery.md", import.meta.url)),
      "utf8",
    )
    for (const code of new Set(cases.map((one) => one.code))) expect(gallery).toContain(code)
  })
})

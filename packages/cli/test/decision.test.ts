/** `decision` and `what-if` in every format, and look-alike letters of an adjustment in every output. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { file, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { beforeAll, describe, expect, test } from "vitest"

const dir = folder()
const ledger = ["--ledger", join(dir, "w13.db")]

/** Returns a text in which letters of some words are Cyrillic, as a deceiver types them. */
const misleading = (text: string): string =>
  text.replaceAll("ramingen", "r\u0430mingen").replaceAll("Voorbeeld", "V\u043eorbeeld")

beforeAll(async () => {
  await whole(dir)
  const decided = ["--decision", "Raad van bestuur", "--date", "2026-06-24", "--reference", "RvB 2026/12"]
  const motivated = [...decided, "--motivation", misleading("Aanpassing van de ramingen.")]
  await must(
    "import",
    file(dir, "adjustment.csv", misleading(readFileSync(w13("adjustment-2026-1.csv"), "utf8"))),
    ...ledger,
    "--as",
    "adjustment",
    "--plan",
    "2026/1",
    ...motivated,
  )
})

describe("decision", () => {
  test.each(["en", "nl"])("states who decided, why, the effect and the last hash in %s", async (language) => {
    const text = await must("decision", "2026/1", ...ledger, "--lang", language)
    const document = await json<{
      readonly body: string
      readonly date: string
      readonly reference: string
      readonly motivation: string
      readonly hash: string
      readonly position: number
    }>("decision", "2026/1", ...ledger)
    for (const said of [document.body, document.date, document.reference, document.hash])
      expect(text).toContain(said)
    const { entries } = await json<{ readonly entries: ReadonlyArray<Readonly<Record<string, unknown>>> }>(
      "log",
      ...ledger,
      "--from",
      `${document.position}`,
    )
    expect(entries[0]).toMatchObject({ position: document.position, hash: document.hash })
  })

  test("the effects of all groups sum to the change of the budgetary result", async () => {
    const { effects, changes, years } = await json<{
      readonly years: ReadonlyArray<number>
      readonly effects: ReadonlyArray<{
        code: string
        old: ReadonlyArray<string>
        new: ReadonlyArray<string>
      }>
      readonly changes: ReadonlyArray<{ readonly effects: ReadonlyArray<string> }>
    }>("decision", "2026/1", ...ledger)
    const micros = (amount: string) => Math.round(Number(amount) * 1e4)
    const result = effects.find(({ code }) => code === "V")
    expect(changes.length).toBeGreaterThan(0)
    expect(
      years.map((_, at) => changes.reduce((sum, change) => sum + micros(change.effects[at] ?? ""), 0)),
    ).toEqual(years.map((_, at) => micros(result?.new[at] ?? "") - micros(result?.old[at] ?? "")))
  })

  test("writes an office document to a file", async () => {
    const path = join(dir, "decision.docx")
    await must("decision", "2026/1", ...ledger, "--format", "docx", "--out", path)
    expect(readFileSync(path).subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")
  })

  test("the pack has each decision as an office document, and its README lists them", async () => {
    const out = join(dir, "pack")
    const given = ["--at", "decision:2026/1", "--made-at", "2026-12-11T08:00:00Z"]
    await must("report", ...ledger, ...given, "--out", out)
    const listed = readFileSync(join(out, "README.txt"), "utf8").split("\n")
    for (const path of ["decisions/0_2026-0.docx", "decisions/1_2026-1.docx"]) {
      expect(listed).toContain(path)
      expect(readFileSync(join(out, path)).subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")
    }
  })

  test("the pack is replaced as a whole by the same bytes, and keeps other files in its folder", async () => {
    const out = join(dir, "pack")
    const given = ["--at", "decision:2026/1", "--made-at", "2026-12-11T08:00:00Z"]
    const contents = () =>
      new Map(
        readdirSync(out, { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name))
          .toSorted()
          .map((path) => [path.slice(out.length + 1), readFileSync(path, "base64")]),
      )
    const before = contents()
    const mine = file(out, "mine.ndjson", "mine")
    file(out, "README.txt", "changed")
    await must("report", ...ledger, ...given, "--out", out)
    expect(readFileSync(mine, "utf8")).toBe("mine")
    rmSync(mine)
    const after = contents()
    expect([...after.keys()]).toEqual([...before.keys()])
    expect([...after].filter(([path, bytes]) => before.get(path) !== bytes).map(([path]) => path)).toEqual([])
    expect(readFileSync(join(out, "journal.ndjson"), "utf8")).toContain('{"trailer":')
    expect(readdirSync(dir, { recursive: true }).filter((name) => String(name).includes(".part"))).toEqual([])
  })

  test("look-alike letters are shown as such in every text of the pack and of the answers", async () => {
    const out = join(dir, "pack")
    const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter(
      (path) => /\.(?:txt|md|csv|html)$/.test(path) && path !== "audit.html",
    )
    const texts = files.map((path) => readFileSync(join(out, path), "utf8"))
    for (const format of ["text", "csv"])
      texts.push(await must("log", ...ledger, "--from", "75", "--format", format))
    await must("policy-report", ...ledger, "--format", "md", "--out", join(dir, "report.md"))
    texts.push(readFileSync(join(dir, "report.md"), "utf8"))
    for (const text of texts) expect(text).not.toMatch(/[\u0400-\u04ff]/)
    expect(texts.filter((text) => text.includes("V‹U+043E≈o›orbeeld")).length).toBeGreaterThanOrEqual(10)
    expect(texts.some((text) => text.includes("r‹U+0430≈a›mingen"))).toBe(true)
  })

  test("refuses a label that is not a decision, and writes nothing", async () => {
    const path = join(dir, "none.html")
    expect(await grootboek("decision", "2031/9", ...ledger, "--format", "html", "--out", path)).toMatchObject(
      {
        status: 1,
        err: expect.stringContaining("2026/1"),
      },
    )
    expect(existsSync(path)).toBe(false)
  })
})

describe("what-if", () => {
  const supposed = ["62 +2% 2028-2031 index", "7450000@A10101 -500"]
  interface Supposed {
    readonly effects: ReadonlyArray<{ code: string; old: ReadonlyArray<string>; new: ReadonlyArray<string> }>
    readonly position: number
    readonly suppositions: ReadonlyArray<string>
  }

  test("shows M2 with the changes, records nothing, and its adjustment imports to the shown figures", async () => {
    const path = join(dir, "supposed.csv")
    const before = readFileSync(join(dir, "w13.db"))
    const shown = await json<Supposed>("what-if", ...supposed, ...ledger, "--save", path)
    expect(readFileSync(join(dir, "w13.db")).equals(before)).toBe(true)
    expect(shown.suppositions).toEqual([supposed[0], "7450000@A10101 -500.00"])
    const branch = ["--branch", "supposed"]
    await must("branch", "new", "supposed", ...ledger)
    await must("import", path, ...ledger, ...branch, "--as", "adjustment", "--plan", "2026/9")
    const statement = await json<{
      readonly rows: ReadonlyArray<{ code: string; cells: ReadonlyArray<{ exact: string }> }>
    }>("statement", "M2", ...ledger, ...branch)
    const { old, new: now } = shown.effects.find(({ code }) => code === "IX") ?? {}
    expect(now).not.toEqual(old)
    expect(statement.rows.find(({ code }) => code === "IX")?.cells.map(({ exact }) => exact)).toEqual(now)
  })

  test.each([
    ["en", "this is not the plan", "What followed by rule"],
    ["nl", "dit is niet het plan", "Wat volgens de regels volgde"],
  ])("says that nothing is recorded, and shows rules and norms, in %s", async (language, ...said) => {
    const text = await must("what-if", "62 +2% 2028-", ...ledger, "--lang", language)
    for (const words of [...said, "1. 62 +2% 2028-"]) expect(text).toContain(words)
    // What follows from supposed changes is not in the journal.
    expect(text).not.toMatch(/\((?:entry|boeking) \d+\)/)
  })

  test("refuses every change that cannot be, and writes nothing", async () => {
    const path = join(dir, "none.csv")
    const refused = await grootboek("what-if", "699 +2%", "62 +2% 2040", ...ledger, "--save", path)
    expect(refused.status).toBe(1)
    for (const text of ['"699 +2%"', '"62 +2% 2040"']) expect(refused.err).toContain(text)
    expect(await grootboek("what-if", "nonsense", ...ledger, "--save", path)).toMatchObject({ status: 2 })
    expect(existsSync(path)).toBe(false)
  })
})

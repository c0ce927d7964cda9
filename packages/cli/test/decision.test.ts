/** `decision`: a decision of the W13 plan in every format. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { beforeAll, describe, expect, test } from "vitest"

const dir = folder()
const ledger = ["--ledger", join(dir, "w13.db")]

beforeAll(async () => {
  await whole(dir)
  const decided = ["--decision", "Raad van bestuur", "--date", "2026-06-24", "--reference", "RvB 2026/12"]
  const motivated = [...decided, "--motivation", "Aanpassing van de ramingen."]
  await must(
    "import",
    w13("adjustment-2026-1.csv"),
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
    await must("report", ...ledger, "--out", out)
    const listed = readFileSync(join(out, "README.txt"), "utf8").split("\n")
    for (const path of ["decisions/0_2026-0.docx", "decisions/1_2026-1.docx"]) {
      expect(listed).toContain(path)
      expect(readFileSync(join(out, path)).subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004")
    }
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

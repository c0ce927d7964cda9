/** The audit pack of the W13 plan and its first adjustment. */
import { Explain, formIds, Ledger, Money } from "@grootboek/core"
import { Norm } from "@grootboek/core/answer"
import { Csv, Folder, Json, later, Text } from "@grootboek/report"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { slug } from "../src/paint/NamedText.ts"
import { adjusted, versions, w13 } from "./w13.ts"

const { ledger } = adjusted()
const norms = Result.getOrThrow(Norm.checks(ledger))
const pack = Result.getOrThrow(
  Folder.of(ledger, {
    language: "nl",
    verification: { entries: 73, head: "0".repeat(64), findings: [], norms },
    headAt: (position) => `${position}`.repeat(32),
    more: [later("audit.html", () => "<!doctype html>"), later("journal.ndjson", () => "{}\n")],
  }),
)
const paths = pack.map(({ path }) => path)
const text = (path: string): string => pack.find((one) => one.path === path)?.text ?? ""

describe("Folder.of", () => {
  test("has every form in every format, the changes, the checks, and the files of the caller", () => {
    for (const form of formIds)
      for (const ending of ["txt", "md", "csv", "json", "html"])
        expect(paths).toContain(`statements/${form}.${ending}`)
    for (const ending of ["txt", "md", "csv", "json", "html"])
      expect(paths).toContain(`changes/1_2026-0_2026-1.${ending}`)
    expect(paths).toEqual(
      expect.arrayContaining([
        "README.txt",
        "statements.html",
        "checks/norms.txt",
        "checks/verification.json",
        "audit.html",
        "journal.ndjson",
      ]),
    )
  })

  test("has a file of one sheet per decision, with who decided, why, and the last hash", () => {
    const sheet = text("decisions/1_2026-1.txt")
    for (const line of [
      "Raad van bestuur, 2026-06-30 (RvB 2026-06/12)",
      "Motivering: Eerste",
      "Onverklaard: 0,13",
    ])
      expect(sheet).toContain(line)
    expect(sheet).toContain("subsidie: Projectsubsidie Kracht.Wonen niet verlengd")
    expect(sheet).toMatch(/laatste hash (?:73){32}/)
    expect(text("decisions/1_2026-1.md")).toMatch(/^\| Reden \| Acties \| Ontvangsten/m)
    expect(text("decisions/1_2026-1.md")).toMatch(/^\| Norm \| Jaar \| Niveau \| Voor \| Na \| Oordeel \|$/m)
    expect(text("decisions/0_2026-0.txt")).toContain("Het eerste plan")
    expect(text("decisions/1_2026-1.html")).toContain("A10102 Kracht.Wonen")
  })

  test("has a page per action, which the README lists", () => {
    const pages = paths.filter((path) => path.startsWith("actions/"))
    expect(pages).toHaveLength(63)
    expect(text("actions/A10102.html")).toContain("Raad van bestuur")
    for (const path of pages) expect(text("README.txt").split("\n")).toContain(path)
  })

  test("compares decisions, and states that it does", () => {
    expect(JSON.parse(text("changes/1_2026-0_2026-1.json"))).toMatchObject({
      from: { moment: "decision:2026/0" },
      to: { moment: "decision:2026/1", position: 73 },
    })
    expect(text("changes/1_2026-0_2026-1.txt")).toContain("wat later werd geboekt, staat er niet in")
  })

  test("names each file once, with a path inside the folder", () => {
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of paths) expect(path).toMatch(/^(?:[A-Za-z]+\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/)
  })

  test("lists every file in README.txt", () => {
    expect(
      text("README.txt")
        .split("\n")
        .filter((line) => paths.includes(line)),
    ).toEqual(paths.filter((path) => path !== "README.txt"))
  })

  test("has no empty file", () => {
    for (const { path, text } of pack) expect(text.length, path).toBeGreaterThan(0)
  })

  test("writes the same text as the answers do", () => {
    const filled = Result.getOrThrow(Ledger.statement(ledger, "T2"))
    expect(text("statements/T2.csv")).toBe(Csv.statement(filled))
    expect(JSON.parse(text("statements/T2.json"))).toEqual(Json.statement(filled))
    expect(JSON.parse(text("changes/1_2026-0_2026-1.json"))).toMatchObject({
      from: { position: 71, plan: "2026/0" },
      to: { position: 73, plan: "2026/1" },
    })
  })

  test("explains binding cells", () => {
    const explained = paths.filter((path) => path.startsWith("explanations/"))
    expect(explained).toContain("explanations/M2_Budgettair-resultaat_IX_2031.txt")
    expect(explained).toContain("explanations/M2_Autofinancieringsmarge_III_2031.txt")
    expect(explained).toContain("explanations/M3_Exploitatie_U_2026.txt")
    expect(text("explanations/M3_Exploitatie_U_2026.txt")).toContain("budget-lines.csv:2")
  })

  test("returns an earlier moment on request", () => {
    const before = Result.getOrThrow(Folder.of(ledger, { language: "en", at: versions(ledger).from }))
    expect(before.some(({ path }) => path.startsWith("changes/"))).toBe(false)
    expect(before.find(({ path }) => path === "README.txt")?.text).toContain("position 71")
  })

  test("rejects an unknown moment", () => {
    const refused = Folder.of(ledger, { language: "en", at: 9_999 })
    expect(Result.isFailure(refused) && refused.failure._tag).toBe("UnknownMoment")
  })

  test("later: computes a text once, on first use", () => {
    let made = 0
    const file = later("x", () => {
      made += 1
      return `${made}`
    })
    expect(made).toBe(0)
    expect([file.text, file.text]).toEqual(["1", "1"])
  })
})

test.each([
  ["2026/0", "2026-0"],
  ["../../etc", "etc"],
  ["Geïntegreerd", "Geintegreerd"],
  ["…", "x"],
])("the name %s in a path is %s", (name, path) => {
  expect(slug(name)).toBe(path)
})

test("Text.explanation: counts the entries that it does not list, and shows the whole sum", () => {
  const explained = Result.getOrThrow(Explain.cell(ledger, { form: "M3", row: "Exploitatie/U", year: 2026 }))
  const cut = Text.explanation(explained, { language: "en", mostEntries: 3 })
  expect(cut).toMatch(/\d+ more entries, included in the sum/)
  expect(cut.match(/entry \d+/g)).toHaveLength(3)
  expect(Money.sum(explained.postings.map(({ amount }) => amount))).toBe(explained.exact)
})

test("pack: shows the characters of a hostile name that a reader does not see, in every file", () => {
  const hostile = `W\u202eten\u200b \u0430`
  const { ledger: own } = w13(hostile)
  const files = Result.getOrThrow(Folder.of(own, { language: "nl" }))
  const unseen = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0430]/
  expect(files.filter(({ text }) => unseen.test(text)).map(({ path }) => path)).toEqual([])
  expect(files.find(({ path }) => path === "README.txt")?.text).toContain("W‹U+202E›ten‹U+200B› ‹U+0430≈a›")
})

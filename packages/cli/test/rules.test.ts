/** The rules of a plan from the command line: imported as files, verified and reported. */
import { readFileSync } from "node:fs"
import { declared, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"

const dir = folder()
const ledger = ["--ledger", `${dir}/w13.db`]
const bring = (kind: string, ...names: ReadonlyArray<string>) =>
  must("import", ...names.map(w13), ...ledger, "--as", kind)

const tables = [
  "members",
  "conditions",
  "envelopes",
  "holders",
  "pledges",
  "risks",
  "facts",
  "indexation",
  "contributions",
  "funding",
  "stops",
]

beforeAll(async () => {
  // Wide enough for every table in one block.
  vi.stubEnv("COLUMNS", "200")
  await whole(dir)
  await bring("rules", ...tables.map((name) => `rules/${name}.csv`))
  await bring("actuals", "actuals-2026.csv")
})
afterAll(() => void vi.unstubAllEnvs())

describe("the rules of a plan", () => {
  test("import: writes nothing when the rules are imported again", async () => {
    const again = await must("import", w13("rules/contributions.csv"), ...ledger, "--as", "rules")
    expect(again).toContain("0 accepted · 3 already known")
  })

  test("verify: exits 0 when pledges are missed", async () => {
    const verified = await must("verify", ...ledger)
    expect(verified).toMatch(/Self-financing margin .* 2031 +pledge +-15\.569/)
    expect(verified).toMatch(/neutrality A10102 +2031 .* missed/)
    expect(verified).not.toMatch(/subsidised action A10101/)
  })

  test("verify: notes contributions on another action than the overhead rule credits", async () => {
    const { notes } = await json<{
      readonly notes: ReadonlyArray<{ readonly code: string; readonly message: string }>
    }>("verify", ...ledger)
    const elsewhere = notes
      .filter(({ code }) => code === "ContributionElsewhere")
      .map(({ message }) => message)
    expect(elsewhere).toEqual([
      'Contribution "Food Act 13" is on A10401, not on A50111, which the overhead rule credits. Check its action.',
      expect.stringContaining('"regierol sociale economie" is on A30301'),
    ])
    const dutch = await must("verify", ...ledger, "--lang", "nl")
    expect(dutch.replace(/\s+/g, " ")).toContain(
      "staat op A10401, niet op A50111, waar de overheadregel boekt",
    )
  })

  test("overview: reports contributions, overhead and conditional amounts", async () => {
    expect(await must("overview", "contributions", ...ledger)).toMatch(/Kortrijk +34\.000 +102\.433,44/)
    expect(await must("overview", "overhead", ...ledger)).toMatch(/carried +A50111 +774\.800,55/)
    expect(await must("overview", "funding", ...ledger)).toMatch(/te financieren · FA13 \(\?\) +445\.000,00/)
    expect(await must("overview", "reserve", ...ledger)).toMatch(/31 December +449\.552,85/)
    expect(await must("overview", "norms", ...ledger)).toMatch(/2031 +A10102 +pledge .* -24\.420,17/)
    expect(await must("overview", "realisation", ...ledger)).toMatch(
      /A10401 +U +2026 +259\.476,44 +136\.819,80/,
    )
    expect(await must("overview", "funding", ...ledger)).toMatch(/without it +\d/)
    // A fraction after four digits has no thousands mark; a cell with a point before its cents is not Belgian.
    for (const topic of ["contributions", "overhead", "norms", "funding", "realisation", "reserve"])
      expect(await must("overview", topic, ...ledger, "--lang", "nl")).not.toMatch(
        /\d{4},\d| {2}-?\d+\.\d{1,2}(?: |$)/m,
      )
    for (const topic of ["investments", "facts", "domains", "financing"])
      expect(await must("overview", topic, ...ledger)).not.toBe("")
    // A derived figure is printed in cents; data keep it exactly.
    const facts = await must("overview", "facts", ...ledger, "--lang", "nl", "--format", "md")
    expect(facts).toContain("| contractueel | 1.310.185,33 | 1.360.912,33 | 1.407.049,00 |")
    expect(facts).toContain("| afgeleid: gedrukte premie")
    expect(await must("overview", "facts", ...ledger, "--format", "csv")).toContain(";1310185,333333;")
    // The bound of a norm is stated by the plan, or derived from amounts and facts.
    const { tables } = await json<{
      readonly tables: ReadonlyArray<{
        readonly title: string
        readonly rows: ReadonlyArray<ReadonlyArray<string>>
      }>
    }>("overview", "norms", ...ledger, "--lang", "nl")
    const origins = tables.map(({ title, rows }) => [
      title.split(" (")[0],
      [...new Set(rows.map((row) => row[9]))].join(),
    ])
    expect(origins).toEqual(
      expect.arrayContaining([
        ["Reserve tegenover de minimumreserve", "opgegeven"],
        ["Reserve tegenover het sociaal passief", "afgeleid"],
        ["Geraamd voor de tweede pensioenpijler", "afgeleid"],
        ["Budgetneutraliteit", ""],
      ]),
    )
    const stays = await must(
      "explain",
      "M2",
      "Budgettair resultaat/II.b",
      "2026",
      ...ledger,
      "--conditional",
      "without",
    )
    expect(stays).toContain("= 15.000,00")
    const changed = ["diff", "plan:2026/0", `position:1`, ...ledger, "--form", "M2", "--year", "2026"]
    expect(await must(...changed, "--conditional", "only")).toContain("445.000,00")
    const without = await must("statement", "M2", ...ledger, "--conditional", "without")
    expect(without).toMatch(/II\.b +Uitgaven +15\.000 +10\.000/)
  })

  test("follow-up: reports a year up to a month as a table and as sentences", async () => {
    const half = ["follow-up", "2026", "--until", "2026-06", ...ledger]
    expect(await must(...half)).toMatch(/A10401 +U +259\.476,44 +117\.388,30 +142\.088,14 +45,24/)
    const action = [...half, "--action", "A10401"]
    expect(await must(...action)).toContain("€ 142.088,14 is still available.")
    expect(await must(...action, "--lang", "nl")).toContain("Er is € 142.088,14 nog beschikbaar.")
    const semester = await must("follow-up", "2026", "--semester", "1", ...ledger, "--lang", "nl")
    expect(semester).toContain("Opvolgingsrapport W13: eerste semester 2026")
    expect(semester).toContain("Uitgaven: van € 5.022.880,22 is € 648.082,72 uitgegeven (12,90 %).")
    expect(semester).toMatch(/I\.A\.2\.c .* 1\.757\.500,49 +385\.141,12/)
    expect(JSON.parse(await must(...half, "--format", "json"))).toMatchObject({
      plan: "2026/0",
      until: "2026-06",
    })
  })

  test("report: contains the rules and a follow-up of every half year with bookings", async () => {
    const out = `${dir}/pack`
    await must("report", ...ledger, "--out", out)
    const pack = (path: string) => readFileSync(`${out}/${path}`, "utf8")
    expect(pack("overviews/contributions.txt")).toContain("total")
    expect(pack("overviews/overhead.txt")).toContain("still carried by A50111")
    expect(pack("overviews/norms.txt")).toMatch(/2031 +pledge .* -15\.569,/)
    expect(pack("overviews/funding.md")).toContain("| te financieren · FA13 (?) |")
    expect(pack("overviews/investments.csv")).toContain(
      "IE-FA13 Food Act 13: verhuis en wagenpark;U;445000,00",
    )
    for (const topic of ["realisation", "facts", "domains", "financing", "reserve"])
      expect(pack(`overviews/${topic}.html`)).toContain("<table>")
    expect(pack("without-conditional/M2.csv")).toContain("Budgettair resultaat;II.b;Uitgaven;15000;10000")
    expect(pack("follow-up/2026-S1.txt")).toContain("Follow-up report W13: first half of 2026")
    expect(JSON.parse(pack("follow-up/2026-S1.json"))).toMatchObject({ until: "2026-06", warnAt: 80 })
    expect(pack("README.txt")).toContain("follow-up/2026-S1.html")
    expect(pack("README.txt")).toMatch(/policy-report\.html: The policy report.*\npolicy-report\.html\n/)
    expect(pack("policy-report.html")).toMatch(
      /"audit\.html#view=statements&amp;form=M2&amp;row=Autofinancieringsmarge\/III&amp;year=2031">-15\.57/,
    )
  })

  test("report: names the packages that are not installed, and writes the other files", async () => {
    const names = ["@grootboek/audit-page", "@grootboek/policy-report"]
    for (const name of names)
      vi.doMock(name, () => {
        throw new Error("ERR_MODULE_NOT_FOUND")
      })
    const out = `${dir}/bare`
    const { status, err } = await grootboek("report", "--ledger", await declared(folder()), "--out", out)
    for (const name of names) vi.doUnmock(name)
    expect(status).toBe(0)
    for (const name of names) expect(err).toContain(`npm install ${name}`)
    expect(readFileSync(`${out}/README.txt`, "utf8")).not.toMatch(/audit\.html|policy-report\.html/)
  })

  test.each([
    ["a text that is not a year", ["follow-up", "20x6"], 2],
    ["a text that is not a month", ["follow-up", "2026", "--until", "2026-13"], 2],
    ["a month of another year", ["follow-up", "2026", "--until", "2027-06"], 2],
    ["a semester with months of its own", ["follow-up", "2026", "--semester", "1", "--from", "2026-02"], 2],
    ["a year outside the plan", ["follow-up", "2040"], 1],
    ["an unknown action", ["follow-up", "2026", "--action", "A9"], 1],
    ["an unknown moment", ["overview", "overhead", "--at", "plan:2027/0"], 1],
    ["an unknown topic", ["overview", "weather"], 2],
  ] as const)("usage: rejects %s", async (_, words, status) => {
    expect((await grootboek(...words, ...ledger)).status).toBe(status)
  })
})

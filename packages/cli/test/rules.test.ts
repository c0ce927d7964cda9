/** The plan's own rules from the command line: imported as files, verified, and told. */
import { beforeAll, describe, expect, test } from "vitest"
import { file, folder, grootboek, must, w13, whole } from "./Harness.ts"

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
  await whole(dir)
  await bring("rules", ...tables.map((name) => `rules/${name}.csv`))
  await bring("actuals", "actuals-2026.csv")
})

describe("the plan's own rules from the command line", () => {
  test("are known the second time, and nothing is written", async () => {
    const again = await must("import", w13("rules/contributions.csv"), ...ledger, "--as", "rules")
    expect(again).toContain("0 accepted · 3 known already")
  })

  test("are verified as commitments, and do not fail the plan", async () => {
    const verified = await must("verify", ...ledger)
    expect(verified).toMatch(/Self-financing margin .* 2031 +commitment +-15\.569/)
    expect(verified).toMatch(/neutrality of a subsidised action A10205 +2031 .* missed/)
    expect(verified).not.toMatch(/subsidised action A10101/)
  })

  test("say what each member owes, who bears the overhead, and what stands under a condition", async () => {
    expect(await must("overview", "contributions", ...ledger)).toMatch(/Kortrijk +102\.433,44/)
    expect(await must("overview", "overhead", ...ledger)).toMatch(/carried itself +774\.800,55/)
    expect(await must("overview", "funding", ...ledger)).toMatch(/te financieren · FA13 \(\?\) +445\.000,00/)
    expect(await must("overview", "reserve", ...ledger)).toMatch(/31 December +449\.552,85/)
    for (const topic of ["investments", "facts", "domains", "financing"])
      expect(await must("overview", topic, ...ledger)).not.toBe("")
    const without = await must("statement", "M2", ...ledger, "--conditional", "without")
    expect(without).toMatch(/II\.b +Uitgaven +15\.000 +10\.000/)
  })

  test("follow a year up to a month, in a table or in plain sentences", async () => {
    const half = ["follow-up", "2026", "--until", "2026-06", ...ledger]
    expect(await must(...half)).toMatch(/A10401 +U +259\.476,44 +117\.388,30 +142\.088,14 +45,24/)
    expect(await must(...half, "--action", "A10401")).toContain("Er is € 142.088,14 nog beschikbaar.")
    expect(JSON.parse(await must(...half, "--format", "json"))).toMatchObject({
      plan: "2026/0",
      until: "2026-06",
    })
  })

  test.each([
    ["a year that is none", ["follow-up", "20x6"], 2],
    ["a month that is none", ["follow-up", "2026", "--until", "2026-13"], 2],
    ["a year outside the plan", ["follow-up", "2040"], 1],
    ["an action that nobody knows", ["follow-up", "2026", "--action", "A9"], 1],
    ["a moment that nothing answers to", ["overview", "overhead", "--at", "plan:2027/0"], 1],
    ["a topic that is none", ["overview", "weather"], 2],
  ] as const)("refuse %s", async (_, words, status) => {
    expect((await grootboek(...words, ...ledger)).status).toBe(status)
  })

  test.each([
    [
      "a key that sums to zero",
      "contributions",
      "KeySumsToZero",
      "proef;sleutel;aandelen;Menen;0;A10101;9090;7450000;;;O",
    ],
    [
      "a condition that is never declared",
      "funding",
      "UnknownCondition",
      "A10101;9090;7450000;;;O;giften;FA99",
    ],
    [
      "a carry-over larger than what is left",
      "carry",
      "CarryOverTooLarge",
      "A50111;1100;2410000;;IE-IT;U;2026;2027;20.000,00",
    ],
    ["an index series with a gap", "index", "IndexGap", "2026;CPI;2025-12;2025-12=120 2027-12=125;7402"],
  ] as const)("refuse %s with its line, and write nothing", async (_, kind, code, row) => {
    const head = {
      contributions:
        "Bijdrage;Verdeelsleutel;Soort sleutel;Deelgenoot;Gewicht;Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O",
      funding:
        "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Financieringsbron;Voorwaarde",
      carry:
        "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Van boekjaar;Naar boekjaar;Over te dragen",
      index: "Basisjaar;Indexreeks;Basismaand;Indexcijfers;Rekeningen",
    }[kind]
    const path = file(dir, `${kind}.csv`, `${head}\n${row}\n`)
    const before = await must("log", ...ledger, "--format", "json")
    const ran = await grootboek("import", path, ...ledger, "--as", "rules", "--format", "json")
    expect(ran.status).toBe(1)
    expect(ran.out).toContain(code)
    expect(await must("log", ...ledger, "--format", "json")).toBe(before)
  })
})

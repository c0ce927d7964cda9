/** Money passed on to partners: received, paid on and still owed; and a result carried forward by part. */
import { declared, file, folder, json, must, whole } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

interface Overview {
  readonly tables: ReadonlyArray<{
    readonly title: string
    readonly rows: ReadonlyArray<ReadonlyArray<string>>
  }>
}

test("overview passthrough: shows what is still owed, for estimates and realisations", async () => {
  const dir = folder()
  const ledger = await whole(dir)
  const actuals = [
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Datum;Stuk;Bedrag",
    "A10203;9090;7401000;VL;;O;Prestatiefinanciering;2026-06-30;1;204.960,00",
    "A10203;9090;6150000;;;U;Doorstorting;2026-07-01;2;100.000,00",
    "",
  ].join("\n")
  await must("import", file(dir, "actuals.csv", actuals), "--ledger", ledger, "--as", "actuals")
  const { tables } = await json<Overview>("overview", "passthrough", "--ledger", ledger)
  expect(tables.map(({ title }) => title)).toEqual([
    expect.stringContaining("A10203"),
    expect.stringContaining("realisations"),
  ])
  const of2026 = tables.map(({ rows }) => rows.map(([partner, what, amount]) => [partner, what, amount]))
  expect(of2026[0]?.slice(0, 3)).toEqual([
    ["RenovatieCoach Leiedal", "received", "245952.00"],
    ["RenovatieCoach Leiedal", "paid on", "245952.00"],
    ["RenovatieCoach Leiedal", "still owed", "0.00"],
  ])
  expect(of2026[1]).toEqual([
    ["RenovatieCoach Leiedal", "received", "122976.00"],
    ["RenovatieCoach Leiedal", "paid on", "60000.00"],
    ["RenovatieCoach Leiedal", "still owed", "62976.00"],
    ["Kortrijks Renovatieteam", "received", "81984.00"],
    ["Kortrijks Renovatieteam", "paid on", "40000.00"],
    ["Kortrijks Renovatieteam", "still owed", "41984.00"],
    ["total", "received", "204960.00"],
    ["total", "paid on", "100000.00"],
    ["total", "still owed", "104960.00"],
  ])
  const followUp = ["follow-up", "2026", "--action", "A10203", "--ledger", ledger]
  const { lines } = await json<{ lines: ReadonlyArray<object> }>(...followUp)
  expect(lines).toMatchObject([
    {
      direction: "O",
      account: "7401000",
      sector: "VL",
      estimate: "409920.00",
      realised: "204960.00",
      percent: "50.00",
    },
    {
      direction: "U",
      account: "6150000",
      estimate: "409920.00",
      realised: "100000.00",
      available: "309920.00",
      forPartners: "309920.00",
    },
  ])
  type Figures = { direction: string; forPartners: string }
  type Whole = Record<"whole" | "actions" | "holders", ReadonlyArray<Figures & { action?: string }>>
  const all = await json<Whole>("follow-up", "2026", "--ledger", ledger)
  const nonzero = (rows: ReadonlyArray<Figures>) => rows.filter(({ forPartners }) => forPartners !== "0.00")
  expect(nonzero(all.actions)).toMatchObject([{ action: "A10203", direction: "U", forPartners: "309920.00" }])
  for (const rows of [all.whole, all.holders])
    expect(nonzero(rows)).toMatchObject([{ direction: "U", forPartners: "309920.00" }])
  const dutch = await must(...followUp, "--lang", "nl")
  expect(dutch).toMatch(/Per budgetlijn[\s\S]*9090 · 6150000 · U/)
  expect(dutch.replace(/\s+/g, " ")).toContain(
    "Voor partners (RenovatieCoach Leiedal, Kortrijks Renovatieteam) is € 204.960,00 ontvangen en € 100.000,00 doorgestort; € 104.960,00 is nog verschuldigd.",
  )
  expect(dutch.replace(/\s+/g, " ")).toContain(
    "Van wat beschikbaar is, dient € 309.920,00 enkel voor de partners van A10203.",
  )
  const report = await must("follow-up", "2026", "--ledger", ledger, "--lang", "nl")
  expect(report.replace(/\s+/g, " ")).toContain("€ 104.960,00 is nog verschuldigd.")
  expect(report).toMatch(/waarvan voor partners[\s\S]*Doorgestort aan partners/)
  expect((await json<{ lines: unknown }>("follow-up", "2026", "--ledger", ledger)).lines).toBeNull()
  expect(await must("overview", "passthrough", "--ledger", ledger, "--lang", "nl")).toContain(
    "nog verschuldigd",
  )
})

test("import --as opening: carries a result forward by part, and refuses another part", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  const importOpening = (name: string, ...rows: ReadonlyArray<string>) =>
    json<{ ok: boolean; written: unknown; findings: ReadonlyArray<{ code: string }> }>(
      ...["import", file(dir, name, ["Rekening;Jaar;Deel;Bedrag", ...rows, ""].join("\n"))],
      ...["--ledger", ledger, "--as", "opening"],
    )
  const parts = [
    "0930000;2026;A;400,00",
    "0930000;2026;B.1;10,00",
    "0930000;2026;b.2;-2,50",
    "0930000;2026;B.3;0,25",
  ]
  expect(await importOpening("parts.csv", ...parts)).toMatchObject({ ok: true })
  const rowOf = async (code: string) =>
    (
      await json<{ exact: string }>(
        "explain",
        "M2",
        `Budgettair resultaat/${code}`,
        "2026",
        "--ledger",
        ledger,
      )
    ).exact
  expect(await Promise.all(["VI", "VI.A", "VI.B.1", "VI.B.2", "VI.B.3"].map(rowOf))).toEqual([
    "407.75",
    "400.00",
    "10.00",
    "-2.50",
    "0.25",
  ])
  expect((await json<{ notes: unknown }>("verify", "--ledger", ledger)).notes).toEqual([])
  for (const [row, code] of [
    ["0930000;2026;C;1,00", "UnknownWord"],
    ["0900000;2026;B.1;1,00", "NotAnOpeningAccount"],
    ["0930000;2026;B.1;1,00", "AmountRecorded"],
  ] as const) {
    const answer = await importOpening("bad.csv", row)
    expect([answer.ok, answer.written, answer.findings.map((one) => one.code)]).toEqual([false, null, [code]])
  }
})

test("init: knows the types of authority by name, and says for which no norm is known", async () => {
  const dir = folder()
  const ledger = `${dir}/p.db`
  const facts = [
    "--entity",
    "Provincie",
    "--entity-type",
    "provincie",
    "--plan",
    "2026/0",
    "--years",
    "2026-2026",
  ]
  await must("init", "--ledger", ledger, ...facts)
  const { norms } = await json<{ norms: ReadonlyArray<object> }>("verify", "--ledger", ledger)
  expect(norms).toContainEqual(expect.objectContaining({ level: "indicator", unknownFor: "provincie" }))
  expect(await must("overview", "norms", "--ledger", ledger, "--lang", "nl", "--format", "csv")).toContain(
    "geen norm bekend voor provincie",
  )
})

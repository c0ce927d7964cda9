import { file, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"
import * as Tampering from "./Tampering.ts"

interface Reconciled {
  readonly ok: boolean
  readonly counts: { readonly compared: number; readonly equal: number }
  readonly roundings: ReadonlyArray<{ readonly row: string; readonly year: number }>
}

const tables = [
  ["M1", "M1", 48],
  ["M2", "M2", 150],
  ["M3", "M3", 12],
  ["T1", "T1", 36],
  ["T2", "T2", 930],
  ["T3", "T3", 120],
  ["goals-amounts", "goals", 972],
  ["synthese", "synthesis", 426],
] as const

describe("the W13 plan, from its files to every published cell", async () => {
  const dir = folder()
  const ledger = await whole(dir)

  test.each(tables)(
    "reconcile: finds every published cell of %s equal to the computed one",
    async (table, form, cells) => {
      const found = await json<Reconciled>(
        "reconcile",
        w13(`published/${table}.csv`),
        "--form",
        form,
        "--ledger",
        ledger,
      )
      expect(found.counts).toMatchObject({ compared: cells, equal: cells })
      expect(found.ok).toBe(true)
    },
  )

  test("reconcile: names the sums of printed rows in M2 that differ from the exact figure", async () => {
    const found = await json<Reconciled>(
      "reconcile",
      w13("published/M2.csv"),
      "--form",
      "M2",
      "--ledger",
      ledger,
    )
    expect(found.roundings.map(({ row, year }) => `${row} ${year}`)).toEqual([
      "III 2029",
      "V 2029",
      "VII 2028",
      "IX 2028",
    ])
  })

  test("explain: shows the entry, file and line behind the contribution of the members", async () => {
    const found = await json<{ postings: ReadonlyArray<object>; exact: string }>(
      "explain",
      "T2",
      "EXPLOITATIE/II.A.3.a-2-5",
      "2026",
      "--ledger",
      ledger,
    )
    expect(found.postings).toHaveLength(1)
    expect(found.postings[0]).toMatchObject({
      event: "EstimatePosted",
      amount: "801391.00",
      source: { file: "budget-lines.csv", line: 65 },
    })
  })

  test("explain: shows the selector that found nothing when a cell is zero", async () => {
    const found = await json<{ nothing: string }>("explain", "T2", "II.A.2.c", "2027", "--ledger", ledger)
    expect(found.nothing).toContain("row II.A.2.c")
  })

  test("import: changes nothing when a file is imported again", async () => {
    const before = await must("export", "--ledger", ledger, "--out", `${dir}/before.ndjson`)
    for (const [kind, name] of [
      ["lines", "budget-lines"],
      ["overhead", "overhead"],
      ["opening", "opening"],
      ["passthrough", "passthrough"],
    ] as const) {
      const again = await json<{ counts: { accepted: number } }>(
        "import",
        w13(`${name}.csv`),
        "--ledger",
        ledger,
        "--as",
        kind,
      )
      expect(again.counts.accepted).toBe(0)
    }
    await must("export", "--ledger", ledger, "--out", `${dir}/after.ndjson`)
    expect(before).toBe("")
    const { readFileSync } = await import("node:fs")
    expect(readFileSync(`${dir}/after.ndjson`)).toEqual(readFileSync(`${dir}/before.ndjson`))
  })

  test("restore: writes the same bytes from an export", async () => {
    await must("export", "--ledger", ledger, "--out", `${dir}/a.ndjson`)
    await must("restore", `${dir}/a.ndjson`, "--ledger", `${dir}/copy.db`)
    await must("export", "--ledger", `${dir}/copy.db`, "--out", `${dir}/b.ndjson`)
    const { readFileSync } = await import("node:fs")
    expect(readFileSync(`${dir}/b.ndjson`)).toEqual(readFileSync(`${dir}/a.ndjson`))
  })

  test("verify: finds a changed byte in the middle of the journal and names its entry", async () => {
    await must("restore", `${dir}/a.ndjson`, "--ledger", `${dir}/tampered.db`)
    Tampering.changeBody(`${dir}/tampered.db`, 40, (body) => {
      body[body.lastIndexOf("EstimatePosted") + 30] = 0x39
      return body
    })
    const { status, out } = await grootboek("verify", "--ledger", `${dir}/tampered.db`, "--format", "json")
    expect(status).toBe(1)
    const { ok, findings } = JSON.parse(out)
    expect(ok).toBe(false)
    expect(findings[0]).toMatchObject({ position: 40, code: "HashMismatch" })
  })

  test("diff: shows what an adjustment changed and why, with the overhead", async () => {
    const adjustment = file(
      dir,
      "adjustment.csv",
      [
        "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Reden;Toelichting;2026;2027;2028;2029;2030;2031",
        "A10205;9090;6203000;;;U;Loon;indexering;Spilindex;5.000,00;;;;;",
        "A50111;1100;6140000;;;U;Goederen;;;-100,00;;;;;",
      ].join("\n"),
    )
    const copy = `${dir}/adjusted.db`
    await must("restore", `${dir}/a.ndjson`, "--ledger", copy)
    await must("import", adjustment, "--ledger", copy, "--as", "adjustment", "--plan", "2026/1")
    const { cells } = await json<{ cells: ReadonlyArray<{ code: string; section: string; year: number }> }>(
      "diff",
      "plan:2026/0",
      "plan:2026/1",
      "--ledger",
      copy,
      "--form",
      "M2",
    )
    expect(
      cells.find(
        ({ code, section, year }) => code === "I.b" && section === "Budgettair resultaat" && year === 2026,
      ),
    ).toMatchObject({
      delta: "5650.00",
      causes: [
        { reason: "indexering: Spilindex", amount: "5000.00" },
        { reason: "overhead", amount: "750.00" },
      ],
      unexplained: "-100.00",
    })
  })
})

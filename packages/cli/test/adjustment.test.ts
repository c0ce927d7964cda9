import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Money } from "@grootboek/core"
import { declared, file, folder, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const gbr = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/gbr-2025/data/${name}.csv`, import.meta.url))

interface Changed {
  readonly cells: ReadonlyArray<{
    readonly code: string
    readonly delta: string
    readonly causes: ReadonlyArray<{ readonly amount: string }>
    readonly unexplained: string
  }>
}

interface Tables {
  readonly tables: ReadonlyArray<{ readonly rows: ReadonlyArray<ReadonlyArray<string>> }>
}

const sumOf = (rows: Tables["tables"][number]["rows"] = []): string =>
  Money.format(Money.sum(rows.map(([, amount]) => Money.from(amount === "" ? "0" : (amount ?? "0")))))

describe("the real adjustment of 2025", async () => {
  const dir = folder()
  const ledger = `${dir}/gbr.db`
  await must(
    "init",
    "--ledger",
    ledger,
    "--entity",
    "W13",
    "--entity-type",
    "welzijnsvereniging",
    "--plan",
    "2025/0",
    "--years",
    "2024-2025",
  )
  await must(
    "import",
    gbr("actions"),
    gbr("policy-items"),
    w13("account-map.csv"),
    "--ledger",
    ledger,
    "--as",
    "structure",
  )
  await must("import", gbr("opening"), "--ledger", ledger, "--as", "opening")
  await must("import", gbr("estimate-2024"), gbr("initial-2025"), "--ledger", ledger, "--as", "lines")
  await must("import", gbr("actuals-2024"), "--ledger", ledger, "--as", "actuals")
  for (const table of ["facts", "closing-2024", "result-2024"])
    await must("import", gbr(table), "--ledger", ledger, "--as", "rules")
  const adjust = [
    "import",
    gbr("adjustment-2025-1"),
    "--ledger",
    ledger,
    "--as",
    "adjustment",
    "--plan",
    "2025/1",
  ]
  await must(...adjust)
  const diff = ["diff", "plan:2025/0", "plan:2025/1", "--ledger", ledger, "--form", "synthesis"]

  test("diff: shows one action, its receipts under two reasons, and 0,13 unexplained", async () => {
    const { cells } = await json<Changed>(...diff)
    expect([...new Set(cells.map(({ code }) => code.split("/")[0]))]).toEqual(["A1310", "total", "reserve"])
    const of = (code: string) => cells.find((cell) => cell.code === code)
    expect(of("A1310/O")).toMatchObject({ delta: "-81375.42", unexplained: "0" })
    expect(of("A1310/O")?.causes.map(({ amount }) => amount)).toEqual(["-31375.42", "-50000.00"])
    expect(of("A1310/U")).toMatchObject({ delta: "-0.13", causes: [], unexplained: "-0.13" })
    expect(of("reserve")).toMatchObject({ new: "404701.76" })
  })

  test("overview reserve: walks from the accounts of 2024 to the adjusted 2025, through every printed cell", async () => {
    const published = readFileSync(w13("published/gbr-2025.csv"), "utf8").trim().split("\n").slice(1)
    const { tables } = await json<Tables>("overview", "reserve", "--ledger", ledger)
    const [planned, accounts, adjusted] = tables.map(({ rows }) => rows)
    const ends = (rows: Tables["tables"][number]["rows"] = []) => [rows[0]?.at(-1), rows.at(-1)?.at(-1)]
    expect([planned, accounts, adjusted].map(ends)).toEqual([
      ["975318.00", "766791.19"],
      ["975318.00", "732274.21"],
      ["766791.19", "404701.76"],
    ])
    expect(adjusted?.[1]?.slice(1)).toEqual(["-34516.98", "732274.21"])
    const moved = (rows: Tables["tables"][number]["rows"] = [], action: string) =>
      rows.find(([label]) => label?.startsWith(`${action} `))?.[1] ?? "0.00"
    const realised = (await json<Tables>("overview", "realisation", "--ledger", ledger)).tables[1]?.rows ?? []
    const booked = (action: string, direction: string) =>
      realised.find((row) => row[0] === action && row[1] === direction && row[2] === "2024")?.[4] ?? "0.00"
    const shown = published.map((line) => {
      const [action = "", name, row = "", ...printed] = line.split(",")
      if (action === "")
        return row === "reserve"
          ? [action, name, row, ...[accounts, adjusted].map((rows) => ends(rows)[1]), "486077.05"].join(",")
          : [action, name, row, sumOf(accounts), sumOf(adjusted?.slice(2)), "-246197.16"].join(",")
      if (row === "net")
        return [action, name, row, moved(accounts, action), moved(adjusted, action), printed[2]].join(",")
      const amount = booked(action, row)
      return [
        action,
        name,
        row,
        row === "O" || amount === "0.00" ? amount : `-${amount}`,
        printed[1],
        printed[2],
      ].join(",")
    })
    expect(shown).toEqual(published)
    expect(published).toHaveLength(72)
  })

  test("statement J2: shows 732.274 by the accounts of 2024 beside 766.791 by the plan", async () => {
    const j2 = await must("statement", "J2", "--year", "2024", "--ledger", ledger)
    expect(j2).toMatch(/732\.274 +766\.791/)
  })

  test("follow-up: shows the contribution of the local authorities before and after", async () => {
    const estimates = async (...more: ReadonlyArray<string>) => {
      const { lines } = await json<{ readonly lines: ReadonlyArray<{ readonly estimate: string }> }>(
        ...["follow-up", "2025", "--action", "A1310", "--ledger", ledger, ...more],
      )
      return lines.map(({ estimate }) => estimate)
    }
    expect(await estimates("--at", "plan:2025/0")).toEqual(expect.arrayContaining(["422562.16", "331185.39"]))
    expect(await estimates()).toEqual(expect.arrayContaining(["391186.74", "281185.39", "771006.09"]))
  })

  test("diff: filters unexplained and large changes and sorts by size", async () => {
    const unexplained = await json<Changed>(...diff, "--unexplained", "--least", "0.13")
    expect(unexplained.cells.map(({ code }) => code)).toContain("A1310/U")
    const large = await json<Changed>(...diff, "--least", "80000", "--sort", "size")
    expect(large.cells.length).toBeGreaterThan(0)
    const sizes = large.cells.map(({ delta }) => Math.abs(Number(delta)))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(await json(...diff, "--least", "80.000,00", "--sort", "size")).toEqual(large)
    for (const unclear of ["much", "80.000"])
      expect((await grootboek(...diff, "--least", unclear)).status).toBe(2)
  })

  test("import: changes nothing when repeated, and rejects another adjustment with the same label", async () => {
    expect(await json(...adjust)).toMatchObject({ ok: true, counts: { accepted: 0, known: 3 } })
    const other = file(
      dir,
      "other.csv",
      "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Reden;Toelichting;2025\nA1310;9090;6140000;;;U;x;correctie;y;1,00",
    )
    const { status, out } = await grootboek(
      "import",
      other,
      "--ledger",
      ledger,
      "--as",
      "adjustment",
      "--plan",
      "2025/1",
      "--format",
      "json",
    )
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ counts: { conflicting: 1 }, written: null })
  })
})

describe("a branch", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  await must("import", w13("budget-lines.csv"), "--ledger", ledger, "--as", "lines")
  const change = file(
    dir,
    "change.csv",
    "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;Reden;Toelichting;2026\nA10101;9090;6140000;;;U;x;correctie;y;1,00",
  )
  const adjust = ["import", change, "--ledger", ledger, "--as", "adjustment", "--plan", "2026/1"]

  test("branch: shows a change and leaves the journal unchanged until it is promoted", async () => {
    await must("branch", "new", "try", "--ledger", ledger)
    await must(...adjust, "--branch", "try")
    const { cells } = await json<Changed>("branch", "diff", "try", "--ledger", ledger)
    expect(cells.length).toBeGreaterThan(0)
    expect((await grootboek("statement", "M2", "--ledger", ledger, "--at", "plan:2026/1")).status).toBe(1)
    await must("branch", "promote", "try", "--ledger", ledger)
    const promoted = await json<{ rows: object }>("statement", "M2", "--ledger", ledger)
    await must("statement", "M2", "--ledger", ledger, "--at", "plan:2026/1")
    const twin = await declared(folder())
    await must("import", w13("budget-lines.csv"), "--ledger", twin, "--as", "lines")
    await must("import", change, "--ledger", twin, "--as", "adjustment", "--plan", "2026/1")
    expect((await json<{ rows: object }>("statement", "M2", "--ledger", twin)).rows).toEqual(promoted.rows)
  })

  test("branch: is not promoted when the journal grew, and can be dropped", async () => {
    await must("branch", "new", "late", "--ledger", ledger)
    await must("import", w13("opening.csv"), "--ledger", ledger, "--as", "opening")
    const late = await grootboek("branch", "promote", "late", "--ledger", ledger)
    expect(late).toMatchObject({ status: 1, err: expect.stringContaining("the journal grew") })
    await must("branch", "drop", "late", "--ledger", ledger)
    expect(await must("branch", "list", "--ledger", ledger)).toContain("no branches")
    expect((await grootboek("branch", "drop", "late", "--ledger", ledger)).status).toBe(1)
  })
})

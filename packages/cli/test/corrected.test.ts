/** Corrected files imported again: an amount of an earlier import is never added to silently. */
import { declared, file, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"
const row = (amounts: string, description = "Goederen en diensten", action = "A10101"): string =>
  `${action};9090;6140000;;;U;${description};${amounts}`
const openings = (...rows: ReadonlyArray<string>): string =>
  ["Rekening;Omschrijving;Jaar;Bedrag", ...rows, ""].join("\n")
const result = (amount: string, account = "0930000"): string =>
  `${account};Gecumuleerd budgettair resultaat vorig boekjaar;2026;${amount}`

interface Imported {
  readonly ok: boolean
  readonly counts: Readonly<Record<"accepted" | "known" | "conflicting" | "rejected", number>>
  readonly findings: ReadonlyArray<{ readonly code: string; readonly line: number; readonly message: string }>
  readonly notes: ReadonlyArray<string>
  readonly written: { readonly first: number; readonly last: number } | null
}

const counts = (accepted: number, known: number, rejected = 0) => ({
  accepted,
  known,
  conflicting: 0,
  rejected,
})

/** A ledger with structure, and imports into it of files that are written for the test. */
const fresh = async () => {
  const dir = folder()
  const ledger = await declared(dir)
  let files = 0
  const lines = (...rows: ReadonlyArray<string>) => {
    files++
    return file(dir, `lines-${files}.csv`, [`${head};2026;2027`, ...rows, ""].join("\n"))
  }
  const importAs = (kind: string, paths: ReadonlyArray<string>, ...options: ReadonlyArray<string>) =>
    json<Imported>("import", ...paths, "--ledger", ledger, "--as", kind, ...options)
  const spent = async (year: number): Promise<string> => {
    const { exact } = await json<{ exact: string }>(
      ...["explain", "M2", "Budgettair resultaat/I.b", String(year), "--ledger", ledger],
    )
    return exact
  }
  return { dir, ledger, lines, importAs, spent }
}

describe("import --as lines: an amount of an earlier import", () => {
  test("import: refuses a corrected row and names the entry and source line", async () => {
    const { ledger, lines, importAs } = await fresh()
    const first = await importAs("lines", [lines(row("21.000,00;"))])
    const entry = first.written?.first
    const before = await json("verify", "--ledger", ledger)
    const corrected = await importAs("lines", [lines(row("22.000,00;"))])
    expect(corrected).toMatchObject({ ok: false, written: null, counts: counts(0, 0, 1) })
    expect(corrected.findings).toMatchObject([{ code: "AmountRecorded", line: 2 }])
    const message = corrected.findings[0]?.message
    for (const part of [`entry ${entry}`, "lines-1.csv:2", "21.000,00", "--as state", "--add"])
      expect(message).toContain(part)
    expect(await json("verify", "--ledger", ledger)).toEqual(before)
  })

  test("import: adds with --add, and the same file again changes nothing", async () => {
    const { lines, importAs, spent } = await fresh()
    await importAs("lines", [lines(row("21.000,00;"))])
    const more = lines(row("22.000,00;"))
    expect(await importAs("lines", [more], "--add")).toMatchObject({ ok: true, counts: counts(1, 0) })
    expect(await spent(2026)).toBe("43000.00")
    expect(await importAs("lines", [more])).toMatchObject({ ok: true, counts: counts(0, 1), written: null })
    expect(await importAs("lines", [more], "--add")).toMatchObject({ ok: true, written: null })
  })

  test("import: refuses an amount of zero on an earlier amount, and accepts another year", async () => {
    const { lines, importAs } = await fresh()
    await importAs("lines", [lines(row("21.000,00;"))])
    expect(await importAs("lines", [lines(row("0,00;"))])).toMatchObject({ ok: false })
    expect(await importAs("lines", [lines(row(";5,00"))])).toMatchObject({ ok: true, counts: counts(1, 0) })
    expect(await importAs("lines", [lines(row("1,00;5,00"))])).toMatchObject({ ok: false })
  })

  test("import: accepts an amount where an earlier import has zero", async () => {
    const { lines, importAs, spent } = await fresh()
    await importAs("lines", [lines(row("0,00;7,00"))])
    expect(await importAs("lines", [lines(row("5,00;"))])).toMatchObject({ ok: true })
    expect(await spent(2026)).toBe("5.00")
  })

  test("import: accepts the corrected row after the earlier entry was reversed", async () => {
    const { ledger, lines, importAs, spent } = await fresh()
    const { written } = await importAs("lines", [lines(row("21.000,00;"))])
    await must("reverse", String(written?.first), "--ledger", ledger, "--reason", "correction")
    expect(await importAs("lines", [lines(row("22.000,00;"))])).toMatchObject({ ok: true })
    expect(await spent(2026)).toBe("22000.00")
  })

  test("import: lets rows of one command share a line, in one file and in several", async () => {
    const { lines, importAs, spent } = await fresh()
    const files = [lines(row("1,00;"), row("1,00;"), row("2,00;", "Huur")), lines(row("4,00;", "Water"))]
    expect(await importAs("lines", files)).toMatchObject({ ok: true, counts: counts(4, 0) })
    expect(await spent(2026)).toBe("8.00")
    expect(await importAs("lines", files)).toMatchObject({ ok: true, counts: counts(0, 4), written: null })
  })

  test("import: stays exact when a later export repeats every earlier row of the line", async () => {
    const { lines, importAs, spent } = await fresh()
    await importAs("lines", [lines(row("1,00;"), row("2,00;", "Huur"))])
    const later = lines(row("4,00;", "Water"), row("1,00;"), row("1,00;"), row("2,00;", "Huur"))
    expect(await importAs("lines", [later])).toMatchObject({ ok: true, counts: counts(2, 2) })
    expect(await spent(2026)).toBe("8.00")
    const partial = lines(row("9,00;", "Gas"), row("1,00;"))
    const refused = await importAs("lines", [partial])
    expect(refused).toMatchObject({ ok: false, counts: counts(0, 1, 1) })
    expect(refused.findings).toMatchObject([{ line: 2 }])
  })

  test("import: writes nothing for a row with another description and the same amounts", async () => {
    const { lines, importAs, spent } = await fresh()
    await importAs("lines", [lines(row("1,00;2,00"), row("3,00;", "Huur", "A10102"))])
    const renamed = await importAs("lines", [
      lines(row("1,00;2,00", "Diensten"), row("3,00;", "Huur", "A10102")),
    ])
    expect(renamed).toMatchObject({ ok: true, counts: counts(0, 2), written: null })
    expect(renamed.notes).toEqual([expect.stringContaining("another description")])
    expect(await spent(2026)).toBe("4.00")
    const twice = await importAs("lines", [lines(row("1,00;2,00", "Een"), row("1,00;2,00", "Twee"))])
    expect(twice).toMatchObject({ ok: true, counts: counts(1, 1) })
  })

  test("import: takes a row with another description as a row when the earlier row is there too", async () => {
    const { lines, importAs, spent } = await fresh()
    await importAs("lines", [lines(row("1,00;"))])
    const both = await importAs("lines", [lines(row("1,00;", "Huur"), row("1,00;"))])
    expect(both).toMatchObject({ ok: true, counts: counts(1, 1), notes: [] })
    expect(await spent(2026)).toBe("2.00")
  })

  test("import: refuses a row on an amount of an adjustment", async () => {
    const { dir, ledger, lines, importAs } = await fresh()
    const change = file(
      dir,
      "change.csv",
      `${head};Reden;Toelichting;2026\nA10102;9090;6140000;;;U;x;correctie;y;5,00\n`,
    )
    await must("import", change, "--ledger", ledger, "--as", "adjustment", "--plan", "2026/1")
    const onAdjusted = await importAs("lines", [lines(row("9,00;", "x", "A10102"))])
    expect(onAdjusted.findings).toMatchObject([{ code: "AmountRecorded" }])
  })

  test("import: prints Dutch without English words", async () => {
    const { ledger, lines, importAs } = await fresh()
    await importAs("lines", [lines(row("21.000,00;"))])
    const corrected = lines(row("22.000,00;"))
    const { out } = await grootboek(
      ...["--lang", "nl", "import", corrected, "--ledger", ledger, "--as", "lines"],
    )
    expect(out).toContain("is al geboekt (boeking")
    expect(out).toContain("Er wordt niets stilzwijgend bij opgeteld")
  })

  test("usage: refuses --add for another kind", async () => {
    const { ledger, lines } = await fresh()
    const words = ["import", lines(row("1,00;")), "--ledger", ledger, "--as", "actuals", "--add"]
    expect(await grootboek(...words)).toMatchObject({ status: 2, err: expect.stringContaining("--add") })
  })
})

describe("import --as opening: an amount of an earlier import", () => {
  test("import: refuses a corrected result carried forward", async () => {
    const { dir, ledger, importAs } = await fresh()
    const first = await importAs("opening", [file(dir, "opening.csv", openings(result("404.701,70")))])
    const corrected = file(dir, "corrected.csv", openings(result("404.701,76")))
    const refused = await importAs("opening", [corrected])
    expect(refused).toMatchObject({ ok: false, written: null })
    expect(refused.findings[0]?.message).toContain(
      `The result carried forward into 2026 is recorded already (entry ${first.written?.first}, opening.csv:2: 404.701,70 euro)`,
    )
    expect(await importAs("opening", [corrected], "--add")).toMatchObject({ ok: true })
    const { exact } = await json("explain", "M2", "Budgettair resultaat/VI", "2026", "--ledger", ledger)
    expect(exact).toBe("809403.46")
  })

  test("import: refuses corrected debts and earmarked funds", async () => {
    const { dir, importAs } = await fresh()
    const rows = (amount: string) => openings(`1730000;Lening;2026;${amount}`, `0900000;Fonds;2026;${amount}`)
    await importAs("opening", [file(dir, "a.csv", rows("10,00"))])
    const refused = await importAs("opening", [file(dir, "b.csv", rows("11,00"))])
    expect(refused.findings).toMatchObject([
      { code: "AmountRecorded", line: 2 },
      { code: "AmountRecorded", line: 3 },
    ])
  })
})

describe("import --as opening --replace", () => {
  const carried = async (ledger: string): Promise<string> => {
    const row = ["explain", "M2", "Budgettair resultaat/VI", "2026", "--ledger", ledger]
    return (await json<{ exact: string }>(...row)).exact
  }

  test("import: replaces the result carried forward by a reversal that names both entries", async () => {
    const { dir, ledger, importAs } = await fresh()
    const first = file(dir, "opening.csv", openings(result("404.701,70")))
    const { written } = await importAs("opening", [first])
    const corrected = file(dir, "corrected.csv", openings(result("404.701,76")))
    const dry = await importAs("opening", [corrected], "--replace", "--dry-run")
    expect(dry).toMatchObject({ ok: true, written: null, counts: counts(1, 0) })
    expect(dry.notes).toEqual([
      `0930000 · A · O in 2026: 404.701,70 → 404.701,76; reversed: entry ${written?.first}`,
    ])
    const done = await importAs("opening", [corrected], "--replace")
    expect(done).toMatchObject({ ok: true, counts: counts(1, 0) })
    expect(await carried(ledger)).toBe("404701.76")
    const log = await must("log", "--ledger", ledger)
    expect(log).toContain(`reverses entry ${written?.first}, replaced by entry ${done.written?.first}`)
    expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true })
    for (const options of [["--replace"], []])
      expect(await importAs("opening", [corrected], ...options)).toMatchObject({
        ok: true,
        counts: counts(0, 1),
        written: null,
      })
    // The first file is imported once more, so its amounts replace those of the second.
    expect(await importAs("opening", [first], "--replace")).toMatchObject({ ok: true, counts: counts(1, 0) })
    expect(await carried(ledger)).toBe("404701.70")
    expect(await importAs("opening", [first], "--replace")).toMatchObject({ written: null })
    await must("export", "--ledger", ledger, "--out", `${dir}/journal.ndjson`)
    await must("restore", `${dir}/journal.ndjson`, "--ledger", `${dir}/copy.db`)
    expect(await carried(`${dir}/copy.db`)).toBe("404701.70")
  })

  test("import: replaces debts and earmarked funds, and leaves other accounts and years as they are", async () => {
    const { dir, ledger, importAs } = await fresh()
    const all = openings(
      result("10,00"),
      "0900000;Fonds;2026;5,00",
      "0900000;Fonds;2027;6,00",
      "1730000;Lening;2026;100,00",
      "1740000;Andere;2026;7,00",
    )
    await importAs("opening", [file(dir, "all.csv", all)])
    const some = openings(
      "0900000;Fonds;2026;8,00",
      "1730000;Lening;2026;90,00",
      "1730000;Lening 2;2026;5,00",
    )
    const done = await importAs("opening", [file(dir, "some.csv", some)], "--replace")
    expect(done).toMatchObject({ ok: true, counts: counts(3, 0) })
    const exact = async (...row: ReadonlyArray<string>) =>
      (await json<{ exact: string }>("explain", ...row, "--ledger", ledger)).exact
    expect(await exact("M2", "Budgettair resultaat/VIII", "2026")).toBe("8.00")
    expect(await exact("M2", "Budgettair resultaat/VIII", "2027")).toBe("6.00")
    expect(await exact("T3", "A", "2026")).toBe("102.00")
    expect(await carried(ledger)).toBe("10.00")
  })

  test("import: reverses every entry that was added, and keeps the one that equals the file", async () => {
    const { dir, ledger, importAs } = await fresh()
    const [one, two] = [result("1,00"), result("2,00")].map((row, at) =>
      file(dir, `${at}.csv`, openings(row)),
    )
    await importAs("opening", [one ?? ""])
    await importAs("opening", [two ?? ""], "--add")
    expect(await carried(ledger)).toBe("3.00")
    const done = await importAs("opening", [two ?? ""], "--replace")
    expect(done).toMatchObject({ ok: true, counts: counts(0, 1) })
    expect(await carried(ledger)).toBe("2.00")
  })

  test("import: writes nothing for another description, and nothing in a closed year", async () => {
    const { dir, ledger, importAs } = await fresh()
    await importAs("opening", [file(dir, "a.csv", openings(result("1,00")))])
    const renamed = file(dir, "b.csv", openings("0930000;Saldo;2026;1,00"))
    expect(await importAs("opening", [renamed], "--replace")).toMatchObject({ written: null, ok: true })
    await importAs("rules", [file(dir, "closed.csv", "Boekjaar afgesloten\n2026\n")])
    const late = await importAs("opening", [file(dir, "c.csv", openings(result("9,00")))], "--replace")
    expect(late).toMatchObject({ ok: false, written: null })
    expect(late.findings[0]?.code).toBe("YearIsClosed")
    expect(await carried(ledger)).toBe("1.00")
  })

  test("usage: refuses --replace for another kind, and with --add", async () => {
    const { dir, ledger } = await fresh()
    const words = ["import", file(dir, "a.csv", openings(result("1,00"))), "--ledger", ledger, "--replace"]
    expect((await grootboek(...words, "--as", "lines")).status).toBe(2)
    expect((await grootboek(...words, "--as", "opening", "--add")).status).toBe(2)
  })
})

/** A whole list of budget lines imported as the new state: `import --as state`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { basename } from "node:path"
import { declared, file, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"
const goods = (action: string, amounts: string, description = "Goederen"): string =>
  `${action};9090;6140000;;;U;${description};${amounts}`
const listed = (years: string, ...rows: ReadonlyArray<string>): string =>
  [`${head};${years}`, ...rows, ""].join("\n")

interface Cell {
  readonly year: number
  readonly old: string
  readonly new: string
  readonly delta: string
}

interface Imported {
  readonly ok: boolean
  readonly counts: Readonly<Record<"accepted" | "known" | "conflicting" | "rejected", number>>
  readonly findings: ReadonlyArray<{
    readonly code: string
    readonly file: string | null
    readonly line: number | null
    readonly message: string
  }>
  readonly notes: ReadonlyArray<string>
  readonly written: { readonly first: number; readonly last: number } | null
  readonly state: {
    readonly as: string
    readonly plan: string | null
    readonly years: ReadonlyArray<number>
    readonly lines: ReadonlyArray<{
      readonly fate: string
      readonly action: string | null
      readonly account: string
      readonly cells: ReadonlyArray<Cell>
    }>
    readonly totals: ReadonlyArray<Cell & { readonly direction: string }>
  } | null
}

/** A ledger with three lines of goods, and imports into it. */
const fresh = async () => {
  const dir = folder()
  const ledger = await declared(dir)
  let files = 0
  const list = (years: string, ...rows: ReadonlyArray<string>): string =>
    file(dir, `list-${++files}.csv`, listed(years, ...rows))
  const importAs = (kind: string, paths: ReadonlyArray<string>, ...options: ReadonlyArray<string>) =>
    json<Imported>("import", ...paths, "--ledger", ledger, "--as", kind, ...options)
  const state = (path: string, ...options: ReadonlyArray<string>) => importAs("state", [path], ...options)
  const fates = ({ state: changes }: Imported) =>
    (changes?.lines ?? []).map(({ fate, action, cells }) => [
      fate,
      action,
      ...cells.map(({ year, old, new: next }) => `${year}: ${old} → ${next}`),
    ])
  await importAs("lines", [
    list("2026;2027", goods("A10101", "1,00;2,00"), goods("A10102", "3,00;4,00"), goods("", "5,00;6,00")),
  ])
  return { dir, ledger, list, importAs, state, fates }
}

const adjusted = [
  "--plan",
  "2026/1",
  "--decision",
  "Raad",
  "--date",
  "2026-06-18",
  "--motivation",
  "Actualisatie",
]

test("import --as state: counts no row as already known when a row of the list is refused", async () => {
  const { list, state } = await fresh()
  const rows = [goods("A10101", "1,00;9,00"), goods("A10102", "3,00;4,00"), goods("A9999", "5,00;6,00")]
  const refused = await state(list("2026;2027", ...rows))
  expect(refused.counts).toMatchObject({ accepted: 2, known: 0, rejected: 1 })
  expect(refused.written).toBe(null)
})

describe("import --as state: before the first adjustment", () => {
  test("import: shows new, changed and gone lines in the dry run and writes nothing", async () => {
    const { ledger, list, state, fates } = await fresh()
    const before = await json("verify", "--ledger", ledger)
    const path = list(
      "2026;2027",
      goods("A10101", "1,00;9,00"),
      goods("", "5,00;6,00"),
      goods("A10103", ";7,00"),
    )
    const dry = await state(path, "--dry-run")
    expect(fates(dry)).toEqual([
      ["changed", "A10101", "2027: 2.00 → 9.00"],
      ["new", "A10103", "2027: 0.00 → 7.00"],
      ["gone", "A10102", "2026: 3.00 → 0.00", "2027: 4.00 → 0.00"],
    ])
    expect(dry).toMatchObject({ ok: true, written: null, state: { as: "estimates", plan: null } })
    expect(dry.counts).toMatchObject({ accepted: 2, known: 1, rejected: 0 })
    expect(dry.state?.totals).toContainEqual({
      ...{ direction: "U", year: 2027, old: "12.00", new: "22.00", delta: "10.00" },
    })
    expect(await json("verify", "--ledger", ledger)).toEqual(before)
    const text = await must("import", path, "--ledger", ledger, "--as", "state", "--dry-run")
    for (const part of ["New lines (1)", "Changed lines (1)", "Lines that are gone (1)", "+7,00"])
      expect(text).toContain(part)
    const dutch = await grootboek(
      ...["--lang", "nl", "import", path, "--ledger", ledger, "--as", "state", "--dry-run"],
    )
    for (const part of ["Nieuwe budgetlijnen (1)", "Budgetlijnen die wegvallen (1)", "Alle vergeleken"])
      expect(dutch.out).toContain(part)
  })

  test("import: records the differences as estimates, and the same list again changes nothing", async () => {
    const { list, state, ledger } = await fresh()
    const path = list("2026;2027", goods("A10101", "1,00;9,00"), goods("", "5,00;6,00"))
    const first = await state(path)
    expect(first.written).not.toBe(null)
    expect(await state(path)).toMatchObject({ ok: true, written: null, counts: { accepted: 0, known: 2 } })
    const { postings } = await json<{ postings: ReadonlyArray<{ source: unknown; amount: string }> }>(
      ...["explain", "M2", "Budgettair resultaat/I.b", "2027", "--ledger", ledger],
    )
    expect(postings.map(({ amount }) => amount)).toContain("7.00")
    expect(postings).toContainEqual(
      expect.objectContaining({ amount: "7.00", source: expect.objectContaining({ line: 2 }) }),
    )
  })

  test("import: records a change and its opposite as often as lists alternate", async () => {
    const { list, state } = await fresh()
    const one = list("2026;2027", goods("A10101", "1,00;2,00"))
    const other = list("2026;2027", goods("A10101", "8,00;2,00"))
    for (const path of [one, other, one, other]) expect((await state(path)).written).not.toBe(null)
    expect((await state(other)).written).toBe(null)
  })

  test("import: replaces the amount of a corrected line instead of adding to it", async () => {
    const { dir, ledger, importAs, state } = await fresh()
    const corrected = file(dir, "corrected.csv", listed("2026", goods("A10101", "22,00")))
    expect((await importAs("lines", [corrected])).ok).toBe(false)
    expect((await state(corrected, "--scope", "actions")).ok).toBe(true)
    const { exact } = await json(...["explain", "M2", "Budgettair resultaat/I.b", "2026", "--ledger", ledger])
    expect(exact).toBe("30.00")
  })

  test("import: compares only the years whose columns are in the file", async () => {
    const { list, state, fates } = await fresh()
    const dry = await state(list("2027", goods("A10101", "2,00")), "--dry-run")
    expect(dry.state?.years).toEqual([2027])
    expect(fates(dry)).toEqual([
      ["gone", "A10102", "2027: 4.00 → 0.00"],
      ["gone", null, "2027: 6.00 → 0.00"],
    ])
    const oneAmount = list("Jaar;Bedrag", `${goods("A10101", "2026;1,00")}`)
    expect((await state(oneAmount, "--dry-run")).state?.years).toEqual([2026])
  })

  test("import: narrows the scope to actions, accounts or years", async () => {
    const { list, state, fates } = await fresh()
    const one = list("2026;2027", goods("A10101", "1,00;"))
    const gone = async (...scope: ReadonlyArray<string>) => fates(await state(one, "--dry-run", ...scope))
    expect(await gone()).toHaveLength(3)
    expect(await gone("--scope", "actions")).toEqual([["changed", "A10101", "2027: 2.00 → 0.00"]])
    expect(await gone("--scope", "actions,years")).toEqual([])
    expect(await gone("--scope", "years")).toEqual([
      ["gone", "A10102", "2026: 3.00 → 0.00"],
      ["gone", null, "2026: 5.00 → 0.00"],
    ])
    const receipts = list("2026", "A10101;9090;7450000;;;O;Ontvangsten;1,00")
    expect(fates(await state(receipts, "--dry-run", "--scope", "accounts"))).toEqual([
      ["new", "A10101", "2026: 0.00 → 1.00"],
    ])
  })

  test("import: sums rows on one line, in one file and in several", async () => {
    const { list, importAs, fates } = await fresh()
    const paths = [
      list("2026;2027", goods("A10101", "0,40;2,00"), goods("A10101", "0,60;", "Huur")),
      list("2026;2027", goods("A10102", "3,00;4,00"), goods("", "5,00;6,00")),
    ]
    const dry = await importAs("state", paths, "--dry-run")
    expect(fates(dry)).toEqual([])
    expect(dry.counts).toMatchObject({ accepted: 0, known: 4 })
  })

  test("import: reports faults and unknown codes with their line, and writes nothing", async () => {
    const { list, state } = await fresh()
    const bad = await state(list("2026;2027", goods("A10101", "1,00;2,00"), goods("A99999", "1,00;2,00")))
    expect(bad).toMatchObject({ ok: false, written: null, state: null, counts: { rejected: 1 } })
    expect(bad.findings).toMatchObject([{ code: "UnknownAction", line: 3 }])
    expect((await state(list("2026;2027", goods("A10101", "een;2,00")))).findings).toMatchObject([
      { line: 2 },
    ])
    expect((await state(list("2032", goods("A10101", "1,00")))).findings).toMatchObject([
      { code: "YearOutsidePlan", line: 1 },
    ])
    expect((await state(list("2026", "A10101;9090;0930000;;;O;x;1,00"))).findings).toMatchObject([
      { code: "ResultAccount", line: 2 },
    ])
  })

  test("import: refuses a closed year that differs, for rows and for lines that are gone", async () => {
    const { dir, importAs, ledger, list, state } = await fresh()
    await importAs("rules", [file(dir, "closed.csv", "Boekjaar afgesloten\n2026\n")])
    const same = list("2026;2027", goods("A10101", "1,00;7,00"), goods("A10102", "3,00;"), goods("", "5,00;"))
    const other = list("2026;2027", goods("A10101", "1,50;7,00"), goods("A10102", "3,00;"))
    const refused = await state(other)
    expect(refused.findings).toMatchObject([
      { code: "ClosedYearDiffers", line: 2 },
      { code: "ClosedYearDiffers", line: null },
    ])
    expect(refused.findings[0]).toMatchObject({ closed: { year: 2026, old: "1.00", new: "1.50" } })
    const { out } = await grootboek("import", other, "--ledger", ledger, "--as", "state", "--lang", "nl")
    const shown = out.slice(out.indexOf("Het boekjaar 2026")).split("\n")
    expect(shown[0]).toBe(
      "Het boekjaar 2026 is afgesloten, en de lijst heeft een ander bedrag voor 2 budgetlijnen. Laat de kolom 2026 weg, of verbeter de lijst.",
    )
    expect(shown.slice(1, 4).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ["Budgetlijn", "Rij", "Oud", "Nieuw", "Δ"],
      ["A10101 · 9090 · 6140000 · U", `${basename(other)}:2`, "1,00", "1,50", "+0,50"],
      ["9090 · 6140000 · U", "niet in de lijst", "5,00", "0,00", "-5,00"],
    ])
    expect(await state(same)).toMatchObject({ ok: true, state: { years: [2026, 2027] } })
  })

  test("import: writes the rejected rows of a list", async () => {
    const { dir, list, state } = await fresh()
    const path = list("2026;2027", goods("A10101", "1,00;2,00"), goods("A99999", "1,00;2,00"))
    await state(path, "--rejects", `${dir}/rejects.csv`)
    expect(readFileSync(`${dir}/rejects.csv`, "utf8")).toContain("A99999")
  })

  test("import: writes the JSON of a list line by line as JSON.stringify writes it whole", async () => {
    const { ledger, list } = await fresh()
    const changed = list("2026;2027", goods("A10101", "1,00;2,00"), goods("A10102", "3,00;4,00"))
    for (const path of [changed, list("2026", goods("A99999", "1,00")), list("2026")]) {
      const { out } = await grootboek(
        ...["import", path, "--ledger", ledger, "--as", "state", "--dry-run", "--format", "json"],
      )
      expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`)
    }
  })

  test("import: works on a branch", async () => {
    const { ledger, list, state } = await fresh()
    await must("branch", "new", "try", "--ledger", ledger)
    const path = list("2026;2027", goods("A10101", "1,00;2,00"))
    expect(await state(path, "--branch", "try")).toMatchObject({ ok: true, written: null })
    const again = await state(path, "--branch", "try")
    expect(again.state?.lines).toEqual([])
    expect((await state(path, "--dry-run")).state?.lines).toHaveLength(2)
  })
})

describe("import --as state: rules of the plan", async () => {
  const dir = folder()
  const ledger = await whole(dir)
  const text = readFileSync(w13("budget-lines.csv"), "utf8")
  const as = ["--ledger", ledger, "--as", "state"]

  test("import: finds the W13 plan equal to its own list, with overhead and pass-through applied", async () => {
    const path = file(dir, "same.csv", text)
    expect(await json<Imported>("import", path, ...as)).toMatchObject({
      ok: true,
      written: null,
      counts: { accepted: 0, known: 66 },
      state: { lines: [] },
    })
  })

  test("import: applies the overhead rule in the same command", async () => {
    const staff = file(dir, "staff.csv", text.replace(";20.029,92;", ";30.029,92;"))
    const { written } = await json<Imported>("import", staff, ...as)
    expect(written).not.toBe(null)
    const found = await json<{ postings: ReadonlyArray<{ entry: number; amount: string }> }>(
      ...["explain", "M1", "Totalen/U", "2026", "--ledger", ledger],
    )
    const last = found.postings.filter(({ entry }) => entry >= (written?.first ?? 0))
    expect(last.map(({ amount }) => amount)).toEqual(["10000.00", "1500.00"])
    expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true })
    expect((await json<Imported>("import", staff, ...as)).written).toBe(null)
  })

  test("import: refuses a row on a line that only the overhead rule posts", async () => {
    const row = "A50111;1100;7470000;;;O;Doorgerekende overhead;1,00;;;;;"
    const path = file(dir, "rule.csv", `${text.trimEnd()}\r\n${row}\r\n`)
    const refused = await json<Imported>("import", path, ...as)
    expect(refused.findings).toMatchObject([{ code: "PostedByRule", line: 68 }])
    expect(refused.findings[0]?.message).toContain("A50111")
  })

  test("import: refuses a list that breaks the pass-through, and follows its payment line", async () => {
    const unequal = text.replace(";409.920,00;", ";409.921,00;")
    const refused = await json<Imported>("import", file(dir, "unequal.csv", unequal), ...as)
    expect(refused).toMatchObject({ ok: false, written: null })
    expect(refused.findings).toMatchObject([{ code: "NotPassedOn" }])
    const moved = file(dir, "moved.csv", text.replace("A10203;9090;6150000", "A10203;9090;6140000"))
    expect(await json<Imported>("import", moved, ...as)).toMatchObject({ ok: true, findings: [] })
    expect(await json<Imported>("import", moved, ...as)).toMatchObject({ ok: true, written: null })
    // No note on a rule: the four notes are those of the plan itself.
    const code = "SourceDisagrees"
    const notes = [{ code }, { code }, { code }, { code }]
    expect(await json("verify", "--ledger", ledger)).toMatchObject({ ok: true, findings: [], notes })
  })
})

describe("import --as state: as an adjustment", () => {
  const changedList = (list: (years: string, ...rows: ReadonlyArray<string>) => string): string =>
    list("2026;2027", goods("A10101", "1,00;9,00"), goods("", "5,00;6,00"))

  test("import: writes the reasons to complete, and reads them back", async () => {
    const { dir, list, state, ledger } = await fresh()
    const [path, reasons] = [changedList(list), `${dir}/reasons.csv`]
    const dry = await state(path, ...adjusted, "--dry-run", "--reasons", reasons)
    expect(dry).toMatchObject({ ok: true, written: null, state: { as: "adjustment", plan: "2026/1" } })
    expect(dry.notes.join()).toContain("was written")
    const template = readFileSync(reasons, "utf8")
    expect(template).toContain(`${head};Reden;Toelichting;2026;2027`)
    expect(template).toContain("A10101;9090;6140000;;;U;Goederen;;;;7,00")
    // A change may be divided over several reasons.
    const completed = template
      .replace(
        "Goederen;;;;7,00",
        "Goederen;indexering;prijzen;;3,00\r\nA10101;9090;6140000;;;U;Goederen;correctie;fout;;4,00",
      )
      .replace("A10102;9090;6140000;;;U;;;;", "A10102;9090;6140000;;;U;;timing;later;")
    writeFileSync(reasons, completed)
    const again = await state(path, ...adjusted, "--dry-run", "--reasons", reasons)
    expect(again).toMatchObject({ ok: true, notes: [] })
    expect(readFileSync(reasons, "utf8")).toBe(completed)
    const done = await state(path, ...adjusted, "--reasons", reasons)
    expect(done).toMatchObject({ ok: true, notes: [], written: { first: 9, last: 9 } })
    const { cells } = await json<{ cells: ReadonlyArray<{ causes: ReadonlyArray<{ text: string }> }> }>(
      ...["diff", "plan:2026/0", "plan:2026/1", "--ledger", ledger, "--form", "M2"],
    )
    const texts = cells.flatMap(({ causes }) => causes.map(({ text }) => text))
    for (const text of ["prijzen", "fout", "later"]) expect(texts).toContain(text)
    expect(await state(path, ...adjusted, "--reasons", reasons)).toMatchObject({ ok: true, written: null })
    expect(await state(path, ...adjusted)).toMatchObject({ ok: true, written: null })
  })

  test("import: needs a label after the first adjustment, when something changes", async () => {
    const { ledger, list, state } = await fresh()
    await state(changedList(list), ...adjusted)
    const other = list("2026;2027", goods("A10101", "1,00;9,00"))
    const bare = await grootboek("import", other, "--ledger", ledger, "--as", "state")
    expect(bare).toMatchObject({ status: 2, err: expect.stringContaining("--plan 2026/2") })
    expect((await state(other, "--dry-run")).notes.join()).toContain("--plan 2026/2")
    expect(await state(changedList(list))).toMatchObject({ ok: true, written: null })
    const taken = await state(other, ...adjusted)
    expect(taken).toMatchObject({ ok: false, written: null })
  })

  test("import: refuses reasons that do not sum to the changes", async () => {
    const { dir, list, state } = await fresh()
    const path = changedList(list)
    const reasons = file(
      dir,
      "reasons.csv",
      `${head};Reden;Toelichting;2026;2027\n${goods("A10101", "7,00").replace("Goederen;", "Goederen;timing;x;;")}\n`,
    )
    const refused = await state(path, ...adjusted, "--reasons", reasons)
    expect(refused.ok).toBe(false)
    expect(refused.findings.map(({ code, file }) => [code, file])).toEqual([
      ["ReasonsDiffer", "reasons.csv"],
      ["ReasonsDiffer", "reasons.csv"],
    ])
    expect(refused.findings[0]?.message).toContain("A10102")
  })

  test("import: writes nothing when the file of reasons does not exist", async () => {
    const { dir, ledger, list } = await fresh()
    const words = ["import", changedList(list), "--ledger", ledger, "--as", "state", ...adjusted]
    const lost = await grootboek(...words, "--reasons", `${dir}/lost.csv`)
    expect(lost).toMatchObject({ status: 1, err: expect.stringContaining("--dry-run") })
    expect(existsSync(`${dir}/lost.csv`)).toBe(false)
  })

  test("import: counts changes without a reason", async () => {
    const { list, state } = await fresh()
    expect((await state(changedList(list), ...adjusted)).notes.join()).toContain("2 changes have no reason")
  })

  test("import: checks the declared neutrality", async () => {
    const { list, state } = await fresh()
    const refused = await state(changedList(list), ...adjusted, "--neutral", "year")
    expect(refused.findings.map(({ code }) => code)).toContain("NotNeutral")
  })

  test("usage: refuses options of another kind", async () => {
    const { ledger, list } = await fresh()
    const words = ["import", changedList(list), "--ledger", ledger]
    for (const more of [
      ["--as", "lines", "--scope", "years"],
      ["--as", "lines", "--reasons", "x.csv"],
      ["--as", "state", "--reasons", "x.csv"],
      ["--as", "state", "--scope", "months"],
      ["--as", "state", "--add"],
    ])
      expect([more, (await grootboek(...words, ...more)).status]).toEqual([more, 2])
  })
})

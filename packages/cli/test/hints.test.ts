/** Hints about what is easily overlooked: zeros that a spreadsheet dropped, bookings after December, amounts without an objective. */
import { fileURLToPath } from "node:url"
import { file, folder, grootboek, json, must, whole } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
const header =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"

const dir = folder()
const ledger = ["--ledger", await whole(dir)]

describe("import of codes without their zeros", () => {
  test("policy item: names the declared code", async () => {
    const { status, out } = await grootboek(
      "import",
      fixture("zeros/csv-100.csv"),
      ...ledger,
      "--as",
      "lines",
      "--dry-run",
    )
    expect(status).toBe(1)
    expect(out).toContain(
      'Policy item "100" is not declared. "0100" is declared: a spreadsheet may have dropped the zero.',
    )
  })

  test("policy item, in Dutch: names the declared code", async () => {
    const { out } = await grootboek(
      ...["--lang", "nl", "import", fixture("zeros/csv-100.csv"), ...ledger, "--as", "lines", "--dry-run"],
    )
    expect(out).toContain('"0100" is wel opgegeven: een rekenblad liet misschien de voorloopnul vallen.')
  })

  test.each([["action", "sd", `goal;level`, "700"]])("%s and sector: name the declared codes", async () => {
    const at = await whole(folder())
    const goals = file(folder(), "goals.csv", "code;level;parent;name;priority;financing\n0700;A;;Nul;;\n")
    const sectors = file(
      folder(),
      "sectors.csv",
      "sectorcode;tegenpartij;herkomst;werkingssubsidie;investeringssubsidie;lening;rente\n007;Zeven;;;;;\n",
    )
    await grootboek("import", goals, sectors, "--ledger", at, "--as", "structure")
    const path = file(folder(), "lines.csv", `${header};2026\n700;9090;6140000;7;;U;nul;1,00\n`)
    const { out } = await grootboek("import", path, "--ledger", at, "--as", "lines", "--dry-run")
    expect(out).toContain('"0700" is declared')
    expect(out).toContain('"007" is declared')
  })

  test("code: gives no hint when no code with zeros is declared", async () => {
    const path = file(folder(), "lines.csv", `${header};2026\nA10101;77777;6140000;;;U;x;1,00\n`)
    const { out } = await grootboek("import", path, ...ledger, "--as", "lines", "--dry-run")
    expect(out).toContain('"77777" is not declared. Check the code')
  })
})

test("import of codes in other capitals: names the declared codes", async () => {
  const path = file(folder(), "lines.csv", `${header};2026\na10101;9090;7401000;vl;;O;x;1,00\n`)
  const imported = ["import", path, ...ledger, "--as", "lines", "--dry-run"]
  const { out, status } = await grootboek(...imported)
  expect(status).toBe(1)
  expect(out).toContain('"A10101" is declared: write it with the same capitals.')
  expect(out).toContain('"VL" is declared: write it with the same capitals.')
  expect((await grootboek("--lang", "nl", ...imported)).out).toContain(
    '"A10101" is wel opgegeven: schrijf de code met dezelfde hoofdletters.',
  )
})

describe("bookings for a year after December", () => {
  const periods = [
    [["--semester", "2"], "This report includes it."],
    [["--from", "2026-07", "--until", "2026-12"], "This report leaves it out"],
    [["--semester", "1"], "This report leaves it out"],
    [[], "This report includes it."],
  ] as const

  test.each(periods)("follow-up %j: says whether it includes them", async (period, said) => {
    const at = await whole(folder())
    await must("import", fixture("late.csv"), "--ledger", at, "--as", "actuals")
    const text = await must("follow-up", "2026", ...period, "--ledger", at)
    expect(text.replace(/\s+/g, " ")).toContain(
      `€ 100,00 of expenditure was booked for 2026 after December. ${said}`,
    )
    const { late } = await json<{ readonly late: unknown }>("follow-up", "2026", ...period, "--ledger", at)
    expect(late).toEqual([
      { direction: "U", amount: "100.00", included: said.startsWith("This report includes") },
    ])
  })

  test("follow-up: says nothing when there are none", async () => {
    expect(await must("follow-up", "2026", "--semester", "2", ...ledger)).not.toContain("after December")
  })
})

test("statement goals: has a row for what belongs to no objective", async () => {
  const at = await whole(folder())
  const path = file(folder(), "lines.csv", `${header};2026\n;9090;6140000;;;U;zonder actie;123,00\n`)
  await must("import", path, "--ledger", at, "--as", "lines")
  const text = await must("statement", "goals", "--ledger", at)
  expect(text).toMatch(/Zonder doelstelling\/U\s+Uitgaven\s+123/)
  expect(await must("statement", "goals", ...ledger)).not.toContain("Zonder doelstelling")
})

/** `reconcile` on tables as they are published: without a ledger, with one, and against an earlier publication. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { declared, file, folder, grootboek, json, must, w13, whole } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

const fixture = (name: string): string =>
  fileURLToPath(new URL(`fixtures/published/${name}`, import.meta.url))

interface Judged {
  readonly ok: boolean
  readonly reason: string
  readonly counts: Readonly<Record<"holds" | "rounding" | "broken" | "unchecked", number>>
  readonly printing: ReadonlyArray<{ readonly form: string; readonly fits: ReadonlyArray<string> }>
  readonly proof: { readonly verdict: string } | null
}

describe("reconcile without a ledger", () => {
  test("a row that is printed twice: is one fault, with both lines and amounts", async () => {
    const text = readFileSync(fixture("m2-pasted.txt"), "utf8").trimEnd()
    const line = text.split("\n").findIndex((row) => row.startsWith("I. ")) + 1
    const again = text
      .split("\n")
      [line - 1]?.replaceAll("230.124", "230.999")
      .replaceAll("218.189", "218.111")
    const lines = text.split("\n").length
    const path = file(folder(), "m2.txt", `${text}\n${again}\n`)
    const { err, status } = await grootboek("reconcile", path, "--form", "M2")
    expect(status).toBe(1)
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringContaining(
        `is printed on line ${line} (230.124,00) and on line ${lines + 1} (230.999,00). Remove one of the lines`,
      ),
    ])
    const dutch = await grootboek("--lang", "nl", "reconcile", path, "--form", "M2")
    expect(dutch.err).toContain(`is gedrukt op regel ${line} (230.124,00)`)
  })

  test("a row that is printed twice: is noted against a ledger too", async () => {
    const dir = folder()
    const ledger = await declared(dir)
    const statement = await must("statement", "M2", "--ledger", ledger, "--format", "csv")
    const rows = statement.trimEnd().split(/\r?\n/)
    const path = file(dir, "m2.csv", `${[...rows, rows[2]].join("\n")}\n`)
    const { err } = await grootboek("reconcile", path, "--form", "M2", "--ledger", ledger)
    expect(err).toContain(`is printed on line 3 (0,00) and on line ${rows.length + 1} (0,00)`)
  })

  test("asks once for the format of figures that can all be read in two ways", async () => {
    const path = file(
      folder(),
      "m2.txt",
      readFileSync(fixture("m2-pasted.txt"), "utf8").replace(/[\d.]{7,}/g, "1.234"),
    )
    const { err, status } = await grootboek("reconcile", path, "--form", "M2", "--lang", "nl")
    expect(err.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/m2\.txt:4: "1\.234" kan gelezen worden als 1234 of als 1,234 .*--numbers be/),
      expect.stringMatching(/m2\.txt: nog \d+ cijfers kunnen op twee manieren/),
    ])
    expect(status).toBe(1)
  })

  test("reads the sheet of the form in a workbook with macros, as it is shown or from a row on", async () => {
    const path = fixture("plan.xlsm")
    const judge = (...options: ReadonlyArray<string>) =>
      json<Judged>("reconcile", path, "--form", "M2", "--skip-hidden", ...options)
    const right = { ok: true, reason: "Fits", counts: { holds: 20, rounding: 3, broken: 0 } }
    expect(await judge()).toMatchObject(right)
    expect(await judge("--header-line", "3")).toMatchObject(right)
    const { err } = await grootboek("reconcile", path, "--form", "M2", "--lang", "nl")
    expect(err).toContain('het blad "Schema M2" wordt gelezen, en niet "M1", "Nota"')
    expect(err).toContain('de kolom "Nota" wordt niet gelezen')
    expect(err).toContain("1 verborgen rij werd gelezen, rij 6: met --skip-hidden")
    const beyond = await grootboek(
      "reconcile",
      path,
      "--form",
      "M2",
      "--sheet",
      "Schema M2",
      "--header-line",
      "99",
    )
    expect([beyond.status, beyond.err]).toEqual([1, expect.stringContaining("correct --header-line")])
  })

  test.each(["m2-each-cell-rounded.csv", "m2-pasted.txt"])(
    "%s: fits figures that were rounded alone, and proves it",
    async (name) => {
      const found = await json<Judged>("reconcile", fixture(name), "--form", "M2", "--prove")
      expect(found).toMatchObject({
        ok: true,
        reason: "Fits",
        counts: { holds: 20, rounding: 3, broken: 0 },
        printing: [{ form: "M2", fits: ["exact"] }],
        proof: { verdict: "Consistent" },
      })
    },
  )

  test("checks that receipts minus expenditure is the balance in M1 of BBC 2020", async () => {
    const path = fixture("m1-2020-with-saldo.csv")
    expect(await json("reconcile", path, "--form", "M1")).toMatchObject({
      ok: true,
      counts: { holds: 6, broken: 0 },
    })
    const wrong = readFileSync(path, "utf8").replace("-875.020", "-875.120")
    const found = await grootboek("reconcile", file(folder(), "M1.csv", wrong), "--form", "M1")
    expect([found.status, found.out]).toEqual([
      1,
      expect.stringContaining(
        "Exploitatie/saldo 2021 = -875.120,00; its parts sum to -875.020,00 (-100,00, broken)",
      ),
    ])
  })

  test("does not say that tables can be right when no sum was checked, and proposes --unprinted zero", async () => {
    const path = fixture("t2-without-zero-rows-one-wrong.csv")
    const found = await grootboek("reconcile", path, "--form", "T2")
    expect(found.status).toBe(1)
    expect(found.out).toContain("The tables were not judged: no sum could be checked.")
    expect(found.out).toContain("T2 EXPLOITATIE/I.A.3")
    expect(found.out).toContain("2 sums can be checked, of which 2 broken: add --unprinted zero")
    expect(found.out).toContain("Exit status 1: no sum was checked")
    expect(found.out).not.toContain("can be right")
  })

  test("takes rows that are not printed for zero on request, and names the wrong figure", async () => {
    const path = fixture("t2-without-zero-rows-one-wrong.csv")
    const found = await grootboek("reconcile", path, "--form", "T2", "--unprinted", "zero", "--prove")
    expect(found.status).toBe(1)
    expect(found.out).toContain(
      "T2 EXPLOITATIE/I.A 2026 = 301.000,00; its parts sum to 300.000,00 (1.000,00, broken)",
    )
    expect(found.out).toContain(
      "if T2 EXPLOITATIE/I.A 2026 alone is wrong, everything else can be right; 300000 would fit",
    )
  })

  test("takes the declared number format", async () => {
    const path = fixture("m2-small-authority.csv")
    const refused = await grootboek("reconcile", path, "--form", "M2")
    expect([refused.status, refused.err]).toEqual([1, expect.stringContaining("--numbers be")])
    expect(await json("reconcile", path, "--form", "M2", "--numbers", "be")).toMatchObject({
      ok: true,
      counts: { holds: 1 },
    })
  })

  test("reads every schema of the plan from its text, in one command", async () => {
    const forms = ["M1", "M2", "M3", "T1", "T2", "T3"].flatMap((form) => ["--form", form])
    expect(await json("reconcile", w13("plan-text.txt"), ...forms)).toMatchObject({
      ok: true,
      reason: "Fits",
      counts: { holds: 585, rounding: 24, broken: 0, derived: { holds: 21, rounding: 0 } },
    })
  })

  test("takes a whole label for its own row, though a row that is not printed begins with it", async () => {
    const rows = [
      ["Exploitatiesaldo", 5],
      ["Ontvangsten", 15],
      ["Uitgaven", 10],
      ["Budgettair resultaat van het boekjaar", 5],
      ["Gecumuleerd budgettair resultaat", 115],
      ["Onbeschikbare gelden", 0],
      ["Beschikbaar budgettair resultaat", 115],
    ]
    const text = `Schema M2\nBudgettair resultaat\t2026\n${rows.map((row) => row.join("\t")).join("\n")}\n`
    const path = file(folder(), "M2.txt", text)
    expect(await json("reconcile", path, "--form", "M2")).toMatchObject({
      ...{ ok: true, counts: { holds: 2, broken: 0 } },
    })
  })

  test("reads groups and legal entities that a header or the line above it names", async () => {
    const kinds = (balance: string): string =>
      `Exploitatie\tUitgaven\t100\t110\n\tOntvangsten\t20\t20\n\tSaldo\t-80\t${balance}\n`
    const judged = async (form: string, text: string) =>
      json("reconcile", file(folder(), "table.txt", text), "--form", form)
    const inHeader = (balance: string): string =>
      `Schema M1\nBeleidsdoelstelling 1: Een warme gemeente\t\t2026\t2027\n${kinds(balance)}`
    const above = (balance: string): string =>
      ["1: Wonen", "2: Mobiliteit"]
        .map((name) => `Beleidsdoelstelling ${name}\n\t\t2026\t2027\n${kinds(balance)}`)
        .join("")
    for (const [text, sums] of [
      [inHeader, 2],
      [above, 4],
    ] as const) {
      expect(await judged("M1", text("-90"))).toMatchObject({ ok: true, counts: { holds: sums } })
      expect(await judged("M1", text("-80"))).toMatchObject({ ok: false, counts: { broken: sums / 2 } })
    }
    const credits =
      "Kredieten gemeente\t2026\n\tUitgaven\tOntvangsten\nExploitatie\t100\t120\nFinanciering\t5\t7\nKredieten OCMW\t2026\n\tUitgaven\tOntvangsten\nExploitatie\t40\t45\n"
    const balance = (amount: number): string =>
      `M2\n\t2026\nI. Exploitatiesaldo\t${amount}\na. Ontvangsten\t165\nb. Uitgaven\t140\n`
    const dir = folder()
    const args = ["--form", "M2", "--form", "M3"]
    for (const [amount, ok] of [
      [25, true],
      [27, false],
    ] as const) {
      const paths = [file(dir, "M2.txt", balance(amount)), file(dir, "M3.txt", credits)]
      expect(await json("reconcile", ...paths, ...args)).toMatchObject({ ok })
    }
  })

  test("judges a table in thousands with one decimal by rounding to that decimal", async () => {
    const printed = (balance: string): string =>
      file(
        folder(),
        "M2.txt",
        `M2 (in duizend euro)\n\t2026\nI. Exploitatiesaldo\t${balance}\na. Ontvangsten\t100.189,7\nb. Uitgaven\t94.000,0\n`,
      )
    const form = ["--form", "M2"]
    expect(await json("reconcile", printed("6.189,6"), ...form)).toMatchObject({
      ...{ ok: true, counts: { rounding: 1, broken: 0 } },
    })
    expect(await json("reconcile", printed("6.189,4"), ...form)).toMatchObject({
      ...{ ok: false, counts: { rounding: 0, broken: 1 } },
    })
  })

  test("reports totals of T3 that do not continue the year before, though no part is printed", async () => {
    const path = file(
      folder(),
      "T3.csv",
      "section;code;2026;2027\n;A;1000;1150\n;B;500;800\n;C;300;100\n;D;1200;1850\n",
    )
    const found = await grootboek("reconcile", path, "--form", "T3")
    expect([found.status, found.out]).toEqual([
      1,
      expect.stringContaining("T3.csv:2: T3 A 2027 = 1.150,00; T3 D 2026 gives 1.200,00 (-50,00, broken)"),
    ])
  })

  test("adds M3 of the town and the OCMW before it compares them with M2", async () => {
    const dir = folder()
    const M2 = "M2\n\t2026\nI. Exploitatiesaldo\t25\na. Ontvangsten\t165\nb. Uitgaven\t140\n"
    const M3 =
      "M3: Kredieten\n\t2026\t\n\tUitgaven\tOntvangsten\nKredieten gemeente\nExploitatie\t100\t120\nKredieten OCMW\nExploitatie\t40\t45\n"
    const args = [file(dir, "M2.txt", M2), file(dir, "M3.txt", M3), "--form", "M2", "--form", "M3"]
    expect(await json("reconcile", ...args)).toMatchObject({ ok: true, counts: { holds: 3, broken: 0 } })
    const wrong = [
      file(dir, "M2.txt", M2),
      file(dir, "M3.txt", M3.replace("\t45", "\t65")),
      "--form",
      "M2",
      "--form",
      "M3",
    ]
    const found = await json<Judged & { findings: ReadonlyArray<object> }>("reconcile", ...wrong)
    expect(found.ok).toBe(false)
    expect(found.findings).toMatchObject([
      { figure: { form: "M2", row: "Budgettair resultaat/I.a" }, difference: "-20.00" },
    ])
  })
})

describe("reconcile with a ledger", async () => {
  const dir = folder()
  const ledger = await whole(dir)

  test.each(
    ["M1", "M2", "M3", "T1", "T2", "T3"].flatMap((form) =>
      [
        ["csv", "--format", "csv"],
        ["csv", "--csv", "en"],
        ["md", "--format", "md"],
        ["txt", "--format", "text"],
        ["xlsx", "--format", "xlsx"],
      ].map(([ext = "", ...options]) => [form, ext, options] as const),
    ),
  )("reads its own %s as %s %s", async (form, ext, options) => {
    const path = join(dir, `${form}${options.join("")}.${ext}`)
    await must("statement", form, "--ledger", ledger, ...options, "--out", path)
    const found = await json<{ counts: { equal: number; compared: number } }>(
      "reconcile",
      path,
      "--form",
      form,
      "--ledger",
      ledger,
    )
    expect(found).toMatchObject({ ok: true, counts: { error: 0, missing: 0, rounding: 0 } })
    expect(found.counts.compared).toBe({ M1: 48, M2: 150, M3: 12, T1: 36, T2: 930, T3: 120 }[form])
  })

  test("asks which part of a file the ledger is, and refuses forms of BBC 2020", async () => {
    const M3 =
      "M3: Kredieten\n\t2026\t\n\tUitgaven\tOntvangsten\nKredieten gemeente\nExploitatie\t4.562.880\t4.622.731\nKredieten OCMW\nExploitatie\t40\t45\n"
    const path = file(dir, "M3-two.txt", M3)
    const args = ["reconcile", path, "--form", "M3", "--ledger", ledger]
    const several = await grootboek(...args)
    expect([several.status, several.err]).toEqual([2, expect.stringContaining("--part (gemeente, OCMW)")])
    expect(await json(...args, "--part", "gemeente")).toMatchObject({ ok: true, counts: { equal: 2 } })
    const unknown = await grootboek(...args, "--part", "AGB")
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining("gemeente, OCMW")])
    const earlier = await grootboek(
      "reconcile",
      fixture("m1-2020-with-saldo.csv"),
      "--form",
      "M1",
      "--ledger",
      ledger,
    )
    expect([earlier.status, earlier.err]).toEqual([2, expect.stringContaining("BBC 2020")])
  })

  test("quotes figures with the sign that is printed", async () => {
    const wrong = readFileSync(w13("published/synthese.csv"), "utf8").replace("-21000.00", "-21010.00")
    const found = await grootboek(
      "reconcile",
      file(dir, "synthese.csv", wrong),
      "--form",
      "synthesis",
      "--ledger",
      ledger,
    )
    expect(found.out).toContain("published -21.010, computed -21.000 (")
  })
})

describe("reconcile --against", () => {
  const dir = folder()
  const old = fixture("m2-pasted.txt")
  const text = readFileSync(old, "utf8")
  const current = file(
    dir,
    "new.txt",
    text.replace("2.184.802", "2.184.902").replace("230.124", "230.224").replace("35.979", "36.079"),
  )

  test("shows old, new and difference of every cell, and where changes begin", async () => {
    const found = await json<{ cells: ReadonlyArray<{ moved: boolean; code: string; delta: string }> }>(
      "reconcile",
      current,
      "--against",
      old,
      "--form",
      "M2",
    )
    expect(found).toMatchObject({ ok: false, counts: { compared: 45, changed: 3, onlyOld: 0, onlyNew: 0 } })
    expect(found.cells.filter(({ moved }) => moved)).toMatchObject([
      { code: "I.a", old: "2184802.00", new: "2184902.00", delta: "100.00" },
    ])
  })

  test.each(["text", "md", "csv", "html"])("answers as %s", async (format) => {
    const found = await grootboek("reconcile", current, "--against", old, "--form", "M2", "--format", format)
    expect([found.status, found.err]).toEqual([1, ""])
    expect(found.out).toContain("I.a")
  })

  test("says which sums of the new publication are broken", async () => {
    const found = await grootboek("reconcile", current, "--against", old, "--form", "M2")
    expect(found.out).toContain("M2 Budgettair resultaat/V 2026: 35.957, but its parts sum to 36.057")
    expect(found.out).toContain("Exit status 1")
  })

  test("is not combined with a ledger", async () => {
    const found = await grootboek("reconcile", current, "--against", old, "--form", "M2", "--ledger", "x.db")
    expect([found.status, found.err]).toEqual([2, expect.stringContaining("--ledger")])
  })
})

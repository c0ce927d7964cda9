/** Answers as files: CSV in both notations and workbooks, read back by `reconcile` and `import`. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { CsvNotation } from "@grootboek/cells"
import { formIds, Money } from "@grootboek/core"
import { declared, file, folder, grootboek, must, whole } from "@grootboek/testing/CommandLine"
import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"

const dir = folder()
const ledger = ["--ledger", join(dir, "w13.db")]

beforeAll(async () => void (await whole(dir)))

describe("statement", () => {
  const ways = [
    ["be.csv", "--csv", "be"],
    ["en.csv", "--csv", "en"],
    ["xlsx", "--format", "xlsx"],
  ] as const

  test.each(formIds.flatMap((form) => ways.map((way) => [form, ...way] as const)))(
    "%s, %s: is read back by reconcile, every figure equal",
    async (form, ending, option, value) => {
      const path = join(dir, `${form}.${ending}`)
      await must("statement", form, ...ledger, option, value, "--out", path)
      expect(await must("reconcile", path, "--form", form, ...ledger)).toContain("Every figure is equal.")
    },
  )

  test("--years: shows only these years, and refuses years that the form does not show", async () => {
    const head = (await must("statement", "M2", ...ledger, "--years", "2027-2028", "--csv", "en")).split(
      "\n",
    )[0]
    expect(head).toBe("section,code,label,2027,2028")
    expect(await grootboek("statement", "M2", ...ledger, "--years", "2040")).toMatchObject({
      status: 1,
      err: expect.stringContaining("Form M2 does not show 2040."),
    })
    expect(await grootboek("statement", "M2", ...ledger, "--years", "2028-2027")).toMatchObject({ status: 2 })
  })
})

describe("CsvNotation", () => {
  const cents = fc.bigInt({ min: -9_999_999_999_999n, max: 9_999_999_999_999n })

  test("a file of lines in either notation is imported to the same amounts", async () => {
    const place = folder()
    await declared(place)
    await fc.assert(
      fc.asyncProperty(
        fc.array(cents, { minLength: 6, maxLength: 6 }),
        fc.constantFrom(...CsvNotation.notations),
        async (micros, notation) => {
          const amounts = micros.map((one) => Money.ofMicros(one))
          const years = [2026, 2027, 2028, 2029, 2030, 2031]
          const text = CsvNotation.write(
            [
              ["Actie", "Beleidsitem", "Algemene rekening", "U/O", ...years.map(String)],
              [
                "A10101",
                "9090",
                "6140000",
                "U",
                ...amounts.map((one) => CsvNotation.number(Money.format(one), notation)),
              ],
            ],
            notation,
          )
          const path = file(place, "lines.csv", text)
          const { out, err } = await grootboek(
            ...["import", path, "--ledger", join(place, "w13.db"), "--as", "lines", "--dry-run"],
          )
          expect(err).toBe("")
          expect(out).toContain("1 accepted")
          // Totals in messages are written as tables write amounts.
          years.forEach((year, at) => {
            expect(out).toContain(`U ${year}: ${Money.print(amounts[at] ?? Money.zero, "be")}\n`)
          })
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe("log, diff, overview and follow-up", () => {
  const commands = [
    ["log", ["log"]],
    ["diff", ["diff", "position:10", "position:60", "--form", "M2"]],
    ["overview", ["overview", "norms"]],
    ["follow-up", ["follow-up", "2026"]],
  ] as const

  test.each(commands)("%s: writes a workbook and both notations of CSV to files", async (name, words) => {
    for (const [ending, ...options] of [
      ["xlsx", "--format", "xlsx"],
      ["be.csv", "--csv", "be"],
      ["en.csv", "--csv", "en"],
    ] as const) {
      const path = join(dir, `${name}.${ending}`)
      await must(...words, ...ledger, ...options, "--out", path)
      const bytes = readFileSync(path)
      const start = { xlsx: "PK", "be.csv": "\ufeff", "en.csv": "" }[ending]
      expect(bytes.toString("utf8").startsWith(start)).toBe(true)
      expect(bytes.length).toBeGreaterThan(50)
    }
  })

  test("log --csv en: has an entry per record, with the names of the JSON document", async () => {
    const [head, first] = (await must("log", ...ledger, "--csv", "en", "--to", "1")).split("\n")
    expect(head).toBe("position,time,event,summary,file,line,actor,id,hash")
    expect(first).toMatch(/^1,[^,]+,PlanAdopted,/)
  })

  test("text: fits 80 characters in a pipe", async () => {
    for (const [, words] of commands) {
      const lines = (await must(...words, ...ledger)).split("\n")
      expect(lines.filter((line) => [...line].length > 80)).toEqual([])
    }
  })

  test("explain: names the decision behind the entries", async () => {
    expect(await must("explain", "M2", "Budgettair resultaat/I.b", "2026", ...ledger)).toMatch(
      /Decisions\n└─ 2026\/0: entries /,
    )
  })
})

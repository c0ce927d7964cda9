/** A rule that is reversed: what followed from it is refused, the rule itself can be stated again. */
import { declared, file, folder, grootboek, json, must, w13 } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving;2026"
const wages = (amount: string): string => `${head}\nA10101;9090;6203000;;;U;Lonen;${amount}\n`

interface Answer {
  readonly counts: Readonly<Record<string, number>>
  readonly written: unknown
}

const spent = async (ledger: string): Promise<string> =>
  (await json<{ exact: string }>("explain", "M2", "Budgettair resultaat/I.b", "2026", "--ledger", ledger))
    .exact

test("reverse and import: switch a rule off as a whole, and state it again", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  const to = ["--ledger", ledger] as const
  await must("import", file(dir, "a.csv", wages("100,00")), ...to, "--as", "lines")
  await must("import", w13("overhead.csv"), ...to, "--as", "overhead")
  await must("import", file(dir, "b.csv", wages("40,00")), ...to, "--as", "lines", "--add")
  expect(await spent(ledger)).toBe("161.00")
  const entries = (await must("log", ...to, "--format", "csv")).trim().split("\n").slice(1)
  const positions = entries.flatMap((row) =>
    row.includes("OverheadReallocated") ? [row.split(/[,;]/)[0] ?? ""] : [],
  )
  const [stated = "", followed = ""] = positions
  const refused = await grootboek("reverse", followed, ...to, "--reason", "correction")
  expect(refused).toMatchObject({ status: 1, out: "" })
  expect(refused.err).toContain(`grootboek reverse ${stated}`)

  const { err } = await grootboek("reverse", stated, ...to, "--reason", "correction")
  expect(err).toContain(`Entry ${followed} reversed`)
  expect(err).toContain('this does not apply: the overhead rule of "A50111".')
  expect(await spent(ledger)).toBe("140.00")

  const overhead = () => json<Answer>("import", w13("overhead.csv"), ...to, "--as", "overhead")
  expect(await overhead()).toMatchObject({ counts: { accepted: 1 } })
  expect(await spent(ledger)).toBe("161.00")
  expect(await overhead()).toMatchObject({ counts: { known: 1, accepted: 0 }, written: null })
  expect((await json<{ notes: unknown }>("verify", ...to)).notes).toEqual([])
})

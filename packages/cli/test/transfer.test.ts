/** `grootboek transfer`: credit moves between two lines of one total of M3. */
import { declared, file, folder, grootboek, json, must } from "@grootboek/testing/CommandLine"
import { expect, test } from "vitest"

const head =
  "Actie;Beleidsitem;Algemene rekening;Economische sectorcode;Investeringsenveloppe;U/O;Omschrijving"
const lines = [
  `${head};2026;2027`,
  "A10101;9090;6140000;;;U;Goederen;21.000,00;1,00",
  ";9090;6140000;;;U;Zonder actie;5,00;",
  "A10101;9090;2400000;;IE1;U;Wagen;100,00;",
  "A10201;9090;7470000;;;O;Andere;300,00;",
  "",
].join("\n")

const from = "A10101 · 9090 · 6140000 · U"
const to = "A10102/9090/6140000/U"

test("transfer: moves credit, once, and refuses what is not a transfer", async () => {
  const dir = folder()
  const ledger = await declared(dir)
  await must("import", file(dir, "lines.csv", lines), "--ledger", ledger, "--as", "lines")
  const transfer = (lineFrom: string, lineTo: string, amount: string, ...more: ReadonlyArray<string>) =>
    grootboek(
      ...["transfer", "--ledger", ledger, "--from", lineFrom, "--to", lineTo, "--year", "2026"],
      ...["--amount", amount, "--reason", "transfer", ...more],
    )
  const verify = () => json<{ entries: number; ok: boolean }>("verify", "--ledger", ledger)
  const { entries } = await verify()
  for (const [a, b, amount, code, part] of [
    [from, to, "0", 1, "greater than zero"],
    [from, to, "-5", 1, "greater than zero"],
    [from, to, "21000,01", 1, "holds 21.000,00 euro"],
    [from, from, "1", 1, "to the same line"],
    [from, "A10101/9090/2400000/IE1/U", "1", 1, "different totals of M3"],
    ["A10201/9090/7470000/O", from, "1", 1, "from M3 Exploitatie/O to M3 Exploitatie/U"],
    [
      from,
      "A10201/9090/7470000/O",
      "1",
      1,
      "Receipts and expenditure change by two amounts of an adjustment",
    ],
    [from, "A99999/9090/6140000/U", "1", 1, "A99999"],
    [from, to, "1.000", 2, "write an amount"],
    [from, "A10102/6140000", "1", 2, "write a line such as"],
  ] as const) {
    const { status, err } = await transfer(a, b, amount)
    expect([status, err]).toEqual([code, expect.stringContaining(part)])
  }
  expect((await transfer(from, to, "1000", "--dry-run")).err).toContain("would be transferred")
  expect((await verify()).entries).toBe(entries)

  const moved = await transfer(from, to, "1.000,50", "--lang", "nl")
  expect(moved).toMatchObject({ status: 0, out: "" })
  expect(moved.err).toContain("A10101 · 9090 · 6140000 · U: 21.000,00 → 19.999,50")
  expect((await transfer(from, to, "1000.50")).err).toContain("nothing was written")
  const after = await verify()
  expect(after).toMatchObject({ ok: true, entries: entries + 1 })

  await must("reverse", String(after.entries), "--ledger", ledger, "--reason", "correction")
  expect((await transfer(from, to, "1000.50")).err).toContain(`by entry ${entries + 3}`)
  expect((await transfer("9090/6140000/U", to, "5")).status).toBe(0)
})

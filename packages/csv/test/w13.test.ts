/** The reader on the files of the W13 plan. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Dialect, type File, type Layout, Published, Reader } from "../src/index.ts"

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex")

const file = (name: string): File => {
  const bytes = readFileSync(new URL(`../../../examples/w13/data/${name}`, import.meta.url))
  return { name, bytes, sha256: sha256(bytes) }
}

const read = (kind: Layout.ImportKind, name: string): Reader.FileContent =>
  Reader.read(kind, file(name), { sha256, plan: kind === "adjustment" ? "2026/1" : "2026/0" })

describe("Reader.read of the W13 plan", () => {
  test.each([
    ["structure", "published/goals-tree.csv", 83, 1, "UTF-8 · , · LF"],
    ["structure", "policy-items.csv", 6, 1, "UTF-8 · , · LF"],
    ["structure", "sectors.csv", 17, 1, "UTF-8 · , · LF"],
    ["structure", "account-map.csv", 369, 1, "UTF-8 · ; · CRLF"],
    ["lines", "budget-lines.csv", 66, 66, "UTF-8 · ; · CRLF"],
    ["overhead", "overhead.csv", 1, 1, "UTF-8 · ; · LF"],
    ["opening", "opening.csv", 1, 1, "UTF-8 · ; · LF"],
    ["passthrough", "passthrough.csv", 2, 1, "UTF-8 · ; · LF"],
  ] as const)("%s: reads %s without a fault", (kind, name, rows, requests, written) => {
    const reading = read(kind, name)
    expect(reading.faults).toEqual([])
    expect(reading.counts).toMatchObject({ rows, accepted: rows, rejected: 0, lines: rows + 1 })
    expect(reading.requests).toHaveLength(requests)
    expect(Dialect.format(reading.dialect)).toContain(written)
  })

  test("totals: differ from the printed totals by the overhead, for receipts and expenditure alike", () => {
    const totals = new Map(
      read("lines", "budget-lines.csv").totals.map(({ direction, year, amount }) => [
        `${direction} ${year}`,
        Money.format(amount),
      ]),
    )
    expect(totals.get("O 2026")).toBe("4878409.5635") // printed 5.067.731
    expect(totals.get("U 2026")).toBe("4833558.4137") // printed 5.022.880
    expect(totals.get("O 2031")).toBe("2943486.044")
    expect(totals.size).toBe(12)
  })
})

describe("Published.read of the W13 plan", () => {
  test.each([
    ["M1", 48, "Dienstverlening/U 2026 3964946.00"],
    ["M2", 150, "Budgettair resultaat/I 2026 59851.00"],
    ["M3", 12, "Exploitatie/U 2026 4562880.00"],
    ["T1", 36, "ALGEMENE FINANCIERING/U 2026 250.00"],
    ["T2", 930, "EXPLOITATIE/I 2026 4562880.00"],
    ["T3", 120, "/A 2026 0.00"],
    ["goals-amounts", 972, "Totaal/SD1/U 2026 5022880.00"],
    ["synthese", 426, "/A10101/net 2026 -15250.00"],
  ])("%s: has %i cells, the first is %s", (name, count, first) => {
    const { cells, faults } = Published.read(file(`published/${name}.csv`))
    expect(faults).toEqual([])
    expect(cells).toHaveLength(count)
    const [cell] = cells
    expect(`${cell?.section}/${cell?.code} ${cell?.year} ${Money.format(cell?.amount ?? Money.zero)}`).toBe(
      first,
    )
  })

  test("synthesis: reverses the sign of expenditure, which is printed negative", () => {
    const { cells } = Published.read(file("published/synthese.csv"))
    const cell = cells.find(({ code, year }) => code === "A10101/U" && year === 2026)
    expect([cell?.text, Money.format(cell?.amount ?? Money.zero), cell?.decimals]).toEqual([
      "-21000.00",
      "21000.00",
      2,
    ])
    expect(cells.filter(({ code }) => code === "total/net" || code === "reserve")).toHaveLength(12)
  })
})

/** Templates: each imports with its examples, and a comment is never a row. */
import { Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Layout, Note, Table, Template } from "../src/index.ts"
import { read } from "./fixture.ts"

const years = [2026, 2027]
const facts = { plan: "2026/1", adjustment: { creditYears: [2026] } }

describe.each(Layout.layoutNames)("template of %s", (table) => {
  const layout: Layout.FileLayout = Layout.layouts[table]

  test.each(["nl", "en"] as const)("reads without a fault, and its comment is left out (%s)", (language) => {
    const { columns, comment, rows } = Template.of(table, { years, language })
    const header = columns.map(({ header }) => header)
    const reading = read(
      layout.kind,
      Table.write({ header, rows: [[comment, ...header.slice(1).map(() => "")], ...rows] }),
      facts,
    )
    expect(reading.faults).toEqual([])
    expect([reading.table, reading.counts.accepted, reading.counts.leftOutLines]).toEqual([
      table,
      rows.length,
      1,
    ])
    expect(reading.requests.length).toBeGreaterThan(0)
    expect(reading.notes.map((note) => Note.message(note))).toEqual(["1 comment (#) was left out, on line 2"])
  })

  test("a row with only a first cell is never complete, so that a comment hides none", () => {
    const { columns } = Template.of(table, { years, language: "nl" })
    const header = columns.map(({ header }) => header)
    const reading = read(layout.kind, `${header.join(";")}\nx${";".repeat(header.length - 1)}\n`, facts)
    expect(reading.faults.length).toBeGreaterThan(0)
  })
})

test("Template.of: codes are texts, amounts are numbers", () => {
  const { columns, rows } = Template.of("lines", { years, language: "nl" })
  const [first = []] = rows
  expect(columns.map(({ header, isAmount }, index) => [header, isAmount, first[index]]).slice(-3)).toEqual([
    ["Omschrijving", false, "Werkingskosten"],
    ["2026", true, Money.from("21000")],
    ["2027", true, Money.from("21420")],
  ])
})

/** The pivot table of a synthesis, read as a published table. */
import { Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Published } from "../src/index.ts"
import { fixture } from "./fixture.ts"

const pivot = [
  "Rijlabels;Som van 2026 DT;Som van 2027 DT",
  "A30105 Lokaal sociaal beleid ;-1.250,00;-1.000,50",
  " O;750,00;",
  "U;-1.500,00;-1.000,00",
  "U ;-500,00;-0,50",
  "A50108 Communicatie;-10.000,00;-8.000,00",
  "U;-10.000,00;-8.000,00",
  "(leeg);5,00;",
  "O;5,00;",
  "Eindtotaal;-11.245,00;-9.000,50",
].join("\n")

const read = (text: string) => Published.read(fixture("synthese.csv", text))

describe("Published.read of a pivot", () => {
  test("returns net, receipts and expenditure of every action; sums repeated labels and trims them", () => {
    const { cells, faults, table } = read(pivot)
    expect(faults).toEqual([])
    expect(table).toBe("synthesis")
    expect(cells.map(({ code, year, amount }) => `${code} ${year} ${Money.format(amount)}`)).toEqual([
      "A30105/net 2026 -1250.00",
      "A30105/net 2027 -1000.50",
      "A30105/O 2026 750.00",
      "A30105/U 2026 2000.00",
      "A30105/U 2027 1000.50",
      "A50108/net 2026 -10000.00",
      "A50108/net 2027 -8000.00",
      "A50108/U 2026 10000.00",
      "A50108/U 2027 8000.00",
      "Zonder actie/net 2026 5.00",
      "Zonder actie/O 2026 5.00",
      "total/net 2026 -11245.00",
      "total/net 2027 -9000.50",
    ])
  })

  test("checks totals: accepts a cent per row, reports more with line and column", () => {
    expect(read(pivot.replace("-11.245,00", "-11.245,02")).faults).toEqual([])
    const [fault, ...others] = read(pivot.replace("-11.245,00", "-11.345,00")).faults
    expect(fault).toMatchObject({
      _tag: "TotalDiffers",
      line: 10,
      column: "Som van 2026 DT",
      printed: "-11345.00",
      computed: "-11245.00",
    })
    expect(others).toEqual([])
  })

  test("reports amounts before the first action", () => {
    const { faults } = read("Rijlabels;Som van 2026\nO;1,50\n")
    expect(faults).toMatchObject([{ _tag: "RowOutOfPlace", line: 2 }])
  })
})

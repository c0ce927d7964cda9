/** Published tables as they are printed: pasted text with labels, read into the cells of a form. */
import { readFileSync } from "node:fs"
import { Address, Money } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { Fault, type File, Published } from "../src/index.ts"

const bytesOf = (path: string): Uint8Array => readFileSync(new URL(path, import.meta.url))

const file = (path: string): File => ({
  name: path.split("/").at(-1) ?? "",
  bytes: bytesOf(path),
  sha256: "",
})

const named = ({ cells }: Published.PrintedCells): ReadonlyArray<string> =>
  cells.map((cell) =>
    [cell.entity, cell.series, Address.format(cell), cell.year, Money.print(cell.amount, "be", 0)]
      .filter((part) => part !== undefined)
      .join(" "),
  )

const faultsOf = ({ faults }: Published.PrintedCells) => faults.map((fault) => Fault.message(fault))

describe("Published.read of the plan as text", () => {
  const plan = file("../../../examples/w13/data/plan-text.txt")

  test.each(["M1", "M2", "M3", "T1", "T2", "T3"] as const)("%s: gives every figure of the table", (form) => {
    const printed = Published.read(plan, {}, form)
    expect(faultsOf(printed)).toEqual([])
    const table = Published.read(file(`../../../examples/w13/data/published/${form}.csv`))
    const key = (name: string) => name.toLowerCase()
    expect(named(printed).map(key).toSorted()).toEqual(named(table).map(key).toSorted())
  })
})

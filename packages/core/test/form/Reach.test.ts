/** What a layout reaches: every place by the leaves that count it, every leaf by its places, and places that come later too. */
import { forms, Layout, Structure } from "@grootboek/core"
import { expect, test } from "vitest"
import { Columns } from "../../src/fold/Columns.ts"
import * as Reach from "../../src/form/Reach.ts"
import * as Money from "../../src/value/Money.ts"
import { declarations, fees, goods, grant, van, wages } from "../SmallPlan.ts"

const layout = Layout.of(forms.synthesis, Structure.declare(Structure.empty, declarations))
const places = [goods, { ...goods, account: "9990000" }, wages, fees, van, grant].map((line) => ({
  phase: "estimate" as const,
  ...line,
}))
const filled = (columns: Columns, from: number, to: number) => {
  for (const place of places.slice(from, to)) columns.append([{ place, year: 2026, amount: Money.from("1") }])
  return columns
}
const leavesOf = ({ starts, leaves }: Reach.Reach) =>
  starts.slice(0, -1).map((start, place) => leaves.slice(start, starts[place + 1]))

test("the leaves of a place are those of the layout, and the places of a leaf are the same told from its side", () => {
  const reach = Reach.of(layout, filled(new Columns(), 0, places.length))
  expect(leavesOf(reach)).toEqual(places.map((place) => layout.leavesOf(place)))
  expect(leavesOf(reach).map((leaves) => leaves.length > 0)).toEqual([true, false, true, true, true, true])
  const pairs = leavesOf(reach).flatMap((leaves, place) => leaves.map((leaf) => `${leaf} ${place}`))
  const other = [...reach.places].flatMap(([leaf, counted]) => counted.map((place) => `${leaf} ${place}`))
  expect(other.sort()).toEqual(pairs.sort())
})

test("places that came later are reached when they are asked for, once", () => {
  const columns = filled(new Columns(), 0, 2)
  const first = Reach.of(layout, columns)
  expect(leavesOf(first)).toHaveLength(2)
  filled(columns, 2, places.length)
  const then = Reach.of(layout, columns)
  expect(then).toBe(first)
  expect(Reach.of(layout, columns).starts).toHaveLength(places.length + 1)
  expect(leavesOf(then)).toEqual(places.map((place) => layout.leavesOf(place)))
})

test("two ledgers and two layouts keep apart what they reach", () => {
  const columns = filled(new Columns(), 0, 1)
  const others = filled(new Columns(), 2, 5)
  expect(leavesOf(Reach.of(layout, columns))).toHaveLength(1)
  expect(leavesOf(Reach.of(layout, others))).toHaveLength(3)
  const t2 = Layout.of(forms.T2, layout.structure)
  expect(leavesOf(Reach.of(t2, others))).toEqual(places.slice(2, 5).map((place) => t2.leavesOf(place)))
  expect(Reach.of(layout, columns)).toBe(Reach.of(layout, columns))
})

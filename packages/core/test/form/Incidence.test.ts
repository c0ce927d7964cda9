/** The incidence of a form and a ledger: both directions, later places, and the largest weight of a place. */
import { forms, Layout, Structure } from "@grootboek/core"
import { expect, test } from "vitest"
import { Columns } from "../../src/fold/Columns.ts"
import * as Incidence from "../../src/form/Incidence.ts"
import * as LinearForm from "../../src/form/LinearForm.ts"
import * as Money from "../../src/value/Money.ts"
import { declarations, fees, goods, grant, van, wages } from "../SmallPlan.ts"

const layout = Layout.of(forms.synthesis, Structure.declare(Structure.empty, declarations))
const form = LinearForm.of(layout, 1)
const places = [goods, { ...goods, account: "9990000" }, wages, fees, van, grant].map((line) => ({
  phase: "estimate" as const,
  ...line,
}))
const filled = (columns: Columns, from: number, to: number) => {
  for (const place of places.slice(from, to)) columns.append([{ place, year: 2026, amount: Money.from("1") }])
  return columns
}
const leavesOf = ({ starts, leaves }: Incidence.Incidence) =>
  starts.slice(0, -1).map((start, place) => leaves.slice(start, starts[place + 1]))

test("incidence: lists the leaf rows of each place and the places of each leaf row", () => {
  const incidence = Incidence.of(form, filled(new Columns(), 0, places.length))
  expect(leavesOf(incidence)).toEqual(places.map((place) => layout.leavesOf(place)))
  expect(leavesOf(incidence).map((leaves) => leaves.length > 0)).toEqual([
    true,
    false,
    true,
    true,
    true,
    true,
  ])
  const pairs = leavesOf(incidence).flatMap((leaves, place) => leaves.map((leaf) => `${leaf} ${place}`))
  const other = [...incidence.places].flatMap(([leaf, counted]) => counted.map((place) => `${leaf} ${place}`))
  expect(other.sort()).toEqual(pairs.sort())
})

test("incidence: adds later places once, on the next use", () => {
  const columns = filled(new Columns(), 0, 2)
  const first = Incidence.of(form, columns)
  expect(leavesOf(first)).toHaveLength(2)
  filled(columns, 2, places.length)
  const then = Incidence.of(form, columns)
  expect(then).toBe(first)
  expect(Incidence.of(form, columns).starts).toHaveLength(places.length + 1)
  expect(leavesOf(then)).toEqual(places.map((place) => layout.leavesOf(place)))
})

test("incidence: is separate per form and ledger", () => {
  const columns = filled(new Columns(), 0, 1)
  const others = filled(new Columns(), 2, 5)
  expect(leavesOf(Incidence.of(form, columns))).toHaveLength(1)
  expect(leavesOf(Incidence.of(form, others))).toHaveLength(3)
  const t2 = Layout.of(forms.T2, layout.structure)
  expect(leavesOf(Incidence.of(LinearForm.of(t2, 1), others))).toEqual(
    places.slice(2, 5).map((place) => t2.leavesOf(place)),
  )
  expect(Incidence.of(form, columns)).toBe(Incidence.of(form, columns))
})

test("incidence: weighs a place by all leaf rows that count it", () => {
  const repayment = { direction: "U", account: "4210000", policyItem: "0110" } as const
  const M2 = LinearForm.of(Layout.of(forms.M2, layout.structure), 3)
  const columns = new Columns()
  expect(Incidence.of(M2, columns).weight).toBe(0)
  columns.append([{ place: { phase: "estimate", ...goods }, year: 2026, amount: Money.from("1") }])
  expect(Incidence.of(M2, columns).weight).toBe(1)
  // A repayment counts in IV.b, and in II.a of the margin: twice in the corrected margin.
  columns.append([{ place: { phase: "estimate", ...repayment }, year: 2026, amount: Money.from("1") }])
  expect(Incidence.of(M2, columns).weight).toBe(2)
})

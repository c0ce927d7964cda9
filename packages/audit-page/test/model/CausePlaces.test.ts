import { Address, Diff, type FormId, Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as CausePlaces from "../../src/model/CausePlaces.ts"
import * as W13 from "../W13.ts"

const ledger = W13.ledger()
const moment = (text: string) => Result.getOrThrow(Ledger.moment(ledger, text))

/** Returns the places of every cause of a row of a form in a year, between two moments. */
const placesOf = (row: string, year: number, [from, to]: readonly [string, string], form: FormId = "M2") => {
  const span = { from: moment(from), to: moment(to) }
  const { cells } = Result.getOrThrow(Diff.between(ledger, { ...span, forms: [form] }))
  const cell = cells.find((one) => Address.format(one) === row && one.year === year)
  if (cell === undefined) throw new RangeError(`${row} did not change`)
  const of = CausePlaces.of(ledger, form, { cell, at: span.to })
  return cell.causes.map((cause) => ({
    kind: cause.kind,
    places: of(cause).map(({ place, names }) => [place.action, place.account, names]),
  }))
}

test("cause: has the places that it moved, with the names of action, policy item and account", () => {
  const found = placesOf("Budgettair resultaat/I.b", 2027, ["decision:2026/0", "decision:2026/1"])
  expect(found).toEqual([
    {
      kind: "index",
      places: [
        [
          "A10102",
          "6203000",
          {
            action: "Kracht.Wonen",
            policyItem: "Dienstverlening W13",
            account: "Niet vast benoemd niet-onderwijzend personeel",
          },
        ],
      ],
    },
    {
      kind: "timing",
      places: [
        [
          "A10101",
          "6140000",
          { action: "RCK", policyItem: "Dienstverlening W13", account: "Goederen en diensten" },
        ],
      ],
    },
  ])
})

test("cause: has the places of a rule with the names of their sectors", () => {
  const found = placesOf("Budgettair resultaat/I.a", 2026, ["position:2", "decision:2026/0"])
  const sectors = found.flatMap(({ places }) => places.map(([, , names]) => JSON.stringify(names)))
  expect(sectors.some((text) => text.includes('"sector":"Vlaamse overheid"'))).toBe(true)
})

test("cause: has its places in a form whose rows have no section", () => {
  const moments = ["decision:2026/0", "decision:2026/1"] as const
  const [first] = placesOf("A10102/net", 2027, moments, "synthesis")
  expect(first?.places.map(([action, account]) => [action, account])).toEqual([["A10102", "6203000"]])
})

/** The state of the page and its link: each gives the other. */
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Route from "../../src/part/Route.ts"

const text = fc.string({ minLength: 1, unit: "grapheme" })

const drawn: fc.Arbitrary<Route.Route> = fc.record(
  {
    view: fc.constantFrom(...Route.views),
    form: fc.oneof(fc.constantFrom("M2", "T2", "all"), text),
    at: fc.oneof(fc.constantFrom("plan:2026/1", "decision:2026/1", "position:12"), text),
    row: fc.oneof(fc.constantFrom("EXPLOITATIE/II.A.3.a", "Totaal/A10102/U"), text),
    year: text,
    entry: text,
    from: text,
    to: text,
    step: text,
    blame: fc.constant("1"),
    empty: fc.constant("1"),
    sort: text,
    reason: text,
    find: text,
    as: text,
    cause: text,
    indicator: text,
    verdict: text,
    on: text,
    closed: fc.array(fc.oneof(fc.constantFrom("EXPLOITATIE/I", "Budgettair resultaat/I"), text), {
      minLength: 1,
    }),
    only: fc.array(fc.oneof(fc.constantFrom("action:A10102", "decision:2026/1"), text), { minLength: 1 }),
    language: fc.constantFrom("nl" as const, "en" as const),
    theme: fc.constantFrom(...Route.themes),
  },
  { requiredKeys: ["view"] },
)

describe("route", () => {
  test("format: parses to the same route for any state", () => {
    fc.assert(
      fc.property(drawn, (route) => {
        expect(Route.parse(Route.format(route))).toEqual(route)
      }),
    )
  })

  test("changed: equals the route with the change, and without what the change empties", () => {
    fc.assert(
      fc.property(drawn, drawn, (before, change) => {
        expect(Route.changed(before, change)).toEqual({ ...before, ...change })
        const { row: _, only: __, closed: ___, ...rest } = before
        expect(Route.changed(before, { row: "", only: [], closed: [] })).toEqual(rest)
      }),
    )
  })

  test("isStep: is a step to another cell, moment of a plan or filter, and not a move of the slider", () => {
    const here: Route.Route = { view: "statements", at: "position:12" }
    const isStep = (change: Route.RouteChange) => Route.isStep(here, Route.changed(here, change))
    expect([{ row: "IX" }, { at: "plan:2026/1" }, { only: ["action:A10102"] }].map(isStep)).toEqual([
      true,
      true,
      true,
    ])
    expect([{ at: "position:13" }, { sort: "size" }, { find: "loon" }, {}].map(isStep)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  test("unknownView: names a view that the page does not have", () => {
    expect(Route.unknownView("#view=stateme")).toBe("stateme")
    expect(Route.unknownView("#view=statements")).toBeUndefined()
    expect(Route.unknownView("")).toBeUndefined()
  })
})

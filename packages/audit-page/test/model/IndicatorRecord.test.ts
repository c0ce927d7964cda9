/** What the journal states about indicators, on the W13 plan with invented indicators. */
import { Ledger } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import * as Filter from "../../src/model/Filter.ts"
import * as IndicatorRecord from "../../src/model/IndicatorRecord.ts"
import * as SearchIndex from "../../src/model/SearchIndex.ts"
import * as W13 from "../W13.ts"

const ledger = W13.ledger(W13.measured())
const last = Ledger.position(ledger)
const all = [...(Ledger.planAt(ledger)?.structure.register.indicators.values() ?? [])]

const kept = (...terms: ReadonlyArray<string>): ReadonlyArray<string> =>
  all
    .filter(
      IndicatorRecord.test(
        ledger,
        terms.map(Filter.parse).filter((term) => term !== undefined),
      ),
    )
    .map(({ code }) => code)

describe("indicator record", () => {
  test("of: keeps a replaced target with its entry, and nothing after the position", () => {
    const { targets, measurements } = IndicatorRecord.of(ledger, "A10302/1", last)
    expect(targets.map(({ value }) => value.value)).toEqual(["30", "25"])
    expect(measurements.map(({ value }) => value.value)).toEqual(["12", "15"])
    const [first] = targets
    expect(IndicatorRecord.of(ledger, "A10302/1", first?.entry ?? 0)).toEqual({
      targets: [first],
      measurements: [],
    })
    expect(IndicatorRecord.of(ledger, "A10302/1", (first?.entry ?? 0) - 1).targets).toEqual([])
  })

  test("changes: names the decision that changed a target or a text, in the version that did", () => {
    const found = IndicatorRecord.changes(ledger, last)
    expect(found.map(({ label }) => label)).toEqual(["2026/3"])
    expect(
      found[0]?.changes.map(({ list, code, field, old, new: now }) => [list, code, field, old, now]),
    ).toEqual([
      ["targets", "A10302/1", "value", "30", "25"],
      ["goalTexts", "A10302", "commentary", undefined, "Twee begeleiders vertrokken."],
    ])
    expect(found[0]?.changes.every(({ entry }) => entry === found[0]?.position)).toBe(true)
    expect(IndicatorRecord.changes(ledger, (found[0]?.position ?? 0) - 1)).toEqual([])
  })

  test("test: keeps what an action, a decision or a file is about, and ignores terms about postings", () => {
    expect(kept()).toEqual(["A10302/1", "A10302/2", "A10102/1"])
    expect(kept("action:A10302")).toEqual(["A10302/1", "A10302/2"])
    expect(kept("action:AP103", "action:A10102")).toHaveLength(3)
    expect(kept("decision:2026/3")).toEqual(["A10302/1"])
    expect(kept("decision:2026/1")).toEqual([])
    expect(kept("file:indicatoren.csv", "action:A10102")).toEqual(["A10102/1"])
    expect(kept("account:62")).toHaveLength(3)
  })

  test("search: finds an indicator by its code and by its name", () => {
    const index = SearchIndex.of(ledger)
    for (const query of ["A10302/2", "wachttijd"])
      expect(
        SearchIndex.find(index, query)
          .filter(({ group }) => group === "indicator")
          .map(({ target }) => target),
      ).toContainEqual({ to: "indicator", code: "A10302/2" })
  })
})

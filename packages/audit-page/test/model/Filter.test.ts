/** Filters and the search on the W13 plan with two adjustments. */
import { Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Filter from "../../src/model/Filter.ts"
import * as SearchIndex from "../../src/model/SearchIndex.ts"
import * as W13 from "../W13.ts"

const ledger = W13.ledger()

const terms = (...texts: ReadonlyArray<string>): ReadonlyArray<Filter.FilterTerm> =>
  texts.map(Filter.parse).filter((term) => term !== undefined)

const t2 = (of: Ledger.Ledger): ReadonlyArray<bigint> =>
  Result.getOrThrow(Ledger.statement(of, "T2")).rows.flatMap((row) => row.cells.map(({ exact }) => exact))

const sumOf = (filters: ReadonlyArray<string>): ReadonlyArray<bigint> =>
  filters
    .map((text) => t2(Filter.apply(ledger, terms(text)).ledger))
    .reduce((sum, part) => sum.map((amount, index) => amount + (part[index] ?? 0n)))

describe("filter", () => {
  test.each([
    ["receipts and expenditure", ["direction:O", "direction:U"]],
    ["all classes of accounts", Array.from({ length: 10 }, (_, digit) => `account:${digit}`)],
    [
      "all policy items",
      [...new Set(ledger.columns.places.map((place) => `policyItem:${place.policyItem}`))],
    ],
  ])("apply: %s sum to the whole form", (_, filters) => {
    expect(sumOf(filters)).toEqual(t2(ledger))
  })

  test("apply: keeps the decision and what follows from it by rule, and narrows by every kind of term", () => {
    const entries = (...texts: ReadonlyArray<string>) => [...Filter.entries(ledger, terms(...texts))]
    expect(entries("decision:2026/2")).toContain(75)
    expect(entries("decision:2026/1")).not.toContain(75)
    expect(entries("decision:2026/1", "action:A10102")).toEqual([72])
    expect(entries("cause:subsidy")).toEqual([72])
    expect(entries("reason:Loonindex van juli 2026")).toEqual([72])
    expect(entries("file:aanpassing-2026-2.csv")).toEqual(
      entries("decision:2026/2", "file:aanpassing-2026-2.csv"),
    )
    expect(entries("account:999")).toEqual([])
  })

  test("parse: reads what format writes, and refuses a kind that does not exist", () => {
    expect(terms("reason:a:b")).toEqual([{ kind: "reason", value: "a:b" }])
    expect(terms("reason:a:b").map(Filter.format)).toEqual(["reason:a:b"])
    expect(terms("colour:red", "action:", "action")).toEqual([])
  })
})

describe("search", () => {
  const index = SearchIndex.of(ledger)
  test.each([
    ["A10102", { to: "filter", kind: "action", value: "A10102" }],
    ["7401000", { to: "filter", kind: "account", value: "7401000" }],
    ["2026/1", { to: "filter", kind: "decision", value: "2026/1" }],
    ["2026/AV/31", { to: "filter", kind: "decision", value: "2026/2" }],
    ["LOONINDEX juli", { to: "filter", kind: "reason", value: "Loonindex van juli 2026" }],
    ["budget-lines", { to: "filter", kind: "file", value: "budget-lines.csv" }],
    ["budget-lines.csv:62", { to: "entry", entry: 63 }],
    ["#72", { to: "entry", entry: 72 }],
    ["T2 II.A.3.a 2028", { to: "cell", form: "T2", row: "EXPLOITATIE/II.A.3.a", year: 2028 }],
    ["algemene werkingssubsidies", { to: "cell", form: "T2", row: "EXPLOITATIE/II.A.3.a", year: 2026 }],
  ] as const)("find: %s is found first", (query, target) => {
    expect(SearchIndex.find(index, query)[0]?.target).toEqual(target)
  })

  test("find: nothing for a blank or an unknown text", () => {
    expect(SearchIndex.find(index, "  ")).toEqual([])
    expect(SearchIndex.find(index, "xyzzy")).toEqual([])
  })
})

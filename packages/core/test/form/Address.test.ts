/** What is near a row that nobody knows: help for the reader, short enough to read. */
import { Address, Layout, Ledger, Structure } from "@grootboek/core"
import { ledger } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { adopted, declared } from "../SmallPlan.ts"

const plan = Ledger.planAt(ledger(adopted, declared))
const t2 = Ledger.layout(ledger(adopted, declared), "T2", plan ?? never())
const near = (text: string) =>
  Result.match(Address.find(t2, text), {
    onFailure: (refusal) => (refusal._tag === "UnknownRow" ? refusal.near : [refusal._tag]),
    onSuccess: (row) => [`found ${Address.format(row)}`],
  })

function never(): never {
  throw new Error("no plan")
}

test("what stands behind the last slash is what a reader was looking for", () => {
  expect(near("T2/EXPLOITATIE/I.B.1.c")).toEqual(["INVESTERINGEN/I.B.1.c", "INVESTERINGEN/II.B.1.c"])
})

test("of many rows that are near, the first five are named", () => {
  expect(near("EXPLOITATIE/I.A.")).toEqual([
    "EXPLOITATIE/I.A.1",
    "EXPLOITATIE/I.A.2",
    "EXPLOITATIE/I.A.2.a",
    "EXPLOITATIE/I.A.2.b",
    "EXPLOITATIE/I.A.2.c",
  ])
})

test("a code that has a slash itself is found as it is, before any section is thought of", () => {
  const layout = Layout.of(
    {
      kind: "fixed",
      id: "X",
      title: "X",
      edition: "bbc-3.0",
      decimals: 0,
      years: "plan",
      rows: { "X/A/U": { label: "of X", count: {} }, "A/U": { label: "of A", count: {} } },
    },
    Structure.empty,
  )
  const found = Result.map(Address.find(layout, "a/u"), ({ label }) => label)
  expect(found).toEqual(Result.succeed("of X"))
})

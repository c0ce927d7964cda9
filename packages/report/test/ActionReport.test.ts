/** The page of an action for its budget holder: texts, budget lines, indicators, and what decisions changed. */
import { Adjustment, Adoption, Balances, Ledger, Money, Replay } from "@grootboek/core"
import { ActionChange, FollowUp } from "@grootboek/core/answer"
import { seal, sha256 } from "@grootboek/testing/Ledgers"
import { plan } from "@grootboek/testing/W13"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { ActionReport, Json, Table } from "../src/index.ts"

const staff = { direction: "U", account: "6202000", policyItem: "9090", action: "A10302" } as const
const subsidy = {
  direction: "O",
  account: "7401000",
  policyItem: "9090",
  action: "A10302",
  sector: "VL",
} as const

const declared = Adoption.declare({
  indicators: [
    {
      code: "A10302/1",
      goal: "A10302",
      name: "Dossiers",
      kind: "count",
      per: "VTE",
      every: "year",
      total: "sum",
    },
    { code: "A10302/2", goal: "A10302", name: "Visie", kind: "deed", total: "last" },
  ],
  targets: [
    { indicator: "A10302/1", year: 2026, aim: "atLeast", value: "30" },
    { indicator: "A10302/2", year: 2028, aim: "atLeast", value: "1", by: "2028-12-31" },
  ],
  measurements: [{ indicator: "A10302/1", on: "2026-12-31", value: "31" }],
  goalTexts: [
    {
      goal: "A10302",
      description: "W13 is netwerkcoördinator voor 'T PACT.",
      term: { from: 2026, until: "2029-12-31", text: "2026-2029 (eind december 2029)." },
      staffInKind: "1.5",
    },
  ],
})
const adjusted = Adjustment.adopt({
  plan: "2026/1",
  creditYears: [2026],
  resolution: { body: "Raad van bestuur", date: "2026-06-26", reference: "RvB 6" },
  motivation: "Een begeleider minder.",
  changes: [
    { line: staff, amounts: { "2027": "-20000.00" } },
    { line: subsidy, amounts: { "2027": "-23000.00" } },
  ],
  structure: { targets: [{ indicator: "A10302/1", year: 2026, aim: "atLeast", value: "25" }] },
})
const ledger = Result.getOrThrow(
  Replay.all(
    seal({
      requests: [...plan(), { id: "declared", decide: declared }, { id: "adjusted", decide: adjusted }],
      time: "2026-07-01T09:00:00.000Z",
    }),
    sha256,
  ),
)

const report = (action: string) =>
  Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80, on: "2027-01-15", action }))

describe("ActionChange.all", () => {
  test("the estimates of the first plan and the changes of the decisions sum to the estimates now, for every action", () => {
    const changes = ActionChange.all(ledger, Ledger.position(ledger))
    const sums = (at: number): ReadonlyMap<string, Money.Money> => {
      const found = new Map<string, Money.Money>()
      for (const { place, amount } of Balances.list(Balances.of(ledger.columns, at))) {
        if (place.phase !== "estimate" || place.action === undefined) continue
        const key = `${place.action} ${place.direction}`
        found.set(key, Money.add(found.get(key) ?? Money.zero, amount))
      }
      return found
    }
    const before = sums(Result.getOrThrow(Ledger.moment(ledger, "decision:2026/0")))
    const now = sums(Ledger.position(ledger))
    for (const [key, amount] of now) {
      const [action = "", direction] = key.split(" ")
      const own = (changes.get(action) ?? []).flatMap((one) =>
        direction === "O" ? one.receipts : one.expenditure,
      )
      expect(Money.add(before.get(key) ?? Money.zero, Money.sum(own)), key).toBe(amount)
    }
    // The overhead rule follows the wages: the overhead action changes too.
    expect([...changes.keys()].toSorted()).toEqual(["A10302", "A50111"])
  })

  test("has no change of a later decision", () => {
    const [first] = Ledger.planAt(ledger, Ledger.position(ledger))?.versions.slice(1) ?? []
    expect(ActionChange.all(ledger, (first?.position ?? 0) - 1).size).toBe(0)
  })
})

describe("ActionReport.of", () => {
  test.each([
    ["nl", "Uitvoeringstermijn", "geraamde uitgaven", "streefwaarde A10302/1 2026, waarde: 30 → 25"],
    ["en", "Term", "estimated expenditure", "target A10302/1 2026, value: 30 → 25"],
  ] as const)("has texts, verdicts and decisions in %s", (language, term, expenditure, target) => {
    const page = ActionReport.of(report("A10302"), "A10302", language)
    const rows = page.tables.flatMap(({ rows }) => rows.map((row) => row.map(Table.shown)))
    expect(rows).toContainEqual([term, "2026-2029 (eind december 2029)."])
    expect(rows).toContainEqual([language === "nl" ? "VTE in natura" : "Staff in kind (FTE)", "1,5"])
    expect(rows.find(([, name]) => name === expenditure)?.[3]).toBe("-23.000,00")
    expect(rows.some(([, text]) => text === target)).toBe(true)
    expect(rows.some(([by, why]) => /RvB 6/.test(by ?? "") && why === "Een begeleider minder.")).toBe(true)
    expect(rows.find(([name]) => name === "Dossiers")?.slice(3, 5)).toEqual(["31 per VTE", "124"])
    expect(rows.some(([name]) => name === "Visie")).toBe(true)
  })

  test("states that no decision changed the action", () => {
    const page = ActionReport.of(report("A10101"), "A10101", "nl")
    expect(page.sentences).toContain("Geen enkel besluit wijzigde deze actie na het eerste meerjarenplan.")
  })

  test("equals the report that is taken from a report on all actions", () => {
    const whole = Result.getOrThrow(FollowUp.of(ledger, { year: 2026, warnAt: 80, on: "2027-01-15" }))
    for (const action of ["A10302", "A50111", "A10101"])
      expect(Json.followUp(FollowUp.each(ledger, whole)(action), "nl", action)).toEqual(
        Json.followUp(report(action), "nl", action),
      )
  })
})

/** The W13 plan as a ledger, with a small adjustment 2026/1 on request. */
import { Adjustment, type Decision, Journal, Ledger, Money, Replay } from "@grootboek/core"
import type { Reconcile } from "@grootboek/core/answer"
import { seal, sha256 } from "@grootboek/testing/Ledgers"
import { plan, table, years } from "@grootboek/testing/W13"
import * as Result from "effect/Result"

export { sha256 } from "@grootboek/testing/Ledgers"

/** A ledger with its entries. */
export interface Recorded {
  readonly ledger: Ledger.Ledger
  readonly entries: ReadonlyArray<Journal.Entry>
}

/** Returns the plan 2026/0, with overhead, pass-through and the opening result. */
export const w13 = (entity?: string): Recorded => record(plan(entity))

/** Returns the plan and a first adjustment: a lost subsidy, a purchase one year later, and an unexplained amount. */
export const adjusted = (): Recorded => record([...plan(), adjustment])

/** Returns a published table of the example, figure by figure. */
export const published = (form: "M2" | "T2"): ReadonlyArray<Reconcile.PublishedCell> =>
  table(`published/${form}.csv`, ",").flatMap((row, index) =>
    years.map((year) => ({
      section: row.section ?? "",
      code: row.code ?? "",
      year: Number(year),
      amount: Money.from(row[year] ?? ""),
      line: index + 2,
      column: year,
    })),
  )

const record = (requests: ReadonlyArray<Decision.Request>): Recorded => {
  const sealed = seal({ requests, time: "2026-01-05T09:00:00.000Z" })
  return {
    ledger: Result.getOrThrow(Replay.all(sealed, sha256)),
    entries: sealed.map((entry) => Result.getOrThrow(Journal.parse(entry))),
  }
}

const adjustment: Decision.Request = {
  id: "adjust",
  source: { name: "adjustment.csv", sha256: "a".repeat(64), line: 2 },
  decide: Adjustment.adopt({
    plan: "2026/1",
    creditYears: [2026],
    resolution: { body: "Raad van bestuur", date: "2026-06-30", reference: "RvB 2026-06/12" },
    motivation: "Eerste aanpassing: een subsidie valt weg, een aankoop schuift op.",
    changes: [
      {
        line: { direction: "O", account: "7405000", policyItem: "9090", action: "A10102", sector: "VL" },
        amounts: { "2026": "-12500.50" },
        reason: { class: "subsidy", text: "Projectsubsidie Kracht.Wonen niet verlengd" },
        row: 2,
      },
      {
        line: { direction: "U", account: "6203000", policyItem: "9090", action: "A10102" },
        amounts: { "2026": "-4000.00", "2027": "4000.00" },
        reason: { class: "timing", text: "Aanwerving een jaar later" },
        row: 3,
      },
      {
        line: { direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
        amounts: { "2026": "0.13" },
        row: 4,
      },
    ],
  }),
}

/** The first two versions of the plan, to compare. */
export const versions = (ledger: Ledger.Ledger) => ({
  from: Result.getOrThrow(Ledger.moment(ledger, "plan:2026/0")),
  to: Result.getOrThrow(Ledger.moment(ledger, "plan:2026/1")),
})

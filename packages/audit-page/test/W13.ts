/** The journal of the W13 plan, with two invented adjustments. */
import {
  Adjustment,
  Adoption,
  type BudgetEvent,
  Credit,
  type Decision,
  Estimate,
  type Indicator,
  type Journal,
  type Ledger,
  Money,
  Replay,
  type Structure,
} from "@grootboek/core"
import { type DatedRequests, seal, sha256 } from "@grootboek/testing/Ledgers"
import { amount, given, lineOf, plan, table } from "@grootboek/testing/W13"
import * as Result from "effect/Result"

export { sha256 } from "@grootboek/testing/Ledgers"

const request = (id: string, decide: Decision.Decision, source?: Journal.Source): Decision.Request => ({
  id,
  decide,
  ...(source === undefined ? {} : { source }),
})

/** Returns a change of the line in a row of the file. */
const change = (
  row: number,
  amounts: Readonly<Record<string, string>>,
  reason: BudgetEvent.Reason | undefined,
  at: number,
): BudgetEvent.Change => {
  const found = table("budget-lines.csv", ";")[row - 2]
  if (found === undefined) throw new RangeError(`no line ${row}`)
  return {
    line: lineOf(found),
    amounts,
    ...(reason === undefined ? {} : { reason }),
    ...given("description", found.Omschrijving),
    row: at,
  }
}

/** The invented adjustments: the first has reasons of many classes and one change without; the second is declared neutral. */
const adjusted = (): ReadonlyArray<Decision.Request> => {
  const source = (name: string, line: number): Journal.Source => ({
    name,
    sha256: sha256(new TextEncoder().encode(name)),
    line,
  })
  return [
    request(
      "adjust-1",
      Adjustment.adopt({
        plan: "2026/1",
        resolution: { body: "Algemene vergadering", date: "2026-06-18", reference: "2026/AV/12" },
        motivation:
          "Halfjaarlijkse aanpassing: de loonindex viel vroeger, een projectsubsidie werd toegekend en een aankoop schuift op. (Verzonnen voorbeeld.)",
        assumptions: ["Loonindexering met 2 % vanaf juli 2026", "Subsidie toegekend tot en met 2028"],
        creditYears: [2026],
        changes: firstChanges(),
      }),
      source("aanpassing-2026-1.csv", 2),
    ),
    request(
      "result-2025",
      Estimate.carryResult({
        account: "0930000",
        year: 2026,
        unprocessed: { operating: "18250.40", investment: "-2100.00" },
      }),
    ),
    request(
      "adjust-2",
      Adjustment.adopt({
        plan: "2026/2",
        resolution: { body: "Algemene vergadering", date: "2026-12-10", reference: "2026/AV/31" },
        motivation: "Verschuivingen binnen het jaar, zonder invloed op het resultaat. (Verzonnen voorbeeld.)",
        creditYears: [2026, 2027],
        neutrality: "year",
        changes: secondChanges(),
      }),
      source("aanpassing-2026-2.csv", 2),
    ),
  ]
}

const firstChanges = (): ReadonlyArray<BudgetEvent.Change> => [
  change(5, { "2026": "400.60", "2027": "238.82" }, { class: "index", text: "Loonindex van juli 2026" }, 2),
  change(
    2,
    { "2026": "-1500.00", "2027": "1500.00" },
    { class: "timing", text: "Levering schuift naar 2027" },
    3,
  ),
  change(
    3,
    { "2027": "12500.00", "2028": "12500.00" },
    { class: "subsidy", text: "Projectsubsidie toegekend" },
    4,
  ),
  change(4, { "2026": "-95.324" }, { class: "correction", text: "Bedrag stond te fijn in het plan" }, 5),
  change(4, { "2028": "750.00" }, undefined, 6),
]

const secondChanges = (): ReadonlyArray<BudgetEvent.Change> => [
  change(
    2,
    { "2026": "2400.00", "2027": "1200.00" },
    { class: "transfer", text: "Naar werking van dezelfde actie" },
    2,
  ),
  change(4, { "2026": "-2400.00" }, { class: "transfer", text: "Van werking van A10102" }, 3),
  change(3, { "2027": "1200.00" }, { class: "transfer", text: "Gedekt door andere ontvangsten" }, 4),
]

/** Returns the journal of the plan and its adjustments, each version at its own time. */
export const sealed = (name = "W13"): ReadonlyArray<Journal.Sealed> => seal(...batches(name))

/** The first year as it was carried out, invented: of each estimate what remains when a fortieth is left, and its closing. */
const closed = (): DatedRequests => ({
  requests: [
    ...table("budget-lines.csv", ";").flatMap((row, index) =>
      row["2026"]
        ? [
            request(
              `booking:${index + 2}`,
              Credit.record({
                ...{ line: lineOf(row), year: 2026, date: "2026-12-31", voucher: `2026/${index + 2}` },
                amount: Money.format(
                  Money.round(Money.ofMicros((Money.from(amount(row["2026"])) * 39n) / 40n), 2),
                ),
              }),
              { name: "boekhouding-2026.csv", sha256: "b0".repeat(32), line: index + 2 },
            ),
          ]
        : [],
    ),
    request("close-2026", Credit.close({ year: 2026 })),
  ],
  time: "2027-04-22T10:00:00.000Z",
  actor: "import",
})

/** Returns the journal of the plan and its adjustments, with the accounts of its first year. */
export const realised = (): ReadonlyArray<Journal.Sealed> => seal(...batches("W13"), closed())

/** Returns the same journal with invented indicators, an adjustment of a target and a text, measurements, and accounts. */
export const measured = (): ReadonlyArray<Journal.Sealed> => {
  const [plan, ...later] = batches("W13")
  const source = { name: "indicatoren.csv", sha256: "1d".repeat(32) }
  const declare = (id: string, declarations: Structure.Declarations) => ({
    ...request(id, Adoption.declare(declarations), source),
  })
  const indicator = (
    code: string,
    name: string,
    facts: Partial<Indicator.Indicator> = {},
  ): Indicator.Indicator => ({
    ...{ code, name, goal: "A10302", kind: "count", every: "year", total: "sum", ...facts },
  })
  if (plan === undefined) return []
  return seal(
    {
      ...plan,
      requests: [
        ...plan.requests,
        declare("indicators", {
          indicators: [
            indicator("A10302/1", "Aantal begeleidingen", { unit: "dossiers", per: "VTE" }),
            indicator("A10302/2", "Wachttijd", { kind: "percent", total: "last", every: "halfYear" }),
            indicator("A10102/1", "Visie is uitgeschreven", { kind: "deed", goal: "A10102", total: "last" }),
          ],
          targets: [
            { indicator: "A10302/1", year: 2026, aim: "atLeast", value: "30" },
            { indicator: "A10302/2", year: 2026, aim: "atMost", value: "12.5" },
            { indicator: "A10102/1", year: 2026, aim: "atLeast", value: "1", by: "2028-12-31" },
          ],
        }),
      ],
    },
    ...later,
    {
      requests: [
        request(
          "adjust-3",
          Adjustment.adopt({
            plan: "2026/3",
            resolution: { body: "Algemene vergadering", date: "2026-12-15", reference: "2026/AV/40" },
            motivation: "Evaluatie van de begeleidingen. (Verzonnen voorbeeld.)",
            creditYears: [2026],
            changes: [],
            structure: {
              targets: [{ indicator: "A10302/1", year: 2026, aim: "atLeast", value: "25" }],
              goalTexts: [{ goal: "A10302", commentary: "Twee begeleiders vertrokken." }],
            },
          }),
        ),
      ],
      time: "2026-12-15T20:40:00.000Z",
      actor: "import",
    },
    {
      requests: [
        declare("measurements", {
          measurements: [
            { indicator: "A10302/1", on: "2026-06-30", value: "12", part: "Kortrijk" },
            { indicator: "A10302/1", on: "2026-12-31", value: "15", part: "Kortrijk" },
            { indicator: "A10302/2", on: "2026-06-30", value: "14.25" },
          ],
        }),
      ],
      time: "2027-01-10T09:00:00.000Z",
      actor: "import",
    },
    closed(),
  )
}

const batches = (name: string): ReadonlyArray<DatedRequests> => {
  const [first, result, second] = adjusted()
  const present = (...requests: ReadonlyArray<Decision.Request | undefined>) =>
    requests.filter((one) => one !== undefined)
  return [
    { requests: plan(name), time: "2025-12-18T19:30:00.000Z", actor: "import" },
    { requests: present(first, result), time: "2026-06-18T20:05:00.000Z", actor: "import" },
    { requests: present(second), time: "2026-12-10T20:40:00.000Z", actor: "import" },
  ]
}

/** Returns the ledger of a journal. */
export const ledger = (journal: ReadonlyArray<Journal.Sealed> = sealed()): Ledger.Ledger => {
  const replay = Replay.begin(sha256)
  for (const one of journal) Result.getOrThrow(Result.mapError(replay.take(one), JSON.stringify))
  return replay.ledger
}

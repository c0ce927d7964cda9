/** Contributions: the split over members, updates after changes, and refusals. */
import {
  Balances,
  type BudgetEvent,
  Contribution,
  Credit,
  Estimate,
  Ledger,
  Money,
  Reversal,
} from "@grootboek/core"
import { estimates, record, refusals } from "@grootboek/testing/Given"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { association, contribution, planOf } from "../Association.ts"

const key = (weights: Readonly<Record<string, string>>, name = "sleutel"): BudgetEvent.DistributionKey => ({
  name,
  by: "shares",
  weights: Object.entries(weights).map(([member, weight]) => ({ member, weight })),
})

const owed = (ledger: Ledger.Ledger): ReadonlyArray<string> =>
  Contribution.receivables(planOf(ledger), Balances.of(ledger.columns))
    .filter(({ year }) => year === 2026)
    .map(({ member, amount }) => `${member} ${Money.format(amount)}`)

describe("Contribution.apportion", () => {
  test("splits to the cent and gives the left-over cent to the largest remainder", () => {
    const ledger = association()
    record(ledger, Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1", M3: "1" })))
    expect(owed(ledger)).toEqual(["M1 33.37", "M2 33.37", "M3 33.36"])
    expect(estimates(ledger, contribution)).toEqual(["100.10", "0.00", "0.00"])
  })

  test("charges nothing to a member without a weight", () => {
    const ledger = association()
    record(ledger, Contribution.apportion("basis", contribution, key({ M1: "3", M3: "1" })))
    expect(owed(ledger)).toEqual(["M1 75.08", "M3 25.02"])
  })

  test("updates the parts when the line changes", () => {
    const ledger = association()
    record(
      ledger,
      Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1" })),
      Estimate.post({ line: contribution, amounts: { "2026": "-50.10" } }),
    )
    expect(owed(ledger)).toEqual(["M1 25.00", "M2 25.00"])
  })

  test("takes a part back when its member is removed from the key", () => {
    const ledger = association()
    record(
      ledger,
      Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1" })),
      Contribution.apportion("basis", contribution, key({ M3: "1" }, "nieuwe sleutel")),
    )
    expect(owed(ledger)).toEqual(["M3 100.10"])
    expect(estimates(ledger, contribution)).toEqual(["100.10", "0.00", "0.00"])
  })

  test("stops updating when it is reversed", () => {
    const ledger = association()
    const decide = Contribution.apportion("basis", contribution, key({ M1: "1" }))
    const [event] = (
      decide(Ledger.state(ledger)) as { readonly success: ReadonlyArray<BudgetEvent.BudgetEvent> }
    ).success
    record(ledger, decide)
    const position = Ledger.position(ledger)
    if (event === undefined) throw new Error("it is recorded")
    record(ledger, Reversal.of({ position, event }, { class: "correction" }))
    expect(planOf(ledger).contributions.size).toBe(0)
    expect(estimates(ledger, contribution)).toEqual(["100.10", "0.00", "0.00"])
  })

  test.each([
    ["a key that sums to zero", { M1: "0", M2: "0.00" }, ["KeySumsToZero"]],
    ["a member that is not declared", { M7: "1" }, ["UnknownMember"]],
    ["a negative weight", { M1: "-1", M2: "2" }, ["NegativeWeight"]],
  ])("refuses %s and records nothing", (_, weights, reasons) => {
    expect(refusals(association(), Contribution.apportion("basis", contribution, key(weights)))).toEqual(
      reasons,
    )
  })

  test("refuses when a member occurs twice", () => {
    const twice = {
      ...key({ M1: "1" }),
      weights: [1, 2].map((weight) => ({ member: "M1", weight: `${weight}` })),
    }
    expect(refusals(association(), Contribution.apportion("basis", contribution, twice))).toEqual([
      "MemberTwice",
    ])
  })

  test("refuses a line of another contribution", () => {
    const ledger = association()
    record(ledger, Contribution.apportion("basis", contribution, key({ M1: "1" })))
    expect(refusals(ledger, Contribution.apportion("andere", contribution, key({ M1: "1" })))).toEqual([
      "LineApportioned",
    ])
  })
})

describe("Contribution: events", () => {
  const decided = (ledger: Ledger.Ledger, of: BudgetEvent.DistributionKey, name = "basis") =>
    Contribution.apportion(name, contribution, of)(Ledger.state(ledger))

  test("records the whole, the parts and the left-over cents of each changed year", () => {
    const thirds = key({ M1: "1", M2: "1", M3: "1" })
    expect(decided(association(), thirds)).toEqual(
      Result.succeed([
        {
          _tag: "ContributionsApportioned",
          contribution: "basis",
          line: contribution,
          key: thirds,
          years: [
            {
              year: 2026,
              whole: "100.10",
              parts: [
                { member: "M1", due: "33.37", amount: "33.37", order: 1 },
                { member: "M2", due: "33.37", amount: "33.37", order: 2 },
                { member: "M3", due: "33.36", amount: "33.36", order: 0 },
              ],
            },
          ],
        },
      ]),
    )
  })

  test("records the change of each part and takes back the parts of removed members", () => {
    const ledger = association()
    record(
      ledger,
      Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1" })),
      Estimate.post({ line: { ...contribution, account: "7452000" }, amounts: { "2026": "7.00" } }),
      Contribution.apportion("andere", { ...contribution, account: "7452000" }, key({ M3: "1" })),
    )
    const next = key({ M2: "1" })
    expect(decided(ledger, next)).toEqual(
      Result.succeed([
        {
          _tag: "ContributionsApportioned",
          contribution: "basis",
          line: contribution,
          key: next,
          years: [
            {
              year: 2026,
              whole: "100.10",
              parts: [
                { member: "M2", due: "100.10", amount: "50.05", order: 0 },
                { member: "M1", due: "0.00", amount: "-50.05", order: 0 },
              ],
            },
          ],
        },
      ]),
    )
  })

  test("ignores realisations and the parts of other years", () => {
    const ledger = association()
    record(
      ledger,
      Contribution.apportion("basis", contribution, key({ M1: "1" })),
      Estimate.post({ line: contribution, amounts: { "2027": "9.00" } }),
      Estimate.post({ line: contribution, amounts: { "2026": "-100.10" } }),
      Contribution.apportion("basis", contribution, key({ M2: "1" })),
      Credit.record({ line: contribution, year: 2027, date: "2027-02-01", amount: "4.00", voucher: "V1" }),
      Estimate.post({ line: contribution, amounts: { "2026": "5.00" } }),
    )
    expect(decided(ledger, key({ M3: "1" }))).toMatchObject(
      Result.succeed([
        {
          years: [
            { year: 2026, parts: [{ member: "M3" }, { member: "M2" }] },
            { year: 2027, parts: [{ member: "M3" }, { member: "M2" }] },
          ],
        },
      ]),
    )
    record(ledger, Estimate.post({ line: contribution, amounts: { "2026": "-5.00" } }))
    const parts = Result.match(decided(ledger, key({ M3: "1" })), {
      onFailure: () => [],
      onSuccess: ([event]) =>
        event?._tag === "ContributionsApportioned"
          ? event.years.map(({ year, parts: owed }) => [year, ...owed.map(({ member }) => member)])
          : [],
    })
    expect(parts).toEqual([[2027, "M3", "M2"]])
  })

  test("records a new key when only its name differs, and nothing when it is equal", () => {
    const ledger = association()
    record(ledger, Contribution.apportion("basis", contribution, key({ M1: "1" })))
    expect(decided(ledger, key({ M1: "1" }))).toEqual(Result.succeed([]))
    expect(decided(ledger, key({ M1: "1" }, "nieuw"))).toMatchObject(Result.succeed([{ years: [] }]))
    expect(Contribution.follow(planOf(ledger), Balances.of(ledger.columns))).toEqual([])
  })

  test("changes nothing in closed years", () => {
    const ledger = association()
    record(ledger, Credit.close({ year: 2026 }))
    expect(decided(ledger, key({ M1: "1" }))).toMatchObject(Result.succeed([{ years: [] }]))
  })

  test("receivables: returns one per member and year, zero included", () => {
    const ledger = association()
    record(ledger, Contribution.apportion("basis", contribution, key({ M1: "1", M2: "0" })))
    const reported = Contribution.receivables(planOf(ledger), Balances.of(ledger.columns)).map(
      ({ contribution: name, member, year, amount }) => `${name} ${member} ${year} ${Money.format(amount)}`,
    )
    expect(reported).toEqual([
      "basis M1 2026 100.10",
      "basis M1 2027 0.00",
      "basis M1 2028 0.00",
      "basis M2 2026 0.00",
      "basis M2 2027 0.00",
      "basis M2 2028 0.00",
    ])
  })

  test("refuses with all facts", () => {
    const ledger = association()
    record(ledger, Contribution.apportion("basis", contribution, key({ M1: "1" })))
    const wrong: BudgetEvent.DistributionKey = {
      name: "sleutel",
      by: "shares",
      weights: [
        { member: "M7", weight: "-0" },
        { member: "M1", weight: "0" },
        { member: "M1", weight: "-0.000" },
      ],
    }
    expect(decided(ledger, wrong, "andere")).toEqual(
      Result.fail([
        { _tag: "UnknownMember", member: "M7" },
        { _tag: "MemberTwice", member: "M1" },
        { _tag: "NegativeWeight", member: "M7", weight: "-0" },
        { _tag: "NegativeWeight", member: "M1", weight: "-0.000" },
        { _tag: "KeySumsToZero", key: "sleutel" },
        { _tag: "LineApportioned", line: "A9 · 0100 · 7451000 · O", contribution: "basis" },
      ]),
    )
    const unknown = { ...contribution, account: "9990000" }
    expect(Contribution.apportion("nieuw", unknown, key({ M1: "0.01" }))(Ledger.state(ledger))).toEqual(
      Result.fail([{ _tag: "UnknownAccount", account: "9990000", direction: "O" }]),
    )
    expect(decided(association(), key({ M1: "10" }), "basis")).toMatchObject({ _tag: "Success" })
  })
})

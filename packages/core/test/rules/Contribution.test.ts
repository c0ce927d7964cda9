/** Contributions of members, to the cent and in the order in which the left-over cents were given. */
import { Balances, type BudgetEvent, Contribution, Estimate, Ledger, Money, Reversal } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import { board, contribution, given, holds, planOf, refuses } from "./Board.ts"

const key = (weights: Readonly<Record<string, string>>, name = "sleutel"): BudgetEvent.DistributionKey => ({
  name,
  by: "shares",
  weights: Object.entries(weights).map(([member, weight]) => ({ member, weight })),
})

const owed = (ledger: Ledger.Ledger): ReadonlyArray<string> =>
  Contribution.receivables(planOf(ledger), Balances.of(ledger.columns))
    .filter(({ year }) => year === 2026)
    .map(({ member, amount }) => `${member} ${Money.format(amount)}`)

describe("a contribution", () => {
  test("is split to the cent, the left-over cent to the largest remainder", () => {
    const ledger = board()
    given(ledger, Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1", M3: "1" })))
    expect(owed(ledger)).toEqual(["M1 33.37", "M2 33.37", "M3 33.36"])
    expect(holds(ledger, contribution)).toEqual(["100.10", "0.00", "0.00"])
  })

  test("asks nothing of a member that takes no part", () => {
    const ledger = board()
    given(ledger, Contribution.apportion("basis", contribution, key({ M1: "3", M3: "1" })))
    expect(owed(ledger)).toEqual(["M1 75.08", "M3 25.02"])
  })

  test("follows the line when that changes", () => {
    const ledger = board()
    given(
      ledger,
      Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1" })),
      Estimate.post({ line: contribution, amounts: { "2026": "-50.10" } }),
    )
    expect(owed(ledger)).toEqual(["M1 25.00", "M2 25.00"])
  })

  test("takes back what a member owed who leaves the key", () => {
    const ledger = board()
    given(
      ledger,
      Contribution.apportion("basis", contribution, key({ M1: "1", M2: "1" })),
      Contribution.apportion("basis", contribution, key({ M3: "1" }, "nieuwe sleutel")),
    )
    expect(owed(ledger)).toEqual(["M3 100.10"])
    expect(holds(ledger, contribution)).toEqual(["100.10", "0.00", "0.00"])
  })

  test("follows the plan no longer once it is reversed", () => {
    const ledger = board()
    const decide = Contribution.apportion("basis", contribution, key({ M1: "1" }))
    const [event] = (
      decide(Ledger.state(ledger)) as { readonly success: ReadonlyArray<BudgetEvent.BudgetEvent> }
    ).success
    given(ledger, decide)
    const position = Ledger.position(ledger)
    if (event === undefined) throw new Error("it is recorded")
    given(ledger, Reversal.of({ position, event }, { class: "correction" }))
    expect(planOf(ledger).contributions.size).toBe(0)
    expect(holds(ledger, contribution)).toEqual(["100.10", "0.00", "0.00"])
  })

  test.each([
    ["a key that sums to zero", { M1: "0", M2: "0.00" }, ["KeySumsToZero"]],
    ["a member that nobody declared", { M7: "1" }, ["UnknownMember"]],
    ["a negative weight", { M1: "-1", M2: "2" }, ["NegativeWeight"]],
  ])("refuses %s, and writes nothing", (_, weights, reasons) => {
    expect(refuses(board(), Contribution.apportion("basis", contribution, key(weights)))).toEqual(reasons)
  })

  test("refuses a member twice", () => {
    const twice = {
      ...key({ M1: "1" }),
      weights: [1, 2].map((weight) => ({ member: "M1", weight: `${weight}` })),
    }
    expect(refuses(board(), Contribution.apportion("basis", contribution, twice))).toEqual(["MemberTwice"])
  })

  test("refuses a line that another contribution holds", () => {
    const ledger = board()
    given(ledger, Contribution.apportion("basis", contribution, key({ M1: "1" })))
    expect(refuses(ledger, Contribution.apportion("andere", contribution, key({ M1: "1" })))).toEqual([
      "LineApportioned",
    ])
  })
})

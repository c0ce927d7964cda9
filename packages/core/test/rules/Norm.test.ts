/** Norms and pledges: what the figures keep, and by how much they miss. */
import { Adoption, Balances, type Ledger, Money, Norm, Overhead, OverheadMatrix } from "@grootboek/core"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { board, given, planOf, refuses } from "./Board.ts"

const checks = (ledger: Ledger.Ledger, norm: Norm.NormName): ReadonlyArray<string> =>
  Result.getOrThrow(Norm.checks(ledger))
    .filter((check) => check.norm === norm)
    .map(({ year, action, amount, bound, holds, short }) =>
      [
        ...(action === undefined ? [] : [action]),
        year,
        Money.format(amount),
        Money.format(bound),
        holds ? "holds" : `misses ${Money.format(short)}`,
      ].join(" "),
    )

describe("a pledge", () => {
  test("of a reserve is held against every year", () => {
    const ledger = board()
    given(
      ledger,
      Adoption.declare({
        pledges: [
          { _tag: "SocialLiability", code: "S", percent: "10", accounts: ["62"], reference: "3.7" },
          { _tag: "MinimumReserve", code: "R", floor: "-199.90", reference: "3.1" },
        ],
      }),
    )
    expect(checks(ledger, "socialLiability")).toEqual([
      "2026 -199.90 100.00 misses 299.90",
      "2027 -199.90 102.00 misses 301.90",
      "2028 -199.90 104.04 misses 303.94",
    ])
    expect(checks(ledger, "minimumReserve").map((check) => check.split(" ").at(-1))).toEqual([
      "holds",
      "holds",
      "holds",
    ])
  })

  test("of budget neutrality judges the actions that subsidies finance, to half a cent", () => {
    const ledger = board()
    given(
      ledger,
      Adoption.declare({
        pledges: [{ _tag: "BudgetNeutrality", code: "N", tolerance: "0.005", reference: "3.7" }],
      }),
    )
    expect(checks(ledger, "budgetNeutrality")).toEqual([
      "A1 2026 0.00 0.005 holds",
      "A1 2027 0.00 0.005 holds",
      "A1 2028 0.00 0.005 holds",
    ])
  })

  test("of the second pension pillar judges the years whose wages are declared", () => {
    const ledger = board()
    given(
      ledger,
      Adoption.declare({
        pledges: [
          {
            _tag: "SecondPillar",
            code: "P",
            percent: "3",
            fixed: "15.00",
            wages: { table: "brutoloon", row: "alle" },
            accounts: ["614"],
            reference: "3.7",
          },
        ],
        facts: [{ table: "brutoloon", row: "alle", year: 2026, value: "13000" }],
      }),
    )
    expect(checks(ledger, "secondPillar")).toEqual(["2026 400.00 405.00 misses 5.00"])
  })

  test("that is declared twice at once is refused", () => {
    const pledge = { _tag: "BudgetNeutrality", code: "N", tolerance: "0.005", reference: "3.7" } as const
    expect(refuses(board(), Adoption.declare({ pledges: [pledge, pledge] }))).toEqual(["DuplicateCode"])
  })
})

describe("an exception to the overhead rule", () => {
  const rule = {
    target: "A9",
    percent: "15",
    baseAccounts: ["62"],
    chargeAccount: "6170000",
    creditAccount: "7470000",
    creditPolicyItem: "9090",
    excluded: ["A9"],
  }
  const matrix = (ledger: Ledger.Ledger) =>
    OverheadMatrix.of(planOf(ledger), Balances.of(ledger.columns))?.cells.map(
      ({ from, year, standard, charged, less, reference }) =>
        [from, year, ...[standard, charged, less].map(Money.format), reference ?? ""].join(" "),
    )

  test("of a legal maximum charges no more than that, with its rule as the reason", () => {
    const ledger = board()
    const exceptions = [
      { _tag: "LegalMaximum", action: "A1", percent: "7", reference: "besluit, art. 3" },
    ] as const
    given(ledger, Overhead.reallocate({ ...rule, exceptions }))
    expect(matrix(ledger)).toEqual([
      "A1 2026 150.00 70.00 80.00 besluit, art. 3",
      "A1 2027 153.00 71.40 81.60 besluit, art. 3",
      "A1 2028 156.06 72.828 83.232 besluit, art. 3",
    ])
  })

  test("of the real cost charges that, and nothing in a year for which none is stated", () => {
    const ledger = board()
    const exceptions = [
      { _tag: "RealCost", action: "A1", amounts: { "2026": "12.34" }, reference: "besluit, art. 4" },
    ] as const
    given(ledger, Overhead.reallocate({ ...rule, exceptions }))
    expect(matrix(ledger)?.[0]).toBe("A1 2026 150.00 12.34 137.66 besluit, art. 4")
    expect(matrix(ledger)?.[1]).toBe("A1 2027 153.00 0.00 153.00 besluit, art. 4")
  })

  test.each([
    ["without a limit", [{ _tag: "LegalMaximum", action: "A1", reference: "r" }], ["ExceptionWithoutLimit"]],
    [
      "of one action twice",
      [
        { _tag: "LegalMaximum", action: "A1", percent: "7", reference: "r" },
        { _tag: "LegalMaximum", action: "A1", percent: "8", reference: "r" },
      ],
      ["ExceptionTwice"],
    ],
    [
      "of an unknown action",
      [{ _tag: "LegalMaximum", action: "A7", percent: "7", reference: "r" }],
      ["UnknownAction"],
    ],
  ] as const)("%s is refused", (_, exceptions, reasons) => {
    expect(refuses(board(), Overhead.reallocate({ ...rule, exceptions }))).toEqual(reasons)
  })
})

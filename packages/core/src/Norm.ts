/**
 * The norms that a plan is held against: financial equilibrium (financieel evenwicht), at the level that binds the
 * type of entity. Checks beside the rows, each a value with its figures.
 *
 * Source: BVR of 30-03-2018, art. 16, for municipalities and OCMWs. What binds a welfare association or an autonomous
 * company was not found in an official text; their levels say what the boards themselves state.
 */
import * as Result from "effect/Result"
import type { EntityType } from "./BudgetEvent.ts"
import * as Ledger from "./Ledger.ts"
import * as Money from "./Money.ts"
import type { Refusal } from "./Refusal.ts"
import type { Year } from "./Year.ts"

/** How much a norm binds: by law, by the board's own word, or not at all. */
export type Level = "required" | "commitment" | "indicator"

/** A norm held against one year. */
export interface NormCheck {
  readonly norm: "availableBudgetaryResult" | "selfFinancingMargin"
  readonly level: Level
  readonly year: Year
  readonly amount: Money.Money
  readonly holds: boolean
  /** How much is short; zero when it holds. */
  readonly short: Money.Money
}

const levels: Readonly<Record<EntityType, Readonly<Record<NormCheck["norm"], Level>>>> = {
  gemeente: { availableBudgetaryResult: "required", selfFinancingMargin: "required" },
  ocmw: { availableBudgetaryResult: "required", selfFinancingMargin: "required" },
  agb: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
  welzijnsvereniging: { availableBudgetaryResult: "commitment", selfFinancingMargin: "commitment" },
  andere: { availableBudgetaryResult: "indicator", selfFinancingMargin: "indicator" },
}

/** Every norm at a moment: the available result (M2 IX) of each year, the self-financing margin of the last. */
export const checks = (
  ledger: Ledger.Ledger,
  at?: string,
): Result.Result<ReadonlyArray<NormCheck>, Refusal> => {
  const statement = Ledger.statement(ledger, "M2", { at })
  if (Result.isFailure(statement)) return Result.fail(statement.failure)
  const plan = Ledger.planAt(ledger, statement.success.at.position)
  const level = levels[plan?.entity.type ?? "andere"]
  const cells = (section: string, code: string) =>
    statement.success.rows.find((row) => row.section === section && row.code === code)?.cells ?? []
  const check = (
    norm: NormCheck["norm"],
    { year, exact }: { readonly year: Year; readonly exact: Money.Money },
  ): NormCheck => ({
    norm,
    level: level[norm],
    year,
    amount: exact,
    holds: exact >= 0n,
    short: exact >= 0n ? Money.zero : Money.negate(exact),
  })
  return Result.succeed([
    ...cells("Budgettair resultaat", "IX").map((cell) => check("availableBudgetaryResult", cell)),
    ...cells("Autofinancieringsmarge", "III")
      .slice(-1)
      .map((cell) => check("selfFinancingMargin", cell)),
  ])
}

/**
 * The movements of the reserve (verloop van de reserve): the opening balance of a year, the amounts per action, and
 * the closing balance.
 *
 * ```ts
 * const { opening, closing } = Result.getOrThrow(Reserve.walk(ledger, 2026))
 * [opening, closing].map(Money.format) // => ["0.00", "100.00"]
 * ```
 */
import * as Result from "effect/Result"
import * as Ledger from "../ledger/Ledger.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"

/** One movement, with the reserve after it. */
export interface ReserveStep {
  readonly code: string
  readonly label: string
  readonly amount: Money.Money
  readonly reserve: Money.Money
}

/** The movements of a year. `closing` is the sum of opening and movements, and equals the reserve of the synthesis. */
export interface Walk {
  readonly year: Year
  readonly opening: Money.Money
  readonly steps: ReadonlyArray<ReserveStep>
  readonly closing: Money.Money
}

/** Returns the movements of a year at a moment: carried results first, then each action with an amount. */
export const walk = (
  ledger: Ledger.Ledger,
  year: Year,
  { at }: Pick<Ledger.QuestionOptions, "at"> = {},
): Result.Result<Walk, Refusal> => {
  const read = Ledger.statement(ledger, "synthesis", { at })
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const { years, rows } = read.success
  if (!years.includes(year)) return Result.fail({ _tag: "YearNotShown", form: "synthesis", year, years })
  const exact = (code: string, of: Year): Money.Money =>
    rows.find((row) => row.code === code)?.cells.find((cell) => cell.year === of)?.exact ?? Money.zero
  const opening = Money.add(
    years.includes(year - 1) ? exact("reserve", year - 1) : Money.zero,
    exact("opening", year),
  )
  let reserve = opening
  const steps = rows
    .filter(({ code }) => code.endsWith("/net") && code !== "total/net")
    .flatMap(({ code, label }): ReadonlyArray<ReserveStep> => {
      const amount = exact(code, year)
      if (Money.isZero(amount)) return []
      reserve = Money.add(reserve, amount)
      return [{ code: code.slice(0, -"/net".length), label: label.replace(/ – Saldo$/, ""), amount, reserve }]
    })
  return Result.succeed({ year, opening, steps, closing: exact("reserve", year) })
}

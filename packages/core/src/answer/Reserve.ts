/**
 * The movements of the reserve (verloop van de reserve): the opening balance of a year, the amounts per action, and
 * the closing balance; of a closed year also by its accounts.
 *
 * ```ts
 * const { opening, closing } = Result.getOrThrow(Reserve.walk(ledger, 2026))
 * [opening, closing].map(Money.format) // => ["0.00", "100.00"]
 * Result.getOrThrow(Reserve.accounts(ledger, 2026)) // => undefined
 * ```
 */
import * as Result from "effect/Result"
import * as Balances from "../fold/Balances.ts"
import { synthesis } from "../form/bbc3/synthesis.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"
import * as Realisation from "./Realisation.ts"

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
  /** The reserve at the end of the year before, zero in the first year. */
  readonly before: Money.Money
  /** The results carried into the year, among them what the accounts of the year before change. */
  readonly carried: Money.Money
  /** The sum of `before` and `carried`. */
  readonly opening: Money.Money
  readonly steps: ReadonlyArray<ReserveStep>
  readonly closing: Money.Money
}

/** Returns the movements of a year by its estimates, at a moment: each action with an amount, after the carried results. */
export const walk = (
  ledger: Ledger.Ledger,
  year: Year,
  { at }: Pick<Ledger.QuestionOptions, "at"> = {},
): Result.Result<Walk, Refusal> =>
  Result.map(reader(ledger, { form: "synthesis", year, at }), ({ rows, exact }) => {
    const before = exact("", "reserve", year - 1)
    const carried = exact("", "opening", year)
    return {
      year,
      before,
      carried,
      ...stepsFrom(
        Money.add(before, carried),
        rows
          .filter(({ code }) => code.endsWith("/net") && code !== "total/net")
          .map(({ code, label }) => ({
            code: code.slice(0, -"/net".length),
            label: label.replace(/ – Saldo$/, ""),
            amount: exact("", code, year),
          })),
      ),
      closing: exact("", "reserve", year),
    }
  })

/**
 * Returns the movements of a closed year by its accounts (J2 VI and VII, and the realisations per action); undefined for a
 * year that is not closed.
 */
export const accounts = (
  ledger: Ledger.Ledger,
  year: Year,
  { at }: Pick<Ledger.QuestionOptions, "at"> = {},
): Result.Result<Walk | undefined, Refusal> => {
  const found = Ledger.requirePlan(ledger, at)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const { plan, position } = found.success
  return Result.map(reader(ledger, { form: "J2", year, at }), ({ exact }) => {
    if (!plan.closed.has(year)) return undefined
    const section = "Budgettair resultaat"
    const opening = exact(section, "VI", year)
    const before = exact(section, "VII", year - 1)
    const amounts = new Map<string, Money.Money>()
    for (const { action = synthesis.rest ?? "", direction, realised } of Realisation.byAction(
      plan,
      Balances.of(ledger.columns, position),
      { year },
    )) {
      const signed = direction === "O" ? realised : Money.negate(realised)
      amounts.set(action, Money.add(amounts.get(action) ?? Money.zero, signed))
    }
    return {
      year,
      before,
      carried: Money.subtract(opening, before),
      ...stepsFrom(
        opening,
        [...amounts].map(([code, amount]) => ({
          code,
          label: [code, plan.structure.goals.get(code)?.name ?? ""].join(" ").trimEnd(),
          amount,
        })),
      ),
      closing: exact(section, "VII", year),
    }
  })
}

/** Returns the amounts other than zero as steps from an opening balance. */
const stepsFrom = (
  opening: Money.Money,
  amounts: ReadonlyArray<Omit<ReserveStep, "reserve">>,
): Pick<Walk, "opening" | "steps"> => {
  let reserve = opening
  const steps = amounts
    .filter(({ amount }) => !Money.isZero(amount))
    .map((step) => {
      reserve = Money.add(reserve, step.amount)
      return { ...step, reserve }
    })
  return { opening, steps }
}

/**
 * Returns the rows of a form and the exact amount of a cell, zero for one that it does not show; fails when the form does not
 * show the year.
 */
const reader = (
  ledger: Ledger.Ledger,
  {
    form,
    year,
    at,
  }: { readonly form: "synthesis" | "J2"; readonly year: Year } & Pick<Ledger.QuestionOptions, "at">,
) =>
  Result.flatMap(Ledger.statement(ledger, form, { at }), ({ years, rows }) =>
    years.includes(year)
      ? Result.succeed({
          rows,
          exact: (section: string, code: string, of: Year): Money.Money =>
            rows
              .find((row) => row.section === section && row.code === code)
              ?.cells.find((cell) => cell.year === of)?.exact ?? Money.zero,
        })
      : Result.fail<Refusal>({ _tag: "YearNotShown", form, year, years }),
  )

/**
 * The overhead matrix (overheadmatrix): the charge of every action, the exceptions to the standard share, and the cost
 * that the overhead action keeps.
 *
 * ```ts
 * const matrix = OverheadMatrix.of(plan, balances)
 * matrix?.cells.map(({ from, to, charged }) => [from, to, Money.format(charged)])[0] // => ["A1", "A2", "150.00"]
 * ```
 */
import type { OverheadRule } from "../event/BudgetEvent.ts"
import * as Balances from "../fold/Balances.ts"
import * as Dimension from "../form/Dimension.ts"
import { lineKey, type Plan } from "../rule/Plan.ts"
import { key, type Place } from "../value/BudgetLine.ts"
import * as Money from "../value/Money.ts"
import * as Rate from "../value/Rate.ts"
import { type Year, list as yearsOf } from "../value/Year.ts"

/** An action in a year: its staff cost, its standard share, its charge, and the exception if they differ. */
export interface ChargedCell {
  readonly from: string
  readonly to: string
  readonly year: Year
  readonly staff: Money.Money
  readonly standard: Money.Money
  readonly charged: Money.Money
  readonly less: Money.Money
  readonly reference: string | undefined
}

/** The overhead action in a year: its expenditure, the charges to other actions, and the cost that it keeps. */
export interface Own {
  readonly action: string
  readonly year: Year
  readonly spent: Money.Money
  readonly borne: Money.Money
  readonly carried: Money.Money
  readonly receipts: ReceiptsOfTarget
}

/**
 * Receipts of the overhead action in euro, by their explanation: posted by the rule; from a stated source, a
 * contribution, financial income or investment; or unexplained.
 */
export interface ReceiptsOfTarget {
  readonly received: Money.Money
  readonly byRule: Money.Money
  readonly bySource: Money.Money
  readonly unexplained: Money.Money
}

/** The matrix of the overhead rule of the plan. */
export interface Matrix {
  readonly percent: string
  readonly cells: ReadonlyArray<ChargedCell>
  readonly own: ReadonlyArray<Own>
}

/** Returns the matrix at a moment; undefined when the plan has no overhead rule. */
export const of = (plan: Plan, balances: Balances.Balances): Matrix | undefined => {
  const rule = plan.overhead
  if (rule === undefined) return undefined
  const years = yearsOf(plan.years)
  const estimates = Balances.list(balances).filter(({ place }) => place.phase === "estimate")
  const charged = [...plan.charged.values()]
  const actions = [...new Set(charged.map(({ action }) => action))]
  const sum = (year: Year, test: (balance: Balances.Balance) => boolean): Money.Money =>
    Money.sum(
      estimates.filter((balance) => balance.year === year && test(balance)).map(({ amount }) => amount),
    )
  const cells = actions.flatMap((action) =>
    years.map((year): ChargedCell => {
      const staff = sum(
        year,
        ({ place }) =>
          place.action === action &&
          place.direction === "U" &&
          rule.baseAccounts.some((prefix) => place.account.startsWith(prefix)),
      )
      const standard = rule.excluded.includes(action) ? Money.zero : Rate.of(rule.percent, staff)
      const amount = Money.sum(
        charged.filter((one) => one.action === action && one.year === year).map((one) => one.amount),
      )
      const less = Money.subtract(standard, amount)
      const exception = rule.exceptions?.find((one) => one.action === action)
      return {
        from: action,
        to: rule.target,
        year,
        staff,
        standard,
        charged: amount,
        less,
        reference: Money.isZero(less) ? undefined : exception?.reference,
      }
    }),
  )
  const own = years.map((year): Own => {
    const spent = sum(year, ({ place }) => place.action === rule.target && place.direction === "U")
    const borne = Money.sum(cells.filter((cell) => cell.year === year).map((cell) => cell.charged))
    const received = sum(year, ({ place }) => place.action === rule.target && place.direction === "O")
    const byRule = sum(year, ({ place }) => isCredited(rule, place))
    const bySource = sum(
      year,
      ({ place }) =>
        place.action === rule.target &&
        place.direction === "O" &&
        !isCredited(rule, place) &&
        hasSource(plan, place),
    )
    const unexplained = Money.subtract(Money.subtract(received, byRule), bySource)
    return {
      action: rule.target,
      year,
      spent,
      borne,
      carried: Money.subtract(spent, borne),
      receipts: { received, byRule, bySource, unexplained },
    }
  })
  return {
    percent: rule.percent,
    cells: cells.filter(({ staff, charged: amount }) => !Money.isZero(staff) || !Money.isZero(amount)),
    own,
  }
}

// What people post on the account of the rule cannot be distinguished from what the rule posts.
const isCredited = (rule: OverheadRule, { direction, account, policyItem, action }: Place): boolean =>
  direction === "O" &&
  action === rule.target &&
  account === rule.creditAccount &&
  policyItem === rule.creditPolicyItem

// The source is that of the whole line: a part is that of a member.
const hasSource = (plan: Plan, { part: _, ...place }: Place): boolean => {
  const line = key(place)
  const isContribution = [...plan.contributions.values()].some((one) => lineKey(one.line) === line)
  if (isContribution || plan.funding.get(line)?.source !== undefined) return true
  const reading = Dimension.of(plan.structure, place)
  return !Dimension.isUnplaced(reading) && (reading.section !== "operating" || reading.row === "II.B")
}

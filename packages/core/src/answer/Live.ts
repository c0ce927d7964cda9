/**
 * Statements that stay open: a new entry moves only the cells that it changes, however long the journal is.
 *
 * What they show is what the forms show when they are read anew; a changed plan makes them read anew.
 */
import * as Balances from "../fold/Balances.ts"
import type { FormId } from "../form/bbc3/index.ts"
import * as Influence from "../form/Influence.ts"
import type { Layout } from "../form/Layout.ts"
import * as Ledger from "../ledger/Ledger.ts"
import * as Statement from "../ledger/Statement.ts"
import * as Trail from "../ledger/Trail.ts"
import type { Plan } from "../rule/Plan.ts"
import * as Year from "../value/Year.ts"

/** Open statements of a ledger. */
export interface Live {
  readonly ledger: Ledger.Ledger
  /** Takes up whatever the ledger holds beyond what is shown. */
  readonly follow: () => void
  /** Exact amounts of a form, by row and year of the plan; nothing before a plan is adopted. */
  readonly amounts: (form: FormId) => Statement.Amounts | undefined
}

interface Sheet {
  readonly layout: Layout
  readonly influence: Influence.Influence
  readonly span: ReadonlyArray<Year.Year>
  readonly table: Statement.Table
}

/** Opens statements at the end of a ledger. */
export const open = (ledger: Ledger.Ledger, forms: ReadonlyArray<FormId>): Live => {
  const { columns } = ledger
  let shown = 0
  let plan: Plan | undefined
  let sheets: ReadonlyMap<FormId, Sheet> = new Map()
  const follow = (): void => {
    const now = Ledger.planAt(ledger)
    const isOld = now !== plan || [...sheets.values()].some((sheet) => !holds(sheet, ledger))
    if (isOld) sheets = new Map(now === undefined ? [] : forms.map((form) => [form, read(ledger, form, now)]))
    else for (const sheet of sheets.values()) move(sheet, ledger, shown)
    plan = now
    shown = columns.entries
  }
  follow()
  return {
    ledger,
    follow,
    amounts: (form) => {
      const sheet = sheets.get(form)
      return sheet === undefined ? undefined : Statement.rowsOf(sheet.table, sheet.span.length)
    },
  }
}

const read = (ledger: Ledger.Ledger, form: FormId, plan: Plan): Sheet => {
  const layout = Ledger.layout(ledger, form, plan)
  const span = Year.list(plan.years)
  return {
    layout,
    influence: Influence.of(layout, span.length),
    span,
    table: Statement.table(layout, Balances.of(ledger.columns), span),
  }
}

const holds = ({ table, influence }: Sheet, { columns }: Ledger.Ledger): boolean =>
  Array.isArray(table) || columns.fits(Statement.weight(influence))

const move = ({ layout, influence, span, table }: Sheet, { columns }: Ledger.Ledger, shown: number): void => {
  const { starts, rows, lags, factors } = influence
  Trail.counted(columns, layout, span, { after: shown, until: columns.entries }, (leaf, at, posting) => {
    const amount = columns.amountOf(posting)
    const end = starts[leaf + 1] as number
    for (let one = starts[leaf] as number; one < end; one++) {
      const year = at + (lags[one] as number)
      if (year >= span.length) continue
      const target = (rows[one] as number) * span.length + year
      Influence.add(table, target, amount, factors[one] as number)
    }
  })
}

/** A form at two moments, row by row: old, new and changed amounts, and the causes of each change. */
import { Address, Diff, type FormId, Ledger, Money, type Refusal, type Statement } from "@grootboek/core"
import * as Result from "effect/Result"

/** An exact amount and its printed figure; undefined when the form does not show the year. */
export type ComparedAmount = Pick<Statement.StatementCell, "exact" | "printed"> | undefined

export interface ComparedYear {
  readonly year: number
  readonly old: ComparedAmount
  readonly new: ComparedAmount
  /** Undefined when the exact amount is the same. */
  readonly change: Diff.ChangedCell | undefined
}

/** A form at two moments, in the rows of the later one. */
export interface FormComparison {
  readonly statement: Statement.Statement
  /** The years of either moment. */
  readonly years: ReadonlyArray<number>
  readonly changedYears: ReadonlyArray<number>
  readonly causes: ReadonlyArray<Diff.CauseGroup>
  readonly changes: number
  readonly of: (row: Statement.StatementRow) => ReadonlyArray<ComparedYear>
  readonly isChanged: (row: Statement.StatementRow) => boolean
}

/** Returns the comparison of a form between two positions, from the cells that changed. */
export const of = (
  ledger: Ledger.Ledger,
  form: FormId,
  {
    from,
    to,
    cells,
  }: { readonly from: number; readonly to: number; readonly cells: Diff.Difference["cells"] },
): Result.Result<FormComparison, Refusal.Refusal> =>
  Result.gen(function* () {
    const before = yield* Ledger.statement(ledger, form, { at: from })
    const after = yield* Ledger.statement(ledger, form, { at: to })
    const statement = from <= to ? after : before
    const years = [...new Set([...before.years, ...after.years])].sort((a, b) => a - b)
    const [old, made] = [byAddress(before), byAddress(after)]
    const changed = new Map(
      cells
        .filter((cell) => cell.form === form)
        .map((cell) => [`${Address.format(cell)} ${cell.year}`, cell]),
    )
    const changedRows = new Set([...changed.values()].map(Address.format))
    const changedYears = new Set([...changed.values()].map(({ year }) => year))
    return {
      statement,
      years,
      changedYears: years.filter((year) => changedYears.has(year)),
      causes: Diff.groups({
        from: before.at,
        to: after.at,
        cells: [...changed.values()],
        declared: [],
        decisions: [],
      }),
      changes: changed.size,
      isChanged: (row) => changedRows.has(Address.format(row)),
      of: (row) => {
        const address = Address.format(row)
        return years.map((year): ComparedYear => {
          const change = changed.get(`${address} ${year}`)
          // A row that only one moment has is printed from the exact amounts of the difference.
          const side = (known: ReadonlyMap<string, Statement.StatementRow>, exact: Money.Money | undefined) =>
            known.get(address)?.cells.find((cell) => cell.year === year) ??
            (exact === undefined ? undefined : { exact, printed: Money.round(exact, statement.decimals) })
          return { year, old: side(old, change?.old), new: side(made, change?.new), change }
        })
      },
    }
  })

const byAddress = ({ rows }: Statement.Statement): ReadonlyMap<string, Statement.StatementRow> =>
  new Map(rows.map((row) => [Address.format(row), row]))

/** Returns the text that identifies a cause in a link: its entry, kind and text. */
export const keyOf = ({ entry, kind, text }: Pick<Diff.CauseGroup, "entry" | "kind" | "text">): string =>
  `${entry} ${kind} ${text ?? ""}`.trim()

/** Returns the causes of a cell; the unexplained amount is one of them. */
export const causesOf = ({
  causes,
  unexplained,
}: Diff.ChangedCell): ReadonlyArray<Pick<Diff.Cause, "entry" | "kind" | "text" | "amount">> =>
  unexplained === 0n
    ? causes
    : [...causes, { entry: 0, kind: "unexplained", text: undefined, amount: unexplained }]

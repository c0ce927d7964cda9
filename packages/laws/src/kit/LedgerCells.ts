/** Cells of a ledger's forms by address, for laws. */
import { Address, type FormId, formIds, Ledger, Money, type Statement } from "@grootboek/core"
import * as Result from "effect/Result"

export interface ReadCell extends Statement.StatementCell {
  readonly form: FormId
  readonly section: string
  readonly code: string
  /** The address of the cell, such as `T2 EXPLOITATIE/I.A 2026`. */
  readonly where: string
}

/** Returns every cell of a form at a moment; none before a plan is adopted. */
export const form = (ledger: Ledger.Ledger, id: FormId, at?: number): ReadonlyArray<ReadCell> =>
  Result.match(Ledger.statement(ledger, id, { at }), {
    onFailure: () => [],
    onSuccess: ({ rows }) =>
      rows.flatMap(({ section, code, cells }) =>
        cells.map((cell) => ({
          ...cell,
          form: id,
          section,
          code,
          where: `${id} ${Address.format({ section, code })} ${cell.year}`,
        })),
      ),
  })

export const all = (ledger: Ledger.Ledger, at?: number): ReadonlyArray<ReadCell> =>
  formIds.flatMap((id) => form(ledger, id, at))

/** Indexes exact amounts by address, to compare two ledgers. */
export const amounts = (cells: ReadonlyArray<ReadCell>): ReadonlyMap<string, Money.Money> =>
  new Map(cells.map(({ where, exact }) => [where, exact]))

/** Returns a lookup by form, row and year; zero for a cell that the form does not have. Each form is read once. */
export const book = (ledger: Ledger.Ledger): ((id: FormId, row: string, year: number) => Money.Money) => {
  const read = new Map<FormId, ReadonlyMap<string, Money.Money>>()
  return (id, row, year) => {
    const cells = read.get(id) ?? amounts(form(ledger, id))
    read.set(id, cells)
    return cells.get(`${id} ${row} ${year}`) ?? Money.zero
  }
}

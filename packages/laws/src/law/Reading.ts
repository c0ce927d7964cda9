/** What laws read of a ledger: every cell of every form, by address. */
import { Address, type FormId, formIds, Ledger, Money, type Statement } from "@grootboek/core"
import * as Result from "effect/Result"

/** A cell with its address. */
export interface ReadCell extends Statement.Cell {
  readonly form: FormId
  readonly section: string
  readonly code: string
  /** `T2 EXPLOITATIE/I.A 2026`. */
  readonly where: string
}

/** Every cell of a form at a moment; none before a plan is adopted. */
export const form = (ledger: Ledger.Ledger, id: FormId, at?: string): ReadonlyArray<ReadCell> =>
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

/** Every cell of every form at a moment. */
export const all = (ledger: Ledger.Ledger, at?: string): ReadonlyArray<ReadCell> =>
  formIds.flatMap((id) => form(ledger, id, at))

/** Exact amounts by address, so that two readings can be held side by side. */
export const amounts = (cells: ReadonlyArray<ReadCell>): ReadonlyMap<string, Money.Money> =>
  new Map(cells.map(({ where, exact }) => [where, exact]))

/** Looks cells up by form, row and year; nothing stands where a form has no such cell. Each form is read once. */
export const book = (ledger: Ledger.Ledger): ((id: FormId, row: string, year: number) => Money.Money) => {
  const read = new Map<FormId, ReadonlyMap<string, Money.Money>>()
  return (id, row, year) => {
    const cells = read.get(id) ?? amounts(form(ledger, id))
    read.set(id, cells)
    return cells.get(`${id} ${row} ${year}`) ?? Money.zero
  }
}

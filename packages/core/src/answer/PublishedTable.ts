/** A published table: the printed figures of a form, and the same laid out on the form. */
import * as Address from "../form/Address.ts"
import type { FormId } from "../form/bbc3/index.ts"
import type * as Layout from "../form/Layout.ts"
import type * as Money from "../value/Money.ts"
import type { Refusal } from "../value/Refusal.ts"
import type { Year } from "../value/Year.ts"

/** A figure of a published table, with its source line. */
export interface PublishedCell {
  readonly section: string
  readonly code: string
  readonly year: Year
  readonly amount: Money.Money
  readonly line: number
  readonly column: string
  /** The figure as printed, with its sign, where it differs from the amount. */
  readonly text?: string
}

/** The part of a publication that a table is: one of its legal entities, one of its columns of a year. */
export interface PublishedPart {
  /** The legal entity of the figures, where a publication prints several: the town and its OCMW in M3. */
  readonly entity?: string
  /** The kind of column, where several columns print one year: `JR` and `MJP`. */
  readonly series?: string
}

/** A published table: a form and its printed figures. */
export interface PublishedTable extends PublishedPart {
  readonly form: FormId
  readonly file?: string
  /** The edition of the rules that the table follows; the current one when omitted. Only M1 and T1 differ. */
  readonly edition?: "bbc-2020"
  /** The printed decimals, where they differ from those of the form: T2 in cents, tables in thousands with one decimal. */
  readonly decimals?: 0 | 1 | 2
  readonly cells: ReadonlyArray<PublishedCell>
}

/** A published figure with its form, part and file. */
export interface PublishedFigure extends PublishedCell, PublishedPart {
  readonly form: FormId
  readonly file: string | undefined
}

/** A published table on its layout: `figures[row][year - first]`, without a figure for a cell that was not printed. */
export interface LaidTable extends PublishedPart {
  readonly form: FormId
  readonly layout: Layout.Layout
  readonly years: ReadonlyArray<Year>
  readonly figures: ReadonlyArray<ReadonlyArray<PublishedFigure | undefined>>
}

/** A figure without a cell, and the reason. */
export interface Misplaced {
  readonly figure: PublishedFigure
  readonly refusal: Refusal
}

/** Formats a figure: its form, part, row and year. `M3 OCMW Exploitatie/U 2026`. */
export const format = (figure: PublishedFigure): string =>
  [figure.form, figure.entity, Address.format(figure), figure.series, figure.year]
    .filter((part) => part !== undefined)
    .join(" ")

/** The columns of a table of figures: estimate, commitments, realisations, and what is available. Amounts are euro. */
import { Money } from "@grootboek/core"
import { type FollowUp, ForPartners, type Realisation } from "@grootboek/core/answer"
import * as Table from "../../paint/Table.ts"
import * as TableSum from "../../paint/TableSum.ts"
import type { Language } from "../../words/Language.ts"
import * as TableWords from "../../words/TableWords.ts"

/** The columns that some tables of figures have: realisations of the period, open commitments, the part for partners. */
export interface FigureColumns {
  readonly isPartial: boolean
  readonly isCommitted: boolean
  /** The report whose partners have a part of what is available; none without it. */
  readonly passing?: ForPartners.PartnerMoney | undefined
}

/** Returns the column heads of figures. */
export const head = (
  { isPartial, isCommitted }: FigureColumns,
  language: Language,
): ReadonlyArray<string> => [
  TableWords.of("estimate", language),
  ...(isCommitted ? [TableWords.of("committed", language)] : []),
  ...(isPartial ? [TableWords.of("inPeriod", language)] : []),
  TableWords.of("realised", language),
  TableWords.of("available", language),
  "%",
]

/** Returns the sums of figures that begin at a column: what is available is the estimate less what is committed and realised. */
export const sums = (
  rows: Table.Table["rows"],
  first: number,
  { isPartial, isCommitted }: FigureColumns,
): ReadonlyArray<TableSum.TableSum> => {
  const realised = first + 1 + (isCommitted ? 1 : 0) + (isPartial ? 1 : 0)
  return TableSum.across(rows, realised + 1, [
    { column: first, sign: 1 },
    ...(isCommitted ? [{ column: first + 1, sign: -1 } as const] : []),
    { column: realised, sign: -1 },
  ])
}

/** Returns figures as cells, in the order of {@link head}. */
export const cells = (
  one: Realisation.Figures,
  { isPartial, isCommitted }: FigureColumns,
): ReadonlyArray<Table.TableCell> => [
  one.estimate,
  ...(isCommitted ? [one.committed] : []),
  ...(isPartial ? [one.during] : []),
  one.realised,
  one.available,
  one.percent === undefined ? "" : Table.percent(one.percent),
]

/** Returns the head of the last column of a table: the part of what is available that is for partners; none without partners. */
export const partnersHead = ({ passing }: FigureColumns, language: Language): ReadonlyArray<string> =>
  passing === undefined ? [] : [TableWords.of("ofWhichForPartners", language)]

/** Returns the cell below {@link partnersHead}, in euro; none without partners. */
export const forPartners = (
  one: ForPartners.PartedFigures,
  { passing }: FigureColumns,
): ReadonlyArray<Table.TableCell> => (passing === undefined ? [] : [ForPartners.part(passing, one)])

/** Figures without columns that only some tables have. */
export const plainColumns: FigureColumns = { isPartial: false, isCommitted: false }

/** Returns which columns the figures of a report have: commitments have one when there are any. */
export const columnsOf = (report: FollowUp.FollowUp): FigureColumns => ({
  isPartial: report.from !== undefined && !report.from.endsWith("-01"),
  isCommitted: report.whole.some(({ committed }) => !Money.isZero(committed)),
  passing: report.forPartners.size === 0 ? undefined : report,
})

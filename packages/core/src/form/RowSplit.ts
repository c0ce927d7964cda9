/**
 * Which T2 rows are split below the account table, and by what: the dash rows (streepjesrubrieken).
 *
 * The account table stops at a row such as II.A.3.a. Below it an account, or the counterparty's sector, decides.
 * A sector table says which dash row each sector feeds, one column per purpose.
 */
import type { Section } from "../value/Section.ts"

/** The columns of the sector table: what a sector's dash-row number is for. */
export const purposes = ["origin", "operatingGrant", "investmentGrant", "loan", "interest"] as const

/** `herkomst`, `werkingssubsidie`, `investeringssubsidie`, `lening`, `rente`. */
export type Purpose = (typeof purposes)[number]

/** A row that splits: `to` is the finer row, or its beginning when the sector's number completes it. */
export interface RowSplit {
  readonly section: Section
  readonly row: string
  /** Only accounts that begin so; every account when left out. */
  readonly accounts?: ReadonlyArray<string>
  /** The purpose whose number completes the row; no sector is needed when left out. */
  readonly by?: Purpose
  readonly to: string
}

/** The splits, first match wins. Source: the printed T2 rows and the account table of BBC 3.0. */
export const rowSplits: ReadonlyArray<RowSplit> = [
  { section: "operating", row: "I.A.4", by: "operatingGrant", to: "I.A.4-" },
  { section: "operating", row: "I.B.1", by: "interest", to: "I.B.1-" },
  { section: "operating", row: "II.A.2.a", accounts: ["7300"], to: "II.A.2.a-1" },
  { section: "operating", row: "II.A.2.a", accounts: ["7301"], to: "II.A.2.a-2" },
  { section: "operating", row: "II.A.2.a", to: "II.A.2.a-3" },
  { section: "operating", row: "II.A.3.a", accounts: ["74000", "74001"], to: "II.A.3.a-1" },
  { section: "operating", row: "II.A.3.a", by: "origin", to: "II.A.3.a-2-" },
  { section: "operating", row: "II.A.3.b", by: "origin", to: "II.A.3.b-" },
  { section: "investment", row: "I.D", by: "investmentGrant", to: "I.D-" },
  { section: "investment", row: "II.D", by: "origin", to: "II.D-" },
  { section: "financing", row: "I.C.1", by: "loan", to: "I.C.1-" },
]

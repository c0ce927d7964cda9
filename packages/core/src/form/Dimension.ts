/**
 * The dimensions of a place under a structure: section, T2 row, policy domain, action and policy objective. Derived,
 * never stored.
 *
 * ```ts
 * const dimensions = Dimension.of(plan.structure, { ...grant, phase: "estimate" })
 * Dimension.isUnplaced(dimensions) ? dimensions._tag : dimensions.row // => "II.A.3.b-2"
 * const unknown = { ...rent, account: "99", phase: "estimate" } as const
 * Dimension.of(plan.structure, unknown) // => { _tag: "UnknownAccount", account: "99", direction: "U" }
 * Dimension.rowSplits[0]?.by // => "operatingGrant"
 * ```
 */

import { accountRule, ancestor, type Structure } from "../event/Structure.ts"
import type { Place } from "../value/BudgetLine.ts"
import type { Section } from "../value/Section.ts"

/** The dimensions of one place. */
export interface Dimensions {
  readonly section: Section
  /** The leaf row of T2 within its section; empty for results and debts. */
  readonly row: string
  readonly domain: string | undefined
  readonly action: string | undefined
  readonly policyObjective: string | undefined
}

/** The reason why a place has no T2 row. */
export type Unplaced =
  | { readonly _tag: "UnknownAccount"; readonly account: string; readonly direction: string }
  | { readonly _tag: "SectorRequired"; readonly account: string; readonly row: string }
  | {
      readonly _tag: "SectorWithoutRow"
      readonly sector: string
      readonly purpose: string
      readonly row: string
    }
  | { readonly _tag: "UnknownSector"; readonly sector: string }

/** A purpose of the number of a sector: a column of the sector table. */
export type Purpose = "origin" | "operatingGrant" | "investmentGrant" | "loan" | "interest"

/**
 * A T2 row that is split below the account table. `to` is the finer row, or its prefix when the number of a sector
 * completes it.
 */
export interface RowSplit {
  readonly section: Section
  readonly row: string
  /** The account prefixes that the split covers; every account when left out. */
  readonly accounts?: ReadonlyArray<string>
  /** The purpose whose number completes the row; no sector is needed when left out. */
  readonly by?: Purpose
  readonly to: string
}

/**
 * The dash rows (streepjesrubrieken); the first match counts. The account table stops at a row such as II.A.3.a. Below
 * it the account or the sector of the counterparty decides. Source: the printed T2 rows and the account table of BBC 3.0.
 */
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

/** Returns the dimensions of a place, or why it has no row. A debt has no T2 row: T3 counts it by its part. */
export const of = (structure: Structure, place: Place): Dimensions | Unplaced => {
  const item = place.policyItem === undefined ? undefined : structure.policyItems.get(place.policyItem)
  const goals = {
    domain: item?.domain,
    action: place.action,
    policyObjective: ancestor(structure, place.action, "policyObjective")?.code,
  }
  if (place.phase === "debt") return { section: "financing", row: "", ...goals }
  const rule = accountRule(structure, place.direction, place.account)
  if (rule === undefined)
    return { _tag: "UnknownAccount", account: place.account, direction: place.direction }
  const { section } = rule
  if (rule.row === undefined) return { section, row: "", ...goals }
  const split = splitOf(section, rule.row, place.account)
  if (split === undefined) return { section, row: rule.row, ...goals }
  if (split.by === undefined) return { section, row: split.to, ...goals }
  if (place.sector === undefined) return { _tag: "SectorRequired", account: place.account, row: rule.row }
  const sector = structure.sectors.get(place.sector)
  if (sector === undefined) return { _tag: "UnknownSector", sector: place.sector }
  const dash = sector[split.by]
  if (dash === undefined)
    return { _tag: "SectorWithoutRow", sector: place.sector, purpose: split.by, row: rule.row }
  return { section, row: `${split.to}${dash}`, ...goals }
}

/** Whether a place has no row. */
export const isUnplaced = (reading: Dimensions | Unplaced): reading is Unplaced => "_tag" in reading

const splitOf = (section: Section, row: string, account: string): RowSplit | undefined =>
  rowSplits.find(
    (split) =>
      split.section === section &&
      split.row === row &&
      (split.accounts === undefined || split.accounts.some((prefix) => account.startsWith(prefix))),
  )

/** What a place means under a structure: its section, T2 row, policy domain and objectives. Derived at reading, never stored. */

import { accountRule, ancestor, type Structure } from "../event/Structure.ts"
import type { Place } from "../value/BudgetLine.ts"
import type { Section } from "../value/Section.ts"
import { type RowSplit, rowSplits } from "./RowSplit.ts"

/** The readings of one place. */
export interface Dimensions {
  readonly section: Section
  /** The leaf row of T2 within its section; empty for results. */
  readonly row: string
  readonly domain: string | undefined
  readonly action: string | undefined
  readonly policyObjective: string | undefined
}

/** Why a place has no T2 row. */
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

/** The dimensions of a place, or why it has none. A debt has no row of its own: T3 reads it by its part. */
export const of = (structure: Structure, place: Place): Dimensions | Unplaced => {
  const item = place.policyItem === undefined ? undefined : structure.policyItems.get(place.policyItem)
  const readings = {
    domain: item?.domain,
    action: place.action,
    policyObjective: ancestor(structure, place.action, "policyObjective")?.code,
  }
  if (place.phase === "debt") return { section: "financing", row: "", ...readings }
  const rule = accountRule(structure, place.direction, place.account)
  if (rule === undefined)
    return { _tag: "UnknownAccount", account: place.account, direction: place.direction }
  if (rule.row === undefined) return { section: rule.section, row: "", ...readings }
  const split = splitOf(rule.section, rule.row, place.account)
  if (split === undefined) return { section: rule.section, row: rule.row, ...readings }
  if (split.by === undefined) return { section: rule.section, row: split.to, ...readings }
  if (place.sector === undefined) return { _tag: "SectorRequired", account: place.account, row: rule.row }
  const sector = structure.sectors.get(place.sector)
  if (sector === undefined) return { _tag: "UnknownSector", sector: place.sector }
  const dash = sector[split.by]
  if (dash === undefined)
    return { _tag: "SectorWithoutRow", sector: place.sector, purpose: split.by, row: rule.row }
  return { section: rule.section, row: `${split.to}${dash}`, ...readings }
}

/** Whether a place could be read. */
export const isUnplaced = (reading: Dimensions | Unplaced): reading is Unplaced => "_tag" in reading

const splitOf = (section: Section, row: string, account: string): RowSplit | undefined =>
  rowSplits.find(
    (split) =>
      split.section === section &&
      split.row === row &&
      (split.accounts === undefined || split.accounts.some((prefix) => account.startsWith(prefix))),
  )

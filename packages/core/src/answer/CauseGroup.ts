/** The causes of a difference over all cells, by entry and reason. */

import type { Kind } from "../event/BudgetEvent.ts"
import type { FormId } from "../form/bbc3/index.ts"
import * as Money from "../value/Money.ts"
import type { CauseKind } from "./Cause.ts"
import type { ChangedCell } from "./ChangedCell.ts"

/** One cause over all cells. Amounts of cells are not added: a sum would count a change once per row above it. */
export interface CauseGroup {
  readonly entry: number
  readonly event: Kind | ""
  readonly kind: CauseKind
  readonly text: string | undefined
  /** The number of changed cells per form. */
  readonly cells: ReadonlyMap<FormId, number>
  /** The largest amount in one cell. */
  readonly largest: Money.Money
}

interface GrowingGroup extends CauseGroup {
  readonly cells: Map<FormId, number>
  largest: Money.Money
}

/** Returns the groups of changed cells by entry. Unexplained amounts form a group of their own, of entry 0, also when there are none. */
export const list = (cells: ReadonlyArray<ChangedCell>): ReadonlyArray<CauseGroup> => {
  const rest: GrowingGroup = { ...withoutReason, cells: new Map(), largest: Money.zero }
  const entries = new Map<number, Map<string, GrowingGroup>>()
  const groups: Array<GrowingGroup> = []
  const add = (group: GrowingGroup, form: FormId, amount: Money.Money): void => {
    group.cells.set(form, (group.cells.get(form) ?? 0) + 1)
    if (Money.abs(amount) > Money.abs(group.largest)) group.largest = amount
  }
  for (const { form, causes, unexplained } of cells) {
    for (const { entry, event, kind, text, amount } of causes) {
      const own = entries.get(entry) ?? new Map<string, GrowingGroup>()
      const key = `${kind}\u001f${text ?? ""}`
      let group = own.get(key)
      if (group === undefined) {
        group = { entry, event, kind, text, cells: new Map(), largest: Money.zero }
        groups.push(group)
        entries.set(entry, own.set(key, group))
      }
      add(group, form, amount)
    }
    if (!Money.isZero(unexplained)) add(rest, form, unexplained)
  }
  return [...groups.sort((a, b) => a.entry - b.entry), ...(cells.length === 0 ? [] : [rest])]
}

/** Returns whether a group is the one of the unexplained amounts. */
export const isUnexplained = ({ kind }: Pick<CauseGroup, "kind">): boolean => kind === withoutReason.kind

const withoutReason = { entry: 0, event: "", kind: "unexplained", text: undefined } as const

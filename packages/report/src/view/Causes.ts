/** The causes of a difference by entry and reason: the cells they changed and their largest amount. */
import type { Diff } from "@grootboek/core"
import { Money } from "@grootboek/core"

/** One cause over all cells. Amounts of cells are not added: a sum would count a change once per row above it. */
export interface CauseGroup {
  readonly entry: number
  readonly event: string
  readonly kind: Diff.CauseKind
  readonly text: string | undefined
  /** The number of changed cells per form. */
  readonly cells: ReadonlyMap<string, number>
  /** The largest amount in one cell. */
  readonly largest: Money.Money
}

/** Returns the groups of a difference by entry. Unexplained amounts form a group of their own, of entry 0, also when there are none. */
export const group = ({ cells }: Diff.Difference): ReadonlyArray<CauseGroup> => {
  const groups = new Map<string, CauseGroup & { readonly cells: Map<string, number> }>()
  for (const cell of cells) {
    const causes = Money.isZero(cell.unexplained)
      ? cell.causes
      : [...cell.causes, { ...nobody, amount: cell.unexplained }]
    for (const { entry, event, kind, text, amount } of causes) {
      const key = [entry, kind, text ?? ""].join("\u001f")
      const known = groups.get(key) ?? { entry, event, kind, text, cells: new Map(), largest: Money.zero }
      known.cells.set(cell.form, (known.cells.get(cell.form) ?? 0) + 1)
      const largest = size(amount) > size(known.largest) ? amount : known.largest
      groups.set(key, { ...known, largest })
    }
  }
  const rest = [nobody.entry, nobody.kind, ""].join("\u001f")
  if (cells.length > 0 && !groups.has(rest))
    groups.set(rest, { ...nobody, cells: new Map(), largest: Money.zero })
  return [...groups.values()].sort((a, b) => (a.entry || last) - (b.entry || last))
}

/** Returns whether a group is the one of the unexplained amounts. */
export const isUnexplained = ({ kind }: Pick<CauseGroup, "kind">): boolean => kind === nobody.kind

const nobody = { entry: 0, event: "", kind: "unexplained" as const, text: undefined }
const last = Number.POSITIVE_INFINITY
const size = (amount: Money.Money): bigint => (amount < 0n ? -amount : amount)

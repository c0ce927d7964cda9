/** The causes of a difference taken together: per entry and reason, which cells it touched and how strongly at most. */
import type { Diff } from "@grootboek/core"
import { Money } from "@grootboek/core"

/** One cause over all cells. Amounts of different cells are not added: a sum would count a change once per row above it. */
export interface CauseGroup {
  readonly entry: number
  readonly event: string
  readonly kind: Diff.CauseKind
  readonly text: string | undefined
  /** How many cells it touched, per form. */
  readonly cells: ReadonlyMap<string, number>
  /** Its largest share in one cell. */
  readonly largest: Money.Money
}

/** The groups of a difference, by entry. What is unexplained is a group of its own, of entry 0. */
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
  return [...groups.values()].sort((a, b) => (a.entry || last) - (b.entry || last))
}

/** Whether a group is what no stated reason explains. */
export const isUnexplained = ({ kind }: Pick<CauseGroup, "kind">): boolean => kind === nobody.kind

const nobody = { entry: 0, event: "", kind: "unexplained" as const, text: undefined }
const last = Number.POSITIVE_INFINITY
const size = (amount: Money.Money): bigint => (amount < 0n ? -amount : amount)

/**
 * The parts of a decision file that fit on one sheet of paper: the largest changes, and the norms that are missed, that were
 * missed before, or that are of the last year.
 *
 * ```ts
 * const file = Result.getOrThrow(DecisionFile.of(ledger, "2026/1"))
 * DecisionSheet.largest(file, "reason").groups.length // => 1
 * DecisionSheet.shownNorms(file).some(({ after }) => after.year === 2031) // => true
 * ```
 */
import * as Money from "../value/Money.ts"
import type { ChangeGroup, DecisionFile } from "./DecisionFile.ts"
import * as Norm from "./Norm.ts"

/** The largest groups of one origin, and the sum of the others. */
export interface LargestGroups {
  readonly groups: ReadonlyArray<ChangeGroup>
  /** The number of groups that are added up, and their sums; undefined when there are none. */
  readonly others:
    | (Pick<ChangeGroup, "receipts" | "expenditure" | "effects"> & { readonly count: number })
    | undefined
}

/** The groups of an origin that fit on one sheet; the smaller ones are added up. */
const most = 14

/** Returns the groups of an origin in the order of the journal, or the largest ones when there are too many for a sheet. */
export const largest = (
  { changes, years }: Pick<DecisionFile, "changes" | "years">,
  origin: ChangeGroup["origin"],
): LargestGroups => {
  const all = changes.filter((group) => group.origin === origin)
  const size = ({ receipts, expenditure }: ChangeGroup): bigint =>
    Money.add(Money.abs(receipts), Money.abs(expenditure))
  const sorted = all.length <= most ? all : all.toSorted((a, b) => (size(b) > size(a) ? 1 : -1))
  const rest = sorted.slice(most)
  const sum = (read: (group: ChangeGroup) => Money.Money) => Money.sum(rest.map(read))
  return {
    groups: sorted.slice(0, most),
    others:
      rest.length === 0
        ? undefined
        : {
            count: rest.length,
            receipts: sum(({ receipts }) => receipts),
            expenditure: sum(({ expenditure }) => expenditure),
            effects: years.map((_, at) => sum(({ effects }) => effects[at] ?? Money.zero)),
          },
  }
}

/** A norm before and after a decision. */
export interface ComparedNorm {
  readonly before: Norm.NormCheck | undefined
  readonly after: Norm.NormCheck
}

/** Returns the norms that a sheet shows: those that are missed, those that were, and those of the last year. */
export const shownNorms = ({
  norms,
  years,
}: Pick<DecisionFile, "norms" | "years">): ReadonlyArray<ComparedNorm> => {
  const key = (check: Norm.NormCheck) => `${check.year}\u001f${Norm.key(check)}`
  const before = new Map(norms.before.map((check) => [key(check), check]))
  return norms.after
    .map((after) => ({ before: before.get(key(after)), after }))
    .filter(({ before, after }) => !after.holds || before?.holds === false || after.year === years.at(-1))
}

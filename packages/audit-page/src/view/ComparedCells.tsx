/** The cells of a row at two moments: old, new and difference, with the causes of each difference. */
import { Address, type Diff, Money, type Statement } from "@grootboek/core"
import * as FormComparison from "../model/FormComparison.ts"
import * as RowSense from "../model/RowSense.ts"
import { CauseBar } from "../part/CauseBar.tsx"
import * as Figures from "../words/Figures.ts"

/** The columns of a year. */
export const sides = ["old", "new", "delta"] as const

export interface ComparedCellsProps {
  readonly comparison: FormComparison.FormComparison
  /** The sense of each row, by address. */
  readonly senses: ReadonlyMap<string, RowSense.RowSense>
  readonly selected: Diff.ChangedCell | undefined
  /** The cause whose cells are highlighted, by key. */
  readonly cause: string | undefined
  readonly hover: (cause: string | undefined) => void
  readonly select: (cell: Diff.ChangedCell) => void
  readonly row: Statement.StatementRow
  readonly line: number
  readonly years: ReadonlyArray<number>
  readonly onKey: (event: KeyboardEvent, column: number) => void
}

/** Three cells for each year that is shown. */
export const ComparedCells = ({ comparison, row, line, years, onKey, ...props }: ComparedCellsProps) => {
  const { senses, selected, cause, hover, select } = props
  const { decimals } = comparison.statement
  const sense = senses.get(Address.format(row))
  return comparison
    .of(row)
    .filter(({ year }) => years.includes(year))
    .flatMap((compared, index) =>
      sides.map((side, turn) => {
        const { change, year } = compared
        const column = 3 * index + turn
        const isMoved =
          change !== undefined &&
          cause !== undefined &&
          FormComparison.causesOf(change).some((one) => FormComparison.keyOf(one) === cause)
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid, a td is a gridcell
          <td
            key={`${year} ${side}`}
            class={`figure ${side} ${change === undefined ? "zero" : side === "delta" ? RowSense.classOf(sense, change.delta) : ""}`}
            data-line={line}
            data-column={column}
            data-cell={`${Address.format(row)}/${year}/${side}`}
            data-moved={isMoved && side === "delta" ? "" : undefined}
            tabIndex={line === 0 && column === 0 ? 0 : -1}
            aria-selected={change !== undefined && change === selected}
            onClick={() => change && select(change)}
            onMouseOver={(event) => hover(causeAt(event.target))}
            onMouseLeave={() => hover(undefined)}
            onFocus={() => hover(change === undefined ? undefined : largestOf(change))}
            onBlur={() => hover(undefined)}
            onKeyDown={(event) => {
              if (event.key === "Enter" || event.key === " ") {
                event.preventDefault()
                if (change !== undefined) select(change)
              } else onKey(event, column)
            }}
          >
            {figureOf(compared, side, decimals)}
            {side === "delta" && change !== undefined ? <CauseBar change={change} /> : undefined}
          </td>
        )
      }),
    )
}

// The keyboard has no pointer: a focused cell highlights the cells of its largest cause.
const largestOf = (change: Diff.ChangedCell): string | undefined => {
  const [first] = FormComparison.causesOf(change).toSorted((a, b) =>
    Money.abs(a.amount) < Money.abs(b.amount) ? 1 : -1,
  )
  return first === undefined ? undefined : FormComparison.keyOf(first)
}

const causeAt = (target: EventTarget | null): string | undefined =>
  target instanceof SVGElement ? target.dataset.cause : undefined

const figureOf = (
  { old, new: made, change }: FormComparison.ComparedYear,
  side: (typeof sides)[number],
  decimals: number,
): string => {
  if (side !== "delta") {
    const amount = side === "old" ? old : made
    return amount === undefined ? "–" : Figures.printed(amount.printed, decimals)
  }
  return change === undefined ? "–" : Figures.printedChange(Money.round(change.delta, decimals), decimals)
}

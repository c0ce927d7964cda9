/** A form at two moments in its official rows: old, new and difference side by side, with a bar of causes in each difference. */
import { Address, type Diff, Money, type Statement } from "@grootboek/core"
import { Fragment } from "preact"
import { useEffect, useRef } from "preact/hooks"
import * as Fold from "../model/Fold.ts"
import * as FormComparison from "../model/FormComparison.ts"
import * as PrintedRow from "../model/PrintedRow.ts"
import * as RowSense from "../model/RowSense.ts"
import { CauseBar } from "../part/CauseBar.tsx"
import { useClosedRows } from "../part/ClosedRows.ts"
import * as GridKeys from "../part/GridKeys.ts"
import * as Reveal from "../part/Reveal.ts"
import { RowHead, SectionHead } from "../part/RowHead.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface CompareTableProps {
  readonly comparison: FormComparison.FormComparison
  /** The sense of each row, by address. */
  readonly senses: ReadonlyMap<string, RowSense.RowSense>
  readonly selected: Diff.ChangedCell | undefined
  /** The cause whose cells are highlighted, by key. */
  readonly cause: string | undefined
  readonly hover: (cause: string | undefined) => void
  readonly caption: string
  readonly select: (cell: Diff.ChangedCell) => void
}

const sides = ["old", "new", "delta"] as const

export const CompareTable = (props: CompareTableProps) => {
  const { comparison, caption } = props
  const { say, route, go } = useShared()
  const grid = useRef<HTMLTableElement>(null)
  const { statement, changedYears } = comparison
  const isFolded = route.empty !== "1"
  const years = isFolded && changedYears.length > 0 ? changedYears : comparison.years
  const closedRows = useClosedRows()
  const { rows, empty } = Fold.of(statement, {
    isEmptyFolded: isFolded,
    isBlank: (row) => !comparison.isChanged(row),
    closed: closedRows.closed,
    kept: () => false,
  })
  const hidden = comparison.years.length - changedYears.length
  const { selected } = props
  const shown = selected === undefined ? undefined : `${Address.format(selected)} ${selected.year}`
  // A link may name a cell that is out of sight.
  useEffect(() => {
    if (shown !== undefined) Reveal.chosen(grid.current)
  }, [shown, statement.form])
  let heading = ""
  return (
    <>
      {empty + hidden === 0 ? undefined : (
        <p class="aside">
          {say(isFolded ? words.changes.folded : words.changes.unfolded)(
            Figures.count(empty),
            Figures.count(hidden),
          )}{" "}
          <button
            type="button"
            class="link noprint"
            aria-expanded={!isFolded}
            onClick={() => go({ empty: isFolded ? "1" : "" })}
          >
            {say(isFolded ? words.statement.unfold : words.statement.fold)}
          </button>
        </p>
      )}
      <section class="scroll form" aria-label={caption}>
        <table
          class="form compare"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
          role="grid"
          ref={grid}
          aria-label={caption}
          data-coded={PrintedRow.isCoded(statement.form) || undefined}
        >
          <thead>
            <tr class="onpaper">
              <th colSpan={2 + 3 * years.length}>{caption}</th>
            </tr>
            <tr>
              <th scope="col" class="code" rowSpan={2}>
                {say(words.statement.code)}
              </th>
              <th scope="col" rowSpan={2}>
                {say(words.statement.label)}
              </th>
              {years.map((year) => (
                <th key={year} scope="colgroup" colSpan={3} class="year">
                  {year}
                </th>
              ))}
            </tr>
            <tr>
              {years.flatMap((year) =>
                sides.map((side) => (
                  <th key={`${year} ${side}`} scope="col" class={`figure ${side}`}>
                    {say(words.changes[side])}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, isParent }, line) => {
              const face = PrintedRow.of(statement.form, row)
              const isNew = face.heading !== heading
              heading = face.heading
              return (
                <Fragment key={Address.format(row)}>
                  {isNew && heading !== "" ? (
                    <SectionHead heading={heading} columns={2 + 3 * years.length} />
                  ) : undefined}
                  <tr class={face.strong ? "strong" : undefined}>
                    <RowHead row={row} face={face} isParent={isParent} rows={closedRows} />
                    <YearCells
                      {...props}
                      row={row}
                      line={line}
                      years={years}
                      onKey={(event, column) =>
                        GridKeys.move(grid.current, event, {
                          ...{ line, column, lines: rows.length },
                          columns: 3 * years.length,
                        })
                      }
                    />
                  </tr>
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </section>
    </>
  )
}

interface YearCellsProps extends CompareTableProps {
  readonly row: Statement.StatementRow
  readonly line: number
  readonly years: ReadonlyArray<number>
  readonly onKey: (event: KeyboardEvent, column: number) => void
}

const YearCells = ({ comparison, row, line, years, onKey, ...props }: YearCellsProps) => {
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

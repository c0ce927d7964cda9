/** A form at two moments in its official rows: old, new and difference side by side, with a bar of causes in each difference. */
import { Address } from "@grootboek/core"
import { Fragment } from "preact"
import { useEffect, useRef } from "preact/hooks"
import * as PrintedRow from "../model/PrintedRow.ts"
import * as RowFolding from "../model/RowFolding.ts"
import { useClosedRows } from "../part/ClosedRows.ts"
import * as GridKeys from "../part/GridKeys.ts"
import * as Reveal from "../part/Reveal.ts"
import { RowHead, SectionHead } from "../part/RowHead.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { ComparedCells, type ComparedCellsProps, sides } from "./ComparedCells.tsx"

export interface CompareTableProps extends Omit<ComparedCellsProps, "row" | "line" | "years" | "onKey"> {
  readonly caption: string
}

export const CompareTable = (props: CompareTableProps) => {
  const { comparison, caption } = props
  const { say, route, go } = useShared()
  const grid = useRef<HTMLTableElement>(null)
  const { statement, changedYears } = comparison
  const isFolded = route.empty !== "1"
  const years = isFolded && changedYears.length > 0 ? changedYears : comparison.years
  const closedRows = useClosedRows()
  const { rows, empty } = RowFolding.of(statement, {
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
              const printed = PrintedRow.of(statement.form, row)
              const isNew = printed.heading !== heading
              heading = printed.heading
              return (
                <Fragment key={Address.format(row)}>
                  {isNew && heading !== "" ? (
                    <SectionHead heading={heading} columns={2 + 3 * years.length} />
                  ) : undefined}
                  <tr class={printed.strong ? "strong" : undefined}>
                    <RowHead row={row} printed={printed} isParent={isParent} rows={closedRows} />
                    <ComparedCells
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

/** A statement as a grid: the arrow keys move between figures, Enter opens the explanation. */
import { Address, Money, type Statement } from "@grootboek/core"
import { Fragment } from "preact"
import { useEffect, useRef } from "preact/hooks"
import * as FigureColumn from "../model/FigureColumn.ts"
import * as PrintedRow from "../model/PrintedRow.ts"
import * as RowFolding from "../model/RowFolding.ts"
import { useClosedRows } from "../part/ClosedRows.ts"
import { Decided } from "../part/Decided.tsx"
import { DecisionNote } from "../part/DecisionNote.tsx"
import { EntryLink } from "../part/EntryLink.tsx"
import * as GridKeys from "../part/GridKeys.ts"
import * as Reveal from "../part/Reveal.ts"
import { RowHead, SectionHead } from "../part/RowHead.tsx"
import { useShared } from "../part/Shared.tsx"
import * as FigureHead from "../words/FigureHead.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface StatementTableProps {
  readonly statement: Statement.Statement
  /** The last entry that changed each row. */
  readonly blame: ReadonlyArray<number> | undefined
  readonly selected: SelectedCell | undefined
  /** The title that is repeated on every sheet of paper. */
  readonly caption: string
  readonly select: (row: Statement.StatementRow, column: FigureColumn.FigureColumn) => void
}

/** A cell: its row, its year, and the plan beside the accounts when it is a cell of that plan. */
export interface SelectedCell extends Pick<FigureColumn.FigureColumn, "year" | "plan"> {
  readonly row: string
}

export const StatementTable = ({ statement, blame, selected, caption, select }: StatementTableProps) => {
  const { say, route, go } = useShared()
  const grid = useRef<HTMLTableElement>(null)
  const figures = FigureColumn.of(statement)
  const isSelected = (row: Statement.StatementRow): boolean =>
    selected !== undefined && (selected.row === Address.format(row) || selected.row === row.code)
  const isEmptyFolded = route.empty !== "1"
  const closedRows = useClosedRows()
  const planned = new Set(
    statement.rows.filter((_, index) =>
      figures.some(({ plan, cellOf }) => plan !== undefined && (cellOf(index)?.exact ?? 0n) !== 0n),
    ),
  )
  const { rows, empty } = RowFolding.of(statement, {
    isEmptyFolded,
    isBlank: (row) => RowFolding.isZero(row) && !planned.has(row),
    ...{ closed: closedRows.closed, kept: isSelected },
  })
  const columns =
    figures.length + (PrintedRow.isCoded(statement.form) ? 2 : 1) + (blame === undefined ? 0 : 1)
  let heading = ""
  const shown = selected === undefined ? undefined : `${selected.row} ${FigureColumn.keyOf(selected)}`
  // A link may name a cell that is out of sight; a cell that was clicked is not moved.
  useEffect(() => {
    if (shown !== undefined) Reveal.chosen(grid.current)
  }, [shown, statement.form])
  const isBlamed = blame !== undefined
  useEffect(() => {
    if (isBlamed && shown === undefined) Reveal.lastColumn(grid.current)
  }, [isBlamed, shown, statement.form])

  return (
    <>
      {empty === 0 ? undefined : (
        <p class="aside">
          {say(isEmptyFolded ? words.statement.folded : words.statement.unfolded)(Figures.count(empty))}{" "}
          <button
            type="button"
            class="link noprint"
            aria-expanded={!isEmptyFolded}
            onClick={() => go({ empty: isEmptyFolded ? "1" : "" })}
          >
            {say(isEmptyFolded ? words.statement.unfold : words.statement.fold)}
          </button>
        </p>
      )}
      {rows.length === 0 ? undefined : (
        <div class="scroll form">
          <table
            class="form"
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
            role="grid"
            ref={grid}
            aria-labelledby="form-title"
            data-form={statement.form}
            data-coded={PrintedRow.isCoded(statement.form) || undefined}
          >
            <thead>
              <tr class="onpaper">
                <th colSpan={columns}>{caption}</th>
              </tr>
              <tr>
                <th scope="col" class="code">
                  {say(words.statement.code)}
                </th>
                <th scope="col">{say(words.statement.label)}</th>
                {figures.map((figure) => (
                  <th key={FigureColumn.keyOf(figure)} scope="col" class="figure">
                    {FigureHead.of(figure, say)}
                  </th>
                ))}
                {blame === undefined ? undefined : <th scope="col">{say(words.statement.blame)}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, index, isParent }, line) => {
                const printed = PrintedRow.of(statement.form, row)
                const isNew = printed.heading !== heading
                heading = printed.heading
                return (
                  <Fragment key={`${row.section}/${row.code}`}>
                    {isNew && heading !== "" ? (
                      <SectionHead heading={heading} columns={columns} />
                    ) : undefined}
                    <tr class={printed.strong ? "strong" : undefined}>
                      <RowHead row={row} printed={printed} isParent={isParent} rows={closedRows} />
                      {figures.map((figure, column) => {
                        const key = FigureColumn.keyOf(figure)
                        const cell = figure.cellOf(index)
                        return cell === undefined ? (
                          <td key={key} class="figure" />
                        ) : (
                          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid, a td is a gridcell
                          <td
                            key={key}
                            class={cell.printed === 0n ? "figure zero" : "figure"}
                            data-line={line}
                            data-column={column}
                            data-cell={`${row.section}/${row.code}/${key}`}
                            data-rounded={isRounded(statement, cell) ? "" : undefined}
                            tabIndex={line === 0 && column === 0 ? 0 : -1}
                            aria-selected={
                              selected !== undefined &&
                              FigureColumn.keyOf(selected) === key &&
                              isSelected(row)
                            }
                            onClick={() => select(row, figure)}
                            onKeyDown={(event) => {
                              if (event.key === "Enter" || event.key === " ") {
                                event.preventDefault()
                                select(row, figure)
                              } else
                                GridKeys.move(grid.current, event, {
                                  ...{ line, column },
                                  ...{ lines: rows.length, columns: figures.length },
                                })
                            }}
                          >
                            {Figures.printed(cell.printed, statement.decimals)}
                          </td>
                        )
                      })}
                      {blame === undefined ? undefined : <BlameCell entry={blame[index] ?? 0} />}
                    </tr>
                  </Fragment>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {rows.some(({ row }) => row.cells.some((cell) => isRounded(statement, cell))) ? (
        <p class="aside">{say(words.statement.rounded)}</p>
      ) : undefined}
      {blame === undefined ? undefined : (
        <Decided entries={rows.map(({ index }) => blame[index] ?? 0).filter((entry) => entry > 0)} />
      )}
    </>
  )
}

/** Whether a figure is printed as a sum of printed rows, and its exact amount rounds to another. */
const isRounded = ({ decimals }: Statement.Statement, { exact, printed }: Statement.StatementCell): boolean =>
  Money.round(exact, decimals) !== printed

const BlameCell = ({ entry }: { readonly entry: number }) => {
  const { ledger, say } = useShared()
  const trace = ledger.traces.at(entry)
  if (trace === undefined) return <td class="blame">–</td>
  return (
    <td class="blame">
      <DecisionNote entry={entry} />
      <EntryLink entry={entry}>
        {say(words.events[trace.kind])} · {say(words.explanation.entry)(Figures.count(entry))}
      </EntryLink>
    </td>
  )
}

/** A statement as a grid: the arrow keys move between figures, Enter opens the explanation. */
import { Address, forms, Money, type Statement } from "@grootboek/core"
import { Fragment } from "preact"
import { useEffect, useRef, useState } from "preact/hooks"
import * as Fold from "../model/Fold.ts"
import { DecisionNote } from "../part/DecisionNote.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export interface StatementTableProps {
  readonly statement: Statement.Statement
  /** The last entry that changed each row. */
  readonly blame: ReadonlyArray<number> | undefined
  readonly selected: { readonly row: string; readonly year: number } | undefined
  /** The title that is repeated on every sheet of paper. */
  readonly caption: string
  readonly select: (row: Statement.StatementRow, year: number) => void
}

export const StatementTable = ({ statement, blame, selected, caption, select }: StatementTableProps) => {
  const { say, route, go } = useShared()
  const grid = useRef<HTMLTableElement>(null)
  const { years } = statement
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  const isSelected = (row: Statement.StatementRow): boolean =>
    selected !== undefined && (selected.row === Address.format(row) || selected.row === row.code)
  const isEmptyFolded = route.empty !== "1"
  const { rows, empty } = Fold.of(statement, { isEmptyFolded, closed, kept: isSelected })
  const toggle = (index: number) =>
    setClosed(
      closed.has(index) ? new Set([...closed].filter((one) => one !== index)) : new Set([...closed, index]),
    )
  const columns = years.length + (isCoded(statement.form) ? 2 : 1) + (blame === undefined ? 0 : 1)
  let heading = ""
  const shown = selected === undefined ? undefined : `${selected.row} ${selected.year}`
  // A link may name a cell that is out of sight; a cell that was clicked is not moved.
  useEffect(() => {
    if (shown !== undefined) reveal(grid.current)
  }, [shown, statement.form])

  const focus = (line: number, column: number): void => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-line="${line}"][data-column="${column}"]`)
    if (cell === null || cell === undefined) return
    for (const other of grid.current?.querySelectorAll('td[tabindex="0"]') ?? [])
      other.setAttribute("tabindex", "-1")
    cell.tabIndex = 0
    cell.focus()
  }
  const move = (event: KeyboardEvent, line: number, column: number): void => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [line - 1, column],
      ArrowDown: [line + 1, column],
      ArrowLeft: [line, column - 1],
      ArrowRight: [line, column + 1],
      Home: [line, 0],
      End: [line, years.length - 1],
      PageUp: [Math.max(0, line - 15), column],
      PageDown: [Math.min(rows.length - 1, line + 15), column],
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    focus(...to)
  }

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
      <div class="scroll form">
        <table
          class="form"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
          role="grid"
          ref={grid}
          aria-labelledby="form-title"
          data-form={statement.form}
          data-coded={isCoded(statement.form) || undefined}
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
              {years.map((year) => (
                <th key={year} scope="col" class="figure">
                  {year}
                </th>
              ))}
              {blame === undefined ? undefined : <th scope="col">{say(words.statement.blame)}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, index, isParent }, line) => {
              const face = faceOf(statement.form, row)
              const isNew = face.heading !== heading
              heading = face.heading
              return (
                <Fragment key={`${row.section}/${row.code}`}>
                  {isNew && heading !== "" ? (
                    <tr class="section">
                      <th scope="rowgroup" colSpan={columns} lang="nl">
                        {heading}
                      </th>
                    </tr>
                  ) : undefined}
                  <tr class={face.strong ? "strong" : undefined}>
                    <td class="code">{face.code}</td>
                    <th scope="row" lang="nl" style={{ "--level": String(row.level) }}>
                      {isParent ? (
                        <button
                          type="button"
                          class="fold noprint"
                          aria-expanded={!closed.has(index)}
                          aria-label={`${say(words.statement.lower)} ${face.code} ${face.label}`}
                          onClick={() => toggle(index)}
                        >
                          <span aria-hidden="true">{closed.has(index) ? "▸" : "▾"}</span>
                        </button>
                      ) : undefined}
                      {face.label}
                    </th>
                    {row.cells.map((cell, column) => (
                      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid, a td is a gridcell
                      <td
                        key={cell.year}
                        class={cell.printed === 0n ? "figure zero" : "figure"}
                        data-line={line}
                        data-column={column}
                        data-cell={`${row.section}/${row.code}/${cell.year}`}
                        data-rounded={isRounded(statement, cell) ? "" : undefined}
                        tabIndex={line === 0 && column === 0 ? 0 : -1}
                        aria-selected={selected?.year === cell.year && isSelected(row)}
                        onClick={() => select(row, cell.year)}
                        onKeyDown={(event) => {
                          if (event.key === "Enter" || event.key === " ") {
                            event.preventDefault()
                            select(row, cell.year)
                          } else move(event, line, column)
                        }}
                      >
                        {Figures.printed(cell.printed, statement.decimals)}
                      </td>
                    ))}
                    {blame === undefined ? undefined : <BlameCell entry={blame[index] ?? 0} />}
                  </tr>
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      {rows.some(({ row }) => row.cells.some((cell) => isRounded(statement, cell))) ? (
        <p class="aside">{say(words.statement.rounded)}</p>
      ) : undefined}
    </>
  )
}

/** Whether a figure is printed as a sum of printed rows, and its exact amount rounds to another. */
const isRounded = ({ decimals }: Statement.Statement, { exact, printed }: Statement.StatementCell): boolean =>
  Money.round(exact, decimals) !== printed

const reveal = (grid: HTMLElement | null): void => {
  const cell = grid?.querySelector<HTMLElement>('td[aria-selected="true"]')
  const port = cell?.closest<HTMLElement>(".scroll")
  if (!cell || !port) return
  const [own, around] = [cell.getBoundingClientRect(), port.getBoundingClientRect()]
  // On a small screen the explanation covers the lower part.
  const panel = document.querySelector<HTMLElement>("aside.explain")
  const isSheet = panel !== null && getComputedStyle(panel).position === "fixed"
  const bottom = Math.min(around.bottom, isSheet ? panel.getBoundingClientRect().top : innerHeight)
  const isSeen =
    own.top >= Math.max(0, around.top) + headPx &&
    own.bottom <= bottom &&
    own.left >= around.left &&
    own.right <= around.right
  if (isSeen) return
  cell.scrollIntoView({ block: "center", inline: "center" })
  if (isSheet) port.scrollIntoView({ block: "start" })
}

/** The height of the header that covers the first rows. */
const headPx = 36

const BlameCell = ({ entry }: { readonly entry: number }) => {
  const { ledger, say, go } = useShared()
  const trace = ledger.traces.at(entry)
  if (trace === undefined) return <td class="blame">–</td>
  return (
    <td class="blame">
      <DecisionNote entry={entry} />
      <button type="button" class="link" onClick={() => go({ view: "journal", entry: String(entry) })}>
        {say(words.events[trace.kind])} · {say(words.explanation.entry)(Figures.count(entry))}
      </button>
    </td>
  )
}

/** Whether the rows of a form have codes; other forms repeat the same rows for each group. */
const isCoded = (form: string): boolean =>
  Object.values(forms).find(({ id }) => id === form)?.kind === "fixed"

/** The heading, code and label of a row in the official layout. */
const faceOf = (form: string, { section, code, label, level }: Statement.StatementRow) => {
  const kind = Object.values(forms).find(({ id }) => id === form)
  if (kind?.kind !== "grouped") return { heading: section, code, label, strong: level === 0 }
  if (kind.address === "group")
    return { heading: section, code: "", label, strong: section.startsWith("Totalen") }
  // The rows of a group are labelled "GROUP – ROW"; the group becomes the heading.
  const dash = label.lastIndexOf(" – ")
  const heading = dash < 0 ? "" : label.slice(0, dash)
  const own = dash < 0 ? label : label.slice(dash + 3)
  return {
    heading,
    code: "",
    label: section === "" ? own : `${section} – ${own}`,
    strong: section === "Totaal" || dash < 0,
  }
}

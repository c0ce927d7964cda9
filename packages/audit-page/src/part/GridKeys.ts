/** The keys of a grid: arrows, Home, End and Page Up/Down move the focus between its cells. */

export interface GridPlace {
  readonly line: number
  readonly column: number
}

/** Moves the focus from a cell as a key asks. A grid has one cell that Tab reaches: the one with the focus. */
export const move = (
  grid: HTMLElement | null,
  event: KeyboardEvent,
  { line, column, lines, columns }: GridPlace & { readonly lines: number; readonly columns: number },
): void => {
  const steps: Readonly<Record<string, readonly [line: number, column: number]>> = {
    ArrowUp: [line - 1, column],
    ArrowDown: [line + 1, column],
    ArrowLeft: [line, column - 1],
    ArrowRight: [line, column + 1],
    Home: [line, 0],
    End: [line, columns - 1],
    PageUp: [Math.max(0, line - 15), column],
    PageDown: [Math.min(lines - 1, line + 15), column],
  }
  const to = steps[event.key]
  if (to === undefined) return
  event.preventDefault()
  const cell = grid?.querySelector<HTMLElement>(`[data-line="${to[0]}"][data-column="${to[1]}"]`)
  if (cell === null || cell === undefined) return
  for (const other of grid?.querySelectorAll('td[tabindex="0"]') ?? []) other.setAttribute("tabindex", "-1")
  cell.tabIndex = 0
  cell.focus()
}

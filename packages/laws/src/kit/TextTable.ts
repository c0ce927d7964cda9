/** Aligned rows of text, for counterexamples that an accountant can read. */

export interface TextTable {
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** Formats a table; columns of figures are aligned right. */
export const format = ({ head, rows }: TextTable): string => {
  const lines = [head, ...rows]
  const columns = head.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? "")
    return {
      width: Math.max(...lines.map((line) => [...(line[column] ?? "")].length)),
      figures: cells.length > 0 && cells.every((cell) => /^[+-]?[\d.,]*$/.test(cell)),
    }
  })
  const line = (cells: ReadonlyArray<string>) =>
    columns
      .map(({ width, figures }, column) => {
        const cell = cells[column] ?? ""
        const blanks = " ".repeat(width - [...cell].length)
        return figures ? blanks + cell : cell + blanks
      })
      .join("  ")
      .trimEnd()
  return [line(head), columns.map(({ width }) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n")
}

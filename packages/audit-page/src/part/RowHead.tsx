/** The head of a row of a form: its section where one begins, its code, and its label with the button that closes the rows below it. */
import { Address, type Statement } from "@grootboek/core"
import type { PrintedRow } from "../model/PrintedRow.ts"
import { words } from "../words/Words.ts"
import type { ClosedRows } from "./ClosedRows.ts"
import { useShared } from "./Shared.tsx"

export interface SectionHeadProps {
  readonly heading: string
  readonly columns: number
}

export const SectionHead = ({ heading, columns }: SectionHeadProps) => (
  <tr class="section">
    <th scope="rowgroup" colSpan={columns} lang="nl">
      <span>{heading}</span>
    </th>
  </tr>
)

export interface RowHeadProps {
  readonly row: Statement.StatementRow
  readonly printed: PrintedRow
  readonly isParent: boolean
  readonly rows: ClosedRows
}

export const RowHead = ({ row, printed, isParent, rows: { closed, toggle } }: RowHeadProps) => {
  const { say } = useShared()
  const isClosed = closed.has(Address.format(row))
  return (
    <>
      <td class="code">{printed.code}</td>
      <th scope="row" lang="nl" style={{ "--level": String(row.level) }}>
        {isParent ? (
          <button
            type="button"
            class="fold noprint"
            aria-expanded={!isClosed}
            aria-label={`${say(words.statement.lower)} ${printed.code} ${printed.label}`}
            onClick={() => toggle(row)}
          >
            <span aria-hidden="true">{isClosed ? "▸" : "▾"}</span>
          </button>
        ) : undefined}
        {printed.label}
      </th>
    </>
  )
}

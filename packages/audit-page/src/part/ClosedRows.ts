/** The rows of a form whose lower rows are closed, kept in the link. */
import { Address, type Statement } from "@grootboek/core"
import { useShared } from "./Shared.tsx"

export interface ClosedRows {
  readonly closed: ReadonlySet<string>
  /** Closes the rows below a row, or opens them again. */
  readonly toggle: (row: Statement.StatementRow) => void
}

export const useClosedRows = (): ClosedRows => {
  const { route, go } = useShared()
  const closed = new Set(route.closed)
  return {
    closed,
    toggle: (row) => {
      const address = Address.format(row)
      const others = [...closed].filter((one) => one !== address)
      go({ closed: closed.has(address) ? others : [...others, address] })
    },
  }
}

/** What a form of the annual accounts shows: its year, chosen from those of the plan, and the state of that year. */
import { Ledger, type Statement, Year } from "@grootboek/core"
import { words } from "../words/Words.ts"
import { Choice } from "./Choice.tsx"
import { useShared } from "./Shared.tsx"

export interface AccountsYearProps {
  readonly statement: Statement.Statement
}

const { accounts } = words

/** The choice of the year. The chosen cell keeps its row. */
export const AccountsYear = ({ statement }: AccountsYearProps) => {
  const { ledger, say, go, route, position } = useShared()
  const plan = Ledger.planAt(ledger, position)
  if (plan === undefined || statement.accounts === undefined) return undefined
  const { row = "", column = "" } = route
  return (
    <Choice
      label={`${say(accounts.year)} `}
      value={String(statement.accounts.year)}
      set={(year) => go({ year, row, column })}
      options={Year.list(plan.years).map((year) => {
        const text = String(year)
        return [text, plan.closed.has(year) ? say(accounts.closedYear)(text) : text]
      })}
    />
  )
}

/** The sentences below the title: the state of the year, and that the rows are those of a form of the plan. */
export const AccountsAside = ({ statement: { form, edition, accounts: facts } }: AccountsYearProps) => {
  const { say } = useShared()
  if (facts === undefined) return undefined
  const year = String(facts.year)
  return (
    <p class="aside">
      {say(facts.isClosed ? accounts.isClosed : accounts.isOpen)(year)}{" "}
      {say(accounts.model)(form, edition.replace("bbc-", "BBC "), facts.rowsOf)}
    </p>
  )
}

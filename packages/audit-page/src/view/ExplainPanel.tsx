/** The explanation of a cell: its formula, and its postings with their source lines. */
import { Explain, type FormId, type Statement } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import { CellName, Panel } from "../part/Panel.tsx"
import { useShared } from "../part/Shared.tsx"
import { words } from "../words/Words.ts"
import { ExplainedCell } from "./ExplainedCell.tsx"

export interface ExplainPanelProps {
  readonly form: FormId
  readonly row: string
  readonly year: number
  readonly at: number
  /** The plan beside the accounts whose cell is explained. */
  readonly plan: Statement.PlanColumn | undefined
  /** Removes the cell from the route. */
  readonly leave: () => void
}

export const ExplainPanel = ({ form, row, year, at, plan, leave }: ExplainPanelProps) => {
  const { ledger, terms, say } = useShared()
  const explained = useMemo(
    () => Explain.cell(ledger, { form, row, year }, { at }),
    [ledger, form, row, year, at],
  )
  const close = () => {
    leave()
    document.querySelector<HTMLElement>('td[aria-selected="true"]')?.focus()
  }
  return (
    <Panel
      id="explained"
      over={`${say(words.explanation.title)}${plan === undefined ? "" : ` · ${say(words.accounts.beside[plan.name])(plan.at.plan)}`}`}
      title={
        Result.isFailure(explained) ? (
          say(words.explanation.missing)
        ) : (
          <CellName form={form} cell={explained.success} />
        )
      }
      chosen={`${form} ${row} ${year}`}
      close={close}
    >
      {Result.isFailure(explained) ? undefined : (
        <ExplainedCell
          explanation={filtered(explained.success, terms.length > 0)}
          form={form}
          at={plan?.name === "initial" ? `position:${at}` : undefined}
        />
      )}
    </Panel>
  )
}

// The postings that a filter leaves out are part of the explanation with an amount of zero.
const filtered = (explanation: Explain.Explanation, isFiltered: boolean): Explain.Explanation =>
  isFiltered
    ? { ...explanation, postings: explanation.postings.filter(({ amount }) => amount !== 0n) }
    : explanation

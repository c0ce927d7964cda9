/** The changes of a decision of one origin: each reason or rule with its actions, its amounts, and its effect by year. */
import { Ledger, Money } from "@grootboek/core"
import { DecisionFile, DecisionSheet } from "@grootboek/core/answer"
import * as Figures from "../words/Figures.ts"
import * as ShortList from "../words/ShortList.ts"
import { words } from "../words/Words.ts"
import { ReasonChip } from "./ReasonChip.tsx"
import { useShared } from "./Shared.tsx"
import { Heads, WideTable } from "./WideTable.tsx"

export interface ChangeGroupsProps {
  readonly file: DecisionFile.DecisionFile
  readonly origin: DecisionFile.ChangeGroup["origin"]
}

export const ChangeGroups = ({ file, origin }: ChangeGroupsProps) => {
  const { say } = useShared()
  const { groups, others } = DecisionSheet.largest(file, origin)
  if (groups.length === 0) return null
  const title = say(words.sheet.origins[origin])
  const lines = [...groups, ...(others === undefined ? [] : [others])].map(amountsOf)
  const columns = (lines[0] ?? []).map((_, at) => lines.map((line) => line[at] ?? Money.zero))
  return (
    <div>
      <h3>{title}</h3>
      <WideTable title={title} class="small groups" data-origin={origin}>
        <thead>
          <tr>
            <Heads of={[words.sheet.reason, words.sheet.actions].map(say)} />
            <Heads of={[words.sheet.receipts, words.sheet.expenditure].map(say)} kind="figure" />
            <Heads of={file.years} kind="figure" />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.entry} ${group.reason?.class} ${group.reason?.text}`}>
              <th scope="row">
                <GroupName group={group} />
              </th>
              <td lang="nl">
                <Actions codes={group.actions} />
              </td>
              <Amounts amounts={amountsOf(group)} columns={columns} />
            </tr>
          ))}
          {others === undefined ? undefined : (
            <tr>
              <th scope="row">{say(words.sheet.others)(Figures.count(others.count))}</th>
              <td />
              <Amounts amounts={amountsOf(others)} columns={columns} />
            </tr>
          )}
        </tbody>
      </WideTable>
    </div>
  )
}

const GroupName = ({ group }: { readonly group: DecisionFile.ChangeGroup }) => {
  const { say, ledger } = useShared()
  const { reason, event, entry } = group
  if (reason !== undefined) return <ReasonChip kind={reason.class} text={reason.text} />
  if (DecisionFile.isUnexplained(group)) return <ReasonChip kind="unexplained" text={undefined} />
  const name = Object.entries(words.events).find(([kind]) => kind === event)?.[1]
  const named = name === undefined ? event : say(name)
  // What follows from supposed changes is not in the journal.
  if (entry > Ledger.position(ledger)) return <>{named}</>
  return (
    <>
      {named} ({say(words.decision.entries)(Figures.count(entry))})
    </>
  )
}

const Actions = ({ codes }: { readonly codes: ReadonlyArray<string> }) => {
  const { ledger } = useShared()
  const goals = Ledger.planAt(ledger)?.structure.goals
  const names = codes.map((code) => [code, goals?.get(code)?.name ?? ""].join(" ").trim())
  return <>{ShortList.of(names)}</>
}

type GroupAmounts = Pick<DecisionFile.ChangeGroup, "receipts" | "expenditure" | "effects">

const amountsOf = ({ receipts, expenditure, effects }: GroupAmounts): ReadonlyArray<Money.Money> => [
  receipts,
  expenditure,
  ...effects,
]

interface AmountsProps {
  readonly amounts: ReadonlyArray<Money.Money>
  /** The amounts of each column, whose decimals are aligned. */
  readonly columns: ReadonlyArray<ReadonlyArray<Money.Money>>
}

const Amounts = ({ amounts, columns }: AmountsProps) => (
  <>
    {amounts.map((amount, at) => (
      <td key={at} class="figure" style={Figures.aligned(amount, columns[at] ?? [])}>
        {Money.isZero(amount) ? "–" : Figures.change(amount)}
      </td>
    ))}
  </>
)

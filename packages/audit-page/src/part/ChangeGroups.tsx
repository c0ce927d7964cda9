/** The changes of a decision of one origin: each reason or rule with its actions, its amounts, and its effect by year. */
import { Ledger, Money } from "@grootboek/core"
import { DecisionFile, DecisionSheet } from "@grootboek/core/answer"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { ReasonChip } from "./ReasonChip.tsx"
import { Scroller } from "./Scroller.tsx"
import { useShared } from "./Shared.tsx"
import { Take } from "./Take.tsx"

export interface ChangeGroupsProps {
  readonly file: DecisionFile.DecisionFile
  readonly origin: DecisionFile.ChangeGroup["origin"]
}

export const ChangeGroups = ({ file, origin }: ChangeGroupsProps) => {
  const { say } = useShared()
  const { groups, others } = DecisionSheet.largest(file, origin)
  if (groups.length === 0) return null
  const title = say(words.sheet.origins[origin])
  return (
    <div>
      <h3>{title}</h3>
      <Take name={title} title={title}>
        <Scroller kind="scroll" label={title}>
          <table class="small groups" data-origin={origin}>
            <thead>
              <tr>
                <th scope="col">{say(words.sheet.reason)}</th>
                <th scope="col">{say(words.sheet.actions)}</th>
                {[say(words.sheet.receipts), say(words.sheet.expenditure), ...file.years].map((head) => (
                  <th key={head} scope="col" class="figure">
                    {head}
                  </th>
                ))}
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
                  <Amounts of={group} />
                </tr>
              ))}
              {others === undefined ? undefined : (
                <tr>
                  <th scope="row">{say(words.sheet.others)(Figures.count(others.count))}</th>
                  <td />
                  <Amounts of={others} />
                </tr>
              )}
            </tbody>
          </table>
        </Scroller>
      </Take>
    </div>
  )
}

const GroupName = ({ group }: { readonly group: DecisionFile.ChangeGroup }) => {
  const { say } = useShared()
  const { reason, event, entry } = group
  if (reason !== undefined) return <ReasonChip kind={reason.class} text={reason.text} />
  if (DecisionFile.isUnexplained(group)) return <ReasonChip kind="unexplained" text={undefined} />
  const name = Object.entries(words.events).find(([kind]) => kind === event)?.[1]
  return (
    <>
      {name === undefined ? event : say(name)} ({say(words.decision.entries)(Figures.count(entry))})
    </>
  )
}

/** The actions that are named before the others are counted. */
const most = 3

const Actions = ({ codes }: { readonly codes: ReadonlyArray<string> }) => {
  const { ledger } = useShared()
  const goals = Ledger.planAt(ledger)?.structure.goals
  const named = codes.slice(0, most).map((code) => [code, goals?.get(code)?.name ?? ""].join(" ").trim())
  return (
    <>
      {named.join(", ")}
      {codes.length <= most ? "" : ` +${codes.length - most}`}
    </>
  )
}

const Amounts = ({
  of,
}: {
  readonly of: Pick<DecisionFile.ChangeGroup, "receipts" | "expenditure" | "effects">
}) => (
  <>
    {[of.receipts, of.expenditure, ...of.effects].map((amount, at) => (
      <td key={at} class="figure">
        {Money.isZero(amount) ? "–" : Figures.change(amount)}
      </td>
    ))}
  </>
)

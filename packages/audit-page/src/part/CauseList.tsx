/** The causes of a changed cell: each with its amount, reason, entry and decision; the unexplained amount last. */
import type { Diff } from "@grootboek/core"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { DecisionNote } from "./DecisionNote.tsx"
import { EntryLink } from "./EntryLink.tsx"
import { ReasonChip } from "./ReasonChip.tsx"
import { useShared } from "./Shared.tsx"

export const CauseList = ({ cell }: { readonly cell: Diff.ChangedCell }) => {
  const { say, mark } = useShared()
  const amounts = [cell.unexplained, ...cell.causes.map(({ amount }) => amount)]
  return (
    <ul class="causes">
      {cell.causes.map((cause) => (
        <li key={`${cause.entry} ${cause.kind} ${cause.text ?? ""}`}>
          <span class="figure" style={Figures.aligned(cause.amount, amounts)}>
            {Figures.change(cause.amount)}
          </span>
          <span>
            <ReasonChip kind={cause.kind} text={cause.text} /> <EntryLink entry={cause.entry} />
            <span class="aside by">
              <DecisionNote entry={cause.entry} />
            </span>
          </span>
        </li>
      ))}
      {cell.unexplained === 0n ? (
        <li class="aside">{say(words.decision.unexplained)(Figures.exact(cell.unexplained) + mark)}</li>
      ) : (
        <li>
          <span class="figure" style={Figures.aligned(cell.unexplained, amounts)}>
            {Figures.change(cell.unexplained)}
          </span>
          <ReasonChip kind="unexplained" text={undefined} />
        </li>
      )}
    </ul>
  )
}

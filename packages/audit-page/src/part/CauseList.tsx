/** The causes of a changed cell: each with its amount, reason, entry and decision; the unexplained amount last. */
import { BudgetLine, type Diff } from "@grootboek/core"
import type * as CausePlaces from "../model/CausePlaces.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { DecisionNote } from "./DecisionNote.tsx"
import { EntryLink } from "./EntryLink.tsx"
import { Names } from "./PostingRow.tsx"
import { ReasonChip } from "./ReasonChip.tsx"
import { useShared } from "./Shared.tsx"

export interface CauseListProps {
  readonly cell: Diff.ChangedCell
  /** Returns the places that a cause moved; left out where a list of cells has no room for them. */
  readonly placesOf?: (cause: Diff.Cause) => ReadonlyArray<CausePlaces.NamedPlace>
}

/** The places that are named before the others are counted. */
const named = 3

export const CauseList = ({ cell, placesOf }: CauseListProps) => {
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
            {placesOf === undefined ? undefined : <Places list={placesOf(cause)} />}
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

const Places = ({ list }: { readonly list: ReadonlyArray<CausePlaces.NamedPlace> }) => {
  const { say, language } = useShared()
  return (
    <span class="aside places">
      {list.slice(0, named).map(({ place, names }) => (
        <span key={BudgetLine.format(place)}>
          <span class="place">{BudgetLine.print(place, language)}</span>
          <Names names={names} />
        </span>
      ))}
      {list.length <= named ? undefined : (
        <span>{say(words.decision.otherLines)(Figures.count(list.length - named))}</span>
      )}
    </span>
  )
}

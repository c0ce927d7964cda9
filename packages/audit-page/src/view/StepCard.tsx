/** A step of a version of the plan: its event, its decision, its reason, and the amounts that it moves. */
import { BudgetLine, Ledger } from "@grootboek/core"
import { Mandate, PlaceNames } from "@grootboek/core/answer"
import type * as Steps from "../model/Steps.ts"
import { DecisionLine } from "../part/DecisionNote.tsx"
import { EntryLink } from "../part/EntryLink.tsx"
import { Names, SourceNote } from "../part/PostingRow.tsx"
import { ReasonChip } from "../part/ReasonChip.tsx"
import { useShared } from "../part/Shared.tsx"
import { Heads } from "../part/WideTable.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

/** The postings of a step that are listed before the others are counted. */
const listed = 60

export const StepCard = ({ step }: { readonly step: Steps.PlanStep }) => {
  const { whole, say, language } = useShared()
  const { event, change } = step
  const decided = Mandate.behind(whole, step.entry)
  const structure = Ledger.planAt(whole, step.entry)?.structure
  const amounts = step.postings.map(({ amount }) => amount)
  return (
    <>
      <p class="over">
        {say(words.events[event._tag])} · <EntryLink entry={step.entry} />
      </p>
      {decided === undefined ? undefined : (
        <p>
          {say(words.replay.decision)}: <DecisionLine decision={decided} />
        </p>
      )}
      {change === undefined && event._tag === "PlanAdjusted" ? (
        <>
          {event.motivation === undefined ? undefined : <blockquote lang="nl">{event.motivation}</blockquote>}
          {event.assumptions === undefined ? undefined : (
            <>
              <h4>{say(words.replay.assumptions)}</h4>
              <ul lang="nl">
                {event.assumptions.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : undefined}
      {change === undefined ? undefined : (
        <>
          <h3>{BudgetLine.format(change.line)}</h3>
          {structure === undefined ? undefined : (
            <Names names={PlaceNames.of(structure, { ...change.line, phase: "estimate" })} />
          )}
          {change.description === undefined ? undefined : <p lang="nl">{change.description}</p>}
          {change.reason === undefined ? (
            <p>
              <ReasonChip kind="unexplained" text={undefined} /> {say(words.replay.noReason)}
            </p>
          ) : (
            <ReasonChip kind={change.reason.class} text={change.reason.text} />
          )}
        </>
      )}
      <p>
        <SourceNote source={step.source} />
      </p>
      {step.postings.length === 0 ? undefined : (
        <table class="small">
          <thead>
            <tr>
              <Heads of={[words.changes.row, words.explanation.year].map(say)} />
              <Heads of={[say(words.replay.amounts)]} kind="figure" />
            </tr>
          </thead>
          <tbody>
            {step.postings.slice(0, listed).map((posting, index) => (
              <tr key={`${index} ${posting.year}`}>
                <th scope="row">
                  {BudgetLine.print(posting.place, language)}
                  {change !== undefined || structure === undefined ? undefined : (
                    <Names names={PlaceNames.of(structure, posting.place)} />
                  )}
                </th>
                <td>{posting.year}</td>
                <td class="figure" style={Figures.aligned(posting.amount, amounts)}>
                  {Figures.change(posting.amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {step.postings.length <= listed ? undefined : (
        <p class="aside">{say(words.replay.others)(Figures.count(step.postings.length - listed))}</p>
      )}
    </>
  )
}

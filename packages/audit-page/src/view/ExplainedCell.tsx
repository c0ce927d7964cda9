/** An explained cell: its amount, decisions, formula and postings. */
import { type Explain, type FormId, Money } from "@grootboek/core"
import { Mandate, UnmatchedRow } from "@grootboek/core/answer"
import { ActionLink } from "../part/ActionLink.tsx"
import { DecisionLine, DecisionList } from "../part/DecisionNote.tsx"
import { EntryLink } from "../part/EntryLink.tsx"
import { FormulaTree } from "../part/FormulaTree.tsx"
import { PostingRow } from "../part/PostingRow.tsx"
import { SaveButtons } from "../part/SaveButtons.tsx"
import { useShared } from "../part/Shared.tsx"
import { VirtualList } from "../part/VirtualList.tsx"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"
import * as ExplanationContent from "./ExplanationContent.ts"

export const ExplainedCell = ({
  explanation,
  form,
  at,
}: {
  readonly explanation: Explain.Explanation
  readonly form: FormId
  readonly at: string | undefined
}) => {
  const { ledger, whole, say, mark, language } = useShared()
  const newest = explanation.postings.at(-1)
  const decision = newest === undefined ? undefined : Mandate.behind(whole, newest.entry)
  const actions = new Set(explanation.postings.map(({ place }) => place.action))
  const kept = new Set(explanation.postings.map(({ entry }) => entry))
  const decisions = explanation.decisions
    .map(({ decision, entries }) => ({ decision, entries: entries.filter((entry) => kept.has(entry)) }))
    .filter(({ entries }) => entries.length > 0)
  const decimals = form === "synthesis" ? 2 : 0
  const amountOf = (entries: ReadonlyArray<number>): Money.Money => {
    const own = new Set(entries)
    return Money.sum(explanation.postings.filter(({ entry }) => own.has(entry)).map(({ amount }) => amount))
  }
  // A change of an adjustment that states no reason.
  const unexplained = Money.sum(
    explanation.postings
      .filter(
        ({ event, reason, rule }) => event === "PlanAdjusted" && reason === undefined && rule === undefined,
      )
      .map(({ amount }) => amount),
  )
  return (
    <>
      <dl class="facts">
        <dt>{say(words.explanation.printed)}</dt>
        <dd class="figure large">{Figures.printed(explanation.printed, decimals)}</dd>
        <dt>{say(words.explanation.exact)}</dt>
        <dd class="figure" data-testid="exact">
          {Figures.exact(explanation.exact)}
        </dd>
        {newest === undefined ? undefined : (
          <>
            <dt>{say(words.explanation.decision)}</dt>
            <dd>
              {decision === undefined ? undefined : (
                <>
                  <DecisionLine decision={decision} />
                  <br />
                </>
              )}
              <EntryLink entry={newest.entry}>
                {say(words.events[ledger.traces.at(newest.entry)?.kind ?? "EstimatePosted"])} ·{" "}
                {say(words.explanation.entry)(Figures.count(newest.entry))}
              </EntryLink>
            </dd>
          </>
        )}
      </dl>
      <SaveButtons
        name={`${FormName.of(form, say)} ${explanation.code} ${explanation.year}`}
        title={ExplanationContent.titleOf(explanation, form, say)}
        content={() => ExplanationContent.of(explanation, form, say)}
      />
      <p class="bar noprint">
        <button type="button" onClick={printAlone}>
          {say(words.save.print)}
        </button>
        <ActionLink code={actions.size === 1 ? [...actions][0] : undefined} />
      </p>
      {explanation.roundsTo === undefined ? undefined : (
        <p class="note">
          {say(words.explanation.rounding)(Figures.printed(explanation.roundsTo, decimals) + mark)}
        </p>
      )}
      {decisions.length === 0 ? undefined : (
        <section class="moved">
          <h3>{say(words.decision.moved)}</h3>
          <DecisionList decisions={decisions} amountOf={amountOf} />
          <p class="aside">{say(words.decision.unexplained)(Figures.exact(unexplained) + mark)}</p>
        </section>
      )}
      {explanation.rows.length === 0 ? undefined : (
        <section>
          <h3>{say(words.explanation.formula)}</h3>
          <FormulaTree rows={explanation.rows} form={form} year={explanation.year} at={at} />
        </section>
      )}
      {explanation.nothing === undefined ? (
        <section>
          <h3>{say(words.explanation.postings)(Figures.count(explanation.postings.length))}</h3>
          <VirtualList
            count={explanation.postings.length}
            rowPx={92}
            label={say(words.explanation.postings)(Figures.count(explanation.postings.length))}
            row={(index) => {
              const posting = explanation.postings[index]
              return posting === undefined ? undefined : <PostingRow posting={posting} />
            }}
          />
          <p class="sum">
            <span>{say(words.explanation.sum)}</span> <b class="figure">{Figures.exact(explanation.exact)}</b>
          </p>
        </section>
      ) : (
        <section>
          <h3>{say(words.explanation.nothing)}</h3>
          <p>{UnmatchedRow.format(explanation.nothing, language)}</p>
        </section>
      )}
    </>
  )
}

/** Prints the explanation without the statement. */
const printAlone = (): void => {
  const { dataset } = document.documentElement
  dataset.print = "explanation"
  addEventListener("afterprint", () => delete dataset.print, { once: true })
  print()
}

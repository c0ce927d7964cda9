/** The explanation of a cell: its formula, and its postings with their source lines. */
import { Address, BudgetLine, Explain, type FormId, Money, type Statement } from "@grootboek/core"
import { Mandate, UnmatchedRow } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import { ActionLink } from "../part/ActionLink.tsx"
import { DecisionLine, DecisionList } from "../part/DecisionNote.tsx"
import { EntryLink } from "../part/EntryLink.tsx"
import { FormulaTree } from "../part/FormulaTree.tsx"
import { CellName, Panel } from "../part/Panel.tsx"
import { PostingRow } from "../part/PostingRow.tsx"
import { useShared } from "../part/Shared.tsx"
import type { TableContent } from "../part/TableContent.ts"
import { Take } from "../part/Take.tsx"
import { VirtualList } from "../part/VirtualList.tsx"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"

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
        <Explained
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

const Explained = ({
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
      <Take
        name={`${FormName.of(form, say)} ${explanation.code} ${explanation.year}`}
        title={titleOf(explanation, form, say)}
        content={() => contentOf(explanation, form, say)}
      />
      <p class="bar noprint">
        <button type="button" onClick={printAlone}>
          {say(words.take.print)}
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

const titleOf = (explanation: Explain.Explanation, form: FormId, say: Say): string =>
  `${FormName.of(form, say)} ${Address.format(explanation)} ${explanation.label} ${explanation.year}`

/** The postings of a cell, and their sum. */
const contentOf = (explanation: Explain.Explanation, form: FormId, say: Say): TableContent => ({
  title: titleOf(explanation, form, say),
  head: [
    say(words.journal.number),
    say(words.take.line),
    say(words.explanation.year),
    say(words.take.amount),
    say(words.filter.kinds.reason),
    say(words.journal.source),
    "SHA-256",
  ],
  rows: [
    ...explanation.postings.map(({ entry, place, year, amount, reason, source }) => [
      String(entry),
      BudgetLine.format(place),
      String(year),
      { number: Money.format(amount) },
      reason?.text ?? "",
      source?.line === undefined ? (source?.name ?? "") : `${source.name}:${source.line}`,
      source?.sha256 ?? "",
    ]),
    [
      "",
      say(words.explanation.sum),
      String(explanation.year),
      { number: Money.format(explanation.exact) },
      "",
      "",
      "",
    ],
  ],
})

/** Prints the explanation without the statement. */
const printAlone = (): void => {
  const { dataset } = document.documentElement
  dataset.print = "explanation"
  addEventListener("afterprint", () => delete dataset.print, { once: true })
  print()
}

/** Why a cell is what it is: its formula, its postings, and the lines of the files they came from. */
import { Address, Explain, type FormId, Ledger, UnmatchedRow } from "@grootboek/core"
import * as Result from "effect/Result"
import { useEffect, useMemo, useRef } from "preact/hooks"
import * as Figures from "./Figures.ts"
import { FormulaTree } from "./FormulaTree.tsx"
import { PostingRow } from "./PostingRow.tsx"
import { useShared } from "./Shared.tsx"
import { VirtualList } from "./VirtualList.tsx"

export interface ExplainPanelProps {
  readonly form: FormId
  readonly row: string
  readonly year: number
  readonly at: number
}

export const ExplainPanel = ({ form, row, year, at }: ExplainPanelProps) => {
  const { ledger, words, go } = useShared()
  const head = useRef<HTMLHeadingElement>(null)
  const told = useMemo(() => Explain.cell(ledger, { form, row, year }, { at }), [ledger, form, row, year, at])
  // Whoever asks for an explanation by keyboard or ear is brought to it.
  useEffect(() => head.current?.focus({ preventScroll: true }), [form, row, year])
  const close = () => {
    go({ row: "", year: "" })
    document.querySelector<HTMLElement>('td[aria-selected="true"]')?.focus()
  }
  return (
    <aside
      class="explain"
      aria-labelledby="explained"
      onKeyDown={(event) => {
        if (event.key === "Escape") close()
      }}
    >
      <div class="bar">
        <p class="over">{words.explain.title}</p>
        <button type="button" class="close" aria-label={words.explain.close} onClick={close}>
          ×
        </button>
      </div>
      {Result.isFailure(told) ? (
        <h2 id="explained" ref={head} tabIndex={-1}>
          {words.explain.missing}
        </h2>
      ) : (
        <Told told={told.success} form={form} head={head} />
      )}
    </aside>
  )
}

const Told = ({
  told,
  form,
  head,
}: {
  readonly told: Explain.Explanation
  readonly form: FormId
  readonly head: { readonly current: HTMLHeadingElement | null }
}) => {
  const { ledger, words, language, go } = useShared()
  const newest = told.postings.at(-1)
  const decision = newest === undefined ? undefined : Ledger.planAt(ledger, newest.entry)?.versions.at(-1)
  const decimals = form === "synthesis" ? 2 : 0
  return (
    <>
      <h2 id="explained" ref={head} tabIndex={-1}>
        <span class="code">
          {form} {Address.format(told)}
        </span>{" "}
        <span lang="nl">{told.label}</span> <span class="year">{told.year}</span>
      </h2>
      <dl class="facts">
        <dt>{words.explain.printed}</dt>
        <dd class="figure large">{Figures.printed(told.printed, decimals)}</dd>
        <dt>{words.explain.exact}</dt>
        <dd class="figure" data-testid="exact">
          {Figures.exact(told.exact)}
        </dd>
        {newest === undefined ? undefined : (
          <>
            <dt>{words.explain.decision}</dt>
            <dd>
              <button
                type="button"
                class="link"
                onClick={() => go({ view: "journal", entry: String(newest.entry) })}
              >
                {decision?.label} · {words.kinds[ledger.traces.at(newest.entry)?.kind ?? "EstimatePosted"]} ·{" "}
                {words.explain.entry(Figures.count(newest.entry))}
              </button>
            </dd>
          </>
        )}
      </dl>
      {told.roundsTo === undefined ? undefined : (
        <p class="note">{words.explain.rounding(Figures.printed(told.roundsTo, decimals))}</p>
      )}
      {told.rows.length === 0 ? undefined : (
        <section>
          <h3>{words.explain.formula}</h3>
          <FormulaTree rows={told.rows} form={form} year={told.year} />
        </section>
      )}
      {told.nothing === undefined ? (
        <section>
          <h3>{words.explain.postings(Figures.count(told.postings.length))}</h3>
          <VirtualList
            count={told.postings.length}
            rowPx={92}
            label={words.explain.postings(Figures.count(told.postings.length))}
            row={(index) => {
              const posting = told.postings[index]
              return posting === undefined ? undefined : <PostingRow posting={posting} />
            }}
          />
          <p class="sum">
            <span>{words.explain.sum}</span> <b class="figure">{Figures.exact(told.exact)}</b>
          </p>
        </section>
      ) : (
        <section>
          <h3>{words.explain.nothing}</h3>
          <p>{UnmatchedRow.format(told.nothing, language)}</p>
        </section>
      )}
    </>
  )
}

/** One entry in full. */
import { BudgetLine, Journal, Posting } from "@grootboek/core"
import * as Result from "effect/Result"
import { useEffect, useMemo, useRef } from "preact/hooks"
import * as Figures from "./Figures.ts"
import { SourceNote } from "./PostingRow.tsx"
import { RuleNote } from "./RuleNote.tsx"
import { Scroller } from "./Scroller.tsx"
import { useShared } from "./Shared.tsx"
import { VirtualList } from "./VirtualList.tsx"

export const EntryCard = ({ position }: { readonly position: number }) => {
  const { sealed, words, go } = useShared()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [position])
  const one = sealed[position - 1]
  const read = useMemo(() => (one === undefined ? undefined : Journal.parse(one)), [one])
  const entry = read === undefined || Result.isFailure(read) ? undefined : read.success
  const postings = useMemo(() => (entry === undefined ? [] : Posting.of(entry.event)), [entry])
  const title = words.journal.entry(Figures.count(position))
  return (
    <article class="card entry-card" aria-labelledby="entry-title">
      <h3 id="entry-title" ref={head} tabIndex={-1}>
        {title}
        {entry === undefined ? "" : ` · ${words.kinds[entry.event._tag]}`}
      </h3>
      {entry === undefined ? undefined : (
        <dl class="facts">
          <dt>{words.journal.source}</dt>
          <dd>
            <SourceNote source={entry.source} />
          </dd>
          {entry.source === undefined ? undefined : (
            <>
              <dt>{words.journal.sourceHash}</dt>
              <dd>
                <code class="hash">{entry.source.sha256}</code>
              </dd>
            </>
          )}
          <dt>{words.journal.time}</dt>
          <dd>{entry.time}</dd>
          <dt>{words.journal.actor}</dt>
          <dd>{entry.actor}</dd>
          <dt>{words.journal.id}</dt>
          <dd>
            <code class="hash">{entry.id}</code>
          </dd>
          <dt>{words.journal.previous}</dt>
          <dd>
            <code class="hash">{entry.previous}</code>
          </dd>
          <dt>{words.journal.hash}</dt>
          <dd>
            <code class="hash">{entry.hash}</code>
          </dd>
        </dl>
      )}
      {postings.length === 0 ? undefined : (
        <section>
          <h4>{words.journal.moves}</h4>
          <VirtualList
            count={postings.length}
            rowPx={40}
            label={words.journal.moves}
            row={(index) => {
              const posting = postings[index]
              return posting === undefined ? undefined : (
                <div class="posting">
                  <p>
                    <span class="place">{BudgetLine.format(posting.place)}</span>
                    <span class="year">{posting.year}</span>
                    <b class="figure">{Figures.change(posting.amount)}</b>
                  </p>
                  {posting.rule === undefined ? undefined : (
                    <RuleNote rule={posting.rule} amount={posting.amount} />
                  )}
                </div>
              )
            }}
          />
        </section>
      )}
      {entry === undefined ? undefined : (
        <details>
          <summary>{words.journal.event}</summary>

          <Scroller kind="scroll" label={words.journal.event}>
            <pre>{JSON.stringify(entry.event, null, 2).slice(0, 20_000)}</pre>
          </Scroller>
        </details>
      )}
      <button
        type="button"
        class="noprint"
        onClick={() => go({ view: "statements", at: `position:${position}`, row: "", year: "" })}
      >
        {words.journal.show}
      </button>
    </article>
  )
}

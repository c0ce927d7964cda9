/** All fields and postings of an entry. */
import { BudgetLine, Journal, Ledger, Posting } from "@grootboek/core"
import { Mandate, PlaceNames } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { useEffect, useMemo, useRef } from "preact/hooks"
import { DecisionLine } from "../part/DecisionNote.tsx"
import { HashFact } from "../part/HashFact.tsx"
import { Names, SourceNote } from "../part/PostingRow.tsx"
import { ReasonChip } from "../part/ReasonChip.tsx"
import { RuleNote } from "../part/RuleNote.tsx"
import { Scroller } from "../part/Scroller.tsx"
import { useShared } from "../part/Shared.tsx"
import { VirtualList } from "../part/VirtualList.tsx"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const EntryCard = ({ position }: { readonly position: number }) => {
  const { whole, sealed, say, language, go } = useShared()
  const decided = Mandate.behind(whole, position)
  const plan = Ledger.planAt(whole, position)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [position])
  const one = sealed[position - 1]
  const read = useMemo(() => (one === undefined ? undefined : Journal.parse(one)), [one])
  const entry = read === undefined || Result.isFailure(read) ? undefined : read.success
  const postings = useMemo(() => (entry === undefined ? [] : Posting.of(entry.event)), [entry])
  const title = say(words.journal.entry)(Figures.count(position))
  return (
    <article class="card entry-card" aria-labelledby="entry-title">
      <h3 id="entry-title" ref={head} tabIndex={-1}>
        {title}
        {entry === undefined ? "" : ` · ${say(words.events[entry.event._tag])}`}
      </h3>
      {entry === undefined ? undefined : (
        <dl class="facts">
          {decided === undefined ? undefined : (
            <>
              <dt>{say(words.replay.decision)}</dt>
              <dd>
                <DecisionLine decision={decided} />
                {decided.motivation === undefined ? undefined : <p lang="nl">{decided.motivation}</p>}
              </dd>
            </>
          )}
          <dt>{say(words.journal.source)}</dt>
          <dd>
            <SourceNote source={entry.source} />
          </dd>
          {entry.source === undefined ? undefined : (
            <HashFact name={say(words.journal.sourceHash)} value={entry.source.sha256} />
          )}
          <dt>{say(words.journal.time)}</dt>
          <dd>
            <time dateTime={entry.time} title={entry.time}>
              {Dates.time(entry.time, language)}
            </time>
          </dd>
          <dt>{say(words.journal.actor)}</dt>
          <dd>{entry.actor}</dd>
          {(["id", "previous", "hash"] as const).map((name) => (
            <HashFact key={name} name={say(words.journal[name])} value={entry[name]} />
          ))}
        </dl>
      )}
      {postings.length === 0 ? undefined : (
        <section>
          <h4>{say(words.journal.postings)}</h4>
          <VirtualList
            count={postings.length}
            rowPx={40}
            label={say(words.journal.postings)}
            row={(index) => {
              const posting = postings[index]
              return posting === undefined ? undefined : (
                <div class="posting">
                  <p>
                    <span class="place">{BudgetLine.print(posting.place, language)}</span>
                    <span class="year">{posting.year}</span>
                    <b class="figure">{Figures.change(posting.amount)}</b>
                  </p>
                  {plan === undefined ? undefined : (
                    <Names names={PlaceNames.of(plan.structure, posting.place)} />
                  )}
                  {posting.reason === undefined ? undefined : (
                    <ReasonChip kind={posting.reason.class} text={posting.reason.text} />
                  )}
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
          <summary>{say(words.journal.event)}</summary>

          <Scroller kind="scroll" label={say(words.journal.event)}>
            <pre>{JSON.stringify(entry.event, null, 2).slice(0, 20_000)}</pre>
          </Scroller>
        </details>
      )}
      <button
        type="button"
        class="noprint"
        onClick={() => go({ view: "statements", at: `position:${position}`, row: "", year: "" })}
      >
        {say(words.journal.show)}
      </button>
    </article>
  )
}

/** One posting as it counts: amount, place, decision, rule, reason, and the line of the file it came from. */
import { BudgetLine, type Explain } from "@grootboek/core"
import * as Figures from "./Figures.ts"
import { ReasonChip } from "./ReasonChip.tsx"
import { RuleNote } from "./RuleNote.tsx"
import { useShared } from "./Shared.tsx"

export const PostingRow = ({ posting }: { readonly posting: Explain.ExplainedPosting }) => {
  const { ledger, words, go } = useShared()
  const kind = ledger.traces.at(posting.entry)?.kind
  return (
    <div class="posting">
      <p>
        <span class="place">{BudgetLine.format(posting.place)}</span>
        <span class="year">{posting.year}</span>
        <b class="figure">{Figures.exact(posting.amount)}</b>
      </p>
      <p class="aside">
        {kind === undefined ? posting.event : words.kinds[kind]}
        {" · "}
        <SourceNote source={posting.source} />
        {" · "}
        <button
          type="button"
          class="link"
          onClick={() => go({ view: "journal", entry: String(posting.entry) })}
        >
          {words.explain.entry(Figures.count(posting.entry))}
        </button>
      </p>
      {posting.rule === undefined ? undefined : <RuleNote rule={posting.rule} amount={posting.amount} />}
      {posting.reason === undefined ? undefined : (
        <ReasonChip kind={posting.reason.class} text={posting.reason.text} />
      )}
    </div>
  )
}

/** `budget-lines.csv:62`, or that there is no file behind it. */
export const SourceNote = ({ source }: { readonly source: Explain.ExplainedPosting["source"] }) => {
  const { words } = useShared()
  if (source === undefined) return <span>{words.explain.noSource}</span>
  return (
    <code class="source" title={`SHA-256 ${source.sha256}`}>
      {source.line === undefined ? source.name : words.explain.line(source.name, source.line)}
    </code>
  )
}

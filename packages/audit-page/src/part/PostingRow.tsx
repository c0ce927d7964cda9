/** A posting of a cell: its amount, place, event, rule, reason and source line. */
import { BudgetLine, type Explain, Money } from "@grootboek/core"
import type { AmountDue, PlaceNames } from "@grootboek/core/answer"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { EntryLink } from "./EntryLink.tsx"
import { ReasonChip } from "./ReasonChip.tsx"
import { RuleNote } from "./RuleNote.tsx"
import { useShared } from "./Shared.tsx"

export const PostingRow = ({ posting }: { readonly posting: Explain.ExplainedPosting }) => {
  const { ledger, say, language } = useShared()
  const kind = ledger.traces.at(posting.entry)?.kind
  return (
    <div class="posting">
      <p>
        <span class="place">{BudgetLine.print(posting.place, language)}</span>
        <span class="year">{posting.year}</span>
        <b class="figure">{Figures.exact(posting.amount)}</b>
      </p>
      <p class="aside">
        {kind === undefined ? posting.event : say(words.events[kind])}
        {" · "}
        <SourceNote source={posting.source} />
        {" · "}
        <EntryLink entry={posting.entry} />
      </p>
      <Names names={posting.names} />
      {posting.rule === undefined ? undefined : <RuleNote rule={posting.rule} amount={posting.amount} />}
      {posting.owed === undefined ? undefined : <OwedNote owed={posting.owed} />}
      {posting.reason === undefined ? undefined : (
        <ReasonChip kind={posting.reason.class} text={posting.reason.text} />
      )}
    </div>
  )
}

/** The names beside the codes of a place. */
export const Names = ({
  names: { action, policyItem, account, sector },
}: {
  readonly names: PlaceNames.PlaceNames
}) => {
  const known = [action, policyItem, account, sector].filter((name) => name !== undefined)
  return known.length === 0 ? undefined : (
    <span class="aside names" lang="nl">
      {known.join(" · ")}
    </span>
  )
}

/** What a rule owed, what it had posted before, and what the entry adds, with a link to the earlier entry. */
const OwedNote = ({ owed: { due, before, earlier } }: { readonly owed: AmountDue.AmountDue }) => {
  const { say, mark } = useShared()
  const adds = Figures.change(Money.subtract(due, before)) + mark
  return (
    <p class="aside owed">
      {say(words.decision.owed)(Figures.exact(due) + mark, Figures.exact(before) + mark, adds)}{" "}
      {earlier === undefined ? undefined : (
        <EntryLink entry={earlier}>{say(words.decision.earlier)(Figures.count(earlier))}</EntryLink>
      )}
    </p>
  )
}

/** The source line of an entry, such as `budget-lines.csv:62`. */
export const SourceNote = ({ source }: { readonly source: Explain.ExplainedPosting["source"] }) => {
  const { say } = useShared()
  if (source === undefined) return <span>{say(words.explanation.noSource)}</span>
  return (
    <code class="source" title={`SHA-256 ${source.sha256}`}>
      {source.line === undefined ? source.name : `${source.name}:${source.line}`}
    </code>
  )
}

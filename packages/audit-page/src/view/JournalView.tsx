/** The list of entries, and the chosen entry. */
import { Archive, Ledger, Money } from "@grootboek/core"
import { useMemo } from "preact/hooks"
import * as EntrySummary from "../model/EntrySummary.ts"
import * as Filter from "../model/Filter.ts"
import { SourceNote } from "../part/PostingRow.tsx"
import { SaveButtons } from "../part/SaveButtons.tsx"
import * as Saved from "../part/Saved.ts"
import { useShared } from "../part/Shared.tsx"
import { VirtualList } from "../part/VirtualList.tsx"
import * as Figures from "../words/Figures.ts"
import * as ShortList from "../words/ShortList.ts"
import { words } from "../words/Words.ts"
import { EntryCard } from "./EntryCard.tsx"

export const JournalView = () => {
  const { ledger, whole, terms, sealed, say, route, go } = useShared()
  const { find: search = "" } = route
  const last = Ledger.position(ledger)
  const found = useMemo(() => {
    const wanted = search.trim().toLowerCase()
    const passing = terms.length === 0 ? undefined : Filter.entries(whole, terms)
    return Array.from({ length: last }, (_, index) => index + 1).filter((position) => {
      if (passing?.has(position) === false) return false
      const trace = ledger.traces.at(position)
      if (wanted === "" || trace === undefined) return wanted === ""
      const text = `${position} ${say(words.events[trace.kind])} ${trace.kind} ${trace.source?.name ?? ""}:${trace.source?.line ?? ""}`
      return text.toLowerCase().includes(wanted)
    })
  }, [ledger, whole, terms, last, search])
  const chosen = Number(route.entry ?? 0)
  return (
    <section aria-labelledby="journal-title">
      <div class="bar">
        <h2 id="journal-title">{say(words.journal.title)}</h2>
        <button
          type="button"
          class="noprint"
          onClick={() => Saved.file("journal.ndjson", Archive.write(sealed), "application/x-ndjson")}
        >
          {say(words.journal.download)}
        </button>
      </div>
      <div class="bar filters noprint">
        <label>
          {say(words.journal.search)}
          <input type="search" value={search} onInput={(event) => go({ find: event.currentTarget.value })} />
        </label>
        <span class="aside" aria-live="polite">
          {say(words.journal.count)(Figures.count(found.length), Figures.count(last))}
        </span>
      </div>
      <div class="columns journal">
        <SaveButtons
          name={say(words.journal.title)}
          title={say(words.journal.title)}
          content={() => ({
            title: say(words.journal.title),
            head: [
              words.journal.number,
              words.journal.time,
              words.journal.kind,
              words.journal.source,
              words.journal.line,
              words.sheet.actions,
              words.sheet.receipts,
              words.sheet.expenditure,
              words.sheet.reason,
            ].map(say),
            rows: found.map((position) => {
              const trace = ledger.traces.at(position)
              const { actions, receipts, expenditure, reasons } = EntrySummary.of(ledger, position)
              return [
                String(position),
                trace?.time ?? "",
                trace === undefined ? "" : say(words.events[trace.kind]),
                trace?.source?.name ?? "",
                String(trace?.source?.line ?? ""),
                actions.join(", "),
                ...[receipts, expenditure].map((amount) =>
                  amount === undefined ? "" : { number: Money.format(amount) },
                ),
                reasons.map((reason) => reason.text ?? say(words.reasons[reason.class])).join(", "),
              ]
            }),
          })}
        >
          <VirtualList
            count={found.length}
            rowPx={58}
            label={say(words.journal.list)}
            reveal={chosen > 0 ? found.indexOf(chosen) : undefined}
            row={(index) => {
              const position = found[index] ?? 0
              const trace = ledger.traces.at(position)
              return trace === undefined ? undefined : (
                <button
                  type="button"
                  class="entry"
                  aria-pressed={position === chosen}
                  onClick={() => go({ entry: String(position) })}
                >
                  <b class="figure">{Figures.count(position)}</b>
                  <EntryLine position={position} />
                  <SourceNote source={trace.source} />
                </button>
              )
            }}
          />
        </SaveButtons>
        {chosen > 0 ? <EntryCard position={chosen} /> : <p class="card">{say(words.journal.pick)}</p>}
      </div>
    </section>
  )
}

/** The kind of an entry, its actions, amounts and reasons. */
const EntryLine = ({ position }: { readonly position: number }) => {
  const { ledger, say } = useShared()
  const kind = ledger.traces.kindAt(position)
  const goals = Ledger.planAt(ledger)?.structure.goals
  const { actions, receipts, expenditure, reasons } = EntrySummary.of(ledger, position)
  const amounts = [
    ...(receipts === undefined ? [] : [`O ${Figures.change(receipts)}`]),
    ...(expenditure === undefined ? [] : [`U ${Figures.change(expenditure)}`]),
  ]
  const why = reasons.map((reason) => reason.text ?? say(words.reasons[reason.class]))
  return (
    <span class="entry-line">
      <span>
        {kind === undefined ? "" : say(words.events[kind])} <span class="code">{ShortList.of(actions)}</span>
        {actions.length === 1 ? <span lang="nl"> {goals?.get(actions[0] ?? "")?.name}</span> : undefined}
      </span>
      <span class="aside">
        {amounts.length === 0 ? undefined : <span class="figure">{amounts.join(" · ")}</span>}
        {why.length === 0 ? undefined : <span lang="nl">{` ${ShortList.of(why)}`}</span>}
      </span>
    </span>
  )
}

/** Who decided: the version of the plan, the body, the day, the reference, and the motivation. */
import { Money } from "@grootboek/core"
import { Mandate } from "@grootboek/core/answer"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { EntryLink } from "./EntryLink.tsx"
import { useShared } from "./Shared.tsx"

/** The decision behind an entry in one line; nothing for a realisation. */
export const DecisionNote = ({ entry }: { readonly entry: number }) => {
  const { whole } = useShared()
  const decision = Mandate.behind(whole, entry)
  return decision === undefined ? undefined : <DecisionLine decision={decision} />
}

export const DecisionLine = ({ decision }: { readonly decision: Mandate.Mandate }) => {
  const { language } = useShared()
  const { plan, resolution } = decision
  return (
    <span class="decision" title={decision.motivation}>
      {plan === undefined ? undefined : <b>{plan}</b>}
      {resolution === undefined ? undefined : (
        <span lang="nl">
          {plan === undefined ? "" : " · "}
          {resolution.body}, {Dates.day(resolution.date, language)}
          {resolution.reference === undefined ? "" : ` (${resolution.reference})`}
        </span>
      )}
    </span>
  )
}

/** Decisions with the amount that each moved, their motivation and the entries that they are behind. */
export const DecisionList = ({
  decisions,
  amountOf,
}: {
  readonly decisions: ReadonlyArray<Mandate.MandatedEntries>
  readonly amountOf: (entries: ReadonlyArray<number>) => Money.Money
}) => {
  const { say } = useShared()
  const amounts = decisions.map(({ entries }) => amountOf(entries))
  return (
    <ul class="decisions">
      {decisions.map(({ decision, entries }, index) => (
        <li key={entries[0]}>
          <p class="split">
            <DecisionLine decision={decision} />{" "}
            <b class="figure" style={Figures.aligned(amounts[index] ?? Money.zero, amounts)}>
              {Figures.change(amounts[index] ?? Money.zero)}
            </b>
          </p>
          {decision.motivation === undefined ? undefined : <p lang="nl">{decision.motivation}</p>}
          <p class="aside">
            <EntryLink entry={entries[0] ?? 0}>{say(words.decision.entries)(spans(entries))}</EntryLink>
            {decision.plan === undefined ? undefined : <SheetLink label={decision.plan} />}
          </p>
        </li>
      ))}
    </ul>
  )
}

const SheetLink = ({ label }: { readonly label: string }) => {
  const { say, go } = useShared()
  return (
    <span class="noprint">
      {" · "}
      <button
        type="button"
        class="link"
        aria-label={`${say(words.sheet.open)}: ${label}`}
        onClick={() => go({ view: "decision", to: `decision:${label}` })}
      >
        {say(words.sheet.open)}
      </button>
    </span>
  )
}

/** Returns entries as spans: `12, 15–18`. */
const spans = (entries: ReadonlyArray<number>): string => {
  const found: Array<readonly [first: number, last: number]> = []
  for (const entry of entries) {
    const last = found.at(-1)
    if (last !== undefined && entry === last[1] + 1) found[found.length - 1] = [last[0], entry]
    else found.push([entry, entry])
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ")
}

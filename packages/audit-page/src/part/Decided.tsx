/** The decisions behind entries, each once: who decided, and the motivation. */
import { Mandate } from "@grootboek/core/answer"
import { DecisionLine } from "./DecisionNote.tsx"
import { useShared } from "./Shared.tsx"

export const Decided = ({ entries }: { readonly entries: ReadonlyArray<number> }) => {
  const { whole } = useShared()
  const list = Mandate.list(
    whole,
    [...new Set(entries)].toSorted((a, b) => a - b),
  )
  return list.length === 0 ? undefined : (
    <ul class="decided aside">
      {list.map(({ decision, entries: [first] }) => (
        <li key={first}>
          <DecisionLine decision={decision} />
          {decision.motivation === undefined ? undefined : (
            <>
              : <span lang="nl">{decision.motivation}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

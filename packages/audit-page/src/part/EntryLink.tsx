/** A link to an entry of the journal, named by its number unless it has a name of its own. */
import type { ComponentChildren } from "preact"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export interface EntryLinkProps {
  readonly entry: number
  readonly children?: ComponentChildren
}

export const EntryLink = ({ entry, children }: EntryLinkProps) => {
  const { say, go } = useShared()
  return (
    <button type="button" class="link" onClick={() => go({ view: "journal", entry: String(entry) })}>
      {children ?? say(words.explanation.entry)(Figures.count(entry))}
    </button>
  )
}

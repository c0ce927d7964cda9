/** A reason: its class as a coloured mark with a word, and what was stated. */
import { useShared } from "./Shared.tsx"
import type { Words } from "./words/Words.ts"

export const ReasonChip = ({ kind, text }: { readonly kind: string; readonly text: string | undefined }) => {
  const { words } = useShared()
  return (
    <span class="reason">
      <span class="chip" data-kind={kind}>
        {nameOf(words, kind)}
      </span>
      {text === undefined ? undefined : <span lang="nl">{text}</span>}
    </span>
  )
}

/** The name of a cause; its own code where there is no name for it. */
export const nameOf = (words: Words, kind: string): string => {
  const names: Readonly<Record<string, string>> = words.reasons
  return names[kind] ?? kind
}

/** The kind of a cause as a coloured mark with a word, and its stated text. */
import type { Diff } from "@grootboek/core"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export const ReasonChip = ({
  kind,
  text,
}: {
  readonly kind: Diff.CauseKind
  readonly text: string | undefined
}) => {
  const { say } = useShared()
  return (
    <span class="reason">
      <span class="chip" data-kind={kind}>
        {say(words.reasons[kind])}
      </span>
      {text === undefined ? undefined : <span lang="nl">{text}</span>}
    </span>
  )
}

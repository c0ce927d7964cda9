/** A verdict on an indicator with a sign, so that it does not depend on colour. */
import type { Judgment } from "@grootboek/core/answer"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export const VerdictChip = ({ verdict }: { readonly verdict: Judgment.Verdict | undefined }) => {
  const { say } = useShared()
  if (verdict === undefined) return <span>–</span>
  return (
    <span class={`verdict ${tones[verdict]}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {say(words.indicators.verdicts[verdict])}
    </span>
  )
}

const signs: Readonly<Record<Judgment.Verdict, string>> = {
  reached: "✓",
  behind: "✗",
  notMeasured: "?",
  notYetDue: "…",
  followed: "•",
}

const tones: Readonly<Record<Judgment.Verdict, string>> = {
  reached: "holds",
  behind: "fails",
  notMeasured: "warns",
  notYetDue: "",
  followed: "",
}

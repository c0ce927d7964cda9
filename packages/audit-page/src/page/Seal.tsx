/** Whether the journal is intact, in a word, seen from everywhere. What is not checked yet is checked here. */
import { useEffect, useState } from "preact/hooks"
import * as Figures from "./Figures.ts"
import { type Opened, open } from "./Opened.ts"
import { useShared } from "./Shared.tsx"

export const Seal = ({ finish }: { readonly finish: (opened: Opened) => void }) => {
  const { verdict, packets, label, words, go } = useShared()
  const [checked, setChecked] = useState(0)
  const isChecked = verdict !== undefined
  // Kept in this small part of the page, so that its progress redraws nothing else.
  useEffect(() => {
    if (!isChecked) open(packets, label, setChecked).then(finish)
  }, [isChecked, packets, label, finish])
  const state = verdict === undefined ? "checking" : verdict.finding === undefined ? "sound" : "damaged"
  const mark = { checking: "…", sound: "✓", damaged: "✗" }[state]
  const share = Math.floor((100 * checked) / Math.max(1, label.entries))
  return (
    <button type="button" class={`seal ${state}`} onClick={() => go({ view: "integrity" })}>
      <span aria-hidden="true">{mark}</span> {Figures.count(verdict?.entries ?? label.entries)} ·{" "}
      {words.integrity.short[state]}
      {isChecked ? "" : ` ${share} %`}
    </button>
  )
}

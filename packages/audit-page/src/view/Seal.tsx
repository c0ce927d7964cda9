/** The state of the journal in a word, on every view. Starts the check of a journal that is not checked yet. */
import { useEffect, useState } from "preact/hooks"
import type { OpenedJournal } from "../model/OpenedJournal.ts"
import { useShared } from "../part/Shared.tsx"
import * as Verifier from "../part/Verifier.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const Seal = ({ finish }: { readonly finish: (opened: OpenedJournal) => void }) => {
  const { check, packets, label, whole, say, go } = useShared()
  const [checked, setChecked] = useState(0)
  const isChecked = check !== undefined
  // The progress is state of this component, so that nothing else is rendered again.
  useEffect(() => {
    if (isChecked) return
    Verifier.verify({ packets, label }, whole, setChecked).then((opened) => {
      // For measurements: the time from the start of the load to the end of the check.
      performance.mark("grootboek-verified")
      finish(opened)
    })
  }, [isChecked, packets, label, whole, finish])
  const state = check === undefined ? "checking" : check.fault === undefined ? "intact" : "damaged"
  const mark = { checking: "…", intact: "✓", damaged: "✗" }[state]
  const share = Math.floor((100 * checked) / Math.max(1, label.entries))
  return (
    <button type="button" class={`seal ${state}`} onClick={() => go({ view: "integrity" })}>
      <span aria-hidden="true">{mark}</span> {Figures.count(check?.entries ?? label.entries)} ·{" "}
      {say(words.integrity.short[state])}
      {isChecked ? "" : ` ${share} %`}
    </button>
  )
}

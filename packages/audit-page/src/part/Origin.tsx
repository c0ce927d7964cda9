/** When the page was made, by which program, and the last hash of its journal. */
import * as Dates from "../words/Dates.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export const Origin = () => {
  const { label, check, say, language } = useShared()
  return (
    <>
      {label.made === undefined ? "" : `${say(words.page.made)(Dates.time(label.made, language))} · `}
      {label.maker ?? "Grootboek"} · <code class="hash">{check?.head ?? label.head}</code>
    </>
  )
}

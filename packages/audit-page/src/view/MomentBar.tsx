/** The moment that the page shows: a slider over the journal, and a button per version of the plan. */
import { Ledger } from "@grootboek/core"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const MomentBar = () => {
  const { ledger, say, go, position } = useShared()
  const last = Ledger.position(ledger)
  const versions = Ledger.planAt(ledger)?.versions ?? []
  const label = Ledger.planAt(ledger, position)?.versions.at(-1)?.label
  const time = ledger.traces.at(position)?.time ?? ""
  const texts = [
    label === undefined ? "" : say(words.moment.version)(label),
    say(words.moment.entry)(Figures.count(position), Figures.count(last)),
    say(words.moment.recorded)(time.replace("T", " ").replace(/:\d\d\.\d{3}Z$/, " UTC")),
  ]
  const to = (next: number) => go({ at: `position:${Math.min(last, Math.max(1, next))}` })
  return (
    <section class="moment" aria-label={say(words.moment.title)}>
      <div class="versions">
        {versions.map((version, index) => {
          const end = (versions[index + 1]?.position ?? last + 1) - 1
          return (
            <button
              key={version.position}
              type="button"
              aria-pressed={position === end}
              onClick={() => go({ at: `plan:${version.label}` })}
            >
              {say(words.moment.version)(version.label)}
            </button>
          )
        })}
      </div>
      <div class="slide">
        <button type="button" aria-label={say(words.moment.previous)} onClick={() => to(position - 1)}>
          ‹
        </button>
        <div class="track">
          <input
            type="range"
            min={1}
            max={last}
            step={1}
            value={position}
            aria-label={say(words.moment.slider)}
            aria-valuetext={texts.join(", ")}
            onInput={(event) => to(Number(event.currentTarget.value))}
          />
          {versions.slice(1).map((version) => (
            <i
              key={version.position}
              aria-hidden="true"
              style={{ left: `${(100 * (version.position - 1)) / Math.max(1, last - 1)}%` }}
            />
          ))}
        </div>
        <button type="button" aria-label={say(words.moment.next)} onClick={() => to(position + 1)}>
          ›
        </button>
      </div>
      <output class="told">{texts.join(" · ")}</output>
    </section>
  )
}

/** The moment that the page shows: a slider over the journal, and a button per version of the plan. */
import { Ledger } from "@grootboek/core"
import * as Track from "../model/Track.ts"
import { Controls } from "../part/Controls.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

/** The values of the slider: finer than a pixel. */
const steps = 10_000

export const MomentBar = () => {
  const { ledger, say, language, go, position } = useShared()
  const last = Ledger.position(ledger)
  const versions = Ledger.planAt(ledger)?.versions ?? []
  const label = Ledger.planAt(ledger, position)?.versions.at(-1)?.label
  const time = ledger.traces.at(position)?.time ?? ""
  const texts = [
    label === undefined ? "" : say(words.moment.version)(label),
    say(words.moment.entry)(Figures.count(position), Figures.count(last)),
    say(words.moment.recorded)(Dates.time(time, language)),
  ]
  // The end of the journal needs no number on a phone.
  const short = texts.slice(0, position === last && label !== undefined ? 1 : 2).join(" · ")
  const track = Track.of(
    versions.map((version) => version.position),
    last,
  )
  const to = (next: number) => go({ at: `position:${Math.min(last, Math.max(1, next))}` })
  // The keys move by one entry, however far apart the entries are on the track.
  const step = (event: KeyboardEvent) => {
    const next = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
      event.key
    ]
    if (next === undefined) return
    event.preventDefault()
    to(position + next)
  }
  return (
    <section class="moment" aria-label={say(words.moment.title)}>
      <Controls kind="moments" summary={short}>
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
              min={0}
              max={steps}
              step={1}
              value={Math.round(steps * Track.shareOf(track, position))}
              aria-label={say(words.moment.slider)}
              aria-valuetext={texts.join(", ")}
              onKeyDown={step}
              onInput={(event) => to(Track.positionAt(track, Number(event.currentTarget.value) / steps))}
            />
            {versions.slice(1).map((version) => (
              <i
                key={version.position}
                aria-hidden="true"
                style={{ left: `${100 * Track.shareOf(track, version.position)}%` }}
              />
            ))}
          </div>
          <button type="button" aria-label={say(words.moment.next)} onClick={() => to(position + 1)}>
            ›
          </button>
        </div>
      </Controls>
      <output class="moment-text">{texts.join(" · ")}</output>
    </section>
  )
}

/** The steps of a version of the plan, played one after the other, with the balance after each. */
import { Ledger, Money, Year } from "@grootboek/core"
import { useEffect, useMemo, useState } from "preact/hooks"
import * as Steps from "../model/Steps.ts"
import { Choice } from "../part/Choice.tsx"
import { Gauge } from "../part/Gauge.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Version from "../part/Version.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { KeyFigures } from "./KeyFigures.tsx"
import { StepCard } from "./StepCard.tsx"

/** The time between two steps while playing, in milliseconds. */
const stepMs = 1200

export const ReplayView = () => {
  const shared = useShared()
  const { ledger, say, route, go } = shared
  const plan = Ledger.planAt(ledger)
  const versions = plan?.versions ?? []
  const label =
    versions.find(({ label }) => label === Version.of(route.to))?.label ?? versions.at(-1)?.label ?? ""
  const steps = useMemo(() => Steps.of(shared, label), [shared.ledger, shared.sealed, label])
  const count = steps.list.length
  const at = Math.min(count, Math.max(0, Number(route.step ?? 0) || 0))
  const [playing, setPlaying] = useState(false)
  const to = (step: number) => go({ step: String(Math.min(count, Math.max(0, step))) })
  useEffect(() => {
    if (!playing) return
    if (at >= count) return setPlaying(false)
    const timer = setTimeout(() => to(at + 1), stepMs)
    return () => clearTimeout(timer)
  })
  const decision = steps.list.find(({ event }) => event._tag === "PlanAdjusted")?.event
  const promise = decision?._tag === "PlanAdjusted" ? decision.neutrality : undefined
  // At most about 60 steps are sampled to find the scale of the gauges.
  const result = useMemo(() => {
    const stride = Math.ceil(count / 60) || 1
    const some = Array.from({ length: Math.ceil(count / stride) + 1 }, (_, index) =>
      Math.min(count, index * stride),
    )
    return some.map((upTo) => Steps.changes(ledger, "M2", steps, upTo).get("Budgettair resultaat/V") ?? [])
  }, [ledger, steps, count])
  const now = Steps.changes(ledger, "M2", steps, at).get("Budgettair resultaat/V") ?? []
  const reach = reachOf(result.flat())
  const step = at === 0 ? undefined : steps.list[at - 1]

  return (
    <section aria-labelledby="replay-title">
      <h2 id="replay-title">{say(words.replay.title)}</h2>
      <div class="bar filters noprint">
        <Choice
          label={say(words.replay.version)}
          value={label}
          set={(chosen) => go({ to: `decision:${chosen}`, step: "0" })}
          options={versions.map(({ label }) => [label, say(words.decision.version)(label)])}
        />
        <div class="player">
          <button type="button" aria-label={say(words.replay.first)} onClick={() => to(0)}>
            «
          </button>
          <button type="button" aria-label={say(words.replay.previous)} onClick={() => to(at - 1)}>
            ‹
          </button>
          <button type="button" class="play" onClick={() => setPlaying(!playing)}>
            {playing ? say(words.replay.pause) : say(words.replay.play)}
          </button>
          <button type="button" aria-label={say(words.replay.next)} onClick={() => to(at + 1)}>
            ›
          </button>
          <button type="button" aria-label={say(words.replay.last)} onClick={() => to(count)}>
            »
          </button>
          <input
            type="range"
            min={0}
            max={count}
            value={at}
            aria-label={say(words.replay.slider)}
            aria-valuetext={say(words.replay.step)(String(at), String(count))}
            onInput={(event) => to(Number(event.currentTarget.value))}
          />
          <output aria-live="polite">
            {say(words.replay.step)(Figures.count(at), Figures.count(count))}
          </output>
        </div>
      </div>
      <p class="paper line">
        {say(words.decision.version)(label)} ·{" "}
        {say(words.replay.step)(Figures.count(at), Figures.count(count))}
      </p>
      {promise === undefined ? <p class="aside">{say(words.replay.notPromised)}</p> : undefined}
      <div class="columns">
        <article class="card step" aria-live="polite">
          {step === undefined ? <p>{say(words.replay.start)}</p> : <StepCard step={step} />}
        </article>
        {promise === undefined ? undefined : (
          <section class="card" aria-labelledby="gauge-title">
            <h3 id="gauge-title">{say(words.replay.gauge)}</h3>
            <p class="aside">{say(words.replay.promised[promise])}</p>
            <div class="gauges">
              {(plan === undefined ? [] : Year.list(plan.years)).map((year, index) => (
                <Gauge key={year} year={year} amount={now[index] ?? Money.zero} reach={reach} />
              ))}
            </div>
          </section>
        )}
      </div>
      <KeyFigures steps={steps} upTo={at} />
    </section>
  )
}

// The needle is horizontal at the largest amount of any step, and at one euro at least.
const reachOf = (amounts: ReadonlyArray<Money.Money>): Money.Money => {
  const sizes = amounts.map((amount) => (amount < 0n ? Money.negate(amount) : amount))
  const [farthest = Money.zero] = sizes.toSorted((a, b) => (a > b ? -1 : 1))
  return farthest > Money.scale ? farthest : Money.ofMicros(Money.scale)
}

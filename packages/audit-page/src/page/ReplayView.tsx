/** A version of the plan played step by step: what each step says, and whether the whole stays in balance. */
import { BudgetLine, Ledger, Money, Year } from "@grootboek/core"
import { useEffect, useMemo, useState } from "preact/hooks"
import * as Figures from "./Figures.ts"
import { Gauge } from "./Gauge.tsx"
import { KeyFigures } from "./KeyFigures.tsx"
import { SourceNote } from "./PostingRow.tsx"
import { ReasonChip } from "./ReasonChip.tsx"
import { useShared } from "./Shared.tsx"
import * as Steps from "./Steps.ts"

/** The time that a step stands when played. */
const restMs = 1200

export const ReplayView = () => {
  const shared = useShared()
  const { ledger, words, route, go } = shared
  const plan = Ledger.planAt(ledger)
  const versions = plan?.versions ?? []
  const label =
    versions.find((version) => `plan:${version.label}` === route.to)?.label ?? versions.at(-1)?.label ?? ""
  const steps = useMemo(() => Steps.of(shared, label), [shared.ledger, shared.sealed, label])
  const count = steps.list.length
  const at = Math.min(count, Math.max(0, Number(route.step ?? 0) || 0))
  const [playing, setPlaying] = useState(false)
  const to = (step: number) => go({ step: String(Math.min(count, Math.max(0, step))) })
  useEffect(() => {
    if (!playing) return
    if (at >= count) return setPlaying(false)
    const timer = setTimeout(() => to(at + 1), restMs)
    return () => clearTimeout(timer)
  })
  const decision = steps.list.find(({ event }) => event._tag === "PlanAdjusted")?.event
  const promise = decision?._tag === "PlanAdjusted" ? decision.neutrality : undefined
  // Some steps of a long version say well enough how far the needle has to reach.
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
      <h2 id="replay-title">{words.replay.title}</h2>
      <div class="bar filters noprint">
        <label>
          {words.replay.version}
          <select
            value={label}
            onChange={(event) => go({ to: `plan:${event.currentTarget.value}`, step: "0" })}
          >
            {versions.map((version) => (
              <option key={version.label} value={version.label}>
                {words.moment.version(version.label)}
              </option>
            ))}
          </select>
        </label>
        <div class="player">
          <button type="button" aria-label={words.replay.first} onClick={() => to(0)}>
            «
          </button>
          <button type="button" aria-label={words.replay.previous} onClick={() => to(at - 1)}>
            ‹
          </button>
          <button type="button" class="play" onClick={() => setPlaying(!playing)}>
            {playing ? words.replay.pause : words.replay.play}
          </button>
          <button type="button" aria-label={words.replay.next} onClick={() => to(at + 1)}>
            ›
          </button>
          <button type="button" aria-label={words.replay.last} onClick={() => to(count)}>
            »
          </button>
          <input
            type="range"
            min={0}
            max={count}
            value={at}
            aria-label={words.replay.slider}
            aria-valuetext={words.replay.step(String(at), String(count))}
            onInput={(event) => to(Number(event.currentTarget.value))}
          />
          <output aria-live="polite">{words.replay.step(Figures.count(at), Figures.count(count))}</output>
        </div>
      </div>
      <div class="columns">
        <article class="card step" aria-live="polite">
          {step === undefined ? <p>{words.replay.start}</p> : <StepCard step={step} />}
        </article>
        <section class="card" aria-labelledby="gauge-title">
          <h3 id="gauge-title">{words.replay.gauge}</h3>
          <p class="aside">
            {promise === undefined ? words.replay.notPromised : words.replay.promised[promise]}
          </p>
          <div class="gauges">
            {(plan === undefined ? [] : Year.list(plan.years)).map((year, index) => (
              <Gauge
                key={year}
                year={year}
                amount={now[index] ?? Money.zero}
                reach={reach}
                promised={promise !== undefined}
              />
            ))}
          </div>
        </section>
      </div>
      <KeyFigures steps={steps} upTo={at} />
    </section>
  )
}

const StepCard = ({ step }: { readonly step: Steps.Step }) => {
  const { words, go } = useShared()
  const { event, change } = step
  return (
    <>
      <p class="over">
        {words.kinds[event._tag]} ·{" "}
        <button type="button" class="link" onClick={() => go({ view: "journal", entry: String(step.entry) })}>
          {words.explain.entry(Figures.count(step.entry))}
        </button>
      </p>
      {change === undefined && event._tag === "PlanAdjusted" ? (
        <>
          <h3>{words.moment.version(event.plan)}</h3>
          {event.resolution === undefined ? undefined : (
            <p>
              {words.replay.decision}: <span lang="nl">{event.resolution.body}</span>, {event.resolution.date}
              {event.resolution.reference === undefined ? "" : `, ${event.resolution.reference}`}
            </p>
          )}
          {event.motivation === undefined ? undefined : <blockquote lang="nl">{event.motivation}</blockquote>}
          {event.assumptions === undefined ? undefined : (
            <>
              <h4>{words.replay.assumptions}</h4>
              <ul lang="nl">
                {event.assumptions.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : undefined}
      {change === undefined ? undefined : (
        <>
          <h3>{BudgetLine.format(change.line)}</h3>
          {change.description === undefined ? undefined : <p lang="nl">{change.description}</p>}
          {change.reason === undefined ? (
            <p>
              <ReasonChip kind="unexplained" text={undefined} /> {words.replay.noReason}
            </p>
          ) : (
            <ReasonChip kind={change.reason.class} text={change.reason.text} />
          )}
        </>
      )}
      <p>
        <SourceNote source={step.source} />
      </p>
      {step.postings.length === 0 ? undefined : (
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{words.changes.row}</th>
              <th scope="col">{words.explain.year}</th>
              <th scope="col" class="figure">
                {words.replay.amounts}
              </th>
            </tr>
          </thead>
          <tbody>
            {step.postings.slice(0, 60).map((posting, index) => (
              <tr key={`${index} ${posting.year}`}>
                <th scope="row">{BudgetLine.format(posting.place)}</th>
                <td>{posting.year}</td>
                <td class="figure">{Figures.change(posting.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

// The needle lies flat at the farthest that any step goes, but never for less than a euro.
const reachOf = (amounts: ReadonlyArray<Money.Money>): Money.Money => {
  const sizes = amounts.map((amount) => (amount < 0n ? Money.negate(amount) : amount))
  const [farthest = Money.zero] = sizes.toSorted((a, b) => (a > b ? -1 : 1))
  return farthest > Money.scale ? farthest : Money.ofMicros(Money.scale)
}

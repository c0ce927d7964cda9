/** One indicator: its verdict in each period, its targets with who decided them, and its measurements with their file. */
import type { Indicators } from "@grootboek/core/answer"
import { useMemo } from "preact/hooks"
import * as IndicatorRecord from "../model/IndicatorRecord.ts"
import { ActionLink } from "../part/ActionLink.tsx"
import { DecisionNote } from "../part/DecisionNote.tsx"
import { EntryLink } from "../part/EntryLink.tsx"
import * as IndicatorWords from "../part/IndicatorWords.ts"
import { Panel } from "../part/Panel.tsx"
import { SourceNote } from "../part/PostingRow.tsx"
import { useShared } from "../part/Shared.tsx"
import { VerdictChip } from "../part/VerdictChip.tsx"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

const { indicators } = words

export const IndicatorPanel = ({ judged }: { readonly judged: Indicators.JudgedIndicator }) => {
  const { whole, say, language, go, position } = useShared()
  const { indicator, goal, judgments } = judged
  const reader = { say, language }
  const { targets, measurements } = useMemo(
    () => IndicatorRecord.of(whole, indicator.code, position),
    [whole, indicator.code, position],
  )
  const title = (
    <>
      <span class="code">{indicator.code}</span> <span lang="nl">{indicator.name}</span>
    </>
  )
  return (
    <Panel
      {...{ id: "chosen-indicator", over: say(indicators.indicator), title, chosen: indicator.code }}
      close={() => go({ indicator: "" })}
    >
      <p class="aside" lang="nl">
        {goal === undefined ? indicator.goal : `${goal.code} ${goal.name}`}{" "}
        <ActionLink code={indicator.goal} />
      </p>
      {indicator.text === undefined ? undefined : <p lang="nl">{indicator.text}</p>}
      <section>
        <h3>{say(indicators.periods)}</h3>
        <ul class="records">
          {judgments.map(({ period, target, measured, text, share, verdict, baseline, parts }) => (
            <li key={period.name}>
              <p class="split">
                <b>{IndicatorWords.period(period, reader)}</b> <VerdictChip verdict={verdict} />
              </p>
              <p>
                {measured === undefined ? (text ?? "–") : IndicatorWords.value(indicator, measured, reader)}
                {" · "}
                {IndicatorWords.target(indicator, target, reader)}
                {share === undefined ? "" : ` · ${Figures.percent(share)}`}
                {baseline === undefined
                  ? ""
                  : ` · ${say(indicators.baseline)(IndicatorWords.value(indicator, baseline, reader))}`}
              </p>
              {parts.length === 0 ? undefined : (
                <p class="aside">
                  {parts
                    .map(({ part, value }) => `${part}: ${IndicatorWords.value(indicator, value, reader)}`)
                    .join(" · ")}
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{say(indicators.targets)}</h3>
        <ul class="records">
          {targets.map(({ entry, value }) => (
            <li key={`${entry} ${value.year}`}>
              <p>
                <b>{value.year}</b> {IndicatorWords.target(indicator, value, reader)}
              </p>
              {value.text === undefined ? undefined : <p lang="nl">{value.text}</p>}
              <RecordNote entry={entry} isDecided />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{say(indicators.measurements)}</h3>
        {measurements.length === 0 ? <p>{say(indicators.unmeasured)}</p> : undefined}
        <ul class="records">
          {measurements.map(({ entry, value: { on, value, part, text } }) => (
            <li key={`${entry} ${on} ${part}`}>
              <p>
                <b>{Dates.day(on, language)}</b>{" "}
                {value === undefined ? "" : IndicatorWords.value(indicator, value, reader)}
                {part === undefined ? "" : ` · ${part}`}
              </p>
              {text === undefined ? undefined : <p lang="nl">{text}</p>}
              <RecordNote entry={entry} isDecided={false} />
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  )
}

/** The entry that recorded something, its file, and the decision behind it. A measurement is recorded, not decided. */
const RecordNote = ({ entry, isDecided }: { readonly entry: number; readonly isDecided: boolean }) => {
  const { whole } = useShared()
  return (
    <p class="aside">
      {isDecided ? (
        <>
          <DecisionNote entry={entry} />
          {" · "}
        </>
      ) : undefined}
      <SourceNote source={whole.traces.sourceAt(entry)} />
      {" · "}
      <EntryLink entry={entry} />
    </p>
  )
}

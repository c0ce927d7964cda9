/** The indicators of the plan, judged at a day: target, measured value and verdict, and what each decision changed. */
import { Ledger } from "@grootboek/core"
import { Indicators, Judgment } from "@grootboek/core/answer"
import { Calendar } from "@grootboek/core/value"
import { Fragment } from "preact"
import { useMemo } from "preact/hooks"
import * as IndicatorRecord from "../model/IndicatorRecord.ts"
import * as IndicatorWords from "../part/IndicatorWords.ts"
import { useShared } from "../part/Shared.tsx"
import { VerdictChip } from "../part/VerdictChip.tsx"
import { WideTable } from "../part/WideTable.tsx"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { DeclaredChanges } from "./DeclaredChanges.tsx"
import { IndicatorPanel } from "./IndicatorPanel.tsx"

const { indicators } = words

export const IndicatorsView = () => {
  const { whole, terms, say, language, route, go, position } = useShared()
  const plan = Ledger.planAt(whole, position)
  const on = route.on ?? Indicators.dayOf(whole, position)
  const kept = useMemo(() => {
    const passes = IndicatorRecord.test(whole, terms)
    return plan === undefined ? [] : Indicators.of(plan, on).filter(({ indicator }) => passes(indicator))
  }, [whole, terms, plan, on])
  const verdictOf = (one: Indicators.JudgedIndicator) => Indicators.latest(one)?.verdict
  const shown = route.verdict === undefined ? kept : kept.filter((one) => verdictOf(one) === route.verdict)
  const chosen = kept.find(({ indicator }) => indicator.code === route.indicator)
  const title = `${say(indicators.title)} · ${say(indicators.on)} ${Dates.day(on, language)}`
  if (plan === undefined || plan.structure.register.indicators.size === 0)
    return (
      <section aria-labelledby="indicators-title">
        <h2 id="indicators-title">{say(indicators.title)}</h2>
        <p>{say(indicators.none)}</p>
      </section>
    )
  const coverage = Indicators.coverage(plan, on)
  const verdicts = [undefined, ...Judgment.verdicts] as const
  return (
    <div class={chosen === undefined ? "statements" : "statements explaining"}>
      <section class="sheet" aria-labelledby="indicators-title">
        <div class="bar">
          <h2 id="indicators-title">{say(indicators.title)}</h2>
          <label class="check">
            {say(indicators.on)}{" "}
            <input
              type="date"
              class="noprint"
              value={on}
              onChange={({ currentTarget: { value } }) => {
                if (value === "" || Calendar.isDay(value)) go({ on: value })
              }}
            />
            <b class="paper">{Dates.day(on, language)}</b>
          </label>
        </div>
        <fieldset class="forms verdicts" aria-label={say(indicators.any)}>
          {verdicts.map((verdict) => {
            const count = kept.filter((one) => verdict === undefined || verdictOf(one) === verdict).length
            return (
              <button
                key={verdict ?? "all"}
                type="button"
                data-verdict={verdict}
                aria-pressed={route.verdict === verdict}
                onClick={() => go({ verdict })}
              >
                {verdict === undefined ? say(indicators.all) : say(indicators.verdicts[verdict])}{" "}
                <b>{Figures.count(count)}</b>
              </button>
            )
          })}
        </fieldset>
        <p class="aside">
          {say(indicators.count)(
            Figures.count(shown.length),
            Figures.count(plan.structure.register.indicators.size),
          )}
          . {say(indicators.coverage)(Figures.count(coverage.covered), Figures.count(coverage.active))}
          {terms.length === 0 ? "" : ` ${say(indicators.aside)}`}
        </p>
        {shown.length === 0 ? (
          <p>{say(indicators.noneKept)}</p>
        ) : (
          <IndicatorTable list={shown} title={title} />
        )}
        <MissingActions coverage={coverage} />
        <DeclaredChanges />
      </section>
      {chosen === undefined ? undefined : <IndicatorPanel judged={chosen} />}
    </div>
  )
}

const IndicatorTable = ({
  list,
  title,
}: {
  readonly list: ReadonlyArray<Indicators.JudgedIndicator>
  readonly title: string
}) => {
  const { say, language, route, go } = useShared()
  const reader = { say, language }
  const head = ["indicator", "verdict", "measured", "share", "target", "period"] as const
  let goal = ""
  return (
    <WideTable name={say(indicators.title)} title={title} class="small indicators held">
      <thead>
        <tr class="onpaper">
          <th colSpan={head.length}>{title}</th>
        </tr>
        <tr>
          {head.map((name) => (
            <th
              key={name}
              scope="col"
              class={name === "share" ? "figure share" : name === "period" ? name : undefined}
            >
              {say(indicators[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map((one) => {
          const { indicator } = one
          const isNew = indicator.goal !== goal
          goal = indicator.goal
          const judged = Indicators.latest(one)
          return (
            <Fragment key={indicator.code}>
              {isNew ? (
                <tr class="section">
                  <th scope="rowgroup" colSpan={head.length} lang="nl">
                    <span class="code">{indicator.goal}</span> {one.goal?.name}
                  </th>
                </tr>
              ) : undefined}
              <tr class={route.indicator === indicator.code ? "chosen" : undefined}>
                <th scope="row" lang="nl">
                  <button type="button" class="link" onClick={() => go({ indicator: indicator.code })}>
                    <span class="code">{indicator.code}</span>
                  </button>{" "}
                  {indicator.name}
                </th>
                <td>
                  <VerdictChip verdict={judged?.verdict} />
                </td>
                <td>
                  {judged?.measured === undefined
                    ? (judged?.text ?? "–")
                    : IndicatorWords.value(indicator, judged.measured, reader)}
                </td>
                <td class="figure share">
                  {judged?.share === undefined ? "" : Figures.decimal(judged.share)}
                </td>
                <td>{IndicatorWords.target(indicator, judged?.target ?? one.targets[0], reader)}</td>
                <td class="period">
                  {judged === undefined ? "–" : IndicatorWords.period(judged.period, reader)}
                </td>
              </tr>
            </Fragment>
          )
        })}
      </tbody>
    </WideTable>
  )
}

const MissingActions = ({ coverage: { missing } }: { readonly coverage: Indicators.Coverage }) => {
  const { say } = useShared()
  if (missing.length === 0) return undefined
  return (
    <details class="missing">
      <summary>
        {say(indicators.missing)}: {Figures.count(missing.length)}
      </summary>
      <ul lang="nl">
        {missing.map(({ action, words: printed }) => (
          <li key={action.code}>
            <span class="code">{action.code}</span> {action.name}
            {printed === undefined ? "" : ` – ${printed}`}
          </li>
        ))}
      </ul>
    </details>
  )
}

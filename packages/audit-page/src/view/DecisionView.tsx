/** One decision on one sheet of paper: who decided and why, its effect, its changes, and the norms before and after. */
import { Ledger, Money } from "@grootboek/core"
import { DecisionFile } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import { ChangeGroups } from "../part/ChangeGroups.tsx"
import { Choice } from "../part/Choice.tsx"
import { EffectTable } from "../part/EffectTable.tsx"
import { NormTable } from "../part/NormTable.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Version from "../part/Version.ts"
import * as Dates from "../words/Dates.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

const { sheet } = words

export const DecisionView = () => {
  const { whole, say, route, go } = useShared()
  const labels = (Ledger.planAt(whole)?.versions ?? []).map(({ label }) => label)
  const label = labels.find((one) => one === Version.of(route.to)) ?? labels.at(-1) ?? ""
  const file = useMemo(() => DecisionFile.of(whole, label), [whole, label])
  return (
    <section aria-labelledby="sheet-title" class="decision-sheet">
      <div class="bar filters noprint">
        <Choice
          label={say(sheet.choose)}
          value={label}
          set={(chosen) => go({ to: `decision:${chosen}` })}
          options={labels.map((one) => [one, one])}
        />
        <button type="button" onClick={() => print()}>
          {say(sheet.print)}
        </button>
      </div>
      {Result.isFailure(file) ? (
        <p class="note">{say(words.moment.unknown)}</p>
      ) : (
        <Sheet file={file.success} />
      )}
    </section>
  )
}

const Sheet = ({ file }: { readonly file: DecisionFile.DecisionFile }) => {
  const { say } = useShared()
  return (
    <>
      <h2 id="sheet-title">
        {say(sheet.title)(file.plan)} – {file.entity}
      </h2>
      <Facts file={file} />
      <div>
        <h3>{say(sheet.effect)}</h3>
        <EffectTable years={file.years} effects={file.effects} title={say(sheet.effect)} />
      </div>
      {file.before === undefined ? undefined : (
        <>
          {(["reason", "rule", "earlier"] as const).map((origin) => (
            <ChangeGroups key={origin} file={file} origin={origin} />
          ))}
          <p class="aside">{say(sheet.perYear)}</p>
        </>
      )}
      <NormTable file={file} />
    </>
  )
}

const Facts = ({ file }: { readonly file: DecisionFile.DecisionFile }) => {
  const { say, mark, language, sealed } = useShared()
  const { decision, before, position, unexplained } = file
  const { resolution, motivation } = decision
  const hash = sealed[position - 1]?.hash
  const facts: ReadonlyArray<readonly [string, string]> = [
    [
      say(sheet.body),
      resolution === undefined
        ? say(sheet.noBody)
        : `${resolution.body}, ${Dates.day(resolution.date, language)}${resolution.reference === undefined ? "" : ` (${resolution.reference})`}`,
    ],
    [say(sheet.motivation), motivation ?? say(sheet.none)],
    [say(sheet.compared), before === undefined ? say(sheet.first) : say(sheet.followed)(before)],
    ...(before === undefined
      ? []
      : [[say(sheet.unexplained), Figures.exact(Money.sum(unexplained.map(Money.abs))) + mark] as const]),
  ]
  return (
    <dl class="facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      <div>
        <dt>{say(sheet.last)}</dt>
        <dd>
          <data value={position}>{Figures.count(position)}</data>
          {hash === undefined ? undefined : (
            <>
              , {say(sheet.hash)} <code class="hash">{hash}</code>
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

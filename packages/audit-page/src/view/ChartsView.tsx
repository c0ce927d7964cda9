/** Charts of the available result and the self-financing margin of two versions of the plan. */
import { Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import { Bars } from "../part/Bars.tsx"
import { Choice } from "../part/Choice.tsx"
import { useShared } from "../part/Shared.tsx"
import * as Version from "../part/Version.ts"
import { words } from "../words/Words.ts"

export const ChartsView = () => {
  const { ledger, say, route, go } = useShared()
  const versions = Ledger.planAt(ledger)?.versions ?? []
  const labels = versions.map(({ label }) => label)
  const before = labels.find((label) => label === Version.of(route.from)) ?? labels.at(-2) ?? labels[0] ?? ""
  const after = labels.find((label) => label === Version.of(route.to)) ?? labels.at(-1) ?? ""
  const read = (label: string, row: string) => {
    const statement = Result.flatMap(Ledger.moment(ledger, `decision:${label}`), (at) =>
      Ledger.statement(ledger, "M2", { at }),
    )
    if (Result.isFailure(statement)) return []
    return statement.success.rows.find(({ section, code }) => `${section}/${code}` === row)?.cells ?? []
  }
  const charts = [
    ["available", "Budgettair resultaat/IX"],
    ["margin", "Autofinancieringsmarge/III"],
  ] as const
  return (
    <section aria-labelledby="charts-title">
      <h2 id="charts-title">{say(words.changes.charts.title)}</h2>
      <div class="bar filters noprint">
        {(["from", "to"] as const).map((side) => (
          <Choice
            key={side}
            label={side === "from" ? say(words.changes.charts.before) : say(words.changes.charts.after)}
            value={side === "from" ? before : after}
            set={(label) => go({ [side]: `decision:${label}` })}
            options={labels.map((label) => [label, say(words.decision.version)(label)])}
          />
        ))}
      </div>
      <p class="aside">{say(words.decision.compares)}</p>
      <div class="columns">
        {charts.map(([name, row]) => (
          <Bars
            key={row}
            name={say(words.changes.charts[name])}
            sense={1}
            before={{ label: before, cells: read(before, row) }}
            after={{ label: after, cells: read(after, row) }}
          />
        ))}
      </div>
    </section>
  )
}

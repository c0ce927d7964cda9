/** The key figures before a step of an adjustment, their change, and their new amounts. */
import { Ledger, Money, titles, Year } from "@grootboek/core"
import * as Result from "effect/Result"
import { useMemo } from "preact/hooks"
import * as Steps from "../model/Steps.ts"
import { useShared } from "../part/Shared.tsx"
import { Heads, WideTable } from "../part/WideTable.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

/** The rows of M2 that are shown. */
const rows = ["Budgettair resultaat/V", "Budgettair resultaat/IX", "Autofinancieringsmarge/III"] as const

export const KeyFigures = ({ steps, upTo }: { readonly steps: Steps.Steps; readonly upTo: number }) => {
  const { ledger, language, say } = useShared()
  const plan = Ledger.planAt(ledger, steps.after)
  const before = useMemo(() => read(ledger, steps.before), [ledger, steps.before])
  const after = useMemo(() => read(ledger, steps.after), [ledger, steps.after])
  const changes = Steps.changes(ledger, "M2", steps, upTo)
  const all = Steps.changes(ledger, "M2", steps, steps.list.length)
  if (plan === undefined) return null
  const meets = rows.every((row) =>
    (after.get(row)?.amounts ?? []).every(
      (amount, index) => amount === (before.get(row)?.amounts[index] ?? 0n) + (all.get(row)?.[index] ?? 0n),
    ),
  )
  const columns = Year.list(plan.years).map((_, index) =>
    rows.flatMap((row) => {
      const old = before.get(row)?.amounts[index] ?? Money.zero
      const delta = changes.get(row)?.[index] ?? Money.zero
      return [old, delta, Money.add(old, delta)]
    }),
  )
  return (
    <section aria-labelledby="key-figures">
      <h3 id="key-figures">{say(words.replay.effect)}</h3>

      <WideTable title={say(words.replay.effect)} label={titles(language).M2} class="small key">
        <thead>
          <tr>
            <th scope="col">M2</th>
            <th scope="col">
              {""}
              <span class="unseen">{say(words.replay.change)}</span>
            </th>
            <Heads of={Year.list(plan.years)} kind="figure" />
          </tr>
        </thead>
        {rows.map((row) => {
          const was = before.get(row)?.amounts ?? []
          const moved = changes.get(row) ?? []
          return (
            <tbody key={row}>
              {(["was", "change", "is"] as const).map((line) => (
                <tr key={line} class={line === "is" ? "strong" : undefined}>
                  {line === "was" ? (
                    <th scope="rowgroup" rowSpan={3} lang="nl">
                      {after.get(row)?.label ?? row}
                    </th>
                  ) : undefined}
                  <th scope="row">{say(words.replay[line])}</th>
                  {Year.list(plan.years).map((year, index) => {
                    const [old, delta] = [was[index] ?? Money.zero, moved[index] ?? Money.zero]
                    const amount = { was: old, change: delta, is: Money.add(old, delta) }[line]
                    return (
                      <td
                        key={year}
                        style={Figures.aligned(amount, columns[index] ?? [])}
                        class={
                          line === "change" && delta !== 0n
                            ? delta < 0n
                              ? "figure less"
                              : "figure more"
                            : "figure"
                        }
                      >
                        {line === "change" ? Figures.change(amount) : Figures.exact(amount)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          )
        })}
      </WideTable>
      {upTo === steps.list.length ? (
        <p class={meets ? "verdict holds" : "verdict fails"}>
          <span aria-hidden="true">{meets ? "✓" : "✗"}</span> {say(words.replay.meets)}
        </p>
      ) : undefined}
    </section>
  )
}

const read = (ledger: Ledger.Ledger, position: number) => {
  const statement = position < 1 ? undefined : Ledger.statement(ledger, "M2", { at: position })
  if (statement === undefined || Result.isFailure(statement))
    return new Map<string, { readonly label: string; readonly amounts: ReadonlyArray<Money.Money> }>()
  return new Map(
    statement.success.rows.map((row) => [
      `${row.section}/${row.code}`,
      { label: row.label, amounts: row.cells.map((cell) => cell.exact) },
    ]),
  )
}

/** Rows of M2 before and after a decision: old, new and difference of each year. */
import { Address, Money } from "@grootboek/core"
import type { DecisionFile } from "@grootboek/core/answer"
import { useMemo } from "preact/hooks"
import * as RowSense from "../model/RowSense.ts"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"
import { Heads, WideTable } from "./WideTable.tsx"

export interface EffectTableProps {
  readonly years: ReadonlyArray<number>
  readonly effects: ReadonlyArray<DecisionFile.DecisionEffect>
  readonly title: string
}

export const EffectTable = ({ years, effects, title }: EffectTableProps) => {
  const { say, whole } = useShared()
  const senses = useMemo(() => RowSense.of(whole, "M2"), [whole])
  const isDivided = new Set(effects.map(({ section }) => section)).size > 1
  const columns = years.map((_, at) =>
    effects.flatMap((effect) => sidesOf(effect).map(([, amounts]) => amounts[at] ?? Money.zero)),
  )
  let section = ""
  return (
    <WideTable title={title} class="small key">
      <thead>
        <tr>
          <th scope="col">M2</th>
          <th scope="col">
            <span class="unseen">{say(words.replay.change)}</span>
          </th>
          <Heads of={years} kind="figure" />
        </tr>
      </thead>
      {effects.map((effect) => {
        const isNew = isDivided && effect.section !== section
        section = effect.section
        return (
          <Effect
            key={Address.format(effect)}
            effect={effect}
            sense={senses.get(Address.format(effect))}
            heading={isNew ? section : undefined}
            columns={columns}
          />
        )
      })}
    </WideTable>
  )
}

const sidesOf = ({ old, new: now }: DecisionFile.DecisionEffect) =>
  old === undefined
    ? [["new", now] as const]
    : [
        ["old", old] as const,
        ["new", now] as const,
        ["delta", now.map((amount, at) => Money.subtract(amount, old[at] ?? Money.zero))] as const,
      ]

interface EffectProps {
  readonly effect: DecisionFile.DecisionEffect
  readonly sense: RowSense.RowSense | undefined
  /** The section, where it begins. */
  readonly heading: string | undefined
  /** The amounts of each year in the table, whose decimals are aligned. */
  readonly columns: ReadonlyArray<ReadonlyArray<Money.Money>>
}

const Effect = ({ effect, sense, heading, columns }: EffectProps) => {
  const { say } = useShared()
  const { section, code, label, new: now } = effect
  const sides = sidesOf(effect)
  return (
    <tbody data-row={`${section}/${code}`}>
      {heading === undefined ? undefined : (
        <tr class="section">
          <th scope="rowgroup" colSpan={2 + now.length} lang="nl">
            <span>{heading}</span>
          </th>
        </tr>
      )}
      {sides.map(([side, amounts], line) => (
        <tr key={side} class={side === "new" ? "strong" : undefined} data-side={side}>
          {line === 0 ? (
            <th scope="rowgroup" rowSpan={sides.length} lang="nl">
              {code} {label}
            </th>
          ) : undefined}
          <th scope="row">{say(words.changes[side])}</th>
          {amounts.map((amount, at) => (
            <td
              key={at}
              class={side === "delta" ? `figure ${RowSense.classOf(sense, amount)}` : "figure"}
              style={Figures.aligned(amount, columns[at] ?? [])}
            >
              {side === "delta" ? Figures.change(amount) : Figures.exact(amount)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** The form that adds a supposed change. */
import { BudgetLine, Ledger, OwnAmounts, Year } from "@grootboek/core"
import { useMemo, useState } from "preact/hooks"
import { Choice } from "../part/Choice.tsx"
import { useShared } from "../part/Shared.tsx"
import { words } from "../words/Words.ts"
import * as SuppositionFields from "./SuppositionFields.ts"

const { whatIf } = words

/** More suggestions would slow the browser down; every line can be typed. */
const mostSuggestions = 2_000

const effectKinds = ["Percent", "Added", "Becomes"] as const
const reasonKinds = ["index", "correction", "subsidy", "timing", "transfer", "result"] as const

export const SuppositionForm = ({ add }: { readonly add: (text: string) => void }) => {
  const { whole, say } = useShared()
  const plan = Ledger.planAt(whole)
  const open = plan === undefined ? [] : Year.list(plan.years).filter((year) => !plan.closed.has(year))
  const [fields, setFields] = useState({
    ...SuppositionFields.blank,
    first: String(open[0] ?? ""),
    last: String(open.at(-1) ?? ""),
  })
  const set = (change: Partial<SuppositionFields.SuppositionFields>) => setFields({ ...fields, ...change })
  const field = (name: keyof SuppositionFields.SuppositionFields) => ({
    value: fields[name],
    set: (value: string) => set({ [name]: value }),
  })
  const lines = useMemo(
    () =>
      plan === undefined
        ? []
        : [...OwnAmounts.of(plan, Ledger.state(whole).balances()).values()].map(({ line }) => line),
    [plan, whole],
  )
  const actions = [...(plan?.structure.goals.values() ?? [])].filter(({ level }) => level === "action")
  const text = SuppositionFields.textOf(fields, lines)
  const years = open.map((year) => [String(year), String(year)] as const)
  return (
    <form
      class="bar filters suppose noprint"
      aria-label={say(whatIf.form)}
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== undefined) add(text)
      }}
    >
      <Choice
        label={say(whatIf.which)}
        {...field("which")}
        options={[
          ["lines", say(whatIf.lines)],
          ["one", say(whatIf.one)],
        ]}
      />
      {fields.which === "one" ? (
        <label>
          {say(whatIf.line)}
          <input
            type="search"
            list="budget-lines"
            class="long"
            value={fields.line}
            onInput={(event) => set({ line: event.currentTarget.value })}
          />
          <datalist id="budget-lines">
            {lines.slice(0, mostSuggestions).map((line) => (
              <option key={BudgetLine.format(line)} value={BudgetLine.format(line)} />
            ))}
          </datalist>
        </label>
      ) : (
        <>
          <label>
            {say(whatIf.accounts)}
            <input
              type="text"
              inputMode="numeric"
              value={fields.accounts}
              onInput={(event) => set({ accounts: event.currentTarget.value })}
            />
          </label>
          <Choice
            label={say(whatIf.side)}
            {...field("side")}
            options={[
              ["", say(whatIf.both)],
              ["U", say(words.filter.directions.U)],
              ["O", say(words.filter.directions.O)],
            ]}
          />
          <Choice
            label={say(whatIf.action)}
            {...field("action")}
            options={[
              ["", say(whatIf.everyAction)],
              ...actions.map(({ code, name }) => [code, `${code} ${name}`] as const),
            ]}
          />
        </>
      )}
      <Choice
        label={say(whatIf.effect)}
        {...field("effect")}
        options={effectKinds.map((kind) => [kind, say(whatIf.effects[kind])])}
      />
      <label>
        {say(whatIf.number)}
        <input
          type="text"
          inputMode="decimal"
          placeholder={say(whatIf.numberHint)}
          value={fields.number}
          onInput={(event) => set({ number: event.currentTarget.value })}
        />
      </label>
      <Choice label={say(whatIf.first)} {...field("first")} options={years} />
      <Choice label={say(whatIf.last)} {...field("last")} options={years} />
      <Choice
        label={say(whatIf.reason)}
        {...field("reason")}
        options={reasonKinds.map((kind) => [kind, say(words.reasons[kind])])}
      />
      <button type="submit" disabled={text === undefined}>
        {say(whatIf.add)}
      </button>
    </form>
  )
}

/** The filter of the page: its terms, how many postings pass, and a form to add a term. */
import { useState } from "preact/hooks"
import * as Filter from "../model/Filter.ts"
import { ActionLink } from "../part/ActionLink.tsx"
import { Choice } from "../part/Choice.tsx"
import * as FilterName from "../part/FilterName.ts"
import { useShared } from "../part/Shared.tsx"
import * as Figures from "../words/Figures.ts"
import { words } from "../words/Words.ts"

export const FilterBar = () => {
  const { say, go, terms, kept, whole } = useShared()
  const [isOpen, setOpen] = useState(false)
  const set = (list: ReadonlyArray<Filter.FilterTerm>) => go({ only: list.map(Filter.format) })
  return (
    <section
      class={terms.length === 0 ? "filter noprint" : "filter active"}
      aria-label={say(words.filter.title)}
    >
      {terms.length === 0 ? undefined : (
        <>
          <b>{say(words.filter.only)}</b>
          <ul>
            {terms.map((term) => (
              <li key={Filter.format(term)} class="chip">
                {FilterName.of(term, say)}{" "}
                <ActionLink code={term.kind === "action" ? term.value : undefined} />
                <button
                  type="button"
                  class="noprint"
                  aria-label={say(words.filter.remove)(FilterName.of(term, say))}
                  onClick={() => set(terms.filter((one) => one !== term))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <span role="status">
            {kept === 0
              ? say(words.filter.nothing)
              : say(words.filter.count)(Figures.count(kept), Figures.count(whole.columns.postings))}
          </span>
          <span class="aside">{say(words.filter.partial)}</span>
          <button type="button" class="link noprint" onClick={() => set([])}>
            {say(words.filter.clear)}
          </button>
        </>
      )}
      <details class="noprint" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say(words.filter.add)}</summary>
        {isOpen ? (
          <TermForm
            add={(term) => {
              set([...terms, term])
              setOpen(false)
            }}
          />
        ) : undefined}
      </details>
    </section>
  )
}

const TermForm = ({ add }: { readonly add: (term: Filter.FilterTerm) => void }) => {
  const { say, index } = useShared()
  const [kind, setKind] = useState<Filter.FilterKind>("action")
  const [value, setValue] = useState("")
  const choices = FilterName.choices(index(), kind, say)
  return (
    <form
      class="bar filters"
      onSubmit={(event) => {
        event.preventDefault()
        const known = choices.find((one) => one.name === value)
        if (value !== "") add({ kind, value: known?.value ?? value })
      }}
    >
      <Choice
        label={say(words.filter.kind)}
        value={kind}
        set={(chosen) => {
          setKind(Filter.kinds.find((one) => one === chosen) ?? "action")
          setValue("")
        }}
        options={Filter.kinds.map((one) => [one, say(words.filter.kinds[one])])}
      />
      {listed.includes(kind) ? (
        <Choice
          label={say(words.filter.value)}
          value={value}
          set={setValue}
          options={[
            ["", ""],
            ...choices.map((one) => [one.value, kind === "decision" ? one.value : one.name] as const),
          ]}
        />
      ) : (
        <label>
          {say(words.filter.value)}
          <input
            type="search"
            list="filter-values"
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
        </label>
      )}
      <datalist id="filter-values">
        {choices.slice(0, mostChoices).map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </datalist>
      <button type="submit" disabled={value === ""}>
        {say(words.filter.apply)}
      </button>
    </form>
  )
}

/** The kinds with few values, which are chosen from a list. */
const listed: ReadonlyArray<Filter.FilterKind> = ["direction", "phase", "cause", "decision"]

/** More suggestions would slow the browser down; the search finds the others. */
const mostChoices = 2_000

/** The search: opened by Ctrl+K or a slash, chosen from with the arrow keys. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks"
import * as Filter from "../model/Filter.ts"
import * as SearchIndex from "../model/SearchIndex.ts"
import type * as SearchResult from "../model/SearchResult.ts"
import { useShared } from "../part/Shared.tsx"
import type { Say } from "../words/Bilingual.ts"
import * as Figures from "../words/Figures.ts"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"

export const SearchButton = () => {
  const { say } = useShared()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches("input, select, textarea")
      const isAsked =
        ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") ||
        (event.key === "/" && !isTyping)
      if (!isAsked) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener("keydown", follow)
    return () => removeEventListener("keydown", follow)
  }, [])
  return (
    <>
      <button type="button" class="find" aria-keyshortcuts="Control+K /" onClick={() => setOpen(true)}>
        {say(words.search.open)} <kbd>Ctrl K</kbd>
      </button>
      {isOpen ? <SearchDialog close={() => setOpen(false)} /> : undefined}
    </>
  )
}

const SearchDialog = ({ close }: { readonly close: () => void }) => {
  const { say, index, terms, go } = useShared()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState("")
  const [chosen, setChosen] = useState(0)
  const found = useMemo(() => SearchIndex.find(index(), query), [index, query])
  // Before the browser paints, so that a key that is typed at once arrives in the field.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const open = (result: SearchResult.SearchResult | undefined) => {
    if (result === undefined) return
    dialog.current?.close()
    const { target } = result
    if (target.to === "cell")
      go({ view: "statements", form: target.form, row: target.row, year: String(target.year), entry: "" })
    else if (target.to === "entry") go({ view: "journal", entry: String(target.entry), find: "" })
    else if (target.to === "indicator")
      go({ view: "indicators", indicator: target.code, verdict: "", only: [] })
    else {
      const { kind, value } = target
      const others = terms.filter((term) => term.kind !== kind || term.value !== value)
      go({ only: [...others, { kind, value }].map(Filter.format) })
    }
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === "Enter") {
      event.preventDefault()
      open(found[chosen])
    }
    if (step === undefined) return
    event.preventDefault()
    const next = Math.min(found.length - 1, Math.max(0, chosen + step))
    setChosen(next)
    document.getElementById(`found-${next}`)?.scrollIntoView({ block: "nearest" })
  }
  return (
    <dialog ref={dialog} class="search" aria-label={say(words.search.title)} onClose={close}>
      <label>
        <span>{say(words.search.label)}</span>
        <input
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="found"
          aria-activedescendant={found.length > 0 ? `found-${chosen}` : undefined}
          autocomplete="off"
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value)
            setChosen(0)
          }}
          onKeyDown={move}
        />
      </label>
      <p class="aside" role="status">
        {query.trim() === ""
          ? say(words.search.keys)
          : found.length === 0
            ? say(words.search.none)
            : say(words.search.count)(Figures.count(found.length))}
      </p>
      <div id="found" role="listbox" aria-label={say(words.search.results)}>
        {[...new Set(found.map(({ group }) => group))].map((group) => {
          const own = found.flatMap((result, at) => (result.group === group ? [{ result, at }] : []))
          return own.length === 0 ? undefined : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a listbox
            <div key={group} role="group" aria-label={say(words.search.groups[group])}>
              <p class="over" aria-hidden="true">
                {say(words.search.groups[group])}
              </p>
              {own.map(({ result, at }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, which keeps the focus
                // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option
                <div
                  key={at}
                  id={`found-${at}`}
                  role="option"
                  aria-selected={at === chosen}
                  onClick={() => open(result)}
                >
                  <b class="code">{codeOf(result, say)}</b> <span lang="nl">{result.name}</span>{" "}
                  {result.target.to === "cell" ? <span class="aside">{result.target.year}</span> : undefined}
                  {result.target.to === "filter" && group === "code" ? (
                    <span class="aside">{say(words.filter.kinds[result.target.kind])}</span>
                  ) : undefined}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </dialog>
  )
}

/** The code of a result; a form without a number has a short name in the language of the reader. */
const codeOf = ({ code, target }: SearchResult.SearchResult, say: Say): string =>
  target.to === "cell" ? code.replace(target.form, FormName.of(target.form, say)) : code

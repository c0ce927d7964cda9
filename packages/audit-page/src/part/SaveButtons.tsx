/** Buttons to save or copy a table: CSV, a workbook, or text for a mail. */
import { Book } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import type { ComponentChildren } from "preact"
import { useRef, useState } from "preact/hooks"
import { words } from "../words/Words.ts"
import * as Saved from "./Saved.ts"
import { useShared } from "./Shared.tsx"
import * as TableContent from "./TableContent.ts"

export interface SaveButtonsProps {
  /** The name of the file, without its ending. */
  readonly name: string
  readonly title: string
  /** The content of the table; what the table shows when it is left out. */
  readonly content?: () => TableContent.TableContent
  readonly children?: ComponentChildren
}

export const SaveButtons = ({ name, title, content, children }: SaveButtonsProps) => {
  const { say, terms, check } = useShared()
  const around = useRef<HTMLDivElement>(null)
  const [outcome, setOutcome] = useState("")
  const read = (): TableContent.TableContent => {
    const table = around.current?.querySelector("table")
    const found = content?.() ?? (table ? TableContent.of(table, title) : { title, head: [], rows: [] })
    const state =
      check === undefined
        ? say(words.save.unverified)
        : check.fault === undefined
          ? ""
          : say(words.save.damaged)
    const filter =
      terms.length === 0
        ? ""
        : say(words.save.filtered)(terms.map(({ kind, value }) => `${kind}:${value}`).join(", "))
    return { ...found, title: [found.title, filter, state].filter((part) => part !== "").join(" · ") }
  }
  const file = `grootboek-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}`
  const saveBook = async () => {
    const bytes = await Effect.runPromise(Book.write(TableContent.workbook(read(), name)))
    Saved.file(`${file}.xlsx`, bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }
  const copy = async () => {
    const isDone = await Saved.copy(`${TableContent.text(read())}\n`)
    setOutcome(say(isDone ? words.save.copied : words.save.notCopied))
    setTimeout(() => setOutcome(""), 4000)
  }
  return (
    <div class="savable" ref={around}>
      {children}
      <fieldset class="save noprint" aria-label={`${say(words.save.title)}: ${title}`}>
        <button
          type="button"
          onClick={() =>
            Saved.file(`${file}.csv`, new TextEncoder().encode(TableContent.csv(read())), "text/csv")
          }
        >
          CSV
        </button>
        <button type="button" onClick={saveBook}>
          XLSX
        </button>
        <button type="button" onClick={copy}>
          {say(words.save.copy)}
        </button>
        <span role="status">{outcome}</span>
      </fieldset>
    </div>
  )
}

/** Buttons to save or copy a table: CSV, a workbook, or text for a mail. */
import { Book } from "@grootboek/xlsx"
import * as Effect from "effect/Effect"
import type { ComponentChildren } from "preact"
import { useRef, useState } from "preact/hooks"
import { words } from "../words/Words.ts"
import * as Saved from "./Saved.ts"
import { useShared } from "./Shared.tsx"
import * as TableContent from "./TableContent.ts"

export interface TakeProps {
  /** The name of the file, without its ending. */
  readonly name: string
  readonly title: string
  /** The content of the table; what the table shows when it is left out. */
  readonly content?: () => TableContent.TableContent
  readonly children?: ComponentChildren
}

export const Take = ({ name, title, content, children }: TakeProps) => {
  const { say, terms, check } = useShared()
  const around = useRef<HTMLDivElement>(null)
  const [outcome, setOutcome] = useState("")
  const read = (): TableContent.TableContent => {
    const table = around.current?.querySelector("table")
    const found = content?.() ?? (table ? TableContent.of(table, title) : { title, head: [], rows: [] })
    const state =
      check === undefined
        ? say(words.take.unverified)
        : check.fault === undefined
          ? ""
          : say(words.take.damaged)
    const filter =
      terms.length === 0
        ? ""
        : say(words.take.filtered)(terms.map(({ kind, value }) => `${kind}:${value}`).join(", "))
    return { ...found, title: [found.title, filter, state].filter((part) => part !== "").join(" · ") }
  }
  const file = `grootboek-${name.replace(/[^\p{L}\p{N}]+/gu, "-")}`
  const takeBook = async () => {
    const bytes = await Effect.runPromise(Book.write(TableContent.workbook(read(), name)))
    Saved.file(`${file}.xlsx`, bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }
  const copy = async () => {
    const isDone = await Saved.copy(`${TableContent.text(read())}\n`)
    setOutcome(say(isDone ? words.take.copied : words.take.notCopied))
    setTimeout(() => setOutcome(""), 4000)
  }
  return (
    <div class="taking" ref={around}>
      {children}
      <fieldset class="take noprint" aria-label={`${say(words.take.title)}: ${title}`}>
        <button
          type="button"
          onClick={() =>
            Saved.file(`${file}.csv`, new TextEncoder().encode(TableContent.csv(read())), "text/csv")
          }
        >
          CSV
        </button>
        <button type="button" onClick={takeBook}>
          XLSX
        </button>
        <button type="button" onClick={copy}>
          {say(words.take.copy)}
        </button>
        <span role="status">{outcome}</span>
      </fieldset>
    </div>
  )
}

/** A panel beside a view that explains what was chosen there. Its button and Escape close it. */
import { Address, type Explain } from "@grootboek/core"
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import * as FormName from "../words/FormName.ts"
import { words } from "../words/Words.ts"
import { useShared } from "./Shared.tsx"

export interface PanelProps {
  /** The id of its title. */
  readonly id: string
  /** What the panel is about, above its title. */
  readonly over: ComponentChildren
  readonly title: ComponentChildren
  /** What was chosen: another choice moves the focus to the title, for keyboards and screen readers. */
  readonly chosen: string
  readonly close: () => void
  readonly children: ComponentChildren
}

export const Panel = ({ id, over, title, chosen, close, children }: PanelProps) => {
  const { say } = useShared()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [chosen])
  return (
    <aside
      class="explain"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === "Escape") close()
      }}
    >
      <div class="bar">
        <p class="over">{over}</p>
        <button type="button" class="close" aria-label={say(words.explanation.close)} onClick={close}>
          ×
        </button>
      </div>
      <h2 id={id} ref={head} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </aside>
  )
}

/** The address of a cell, its label and its year, as the title of a panel. */
export const CellName = ({
  form,
  cell,
}: {
  readonly form: string
  readonly cell: Pick<Explain.Explanation, "section" | "code" | "label" | "year">
}) => {
  const { say } = useShared()
  return (
    <>
      <span class="code">
        {FormName.of(form, say)} {Address.format(cell)}
      </span>{" "}
      <span lang="nl">{cell.label}</span> <span class="year">{cell.year}</span>
    </>
  )
}

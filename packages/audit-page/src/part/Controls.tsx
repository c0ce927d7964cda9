/** Controls of the page: open on a wide screen, and one line on a phone, so that its first screen shows the answer. */
import type { ComponentChildren } from "preact"
import * as Screen from "./Screen.ts"

export interface ControlsProps {
  /** Its class, which says what the controls are for. */
  readonly kind: string
  /** What a phone shows while the controls are closed. */
  readonly summary: ComponentChildren
  readonly children: ComponentChildren
}

export const Controls = ({ kind, summary, children }: ControlsProps) => {
  const isNarrow = Screen.useScreen(Screen.small)
  return (
    <details class={`controls ${kind}`} open={!isNarrow}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}

/** A table that scrolls where it is too wide, with buttons that save it. */
import type { ComponentChildren } from "preact"
import { SaveButtons } from "./SaveButtons.tsx"
import { Scroller } from "./Scroller.tsx"
import type { TableContent } from "./TableContent.ts"

export interface WideTableProps {
  readonly title: string
  /** The name of its file; the title when it is left out. */
  readonly name?: string
  /** The name of its area for screen readers; the title when it is left out. */
  readonly label?: string
  readonly class: string
  /** What is saved; what the table shows when it is left out. */
  readonly content?: () => TableContent
  readonly "data-origin"?: string
  readonly children: ComponentChildren
}

export const WideTable = ({
  title,
  name = title,
  label = title,
  content,
  children,
  ...table
}: WideTableProps) => (
  <SaveButtons name={name} title={title} {...(content === undefined ? {} : { content })}>
    <Scroller kind="scroll" label={label}>
      <table {...table}>{children}</table>
    </Scroller>
  </SaveButtons>
)

/** Heads of columns of texts, or of figures. */
export const Heads = ({
  of,
  kind,
}: {
  readonly of: ReadonlyArray<string | number>
  readonly kind?: "figure"
}) =>
  of.map((head) => (
    <th key={head} scope="col" class={kind}>
      {head}
    </th>
  ))

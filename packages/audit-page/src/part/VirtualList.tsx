/** A list of any length; only its visible rows are in the document. */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core"
import type { ComponentChild } from "preact"
import { useLayoutEffect, useReducer, useRef, useState } from "preact/hooks"
import { usePrinting } from "./Printing.ts"
import { Scroller } from "./Scroller.tsx"

export interface VirtualListProps {
  readonly count: number
  /** An estimate of the height of a row in px; visible rows are measured. */
  readonly rowPx: number
  readonly label: string
  readonly row: (index: number) => ComponentChild
  /** A row to scroll to. */
  readonly reveal?: number | undefined
}

/** Shorter lists are rendered entirely, so that they can be printed and searched. */
const longestWhole = 60

/** Longer lists would fill hundreds of sheets of paper; their visible rows are printed. */
const longestPrinted = 5_000

export const VirtualList = ({ count, rowPx, label, row, reveal }: VirtualListProps) => {
  const isPrinting = usePrinting()
  if (count <= longestWhole || (isPrinting && count <= longestPrinted))
    return (
      <ol class="list" aria-label={label}>
        {Array.from({ length: count }, (_, index) => (
          <li key={index}>{row(index)}</li>
        ))}
      </ol>
    )
  return <Long {...{ count, rowPx, label, row, reveal }} />
}

const Long = ({ count, rowPx, label, row, reveal }: VirtualListProps) => {
  const port = useRef<HTMLElement>(null)
  const [, redraw] = useReducer((turn: number, _: undefined) => turn + 1, 0)
  const options: VirtualizerOptions<HTMLElement, HTMLLIElement> = {
    count,
    estimateSize: () => rowPx,
    getScrollElement: () => port.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 8,
    onChange: () => redraw(undefined),
  }
  const [list] = useState(() => new Virtualizer<HTMLElement, HTMLLIElement>(options))
  list.setOptions(options)
  useLayoutEffect(() => list._didMount(), [list])
  useLayoutEffect(() => list._willUpdate())
  useLayoutEffect(() => {
    if (reveal !== undefined && reveal >= 0) list.scrollToIndex(reveal, { align: "center" })
  }, [list, reveal])
  return (
    <Scroller kind="port" label={label} port={port}>
      <ol class="list" style={{ height: `${list.getTotalSize()}px` }}>
        {list.getVirtualItems().map(({ index, start, key }) => (
          <li
            key={String(key)}
            data-index={index}
            ref={(element) => list.measureElement(element)}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {row(index)}
          </li>
        ))}
      </ol>
    </Scroller>
  )
}

/** The table of contents of a report: its headings of the first levels, each with an anchor. */
import type { Document } from "@grootboek/cells"

/** A line of the table of contents. */
export interface ContentsLine {
  readonly id: string
  readonly level: number
  readonly text: string
}

/** Returns the line of each heading, by its place in the document. */
export const lines = ({ blocks }: Document.Document): ReadonlyMap<number, ContentsLine> =>
  new Map(
    blocks.flatMap((block, at) =>
      block._tag === "Heading" ? [[at, { id: `h${at + 1}`, level: block.level, text: block.text }]] : [],
    ),
  )

/** The table of contents of a report: its headings of the first levels, each with an anchor. */
import type { Document } from "@grootboek/cells"

export interface ContentsLine {
  readonly id: string
  readonly level: number
  readonly text: string
}

/** Returns whether the block at a place is a table whose title is the heading right above it. */
export const repeatsHeading = (blocks: Document.Document["blocks"], at: number): boolean => {
  const [block, before] = [blocks[at], blocks[at - 1]]
  return block?._tag === "Table" && before?._tag === "Heading" && block.title === before.text
}

/** Returns the line of each heading, by its place in the document. */
export const lines = ({ blocks }: Document.Document): ReadonlyMap<number, ContentsLine> =>
  new Map(
    blocks.flatMap((block, at) =>
      block._tag === "Heading" ? [[at, { id: `h${at + 1}`, level: block.level, text: block.text }]] : [],
    ),
  )

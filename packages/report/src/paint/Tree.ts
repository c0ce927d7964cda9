/** A tree as lines with connectors. */
import * as Wrapping from "./Wrapping.ts"

export interface TreeNode {
  readonly text: string
  readonly mark?: (line: string) => string
  readonly nodes: ReadonlyArray<TreeNode>
}

/** The least room of a text, however deep its node is. */
const leastRoom = 20

/** Returns the lines of a tree; with a width, longer lines are broken and stay below their connector. */
export const format = (
  { text, mark = (line) => line, nodes }: TreeNode,
  width?: number,
): ReadonlyArray<string> => {
  const hasNodes = nodes.length > 0
  const own = width === undefined ? [text] : Wrapping.wrap(text, Math.max(leastRoom, width))
  return [
    ...own.map((line, turn) => (turn === 0 ? mark(line) : `${hasNodes ? "│ " : "  "}${mark(line)}`)),
    ...nodes.flatMap((node, at) => {
      const isLast = at === nodes.length - 1
      const [first = "", ...rest] = format(node, width === undefined ? undefined : width - 3)
      return [(isLast ? "└─ " : "├─ ") + first, ...rest.map((line) => (isLast ? "   " : "│  ") + line)]
    }),
  ]
}

/** A tree as lines with connectors. */

/** A line and the nodes below it. */
export interface TreeNode {
  readonly text: string
  readonly nodes: ReadonlyArray<TreeNode>
}

/** Returns the lines of a tree. */
export const format = ({ text, nodes }: TreeNode): ReadonlyArray<string> => [
  text,
  ...nodes.flatMap((node, at) => {
    const isLast = at === nodes.length - 1
    const [first = "", ...rest] = format(node)
    return [(isLast ? "└─ " : "├─ ") + first, ...rest.map((line) => (isLast ? "   " : "│  ") + line)]
  }),
]

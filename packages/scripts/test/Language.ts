/** Phrases that plain language avoids, and the texts of a file in which they are looked for. */
import ts from "typescript"
import { parse, read } from "./Repository.ts"

/** A phrase and what to write instead. */
export const habits: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\bwhoever\b/i, "name the reader, the user or the caller"],
  [/\bdies? young\b/i, "is collected early"],
  [/\bby (itself|themselves)\b/i, "alone, automatically, or nothing"],
  [/\b(is|are|was|were) held (to|against)\b/i, "is checked against"],
  [/\b(is|are|was|were) told\b/i, "is reported, is printed"],
  [/\bstands? (in|on|at|before|behind|beside|below|above|there|alone|where)\b/i, "is in, is on, is at"],
  [/\bwhat .{1,40} is what\b/i, "name it"],
  [/\bclerks?\b/i, "interpreter"],
  [/(?<!governing |`|— )\bboards?\b/i, "local authority"],
  [/\bhears?\b/i, "is notified, receives"],
  [/\bglances?\b/i, "fast path"],
  [/\bwish(es|ed)?\b/i, "request"],
  [/\bthe house\b|\bhouse rules?\b/i, "the project"],
  [/\bmend(s|ed|ing)?\b/i, "fix, correct"],
  [/\bcomes? of it\b|\bcomes? to nothing\b/i, "name the result"],
  [/\bof (before|today)\b/i, "earlier, of version 1, new"],
  [/\baccus(e|es|ed|ing|ation)\b/i, "report as wrong"],
  [/\btold (apart|from)\b|\b(always|never|be) told\b/i, "distinguished, printed, asked"],
  [/\b(stands?|stood) (for|on)\b/i, "means, is"],
  [/\bgo(es)? on\b/i, "continue"],
  [/\b(take[ns]?|taking) along\b/i, "save, export"],
  [/\blies\b/i, "is"],
  [/\b(at|to) hand\b/i, "available, found"],
  [/\bknows? (no|nothing)\b/i, "has no, names no"],
  [/\b(speaks?|spoken|hearing)\b/i, "prints, uses the protocol of"],
  [/\bsaid by\b/i, "a message of"],
  [/\b(finds?|found) wanting\b/i, "has findings"],
  [/\bwithout a word\b/i, "without a message"],
  [/\bways? out\b/i, "solution"],
  [/\bdeserves? a look\b/i, "a person should check"],
  [/\bwhat grew\b/i, "new entries, new rows"],
  [/\btells? (\w+ )?apart\b/i, "distinguish"],
]

/** A text for people and the line on which it begins. */
export interface Passage {
  readonly line: number
  readonly text: string
}

/** The comments and test names of a source, or the lines of a document. */
export const passages = (file: string): readonly Passage[] =>
  file.endsWith(".md") ? linesOf(read(file), 1) : [...commentsOf(file), ...testNamesOf(file)]

const linesOf = (text: string, first: number): readonly Passage[] =>
  text.split("\n").map((line, index) => ({ line: first + index, text: line }))

const commentsOf = (file: string): readonly Passage[] =>
  [...read(file).matchAll(/\/\*\*?[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm)].flatMap((comment) =>
    linesOf(comment[0], read(file).slice(0, comment.index).split("\n").length),
  )

const testNamesOf = (file: string): readonly Passage[] => {
  if (!file.includes(".test.")) return []
  const tree = parse(file)
  const found: Passage[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(test|it|describe)\b/.test(node.expression.getText(tree))) {
      const [name] = node.arguments
      if (name !== undefined && ts.isStringLiteralLike(name))
        found.push({
          line: tree.getLineAndCharacterOfPosition(name.getStart(tree)).line + 1,
          text: name.text,
        })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

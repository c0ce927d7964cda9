/**
 * The TypeScript blocks of the documents, with what each prints after `// =>`.
 *
 * A comment `<!-- given … -->` just above a block holds code that the reader need not see: it precedes the block when it is
 * compiled and run. A block marked `ts no-run` is compiled only; a comment `<!-- only compiled: … -->` above it says why.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./command.mjs"
import { docExamples, referenceModule } from "./reference.mjs"

/**
 * A block of a document.
 *
 * @typedef {{ readonly code: string, readonly shown: readonly string[], readonly isRun: boolean, readonly why: string }} Block
 */

const pattern =
  /(?:<!-- only compiled: (.*) -->\n)?(?:<!-- given\n([\s\S]*?)-->\s*)?```ts( no-run)?\n([\s\S]*?)```/g

/**
 * Returns the blocks of a document, in order.
 *
 * @param {string} document its path from the root
 * @returns {readonly Block[]}
 */
export const blocksOf = (document) =>
  [...readFileSync(join(root, document), "utf8").matchAll(pattern)].map(
    ([, why = "", given = "", mark, code = ""]) => ({
      code: given + code,
      shown: valuesShown(code),
      isRun: mark === undefined,
      why,
    }),
  )

/**
 * Returns what a program shows after `// =>`, line by line.
 *
 * @param {string} code
 * @returns {readonly string[]}
 */
export const valuesShown = (code) => [...code.matchAll(/\/\/ => (.*)/g)].map(([, text = ""]) => text)

/** Documents with blocks. The README of the root shows an example of its own. */
export const documents = () =>
  [
    ...readdirSync(join(root, "docs"))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `docs/${file}`),
    ...readdirSync(join(root, "packages"))
      .map((name) => `packages/${name}/README.md`)
      .filter((file) => existsSync(join(root, file))),
  ].filter((document) => blocksOf(document).length > 0)

/** Where the blocks are written: the compiler checks them with the examples. */
const folder = join(root, "examples", "out", "blocks")

/**
 * Returns the file of a block.
 *
 * @param {string} document
 * @param {number} index
 */
export const fileOf = (document, index) =>
  join(
    folder,
    `${document
      .replace(/^docs\/|^packages\//, "")
      .replace(/\.md$/, "")
      .replaceAll("/", "-")}-${index}.ts`,
  )

/** The module with the examples of all doc comments. */
export const reference = join(folder, "reference.ts")

/** Writes every block as a module, and the examples of the doc comments as one. */
export const writeBlocks = () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const document of documents())
    for (const [index, { code }] of blocksOf(document).entries()) writeFileSync(fileOf(document, index), code)
  writeFileSync(reference, referenceModule(docExamples()))
}

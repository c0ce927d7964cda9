/**
 * The examples in the doc comments of the public API, written as one module that is compiled and run.
 *
 * Every `// =>` shows the value of the expression before it. An example uses any public module, and the values that
 * `examples/reference.ts` exports.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./command.mjs"

/**
 * An example of a doc comment.
 *
 * @typedef {{ readonly where: string, readonly file: string, readonly code: string }} DocExample
 */

/** @param {string} file a path from the root */
const textOf = (file) => readFileSync(join(root, file), "utf8")

/** The packages whose doc comments have examples, with the folders of their sources. */
const sources = ["packages/grootboek/src", "packages/core/src"]

/**
 * Returns the examples of a source, in order.
 *
 * @param {string} file
 * @returns {readonly DocExample[]}
 */
const examplesIn = (file) => {
  const text = textOf(file)
  return [...text.matchAll(/^ *\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].map(({ index, 1: block = "" }) => ({
    where: `${file}:${text.slice(0, index).split("\n").length}`,
    file,
    code: block.replace(/^ *\* ?/gm, ""),
  }))
}

/** Returns every example. */
export const docExamples = () =>
  sources
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .sort()
        .map((file) => `${folder}/${file}`),
    )
    .flatMap(examplesIn)

/** @param {string} file */
const namesIn = (file) =>
  [...textOf(file).matchAll(/^export (?:\* as|const|class) (\w+)|^export \{([^}]*)\}/gm)]
    .flatMap(([, name, list = ""]) => (name === undefined ? list.split(",") : [name]))
    .map((name) => name.trim().split(" as ").at(-1) ?? "")
    .filter((name) => /^\w+$/.test(name))

/** The names that an example may use, by the module that exports them. */
const scope = () => {
  const core = ["value", "event", "codec", "fold", "form", "rule", "ledger", "answer"]
  const ofGrootboek = core.flatMap((name) => namesIn(`packages/core/src/${name}.ts`))
  return [
    { from: "../../reference.ts", names: namesIn("examples/reference.ts").concat("proposals", "plan") },
    { from: "@grootboek/core/bbc3", names: ["accounts", "edition", "policyFields", "sectors"] },
    { from: "@grootboek/core/journal", names: namesIn("packages/core/src/journal.ts") },
    { from: "grootboek", names: [...ofGrootboek, "GrootboekError", "open"] },
  ]
}

/** Modules of Effect that an example may use. */
const effect = ["Effect", "Metric", "Option", "Result", "Schema", "Stream"]

/** @param {string} code */
const withoutImports = (code) => code.replace(/^import .*\n+/gm, "")

/**
 * Returns code in which each expression before `// =>` is passed to `show` with the value beside it.
 *
 * @param {string} code
 */
const shown = (code) => {
  /** @type {Array<string>} */
  const lines = []
  let first = 0
  for (const line of withoutImports(code).split("\n")) {
    // A statement begins at the margin, unless the line ends the one before.
    if (/^(?!\/\/ =>)[^\s)}\].]/.test(line)) first = lines.length
    const [before = "", value] = line.split("// =>")
    lines.push(before)
    if (value === undefined) continue
    lines[first] = `show(${lines[first]}`
    lines.push(`, (${value.trim() || lines.pop()}))`)
  }
  return lines.join("\n")
}

/**
 * Returns the module of all examples.
 *
 * @param {readonly DocExample[]} examples
 */
export const referenceModule = (examples) => {
  const code = examples.map(({ code }) => withoutImports(code)).join("\n")
  /** @param {string} name */
  const isUsed = (name) => new RegExp(`(?<![.\\w"])${name}(?!\\w)`).test(code)
  const seen = new Set()
  const imports = scope().map(({ from, names }) => {
    const used = names.filter((name) => isUsed(name) && !seen.has(name) && seen.add(name))
    return `import { ${used.join(", ")} } from "${from}"`
  })
  return [
    ...effect.filter(isUsed).map((name) => `import * as ${name} from "effect/${name}"`),
    ...imports,
    `void [${[...seen].join(", ")}]`,
    "type Show = (value: unknown, expected: unknown) => void",
    "export const examples: ReadonlyArray<{ readonly where: string; readonly run: (show: Show) => Promise<void> }> = [",
    ...examples.map(
      ({ where, code }) => `{ where: ${JSON.stringify(where)}, run: async (show) => {\n${shown(code)}\n} },`,
    ),
    "]\n",
  ].join("\n")
}

/**
 * Returns the source of each public module by its name.
 *
 * @returns {ReadonlyMap<string, string>}
 */
export const sourcesOfModules = () =>
  new Map(
    readdirSync(join(root, "packages/core/src"))
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => `packages/core/src/${file}`)
      .filter((file) => existsSync(join(root, file)))
      .flatMap((file) =>
        [...textOf(file).matchAll(/^export (?:type )?\* as (\w+) from "\.\/(.*)"$/gm)].map(
          ([, name = "", path = ""]) => [name, `packages/core/src/${path}`],
        ),
      ),
  )

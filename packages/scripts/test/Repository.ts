/** The files of the repository, and what each imports. */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { extname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"

export const root = fileURLToPath(new URL("../../..", import.meta.url))

/** The output of a git command; undefined where there is no git history. */
export const git = (...args: readonly string[]): string | undefined => {
  if (!existsSync(join(root, ".git"))) return undefined
  try {
    // Git may distrust a checkout that another user owns. Reading from it is harmless.
    return execFileSync("git", ["-c", "safe.directory=*", ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      stdio: ["ignore", "pipe", "ignore"],
    })
  } catch {
    return undefined
  }
}

const filesOnDisk = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(node_modules|dist|coverage|reports|out|\.git)\//.test(file))

/** Every file of the project, by its path from the root. */
export const files: readonly string[] = (git("ls-files", "-z")?.split("\0") ?? filesOnDisk())
  .filter((file) => file !== "" && existsSync(join(root, file)))
  .toSorted()

export const text = files.filter(
  (file) => ![".xlsx", ".sqlite", ".png", ".pdf", ".gz", ".zip"].includes(extname(file)),
)

export const code = files.filter((file) => /\.(ts|mts|tsx|mjs|js)$/.test(file))

const texts = new Map<string, string>()

export const read = (file: string): string => {
  const known = texts.get(file)
  if (known !== undefined) return known
  const content = readFileSync(join(root, file), "utf8")
  texts.set(file, content)
  return content
}

/** The code of a file without its comments. Lines keep their numbers. */
export const readCode = (file: string): string =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/.*$/gm, "$1")

/** Every line of some files that matches a pattern, with its place. */
export const matches = (
  some: readonly string[],
  pattern: RegExp,
  reader: (file: string) => string = read,
): readonly string[] =>
  some.flatMap((file) =>
    reader(file)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  )

export const packages = readdirSync(join(root, "packages"))

/** The packages that people install. The others are programs and helpers of this repository. */
export const published = packages.filter(
  (name) => JSON.parse(read(`packages/${name}/package.json`)).private !== true,
)

/** A section of CONTRIBUTING.md. */
export const recipe = (heading: string): string =>
  read("CONTRIBUTING.md")
    .split(/^##+ /m)
    .find((section) => section.startsWith(`${heading}\n`)) ?? ""

const trees = new Map<string, ts.SourceFile>()

export const parse = (file: string): ts.SourceFile => {
  const known = trees.get(file)
  if (known !== undefined) return known
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest)
  trees.set(file, tree)
  return tree
}

const imports = new Map<string, readonly string[]>()

/** The specifiers that a file imports or re-exports, types included. Code shown in doc comments does not count. */
export const importsOf = (file: string): readonly string[] => {
  const known = imports.get(file)
  if (known !== undefined) return known
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) found.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  imports.set(file, found)
  return found
}

/** Whether a specifier stays in its package: a path, or a name of the package's own `imports`. */
export const isRelative = (specifier: string): boolean => /^[.#]/.test(specifier)

/** The package that a specifier belongs to: `@scope/name/deep` and `name/deep` are parts of one. */
export const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")

/** The file that an import of another file of the project leads to; undefined for an installed package. */
export const target = (file: string, specifier: string): string | undefined => {
  if (isRelative(specifier)) return join(file, "..", specifier)
  const [, name, module] = /^@grootboek\/([a-z-]+)(?:\/(\w+))?$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  return `packages/${name}/src/${module ?? "index"}.ts`
}

/** Groups of files that import each other, directly or through others. */
export const cycles = (some: readonly string[]): readonly (readonly string[])[] => {
  const known = new Set(some)
  const found: string[][] = []
  const [indices, stack]: [Map<string, number>, string[]] = [new Map(), []]
  const visit = (file: string): number => {
    const index = indices.size
    indices.set(file, index)
    stack.push(file)
    let low = index
    for (const specifier of importsOf(file)) {
      const other = target(file, specifier)
      if (other === undefined || !known.has(other)) continue
      if (!indices.has(other)) low = Math.min(low, visit(other))
      else if (stack.includes(other)) low = Math.min(low, indices.get(other) ?? low)
    }
    if (low === index) {
      const group = stack.splice(stack.indexOf(file))
      if (group.length > 1) found.push(group.toSorted())
    }
    return low
  }
  for (const file of some) if (!indices.has(file)) visit(file)
  return found
}

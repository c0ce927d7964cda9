/** The rules of the house: who may import whom, what core may not touch, and what no file may hold. */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { extname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import ts from "typescript"
import { describe, expect, test } from "vitest"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const packages = readdirSync(join(root, "packages"))

/** What people install; the other packages are programs and helpers of this repository. */
const published = packages.filter(
  (name) => JSON.parse(readFileSync(join(root, `packages/${name}/package.json`), "utf8")).private !== true,
)

/** What a published package may import of the project besides itself. Tests may also use the laws and the test helpers. */
const upstream: Readonly<Record<string, readonly string[]>> = {
  core: [],
  laws: ["core"],
  csv: ["core"],
  xlsx: ["core"],
  feasibility: ["core"],
  report: ["core"],
  "audit-page": ["core"],
  "store-sqlite": ["core"],
  "store-postgres": ["core"],
  cli: published.filter((name) => name !== "cli"),
}

/** The folders of a package's sources, in the order an amount travels: each imports only itself and those before it. */
const folders: Readonly<Record<string, readonly string[]>> = {
  core: ["value", "event", "codec", "journal", "fold", "form", "rule", "ledger", "answer"],
}

const filesInGit = (): readonly string[] =>
  // Git may mistrust a checkout that another user owns; reading the list of its files is harmless.
  execFileSync("git", ["-c", "safe.directory=*", "ls-files", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "ignore"],
  }).split("\0")

const filesOnDisk = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)(node_modules|dist|coverage|reports|out|\.git)\//.test(file))

const tracked: readonly string[] = (existsSync(join(root, ".git")) ? filesInGit() : filesOnDisk())
  .filter((file) => file !== "" && existsSync(join(root, file)))
  .toSorted()

const read = (file: string): string => readFileSync(join(root, file), "utf8")

const isCode = (file: string): boolean => /\.(ts|mts|tsx|mjs|js)$/.test(file)

const code = tracked.filter(isCode)

const sourcesOf = (name: string): readonly string[] =>
  code.filter((file) => file.startsWith(`packages/${name}/src/`))

const testsOf = (name: string): readonly string[] =>
  code.filter((file) => file.startsWith(`packages/${name}/test/`))

/** What a file imports or passes on. The compiler reads it, so that what doc comments show does not count. */
const importsOf = (file: string): readonly string[] => {
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
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest))
  return found
}

/** `@scope/name/deep` and `name/deep` are both parts of a package. */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")

const isRelative = (specifier: string): boolean => specifier.startsWith(".")

/** Imports of a package's sources that lead to a folder listed later. Files outside folders may import any. */
const climbs = (name: string): readonly string[] => {
  const order = folders[name] ?? []
  const placeOf = (file: string): number => order.indexOf(file.split("/")[3] ?? "")
  return sourcesOf(name).flatMap((file) => {
    const own = placeOf(file)
    if (own < 0) return []
    return importsOf(file)
      .filter(isRelative)
      .map((specifier) => join(file, "..", specifier))
      .filter((other) => placeOf(other) > own || placeOf(other) < 0)
      .map((other) => `${file} imports ${other}`)
  })
}

/** Comments may speak of what code may not do; the lines keep their numbers. */
const readCode = (file: string): string =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|\s)\/\/.*$/gm, "$1")

/** Every line on which a pattern is seen: none, or places to go to. */
const seen =
  (reading: (file: string) => string) =>
  (files: readonly string[], pattern: RegExp): readonly string[] =>
    files.flatMap((file) =>
      reading(file)
        .split("\n")
        .flatMap((text, index) => (pattern.test(text) ? [`${file}:${index + 1}: ${text.trim()}`] : [])),
    )

const seenInText = seen(read)
const seenInCode = seen(readCode)

describe("core", () => {
  const sources = sourcesOf("core")

  test("imports nothing but itself, effect and decimal.js", () => {
    const foreign = sources.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) => !isRelative(specifier) && !["effect", "decimal.js"].includes(packageOf(specifier)),
        )
        .map((specifier) => `${file}: ${specifier}`),
    )
    expect(foreign).toEqual([])
  })

  test("bundles for a browser", async () => {
    const result = await build({
      entryPoints: [join(root, "packages/core/src/index.ts")],
      bundle: true,
      write: false,
      format: "esm",
      platform: "browser",
      logLevel: "silent",
      metafile: true,
    })
    const external = Object.values(result.metafile.outputs).flatMap((output) => output.imports)
    expect(external).toEqual([])
    expect(result.warnings).toEqual([])
  })

  test("knows no clock, no chance, no console and no environment", () => {
    const impure =
      /\bconsole\.|\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bprocess\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bglobalThis\b|\bcrypto\./
    expect(seenInCode(sources, impure)).toEqual([])
  })

  test("lets the compiler find a forgotten kind: no switch has a default", () => {
    expect(seenInCode(sources, /^\s*default\s*:/)).toEqual([])
  })

  test("folders: a folder imports only folders listed before it", () => {
    expect(climbs("core")).toEqual([])
  })
})

describe.each(published)("package %s", (name) => {
  const manifest = JSON.parse(read(`packages/${name}/package.json`))

  test("imports of the house only what lies upstream", () => {
    const allowed = (others: readonly string[]): ReadonlySet<string> =>
      new Set([name, ...others].map((other) => `@grootboek/${other}`))
    const strangers = (files: readonly string[], others: readonly string[]): readonly string[] =>
      files.flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith("@grootboek/"))
          .filter((specifier) => !allowed(others).has(packageOf(specifier)))
          .map((specifier) => `${file}: ${specifier}`),
      )
    const others = upstream[name] ?? []
    expect(strangers(sourcesOf(name), others)).toEqual([])
    expect(strangers(testsOf(name), [...others, "laws", "testing"])).toEqual([])
  })

  test("reaches no other package by a path", () => {
    const climbing = [...sourcesOf(name), ...testsOf(name)].flatMap((file) =>
      importsOf(file)
        .filter(isRelative)
        .map((specifier) => join(file, "..", specifier))
        .filter((path) => !path.startsWith(`packages/${name}/`))
        .map((path) => `${file}: ${path}`),
    )
    expect(climbing).toEqual([])
  })

  test("declares what it imports", () => {
    const { dependencies, devDependencies, peerDependencies } = manifest
    // The command line is bundled, so what it imports it needs only to be built.
    const declared = { ...dependencies, ...peerDependencies, ...(name === "cli" ? devDependencies : {}) }
    const missing = sourcesOf(name).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !isRelative(specifier) && !isBuiltin(specifier))
        .map(packageOf)
        .filter((dependency) => dependency !== manifest.name && !(dependency in declared))
        .map((dependency) => `${file}: ${dependency}`),
    )
    expect(missing).toEqual([])
  })

  test("is packed like its neighbours", () => {
    expect(manifest).toMatchObject({
      name: `@grootboek/${name}`,
      license: "Apache-2.0",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19" },
    })
    expect(JSON.stringify(manifest.publishConfig)).not.toContain("@grootboek/source")
    expect(JSON.stringify(manifest)).not.toContain("catalog:")
  })

  test("says on top of every source what it is for", () => {
    const silent = sourcesOf(name).filter((file) => !/^(#!.*\n)?\/\*\*/.test(read(file)))
    expect(silent).toEqual([])
  })
})

describe("every file", () => {
  const text = tracked.filter(
    (file) => ![".xlsx", ".sqlite", ".png", ".pdf", ".gz", ".zip"].includes(extname(file)),
  )

  test("stands alone: names no path of a machine and no place outside the repository", () => {
    const outside = /\.\.\/shared\b|(^|[^\w.])\/(work|home|root|Users)\/\w/
    expect(seenInText(text, outside)).toEqual([])
  })

  test("names no registry", () => {
    expect(seenInText(text, /\bregistry\.(npmjs|yarnpkg)\b/)).toEqual([])
  })

  test("casts nothing away", () => {
    const loose = /\bas\s+any\b|:\s*any\b|<\s*any\s*>|\bas\s+unknown\s+as\b|@ts-(ignore|nocheck)\b/
    expect(seenInCode(code, loose)).toEqual([])
    expect(seenInText(code, /@ts-(ignore|nocheck)\b/)).toEqual([])
  })

  test("runs whole: no test is left out or singled out", () => {
    const tests = code.filter((file) => file.endsWith(".test.ts"))
    expect(seenInCode(tests, /\.(only|skip|todo|skipIf|runIf)\b\s*\(/)).toEqual([])
  })
})

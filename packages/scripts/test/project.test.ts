/** Checks of the project: what each package and folder may import, what no file may contain, and plain language. */
import { existsSync } from "node:fs"
import { isBuiltin } from "node:module"
import { join } from "node:path"
import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import { habits, passages } from "./Language.ts"
import * as Repository from "./Repository.ts"

const {
  code,
  cycles,
  files,
  git,
  importsOf,
  isRelative,
  matches,
  packageOf,
  packages,
  published,
  read,
  readCode,
  root,
  text,
} = Repository

/** The packages of the project that a published package may import. Tests may also import the laws and test helpers. */
const upstream: Readonly<Record<string, readonly string[]>> = {
  core: [],
  cells: [],
  laws: ["core"],
  csv: ["core", "cells"],
  xlsx: ["cells"],
  feasibility: ["core"],
  report: ["core", "cells"],
  "policy-report": ["cells"],
  // The page is a program: it bundles the writer of the pack's workbooks, and that of the files which people import.
  "audit-page": ["core", "cells", "csv", "xlsx"],
  lake: ["core"],
  "store-sqlite": ["core"],
  "store-postgres": ["core"],
  cli: published.filter((name) => name !== "cli" && name !== "grootboek"),
  grootboek: published.filter((name) => name !== "grootboek"),
}

/** The folders of a package's sources in order: each imports only itself and those before it. */
const folders: Readonly<Record<string, readonly string[]>> = {
  cli: ["words", "output", "session", "command"],
  csv: ["fault", "text", "header", "cell", "kind", "read", "out"],
  core: ["value", "event", "codec", "journal", "fold", "form", "rule", "ledger", "answer"],
  lake: ["table", "file", "segment", "sql"],
  laws: ["kit", "reference", "draw", "law", "store"],
  report: ["words", "paint", "view", "answer", "pack"],
  "audit-page": ["pack", "model", "words", "part", "sandbox", "view"],
}

/** The first commit that the limit on subjects applies after. */
const limitedAfter = "35a7510"

const sourcesOf = (name: string): readonly string[] =>
  code.filter((file) => file.startsWith(`packages/${name}/src/`))

const testsOf = (name: string): readonly string[] =>
  code.filter((file) => file.startsWith(`packages/${name}/test/`))

const folderOf = (file: string): string | undefined => file.split("/").slice(3, -1)[0]

/** Imports of a package's sources that lead to a folder listed later. Files outside folders may import any. */
const climbs = (name: string): readonly string[] => {
  const order = folders[name] ?? []
  const placeOf = (file: string): number => order.indexOf(folderOf(file) ?? "")
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

describe("core", () => {
  const sources = sourcesOf("core")

  test("imports: only core, effect and decimal.js", () => {
    const foreign = sources.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) => !isRelative(specifier) && !["effect", "decimal.js"].includes(packageOf(specifier)),
        )
        .map((specifier) => `${file}: ${specifier}`),
    )
    expect(foreign).toEqual([])
  })

  test("bundle: is complete and builds for a browser", async () => {
    const result = await build({
      entryPoints: ["index", "journal", "ledger", "answer"].map((entry) =>
        join(root, `packages/core/src/${entry}.ts`),
      ),
      outdir: "unwritten",
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

  test("purity: uses no clock, randomness, console or environment", () => {
    const impure =
      /\bconsole\.|\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bprocess\.|\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bglobalThis\b|\bcrypto\./
    expect(matches(sources, impure, readCode)).toEqual([])
  })

  test("folders: none is larger than a quarter", () => {
    const linesIn = (files: readonly string[]): number =>
      files.reduce((sum, file) => sum + read(file).split("\n").length, 0)
    const whole = linesIn(sources)
    const large = (folders.core ?? []).filter(
      (folder) => linesIn(sources.filter((file) => folderOf(file) === folder)) > whole / 4,
    )
    expect(large).toEqual([])
  })

  test("switches: none has a default, so that the compiler finds a forgotten kind", () => {
    expect(matches(sources, /^\s*default\s*:/, readCode)).toEqual([])
  })
})

describe.each(published)("package %s", (name) => {
  const manifest = JSON.parse(read(`packages/${name}/package.json`))

  test("imports: only packages upstream", () => {
    const allowed = (others: readonly string[]): ReadonlySet<string> =>
      new Set([name, ...others].map((other) => `@grootboek/${other}`))
    const foreign = (files: readonly string[], others: readonly string[]): readonly string[] =>
      files.flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith("@grootboek/"))
          .filter((specifier) => !allowed(others).has(packageOf(specifier)))
          .map((specifier) => `${file}: ${specifier}`),
      )
    const others = upstream[name] ?? []
    expect(foreign(sourcesOf(name), others)).toEqual([])
    expect(foreign(testsOf(name), [...others, "laws", "testing"])).toEqual([])
  })

  test("imports: no path leads into another package", () => {
    const outside = [...sourcesOf(name), ...testsOf(name)].flatMap((file) =>
      importsOf(file)
        .filter(isRelative)
        .map((specifier) => join(file, "..", specifier))
        .filter((path) => !path.startsWith(`packages/${name}/`))
        .map((path) => `${file}: ${path}`),
    )
    expect(outside).toEqual([])
  })

  test("manifest: declares every import", () => {
    const { dependencies, devDependencies, peerDependencies } = manifest
    // What a package bundles, it needs only to be built.
    const isBundled = existsSync(join(root, "packages", name, "tsup.config.ts"))
    const declared = { ...dependencies, ...peerDependencies, ...(isBundled ? devDependencies : {}) }
    const missing = sourcesOf(name).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !isRelative(specifier) && !isBuiltin(specifier))
        .map(packageOf)
        .filter((dependency) => dependency !== manifest.name && !(dependency in declared))
        .map((dependency) => `${file}: ${dependency}`),
    )
    expect(missing).toEqual([])
  })

  test("manifest: has the common fields", () => {
    expect(manifest).toMatchObject({
      name: name === "grootboek" ? name : `@grootboek/${name}`,
      license: "Apache-2.0",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19" },
    })
    const { repository, homepage } = JSON.parse(read("package.json"))
    expect(manifest).toMatchObject({
      homepage,
      repository: { ...repository, directory: `packages/${name}` },
      keywords: expect.arrayContaining(["budget", "ledger"]),
      files: expect.arrayContaining(["dist", "src"]),
    })
    expect(files).toContain(`packages/${name}/README.md`)
    expect(JSON.stringify(manifest.publishConfig)).not.toContain("@grootboek/source")
    expect(JSON.stringify(manifest)).not.toContain("catalog:")
  })

  test("README: has the command that installs it, an example, and a link", () => {
    const readme = read(`packages/${name}/README.md`)
    expect(readme).toContain("npm install")
    expect(readme).toMatch(/^```ts/m)
    expect(readme).toMatch(/\]\(\.\.\//)
  })

  test("folders: a folder imports only folders listed before it", () => {
    expect(climbs(name)).toEqual([])
  })

  test("folders: the order lists every folder", () => {
    const found = [...new Set(sourcesOf(name).map(folderOf))].filter((folder) => folder !== undefined)
    const listed = folders[name] ?? []
    expect(found.filter((folder) => !listed.includes(folder))).toEqual([])
    expect(listed.filter((folder) => !found.includes(folder))).toEqual([])
  })

  test("sources: each begins with a comment that says what it is for", () => {
    const silent = sourcesOf(name).filter((file) => !/^(#!.*\n)?\/\*\*/.test(read(file)))
    expect(silent).toEqual([])
  })
})

describe("all packages", () => {
  test("manifests: declare every library that sources and tests import", () => {
    // One copy of vitest serves all packages. Packages of the project are resolved by path in tests.
    const common = ["vitest", "@grootboek", "grootboek"]
    const missing = packages.flatMap((name) => {
      const { dependencies, devDependencies, peerDependencies } = JSON.parse(
        read(`packages/${name}/package.json`),
      )
      const declared = { ...dependencies, ...devDependencies, ...peerDependencies }
      return [...sourcesOf(name), ...testsOf(name)].flatMap((file) =>
        importsOf(file)
          .filter((specifier) => !isRelative(specifier) && !isBuiltin(specifier))
          .map(packageOf)
          .filter((library) => !common.includes(library.split("/")[0] ?? "") && !(library in declared))
          .map((library) => `${file}: ${library}`),
      )
    })
    expect(missing).toEqual([])
  })

  test("manifests: declare every package of the project that sources import", () => {
    const missing = packages.flatMap((name) => {
      const manifest = JSON.parse(read(`packages/${name}/package.json`))
      const declared = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies }
      return sourcesOf(name).flatMap((file) =>
        importsOf(file)
          .map(packageOf)
          .filter((other) => /^(@grootboek\/.+|grootboek)$/.test(other))
          .filter((other) => other !== manifest.name && !(other in declared))
          .map((other) => `${file}: ${other}`),
      )
    })
    expect(missing).toEqual([])
  })

  test("manifests: declare no package of the project that no code of theirs names", () => {
    const isProject = (name: string): boolean => /^(@grootboek\/.+|grootboek)$/.test(name)
    const manifestOf = (name: string) =>
      JSON.parse(read(`packages/${name.replace("@grootboek/", "")}/package.json`))
    const unused = packages.flatMap((name) => {
      const { dependencies, devDependencies, peerDependencies } = manifestOf(name)
      const declared = Object.keys({ ...dependencies, ...devDependencies }).filter(isProject)
      // Who installs a package also installs its peers: that package loads them.
      const peers = declared.flatMap((other) => Object.keys(manifestOf(other).peerDependencies ?? {}))
      const loaded = new Set([...peers, ...Object.keys(peerDependencies ?? {})])
      // A program as text names its packages in the text, so that imports alone are not enough.
      const own = code.filter((file) => file.startsWith(`packages/${name}/`)).map(readCode)
      return declared
        .filter((other) => !loaded.has(other))
        .filter((other) => !own.some((content) => new RegExp(`["'\`]${other}["'\`/]`).test(content)))
        .map((other) => `packages/${name}: ${other}`)
    })
    expect(unused).toEqual([])
  })

  test("imports: no path leads from a private package into another package", () => {
    // The scripts read the galleries beside the tests of each package, and what published packages do not export.
    // The scripts depend on the test helpers, so that these cannot depend on the scripts.
    const allowed = ["packages/testing/src/Program.ts: packages/scripts/src/pageProgram.ts"]
    const outside = packages
      .filter((name) => name !== "scripts" && !published.includes(name))
      .flatMap((name) =>
        [...sourcesOf(name), ...testsOf(name)].flatMap((file) =>
          importsOf(file)
            .filter(isRelative)
            .map((specifier) => join(file, "..", specifier))
            .filter((path) => !path.startsWith(`packages/${name}/`))
            .map((path) => `${file}: ${path}`),
        ),
      )
    expect(outside).toEqual(allowed)
  })

  test("imports: no file imports itself through others, types included", () => {
    expect(cycles(packages.flatMap(sourcesOf))).toEqual([])
  })

  test("types: no exported name has two meanings", () => {
    const owners = new Map<string, Set<string>>()
    for (const name of packages)
      for (const file of sourcesOf(name))
        for (const [, type = ""] of readCode(file).matchAll(
          /^export (?:declare )?(?:interface|type|(?:abstract )?class) ([A-Z]\w*)/gm,
        ))
          owners.set(type, (owners.get(type) ?? new Set()).add(name))
    const twice = [...owners]
      .filter(([, of]) => of.size > 1)
      .map(([type, of]) => `${type}: ${[...of].join(", ")}`)
    expect(twice).toEqual([])
  })
})

describe("every file", () => {
  test("is portable: names no path of a machine and no place outside the repository", () => {
    const outside = /\.\.\/shared\b|(^|[^\w.])\/(work|home|root|Users)\/\w/
    expect(matches(text, outside)).toEqual([])
  })

  test("names no registry", () => {
    expect(matches(text, /\bregistry\.(npmjs|yarnpkg)\b/)).toEqual([])
  })

  test("types: no cast to any and no silenced error", () => {
    const loose = /\bas\s+any\b|:\s*any\b|<\s*any\s*>|\bas\s+unknown\s+as\b|@ts-(ignore|nocheck)\b/
    expect(matches(code, loose, readCode)).toEqual([])
    expect(matches(code, /@ts-(ignore|nocheck)\b/)).toEqual([])
  })

  test("programs: read their options in one way, so that each answers --help", () => {
    const own = ["packages/testing/src/ProgramOptions.ts"]
    expect(code.filter((file) => /\bimport .*\bparseArgs\b/.test(read(file)) && !own.includes(file))).toEqual(
      [],
    )
  })

  test("tests: none is skipped or singled out", () => {
    const tests = code.filter((file) => file.endsWith(".test.ts"))
    expect(matches(tests, /\.(only|skip|todo|skipIf|runIf)\b\s*\(/, readCode)).toEqual([])
  })
})

describe("language", () => {
  test("comments, documents and test names: plain words", () => {
    const checked = [...code, ...text.filter((file) => file.endsWith(".md"))].filter(
      (file) => !file.includes("/golden"),
    )
    const found = checked.flatMap((file) =>
      passages(file).flatMap((passage) =>
        habits.flatMap(([phrase, instead]) => {
          const match = phrase.exec(passage.text)
          return match ? [`${file}:${passage.line}: "${match[0]}": write: ${instead}`] : []
        }),
      ),
    )
    expect(found).toEqual([])
  })

  test("messages: quote with straight marks in every language", () => {
    // The table of an encoding has them as data.
    const encoding = "packages/csv/src/text/Encoding.ts"
    const sources = code.filter((file) => /^packages\/[^/]+\/src\//.test(file) && file !== encoding)
    expect(matches(sources, /[\u201c-\u201f]/)).toEqual([])
  })

  test("commit subjects: at most 72 characters", () => {
    const subjects = git("log", "--format=%s", `${limitedAfter}..HEAD`)?.split("\n") ?? []
    expect(subjects.filter((subject) => subject.length > 72)).toEqual([])
  })
})

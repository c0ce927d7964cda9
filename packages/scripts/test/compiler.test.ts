/** One run of the compiler on a copy: what is new is reported wherever it is forgotten, and what must not compile does not. */
import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import * as Copy from "./Copy.ts"
import { packages, read, recipe, root } from "./Repository.ts"

const declaration = "packages/core/src/event/BudgetEvent.ts"
const entityTypes = "packages/core/src/event/EntityType.ts"
const refusals = "packages/core/src/value/Refusal.ts"
const exhibits = "packages/report/test/RefusalExhibits.ts"
const fixtures = "packages/core/test/fixtures"

interface Reported {
  readonly file: string
  readonly message: string
}

let copy: Copy.Copy
let reported: ReadonlyArray<Reported> = []
beforeAll(() => {
  copy = Copy.make(/\.check\.ts$|RefusalExhibits\.ts$/)
  add(declaration, [[/^( *)YearClosed: \{/m, "$1MoonRose: { year: Year },\n$&"]])
  add(entityTypes, [[/^( *)"andere",$/m, '$1"maanbasis",\n$&']])
  add(refusals, [[/^( *)\| \{ readonly _tag: "YearIsClosed"/m, '$1| { readonly _tag: "MoonIsFull" }\n$&']])
  reported = compile()
})

/** Adds lines to a file of the copy. */
const add = (file: string, lines: ReadonlyArray<readonly [before: RegExp, text: string]>): void => {
  const changed = lines.reduce((text, [before, line]) => {
    expect(text).toMatch(before)
    return text.replace(before, line)
  }, read(file))
  copy.write(file, changed)
}
afterAll(() => copy.remove())

/** Compiles the sources of all packages and the fixtures of core. */
const compile = (): ReadonlyArray<Reported> => {
  // The programs of scripts import tests, which the copy does not have.
  const compiled = packages.filter((name) => name !== "scripts")
  const include = [...compiled.map((name) => `packages/${name}/src`), `${fixtures}/*.check.ts`, exhibits]
  const compilerOptions = { declaration: false, incremental: false, tsBuildInfoFile: null }
  writeFileSync(
    join(copy.folder, "tsconfig.recipe.json"),
    JSON.stringify({
      extends: "./tsconfig.json",
      compilerOptions,
      include,
      exclude: ["**/node_modules"],
    }),
  )
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "--project", "tsconfig.recipe.json", "--pretty", "false"],
    { cwd: copy.folder, encoding: "utf8" },
  )
  return [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error TS\d+: (.*(?:\n .*)*)/gm)].map(
    ([, file = "", message = ""]) => ({ file, message }),
  )
}

const errors = (fixture: string): ReadonlyArray<string> =>
  reported.filter(({ file }) => file === `${fixtures}/${fixture}.check.ts`).map(({ message }) => message)

/** The reported files whose message names something; without a name, those of the kind, for which a switch has no name. */
const filesThatMiss = (name?: string): ReadonlyArray<string> => {
  const others = ["MoonIsFull", "maanbasis"]
  const misses = ({ message }: Reported): boolean =>
    name === undefined
      ? !others.some((other) => message.includes(`'${other}' is missing`))
      : message.includes(`'${name}' is missing`)
  return [...new Set(reported.filter(misses).map(({ file }) => file))].filter(
    (file) => !file.startsWith(fixtures),
  )
}

describe.each([
  ["A new reason to refuse", "MoonIsFull", 2],
  ["A new type of authority", "maanbasis", 1],
])("%s", (heading, name, count) => {
  test("recipe: names every file that the compiler reports", () => {
    const found = filesThatMiss(name)
    expect(found).toHaveLength(count)
    expect(found.filter((file) => !recipe(heading).includes(`\`${file}\``))).toEqual([])
  })
})

describe("a new kind of event", () => {
  const found = () => filesThatMiss()

  test("recipe: names every file that the compiler points at", () => {
    expect(found().length).toBeGreaterThan(0)
    expect(found().filter((file) => !recipe("A new kind of event").includes(`\`${file}\``))).toEqual([])
  })

  test.each(["event/Posting", "rule/Plan"])("compiler: rejects %s without the kind", (name) => {
    expect(found()).toContain(`packages/core/src/${name}.ts`)
  })
})

describe("compiler", () => {
  test.each([
    ["a switch that forgets an event kind", "ForgottenKind", "lacks ending return statement"],
    ["a form that adds an unknown row", "DanglingRow", `"IIX"' is not assignable`],
    ["a total of an unknown row", "DanglingTotal", `"U"' is not assignable`],
    ["a number for an amount", "BareNumber", "'number' is not assignable"],
  ])("rejects %s", (_, fixture, message) => {
    expect(errors(fixture)).toEqual([expect.stringContaining(message)])
  })

  test("rejects every address of a row that does not exist or is not unique", () => {
    const found = errors("MisspeltRow")
    expect(found).toHaveLength(4)
    for (const message of found) expect(message).toContain("is not assignable to type")
  })

  test("accepts the valid fixture", () => {
    expect(errors("Sound")).toEqual([])
    expect(read(`${fixtures}/Sound.check.ts`)).toContain("Form.fixed")
  })
})

/** What must not compile does not: a forgotten event kind, a row that is not there, a number for an amount. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { beforeAll, describe, expect, test } from "vitest"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.check.ts`, import.meta.url))

const names = ["ForgottenKind", "DanglingRow", "DanglingTotal", "BareNumber", "MisspeltRow", "Sound"]
const posting = fileURLToPath(new URL("../src/event/Posting.ts", import.meta.url))
const plan = fileURLToPath(new URL("../src/rule/Plan.ts", import.meta.url))

let program: ts.Program

beforeAll(() => {
  const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const host = ts.createCompilerHost(options)
  const readFile = host.readFile
  // Core's own switches on events, each with one kind taken out.
  const without = new Map([
    [posting, 'case "YearClosed":'],
    [plan, 'case "CarriedOver":'],
  ])
  host.readFile = (file) => {
    const text = readFile(file)
    const forgotten = without.get(file)
    if (forgotten === undefined || text === undefined) return text
    if (!text.includes(forgotten)) throw new Error(`${file} has no ${forgotten}`)
    return text.replace(forgotten, "")
  }
  program = ts.createProgram(names.map(fixture), options, host)
})

const errors = (file: string): ReadonlyArray<string> => {
  const source = program.getSourceFile(file)
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))
}

describe("compiler", () => {
  test.each([
    ["a switch that forgets an event kind", "ForgottenKind", "lacks ending return statement"],
    ["a form that adds an unknown row", "DanglingRow", `"IIX"' is not assignable`],
    ["a total of an unknown row", "DanglingTotal", `"U"' is not assignable`],
    ["a number for an amount", "BareNumber", "'number' is not assignable"],
  ])("rejects %s", (_, name, message) => {
    expect(errors(fixture(name)).join("\n")).toContain(message)
  })

  test.each([
    ["Posting", posting],
    ["Plan", plan],
  ])("rejects %s without one kind of event", (_, file) => {
    expect(errors(file).join("\n")).toMatch(/return|not assignable/)
  })

  test("rejects every address of a row that does not exist or is not unique", () => {
    const found = errors(fixture("MisspeltRow"))
    expect(found).toHaveLength(4)
    for (const message of found) expect(message).toContain("is not assignable to type")
  })

  test("accepts the valid fixture", () => {
    expect(errors(fixture("Sound"))).toEqual([])
    expect(readFileSync(fixture("Sound"), "utf8")).toContain("Form.fixed")
  })
})

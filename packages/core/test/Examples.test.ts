/** Examples run: every `// =>` in a doc comment of core shows what really comes out. */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as core from "@grootboek/core"
import * as answer from "@grootboek/core/answer"
import * as bbc3 from "@grootboek/core/bbc3"
import * as ledger from "@grootboek/core/ledger"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"

const sources = fileURLToPath(new URL("../src/", import.meta.url))

interface Example {
  readonly where: string
  readonly code: string
  readonly shown: string
}

const examples = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file): ReadonlyArray<Example> => {
    const text = readFileSync(`${sources}${file}`, "utf8")
    return [...text.matchAll(/^ *\* ```ts\n([\s\S]*?)^ *\* ```$/gm)].flatMap((block) => {
      const lines = (block[1] ?? "").split("\n").map((line) => line.replace(/^ *\* ?/, ""))
      const first = text.slice(0, block.index).split("\n").length
      let code = ""
      return lines.flatMap((line, at) => {
        const [before = "", shown] = line.split("// =>")
        code += `${before}\n`
        if (shown === undefined) return []
        const example = { where: `${file}:${first + at + 1}`, code: code.trim(), shown: shown.trim() }
        code = ""
        return [example]
      })
    })
  })

const evaluate = (code: string): unknown => {
  const scope = { ...core, ...ledger, ...answer, ...bbc3, Result }
  return Function(...Object.keys(scope), `return (${code})`)(...Object.values(scope))
}

describe("examples in doc comments of core", () => {
  test.each(examples)("$where: $code", ({ code, shown }) => {
    expect(evaluate(code)).toEqual(evaluate(shown))
  })

  test("examples: there are some, and each shows its result", () => {
    expect(examples.length).toBeGreaterThanOrEqual(9)
  })
})

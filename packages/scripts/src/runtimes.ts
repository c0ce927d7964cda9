/**
 * Runs the tarballs in a project outside the clone: on Node 20, 22 and 24 (from npm), Deno, Bun, with TypeScript, and in a
 * browser after a Vite build.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import * as Browser from "@grootboek/testing/Browser"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import { build, preview } from "vite"
import { blocksOf, valuesShown } from "./blocks.mjs"
import { announce, root } from "./command.mjs"
import { type EmptyProject, inEmptyProject } from "./emptyProject.mjs"
import { pack } from "./pack.mjs"

const usage = `usage: npm run runtimes -- [--only NAMES]

  --only NAMES  some of node20,node22,node24,deno,bun,types,browser (default: all)`

const values = ProgramOptions.read(usage, { only: { type: "string" } })
const chosen = values.only?.split(",")

const [quickStart] = blocksOf("docs/embedding.md")
if (quickStart === undefined) throw new Error("docs/embedding.md has no example")

/** The quick start as JavaScript, on a ledger of its own. */
const modules = (ledger: string): string =>
  quickStart.code.replaceAll("plan.db", ledger).replaceAll(" as const", "")

const required = `const { Money, open } = require("grootboek")
open("plan.db").then(async (ledger) => {
  const m2 = await ledger.statement("M2")
  console.log(Money.format(m2.cell("Budgettair resultaat/VII", 2026).exact))
  await ledger.close()
})
`

const equal = (found: string, expected: string): void => {
  if (found.trim() !== expected) throw new Error(`printed ${found.trim()}, not ${expected}`)
}

const toolFolder = join(root, "examples", "municipal-tool")
const tool = readFileSync(join(toolFolder, "tool.mjs"), "utf8")
const lines = readFileSync(join(toolFolder, "lines.csv"), "utf8")

/** Runs the quick start and the municipal tool on a runtime. */
const programs = ({ write, must }: EmptyProject, name: string, ...runtime: ReadonlyArray<string>): void => {
  const [program = "", ...words] = runtime
  write("first.mjs", modules(`${name}.db`))
  equal(must(program, ...words, "first.mjs"), "-1250.00")
  write("tool.mjs", tool)
  write("lines.csv", lines)
  equal(must(program, ...words, "tool.mjs", "lines.csv", `${name}-tool.db`), valuesShown(tool).join("\n"))
}

/** Runs the programs as modules and the quick start with `require`, then the command line. */
const onNode = (project: EmptyProject, node: string, name: string): string => {
  const { write, must } = project
  programs(project, name, node)
  write("second.cjs", required.replace("plan.db", `${name}.db`))
  equal(must(node, "second.cjs"), "-1250.00")
  const text = must(
    node,
    "node_modules/grootboek/bin/grootboek.cjs",
    "statement",
    "M2",
    "--ledger",
    `${name}.db`,
  )
  if (!text.includes("1.250")) throw new Error(`the command line prints ${text}`)
  return must(node, "--version").trim()
}

/** Installs a runtime from npm in a folder of its own, and returns the path of its program. */
const installed = ({ folder, must }: EmptyProject, version: string, program: string): string => {
  const place = join(folder, "runtimes", version.replace("@", "-"))
  must("npm", "install", "--prefix", place, "--no-audit", "--no-fund", "--loglevel=error", version)
  return join(place, "node_modules", ...program.split("/"))
}

const newerNode = (major: number) => (project: EmptyProject) =>
  onNode(project, installed(project, `node@${major}`, "node/bin/node"), `node${major}`)

/** Compiles the quick start under strict settings, with and without exact optional properties, for Node and for a bundler. */
const types = ({ write, must }: EmptyProject): string => {
  write("quick.ts", quickStart.code)
  const versions = ["5.9", "7.0.2"].map((version) => {
    must(
      "npm",
      "install",
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      `typescript@${version}`,
      "@types/node@20",
    )
    for (const [module, moduleResolution, exactOptionalPropertyTypes] of [
      ["nodenext", "nodenext", true],
      ["nodenext", "nodenext", false],
      ["esnext", "bundler", true],
      ["esnext", "bundler", false],
    ]) {
      const strict = {
        strict: true,
        exactOptionalPropertyTypes,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      }
      const compilerOptions = {
        ...strict,
        module,
        moduleResolution,
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
        types: ["node"],
      }
      write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["quick.ts"] }))
      must("node", "node_modules/typescript/bin/tsc")
    }
    return must("node", "node_modules/typescript/bin/tsc", "--version").trim()
  })
  return `${versions.join(", ")}: nodenext and bundler, strict, with and without exactOptionalPropertyTypes`
}

/** Builds a page with Vite, serves it, and opens it in a real browser. */
const browser = async ({ folder, write }: EmptyProject): Promise<string> => {
  const journal = gunzipSync(readFileSync(join(root, "packages/cli/test/fixtures/before/w13.ndjson.gz")))
  write("index.html", '<!doctype html><p id="figure"></p><script type="module" src="/page.js"></script>')
  write(
    "page.js",
    `import { Money, open } from "grootboek"
     import journal from "./journal.ndjson?raw"
     const ledger = await open(new TextEncoder().encode(journal))
     const m2 = await ledger.statement("M2", { at: "plan:2026/0" })
     document.querySelector("#figure").textContent = Money.format(m2.cell("Autofinancieringsmarge/III", 2031).exact)`,
  )
  writeFileSync(join(folder, "journal.ndjson"), journal)
  await build({ root: folder, configFile: false, logLevel: "warn", build: { target: "es2022" } })
  const server = await preview({ root: folder, configFile: false, preview: { port: 0, host: "127.0.0.1" } })
  const shown = await Browser.open()
  try {
    const page = await shown.context.newPage()
    const faults: Array<string> = []
    page.on("pageerror", ({ message }) => faults.push(message))
    await page.goto(server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0] ?? "")
    await page
      .waitForFunction(() => document.querySelector("#figure")?.textContent !== "", undefined, {
        timeout: 60_000,
      })
      .catch((cause) => {
        throw new Error(`the page stays empty: ${faults.join("; ")}`, { cause })
      })
    equal((await page.textContent("#figure")) ?? "", "-15569.4118")
    return `Vite build in ${shown.context.browser()?.version() ?? "Chromium"}`
  } finally {
    await shown.close()
    await server.close()
  }
}

const runtimes: Readonly<Record<string, (project: EmptyProject) => string | Promise<string>>> = {
  node20: (project) => onNode(project, process.execPath, "this"),
  node22: newerNode(22),
  node24: newerNode(24),
  deno: (project) => {
    const deno = installed(project, "deno", ".bin/deno")
    programs(project, "deno", deno, "run", "--allow-all", "--node-modules-dir=manual")
    return project.must(deno, "--version").split("\n")[0] ?? ""
  },
  bun: (project) => {
    const bun = installed(project, "bun", ".bin/bun")
    programs(project, "bun", bun, "run")
    return `bun ${project.must(bun, "--version").trim()}`
  },
  types,
  browser,
}

pack()
let failed = 0
await inEmptyProject([], async (project) => {
  for (const [name, work] of Object.entries(runtimes)) {
    if (chosen !== undefined && !chosen.includes(name)) continue
    announce(name)
    try {
      console.log(`passed: ${await work(project)}`)
    } catch (cause) {
      failed += 1
      console.log(`failed: ${cause instanceof Error ? cause.message : String(cause)}`)
    }
  }
})
console.log(`\n${(chosen ?? Object.keys(runtimes)).length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

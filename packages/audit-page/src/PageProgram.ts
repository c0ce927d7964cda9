/**
 * The page's own program and style, as text, compiled from `page/` with the very same core.
 *
 * From the sources it is compiled when first asked for; a build of this package puts the compiled text in its place.
 */
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

/** What stands in the page's one script element and in its one style element. */
export interface PageProgram {
  readonly script: string
  readonly style: string
}

/** What is asked of esbuild, which only those who work on this package have. */
interface Bundler {
  readonly buildSync: (options: Readonly<Record<string, unknown>>) => {
    readonly outputFiles: ReadonlyArray<{ readonly path: string; readonly text: string }>
  }
}

let compiled: PageProgram | undefined

/** The program; compiled once. */
export const program = (): PageProgram => {
  compiled ??= compile()
  return compiled
}

const compile = (): PageProgram => {
  // Asked for at run time only, so that no bundle ever tries to take the bundler along.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as Bundler
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("./page/main.tsx", import.meta.url))],
    outdir: "page",
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    conditions: ["@grootboek/source"],
    legalComments: "none",
    logLevel: "error",
  })
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ""
  return { script: text(".js"), style: text(".css") }
}

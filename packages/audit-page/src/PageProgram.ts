/**
 * The program and style of the page as text, compiled from `view/`.
 *
 * From the sources it is compiled on first use; a build of this package replaces this module by the compiled text.
 */
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import * as LibraryNotices from "./LibraryNotices.ts"

/** The content of the script and style elements of the page, and the licences of the libraries in them. */
export interface PageProgram {
  readonly script: string
  readonly style: string
  readonly licences: string
}

/** The part of esbuild that is used; it is a development dependency only. */
interface Bundler {
  readonly buildSync: (options: Readonly<Record<string, unknown>>) => {
    readonly outputFiles: ReadonlyArray<{ readonly path: string; readonly text: string }>
    readonly metafile: { readonly inputs: Readonly<Record<string, unknown>> }
  }
}

let compiled: PageProgram | undefined

export const program = (): PageProgram => {
  compiled ??= compile()
  return compiled
}

const compile = (): PageProgram => {
  // Required at run time, so that no bundle includes esbuild.
  const { buildSync } = createRequire(import.meta.url)("esbuild") as Bundler
  // Named, because the bundler keeps the folder in which it was loaded, and the paths of its inputs are relative to it.
  const absWorkingDir = process.cwd()
  const { outputFiles, metafile } = buildSync({
    absWorkingDir,
    entryPoints: [fileURLToPath(new URL("./view/main.tsx", import.meta.url))],
    outdir: "page",
    write: false,
    metafile: true,
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
  return {
    script: text(".js"),
    style: text(".css"),
    licences: LibraryNotices.of(Object.keys(metafile.inputs)),
  }
}

/** The program as files that start quickly: all commands, and those that only read. */
import { readFileSync, writeFileSync } from "node:fs"
import { defineConfig, type Options } from "tsup"
import { notices } from "../scripts/src/notices.ts"

/** What the program loads when a command needs it, from the packages that a user installed. */
const loadedOnUse = [
  ...["libsql", "@libsql/.+", "pg", "pg-native", "highs"],
  ...["@grootboek/audit-page", "@grootboek/lake", "@grootboek/policy-report"],
]

/** Returns how a file of `src` is bundled, without the packages that match one of these patterns. */
const bundled = (name: string, outside: ReadonlyArray<string>): Options => {
  const names = outside.join("|")
  return {
    entry: { [name]: `src/${name}.ts` },
    onSuccess: async () => toAscii(`dist/${name}.cjs`),
    // Node compiles a script and keeps its compiled code; it offers that for scripts only, not for modules.
    format: "cjs",
    platform: "node",
    target: "node20",
    tsconfig: "tsconfig.build.json",
    splitting: false,
    silent: true,
    external: [new RegExp(`^(?:${names})$`)],
    noExternal: [new RegExp(`^(?!(?:${names})$).+`)],
    esbuildOptions(options) {
      options.conditions = ["@grootboek/source", "module", "import"]
      // Names stay, so that a stack trace can be read.
      options.minifyWhitespace = true
      options.minifySyntax = true
      options.legalComments = "none"
      options.supported = { "dynamic-import": false }
    },
  }
}

// esbuild escapes texts and names, but not patterns. A script in ASCII is read and compiled faster.
const toAscii = (file: string): void => {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  writeFileSync(file, readFileSync(file, "utf8").replace(/[\u0080-\uffff]/g, escaped))
}

export default defineConfig([
  // The notices name the libraries of both files: the second has no other.
  { ...bundled("program", loadedOnUse), esbuildPlugins: [notices()] },
  bundled("reading", [
    ...[...loadedOnUse, "@grootboek/xlsx", "@grootboek/store-postgres"],
    // The other bundle runs what follows routes and what exports spans.
    ...["\\.\\./session/RoutesFile\\.ts", "\\./SpanExporter\\.ts"],
  ]),
])

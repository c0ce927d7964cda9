/** The program as one file that starts quickly. */
import { defineConfig } from "tsup"
import { notices } from "../scripts/src/notices.ts"

/** What the program loads when a command needs it, from the packages that a user installed. */
const loadedOnUse =
  /^(?:libsql|@libsql\/.+|pg|pg-native|highs|@grootboek\/audit-page|@grootboek\/lake|@grootboek\/policy-report)$/

export default defineConfig({
  entry: { program: "src/program.ts" },
  // Node compiles a script and keeps its compiled code; it offers that for scripts only, not for modules.
  format: "cjs",
  platform: "node",
  target: "node20",
  tsconfig: "tsconfig.build.json",
  splitting: false,
  silent: true,
  external: [loadedOnUse],
  noExternal: [
    /^(?!libsql$|@libsql\/|pg$|pg-native$|highs$|@grootboek\/audit-page$|@grootboek\/lake$|@grootboek\/policy-report$).+/,
  ],
  esbuildPlugins: [notices()],
  esbuildOptions(options) {
    options.conditions = ["@grootboek/source", "module", "import"]
    // Names stay, so that a stack trace can be read.
    options.minifyWhitespace = true
    options.minifySyntax = true
    options.legalComments = "none"
    options.supported = { "dynamic-import": false }
  },
})

/** One file that starts quickly: everything is bundled from source except what brings native code or loads late. */
import { defineConfig } from "tsup"
import { pageProgram } from "../scripts/src/pageProgram.ts"

export default defineConfig({
  entry: { index: "src/index.ts" },
  // `bin/program.cjs` keeps its compiled form beside it, which Node offers for scripts and not for modules.
  format: "cjs",
  platform: "node",
  target: "node20",
  tsconfig: "tsconfig.build.json",
  clean: true,
  splitting: false,
  silent: true,
  noExternal: [/^(?!libsql$|@libsql\/|pg$|pg-native$|highs$).+/],
  esbuildPlugins: [pageProgram],
  esbuildOptions(options) {
    options.conditions = ["@grootboek/source", "module", "import"]
    // Names stay, so that a stack trace can be read.
    options.minifyWhitespace = true
    options.minifySyntax = true
    options.legalComments = "none"
    options.supported = { "dynamic-import": false }
  },
})

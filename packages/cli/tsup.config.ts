/** One file that starts quickly: everything is bundled from source except what brings native code or loads late. */
import { defineConfig } from "tsup"
import { pageProgram } from "../../scripts/pageProgram.ts"

export default defineConfig({
  entry: { main: "src/main.ts", index: "src/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  tsconfig: "tsconfig.build.json",
  clean: true,
  minify: false,
  silent: true,
  noExternal: [/^(?!libsql$|@libsql\/|pg$|pg-native$|highs$).+/],
  // CommonJS parts of the bundle still call require for Node's own modules.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  esbuildPlugins: [pageProgram],
  esbuildOptions(options) {
    options.conditions = ["@grootboek/source", "module", "import"]
  },
})

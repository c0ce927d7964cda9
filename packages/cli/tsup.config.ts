/** One file that starts quickly: everything is bundled from source except what brings native code or loads late. */
import { defineConfig } from "tsup"

export default defineConfig({
  entry: { main: "src/main.ts", index: "src/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  tsconfig: "tsconfig.build.json",
  clean: true,
  minify: false,
  silent: true,
  noExternal: [/^(?!libsql$|@libsql\/|pg$|pg-native$).+/],
  // CommonJS parts of the bundle still call require for Node's own modules.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  esbuildOptions(options) {
    options.conditions = ["@grootboek/source", "module", "import"]
  },
})

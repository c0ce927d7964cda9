/** One file, with the page's compiled program as a text in place of the module that compiles it. */
import { defineConfig } from "tsup"
import { notices } from "../scripts/src/notices.ts"
import { pageProgram } from "../scripts/src/pageProgram.ts"
import { program } from "./src/PageProgram.ts"

export default defineConfig({
  entry: { index: "src/index.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2022",
  tsconfig: "tsconfig.build.json",
  clean: true,
  sourcemap: true,
  silent: true,
  external: [/^node:/],
  esbuildPlugins: [pageProgram, notices(() => program().licences)],
})

/** Puts the audit page's compiled program, as a text, in place of the module that compiles it. */
import type { Plugin } from "esbuild"
import { program } from "../../audit-page/src/PageProgram.ts"

export const pageProgram: Plugin = {
  name: "page-program",
  setup(build) {
    build.onLoad({ filter: /PageProgram\.ts$/ }, () => ({
      contents: `export const program = () => (${JSON.stringify(program())})`,
      loader: "js",
    }))
  },
}

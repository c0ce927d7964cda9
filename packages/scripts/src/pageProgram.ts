/** Replaces the module that bundles the audit page's program by the bundled text. */
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

/** Built like its siblings, with the page's compiled program as a text in place of the module that compiles it. */
import { library } from "../../scripts/library.ts"
import { program } from "./src/PageProgram.ts"

export default {
  ...library,
  esbuildPlugins: [
    {
      name: "page-program",
      setup(build: import("esbuild").PluginBuild) {
        build.onLoad({ filter: /PageProgram\.ts$/ }, () => ({
          contents: `export const program = () => (${JSON.stringify(program())})`,
          loader: "js",
        }))
      },
    },
  ],
}

/** Built like its siblings, with the page's compiled program as a text in place of the module that compiles it. */
import { library } from "../scripts/src/library.ts"
import { pageProgram } from "../scripts/src/pageProgram.ts"

export default { ...library, esbuildPlugins: [pageProgram] }

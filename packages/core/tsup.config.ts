import { library } from "../scripts/src/library.ts"

export default { ...library, entry: { index: "src/index.ts", bbc3: "src/bbc3.ts" } }

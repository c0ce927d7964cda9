import { library } from "../scripts/src/library.ts"
import manifest from "./package.json" with { type: "json" }

/** One file per entry of `exports`; what two of them need is in a shared file. */
const entries = Object.values(manifest.exports)
  .filter((entry) => typeof entry !== "string")
  .map((entry) => entry["@grootboek/source"])

export default { ...library, entry: entries }

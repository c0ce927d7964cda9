/** Writes the licences of the libraries in a bundle beside it. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "esbuild"
import * as Licences from "../../audit-page/src/Licences.ts"

/**
 * Returns a plugin that writes THIRD-PARTY-LICENSES.txt to `dist`.
 *
 * @param inside the licences of what the bundle holds as text
 */
export const notices = (inside?: () => string): Plugin => ({
  name: "notices",
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({ metafile }) => {
      const text = inside?.() ?? Licences.of(Object.keys(metafile?.inputs ?? {}))
      // The bundle itself is written later.
      mkdirSync("dist", { recursive: true })
      writeFileSync(join("dist", "THIRD-PARTY-LICENSES.txt"), text)
    })
  },
})

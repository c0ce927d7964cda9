/** Writes the licences of the libraries in a bundle beside it. */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Plugin } from "esbuild"
import * as LibraryNotices from "../../audit-page/src/LibraryNotices.ts"

/**
 * Returns a plugin that writes THIRD-PARTY-NOTICES.txt to `dist`.
 *
 * @param inside the licences of what the bundle holds as text
 */
export const notices = (inside?: () => string): Plugin => ({
  name: "notices",
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({ metafile }) => {
      const text = inside?.() ?? LibraryNotices.of(Object.keys(metafile?.inputs ?? {}))
      // The bundle itself is written later. A name with "licence" in it would make pnpm leave out the LICENSE of the project.
      mkdirSync("dist", { recursive: true })
      writeFileSync(join("dist", "THIRD-PARTY-NOTICES.txt"), text)
    })
  },
})

/** Builds every package into its dist folder, unless none of its sources changed. */
import { existsSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { announce, isMain, root, run } from "./command.mjs"
import { setup } from "./setup.mjs"
import { filesBelow, fingerprint, unlessDone } from "./stamp.mjs"

/** Returns the packages that are built. Private packages run from their sources. */
export const built = () =>
  readdirSync(join(root, "packages")).filter((name) =>
    existsSync(join(root, "packages", name, "tsconfig.build.json")),
  )

const sources = () => [
  ...["pnpm-lock.yaml", "tsconfig.base.json"].map((file) => join(root, file)),
  ...["tsconfig.library.json", "src/pageProgram.ts", "src/notices.ts"].map((file) =>
    join(root, "packages", "scripts", file),
  ),
  ...built().flatMap((name) => [
    ...["package.json", "tsconfig.build.json", "tsup.config.ts"]
      .map((file) => join(root, "packages", name, file))
      .filter((file) => existsSync(file)),
    ...filesBelow(join("packages", name, "src")),
  ]),
]

export const build = () => {
  setup()
  unlessDone({
    name: "build",
    fingerprint: fingerprint(sources()),
    isThere: built().every((name) => existsSync(join(root, "packages", name, "dist"))),
    work: () => {
      announce("build packages/*/dist")
      // A module whose source is gone would be packed.
      for (const name of built())
        rmSync(join(root, "packages", name, "dist"), { recursive: true, force: true })
      run("pnpm", ["--recursive", "--filter", "./packages/*", "run", "build"])
    },
  })
}

if (isMain(import.meta.url)) build()

/** Builds every package into its dist folder, unless none of its sources changed. */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { announce, isMain, root, run } from "./command.mjs"
import { setup } from "./setup.mjs"
import { filesBelow, fingerprint, unlessDone } from "./stamp.mjs"

/** Returns the packages that are built. Private packages run from their sources. */
export const built = () =>
  readdirSync(join(root, "packages")).filter((name) =>
    existsSync(join(root, "packages", name, "tsup.config.ts")),
  )

const sources = () => [
  ...["pnpm-lock.yaml", "tsconfig.base.json"].map((file) => join(root, file)),
  ...["tsconfig.build.json", "src/library.ts"].map((file) => join(root, "packages", "scripts", file)),
  ...built().flatMap((name) => [
    join(root, "packages", name, "package.json"),
    join(root, "packages", name, "tsup.config.ts"),
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
      run("pnpm", ["--recursive", "--filter", "./packages/*", "run", "build"])
    },
  })
}

if (isMain(import.meta.url)) build()

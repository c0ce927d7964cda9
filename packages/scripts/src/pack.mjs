/** Writes every package as a tarball to out/packages, as a registry would have it. */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build, built } from "./build.mjs"
import { announce, isMain, root, run } from "./command.mjs"

/** The folder of the tarballs. */
export const folder = join(root, "out", "packages")

export const pack = () => {
  build()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  announce(`tarballs in ${folder}`)
  for (const name of built())
    run("pnpm", ["--silent", "--dir", join("packages", name), "pack", "--pack-destination", folder])
}

if (isMain(import.meta.url)) pack()

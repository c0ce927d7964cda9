/** Judges every package as a registry would see it, and names the files and dependencies that nobody uses. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { build } from "./build.mjs"
import { announce, root, run } from "./command.mjs"

build()
for (const name of readdirSync(join(root, "packages"))) {
  announce(`packages/${name} as published`)
  run("publint", ["--strict", join("packages", name)])
}
announce("what nobody uses")
run("knip", ["--no-config-hints"])

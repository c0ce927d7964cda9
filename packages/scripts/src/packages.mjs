/** Checks every package as a registry would see it, installs it in an empty project, and lists unused files. */
import { join } from "node:path"
import { build, built } from "./build.mjs"
import { announce, run } from "./command.mjs"
import { tryInstall } from "./install.mjs"
import { pack } from "./pack.mjs"

build()
for (const name of built()) {
  announce(`packages/${name} as published`)
  run("publint", ["--strict", join("packages", name)])
}
announce("unused files and dependencies")
run("knip", ["--no-config-hints", "--config", "packages/scripts/knip.json"])
pack()
tryInstall()

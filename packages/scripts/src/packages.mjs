/** Checks every package as a registry would see it, and lists unused files and dependencies. */
import { join } from "node:path"
import { build, built } from "./build.mjs"
import { announce, run } from "./command.mjs"

build()
for (const name of built()) {
  announce(`packages/${name} as published`)
  run("publint", ["--strict", join("packages", name)])
}
announce("unused files and dependencies")
run("knip", ["--no-config-hints", "--config", "packages/scripts/knip.json"])

/** Judges every package as a registry would see it, and names the files and dependencies that nobody uses. */
import { join } from "node:path"
import { build, built } from "./build.mjs"
import { announce, run } from "./command.mjs"

build()
for (const name of built()) {
  announce(`packages/${name} as published`)
  run("publint", ["--strict", join("packages", name)])
}
announce("what nobody uses")
run("knip", ["--no-config-hints", "--config", "packages/scripts/knip.json"])

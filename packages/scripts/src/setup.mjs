/** Installs what the lockfile lists. Needs only Node and npm. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { announce, isMain, root, run } from "./command.mjs"
import { fingerprint, unlessDone } from "./stamp.mjs"

const manifests = () => [
  ...["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "examples/package.json"].map((file) =>
    join(root, file),
  ),
  ...readdirSync(join(root, "packages")).map((name) => join(root, "packages", name, "package.json")),
]

export const setup = () =>
  unlessDone({
    name: "install",
    fingerprint: fingerprint(manifests()),
    isThere: existsSync(join(root, "node_modules", ".modules.yaml")),
    work: () => {
      const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
      announce(`install the dependencies in pnpm-lock.yaml (${packageManager})`)
      run("npx", ["--yes", packageManager, "install", "--frozen-lockfile"])
    },
  })

if (isMain(import.meta.url)) setup()

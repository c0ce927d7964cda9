/**
 * Publishes the version in the manifests: `npm run release -- --dry-run` does everything but publish.
 *
 * It packs and checks the tarballs, installs them in an empty project, runs the example, and writes `out/packages/sbom.json`,
 * the software bill of materials (CycloneDX) of that installation. Changes of the version are made by changesets before.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as ProgramOptions from "@grootboek/testing/ProgramOptions"
import { announce, root, run, status } from "./command.mjs"
import { inEmptyProject, publishedInOrder, tarballOf } from "./emptyProject.mjs"
import { tryExamples } from "./install.mjs"
import { folder, pack } from "./pack.mjs"

const usage = `usage: npm run release -- [--dry-run]

  --dry-run  packs, checks and installs the tarballs, and publishes nothing`

const values = ProgramOptions.read(usage, { "dry-run": { type: "boolean", default: false } })

const stop = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const { version, repository } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8")
const isDated = changelog.includes(`## [${version}]`)
// Names under .example belong to nobody: a manifest may not lead a reader to somebody else's address.
const isHosted = !new URL(repository.url.replace("git+", "")).hostname.endsWith(".example")
if (!values["dry-run"]) {
  if (!isDated) stop(`CHANGELOG.md has no section for ${version}`)
  if (!isHosted)
    stop("package.json names no repository: set its address there and in the packages' manifests")
  if (status("git", ["diff", "--quiet", "HEAD"]) !== 0) stop("Commit the changes first.")
}

pack()
// Its libraries may be installed only now.
const { checkTarballs } = await import("./tarballs.mjs")
await checkTarballs()
await inEmptyProject([], (project) => {
  tryExamples(project)
  announce("software bill of materials")
  const sbom = project.must("npm", "sbom", "--sbom-format", "cyclonedx", "--omit", "dev")
  writeFileSync(join(folder, "sbom.json"), sbom)
  console.log(`${JSON.parse(sbom).components.length} components in ${join(folder, "sbom.json")}`)
})
if (values["dry-run"]) {
  announce(`version ${version}: nothing was published`)
  if (!isDated) console.log(`CHANGELOG.md has no section for ${version} yet`)
  if (!isHosted) console.log("package.json names no repository yet")
} else {
  for (const name of publishedInOrder()) run("npm", ["publish", tarballOf(name), "--access", "public"])
  run("git", ["tag", `v${version}`])
}

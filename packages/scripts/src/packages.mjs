/** Checks the packages as somebody else has them: tarballs, sizes, an installation in an empty project, unused files. */
import { announce, run } from "./command.mjs"
import { inEmptyProject } from "./emptyProject.mjs"
import { tryExamples } from "./install.mjs"
import { pack } from "./pack.mjs"

pack()
// Their libraries may be installed only now.
const { checkTarballs } = await import("./tarballs.mjs")
const { checkSizes } = await import("./sizes.mjs")
await checkTarballs()
await inEmptyProject([], async (project) => {
  tryExamples(project)
  await checkSizes(project)
})
announce("unused files and dependencies")
run("knip", ["--no-config-hints", "--config", "packages/scripts/knip.json"])

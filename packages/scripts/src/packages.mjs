/** Checks the packages as somebody else has them: tarballs, sizes, an installation in an empty project, unused files. */
import { announce, run } from "./command.mjs"
import { inEmptyProject } from "./emptyProject.mjs"
import { tryExamples } from "./install.mjs"
import { pack } from "./pack.mjs"
import { checkSizes } from "./sizes.mjs"
import { checkTarballs } from "./tarballs.mjs"

pack()
await checkTarballs()
await inEmptyProject([], async (project) => {
  tryExamples(project)
  await checkSizes(project)
})
announce("unused files and dependencies")
run("knip", ["--no-config-hints", "--config", "packages/scripts/knip.json"])

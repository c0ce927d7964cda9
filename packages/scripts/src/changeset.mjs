/** Runs changesets: `npm run changeset` describes a change, `npm run changeset -- version` sets the next version. */
import { run } from "./command.mjs"
import { setup } from "./setup.mjs"

setup()
run("changeset", process.argv.slice(2))

/** The `grootboek` program: runs the command that its own command line names, and ends with its status. */
import { run } from "./index.ts"

// A reader that closes the pipe has read enough.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => {
  if (cause.code === "EPIPE") process.exit(0)
  throw cause
})

process.exitCode = await run(process.argv.slice(2))

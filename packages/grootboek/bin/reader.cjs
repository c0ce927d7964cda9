/**
 * Runs `verify` in a process of its own. Native code reads SQLite files, and a damaged file can abort the process that
 * reads it; the parent process then reports it.
 */
const mark = "GROOTBOEK_READER"

/** Returns whether a command line asks for a verification outside of the reader process. */
exports.isWanted = (words, env = process.env) => words.includes("verify") && env[mark] === undefined

/** Runs Node with arguments on the same input and output. Returns its status, or `undefined` when it was aborted. */
exports.run = (words) => {
  // Loaded here: other commands need no process, and the module takes milliseconds.
  const { spawnSync } = require("node:child_process")
  const { error, signal, status } = spawnSync(process.execPath, words, {
    stdio: "inherit",
    env: { ...process.env, [mark]: "1" },
  })
  if (error) throw error
  // A person or the system may stop it; that says nothing about the file.
  if (stops.has(signal)) process.kill(process.pid, signal)
  return signal === null && status < 128 ? status : undefined
}

const stops = new Set(["SIGHUP", "SIGINT", "SIGTERM", "SIGPIPE"])

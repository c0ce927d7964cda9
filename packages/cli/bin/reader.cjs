/**
 * A program of its own for what may be damaged: a file can end whoever reads it, for what reads SQLite is native code,
 * and then whoever asked has to live to tell.
 */
const { spawnSync } = require("node:child_process")

const mark = "GROOTBOEK_READER"

/** Whether a command line asks for a verification, and this is not yet the program that does it. */
exports.isWanted = (words, env = process.env) => words.includes("verify") && env[mark] === undefined

/** Runs Node with some words, on the same input and output: its status, or `undefined` when it died of what it read. */
exports.run = (words) => {
  const { error, signal, status } = spawnSync(process.execPath, words, {
    stdio: "inherit",
    env: { ...process.env, [mark]: "1" },
  })
  if (error) throw error
  // A person or the system may stop it, which says nothing about a file.
  if (stops.has(signal)) process.kill(process.pid, signal)
  return signal === null && status < 128 ? status : undefined
}

const stops = new Set(["SIGHUP", "SIGINT", "SIGTERM", "SIGPIPE"])

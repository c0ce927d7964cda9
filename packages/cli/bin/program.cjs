/**
 * The bundled command line, compiled once for each version of Node: what the compiler made of it is kept beside it,
 * because compiling it takes longer than most commands. Node takes what was kept only if it fits its own version
 * and the bundle; whatever does not fit is compiled as if nothing had been kept.
 */
const { readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs")
const { createRequire, wrap } = require("node:module")
const { dirname, join } = require("node:path")
const { Script } = require("node:vm")

const file = join(__dirname, "..", "dist", "index.cjs")
const kept = `${file}.${process.version}-${process.arch}.cache`

/** The program, and what keeps the compiled form of all that has run: `keep()` when there was none, `keep(true)` anew. */
exports.load = () => {
  // Not as ASCII: a bundler escapes what stands in strings, but patterns keep their dashes and byte order marks.
  const script = new Script(wrap(readFileSync(file, "utf8")), { filename: file, cachedData: read() })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  const isStale = script.cachedDataRejected !== false
  return {
    program: module.exports,
    keep: (anew = isStale) => {
      if (anew) write(script.createCachedData())
    },
  }
}

const read = () => {
  try {
    return readFileSync(kept)
  } catch {
    return undefined
  }
}

// Where nothing may be written, as in a folder of the system, the program starts slower and that is all.
const write = (data) => {
  const part = `${kept}.${process.pid}`
  try {
    writeFileSync(part, data)
    renameSync(part, kept)
  } catch {
    rmSync(part, { force: true })
  }
}

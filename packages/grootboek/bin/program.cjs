/**
 * Loads a bundle of the command line. Compiling it takes longer than most commands, so its compiled code is cached in the
 * user's cache folder (`GROOTBOEK_CACHE` names another one, `GROOTBOEK_CACHE=off` disables it).
 *
 * A cached file is named by the SHA-256 of the bundle and the version of Node, and begins with the SHA-256 of that name
 * and of its content: V8 compares only the length of the source, so that a file under another name would run other code.
 * It is used only if both match, if the user owns it, and if nobody else can write to it.
 */
const { isAscii } = require("node:buffer")
const { createHash } = require("node:crypto")
const {
  chmodSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require("node:fs")
const { createRequire, wrap } = require("node:module")
const { homedir } = require("node:os")
const { basename, dirname, join } = require("node:path")
const { Script } = require("node:vm")

/** Returns the program in a bundle, and `keep`, which writes the compiled code of what has run when the cache had none. */
exports.load = (name) => {
  const file = join(__dirname, "..", "dist", name)
  const bundle = content(file)
  const kept = cacheFile(bundle)
  const cachedData = kept === undefined ? undefined : read(kept)
  // The build writes ASCII: one byte a character is read and compiled faster.
  const text = bundle.toString(isAscii(bundle) ? "latin1" : "utf8")
  const script = new Script(wrap(text), { filename: file, cachedData })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file))
  const isCurrent = cachedData !== undefined && script.cachedDataRejected === false
  return {
    program: module.exports,
    keep: () => {
      if (kept !== undefined && !isCurrent) write(kept, script.createCachedData())
    },
  }
}

// A checkout has no bundles until it is built; a package always has them.
const content = (file) => {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error.code !== "ENOENT") throw error
    console.error("Grootboek is not built. Run `npm run build` at the root of the checkout.")
    process.exit(3)
  }
}

const cacheFile = (bundle, env = process.env) => {
  const folder = cacheFolder(env)
  return folder === undefined
    ? undefined
    : join(folder, `${sha256(bundle).toString("hex")}-${process.version}-${process.arch}.bin`)
}

const cacheFolder = (env) => {
  if (env.GROOTBOEK_CACHE === "off") return undefined
  if (env.GROOTBOEK_CACHE) return env.GROOTBOEK_CACHE
  if (process.platform === "win32") return env.LOCALAPPDATA && join(env.LOCALAPPDATA, "grootboek", "cache")
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "grootboek")
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "grootboek")
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest()

const checksumOf = (path, data) =>
  createHash("sha256")
    .update(`${basename(path)}\n`)
    .update(data)
    .digest()

const read = (path) => {
  let handle
  try {
    handle = openSync(path, "r")
    const { uid, mode } = fstatSync(handle)
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    const content = isOwn ? readFileSync(handle) : Buffer.alloc(0)
    const data = content.subarray(32)
    return data.length > 0 && checksumOf(path, data).equals(content.subarray(0, 32)) ? data : undefined
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

// Where nothing can be written, the program starts more slowly.
const write = (path, data) => {
  const part = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(part, Buffer.concat([checksumOf(path, data), data]), { mode: 0o600 })
    chmodSync(part, 0o600)
    renameSync(part, path)
  } catch {
    rmSync(part, { force: true })
  }
}

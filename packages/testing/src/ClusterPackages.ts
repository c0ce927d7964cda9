/** The programs of a cluster, from Debian's packages. */
import { execFileSync } from "node:child_process"
import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Debian's packages that a cluster needs. */
export const debianPackages = ["patroni", "etcd-server", "haproxy", "postgresql-15"] as const

/** The folder of PostgreSQL's programs. */
export const binaries = "/usr/lib/postgresql/15/bin"

/** The program that shows that a package is installed. */
export const programs: Readonly<Record<(typeof debianPackages)[number], string>> = {
  patroni: "/usr/bin/patroni",
  "etcd-server": "/usr/bin/etcd",
  haproxy: "/usr/sbin/haproxy",
  "postgresql-15": join(binaries, "postgres"),
}

/** Returns the packages that are not installed. */
export const missing = (): ReadonlyArray<string> =>
  debianPackages.filter((name) => !existsSync(programs[name]))

/** Installs the missing packages, where this process may, without starting their services. */
export const install = (): void => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  const policy = "/usr/sbin/policy-rc.d"
  const isOurs = !existsSync(policy)
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 })
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const
  try {
    execFileSync("apt-get", ["update", "-q"], options)
    execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", ...debianPackages], options)
  } catch (cause) {
    console.log(`the installation failed: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`)
  } finally {
    if (isOurs) rmSync(policy)
  }
}

/** The programs of a cluster, from Debian's packages. */
import { existsSync } from "node:fs"
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

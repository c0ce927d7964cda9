/** Relations between parts: which part is a sheet, which holds the shared texts. */
import { damaged, refuse } from "./Refusal.ts"
import type * as Xml from "./Xml.ts"

/** A relation: its id, its kind (`worksheet`, `styles` …) and the name of the part. */
export interface PartRelation {
  readonly id: string
  readonly kind: string
  readonly target: string
}

/** Returns the name of the part that holds the relations of a part. */
export const pathOf = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels")

/** Parses relations. Targets outside the file are left out. Refuses an id that occurs twice: programs differ in which one they follow. */
export const read = (
  part: string,
  parse: (handler: Xml.XmlHandler) => void,
  cap: number,
): ReadonlyArray<PartRelation> => {
  const relations: Array<PartRelation> = []
  const ids = new Set<string>()
  parse({
    open: (name, { Id = "", Type = "", Target = "", TargetMode }) => {
      if (name !== "Relationship") return
      if (ids.size === ids.add(Id).size) damaged("RelationTwice", pathOf(part))
      if (ids.size > cap) refuse({ _tag: "TooManyEntries", found: ids.size, cap })
      if (TargetMode === "External") return
      relations.push({ id: Id, kind: Type.slice(Type.lastIndexOf("/") + 1), target: resolve(part, Target) })
    },
    close: () => {},
  })
  return relations
}

/** Returns the part of a kind of which a file has at most one. Refuses a second one. */
export const only = (
  relations: ReadonlyArray<PartRelation>,
  kind: string,
  part: string,
): string | undefined => {
  const [first, second] = new Set(relations.filter((one) => one.kind === kind).map(({ target }) => target))
  return second === undefined ? first : damaged("RelationTwice", pathOf(part))
}

// `/xl/a.xml` is from the root of the file, `../a.xml` and `a.xml` are from the folder of the part.
const resolve = (part: string, target: string): string => {
  if (target.startsWith("/")) return target.slice(1)
  const folders = part.split("/").slice(0, -1)
  for (const step of target.split("/")) {
    if (step === "..") folders.pop()
    else if (step !== ".") folders.push(step)
  }
  return folders.join("/")
}

/**
 * Schemas compiled into functions that write a value as canonical JSON (RFC 8785) and read it back from bytes.
 *
 * Both directions accept only values that the schema accepts as they are, in their canonical form. For any other value
 * they return `undefined` without a reason. The caller then uses `JSON.parse` and the schema, which report the reason and
 * accept the rare values in another form. No code is generated.
 */
import type * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"
import * as Bytes from "./Bytes.ts"
import * as Dictionary from "./Dictionary.ts"
import * as List from "./List.ts"
import { lazily, type NodeCodec } from "./NodeCodec.ts"
import * as Struct from "./Struct.ts"
import * as Text from "./Text.ts"
import * as Union from "./Union.ts"
import * as Whole from "./Whole.ts"

/** Writes and reads the values of a schema. */
export interface Codec<A> {
  /** Returns the canonical bytes of a value that the schema accepts as it is. */
  readonly write: (value: unknown) => Uint8Array | undefined
  /** Returns the value of canonical bytes that the schema accepts; its keys have the order of the schema. */
  readonly read: (bytes: Uint8Array) => A | undefined
}

/** Codecs to use for schemas with these identifiers instead of their own. */
export type Replaced = Readonly<Record<string, NodeCodec>>

/** Compiles a schema without transformations. */
export const of = <A>(schema: Schema.Schema<A>): Codec<A> => {
  const compiled = lazily(() => ofNode(schema.ast))
  // Tests compare what a codec reads with its schema; the types cannot express it.
  return { write: writer(compiled), read: reader(compiled) as (bytes: Uint8Array) => A | undefined }
}

/** Returns a function that writes values of a codec. */
export const writer = ({ write }: NodeCodec): ((value: unknown) => Uint8Array | undefined) => {
  const output = new Bytes.ByteWriter()
  return (value) => {
    output.begin()
    if (write(value, output)) return output.end()
    output.undo()
    return undefined
  }
}

/** Returns a function that reads one value of a codec; `undefined` when other bytes follow it. */
export const reader = ({ read }: NodeCodec): ((bytes: Uint8Array) => unknown) => {
  const input = new Bytes.ByteReader()
  return (bytes) => {
    input.begin(bytes)
    const value = read(input)
    return input.isAtEnd ? value : undefined
  }
}

/** Compiles a node of a schema. */
export const ofNode = (ast: AST.AST, replaced: Replaced = {}): NodeCodec => {
  const other = replaced[String(ast.annotations?.identifier ?? ast.checks?.at(-1)?.annotations?.identifier)]
  if (other !== undefined) return other
  if (ast.encoding !== undefined) throw new TypeError(`no codec for a transformed ${ast._tag}`)
  if (AST.isString(ast)) return text(ast)
  return ast.checks === undefined ? shape(ast, replaced) : guarded(shape(ast, replaced), accepts(ast))
}

/** Returns whether a value passes the checks of a node. */
const accepts = (ast: AST.AST): ((value: unknown) => boolean) => {
  const filters = filtersOf(ast.checks ?? [])
  return (value) => {
    for (const filter of filters) if (filter.run(value, ast, options) !== undefined) return false
    return true
  }
}

// One object for all checks, so that none is allocated for each.
const options = {}

const guarded = ({ write, read }: NodeCodec, accepts: (value: unknown) => boolean): NodeCodec => ({
  write: (value, output) => write(value, output) && accepts(value),
  read: (input) => {
    const value = read(input)
    return value !== undefined && accepts(value) ? value : undefined
  },
})

// Schemas with the same checks, required or optional, share one codec and the texts that it remembers.
const texts = new Map<AST.Checks | undefined, NodeCodec>()

const text = (ast: AST.String): NodeCodec => {
  const known = texts.get(ast.checks) ?? Text.of(accepts(ast))
  texts.set(ast.checks, known)
  return known
}

const shape = (ast: AST.AST, replaced: Replaced): NodeCodec => {
  if (AST.isNumber(ast) && isWhole(ast)) return Whole.whole
  if (AST.isBoolean(ast)) return Union.of([literal(true), literal(false)])
  if (AST.isLiteral(ast) && typeof ast.literal !== "bigint") return literal(ast.literal)
  if (AST.isArrays(ast)) return list(ast, replaced)
  if (AST.isUnion(ast)) return union(ast, replaced)
  if (AST.isObjects(ast)) return record(ast, replaced)
  throw new TypeError(`no codec for ${ast._tag}`)
}

const filtersOf = (checks: ReadonlyArray<AST.Check<unknown>>): ReadonlyArray<AST.Filter<unknown>> =>
  checks.flatMap((check) => (check._tag === "Filter" ? check : filtersOf(check.checks)))

const isWhole = ({ checks }: AST.AST): boolean =>
  filtersOf(checks ?? []).some(({ annotations }) => annotations?.representation?.id === "effect/schema/isInt")

const literal = (constant: string | number | boolean): NodeCodec => {
  const written = Bytes.token(JSON.stringify(constant))
  return {
    constant,
    write: (value, output) => {
      if (value !== constant) return false
      output.token(written)
      return true
    },
    read: (input) => (input.token(written) ? constant : undefined),
  }
}

const list = (ast: AST.Arrays, replaced: Replaced): NodeCodec => {
  const [rest] = ast.rest
  if (rest === undefined || ast.rest.length > 1 || ast.elements.length > 0)
    throw new TypeError("no codec for a tuple")
  return List.of(ofNode(rest, replaced))
}

const union = ({ types }: AST.Union, replaced: Replaced): NodeCodec => {
  const tagged = types.flatMap((type) => {
    const tag = tagOf(type)
    return tag === undefined ? [] : [[tag, lazily(() => ofNode(type, replaced))] as const]
  })
  return tagged.length === types.length
    ? Union.tagged(new Map(tagged))
    : Union.of(types.map((type) => ofNode(type, replaced)))
}

const tagOf = (ast: AST.AST): string | undefined => {
  if (!AST.isObjects(ast)) return undefined
  const type = ast.propertySignatures.find(({ name }) => name === "_tag")?.type
  return type !== undefined && AST.isLiteral(type) && typeof type.literal === "string"
    ? type.literal
    : undefined
}

const record = ({ propertySignatures, indexSignatures }: AST.Objects, replaced: Replaced): NodeCodec => {
  const [index] = indexSignatures
  if (index !== undefined) {
    if (indexSignatures.length > 1 || propertySignatures.length > 0)
      throw new TypeError("no codec for a record with keys of two kinds")
    return Dictionary.of(ofNode(index.parameter, replaced), ofNode(index.type, replaced))
  }
  const fields = propertySignatures.map(({ name, type }) => ({
    key: String(name),
    isOptional: type.context?.isOptional ?? false,
    codec: ofNode(type, replaced),
  }))
  return Struct.of(fields)
}

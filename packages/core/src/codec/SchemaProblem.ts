/** The first problem that a schema finds in a value: where it is, in words and as data. */
import type * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import type { ProblemKind, ProblemReason } from "../value/Problem.ts"

/** A problem of a value: the path of the field, the problem in English, and the reason as data. */
export interface SchemaProblem {
  readonly field: string
  readonly problem: string
  readonly reason: ProblemReason
}

export const first = (error: Schema.SchemaError): SchemaProblem => {
  const [issue] = format(error.issue).issues
  const path = (issue?.path ?? []).map((step) => String(typeof step === "object" ? step.key : step))
  return {
    field: path.join("."),
    problem: issue?.message ?? error.message,
    reason: reasonOf(error.issue),
  }
}

const format = SchemaIssue.makeFormatterStandardSchemaV1()

const reasonOf = (issue: SchemaIssue.Issue): ProblemReason => {
  switch (issue._tag) {
    case "Filter":
      return annotated(issue.filter.annotations) ?? reasonOf(issue.issue)
    case "Encoding":
    case "Pointer":
      return reasonOf(issue.issue)
    case "Composite":
      return reasonOf(issue.issues[0])
    case "AnyOf":
      return issue.issues[0] === undefined ? ofType(issue.ast) : reasonOf(issue.issues[0])
    case "InvalidType":
      return ofType(issue.ast)
    case "MissingKey":
      return { kind: "missing" }
    case "UnexpectedKey":
      return { kind: "unknownField" }
    case "InvalidValue":
    case "Forbidden":
    case "OneOf":
      return { kind: "other" }
  }
}

const ofType = (ast: SchemaAST.AST): ProblemReason =>
  annotated(ast.checks?.[0].annotations) ??
  (ast._tag === "Union"
    ? { kind: "choice", values: ast.types.flatMap(choice) }
    : ast._tag === "Literal"
      ? { kind: "choice", values: choice(ast) }
      : { kind: types.get(ast._tag) ?? "other" })

const choice = (ast: SchemaAST.AST): ReadonlyArray<string> =>
  ast._tag === "Literal" ? [String(ast.literal)] : []

const types: ReadonlyMap<string, ProblemKind> = new Map([
  ["String", "string"],
  ["Number", "whole"],
  ["Boolean", "boolean"],
  ["Arrays", "list"],
  ["Objects", "record"],
])

// `expects` is the only writer of this annotation.
const annotated = (annotations: Schema.Annotations.Filter | undefined): ProblemReason | undefined =>
  annotations?.problemKind !== undefined
    ? { kind: annotations.problemKind as ProblemKind }
    : annotations?.representation?.id === "effect/schema/isInt"
      ? { kind: "whole" }
      : undefined

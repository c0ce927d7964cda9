/** The command line as commander reads it: built from the commands' own specs, in the user's language. */
import { Argument, Command, CommanderError, Option } from "commander"
import * as Effect from "effect/Effect"
import type { Failure } from "./Failure.ts"
import type { Both, Language } from "./Language.ts"
import type { Spec } from "./Spec.ts"

const groups: Readonly<Record<string, Both>> = {
  branch: {
    en: "try a change before it is so: drafts on top of the journal",
    nl: "een wijziging uitproberen: ontwerpen bovenop het journaal",
  },
  checkpoint: {
    en: "sign and check the head of the journal",
    nl: "het einde van het journaal ondertekenen en nagaan",
  },
}

/** What a command line came to: a status to exit with, or a failure to tell. */
export type Ran = { readonly status: number } | Failure

/** Reads a command line and runs the command it names. */
export const run = async (
  specs: ReadonlyArray<Spec>,
  language: Language,
  version: string,
  argv: ReadonlyArray<string>,
): Promise<Ran> => {
  let ran: Ran = { status: 0 }
  const program = dress(new Command("grootboek"), language)
    .description(about[language])
    .version(version, "-V, --version", versionText[language])
  for (const spec of specs) {
    const [first = "", second] = spec.name.split(" ")
    const parent = second === undefined ? program : group(program, first, language)
    add(parent, spec, language, (next) => {
      ran = next
    })
  }
  try {
    await program.parseAsync([...argv], { from: "user" })
    return ran
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause
    const fine = cause.exitCode === 0
    return { status: fine ? 0 : 2 }
  }
}

const add = (parent: Command, spec: Spec, language: Language, tell: (ran: Ran) => void): void => {
  const command = dress(parent.command(spec.name.split(" ").at(-1) ?? spec.name), language).description(
    spec.about[language],
  )
  for (const { name, about, optional, choices } of spec.takes) {
    const argument = new Argument(
      optional === undefined ? `<${name.replace("…", "...")}>` : `[${name.replace("…", "...")}]`,
      about[language],
    )
    command.addArgument(choices === undefined ? argument : argument.choices([...choices]))
  }
  for (const { name, value, about, required, choices, many } of spec.options) {
    const option = new Option(value === undefined ? `--${name}` : `--${name} <${value}>`, about[language])
    if (required !== undefined) option.makeOptionMandatory()
    if (choices !== undefined) option.choices([...choices])
    if (many !== undefined)
      option.argParser((text: string, before: ReadonlyArray<string> | undefined) => [...(before ?? []), text])
    command.addOption(option)
  }
  if (spec.more !== undefined) command.addHelpText("after", `\n${spec.more[language]}`)
  command.action(async () => {
    const options: Record<string, string | boolean | ReadonlyArray<string> | undefined> = Object.create(null)
    for (const option of command.options)
      options[option.name()] = command.getOptionValue(option.attributeName())
    const given = {
      language,
      words: command.processedArgs.flat().filter((word) => word !== undefined),
      options,
    }
    const result = await Effect.runPromise(Effect.result(spec.run(given)))
    tell(result._tag === "Success" ? { status: result.success } : result.failure)
  })
}

const group = (program: Command, name: string, language: Language): Command =>
  program.commands.find((command) => command.name() === name) ??
  dress(program.command(name), language).description(groups[name]?.[language] ?? "")

const dress = (command: Command, language: Language): Command =>
  command
    .exitOverride()
    .helpOption("-h, --help", helpText[language])
    .helpCommand(false)
    .addOption(new Option("--lang <LANG>", languageText[language]).choices(["en", "nl"]))
    .showHelpAfterError(hint[language])
    .configureHelp({ styleTitle: (title) => (language === "nl" ? (titles.get(title) ?? title) : title) })
    .configureOutput({ outputError: (text, write) => write(language === "nl" ? dutch(text) : text) })

const about: Both = {
  en: "An event-sourced budget ledger for Flemish local authorities: exact, explainable to the source line.",
  nl: "Een budgettair grootboek op basis van gebeurtenissen voor Vlaamse lokale besturen: exact, verklaarbaar tot op de bronregel.",
}
const versionText: Both = { en: "print the version", nl: "toon de versie" }
const helpText: Both = { en: "print this help", nl: "toon deze hulp" }
const languageText: Both = {
  en: "the language to speak (default: that of the environment)",
  nl: "de taal (standaard: die van de omgeving)",
}
const hint: Both = {
  en: "(add --help for what the command takes)",
  nl: "(voeg --help toe voor wat het commando aanneemt)",
}

const titles: ReadonlyMap<string, string> = new Map([
  ["Usage:", "Gebruik:"],
  ["Arguments:", "Argumenten:"],
  ["Options:", "Opties:"],
  ["Commands:", "Commando's:"],
])

const phrases: ReadonlyArray<readonly [RegExp, string]> = [
  [/^error: /, "fout: "],
  [/required option '([^']+)' not specified/, "de verplichte optie '$1' ontbreekt"],
  [/missing required argument '([^']+)'/, "het verplichte argument '$1' ontbreekt"],
  [/unknown option '([^']+)'/, "onbekende optie '$1'"],
  [/unknown command '([^']+)'/, "onbekend commando '$1'"],
  [
    /too many arguments(?: for '([^']+)')?\. Expected (\d+) arguments? but got (\d+)/,
    "te veel argumenten: $2 verwacht, $3 gekregen",
  ],
  [/option '([^']+)' argument missing/, "de optie '$1' mist haar waarde"],
  [
    /option '([^']+)' argument '([^']*)' is invalid\. Allowed choices are (.+)\./,
    "de optie '$1' kent '$2' niet; mogelijk zijn $3.",
  ],
  [/\(Did you mean (.+)\?\)/, "(Bedoelde u $1?)"],
]

const dutch = (text: string): string =>
  phrases.reduce((told, [pattern, words]) => told.replace(pattern, words), text)

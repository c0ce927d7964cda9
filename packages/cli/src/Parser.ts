/** A commander command that reports errors in the user's language, from facts instead of English text. */
import { Argument, Command, CommanderError, Option } from "commander"
import type * as Definition from "./command/Command.ts"
import type { Parameter, ParsedValue } from "./command/Parameter.ts"
import * as HelpText from "./words/HelpText.ts"
import { type Both, type Language, languages } from "./words/Language.ts"
import * as NearestWord from "./words/NearestWord.ts"
import { placeholders } from "./words/Placeholder.ts"
import * as UsageMessage from "./words/UsageMessage.ts"

/** Returns whether an error ends the parser: wrong usage, help, or the version. */
export const isParserError = (cause: unknown): cause is CommanderError => cause instanceof CommanderError

/**
 * The parser. It overrides the methods that commander calls for each kind of error. The types of commander omit them,
 * so a test provokes every one of them in both languages.
 */
export class Parser extends Command {
  readonly language: Language

  constructor(name: string, language: Language) {
    super(name)
    this.language = language
    this.exitOverride()
      .helpOption("-h, --help", HelpText.help[language])
      .helpCommand(false)
      .addOption(this.languageOption())
      .showHelpAfterError(HelpText.hint[language])
      .usage(HelpText.usage.options[language])
      .configureHelp({
        styleTitle: (title) => HelpText.headings.get(title)?.[language] ?? title,
        subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
      })
  }

  /** Adds a command that has commands of its own. */
  group(name: string, about: Both): Parser {
    const parser = new Parser(name, this.language).description(about[this.language])
    this.addCommand(parser)
    this.usage(`${HelpText.usage.options[this.language]} ${HelpText.usage.command[this.language]}`)
    return parser
  }

  define(name: string, { about, more, args, options }: Definition.Subcommand): Parser {
    const parser = this.group(name, about)
    const flags = Object.values(args).map((parameter) => `<${placeholderOf(parameter, this.language)}>`)
    for (const [index, parameter] of Object.values(args).entries())
      parser.addArgument(new Argument(flags[index] ?? "", describe(parameter, this.language)))
    for (const [option, parameter] of Object.entries(options))
      parser.addOption(optionOf(option, parameter, this.language))
    parser.usage([HelpText.usage.options[this.language], ...flags].join(" "))
    if (more !== undefined) parser.addHelpText("after", `\n${more[this.language]}`)
    return parser
  }

  missingArgument(name: string): void {
    this.fail(UsageMessage.argumentMissing(name))
  }

  optionMissingArgument({ flags }: Option): void {
    this.fail(UsageMessage.valueMissing(flags))
  }

  missingMandatoryOptionValue({ flags }: Option): void {
    this.fail(UsageMessage.optionMissing(flags))
  }

  unknownOption(flag: string): void {
    const known = this.options.flatMap(({ long }) => long ?? [])
    this.fail(UsageMessage.optionUnknown(flag, NearestWord.of(flag, known)))
  }

  unknownCommand(): void {
    const [name = ""] = this.args
    const known = this.commands.map((command) => command.name())
    this.fail(UsageMessage.commandUnknown(name, NearestWord.of(name, known)))
  }

  _excessArguments(received: ReadonlyArray<string>): void {
    this.fail(UsageMessage.tooManyArguments(this.registeredArguments.length, received.length))
  }

  private fail(message: Both): never {
    return this.error(`${HelpText.error[this.language]}: ${message[this.language]}`)
  }

  private languageOption(): Option {
    const about = `${HelpText.language[this.language]} ${HelpText.choices(languages)[this.language]}`
    return new Option(`--lang <${placeholders.LANG[this.language]}>`, about).argParser((word) => {
      const chosen = languages.find((one) => one === word)
      return chosen ?? this.fail(UsageMessage.notAChoice("--lang", word, languages))
    })
  }
}

const placeholderOf = ({ placeholder, isRepeated }: Parameter<unknown>, language: Language): string =>
  `${placeholder === undefined ? "" : placeholders[placeholder][language]}${isRepeated ? "..." : ""}`

const describe = ({ about, choices }: Parameter<unknown>, language: Language): string =>
  choices === undefined ? about[language] : `${about[language]} ${HelpText.choices(choices)[language]}`

const optionOf = (name: string, parameter: Parameter<unknown>, language: Language): Option => {
  const { placeholder, isRequired, isRepeated } = parameter
  const value = placeholder === undefined ? "" : ` <${placeholders[placeholder][language]}>`
  const option = new Option(`--${name}${value}`, describe(parameter, language))
  if (isRequired) option.makeOptionMandatory()
  if (isRepeated)
    option.argParser((text: string, before: ParsedValue) => [...(Array.isArray(before) ? before : []), text])
  return option
}

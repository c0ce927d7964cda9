/** `grootboek completion`: a script that lets a shell complete commands, options and choices. */
import * as Effect from "effect/Effect"
import { print } from "../output/Stdio.ts"
import * as HelpText from "../words/HelpText.ts"
import type { Language } from "../words/Language.ts"
import * as Command from "./Command.ts"
import * as Parameter from "./Parameter.ts"

const shells = ["bash", "zsh", "fish"] as const

/** Returns the command; `others` returns every command that the script completes. */
export const completion = (others: () => ReadonlyArray<Command.Subcommand>): Command.Subcommand =>
  Command.define({
    name: "completion",
    about: { en: "print a completion script for a shell", nl: "toon een aanvulscript voor een shell" },
    more: {
      en: "Example: grootboek completion bash >> ~/.bashrc",
      nl: "Voorbeeld: grootboek completion bash >> ~/.bashrc",
    },
    args: {
      shell: Parameter.required(
        Parameter.choice("shell", shells, {
          en: "the shell that reads the script",
          nl: "de shell die het script leest",
        }),
      ),
    },
    options: {},
    run: ({ args, language }) => Effect.as(print(script(args.shell, others(), language)), 0 as const),
  })

type Commands = ReadonlyArray<Command.Subcommand>

const script = (shell: (typeof shells)[number], commands: Commands, language: Language): string => {
  switch (shell) {
    case "fish":
      return fish(commands, language)
    case "zsh":
      return `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`
    case "bash":
      return bash(commands)
  }
}

/** The candidates after each sequence of words. */
const candidates = (commands: Commands): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const heads = [...new Set(commands.map((command) => command.name.split(" ")[0] ?? ""))]
  const groups = heads.filter((head) => commands.some((command) => command.name.startsWith(`${head} `)))
  return [
    ["", heads],
    ...groups.map(
      (head) =>
        [
          head,
          commands.flatMap(({ name }) => (name.startsWith(`${head} `) ? [name.slice(head.length + 1)] : [])),
        ] as const,
    ),
    ...commands.map(
      ({ name, options, args }) =>
        [
          name,
          [...Object.keys(options).map((option) => `--${option}`), ...Object.values(args).flatMap(wordsOf)],
        ] as const,
    ),
  ]
}

const wordsOf = ({ choices, starts = [] }: Parameter.Parameter<unknown>): ReadonlyArray<string> =>
  choices ?? starts

const choicesOf = (commands: Commands): ReadonlyArray<readonly [string, ReadonlyArray<string>]> => {
  const out = new Map<string, ReadonlyArray<string>>()
  for (const { options } of commands)
    for (const [name, option] of Object.entries(options))
      if (wordsOf(option).length > 0)
        out.set(`--${name}`, [...new Set([...(out.get(`--${name}`) ?? []), ...wordsOf(option)])])
  return [...out]
}

const bash = (commands: Commands): string => `_grootboek() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local key="" i
  for ((i = 1; i < COMP_CWORD && i <= 2; i++)); do
    [[ "\${COMP_WORDS[i]}" == -* ]] && break
    case "$key" in ""${groupsOf(commands)
      .map((name) => `|${name}`)
      .join("")}) key="\${key:+$key }\${COMP_WORDS[i]}" ;; esac
  done
  case "$before" in
${choicesOf(commands)
  .map(
    ([option, choices]) =>
      `    ${option}) COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$word")); return ;;`,
  )
  .join("\n")}
  esac
  case "$key" in
${candidates(commands)
  .map(([key, words]) => `    "${key}") COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")) ;;`)
  .join("\n")}
  esac
  [[ \${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$word"))
}
complete -F _grootboek grootboek
`

const groupsOf = (commands: Commands): ReadonlyArray<string> => [
  ...new Set(commands.flatMap(({ name }) => (name.includes(" ") ? [name.split(" ")[0] ?? ""] : []))),
]

const fish = (commands: Commands, language: Language): string =>
  commands
    .flatMap(({ name, about: texts, options }) => {
      const [head = "", sub] = name.split(" ")
      const about = quote(texts[language])
      const group = sub === undefined ? about : quote((HelpText.groups[head] ?? texts)[language])
      const seen =
        sub === undefined
          ? `__fish_seen_subcommand_from ${head}`
          : `__fish_seen_subcommand_from ${head}; and __fish_seen_subcommand_from ${sub}`
      return [
        `complete -c grootboek -n __fish_use_subcommand -a ${head} -d '${group}'`,
        ...(sub === undefined
          ? []
          : [`complete -c grootboek -n '__fish_seen_subcommand_from ${head}' -a ${sub} -d '${about}'`]),
        ...Object.entries(options).map(([option, parameter]) => {
          const value = parameter.placeholder === undefined ? "" : " -r"
          const words = wordsOf(parameter)
          const values = words.length === 0 ? "" : ` -a '${words.join(" ")}'`
          return `complete -c grootboek -n '${seen}' -l ${option}${value}${values} -d '${quote(parameter.about[language])}'`
        }),
      ]
    })
    .join("\n")

const quote = (text: string): string => text.replace(/'/g, "’")

/* complete_script.c - `career completion SHELL`: the script that asks `career __complete`. */
#include "career/cli/cli.h"
#include "career/cli/complete.h"

#include <string.h>

/* readline breaks words at ':', '=' and quotes, so bash hands over the line as it is. */
static const char bash_script[] =
    "# Completion of career for bash 4 or later. One of:\n"
    "#   career completion bash >~/.local/share/bash-completion/completions/career\n"
    "#   source <(career completion bash)\n"
    "\n"
    "_career() {\n"
    "\tlocal line career=$1\n"
    "\ttype -P -- \"$career\" >/dev/null || career=career\n"
    "\tCOMPREPLY=()\n"
    "\twhile IFS= read -r line; do\n"
    "\t\tcase $line in\n"
    "\t\t$'\\tfiles') compopt -o default ;;\n"
    "\t\t$'\\tfolders') compopt -o dirnames ;;\n"
    "\t\t$'\\topen') compopt -o nospace ;;\n"
    "\t\t*) COMPREPLY+=(\"$line\") ;;\n"
    "\t\tesac\n"
    "\tdone < <(command \"$career\" __complete bash \"$COMP_TYPE\" \"${COLUMNS:-80}\" \\\n"
    "\t\t\"${COMP_LINE:0:COMP_POINT}\" \"$2\" 2>/dev/null)\n"
    "} 2>/dev/null\n"
    "\n"
    "complete -o nosort -F _career career 2>/dev/null || complete -F _career career\n";

static const char zsh_script[] =
    "#compdef career\n"
    "# Completion of career for zsh. One of:\n"
    "#   career completion zsh >FOLDER/_career    (a folder of $fpath)\n"
    "#   source <(career completion zsh)          (behind compinit)\n"
    "\n"
    "_career() {\n"
    "\tlocal career=${(Q)words[1]} word=$PREFIX line tab=$'\\t'\n"
    "\tlocal -a before texts helps shown how\n"
    "\tlocal -i i width=0\n"
    "\twhence -p -- \"$career\" >/dev/null || career=career\n"
    "\t[[ $compstate[quote] == \\' ]] || word=${(Q)PREFIX}\n"
    "\tbefore=(\"${(@Q)words[1,CURRENT-1]}\")\n"
    "\tshift before\n"
    "\tfor line in \"${(@f)$(command \"$career\" __complete words \"${before[@]}\" \"$word\" \\\n"
    "\t\t2>/dev/null)}\"; do\n"
    "\t\tcase $line in\n"
    "\t\t'') ;;\n"
    "\t\t${tab}files | ${tab}folders)\n"
    "\t\t\t[[ $word == --*=* ]] && compset -P 1 '*='\n"
    "\t\t\tif [[ $line == ${tab}folders ]]; then _files -/; else _files; fi\n"
    "\t\t\treturn\n"
    "\t\t\t;;\n"
    "\t\t${tab}open) how=(-S '') ;;\n"
    "\t\t*)\n"
    "\t\t\ttexts+=(\"${line%%$tab*}\")\n"
    "\t\t\thelps+=(\"${line#${line%%$tab*}}\")\n"
    "\t\t\t(( ${#texts[-1]} > width )) && width=${#texts[-1]}\n"
    "\t\t\t;;\n"
    "\t\tesac\n"
    "\tdone\n"
    "\tfor ((i = 1; i <= ${#texts}; i++)); do\n"
    "\t\tline=${texts[i]}\n"
    "\t\t[[ -n ${helps[i]} ]] && line=\"${(r:width:)line}  ${helps[i]#$tab}\"\n"
    "\t\tshown+=(\"${line[1,COLUMNS-1]}\")\n"
    "\tdone\n"
    "\t[[ -n ${(j::)helps} ]] && how+=(-l)\n"
    "\tcompadd -U -V career \"${how[@]}\" -d shown -a texts\n"
    "}\n"
    "\n"
    "if [[ $funcstack[1] == _career ]]; then\n"
    "\t_career \"$@\"\n"
    "else\n"
    "\tcompdef _career career\n"
    "fi\n";

/* The condition asks; where it fails, fish goes on with files. */
static const char fish_script[] =
    "# Completion of career for fish. One of:\n"
    "#   career completion fish >~/.config/fish/completions/career.fish\n"
    "#   career completion fish | source\n"
    "\n"
    "function __career_ask\n"
    "\tset -l before (commandline -opc)\n"
    "\tset -l career $before[1]\n"
    "\tset -e before[1]\n"
    "\tcommand -s $career >/dev/null; or set career career\n"
    "\tset -l word (commandline -ct | string unescape); or set word (commandline -to)\n"
    "\tset -g __career_found\n"
    "\tfor line in (command $career __complete words $before \"$word\" 2>/dev/null)\n"
    "\t\tswitch $line\n"
    "\t\t\tcase \\tfiles\n"
    "\t\t\t\treturn 1\n"
    "\t\t\tcase \\tfolders\n"
    "\t\t\t\tset __career_found (__fish_complete_directories (commandline -ct) '')\n"
    "\t\t\tcase \\topen\n"
    "\t\t\tcase '*'\n"
    "\t\t\t\tset -a __career_found $line\n"
    "\t\tend\n"
    "\tend\n"
    "\treturn 0\n"
    "end\n"
    "\n"
    "complete -c career -n __career_ask -k -f -a '$__career_found'\n";

const struct completion_shell completion_shells[] = {
    {"bash", "4 or later, with or without the package bash-completion", bash_script},
    {"zsh", "with compinit", zsh_script},
    {"fish", "3 or later", fish_script},
};
const size_t ncompletion_shells = sizeof completion_shells / sizeof *completion_shells;

bool
verb_completion(struct cli *c, struct err *e)
{
	const char *name = c->cmd->args[0];

	for (size_t i = 0; i < ncompletion_shells; i++) {
		if (strcmp(completion_shells[i].name, name) != 0)
			continue;
		buf_adds(&c->out.buf, completion_shells[i].script);
		return true;
	}
	return err_set(e, ERR_USAGE, "no completion for '%s', only for bash, zsh and fish", name);
}
